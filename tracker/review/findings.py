"""Findings of a draft as questions: alike ones grouped, those answered by a decision or an older waiver told apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256

from schedules.plan import Finding, Severity
from schedules.proofreading import near_signing, no_owner, two_dates, year_outside
from schedules.wording import fold
from tracker.review.draft import Draft, Field, Item, waiver_key
from tracker.review.touching import Index, index

SERIOUS = (Severity.BLOCK, Severity.CHOICE)
"""The findings that want an answer, gravest first."""

IMPOSSIBLE_DAY = "ngay-khong-co"
"""The rule by which understanding tells of a day that does not exist; its task has no deadline yet."""

ABOUT_DUE = frozenset({two_dates.RULE, year_outside.RULE, near_signing.RULE_BEFORE, IMPOSSIBLE_DAY})
"""Rules that a decision about the deadline of every task they touch answers."""


@dataclass(frozen=True, slots=True)
class Question:
    """Findings that one answer settles, the tasks they touch, and the answer if there is one.

    `settled` is one sentence of how it was answered; `left` are the tasks still to decide.
    """

    key: str
    findings: tuple[Finding, ...]
    touched: tuple[str, ...]
    left: tuple[str, ...] = ()
    settled: str | None = None

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
        """Whether its suggestion can be taken as it stands: one about deadlines has to name a day."""
        rule, suggestion = self.first.rule, self.first.suggestion
        if rule == no_owner.RULE or not suggestion:
            return False
        return rule not in ABOUT_DUE or any(sign.isdigit() for sign in suggestion)

    @property
    def serious(self) -> bool:
        """Whether it wants an answer at all."""
        return self.first.severity in SERIOUS


@dataclass(frozen=True, slots=True)
class Known:
    """What answers findings beside the draft: reasons by waived key, and the tasks somebody leads already."""

    waived: Mapping[str, str]
    led: Collection[str] = frozenset()


def key_of(finding: Finding) -> str:
    """Return what a waiver remembers of a finding: its folded quotes, or its folded message when it quotes nothing."""
    return " | ".join(" ".join(fold(text).split()) for text in finding.quotes or (finding.message,))


def questions(draft: Draft, known: Known) -> tuple[Question, ...]:
    """Return every finding as a question, gravest first, in the proof-reader's order."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in draft.plan.findings:
        groups.setdefault(_group(finding), []).append(finding)
    touching = index(draft.items)
    asked = [_question(draft, known, tuple(group), touching) for group in groups.values()]
    return tuple(sorted(asked, key=lambda one: list(Severity).index(one.first.severity)))


def _group(finding: Finding) -> tuple[str, ...]:
    alone = finding.rule in ABOUT_DUE or not finding.suggestion
    return (finding.rule, finding.severity, finding.suggestion, key_of(finding) if alone else "")


def _question(draft: Draft, known: Known, findings: tuple[Finding, ...], touching: Index) -> Question:
    key = sha256("\x1f".join([findings[0].rule, *map(key_of, findings)]).encode()).hexdigest()[:12]
    items = [draft.items[number] for number in touching.touched(findings)]
    left = [item for item in items if item.live and not _decided(item, findings[0].rule, known)]
    settled = _answered(draft, known, findings) or _by_decisions(findings[0].rule, items, left)
    return Question(key, findings, tuple(one.id for one in items), tuple(one.id for one in left), settled)


def _decided(item: Item, rule: str, known: Known) -> bool:
    if rule == no_owner.RULE:
        return bool(item.task.owners) or item.id in known.led
    return rule in ABOUT_DUE and Field.DUE in item.decided


def _by_decisions(rule: str, items: list[Item], left: list[Item]) -> str | None:
    if not items or left:
        return None
    if rule == no_owner.RULE:
        return "mọi việc đã có người phụ trách"
    return "đã chốt hạn" if rule in ABOUT_DUE else "các việc này đã bỏ hoặc gộp"


def _answered(draft: Draft, known: Known, findings: tuple[Finding, ...]) -> str | None:
    """Return how every finding of a group was answered, None while one was not."""
    told: list[str] = []
    for finding in findings:
        key = key_of(finding)
        answer = draft.answers.get(waiver_key(finding.rule, key))
        if answer:
            told.append("đã nhận gợi ý" if answer.accepted else f"đã bỏ qua vì {answer.reason}")
        elif (reason := known.waived.get(waiver_key(finding.rule, key))) is not None:
            told.append(f"đã bỏ qua vì {reason}")
        else:
            return None
    return "; ".join(dict.fromkeys(told))
