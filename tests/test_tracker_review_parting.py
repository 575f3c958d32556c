"""“These are two works”: one press parts what was falsely joined; each place keeps its words, its day and its people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from schedules.calendar import SchoolCalendar, load_calendar
from schedules.plan import Document, Finding, Place, Plan, Severity, Task
from schedules.planning import understand
from schedules.reading import read_text
from tests.conftest import due_on, make_plan, make_task
from tracker.importing import Incoming, publish_plan, store_plan
from tracker.refusal import Refusal
from tracker.review import deciding, desk
from tracker.review.applying import reviewed
from tracker.review.desk import Review
from tracker.review.draft import Draft, Field
from tracker.review.findings import APART, PARTED, Known, Question, questions
from tracker.review.operations import Operation
from tracker.review.parting import Parting, parting_of
from tracker.store import history, tasks
from tracker.store.history import Actor
from tracker.store.records import TaskState

CALENDAR = load_calendar()
TEXT = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Đồi Sim, ngày 15 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
I. NỘI DUNG
1. Công khai thu chi đầu năm trước ngày 10/10/2023.
2. Thu quỹ lớp trước ngày 16/10/2023 (Kế toán).

| Thời gian | Nội dung | Phụ trách |
| Trước 10/11/2023 | Thu quỹ lớp đợt hai | GVCN |
| 12/12/2023 | Họp phụ huynh | GVCN |
"""
BODY = "2. Thu quỹ lớp trước ngày 16/10/2023 (Kế toán)."
FIRST = ("Thu quỹ lớp", ("Kế toán",), date(2023, 10, 16), 1)
SECOND = ("Thu quỹ lớp đợt hai", ("GVCN",), date(2023, 11, 10), 1)
APPENDIX = """
PHỤ LỤC

| Thời gian | Nội dung | Phụ trách |
| Trước 10/11/2023 | Thu quỹ lớp đợt hai | GVCN |
| 12/12/2023 | Họp phụ huynh | GVCN |
"""
EARLY = make_task("Nộp báo cáo tự đánh giá", date(2024, 4, 26), owners=("Tổ Toán",))
LATE = make_task("Báo cáo tự đánh giá gửi Phòng", date(2024, 5, 10), owners=("Tổ Văn",))
LAST = make_task("Gửi báo cáo", date(2024, 5, 24))


def read(text: str) -> Plan:
    return understand(read_text(text, "ke-hoach.txt"), CALENDAR)


def draft_of(plan: Plan, *operations: Operation) -> Draft:
    return reviewed(plan, [f"viec-{at}" for at in range(len(plan.tasks))], operations, lambda _: plan)


def every(draft: Draft) -> tuple[Question, ...]:
    return questions(draft, Known({}, calendar=CALENDAR))


def asked(draft: Draft) -> Question:
    return next(one for one in every(draft) if one.first.rule == "hai-han")


def parting(draft: Draft, question: Question | None = None) -> Parting | None:
    return parting_of(draft, question or asked(draft), every(draft), CALENDAR)


def parted(plan: Plan, *before: Operation) -> Draft:
    return draft_of(plan, *before, *deciding.part(parting(draft_of(plan, *before))))


def told(some: Sequence[Task]) -> list[tuple[str, tuple[str, ...], date | None, int]]:
    return [(one.title, one.owners, one.due.day, len(one.mentions)) for one in some]


def funds(draft: Draft) -> list[Task]:
    return [item.task for item in draft.live if item.task.title.startswith("Thu quỹ")]


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


class Office:
    """A school that imports one plan again and again and decides about the newest."""

    def __init__(self, db: Database, actor: Actor, calendar: SchoolCalendar) -> None:
        self.db, self.actor, self.calendar = db, actor, calendar

    def brings(self, text: str) -> None:
        store_plan(self.db, Incoming(text.encode(), read(text)), self.actor, self.calendar, publish=False)

    def wishes(self, wish: Callable[[Review], Sequence[Operation]]) -> Review:
        return desk.decide(self.db, 1, wish, self.actor, self.calendar)

    def publishes(self) -> None:
        publish_plan(self.db, 1, self.actor, self.calendar)

    @property
    def review(self) -> Review:
        return desk.open_review(self.db, 1, self.calendar)

    def funds(self) -> dict[str, Task]:
        kept = (one for one in tasks.of_plan(self.db, 1) if one.state is not TaskState.CANCELLED)
        return {one.id: one.task for one in kept if "thu quỹ" in one.task.title.casefold()}


@pytest.fixture
def office(db: Database, actor: Actor, calendar: SchoolCalendar) -> Office:
    office = Office(db, actor, calendar)
    office.brings(TEXT)
    return office


def pressed(review: Review) -> Sequence[Operation]:
    return deciding.part(next(found for one in review.questions if (found := review.parting(one))))


