"""What a row of a table should give, with the codes of its evidence ("MC.1.4.01") behind it."""

from __future__ import annotations

import re

CODE = re.compile(r"\W*(?:(?:MC|H\d{1,2})[-.]?\d[\d.\-]*\W*)+")


def with_evidence(given: str, evidence: str) -> str | None:
    """Return what is expected, the evidence behind it where it is only codes; None where a row says neither."""
    coded = CODE.fullmatch(evidence) is not None and evidence not in given
    return "; ".join(part for part in (given, f"minh chứng {evidence}" if coded else "") if part) or None
