"""“These are two works”: one press parts what was falsely joined; each place keeps its words, its day and its people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schedules.plan import Document
from tests.fakes.parting import (
    APPENDIX,
    FIRST,
    SECOND,
    TEXT,
    asked,
    draft_of,
    funds,
    parted,
    parting,
    read,
    told,
)
from tracker.refusal import Refusal
from tracker.review import deciding
from tracker.review.draft import Field
from tracker.review.findings import PARTED


def test_each_place_is_a_work_of_its_own_with_its_words_its_day_and_its_people() -> None:
    draft = parted(read(TEXT))
    assert told(funds(draft)) == [FIRST, SECOND]
    assert {item.task.confidence for item in draft.live} == {draft.items[0].task.confidence}
    assert all(item.decided == frozenset() for item in draft.live)


def test_the_question_is_answered_while_the_works_stay_apart() -> None:
    plan = read(TEXT)
    assert parting(draft_of(plan)).works == tuple(funds(parted(plan)))
    assert asked(parted(plan)).settled == PARTED
    assert parting(parted(plan)) is None


def test_places_of_the_same_days_stay_one_work() -> None:
    assert told(funds(parted(read(TEXT + APPENDIX)))) == [FIRST, (*SECOND[:3], 2)]


def test_a_criterion_stays_with_the_place_that_names_it() -> None:
    head = TEXT.replace("| Thời gian | Nội dung |", "| Thời gian | Tiêu chí | Nội dung |")
    plan = read(head.replace("| Thu quỹ lớp đợt", "| Tiêu chí 1.2 | Thu quỹ lớp đợt").replace("| Họp", "| | Họp"))
    assert {one.title: one.criterion for one in funds(parted(plan))} == {FIRST[0]: None, SECOND[0]: "1.2"}


def test_what_was_decided_about_the_title_and_the_people_stays_with_the_first() -> None:
    plan = read(TEXT)
    draft = draft_of(plan)
    before = (*deciding.retitle(draft, "viec-1", "Thu quỹ đợt một"), *deciding.assign(draft, ["viec-1"], "Cô Lan"))
    after = parted(plan, *before)
    first, second = (item for item in after.live if item.task.title.startswith("Thu quỹ"))
    assert told([first.task, second.task]) == [("Thu quỹ đợt một", ("Cô Lan",), *FIRST[2:]), SECOND]
    assert (first.decided, second.decided) == (frozenset({Field.TITLE, Field.PEOPLE}), frozenset())


def test_without_sure_words_of_each_place_nothing_is_offered() -> None:
    plan = read(TEXT)
    lost = replace(plan, document=Document("", "", ()))
    assert parting(draft_of(lost)) is None
    with pytest.raises(Refusal, match="Không tự tách được"):
        deciding.part(None)


def test_a_corrected_copy_with_its_lines_moved_keeps_them_apart() -> None:
    operations = deciding.part(parting(draft_of(read(TEXT))))
    moved = draft_of(read(TEXT.replace("I. NỘI DUNG", "Căn cứ nhiệm vụ năm học.\n\nI. NỘI DUNG")), *operations)
    assert (told(funds(moved)), moved.lapsed) == ([FIRST, SECOND], ())


@pytest.mark.parametrize(("was", "now"), [("GVCN |\n| 12/12", "Thủ quỹ |\n| 12/12"), ("16/10/2023", "17/10/2023")])
def test_a_copy_that_words_one_of_them_anew_is_asked_again(was: str, now: str) -> None:
    operations = deciding.part(parting(draft_of(read(TEXT))))
    draft = draft_of(read(TEXT.replace(was, now)), *operations)
    assert (len(draft.lapsed), asked(draft).open) == (1, True)
    assert len(parting(draft).works) == 2


def test_parts_split_by_hand_follow_their_words_when_lines_move() -> None:
    by_hand = deciding.split(draft_of(read(TEXT)), "viec-1", "Thu quỹ lần hai", None, [2])
    draft = draft_of(read(TEXT.replace("I. NỘI DUNG", "Căn cứ nhiệm vụ năm học.\n\nI. NỘI DUNG")), *by_hand)
    assert [one.due.day for one in funds(draft)] == [FIRST[2], SECOND[2]]
    assert asked(draft).settled == PARTED
