"""What a row of a table should give, with the codes of its evidence ("MC.1.4.01") and how it is done behind it."""

from __future__ import annotations

import re

CODE = re.compile(r"\W*(?:(?:MC|H\d{1,2})[-.]?\d[\d.\-]*\W*)+")


def with_evidence(given: str, evidence: str, how: str = "") -> str | None:
    """Return what is expected, the evidence behind it where it is only codes, how it is done; None without any."""
    coded = CODE.fullmatch(evidence) is not None and evidence not in given
    parts = (given, f"minh chứng {evidence}" if coded else "", f"cách làm: {' '.join(how.split())}" if how else "")
    return "; ".join(part for part in parts if part) or None
