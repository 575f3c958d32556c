"""Works of one line that share its first words: "Khám sức khỏe đợt 1 (tháng 9), đợt 2 (tháng 3)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.planning.acts import acts_of
from schedules.planning.drafts import Draft
from schedules.planning.people.deeds import begins_with_deed
from schedules.planning.people.leaders import led_by
from schedules.planning.people.named import is_owner_line, named_in
from schedules.planning.people.names import People
from schedules.planning.people.persons import are_people
from schedules.planning.people.subjects import named_before_colon, subject_of
from schedules.planning.people.worn import begins_with_worn_deed, role_meant
from schedules.planning.text.group_times import group_of
from schedules.planning.text.prose import around
from schedules.planning.text.rounds import as_round, as_stage, without_total
from schedules.wording import fold

LONGEST_TAIL = 200
SIGN = re.compile(r"[.;,)]\s+")
SAME_WORDS = 2
SHORT, ACT, LONGEST_STEP = 3, 2, 6
LAST_DIGITS = 6
COLON = re.compile(r"^[^:]{3,80}:\s*")
COMPILED, REPORT = re.compile(r"(?:giao|phan cong)\s[^,;:\d]{3,60}\stong hop"), re.compile(r"\W*bao cao\b")
BRACKET = re.compile(r"\s*\([^()]*\)?")
GOES_ON = re.compile(
    r"(?:(?:riêng|còn|rồi|đồng thời|sau đó|tiếp đó|cuối cùng|định kỳ|"
    r"(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|kỳ|năm)),?\s+)+"
)
"""“…; hằng tháng nộp biên bản”, “…, riêng báo cáo tổng kết”: what stands before the next deed of the same people."""


def with_shared_words(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the works of one line; a later one takes the first's subject, one of a few words its start."""
    if len(drafts) < 2:  # noqa: PLR2004
        return tuple(drafts)
    first, *rest = drafts
    first = replace(first, task=replace(first.task, title=without_total(first.task.title)))
    made, labelled = [first], _is_labelled(first)
    acting = _acting_in(first)
    for one in rest:
        own = (
            _as_round(made[-1], one)
            or _of_group(first, one)
            or _of_next_person(first, one)
            or _as_end(made[-1], one)
            or _as_stage(made[-1], one)
            or _with_start(first, one)
        )
        made.append(_with_subject(acting, own, labelled=labelled))
        begun = not _words(one)[:1].islower()
        acting = _acting_in(one) or (() if begun and not labelled else acting)
    return tuple(made)


def with_closing_owners(drafts: Sequence[Draft], line: str) -> tuple[Draft, ...]:
    """Return the works of one line, those that name nobody done by whom its last words name for all of them."""
    if len(drafts) < 2:  # noqa: PLR2004
        return tuple(drafts)
    owners, helpers = _closing(line) or _compiling(drafts, line) or _behind_rounds(drafts)
    if not owners:
        return tuple(drafts)
    *before, last = drafts
    return (*(_done_by(draft, owners, helpers) for draft in before), last)


def _behind_rounds(drafts: Sequence[Draft]) -> tuple[People, People]:
    """Return whom the last names behind a sign that is one of several of one work: "… đợt 1 …, đợt 2 … (Y tế)"."""
    last = drafts[-1]
    begun = {tuple(fold(draft.task.title).split()[:SAME_WORDS]) for draft in drafts}
    quote = last.task.mentions[0].quote.rstrip(" .;")
    closed = quote.endswith((")", *(f": {owner}" for owner in last.task.owners))) and not last.handed_down
    return (last.task.owners, last.task.helpers) if len(begun) == 1 and closed else ((), ())


