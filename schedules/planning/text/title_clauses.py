"""What a sentence says beside its work and no title needs: that it must be done, and who alone does it."""

from __future__ import annotations

import re

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.standing_alone import doer_of, is_light
from schedules.planning.people.subjects import subject_of
from schedules.planning.words.verbs import ACTS, DEEDS
from schedules.wording import fold

ASKED = r"(?:cần phải|phải|cần|sẽ)(?:\s+được)?"
ENDS = r"(?:\s+(?:được|hoàn thành|hoàn tất|kết thúc|xong|thực hiện|tiến hành|diễn ra|tổ chức|nộp xong))*"
HANGING = re.compile(
    rf"(?<!\bchuyên)(?<!\bkhông)(?<!\bchưa)(?<!\bkhi)(?<!\bnếu)\s+{ASKED}{ENDS}(?=[\s,:(]*\x00)", re.IGNORECASE
)
"""“Việc rà soát phải xong trước …”: nothing is left of it once the time is taken out."""

MATTER = re.compile(rf"^(?P<mark>\W*)việc\s+(?=(?:{DEEDS})\b)", re.IGNORECASE)
SURE = f"{ACTS['hand in'].done}|{ACTS['publish'].done}|{ACTS['approve'].done}|hoàn thành|hoàn thiện|lưu|ký"
MUST = re.compile(
    r"^(?P<what>[^.;:,()\x00]{2,90}?)(?<!\bkhông)(?<!\bchưa)(?<!\bbắt buộc)(?<!\bmới)(?<!\bthì)\s+"
    rf"(?:(?:phải|sẽ)(?P<done>\s+được)?\s+(?=(?:{DEEDS})\b)|(?:cần phải|cần)(?P<needed>\s+được)?\s+(?=(?:{SURE})\b))",
    re.IGNORECASE,
)
"""“Hồ sơ cần nộp về Sở”; “học sinh cần hỗ trợ” tells which of them."""

COMMON = re.compile(
    r"^[^,;:.\x00]{0,60}?\b(?:chi dao|phu trach|chiu trach nhiem|dieu hanh|quan ly|quan li|lanh dao|theo doi)\s+chung\b"
    r"[^;.\x00]*[;.]\s+(?:(?:truc tiep|chu tri|va)\s+)*"
)
UNNAMED = re.compile(
    r"^\W*(?:những|các|một số)?\s*(?:(?:công )?việc|nội dung|nhiệm vụ|vấn đề|yêu cầu)\s*$", re.IGNORECASE
)
ON_TERMS = re.compile(r"\b(?:nếu|khi|đã|mà|nào)\b", re.IGNORECASE)
"""“Trường đã được công nhận trước … phải …”: without it a long sentence loses where it turns to what is done."""

PASSIVE = re.compile(
    rf"(?P<deed>{DEEDS})(?=\s*(?:\x00|[.,;]|$)|\s+(?:để|về|cho|đến|tới|lên|tại|trong|vào|trước|hoàn thành|xong)\b)"
)
CLAUSE = re.compile(r"(?P<sign>[.;,:]|\s[–—-])\s+(?P<clause>[^.;:\x00\d]{6,130}?)\s*(?=\x00|[.;]|$)")
DONE = re.compile(r",\s+(?:và\s+)?(?:hoàn thành|hoàn tất|xong)$")
"""“Văn thư thực hiện, hoàn thành ngày …”: the time's own word."""

FEWEST_WORDS = 2


def without_asking(text: str) -> str:
    """Return a text without the words that only ask for what it says, its times marked with a null character.

    "Hồ sơ phải nộp về Sở" → "Hồ sơ nộp về Sở"; "Biên bản phải được gửi" → "Gửi biên bản".
    """
    if hanging := HANGING.search(text):
        what = text[: hanging.start()]
        if not UNNAMED.match(what) and re.search(r"\w", what):
            return f"{MATTER.sub(lambda found: found['mark'], what)} {text[hanging.end() :]}"
    must = MUST.match(text)
    if (
        not must
        or UNNAMED.match(must["what"])
        or ON_TERMS.search(must["what"])
        or opens_with_deed(must["what"].lstrip(" -–•*+"))
    ):
        return text
    rest = text[must.end() :]
    deed = PASSIVE.match(rest) if must["done"] or must["needed"] else None
    if deed and not subject_of(text):
        what = must["what"].strip(" -–•*+")
        return f"{deed['deed']} {_small(what)}{rest[deed.end() :]}"
    return f"{must['what']} {'được ' if must['done'] or must['needed'] else ''}{rest}"


def without_common_duty(text: str) -> str:
    """Return a text without the clause that says somebody directs or looks after everything, the deed behind it left.

    "Hiệu trưởng chỉ đạo chung; chủ trì họp phụ huynh" → "Họp phụ huynh".
    """
    common = COMMON.match(fold(text))
    rest = text[common.end() :] if common else ""
    return rest if opens_with_deed(rest) or acts_of(rest) or acts_of(fold(rest)) else text


def without_doer(text: str) -> str:
    """Return a text without the clause that only says who does what stands before it: "…; thầy Tuấn niêm yết".

    Of another deed the word stays: "Lập kế hoạch tổ; các tổ nộp" → "Lập kế hoạch tổ; nộp"; where somebody else does
    the first, both are told: "Giáo viên nộp đề, tổ trưởng duyệt".
    """
    for clause in CLAUSE.finditer(text):
        before = text[: clause.start()]
        doer = doer_of(DONE.sub("", clause["clause"]))
        if not doer or "\x00" in before or not _is_work(before, clause["sign"]):
            continue
        deed = doer["deed"]
        same = is_light(deed) or acts_of(deed) & acts_of(before)
        if not same and subject_of(before):
            continue
        kept = "" if same else f"{clause['sign']} {deed}"
        return f"{before}{kept} {text[clause.end() :]}"
    return text


def _is_work(text: str, sign: str) -> bool:
    """Whether words name a work: a whole sentence, or a deed with what it is done to."""
    if sign in {".", ";"} and len(text.split()) > FEWEST_WORDS:
        return True
    return len(text.split()) >= FEWEST_WORDS and bool(
        acts_of(text) or opens_with_deed(text.lstrip(" -–•*+.)0123456789"))
    )


def _small(what: str) -> str:
    """Return what a sentence begins with, as it is written amid one; a name in capitals stays."""
    return what if what[1:2].isupper() else f"{what[:1].lower()}{what[1:]}"
