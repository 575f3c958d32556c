"""Two schools in one plan, or one school spelled two ways: left over from a copied plan (L08, L14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from schedules.calendar import SchoolCalendar
from schedules.plan import Block, Finding, Place, Plan, Severity
from schedules.proofreading.naming import name_of, schools_named
from schedules.wording import fold, nfc

RULE_OTHER, RULE_SPELLING = "hai-ten-truong", "ten-truong-hai-cach-viet"
SHORTEST = 3
SLIP = 0.75
"""Names more alike than this are one name with a slip; Pom Lót and Nứa Ngam score 0.1."""


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield one finding per name that differs from the plan's own school."""
    school = plan.header.school
    if not school:
        return
    accented = _is_accented(plan, school)
    told = {_own_words(school)}
    for name, block in _named(plan):
        key = _own_words(name)
        if key in told:
            continue
        told.add(key)
        if name_of(name) == name_of(school):
            if accented and _has_accents(block.text):
                yield _spelling(school, name, block)
        elif not _is_part(name_of(name), name_of(school)):
            alike = SequenceMatcher(None, name_of(name), name_of(school), autojunk=False).ratio() >= SLIP
            made = _spelling(school, name, block) if alike else _other(school, name, block)
            yield replace(made, places=(*_own(plan, school), *made.places))


def _named(plan: Plan) -> Iterator[tuple[str, Block]]:
    for block in plan.document.blocks:
        for name in schools_named(block.text):
            if len(name_of(name)) >= SHORTEST:
                yield name, block


def _own(plan: Plan, school: str) -> tuple[Place, ...]:
    """Return where the plan first names its school; () where it does in pieces."""
    blocks = plan.document.blocks
    return next(((block.place,) for block in blocks if fold(school) in " ".join(fold(block.text).split())), ())


def _own_words(name: str) -> str:
    """The name's own last words with their accents, blind to case: what two spellings differ in."""
    count = len(name_of(name).split())
    return nfc(" ".join(name.split()[-count:]).lower()) if count else ""


def _is_part(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


def _is_accented(plan: Plan, school: str) -> bool:
    """Whether the plan writes its school with accents at all; a poor scan of the letterhead has none."""
    return any(_has_accents(block.text) for name, block in _named(plan) if _own_words(name) == _own_words(school))


def _has_accents(text: str) -> bool:
    return any(letter.isalpha() and not letter.isascii() for letter in text)


def _other(school: str, name: str, block: Block) -> Finding:
    message = f"Kế hoạch của “{school}” nhưng có chỗ ghi “{name}”: có thể sót lại từ kế hoạch của trường khác."
    advice = "Xác nhận tên trường rồi sửa chỗ còn lại."
    return Finding(RULE_OTHER, Severity.CHOICE, message, (school, name), advice, (block.place,))


def _spelling(school: str, name: str, block: Block) -> Finding:
    message = f"Tên trường viết hai cách: “{school}” và “{name}”."
    return Finding(RULE_SPELLING, Severity.INFO, message, (school, name), "Viết thống nhất một cách.", (block.place,))
