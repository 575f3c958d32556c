"""Findings of a draft as questions: alike ones grouped, those answered by a decision or an older waiver told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from schedules.calendar import SchoolCalendar
from schedules.plan import Due, Finding, Severity
from schedules.proofreading import near_signing, no_dates, no_owner, two_dates, wrong_weekday, year_outside
from schedules.proofreading.agreement import undecided
from schedules.wording import fold
from tracker.review.choice import Choice, Doubt, groups_of
from tracker.review.choosing import choices_of
from tracker.review.draft import Draft, Field, Item, waiver_key
from tracker.review.predecessor import Predecessor
from tracker.review.rivals import finding_of
from tracker.review.suggesting import moves_of, names_a_day
from tracker.review.touching import Index, index
from tracker.review.two_names import group_findings
from tracker.store.records import Person

SETTLED = "đã chốt hạn"
"""How a question was answered by deciding upon deadlines."""

PARTED = "đã tách thành các việc khác nhau"
"""How a question about the dates of one work was answered by parting it: each work has its own."""

JOINED_SINCE = "đã gộp hoặc bỏ một việc"
"""How a question whether two works are one was answered by what became of them."""

APART = "là hai việc khác nhau"
"""How it was answered by parting them again."""

SERIOUS = (Severity.BLOCK, Severity.CHOICE)
"""The findings that want an answer, gravest first."""

IMPOSSIBLE_DAY = "ngay-khong-co"
"""The rule by which understanding tells of a day that does not exist; its task has no deadline yet."""

ABOUT_DUE = frozenset(
    {
        two_dates.RULE,
        year_outside.RULE,
        near_signing.RULE_BEFORE,
        wrong_weekday.RULE,
        IMPOSSIBLE_DAY,
        "chua-hieu-thoi-gian",
        "lech-so-moc",
        "thang-chua-ro",
        "o-khong-ro-tuan",
        "ngay-ngoai-o",
    }
)
"""Rules that a decision about the deadline of every task they touch answers."""

PERHAPS_ONE = "co-the-mot-viec"
"""The rule that asks whether two works are one: merging or dropping one of them answers it."""

LOST_WORDS = frozenset(
    {
        IMPOSSIBLE_DAY,
        "chua-hieu-thoi-gian",
        "moc-khong-viec",
        "moc-chua-thanh-han",
        "lech-so-moc",
        "bang-khong-hieu",
        "dong-khong-doc-duoc",
    }
)
"""Rules that tell of words from which no task, or none with a time, was made: one can be made of them by hand."""

NEEDS_AN_ACT = frozenset({no_owner.RULE, two_dates.RULE})
"""Rules whose answer is itself a press away; looking at them is no answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """Findings that one answer settles, the tasks they touch, and the answer if there is one.

    `settled` is one sentence of how it was answered; `left` are the tasks still to decide; `moves` are the deadlines
    its suggestion changes; `shown` tells a finding that counts tasks of those still left; `choices` are the few
    deadlines it leaves open, `corrects` the plans its draft may correct: one of them or none is to be chosen;
    `one_group` are the names that may mean one group.
    """

    key: str
    findings: tuple[Finding, ...]
    touched: tuple[str, ...]
    left: tuple[str, ...] = ()
    settled: str | None = None
    moves: tuple[tuple[Item, Due], ...] = ()
    shown: Finding | None = None
    choices: tuple[Choice, ...] = ()
    corrects: tuple[Predecessor, ...] = ()
    one_group: tuple[str, ...] = ()

    @property
    def first(self) -> Finding:
        """The finding that speaks for the group."""
        return self.findings[0]

    @property
    def open(self) -> bool:
        """Whether someone still has to answer."""
        return self.settled is None

    @property
    def acceptable(self) -> bool:
        """Whether taking its suggestion changes something."""
        return self.open and bool(self.moves)

    @property
    def lookable(self) -> bool:
        """Whether looking at it and leaving the plan as it is may answer it."""
        looked = self.open and self.first.severity is Severity.CHOICE and not self.one_group
        return looked and self.first.rule not in NEEDS_AN_ACT

    @property
    def groups(self) -> list[list[Choice]]:
        """Its choices by the tasks they date: of each group one is to be taken."""
        return groups_of(self.choices)

    @property
    def pair(self) -> tuple[str, ...]:
        """The two works that may be one, while both stand; empty for every other question."""
        asked = self.open and self.first.rule == PERHAPS_ONE and len(self.left) == len(self.first.places)
        return self.left if asked else ()

    @property
    def lost(self) -> bool:
        """Whether its words can be made a task: the plan says them, and no task was made of them."""
        lone = len(self.findings) == 1 and bool(self.first.quotes)
        return self.open and lone and not self.touched and self.first.rule in LOST_WORDS

    @property
    def message(self) -> str:
        """What it says now."""
        return (self.shown or self.first).message

    @property
    def serious(self) -> bool:
        """Whether it wants an answer at all."""
        return self.first.severity in SERIOUS


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the draft: reasons by waived key, tasks somebody leads, the school's days and people."""

    waived: Mapping[str, str]
    led: Collection[str] = frozenset()
    calendar: SchoolCalendar | None = None
    staff: tuple[Person, ...] = ()


