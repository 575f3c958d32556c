"""Wishes of a person about a draft → the operations to keep, or a refusal in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from schedules.calendar import SchoolCalendar, WeekRule
from schedules.plan import Due, Finding, Mention, Place
from tracker.refusal import Refusal
from tracker.review.deadlines import suggested
from tracker.review.draft import Draft, Field, Item
from tracker.review.findings import ABOUT_DUE, Question, key_of
from tracker.review.operations import (
    Add,
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
from tracker.review.saying import quoted, said, said_whole
from tracker.review.touching import rests_on

LONGEST_TITLE = 500
LONGEST_REASON = 500
LONGEST_NAME = 200

Operations = tuple[Operation, ...]


def retitle(draft: Draft, task_id: str, title: str) -> Operations:
    """Give a task another title."""
    item, title = draft.item(task_id), _line(title, "Tên việc", LONGEST_TITLE)
    return (Retitle(task_id, title, said(item.said, Field.TITLE)),) if title != item.task.title else ()


def redate(draft: Draft, task_id: str, due: Due) -> Operations:
    """Give a task another deadline."""
    return (Redate(task_id, due, said(draft.item(task_id).said, Field.DUE)),)


def choose(draft: Draft, task_id: str, number: int) -> Operations:
    """Let the due of one of the task's mentions, counted from 1, be the task's."""
    item = draft.item(task_id)
    if not 1 <= number <= len(item.task.mentions):
        raise Refusal(f"Việc này có {len(item.task.mentions)} chỗ nêu hạn; không có chỗ thứ {number}.")
    mention = item.task.mentions[number - 1]
    return (Redate(task_id, mention.due, said(item.said, Field.DUE), mention),)


def assign(draft: Draft, task_ids: Iterable[str], owners: str, helpers: str | None = None) -> Operations:
    """Give tasks to the people named, apart by commas or lines; without `helpers` those stay as they are."""
    lead, beside = names(owners), None if helpers is None else names(helpers)
    made: list[Operation] = []
    for task_id in task_ids:
        item = draft.item(task_id)
        kept = item.task.helpers if beside is None else beside
        if (lead, kept) != (item.task.owners, item.task.helpers):
            made.append(Assign(task_id, lead, kept, said(item.said, Field.PEOPLE)))
    return tuple(made)


def names(text: str) -> tuple[str, ...]:
    """Return the names in a text, apart by commas, semicolons or lines, each once."""
    parts = [" ".join(part.split()) for part in text.replace(";", ",").replace("\n", ",").split(",")]
    found = tuple(dict.fromkeys(part for part in parts if part))
    for name in found:
        _line(name, "Tên người", LONGEST_NAME)
    return found


def split(draft: Draft, task_id: str, title: str, due: Due | None, given: Iterable[int]) -> Operations:
    """Part a task in two; `given` are the mentions, counted from 1, that go with the second."""
    item, title = draft.item(task_id), _line(title, "Tên việc thứ hai", LONGEST_TITLE)
    wanted = set(given)
    mentions = tuple(one for number, one in enumerate(item.task.mentions, 1) if number in wanted)
    if mentions and len(mentions) == len(item.task.mentions):
        raise Refusal("Việc đầu phải giữ ít nhất một chỗ nêu hạn. Hãy bỏ chọn bớt cho việc thứ hai.")
    return (Split(task_id, _made_id(draft, task_id, title), title, said_whole(item), due, mentions),)


def _made_id(draft: Draft, task_id: str, title: str) -> str:
    taken = {item.id for item in draft.items}
    for attempt in range(len(taken) + 1):
        made = f"viec-{sha256(f'{task_id}|{title}|{attempt}'.encode()).hexdigest()[:12]}"
        if made not in taken:
            return made
    raise Refusal("Việc này đã được tách quá nhiều lần với cùng một tên. Hãy đặt tên khác.")


def merge(draft: Draft, task_id: str, other: str) -> Operations:
    """Say that another task is the same work; its mentions join this one."""
    if task_id == other:
        raise Refusal("Không gộp một việc với chính nó. Hãy chọn việc khác.")
    first, second = draft.item(task_id), draft.item(other)
    if not (first.live and second.live):
        raise Refusal("Một trong hai việc đã bỏ hoặc đã gộp. Hãy lấy lại việc đó trước.")
    return (Merge(task_id, other, said_whole(first, second)),)


def drop(draft: Draft, task_id: str, reason: str) -> Operations:
    """Leave a task out, with the reason."""
    reason = _line(reason, "Lý do bỏ việc", LONGEST_REASON)
    return (Drop(task_id, reason, said_whole(draft.item(task_id))),)


def add(draft: Draft, question: Question, title: str, due: Due | None) -> Operations:
    """Make a task of words the plan has but that gave none, such as a day that does not exist; answers the question."""
    title, (quote, place) = _line(title, "Tên việc", LONGEST_TITLE), _spot(draft, question.first)
    if due is None:
        raise Refusal("Chưa có hạn nào. Hãy ghi bằng chữ, hoặc chọn ngày hết hạn.")
    made = Add(_made_id(draft, quote, title), title, Mention(quote, place, due), quoted(draft.plan.document, quote))
    return (made, _answer(question, accepted=True))


def _spot(draft: Draft, finding: Finding) -> tuple[str, Place]:
    """Return the plan's own words a finding rests on and where they stand; raise Refusal when it quotes none."""
    place = finding.places[0] if finding.places else Place()
    texts = [*finding.quotes, *(block.text for block in draft.plan.document.blocks if block.place == place)]
    for quote in texts:
        if quoted(draft.plan.document, quote):
            return quote, place
    raise Refusal("Điểm này không trích câu nào của kế hoạch nên không lập thành việc được.")


