"""Learn again how told and ordered times sound: `pip install -e .[tone]`, then `python -m tests.regenerate_tone`."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from schedules.plan import SchoolYear
from schedules.wording import Context
from schedules.wording.finding import due_of
from schedules.wording.guards import tone
from schedules.wording.guards.bare_days import has_what_it_needs
from schedules.wording.guards.bygone.over import lies_ahead
from schedules.wording.guards.cited import is_basis, is_cited, is_signing
from schedules.wording.guards.times_of_work import touches_unread
from schedules.wording.piece import Kind, Piece, kinds_of
from schedules.wording.reading import Reading, read
from schedules.wording.refining import refine
from schedules.wording.scanning import scan
from tests.gold.answers import load_answers
from tests.gold.source import LEFT, UP, Paragraph, Source, load
from tests.sentences import CALENDAR, Sentence, all_sentences
from tests.wording_rows import Row, all_rows

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "tests" / "examples"
MARKED = EXAMPLES / "tone"
LEARNED = ROOT / "schedules" / "wording" / "guards" / "data" / tone.DATA
MARK = re.compile(r"\[\[(.*?)\]\]")
LEAST, SLIGHT = 2, 0.02
"""A sign that stands by one time only, and a weight so small, say nothing."""

KEPT = (30_000, 20_000, 16_000, 14_000)
"""How many signs are kept: each time those that weigh most, of which is learned again. Fourteen thousand hear as well
as the hundred thousand there are; of five thousand less is heard."""

FREE, FREER = 1.0, 1.25
"""How freely signs may weigh while it is found out which are kept, and then: few may weigh a little more than many."""


@dataclass(frozen=True)
class Marked:
    """A text with the spans of the times that set work; every other time of it is told."""

    text: str
    context: Context
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Lesson:
    """The signs around one time, and whether it sets work."""

    signs: tuple[Iterable[str], ...]
    sets: bool


def lessons() -> Iterator[Lesson]:
    """Yield what there is to learn from: every time of our marked texts, sentences and rows whose answer is known."""
    for text in marked():
        yield from of_marked(text)
    for sentences in all_sentences().values():
        for sentence in sentences:
            yield from _of_sentence(sentence)
    for row in all_rows():
        yield from _of_row(row)
    for path in sorted([*(EXAMPLES / "gold").glob("*.plan"), *(EXAMPLES / "met").glob("*/*.plan")]):
        yield from _of_plan(path)


def marked() -> Iterator[Marked]:
    """Yield the marked texts, each as a reader of plans would meet it."""
    for path in sorted(MARKED.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            signed = date.fromisoformat(row["signed"])
            yield _unmarked(row["text"], Context(CALENDAR, SchoolYear.of(signed), signed))


def _unmarked(text: str, context: Context) -> Marked:
    spans, plain, end = [], "", 0
    for mark in MARK.finditer(text):
        plain += text[end : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[1])))
        plain, end = plain + mark[1], mark.end()
    return Marked(plain + text[end:], context, tuple(spans))


def of_marked(one: Marked) -> Iterator[Lesson]:
    """Yield the lessons of a marked text: each time of it sets work or is told as its marks say."""
    for piece, reading in _asked(one.text, one.context):
        start, end = reading.place(piece.start, piece.end)
        yield _lesson(piece, reading, one.context, any(start < last and first < end for first, last in one.spans))


def _of_sentence(one: Sentence) -> Iterator[Lesson]:
    """Yield the lessons of a sentence; of one that sets work only that of the time it sets."""
    for piece, reading in _asked(one.text, one.context):
        due = due_of(piece, reading, one.context)
        meant = one.sets and due.day == one.due and (due.day is not None or due.start == one.start)
        if meant or not one.sets:
            yield _lesson(piece, reading, one.context, meant)


def _of_row(row: Row) -> Iterator[Lesson]:
    sets = row.expected != "none"
    for piece, reading in _asked(row.text, row.context):
        meant = sets and _spelt(piece, reading, row.context) in row.expected
        if meant or not sets:  # an impossible day, or one that cannot be counted yet, teaches nothing
            yield _lesson(piece, reading, row.context, meant)


def _of_plan(path: Path) -> Iterator[Lesson]:
    """Yield the lessons of a plan with its answers: the times of its lines and cells that are days of its works."""
    answers = load_answers(path.with_suffix(".toml"), CALENDAR)
    signed = date.fromisoformat(answers.header["date"]) if answers.header.get("date") else None
    context = Context(CALENDAR, SchoolYear.parse(answers.header["school_year"]), signed)
    days = {(one.start, one.day) for one in answers.tasks} | {(None, day) for day in answers.days}
    for text in _texts(load(path)):
        for piece, reading in _asked(text, context):
            due = due_of(piece, reading, context)
            if due.day and ((due.start, due.day) in days or (None, due.day) in days):
                yield _lesson(piece, reading, context, True)


def _texts(source: Source) -> Iterator[str]:
    for part in source.parts:
        if isinstance(part, Paragraph):
            yield part.text
        else:
            yield from (cell for row in part.rows for cell in row if cell not in {UP, LEFT})


def _spelt(piece: Piece, reading: Reading, context: Context) -> str:
    due = due_of(piece, reading, context)
    return str(due.day or due.start or due.recurrence)


def _asked(text: str, context: Context) -> Iterator[tuple[Piece, Reading]]:
    """Yield the times of a text that could be heard as told or ordered: no paper's day, nothing half read."""
    reading = read(text)
    cite: Piece | None = None
    pieces = scan(reading)
    for piece in refine(pieces, kinds_of(pieces), reading.folded):
        cite = piece if piece.kind == Kind.CITE else cite
        if not reading.is_all(piece.start, piece.end) and _is_heard(piece, cite, reading, context):
            yield piece, reading