def key_of(finding: Finding) -> str:
    """Return what a waiver remembers of a finding: its folded quotes, or its folded message when it quotes nothing."""
    return " | ".join(" ".join(fold(text).split()) for text in finding.quotes or (finding.message,))


def questions(draft: Draft, known: Known) -> tuple[Question, ...]:
    """Return every finding as a question, gravest first, in the proof-reader's order."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    told = Counter(finding.rule for finding in draft.plan.findings)
    for finding in (*draft.plan.findings, *_without_owner_since(draft)):
        many = finding.rule == year_outside.RULE and told[finding.rule] > near_signing.MANY
        groups.setdefault((finding.rule, finding.severity) if many else _group(finding), []).append(finding)
    touching = index(draft.items)
    asked = [_question(draft, known, tuple(group), touching) for group in groups.values()]
    merged = [item for item in draft.live if item.rivals]
    ids = {item.id for item in merged}
    # what the reader asked of one of the works is asked of the one they became
    asked = [one for one in asked if one.first.rule != two_dates.RULE or not one.left or not ids.issuperset(one.left)]
    asked += [_of_merged(draft, known, item) for item in merged]
    asked += [_of_group(draft, known, *one) for one in group_findings(draft, known.staff)]
    return tuple(sorted(asked, key=lambda one: list(Severity).index(one.first.severity)))


def _without_owner_since(draft: Draft) -> tuple[Finding, ...]:
    """Return the finding of works that decisions gave a day, or took from whom the plan names: nobody leads them."""
    since = (one for one in draft.live if not (one.said.due.dated and not one.said.owners))
    return no_owner.remarks(one.task for one in since if one.task.mentions)


def _of_merged(draft: Draft, known: Known, item: Item) -> Question:
    """Return the question of a task whose works had different deadlines."""
    findings = (finding_of(item, draft.plan.header.date),)
    settled = _answered(draft, known, findings) or (SETTLED if Field.DUE in item.decided else None)
    left = () if Field.DUE in item.decided else (item,)
    choices = _choices(draft, known, (findings, left)) if settled is None else ()
    ids = tuple(one.id for one in left)
    return Question(_key(findings, item.id), findings, (item.id,), ids, settled, choices=choices)


def _of_group(draft: Draft, known: Known, finding: Finding, items: tuple[Item, ...]) -> Question:
    """Return the question of names that may mean one group; the works themselves want no look."""
    settled, touched = _answered(draft, known, (finding,)), tuple(item.id for item in items)
    names = () if settled else finding.quotes
    return Question(_key((finding,)), (finding,), touched, settled=settled, one_group=names)


def _choices(draft: Draft, known: Known, asked: tuple[tuple[Finding, ...], Sequence[Item]]) -> tuple[Choice, ...]:
    findings, left = asked
    return choices_of(Doubt(draft, findings, tuple(left), known.calendar)) if known.calendar else ()


def _key(findings: Sequence[Finding], *of: str) -> str:
    return sha256("\x1f".join([findings[0].rule, *of, *map(key_of, findings)]).encode()).hexdigest()[:12]


def _group(finding: Finding) -> tuple[str, ...]:
    alone = finding.rule in {*ABOUT_DUE, PERHAPS_ONE} or not finding.suggestion
    return (finding.rule, finding.severity, finding.suggestion, key_of(finding) if alone else "")


def _question(draft: Draft, known: Known, findings: tuple[Finding, ...], touching: Index) -> Question:
    items = [draft.items[number] for number in touching.touched(findings)]
    left = _left(draft, known, findings[0].rule, items)
    settled = _answered(draft, known, findings) or _by_draft(draft, findings[0].rule)
    settled = settled or _by_decisions(findings[0].rule, items, left)
    moves: tuple[tuple[Item, Due], ...] = ()
    if known.calendar and not settled:
        pairs = ((one, draft.items[n]) for one in findings if names_a_day(one) for n in touching.touched((one,)))
        moves = tuple(moves_of(pairs, known.calendar))
    touched, ids_left = (tuple(one.id for one in some) for some in (items, left))
    choices = () if settled else _choices(draft, known, (findings, left))
    shown = _shown(findings[0], left) or _as_named(findings[0], items)
    return Question(_key(findings), findings, touched, ids_left, settled, moves, shown, choices)


def _left(draft: Draft, known: Known, rule: str, items: list[Item]) -> list[Item]:
    """Return the tasks still to decide; of several that a question about two dates touches, those that have two."""
    left = [item for item in items if item.live and not _decided(item, rule, known)]
    if rule != two_dates.RULE or len(items) == 1:
        return left
    return [item for item in left if undecided([one.due for one in item.task.mentions], draft.plan.header.date)]


def _shown(finding: Finding, left: list[Item]) -> Finding | None:
    """Return the finding that counts work nobody leads as it counts now."""
    if finding.rule != no_owner.RULE or not left or len(left) == len(finding.quotes):
        return None
    mentions = tuple(item.task.mentions[0] for item in left if item.task.mentions)
    quotes, places = (tuple(one.quote for one in mentions), tuple(one.place for one in mentions))
    return replace(finding, message=no_owner.counted(len(left)), quotes=quotes, places=places)


def _as_named(finding: Finding, items: list[Item]) -> Finding | None:
    """Return a finding that names works somebody renamed by the names they have now; None when there are none."""
    message = finding.message
    for item in items:
        message = message.replace(f"“{item.said.title}”", f"“{item.task.title}”")
    return replace(finding, message=message) if message != finding.message else None


def _by_draft(draft: Draft, rule: str) -> str | None:
    """Return how a finding about the whole plan was answered by the tasks made since."""
    if rule == no_dates.RULE_EMPTY and draft.live:
        return "đã thêm việc"
    dated = rule == no_dates.RULE_DATELESS and any(item.task.due.dated for item in draft.live)
    return "đã có việc có hạn" if dated else None


def _decided(item: Item, rule: str, known: Known) -> bool:
    if rule == no_owner.RULE:
        return bool(item.task.owners) or item.id in known.led
    return rule in ABOUT_DUE and Field.DUE in item.decided


def _by_decisions(rule: str, items: list[Item], left: list[Item]) -> str | None:
    if rule == PERHAPS_ONE and len(left) < len(items):
        return JOINED_SINCE
    if not items or left:
        return None
    if rule == no_owner.RULE:
        return "mọi việc đã có người phụ trách"
    live = [item for item in items if item.live]
    if rule == two_dates.RULE and len(live) > 1 and not any(Field.DUE in item.decided for item in live):
        return PARTED
    return SETTLED if rule in ABOUT_DUE else "các việc này đã bỏ hoặc gộp"


def _answered(draft: Draft, known: Known, findings: tuple[Finding, ...]) -> str | None:
    """Return how every finding of a group was answered, None while one was not."""
    told: list[str] = []
    for finding in findings:
        key = key_of(finding)
        answer = draft.answers.get(waiver_key(finding.rule, key))
        if answer:
            taken = answer.how or "đã nhận gợi ý"
            told.append(taken if answer.accepted else f"đã bỏ qua vì {answer.reason}")
        elif (reason := known.waived.get(waiver_key(finding.rule, key))) is not None:
            told.append(f"đã bỏ qua vì {reason}")
        else:
            return None
    return "; ".join(dict.fromkeys(told))
