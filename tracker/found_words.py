"""Words found in a text as whole words: “5/10” is not in “15/10”."""

from __future__ import annotations

import re

from schedules.wording import fold


def alone_in(text: str, words: str) -> tuple[int, int] | None:
    """Return where words stand in a text, blanks, accents and case not minded; None when not as whole words."""
    parts = [re.escape(word) for word in fold(words).split()]
    found = re.search(r"(?<![\w/.-])" + r"\s+".join(parts) + r"(?![\w/])", fold(text)) if parts else None
    return found.span() if found else None
