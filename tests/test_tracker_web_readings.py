"""The registry of long readings: two at once, the others in turn, each its session's own, forgotten in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from threading import Event

import pytest

from schedules.reading import Progress, Unreadable, Watch
from tests.conftest import NOW
from tracker.web.readings import (
    AT_ONCE,
    MOST_REMEMBERED,
    MOST_WAITING,
    REMEMBERED,
    BusyError,
    Ending,
    Job,
    Readings,
    Stage,
)

LAN, MINH = "lan", "minh"
PATIENCE = 20


class Desk:
    """Readings whose files are done when the test says so."""

    def __init__(self) -> None:
        self.readings = Readings()
        self.finish = Event()
        self.started: list[str] = []

    def begin(self, source: str, owner: str = LAN, work: Callable[[Watch], Ending] | None = None) -> str:
        def wait(watch: Watch) -> Ending:
            self.started.append(source)
            while not self.finish.wait(0.005):
                if watch.cancelled():
                    raise Unreadable(source, "đã dừng", "x", "y")
            return Ending(refused=(source,))

        return self.readings.begin(Job(source, owner, lambda: NOW, work or wait))

    def stage(self, key: str) -> Stage:
        return self.look(key).stage

    def look(self, key: str, owner: str = LAN, later: timedelta = timedelta()):
        return self.readings.look(key, owner, NOW + later)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.finish.set()
    assert made.readings.close(NOW, PATIENCE)


def test_two_are_read_and_the_others_wait_in_turn(desk: Desk) -> None:
    keys = [desk.begin(f"{number}.pdf") for number in range(4)]
    assert [desk.stage(key) for key in keys] == [Stage.READING] * AT_ONCE + [Stage.WAITING] * 2
    assert [desk.look(key).ahead for key in keys] == [0, 0, 0, 1]
    desk.finish.set()
    assert desk.readings.idle(PATIENCE)
    assert {desk.stage(key) for key in keys} == {Stage.ENDED}
    assert sorted(desk.started) == ["0.pdf", "1.pdf", "2.pdf", "3.pdf"]


def test_keys_cannot_be_guessed(desk: Desk) -> None:
    keys = {desk.begin("a.pdf") for _ in range(4)}
    assert len(keys) == 4
    assert all(len(key) >= 20 for key in keys)


def test_another_session_neither_sees_nor_stops_it(desk: Desk) -> None:
    key = desk.begin("a.pdf")
    assert desk.look(key, MINH) is None
    assert not desk.readings.cancel(key, MINH, NOW)
    assert desk.stage(key) is Stage.READING


def test_pages_are_told_as_they_are_done(desk: Desk) -> None:
    told = Event()

    def work(watch: Watch) -> Ending:
        watch.on_page(Progress(3, 12, 20.0))
        told.set()
        desk.finish.wait(PATIENCE)
        return Ending()

    key = desk.begin("a.pdf", work=work)
    assert told.wait(PATIENCE)
    assert desk.look(key).progress == Progress(3, 12, 20.0)


def test_a_reading_is_stopped_and_says_so(desk: Desk) -> None:
    key = desk.begin("a.pdf")
    assert desk.readings.cancel(key, LAN, NOW)
    assert desk.readings.idle(PATIENCE)
    assert "đã dừng" in desk.look(key).ending.refused[0]


def test_a_waiting_one_is_stopped_at_once_and_never_starts(desk: Desk) -> None:
    keys = [desk.begin(f"{number}.pdf") for number in range(AT_ONCE + 1)]
    desk.readings.cancel(keys[-1], LAN, NOW)
    assert desk.stage(keys[-1]) is Stage.ENDED
    assert "chưa lưu gì" in desk.look(keys[-1]).ending.refused[0]
    desk.finish.set()
    assert desk.readings.idle(PATIENCE)
    assert f"{AT_ONCE}.pdf" not in desk.started


def test_stopping_what_has_ended_changes_nothing(desk: Desk) -> None:
    key = desk.begin("a.pdf", work=lambda _: Ending(refused=("hỏng",)))
    assert desk.readings.idle(PATIENCE)
    assert desk.readings.cancel(key, LAN, NOW)
    assert desk.look(key).ending.refused == ("hỏng",)


def test_a_service_that_reads_enough_takes_no_more(desk: Desk) -> None:
    for number in range(AT_ONCE + MOST_WAITING):
        desk.begin(f"{number}.pdf")
    with pytest.raises(BusyError, match="ít phút"):
        desk.begin("thua.pdf")


def test_an_ended_one_is_forgotten_after_an_hour(desk: Desk) -> None:
    key = desk.begin("a.pdf", work=lambda _: Ending())
    assert desk.readings.idle(PATIENCE)
    assert desk.look(key, later=REMEMBERED - timedelta(seconds=1))
    assert desk.look(key, later=REMEMBERED) is None
    assert desk.look(key) is None


def test_one_under_way_is_never_forgotten(desk: Desk) -> None:
    key = desk.begin("a.pdf")
    assert desk.look(key, later=2 * REMEMBERED)


def test_many_ended_ones_do_not_pile_up(desk: Desk) -> None:
    keys = []
    for _ in range(MOST_REMEMBERED + 10):
        keys.append(desk.begin("a.pdf", work=lambda _: Ending()))
        assert desk.readings.idle(PATIENCE)
    assert sum(desk.look(key) is not None for key in keys) == MOST_REMEMBERED


def test_the_bytes_of_an_ended_one_are_let_go(desk: Desk) -> None:
    import gc
    import weakref

    class Work:
        def __call__(self, _: Watch) -> Ending:
            return Ending()

    work = Work()
    gone = weakref.ref(work)
    desk.begin("a.pdf", work=work)
    del work
    assert desk.readings.idle(PATIENCE)
    gc.collect()
    assert gone() is None


def test_a_mistake_of_ours_becomes_a_sentence_without_its_inside(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    key = desk.begin("a.pdf", work=lambda _: 1 / 0)
    assert desk.readings.idle(PATIENCE)
    assert "máy chủ gặp lỗi" in desk.look(key).ending.refused[0]
    assert "division" not in desk.look(key).ending.refused[0]
    assert "ZeroDivisionError" in caplog.text


def test_a_stopping_service_ends_every_reading_and_takes_no_more(desk: Desk) -> None:
    keys = [desk.begin(f"{number}.pdf") for number in range(4)]
    assert desk.readings.close(NOW, PATIENCE)
    assert {desk.stage(key) for key in keys} == {Stage.ENDED}
    assert set(desk.started) <= {"0.pdf", "1.pdf"}
    with pytest.raises(BusyError, match="đang dừng"):
        desk.begin("a.pdf")
