"""Far ends named by what they close: đến hết năm · đến hết năm học · đến hết học kỳ · đến hết tháng."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import SAID
from schedules.wording.piece import Grain, Kind, Limit, Moment, Piece, recogniser


def _rest(match: re.Match[str]) -> list[Piece]:
    """(Từ ngày 1/9) đến hết năm: a link and an end that its other end dates; alone it says nothing."""
    link = Piece(match.start(), match.end("link"), Kind.LINK, "link", limit=Limit.BY)
    name = match["name"].replace("ki", "ky")
    return [link, Piece(match.start("name"), match.end(), Kind.TIME, "ends.rest", Moment(Grain.REST, name=name))]


FAR_ENDS = (
    recogniser(
        "ends.rest",
        "den@ toi@ cho@",
        r"(?P<link>(?:cho )?(?:den|toi) het) (?P<name>nam hoc|nam|hoc k[yi]|thang|quy)(?: nay)?\b"
        rf"(?! ?(?:\d|[iv]{{1,3}}\b|(?:hoc|sau|toi|tiep|truoc|moi|cua|{SAID})\b))",
        _rest,
    ),
)
