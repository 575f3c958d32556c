"""Wishes of a person about a draft → the operations to keep, or a refusal in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from schedules.calendar import SchoolCalendar, WeekRule, with_points
from schedules.plan import Due
from tracker.deadline_words import BY_A_PERSON
from tracker.refusal import Refusal
from tracker.review.adding import made_id
from tracker.review.deadlines import picked
from tracker.review.draft import Draft, Field
from tracker.review.findings import ABOUT_DUE, Question, key_of
from tracker.review.operations import (
    Answer,
    Assign,
    ChooseWeeks,
    Confirm,
    Drop,
    Merge,
    Operation,
    Redate,
    Restore,
    Retitle,
    Split,
)
from tracker.review.parting import Parting
from tracker.review.saying import said_all, said_whole
from tracker.review.typed_words import LONGEST_REASON, LONGEST_TITLE, line, names

KEPT_MOVED = f"{BY_A_PERSON}giữ ngày đã dời."
"""How the reason begins of a day people moved and keep against a corrected copy."""

SEEN = "đã xem"
"""How a question looked at and left as it is was answered."""

Operations = tuple[Operation, ...]


def retitle(draft: Draft, task_id: str, title: str) -> Operations:
    """Give a task another title."""
    item, title = draft.item(task_id), line(title, "Tên việc", LONGEST_TITLE)
    return (Retitle(task_id, title, said_all(item, Field.TITLE)),) if title != item.task.title else ()


def redate(draft: Draft, task_id: str, due: Due) -> Operations:
    """Give a task another deadline."""
    return (Redate(task_id, due, said_all(draft.item(task_id), Field.DUE)),)


def keep_moved(draft: Draft, task_id: str, calendar: SchoolCalendar) -> Operations:
    """Let a work keep the day people moved it to, though a corrected copy says another."""
    kept = next((one.kept for one in draft.overruled if one.task == task_id and one.kept), None)
    if kept is None or kept.day is None:
        raise Refusal("Không còn ngày đã dời nào để giữ: điểm này vừa được trả lời. Hãy tải lại trang.")
    due = picked(kept.start, kept.day, calendar)
    due = with_points(replace(due, bound=kept.bound), calendar.working_days)
    return redate(draft, task_id, replace(due, basis=f"{KEPT_MOVED} Bản trước: {kept.basis}"))


def choose(draft: Draft, task_id: str, number: int) -> Operations:
    """Let the due of one of the task's mentions, counted from 1, be the task's."""
    item = draft.item(task_id)
    if not 1 <= number <= len(item.task.mentions):
        raise Refusal(f"Việc này có {len(item.task.mentions)} chỗ nêu hạn; không có chỗ thứ {number}.")
    mention = item.task.mentions[number - 1]
    return (Redate(task_id, mention.due, said_all(item, Field.DUE), mention),)


def assign(draft: Draft, task_ids: Iterable[str], owners: str, helpers: str | None = None) -> Operations:
    """Give tasks to the people named, apart by commas or lines; without `helpers` those stay as they are."""
    lead, beside = names(owners), None if helpers is None else names(helpers)
    made: list[Operation] = []
    for task_id in task_ids:
        item = draft.item(task_id)
        kept = item.task.helpers if beside is None else beside
        if (lead, kept) != (item.task.owners, item.task.helpers):
            made.append(Assign(task_id, lead, kept, said_all(item, Field.PEOPLE)))
    return tuple(made)


def split(draft: Draft, task_id: str, title: str, due: Due | None, given: Iterable[int]) -> Operations:
    """Part a task in two; `given` are the mentions, counted from 1, that go with the second."""
    item, title = draft.item(task_id), line(title, "Tên việc thứ hai", LONGEST_TITLE)
    wanted, told = set(given), len(item.task.mentions)
    if beyond := sorted(wanted - set(range(1, told + 1))):
        raise Refusal(f"Việc này có {told} chỗ nêu hạn, không có chỗ thứ {beyond[0]}. Hãy chọn trong các chỗ đó.")
    mentions = tuple(one for number, one in enumerate(item.task.mentions, 1) if number in wanted)
    if mentions and len(mentions) == told:
        raise Refusal("Việc đầu phải giữ ít nhất một chỗ nêu hạn. Hãy bỏ chọn bớt cho việc thứ hai.")
    return (Split(task_id, made_id(draft, task_id, title), title, said_whole(item), due, mentions),)


def merge(draft: Draft, task_id: str, other: str) -> Operations:
    """Say that another task is the same work; its mentions join this one."""
    if not other:
        raise Refusal("Chưa chọn việc nào để gộp. Hãy chọn việc trùng với việc này.")
    if task_id == other:
        raise Refusal("Không gộp một việc với chính nó. Hãy chọn việc khác.")
    first, second = draft.item(task_id), draft.item(other)
    if not (first.live and second.live):
        raise Refusal("Một trong hai việc đã bỏ hoặc đã gộp. Hãy lấy lại việc đó trước.")
    return (Merge(task_id, other, said_whole(first, second)),)


def drop(draft: Draft, task_id: str, reason: str) -> Operations:
    """Leave a task out, with the reason."""
    reason = line(reason, "Lý do bỏ việc", LONGEST_REASON)
    return (Drop(task_id, reason, said_whole(draft.item(task_id))),)


def restore(draft: Draft, task_id: str) -> Operations:
    """Take a dropped task back."""
    item = draft.item(task_id)
    return (Restore(task_id, said_whole(item)),) if item.dropped is not None else ()


def confirm(draft: Draft, task_id: str) -> Operations:
    """Note that someone looked and the task was read rightly."""
    return (Confirm(task_id, said_whole(draft.item(task_id))),)


def waive(question: Question, reason: str) -> Operations:
    """Pass a question over, for a reason the school keeps; which plan a copy corrects is never passed over."""
    if question.corrects:
        raise Refusal(
            "Điểm này không bỏ qua được: hãy chọn đây là bản sửa thay cho kế hoạch nào, hay là kế hoạch khác."
        )
    return (_answer(question, accepted=False, reason=line(reason, "Lý do bỏ qua", LONGEST_REASON)),)


def look(question: Question) -> Operations:
    """Note that someone looked at a question and leaves the plan as it is."""
    if not question.lookable:
        raise Refusal("Điểm này không đóng được bằng “Đã xem”. Hãy sửa theo điểm đó, hoặc bỏ qua kèm lý do.")
    return (_answer(question, accepted=True, how=SEEN),)


def accept(question: Question) -> Operations:
    """Take a suggestion: the days it names become the deadlines it is about; one that moves nothing is refused."""
    if not question.acceptable:
        raise Refusal(
            "Gợi ý này không tự đổi được gì nên cần thầy/cô tự quyết: hãy chốt hạn hoặc giao người "
            "cho các việc nêu ở đó, hoặc bỏ qua kèm lý do."
        )
    moved = (Redate(item.id, due, said_all(item, Field.DUE)) for item, due in question.moves)
    return (_answer(question, accepted=True), *moved)


def pick(question: Question, choice: str) -> Operations:
    """Take one of the deadlines a question leaves open; it is answered when none of them is left to choose."""
    taken = next((one for one in question.choices if one.key == choice), None)
    if taken is None:
        raise Refusal("Không còn lựa chọn này; điểm này vừa được trả lời hoặc vừa đổi. Hãy tải lại trang.")
    redated = taken.operations
    asked_of = {task for one in question.choices for task in one.tasks}
    alone = question.first.rule in ABOUT_DUE and not set(question.left) - set(taken.tasks)
    if alone or asked_of - set(taken.tasks):
        return redated
    return (*redated, _answer(question, accepted=True, how=f"đã chọn {taken.label}"))


def part(parting: Parting | None) -> Operations:
    """Keep apart what was taken for one work; None is refused: what each place is about cannot be told."""
    if parting is None:
        raise Refusal(
            "Không tự tách được việc này: văn bản không cho biết chắc mỗi chỗ nói về việc nào, hoặc câu này đã được "
            "trả lời. Hãy dùng “Tách thành hai việc” ở việc đó."
        )
    return parting.operations


def _answer(question: Question, *, accepted: bool, reason: str = "", how: str = "") -> Answer:
    keys = tuple(key_of(one) for one in question.findings)
    return Answer(question.first.rule, keys, accepted, reason, question.first.message, how=how)


def choose_weeks(rule: str) -> Operations:
    """Say which days “tuần k” means in this plan."""
    if rule not in set(WeekRule):
        raise Refusal(f"“{rule}” không phải cách tính tuần; cần một trong: {', '.join(WeekRule)}.")
    return (ChooseWeeks(WeekRule(rule)),)