def restore(draft: Draft, task_id: str) -> Operations:
    """Take a dropped task back."""
    item = draft.item(task_id)
    return (Restore(task_id, said_whole(item)),) if item.dropped is not None else ()


def confirm(draft: Draft, task_id: str) -> Operations:
    """Note that someone looked and the task was read rightly."""
    return (Confirm(task_id, said_whole(draft.item(task_id))),)


def waive(question: Question, reason: str) -> Operations:
    """Pass a question over, for a reason the school keeps."""
    return (_answer(question, accepted=False, reason=_line(reason, "Lý do bỏ qua", LONGEST_REASON)),)


def accept(draft: Draft, question: Question, calendar: SchoolCalendar) -> Operations:
    """Take a suggestion: a suggested day moves the deadlines it is about, a suggested wording is only noted."""
    moved: list[Operation] = []
    for finding in question.findings if question.first.rule in ABOUT_DUE else ():
        for item in draft.live:
            due = suggested(finding.suggestion, item.task.due, calendar) if _in_force(finding, item) else None
            if due:
                moved.append(Redate(item.id, due, said(item.said, Field.DUE)))
    if not question.acceptable or (question.first.rule in ABOUT_DUE and not moved):
        raise Refusal("Gợi ý này cần bạn tự quyết: hãy chốt hạn hoặc giao người cho các việc nêu ở đó.")
    return (_answer(question, accepted=True), *moved)


def _in_force(finding: Finding, item: Item) -> bool:
    """Whether a finding is about the very mention whose due the task follows."""
    return rests_on(finding, (one for one in item.task.mentions if one.due == item.task.due))


def _answer(question: Question, *, accepted: bool, reason: str = "") -> Answer:
    keys = tuple(key_of(one) for one in question.findings)
    return Answer(question.first.rule, keys, accepted, reason, question.first.message)


def choose_weeks(rule: str) -> Operations:
    """Say which days “tuần k” means in this plan."""
    if rule not in set(WeekRule):
        raise Refusal(f"“{rule}” không phải cách tính tuần; cần một trong: {', '.join(WeekRule)}.")
    return (ChooseWeeks(WeekRule(rule)),)


def _line(text: str, what: str, longest: int) -> str:
    text = " ".join(text.split())
    if not text or len(text) > longest:
        raise Refusal(f"{what} cần từ 1 đến {longest} ký tự, hiện có {len(text)}. Hãy ghi lại.")
    return text