def _is_heard(piece: Piece, cite: Piece | None, reading: Reading, context: Context) -> bool:
    text = reading.folded
    if piece.kind != Kind.TIME:
        return piece.kind == Kind.EVERY
    if not has_what_it_needs(piece, reading, context) or touches_unread(piece, text, context):
        return False
    return not (is_cited(piece, cite, text) or is_basis(piece, text) or is_signing(piece, reading))


def _lesson(piece: Piece, reading: Reading, context: Context, sets: bool) -> Lesson:
    return Lesson(tone.signs(piece, reading.folded, ahead=lies_ahead(piece, context)), sets)


def learn(found: list[Lesson]) -> str:
    """Return the weights learned, as `tone.read` takes them; signs few times stand by are left out, and slight ones."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    stands = Counter(sign for one in found for sign in set(_signs(one)))
    words = DictVectorizer()
    rows = words.fit_transform([{sign: 1 for sign in _signs(one) if stands[sign] >= LEAST} for one in found])
    names, sets = words.get_feature_names_out(), [one.sets for one in found]
    model = LogisticRegression(C=FREE, max_iter=5000)
    for count in KEPT:
        heavy = sorted(abs(model.fit(rows, sets).coef_[0]).argsort()[::-1][:count])
        rows, names = rows[:, heavy], names[heavy]
    model = LogisticRegression(C=FREER, max_iter=5000).fit(rows, sets)
    return _written(float(model.intercept_[0]), dict(zip(names, map(float, model.coef_[0]), strict=True)))


def _written(base: float, weights: dict[str, float]) -> str:
    """Return what was learned as it is kept, one weight a line in the order of its sign."""
    written: dict[str, Any] = {"learned": digest(), "base": round(base, 2)} | {place: {} for place in tone.PLACES}
    for name, weight in weights.items():
        place, _, sign = name.partition("\t")
        if abs(weight) >= SLIGHT:
            written[place][sign] = round(weight * tone.HUNDRED)
    return json.dumps(written, ensure_ascii=False, indent=0) + "\n"


def _signs(one: Lesson) -> Iterator[str]:
    for place, found in zip(tone.PLACES, one.signs, strict=True):
        yield from (f"{place}\t{sign}" for sign in found)


def digest() -> str:
    """Return what tells whether the weights were learned from the texts as they are now."""
    files = sorted([*EXAMPLES.glob("tone/*.jsonl"), *EXAMPLES.glob("sentences/*.jsonl"), *EXAMPLES.glob("met/*/*")])
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def main() -> None:
    """Write the weights the product ships with."""
    LEARNED.parent.mkdir(exist_ok=True)
    LEARNED.write_text(learn(list(lessons())), "utf-8")


if __name__ == "__main__":
    main()
