"""The short code by which a person ties a Zalo chat to a name: written on paper, typed on a phone.

A code is "DH" and six letters or digits without look-alikes (no 0, O, 1, I, L), e.g. DH-4F7-KQ2: about 30 bits, so a
code must also expire soon and tries must be counted by whoever keeps the codes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 6


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """Return a fresh code such as "DH4F7KQ2"; `choose` picks one sign (secrets.choice outside of tests)."""
    return "DH" + "".join(choose(ALPHABET) for _ in range(LENGTH))


def spoken(code: str) -> str:
    """Return a code as people read it: DH-4F7-KQ2."""
    return f"{code[:2]}-{code[2:5]}-{code[5:]}"


def linking_code(text: str) -> str | None:
    """Return the code in a message, as `new_code` wrote it; None when there is none or more than one.

    Case, blanks, dashes, full-width signs and đ for d do not matter; words around the code are allowed.
    """
    plain = unicodedata.normalize("NFKC", text).upper().replace("Đ", "D")
    sign = rf"[\s.\-–]*([{ALPHABET}])"
    found = re.findall(rf"(?<!\w)DH{sign * LENGTH}(?!\w)", plain)
    codes = {"DH" + "".join(signs) for signs in found}
    return codes.pop() if len(codes) == 1 else None