def _closing(line: str) -> tuple[People, People] | None:
    """Return whom the sentence or clause that ends a line names and tells nothing else of: ". Phụ trách: Kế toán"."""
    for sign in SIGN.finditer(line, max(0, len(line) - LONGEST_TAIL)):
        tail = line[sign.end() :]
        if (led := led_by(tail)) and led.rest in {"", tail} and not any(letter.isdigit() for letter in tail):
            return led.owners, led.helpers
        if is_owner_line(tail):
            return named_in(tail)[:2] if not any(letter.isdigit() for letter in tail) else None
    return None


def _compiling(drafts: Sequence[Draft], line: str) -> tuple[People, People] | None:
    """Return who compiles the reports of a line by the sentence that ends it: ". Giao bộ phận khảo thí tổng hợp."."""
    tail = line.rstrip(" .;)").rpartition(". ")[2]
    last = drafts[-1].task
    named = COMPILED.fullmatch(fold(tail)) and all(REPORT.match(fold(draft.task.title)) for draft in drafts)
    return (last.owners, last.helpers) if named and len(last.owners) == 1 and last.owners[0] in tail else None


def _done_by(draft: Draft, owners: People, helpers: People) -> Draft:
    quote = draft.task.mentions[0].quote
    if named_in(quote)[0] or subject_of(quote) or draft.task.owners == owners:
        return draft
    return replace(draft, task=replace(draft.task, owners=owners, helpers=helpers))


def _as_round(leader: Draft, draft: Draft) -> Draft | None:
    """Return the next round of the work before it, under that work's full name and of its people; None for another."""
    task, before = draft.task, leader.task
    title = as_round(task.title, task.mentions[0].quote, before.title)
    if not title or draft.named_by_heading:
        return None
    own = task.owners or task.helpers
    people = (task.owners, task.helpers) if own and not before.owners else (before.owners, before.helpers)
    return replace(draft, task=replace(task, title=title, owners=people[0], helpers=people[1]))


def _as_stage(leader: Draft, draft: Draft) -> Draft | None:
    """Return the next stage of the work before it under the name of what it is on; None for another."""
    title = "" if draft.named_by_heading else as_stage(draft.task.title, leader.task.title)
    return replace(draft, task=replace(draft.task, title=title)) if title else None


def _of_group(leader: Draft, draft: Draft) -> Draft | None:
    """Return the work of the line for one group, whose time a bracket tells; None for another."""
    group = group_of(draft.task.mentions[0].quote)
    if not group:
        return None
    task, before = draft.task, leader.task
    made = replace(task, title=f"{before.title} ({group})", owners=before.owners, helpers=before.helpers)
    return replace(draft, task=made, named_by_heading=False)


def _of_next_person(leader: Draft, draft: Draft) -> Draft | None:
    """Return the deed of the line as done by the next person of its row; None for another work.

    "Thao giảng: cô Nhung (30/10), thầy Long (13/11)".
    """
    first, title = leader.task.title, draft.task.title
    label = COLON.match(first)
    person = _person_in(title) if label else ""
    if not label or not person or leader.task.owners != (_person_in(first[label.end() :]),):
        return None
    own = _quoted(title, draft)
    return replace(draft, task=replace(draft.task, title=f"{label[0]}{own}", owners=(_person_in(own),)))


def _as_end(leader: Draft, draft: Draft) -> Draft | None:
    """Return a later time that only says “hoàn thành” as the end of the work before it, not of the heading above."""
    task, before = draft.task, leader.task
    if not draft.named_by_heading or leader.named_by_heading:
        return None
    own = task.mentions[0].quote.replace(task.due.words, " ").strip(" ,;:.()")
    title = f"{before.title} ({own[:1].lower()}{own[1:]})" if own else before.title
    made = replace(task, title=title, owners=before.owners or task.owners, helpers=before.helpers or task.helpers)
    return replace(draft, task=made, named_by_heading=False)


