"""The running clock: it ticks by itself, beats, stops, and survives a database in trouble."""

from __future__ import annotations

import threading
from datetime import date

from tests.fakes.reminding import at, running_school
from tracker.reminders import clock
from tracker.reminders.tick import HEARTBEAT
from tracker.settings import Settings
from tracker.store import heartbeats, outbox_search
from tracker.store.database import open_database
from tracker.store.outbox_search import Query


def beats(folder) -> bool:
    with open_database(folder) as db:
        return heartbeats.last(db, HEARTBEAT) is not None


def wait_for(condition) -> bool:
    """Ask again until it holds, for ten seconds at most."""
    never = threading.Event()
    return any(condition() or never.wait(0.05) for _ in range(200))


def test_the_clock_ticks_at_once_and_stops(tmp_path):
    with open_database(tmp_path):
        pass
    running = clock.start(tmp_path, Settings())
    try:
        assert wait_for(lambda: beats(tmp_path))
    finally:
        running.stop()
    assert not running.scheduler.running


def test_planning_brings_every_school_in_line(tmp_path):
    with running_school(tmp_path) as school:
        school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
        school.db.execute("DELETE FROM reminders")
        clock.plan_all(school.db, school.desk)
        assert [row.planned.stage for row in school.rows()][:4] == ["D-7", "D-3", "D-1", "D-0"]


def test_a_database_in_trouble_is_logged_and_the_clock_goes_on(tmp_path, caplog):
    (tmp_path / "tracker.db").write_text("không phải cơ sở dữ liệu" * 100, encoding="utf-8")
    clock._job(tmp_path, lambda db: None)
    assert "khôi phục bản sao lưu" in caplog.text


def test_a_tick_leaves_a_heartbeat_even_when_nothing_is_due(tmp_path):
    with running_school(tmp_path) as school:
        school.tick(at(2023, 10, 20))
        assert heartbeats.last(school.db, HEARTBEAT).detail.startswith("0 tin")
        assert outbox_search.search(school.db, Query()) == ()
