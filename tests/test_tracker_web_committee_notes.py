"""What a member of the committee found of a work and agreed: under their name, beside what its owner says."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from notifiers import build_channels
from tests.conftest import NOW
from tests.fakes.answering import LEAD
from tests.fakes.committee import MEMBER, Committee
from tests.fakes.crashing import channel_settings
from tests.fakes.letter_box import WEB
from tests.fakes.smtp import FakeSmtp, running_smtp
from tests.fakes.visitor import Visitor
from tracker.answers.token import Action
from tracker.by_hand import drop
from tracker.reminders.desk import Desk
from tracker.reminders.planning import replan
from tracker.reminders.policy import Policy
from tracker.reminders.tick import tick
from tracker.reporting import report_of
from tracker.store import history, notes, people
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import TaskState
from tracker.web.site import national_calendar
from tracker.work import reopen

QUIET = Policy(week_summary=False)
FOUND = "Đã gặp cô Lan, hẹn nộp thứ Sáu 6/10"
SAID = f"Tổ giám sát ({MEMBER}, 06/10/2023): {FOUND}"


@pytest.fixture
def committee(tmp_path: Path) -> Committee:
    return Committee(tmp_path / "data")


@pytest.fixture
def smtp():
    with running_smtp() as server:
        yield server


def test_what_a_member_found_of_late_work_stands_under_their_name_wherever_reasons_do(committee: Committee) -> None:
    committee.now += timedelta(days=18)
    with open_database(committee.folder) as db:
        notes.add(db, committee.task().id, "Chờ kho bạc", Actor(LEAD, committee.now))
    assert 'id="ghi-chu"' in committee.get(committee.work()).text
    for _ in range(2):
        answer = committee.client.post(f"{committee.work()}/ghi-chu", data={"note": FOUND})
        assert answer.status_code == 303
    assert f"Chờ kho bạc. {SAID}" in committee.get(committee.board()).text
    assert SAID in committee.get(answer.headers["location"]).text
    chair = Visitor(committee.folder, clock=lambda: committee.now)
    assert f"Chờ kho bạc. {SAID}" in chair.get("/").text
    assert SAID in chair.get(f"/viec/{committee.task().id}").text
    assert SAID in committee.get(committee.path(Action.CHOOSE)).text
    with open_database(committee.folder) as db:
        story = history.of_subject(db, "task", committee.task().id)
        found = report_of(db, 1, committee.now.date(), committee.now).results[0]
    assert [(one.who, one.why) for one in story if one.what == "committee note"] == [(MEMBER, FOUND)]
    assert found.reasons == ("Chờ kho bạc", SAID)
    assert committee.task().open


def test_a_newer_note_of_the_committee_takes_the_place_of_its_last_and_of_nobody_else_s(committee: Committee) -> None:
    committee.client.post(f"{committee.work()}/ghi-chu", data={"note": "Chưa có bản ký"})
    with open_database(committee.folder) as db:
        notes.add(db, committee.task().id, "Ký rồi", Actor(LEAD, committee.now))
    committee.client.post(f"{committee.work()}/ghi-chu", data={"note": FOUND})
    page = committee.get(committee.board()).text
    assert "Chưa có bản ký" not in page
    assert "Ký rồi. Tổ giám sát (" in page
    assert "Chưa có bản ký" in committee.get(committee.work()).text


def test_what_is_done_is_noted_without_being_checked(committee: Committee) -> None:
    committee.finish()
    assert "Chỉ ghi chú" in committee.get(committee.work()).text
    assert committee.client.post(f"{committee.work()}/ghi-chu", data={"note": "Thiếu bản ký"}).status_code == 303
    assert committee.task().state is TaskState.DONE
    with open_database(committee.folder) as db:
        found = report_of(db, 1, committee.now.date(), committee.now).results[0]
    assert found.reasons == (f"Tổ giám sát ({MEMBER}, 18/09/2023): Thiếu bản ký",)


def reached(committee: Committee, smtp: FakeSmtp) -> Desk:
    """Let who leads the works be reached by real mail."""
    with open_database(committee.folder) as db, transaction(db):
        people.set_addresses(db, committee.person().id, ["mailto:lan@truong.vn"])
        replan(db, committee.person().school_id, national_calendar().working_days)
    channels = build_channels(channel_settings(smtp.port))
    return Desk(channels, wall=lambda: committee.now, base_url=WEB, links=committee.links(WEB), policy=QUIET)


def letters(committee: Committee, smtp: FakeSmtp, desk: Desk, **later: float) -> list[str]:
    """Let time pass and the clock tick; return the subject and text of what arrived."""
    committee.now += timedelta(**later)
    before = len(smtp.letters)
    with open_database(committee.folder) as db:
        tick(db, committee.now, desk)
    got = [one.parsed for one in smtp.letters[before:]]
    return [f"{one['subject']}\n{one.get_body(('plain',)).get_content()}".replace("\r", "") for one in got]


MISSING = "Chưa thấy sổ lưu mẫu thức ăn tuần 2"


def test_a_remark_on_finished_work_reaches_who_did_it_once_and_stands_on_their_pages(
    committee: Committee, smtp: FakeSmtp
) -> None:
    desk = reached(committee, smtp)
    committee.finish()
    letters(committee, smtp, desk, minutes=1)
    committee.client.post(f"{committee.work()}/ghi-chu", data={"note": MISSING})
    (letter,) = letters(committee, smtp, desk, minutes=5)
    assert letter.startswith("Tổ giám sát ghi: Nộp báo cáo – đã báo xong\n")
    for words in (
        "Tổ giám sát có ghi về việc đã báo xong của thầy/cô:",
        f"{MEMBER} ghi: {MISSING}",
        "Việc đã báo xong, Tổ giám sát chưa ghi “Đã kiểm tra”. Còn minh chứng thì xin gửi ở trang của việc.",
        "Hạn: chậm nhất thứ Sáu 29/9/2023\n",
        "#minh-chung",
    ):
        assert words in letter
    assert " ngày để xong" not in letter
    assert letters(committee, smtp, desk, hours=3) + letters(committee, smtp, desk, days=1) == []
    said = f"Tổ giám sát ({MEMBER}, 18/09/2023): {MISSING}"
    own = "/" + committee.links().own(committee.person().id, committee.now.date()).split("/", 3)[3]
    for page in (committee.path(Action.CHOOSE), committee.path(Action.DONE), own):
        assert said in committee.get(page).text
    assert "1 việc có ghi chú của Tổ giám sát" in committee.get(own).text
    assert re.search(r'<details id="da-xong"\s+open>', committee.get(own).text)


def test_the_words_of_a_check_reach_who_did_the_work_and_a_check_without_words_is_no_news(
    committee: Committee, smtp: FakeSmtp
) -> None:
    desk = reached(committee, smtp)
    committee.finish()
    letters(committee, smtp, desk, minutes=1)
    committee.client.post(f"{committee.work()}/kiem-tra")
    assert letters(committee, smtp, desk, minutes=5) == []
    committee.client.post(f"{committee.work()}/lay-lai")
    committee.now += timedelta(minutes=1)
    committee.client.post(f"{committee.work()}/kiem-tra", data={"note": "Lần sau gửi kèm ảnh"})
    (letter,) = letters(committee, smtp, desk, minutes=5)
    assert f"{MEMBER} đã kiểm tra và ghi: Lần sau gửi kèm ảnh" in letter
    assert "chưa ghi “Đã kiểm tra”" not in letter
    assert "Lần sau gửi kèm ảnh" in committee.get(committee.path(Action.CHOOSE)).text
    assert letters(committee, smtp, desk, days=1) == []


def test_who_did_a_work_is_told_who_checked_it_and_no_page_leads_to_itself(committee: Committee) -> None:
    committee.client.post(committee.path(Action.DONE))
    committee.now += timedelta(hours=1)
    committee.client.post(f"{committee.work()}/kiem-tra")
    told = rf"{LEAD} báo xong [^<;]*; {MEMBER} kiểm tra [^<]*"
    choosing, done = committee.path(Action.CHOOSE), committee.path(Action.DONE)
    assert re.search(told, committee.get(choosing).text)
    assert f'href="{choosing}"' not in committee.get(choosing).text
    assert f'href="{choosing}"' in committee.get(done).text
    own = "/" + committee.links().own(committee.person().id, committee.now.date()).split("/", 3)[3]
    assert re.search(rf"<span>kiểm tra [^<]*, {MEMBER}</span>", committee.get(own).text)


def test_a_remark_of_the_time_before_it_was_done_is_over_with_that(committee: Committee, smtp: FakeSmtp) -> None:
    desk = reached(committee, smtp)
    committee.client.post(f"{committee.work()}/ghi-chu", data={"note": FOUND})
    committee.now += timedelta(minutes=1)
    committee.finish()
    assert not any("Tổ giám sát ghi" in one for one in letters(committee, smtp, desk, minutes=5))
    assert FOUND not in committee.get(committee.path(Action.CHOOSE)).text


def test_opened_again_for_a_remark_the_work_is_told_of_with_it(committee: Committee, smtp: FakeSmtp) -> None:
    desk = reached(committee, smtp)
    committee.finish()
    committee.client.post(f"{committee.work()}/ghi-chu", data={"note": MISSING})
    with open_database(committee.folder) as db:
        reopen(db, committee.task().id, Actor("Cô Mai", committee.now), national_calendar())
    told = [one for one in letters(committee, smtp, desk, minutes=5) if MISSING in one]
    assert len(told) == 1
    assert "Tổ giám sát có ghi về việc của thầy/cô:" in told[0]


def test_a_remark_on_late_work_is_told_by_the_next_tick(committee: Committee, smtp: FakeSmtp) -> None:
    desk = reached(committee, smtp)
    letters(committee, smtp, desk, days=18)
    committee.client.post(f"{committee.work()}/ghi-chu", data={"note": FOUND})
    (letter,) = letters(committee, smtp, desk, minutes=5)
    assert f"{MEMBER} ghi: {FOUND}" in letter


@pytest.mark.parametrize(("note", "told"), [("", "Ghi chú còn trống"), ("dài " * 200, "cần không quá 500")])
def test_no_words_or_too_many_are_told_beside_them_and_kept(committee: Committee, note: str, told: str) -> None:
    refused = committee.client.post(f"{committee.work()}/ghi-chu", data={"note": note})
    assert refused.status_code == 422
    assert told in refused.text
    assert note.strip() in refused.text
    assert f'action="{committee.work()}/ghi-chu"' in refused.text


def test_what_is_checked_or_dropped_is_noted_no_more(committee: Committee) -> None:
    committee.finish()
    committee.client.post(f"{committee.work()}/kiem-tra")
    assert committee.client.post(f"{committee.work()}/ghi-chu", data={"note": FOUND}).status_code == 422
    other = committee.task(1)
    with open_database(committee.folder) as db:
        drop(db, other.id, Actor("Cô Mai", NOW, "Phòng hoãn."), national_calendar())
    path = committee.board(task_id=other.id)
    assert 'name="note"' not in committee.get(path).text
    refused = committee.client.post(f"{path}/ghi-chu", data={"note": FOUND})
    assert (refused.status_code, "đã bỏ nên không cần ghi chú" in refused.text) == (422, True)