def _with_subject(acting: People, draft: Draft, *, labelled: bool) -> Draft:
    """Who acts in a work acts in the next that goes on with a verb in small letters: "…, báo cáo tổng kết"."""
    task, quote = draft.task, _words(draft)
    if (task.owners and not draft.handed_down) or not acting or not quote[:1].islower():
        return draft
    quote = GOES_ON.sub("", quote, count=1)
    acts = begins_with_deed(quote) or (draft.words != task.mentions[0].quote and begins_with_worn_deed(quote))
    return replace(draft, task=replace(task, owners=acting)) if labelled or acts else draft


def _acting_in(draft: Draft) -> People:
    """Return who acts in the sentence that sets a work and does it by that, () where another line says who does it."""
    quote = _words(draft)
    due = draft.task.due.words
    at = max(0, quote.rfind(due if due in quote else due[-LAST_DIGITS:]))  # restored, only its digits are the same
    near = (around(quote, ((at, at),)), quote)
    acting = any(_is_meant(who, draft.task.owners) for who in map(subject_of, near))
    return draft.task.owners if acting else ()


def _is_labelled(draft: Draft) -> bool:
    """Whether a line begins with whose all of it is: "Văn thư: …"."""
    return _is_meant(named_before_colon(_words(draft)), draft.task.owners)


def _is_meant(named: People, owners: People) -> bool:
    """Whether words name those who own a work, who are told put right where a scan misread them."""
    return bool(named) and owners in {named, tuple(map(role_meant, named))}


def _words(draft: Draft) -> str:
    """Return the words of a work in the plan, put right where the plan is worn."""
    return draft.words or draft.task.mentions[0].quote


def _is_step(draft: Draft, first: str) -> bool:
    """Whether a work is a step of the contest that opens its line: "Thi báo ảnh: nộp bài …, chấm và trao giải …"."""
    named = COLON.match(first)
    title, quote = draft.task.title, draft.task.mentions[0].quote.lstrip(" -–•*+")
    contest = named is not None and "hold" in acts_of(named[0]) and not are_people(named[0])
    small = f"{title[:1].lower()}{title[1:]}"
    return contest and quote[:1].islower() and quote.startswith(small[:SHORT]) and begins_with_deed(small)


def _with_start(leader: Draft, draft: Draft) -> Draft:
    first, title = leader.task.title, draft.task.title
    if not draft.named_by_heading and len(title.split()) <= LONGEST_STEP and _is_step(draft, first):
        named = COLON.match(first)
        told = f"{named[0] if named else ''}{_quoted(title, draft)}"
        return replace(draft, task=replace(draft.task, title=told, owners=draft.task.owners or leader.task.owners))
    if draft.named_by_heading or len(title.split()) > SHORT:
        return draft
    noun = title.split()[0]
    same = list(re.finditer(rf"(?<!\w){re.escape(noun)}(?!\w)", first, re.IGNORECASE))
    colon = COLON.match(first)
    led = colon and _alike(title, first[colon.end() :])
    start = colon[0] if colon and led else first[: same[-1].start()] if same else ""
    if not start.strip(" :"):
        return draft
    owners = leader.task.owners or draft.task.owners
    return replace(draft, task=replace(draft.task, title=f"{start}{_quoted(title, draft)}", owners=owners))


def _person_in(text: str) -> str:
    """Return the person a text names, without what a bracket says of the lesson; "" when it names none."""
    name = BRACKET.sub("", text).strip(" .,;")
    return name if are_people(name) else ""


def _alike(title: str, rest: str) -> bool:
    """Whether a title goes on the row that the words after a colon begin: "HKI", "HKII"; "sơ kết", "tổng kết"."""
    count = len(rest.split())
    named = len(title.split()) < SHORT and not acts_of(title) and not are_people(title)  # "Tiếng Việt", "Toán"
    return count <= SHORT and (rest[:2] == title[:2] or count == len(title.split()) == ACT or named)


def _quoted(title: str, draft: Draft) -> str:
    """Return a title as the line has it, not begun with a capital."""
    quote = draft.task.mentions[0].quote
    small = title[:1].lower() + title[1:]
    return title if title in quote else small
