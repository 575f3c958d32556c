"""A deadline is shown with the place it rests on first; what other places say stands as theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import html

from schedules.plan import Bound, Due, Mention, Place, Recurrence, Task
from tests.conftest import due_on
from tests.fakes.review_clerk import PAGE, clerk_with
from tests.test_tracker_review_corrected import TEXT
from tracker.quoting import quoted

APRIL_15, APRIL_25 = due_on(date(2027, 4, 15), bound=Bound.BEFORE), due_on(date(2027, 4, 25))


def said(quote: str, due: Due) -> Mention:
    return Mention(quote, Place(line=1), due)


BODY, TABLE = said("nộp trước ngày 15/4/2027", APRIL_15), said("Báo cáo | 25/4/2027", APRIL_25)


def told(due: Due, *mentions: Mention) -> list[tuple[str, str]]:
    return [(one.mention.quote, one.told) for one in quoted(Task("Báo cáo", due, mentions))]


def test_the_place_whose_day_counts_stands_first_and_the_other_with_its_own() -> None:
    assert told(APRIL_25, BODY, TABLE) == [(TABLE.quote, ""), (BODY.quote, "nơi khác ghi trước thứ Năm 15/4/2027")]
    assert told(APRIL_15, BODY, TABLE)[0] == (BODY.quote, "")


def test_a_place_of_the_same_day_or_of_none_says_nothing_else() -> None:
    same, none = said("xong 25/4", replace(APRIL_25, words="25/4")), said("báo cáo", Due())
    assert told(APRIL_25, none, same, TABLE) == [(TABLE.quote, ""), (same.quote, ""), (none.quote, "")]


def test_of_a_day_somebody_gave_each_place_is_told_as_the_plan_s() -> None:
    assert told(due_on(date(2027, 5, 3)), BODY, TABLE) == [
        (BODY.quote, "kế hoạch ghi trước thứ Năm 15/4/2027"),
        (TABLE.quote, "kế hoạch ghi chậm nhất Chủ nhật 25/4/2027"),
    ]


def test_a_later_time_of_recurring_work_rests_on_the_words_of_the_first() -> None:
    weekly = replace(APRIL_25, recurrence=Recurrence.WEEKLY)
    assert told(replace(weekly, day=date(2027, 5, 2)), said("hằng tuần", weekly)) == [("hằng tuần", "")]
    assert quoted(Task("Không trích", APRIL_25)) == ()


def test_plan_and_task_pages_quote_the_chosen_place_first(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", TEXT)
    first, second = (one.id for one in clerk.tasks() if "áo cáo" in one.task.title)
    clerk.presses("gop", task=first, other=second)
    clerk.presses("chon-han", task=first, mention="2")
    clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="1")
    row = html.fromstring(clerk.get("/ke-hoach/1").text).xpath(f"//li[a[@href='/viec/{first}']]")[0]
    notes = [note.text_content() for note in row.xpath(".//p[contains(@class, 'note')]")]
    assert "25/4/2027" in notes[0]
    assert notes[1].startswith("nơi khác ghi trước thứ Năm 15/4/2027: ")
    assert len(notes) == 2
    captions = html.fromstring(clerk.get(f"/viec/{first}").text).xpath("//figcaption")
    assert [("nơi khác ghi" in one.text_content()) for one in captions] == [False, True]
