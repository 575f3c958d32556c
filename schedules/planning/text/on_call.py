"""Works that begin when somebody else calls for them: "khi xã phát động"; the list they stand in dates none."""

from __future__ import annotations

import re

from schedules.wording import fold

CALLS = (
    r"(?:phat dong|trieu tap|yeu cau|de nghi|huy dong|to chuc|thong bao|huong dan|moi|phan cong|"
    r"ban hanh|(?:co )?(?:yeu cau|ke hoach|lich|thong bao|huong dan|cong van|giay moi|van ban|quyet dinh|chi dao))"
)
OTHERS = (
    r"(?:(?:ubnd |dang uy )?(?:xa|phuong|huyen|tinh|thanh pho)|cap tren|(?:phong|so|bo)(?: (?:gd ?&? ?dt|giao duc))?|"
    r"(?:phong|so) [a-z&\- ]{2,30}?|hoi dong doi|(?:huyen|tinh|xa|thanh) doan|"
    r"(?:dia phuong|cong an|tram y te)[a-z ]{0,20}?|"
    r"cum|nganh|lanh dao|hieu truong|bgh|nha truong)"
)
ON_CALL = re.compile(
    rf"(?:^|[\s(,])(?:khi|luc nao)\s+(?:(?:{OTHERS}\s+)(?:co )?{CALLS}|(?:co|duoc) {CALLS})"
    r"(?: (?:cua |tu )?(?!\d)[a-z&]+){0,6}\W*$"
)


def is_on_call(text: str) -> bool:
    """Whether a text ends by saying that others will call for what it tells, and so not when."""
    return ON_CALL.search(" ".join(fold(text).split())) is not None
