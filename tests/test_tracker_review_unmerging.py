"""Works merged by hand part again as themselves: no quote and no decision is lost."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from schedules.plan import Finding, Place, Plan, Severity
from tests.conftest import due_on, make_plan, make_task
from tests.fakes.parting import (
    EARLY,
    LAST,
    LATE,
    draft_of,
    every,
    parted,
    parting,
)
from tracker.refusal import Refusal
from tracker.review import deciding
from tracker.review.draft import Draft
from tracker.review.findings import APART
from tracker.review.operations import Operation


def merged(plan: Plan, *pairs: tuple[str, str]) -> tuple[Operation, ...]:
    made: tuple[Operation, ...] = ()
    for one, other in pairs:
        made += deciding.merge(draft_of(plan, *made), one, other)
    return made


def test_works_merged_by_hand_are_themselves_again() -> None:
    plan = make_plan(EARLY, LATE)
    draft = parted(plan, *merged(plan, ("viec-1", "viec-0")))
    assert draft.items == draft_of(plan).items


def test_what_was_decided_after_the_merge_stays_with_the_work_it_was_said_of() -> None:
    plan = make_plan(EARLY, LATE)
    merge = merged(plan, ("viec-0", "viec-1"))
    draft = parted(plan, *merge, *deciding.assign(draft_of(plan, *merge), ["viec-0"], "Cô Lan"))
    assert [item.task.owners for item in draft.live] == [("Cô Lan",), ("Tổ Văn",)]


def test_a_day_given_by_hand_before_the_merge_comes_back_with_its_work() -> None:
    plan, day = make_plan(EARLY, LATE), due_on(date(2024, 6, 7))
    by_hand = deciding.redate(draft_of(plan), "viec-1", day)
    merge = deciding.merge(draft_of(plan, *by_hand), "viec-0", "viec-1")
    assert [item.task.due for item in parted(plan, *by_hand, *merge).live] == [EARLY.due, day]


def test_three_works_merged_part_by_their_days_and_those_of_one_day_stay_merged() -> None:
    same = replace(LAST, due=EARLY.due, mentions=(replace(LAST.mentions[0], due=EARLY.due),))
    plan = make_plan(EARLY, LATE, same)
    draft = parted(plan, *merged(plan, ("viec-0", "viec-1"), ("viec-0", "viec-2")))
    assert [(item.id, item.task.due, len(item.task.mentions)) for item in draft.live] == [
        ("viec-0", EARLY.due, 2),
        ("viec-1", LATE.due, 1),
    ]


def test_three_works_of_three_days_part_in_three_whatever_their_order() -> None:
    plan = make_plan(EARLY, LATE, LAST)
    draft = parted(plan, *merged(plan, ("viec-0", "viec-1"), ("viec-2", "viec-0")))
    assert draft.items == draft_of(plan).items


def test_that_they_may_be_one_is_not_asked_again() -> None:
    places = Place(line=3), Place(line=4)
    tasks = [
        replace(one, mentions=(replace(one.mentions[0], place=place),))
        for one, place in zip((EARLY, LATE), places, strict=True)
    ]
    quotes = tuple(one.mentions[0].quote for one in tasks)
    perhaps = Finding("co-the-mot-viec", Severity.CHOICE, "Có thể là một việc.", quotes, "", places)
    plan = replace(make_plan(*tasks), findings=(perhaps,))
    (pair,) = every(draft_of(plan))
    merge = merged(plan, pair.pair)
    (after,) = every(parted(plan, *merge))
    assert (after.key, after.settled) == (pair.key, APART)


SOME = make_plan(EARLY, LATE, LAST, replace(make_task("Sơ kết học kỳ", date(2024, 1, 12)), owners=("Tổ Toán",)))
IDS = [f"viec-{at}" for at in range(len(SOME.tasks))]


def wished(draft: Draft, kind: str, first: str, second: str) -> Sequence[Operation]:
    match kind:
        case "merge":
            return deciding.merge(draft, first, second)
        case "split":
            return deciding.split(draft, first, "Việc tách", None, [2])
        case "choose":
            return deciding.choose(draft, first, 1)
        case "drop":
            return deciding.drop(draft, first, "không làm")
    return deciding.part(next((parting(draft, one) for one in every(draft) if parting(draft, one)), None))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("merge", "merge", "part", "split", "choose", "drop")),
            st.sampled_from(IDS),
            st.sampled_from(IDS),
        ),
        max_size=10,
    )
)
@example(
    [
        ("merge", "viec-1", "viec-0"),
        ("merge", "viec-2", "viec-1"),
        ("choose", "viec-1", "viec-0"),
        ("part", "viec-0", "viec-0"),
    ]
)
def test_however_works_are_merged_and_parted_no_quote_is_lost_and_each_stands_once(
    wishes: list[tuple[str, str, str]],
) -> None:
    kept: list[Operation] = []
    for kind, first, second in wishes:
        with suppress(Refusal):
            kept += wished(draft_of(SOME, *kept), kind, first, second)
    draft = draft_of(SOME, *kept)
    standing = [item for item in draft.items if item.merged is None]
    assert draft.lapsed == ()
    quotes = {mention.quote for item in standing for mention in item.task.mentions}
    assert quotes == {task.mentions[0].quote for task in SOME.tasks}
    assert all(item.task.due in {one.due for one in item.task.mentions} for item in standing)
    assert len({item.id for item in draft.items}) == len(draft.items)
