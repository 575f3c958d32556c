"""Work whose evidence was refused stays its owner's “đã xong” and is nowhere taken for done until something shows it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from tests.conftest import NOW
from tests.fakes.answering import LEAD
from tests.fakes.committee import Committee
from tests.fakes.visitor import Visitor
from tracker.answers.showing import judge
from tracker.disclosing import show_to_parents
from tracker.doubting import unaccepted
from tracker.feeds.making import make
from tracker.reporting import report_of
from tracker.reports.results import Stage, in_words
from tracker.store import evidence, feeds, tasks
from tracker.store.database import open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import TaskState
from tracker.web.site import national_calendar
from tracker.work import reopen

WHY = "Minh chứng duy nhất đã bị trả lại (ảnh mờ); cần minh chứng khác"
TAG, TICK = "đã báo xong, chưa được chấp nhận", "✓ đã xong"


@pytest.fixture
def committee(tmp_path: Path) -> Committee:
    made = Committee(tmp_path / "data")
    with open_database(made.folder) as db:
        show_to_parents(db, made.task().id, Actor("Cô Mai", NOW), see=True)
    made.finish()
    return made


def give(committee: Committee, words: str = "ảnh", minutes: int = 1) -> Evidence:
    """Let the lead give evidence so long after now."""
    at = committee.now + timedelta(minutes=minutes)
    with open_database(committee.folder) as db, transaction(db):
        piece = Evidence(0, at, committee.person().id, committee.task().id, f"https://a.vn/{words}", words)
        return evidence.propose(db, piece, Actor(LEAD, at))


def judged(committee: Committee, piece: Evidence, *, accepted: bool, minutes: int = 60) -> datetime:
    at = committee.now + timedelta(minutes=minutes)
    with open_database(committee.folder) as db:
        actor = Actor("Cô Mai", at, "" if accepted else "ảnh mờ")
        judge(db, piece.id, actor, national_calendar().working_days, accepted=accepted)
    return at


def why(committee: Committee) -> str:
    with open_database(committee.folder) as db:
        task = committee.task()
        return unaccepted(task, evidence.of_task(db, task.id))


def calendar_line(committee: Committee, kind: FeedKind) -> tuple[str, int]:
    with open_database(committee.folder) as db:
        body = make(db, FeedSubject(kind, committee.person().school_id), committee.now.date()).body
    event = next(
        one for one in icalendar.Calendar.from_ical(body).walk("VEVENT") if one["UID"].startswith(committee.task().id)
    )
    return str(event["SUMMARY"]), int(event["SEQUENCE"])


def public_page(committee: Committee) -> str:
    return committee.get("/lich/cong-khai/truong-mam-non-hoa-ban").text


def test_every_place_says_the_same_after_a_refusal_and_after_other_evidence_was_taken(committee: Committee) -> None:
    manager = Visitor(committee.folder, clock=lambda: committee.now)
    piece = give(committee)
    before = calendar_line(committee, FeedKind.COMMITTEE)
    assert (before[0][:16], "đã thực hiện" in public_page(committee)) == ("✓ Chờ kiểm tra: ", True)
    judged(committee, piece, accepted=False)
    committee.now += timedelta(hours=2)
    task = committee.task()
    assert (task.state, task.done_by) == (TaskState.DONE, LEAD)
    for page in (manager.get("/"), committee.get(committee.board())):
        assert 'id="chua-chap-nhan"' in page.text
        assert 'id="cho-kiem-tra"' not in page.text
        assert 'id="da-xong"' not in page.text
        assert f"<b>Chưa được chấp nhận:</b> {WHY}" in page.text
    own = "/" + committee.links().own(committee.person().id, committee.now.date()).split("/", 3)[3]
    for path in (committee.work(), own):
        assert TAG in committee.get(path).text
        assert TICK not in committee.get(path).text
    assert WHY in manager.get(f"/viec/{task.id}").text
    told = manager.get(f"/api/tasks/{task.id}").json()
    assert (told["state"], told["not_accepted"].startswith(WHY)) == ("done", True)
    assert "đã thực hiện" not in public_page(committee)
    assert calendar_line(committee, FeedKind.PUBLIC)[0] == "Nộp báo cáo"
    refused = calendar_line(committee, FeedKind.COMMITTEE)
    assert refused == ("Báo xong, chưa được chấp nhận: Nộp báo cáo", before[1] + 1)
    assert calendar_line(committee, FeedKind.SCHOOL)[0] == refused[0]
    judged(committee, give(committee, "bản ký"), accepted=True)
    assert why(committee) == ""
    assert "đã thực hiện" in public_page(committee)
    assert calendar_line(committee, FeedKind.COMMITTEE) == ("✓ Chờ kiểm tra: Nộp báo cáo", before[1] + 2)
    assert "not_accepted" not in manager.get(f"/api/tasks/{task.id}").json()
    assert 'id="da-xong"' in manager.get("/").text


def test_the_report_counts_it_apart_and_says_why(committee: Committee) -> None:
    judged(committee, give(committee), accepted=False)
    with open_database(committee.folder) as db:
        found = report_of(db, 1, committee.now.date(), committee.now).results
    (one,) = [one for one in found if one.stored.id == committee.task().id]
    assert (one.stage, one.level) == (Stage.UNACCEPTED, "Đã báo xong, chưa được chấp nhận")
    assert one.reasons[0].startswith(f"Chưa được chấp nhận: {WHY}")
    assert one.achieved[0] == f"Xong ngày 18/09/2023 ({LEAD})"
    assert in_words(found)[0] == "Tổng số: 2 việc; hoàn thành 0 việc."
    assert "Đã báo xong, chưa được chấp nhận: 1 việc." in in_words(found)
    assert not any("chưa kiểm tra" in line for line in in_words(found))


def test_a_check_that_stands_no_more_is_not_counted_as_done_either(committee: Committee) -> None:
    piece = give(committee, minutes=0)
    committee.client.post(f"{committee.work()}/kiem-tra")
    judged(committee, piece, accepted=False)
    with open_database(committee.folder) as db:
        found = report_of(db, 1, committee.now.date(), committee.now).results
    assert found[0].stage is Stage.AGAIN
    assert in_words(found)[0] == "Tổng số: 2 việc; hoàn thành 0 việc."
    assert "đã thực hiện" not in public_page(committee)
    assert "đã kiểm tra, cần xem lại" in committee.get(committee.work()).text


def test_evidence_left_to_look_at_or_taken_leaves_the_word_as_it_is(committee: Committee) -> None:
    first, second = give(committee, "ảnh"), give(committee, "bản ký")
    judged(committee, first, accepted=False)
    assert why(committee) == ""
    judged(committee, second, accepted=True, minutes=70)
    assert why(committee) == ""


def test_all_that_was_given_is_refused_one_by_one(committee: Committee) -> None:
    pieces = [give(committee, words) for words in ("ảnh", "bản ký")]
    for piece in pieces:
        judged(committee, piece, accepted=False)
    assert why(committee).startswith("Cả 2 minh chứng đều đã bị trả lại (ảnh mờ)")


def test_what_is_given_later_waits_and_changes_nothing_until_it_is_taken(committee: Committee) -> None:
    judged(committee, give(committee), accepted=False)
    give(committee, "bản ký", minutes=90)
    told = "Minh chứng khi ấy đã bị trả lại (ảnh mờ); minh chứng gửi sau đó đang chờ xác nhận"
    assert why(committee) == told
    assert "đã thực hiện" not in public_page(committee)


def test_a_check_in_knowledge_of_the_refusal_takes_it_for_done(committee: Committee) -> None:
    judged(committee, give(committee), accepted=False)
    committee.now += timedelta(hours=2)
    committee.client.post(f"{committee.work()}/kiem-tra", data={"sure": "1", "note": "Đã xem tại phòng"})
    assert (committee.task().state, why(committee)) == (TaskState.CHECKED, "")
    assert "đã thực hiện" in public_page(committee)


def test_said_to_be_done_anew_after_it_was_opened_again_it_is_a_new_word(committee: Committee) -> None:
    judged(committee, give(committee), accepted=False)
    committee.now += timedelta(hours=2)
    with open_database(committee.folder) as db:
        reopen(db, committee.task().id, Actor("Cô Mai", committee.now), national_calendar())
    assert why(committee) == ""
    committee.now += timedelta(hours=1)
    committee.finish()
    assert why(committee) == ""


def test_work_without_evidence_and_open_work_are_never_unaccepted(committee: Committee) -> None:
    assert why(committee) == ""
    with open_database(committee.folder) as db:
        other = committee.task(1)
        piece = Evidence(1, NOW, 1, other.id, "https://a.vn", accepted=False, decided_at=NOW)
        assert unaccepted(tasks.by_id(db, other.id), (piece,)) == ""


def test_the_feed_a_phone_holds_is_made_anew_by_the_refusal(committee: Committee) -> None:
    school = committee.person().school_id
    piece = give(committee)
    with open_database(committee.folder) as db:
        before = feeds.revision_of(db, school)
    judged(committee, piece, accepted=False)
    with open_database(committee.folder) as db:
        assert feeds.revision_of(db, school) > before


def test_it_stays_on_the_calendars_until_it_is_taken_for_done(committee: Committee) -> None:
    judged(committee, give(committee), accepted=False)
    committee.now += timedelta(days=120)
    assert calendar_line(committee, FeedKind.SCHOOL)[0].startswith("Báo xong, chưa được chấp nhận: ")