def test_one_press_parts_them_in_the_store_and_one_undo_joins_them(office: Office) -> None:
    before, asked_then = office.funds(), office.review.asked
    office.wishes(pressed)
    assert told(list(office.funds().values())) == [FIRST, SECOND]
    assert office.review.asked == asked_then - 1
    desk.undo(office.db, 1, office.actor, office.calendar)
    assert (office.funds(), office.review.asked) == (before, asked_then)


def test_published_they_stay_two_with_their_ids_when_the_same_plan_comes_again(office: Office) -> None:
    office.wishes(pressed)
    office.publishes()
    before = office.funds()
    office.brings(TEXT.replace("I. NỘI DUNG", "Căn cứ nhiệm vụ năm học.\nI. NỘI DUNG"))
    office.publishes()
    assert list(office.funds()) == list(before)
    assert told(list(office.funds().values())) == [FIRST, SECOND]


@pytest.mark.parametrize("row", ["Thu quỹ lớp đợt ba", "Thu quỹ lớp đợt hai của khối 9"])
def test_parted_again_after_other_words_they_are_the_same_two_tasks(office: Office, row: str) -> None:
    office.wishes(pressed)
    office.publishes()
    before = office.funds()
    office.brings(TEXT.replace("Thu quỹ lớp đợt hai", row))
    office.wishes(pressed)
    office.publishes()
    assert list(office.funds()) == list(before)


def test_a_plan_that_says_them_apart_itself_keeps_both_ids(office: Office) -> None:
    office.wishes(pressed)
    office.publishes()
    before = office.funds()
    office.brings(TEXT.replace(BODY, "2. Kế toán thu quỹ lớp trước ngày 16/10/2023."))
    assert office.review.draft.lapsed == ()
    assert not any(one.first.rule == "hai-han" for one in office.review.questions)
    office.publishes()
    assert {one: task.due.day for one, task in office.funds().items()} == {
        one: task.due.day for one, task in before.items()
    }


SESSIONS = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Đồi Sim, ngày 15 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
I. NỘI DUNG
1. Thu quỹ lớp đợt một ngày 27/10/2023 (cô Lê Thị Mai).
PHỤ LỤC

| TT | Nội dung | Thời gian | Phụ trách |
| 1 | Thu quỹ lớp đợt một | 10/11/2023 | Lê Thị Mai |
| 2 | Họp phụ huynh | 12/12/2023 | GVCN |
"""
IN_ONE = SESSIONS.replace("27/10/2023", "24/11/2023").replace("10/11/2023", "24/11/2023")


@pytest.fixture
def two_sessions(db: Database, actor: Actor, calendar: SchoolCalendar) -> Office:
    office = Office(db, actor, calendar)
    office.brings(SESSIONS)
    office.wishes(pressed)
    office.publishes()
    return office


def test_a_copy_that_makes_one_of_them_says_that_the_parting_is_lost(two_sessions: Office) -> None:
    two_sessions.brings(IN_ONE)
    (told_so,) = two_sessions.review.outdated
    assert told_so == (
        "“Thu quỹ lớp đợt một”: là 2 việc khác nhau: “Thu quỹ lớp đợt một” (thứ Sáu 27/10/2023), "
        "“Thu quỹ lớp đợt một” (thứ Sáu 10/11/2023)"
    )


def test_what_they_became_goes_on_as_the_earlier_and_the_other_joins_it(two_sessions: Office) -> None:
    first, second = two_sessions.funds()
    two_sessions.brings(IN_ONE)
    two_sessions.publishes()
    assert {one: task.due.day for one, task in two_sessions.funds().items()} == {first: date(2023, 11, 24)}
    why = [one.why for one in history.of_subject(two_sessions.db, "task", second) if one.what == "state"]
    assert why == ["gộp vào “Thu quỹ lớp đợt một” (thứ Sáu 24/11/2023; cô Lê Thị Mai phụ trách)"]


def test_it_goes_on_as_the_one_still_to_do(two_sessions: Office) -> None:
    first, second = two_sessions.funds()
    tasks.set_state(two_sessions.db, first, TaskState.DONE, two_sessions.actor)
    two_sessions.brings(IN_ONE)
    two_sessions.publishes()
    assert tasks.by_id(two_sessions.db, second).task.due.day == date(2023, 11, 24)


def test_a_copy_without_one_of_them_keeps_the_other(two_sessions: Office) -> None:
    second = list(two_sessions.funds())[1]
    two_sessions.brings("".join(line for line in SESSIONS.splitlines(keepends=True) if "27/10" not in line))
    two_sessions.publishes()
    assert {one: task.due.day for one, task in two_sessions.funds().items()} == {second: date(2023, 11, 10)}
