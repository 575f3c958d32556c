"""Plans in formats → scores: each plan is rendered, read by the product, understood and judged."""

from __future__ import annotations

from pathlib import Path

from schedules.calendar import SchoolCalendar
from schedules.planning import understand
from schedules.reading import Unreadable, read_bytes
from tests.gold.answers import load_answers
from tests.gold.formats import Format, recognised_text, whole_text
from tests.gold.scoring import Score, score
from tests.gold.source import load


def measure(path: Path, made: Format, calendar: SchoolCalendar) -> Score:
    """Return the score of one plan in one format; a file that cannot be read scores nothing."""
    source, answers = load(path), load_answers(path.with_suffix(".toml"), calendar)
    try:
        document = read_bytes(made.render(source), path.stem + made.suffix)
    except Unreadable as problem:
        return Score(gold=len(answers.tasks), slips=[f"unreadable: {problem}"])
    # Of a picture the words are only known as recognised: a quote must stand in those.
    text = recognised_text(document) if made.picture else whole_text(source, made)
    return score(understand(document, calendar), answers, text, slips=made.noisy)


def total(paths: list[Path], made: Format, calendar: SchoolCalendar) -> Score:
    """Return the scores of many plans in one format added up."""
    return sum((measure(path, made, calendar) for path in paths), Score())
