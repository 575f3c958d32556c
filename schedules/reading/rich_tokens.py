"""The bytes of an RTF file → tokens: control words, control signs, byte values, braces, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|[\r\n\x00]+|(?P<text>[^\\{}\r\n\x00]+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `kind` is word, sign, byte, brace or text; a control word may carry a number."""

    kind: str
    value: str
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of an RTF file; embedded binary data is stepped over."""
    at = 0
    while match := TOKEN.search(data, at):
        at = match.end()
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            word = match["word"].decode("ascii")
            if word == "bin":
                at += max(number or 0, 0)
            else:
                yield Token("word", word, number)
        elif match.lastgroup in {"byte", "sign", "brace", "text"}:
            yield Token(match.lastgroup, match[match.lastgroup].decode("latin-1"))
