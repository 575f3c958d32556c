"""Count the words of our own texts again: `python -m tests.regenerate_vocabulary`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from schedules.spelling.vocabulary import DATA, counted, spelled

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("tests/examples/gold/*.plan", "tests/examples/plans/*.txt", "schedules/law/data/**/*.toml")
PHRASES = ROOT / "schedules" / "spelling" / "data" / "phrases.txt"
WEIGHT = 3
"""A phrase of the list counts as often as it would stand in a few plans."""

QUOTED = re.compile(r"""(["'])(.*?)\1""")
ACCENTED = re.compile(r"[à-ỹđ]", re.IGNORECASE)
COMMENT = re.compile(r"^#.*", re.MULTILINE)


def texts(*, without: str = "") -> Iterator[str]:
    """Yield our own texts, those of one file left out, and the phrases of plans."""
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            if path.name != without:
                text = path.read_text("utf-8")
                yield "\n".join(_sentences(text)) if path.suffix == ".toml" else text
    for _ in range(WEIGHT):
        yield COMMENT.sub("", PHRASES.read_text("utf-8"))


def _sentences(text: str) -> Iterator[str]:
    """Yield the strings of a data file that are Vietnamese and no patterns."""
    for _, string in QUOTED.findall(text):
        if ACCENTED.search(string) and "http" not in string:
            yield string


def main() -> None:
    """Write the vocabulary the product ships with."""
    PHRASES.with_name(DATA).write_text(spelled(counted(texts())), "utf-8")


if __name__ == "__main__":
    main()
