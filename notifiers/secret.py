"""Secrets: values that never show themselves, and a log filter that hides them where others print them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from urllib.parse import quote

MASK = "•••"
SHORTEST = 4
"""Shorter values are not worth hiding one by one: they would mask ordinary words."""


class Secret:
    """A value whose repr, str and format are masked; only `reveal()` gives it out."""

    __slots__ = ("_value",)

    def __init__(self, value: str = "") -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the value itself, for the one line that must use it."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __repr__(self) -> str:
        return f"Secret({MASK if self._value else ''})"

    def __str__(self) -> str:
        return MASK if self._value else ""

    def __reduce__(self) -> tuple[type[Secret], tuple[()]]:
        """Pickle without the value: a secret leaves the process only through `reveal()`."""
        return Secret, ()


class Redactor:
    """Replaces known secret values in text, in the forms in which URLs and logs spell them."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._values: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self.add(secrets)

    def add(self, secrets: Iterable[str]) -> None:
        """Learn more values; blanks and very short ones are ignored."""
        kept = {value for value in secrets if len(value) >= SHORTEST}
        spelled = kept | {quote(value) for value in kept} | {quote(value, safe="") for value in kept}
        if spelled <= self._values:
            return
        self._values |= spelled
        longest_first = sorted(self._values, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)

    def __call__(self, text: str) -> str:
        """Return the text with every known value masked."""
        return self._pattern.sub(MASK, text) if self._pattern else text


class RedactingFilter(logging.Filter):
    """A log filter that masks secrets in the message and in the traceback of each record."""

    def __init__(self) -> None:
        super().__init__()
        self.redact = Redactor()

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it pass."""
        record.msg, record.args = self.redact(record.getMessage()), ()
        if record.exc_info:
            record.exc_text = self.redact(logging.Formatter().formatException(record.exc_info))
            record.exc_info = None
        return True


def hide(secrets: Iterable[str], logger_names: Iterable[str]) -> None:
    """Make each named logger mask these values from now on (a filter acts only on the logger it sits on)."""
    values = tuple(secrets)
    for name in logger_names:
        logger = logging.getLogger(name)
        found = [one for one in logger.filters if isinstance(one, RedactingFilter)]
        if not found:
            found = [RedactingFilter()]
            logger.addFilter(found[0])
        found[0].redact.add(values)
