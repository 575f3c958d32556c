"""A mailto: address: the mailbox in it, checked and spelled for the wire."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One mailbox: the part before @, and the domain in its ASCII form (IDNA)."""

    local: str
    domain: str

    @property
    def international(self) -> bool:
        """Whether the server must speak SMTPUTF8 (RFC 6531) to take it."""
        return not self.local.isascii()

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"


@lru_cache(maxsize=1024)
def mailbox(address: str) -> Mailbox:
    """Read "mailto:co.lan@truong.vn" (or the bare mailbox); raise ValueError with a sentence for people."""
    bare = unquote(re.sub(r"(?i)^mailto:", "", address.strip()).partition("?")[0])
    match = re.fullmatch(r"([^\s@<>()\[\],;:\\\"\x00-\x1f]+)@([^\s@<>()\[\],;:\\\"/\x00-\x1f]+)", bare)
    if not match:
        raise ValueError(f"“{bare}” không phải địa chỉ thư; cần dạng ten@truong.edu.vn")
    try:
        domain = match[2] if match[2].isascii() else match[2].encode("idna").decode("ascii")
    except UnicodeError:
        raise ValueError(f"tên miền của “{bare}” không hợp lệ; cần dạng ten@truong.edu.vn") from None
    return Mailbox(match[1], domain)
