"""Who does it by what a sentence ends in: a last bracket, what follows a last dash, bar or time."""

from __future__ import annotations

import re

from schedules.planning.people.bodies import bodies_in
from schedules.planning.people.deeds import DEED, NAMED_BY_ACT, opens_with_deed
from schedules.planning.people.names import folded, names_in
from schedules.planning.people.persons import CALLED as CALLED_BY_NAME
from schedules.planning.people.persons import are_doers, are_people
from schedules.planning.people.roles import is_role
from schedules.planning.people.standing_alone import alone_at_end, are_only_named
from schedules.planning.people.worn import begins_with_worn_deed
from schedules.wording import fold

HELP = re.compile(r"\bphoi\s+h[og]p(?:\s+(?:thuc hien|cung|voi))*\s*:?\s*|\bph\s*:\s*")
STATES = re.compile(r"\b(?:bao )?gồm\b|\blà\b|\bchịu trách nhiệm\s+\w", re.IGNORECASE)
"""“Ban giám khảo gồm BGH và các tổ trưởng” tells of somebody."""

BRACKETED = re.compile(
    r"\s*\((?:(?:giao(?: cho)?|do)\s*:?\s+)?"
    r"(?P<who>(?:[^()\d]|(?:(?<=khối )|(?<=nhóm )|(?<=lớp )|(?<=tổ )|(?<=\d, ))\d{1,2}){2,60})\)\W*$",
    re.IGNORECASE,
)
DASHED = re.compile(r"(?:\s+[-–—→]\s*|\s*[|→]\s*|(?<=[\d)\x00])\s*[;,–-]\s+)(?P<who>[^|→:\d]{2,80}?)\s*[.;]?\s*$")
TIMED, TIMED_BY_DASH = (
    re.compile(
        rf"\s*\((?:(?:giao(?: cho)?|do)\s*:?\s+)?(?P<who>[^()\d\x00]{{2,60}}?)\s*{sign}\s*[^()]*[\d\x00][^()]*\)\W*$",
        re.IGNORECASE,
    )
    for sign in ("[,;:]", "[-–—]")
)
"""“(Kế toán – 20/10)”: who and when in one bracket; a time taken out leaves a mark."""

IN_OFFICE = re.compile(
    rf"[:–—,;-]\s+(?P<who>{CALLED_BY_NAME}\s*\((?P<office>[^()\d]{{2,40}})\))\W*$",
)
"""“…: thầy Nam (HT)”: the bracket tells what he is, and is nobody more."""

AFTER_TIME = re.compile(
    r"(?<=[\d)\x00])\s*:\s+(?P<who>(?:[^|→:\d]|(?<=[Tt]ổ )\d|(?<=[Kk]hối )\d|(?<=[Nn]hóm )\d){2,80}?)\s*[.;]?\s*$"
)
BEFORE_TIME = re.compile(r":\s+(?P<who>[^|→:;.()\d\x00]{2,80}?)\s*$")
"""“Trang trí hội trường: Chi đoàn, trước ngày 18/11”: who does it between a work and its time."""

LISTS = re.compile(
    r"^\W*(?:hoi )?(?:kiem tra|du gio|thanh tra|giam sat|danh gia|tap huan|boi duong|hop|gap|trao doi|cap|phat|hoc|thi|"
    r"khao sat|xet|bau|don|tham|lien he)\b"
)
"""“Kiểm tra hồ sơ: tổ Toán, ngày 15/11” tells whose; such a colon is before those a work is about."""

BEGINS_WORK = re.compile(
    r"^\W*(?!(?:ngày|tuần|tháng|sáng|chiều|từ|thứ|trước|thành phần|đối tượng|thời gian|thời hạn|trực|người)\b)"
    r"[^\W\d]+(?:\s+[^\W\d]+){2}",
    re.IGNORECASE,
)
"""“Khảo sát đội tuyển (ngày 12/9): Tổ Toán” names who does it, “Thành phần …” only who is there."""

SENDS = r"nop|gui|bao|trinh|chuyen|dang ky|lien he|gap|ban giao"
RECEIVED = re.compile(
    rf"\b(?:qua|toi|lien he|gap)\s+(?:[^\s:]+\s+){{0,8}}[^\s:]*\W*$|"
    rf"\b(?:{SENDS}|mang|dua|tra)\b.*\b(?:cho|ve)\s+(?:[^\s:]+\s+){{0,8}}[^\s:]*\W*$"
)
"""Words before a bracket that names who receives: "gửi về Phòng qua bộ phận chuyên môn (đ/c Hoa)"."""

REACHED = re.compile(r"\b(?:qua|lien he|gap)\b")
BEHIND_TIME = re.compile(
    r"\x00\W*$|\b(?:ngay|thang|tuan|truoc|cham nhat|han|vao|tu|den|trong|sang|chieu)\b[^.;:()]{0,30}?"
    r"(?:\d|\x00|(?:hang|moi) (?:ngay|tuan|thang|quy|nam))[^.;:()]{0,12}\W*$"
)
"""“Gửi thực đơn cho phụ huynh vào chiều thứ Sáu (Cô Thảo)”: the time ends whom it is sent to."""

NO_WAY = re.compile(r"\bqu[àảá]\b|\b(?:ket|hieu|thanh) qua\b", re.IGNORECASE)
"""“Gói quà cho bạn (Chị Hoa)”, “Nộp kết quả (Cô Lan)”: folded, they would read as the way something is sent."""

RECEIVER = re.compile(
    rf"\b(?:(?:về|qua|cho|tới|liên hệ|gặp)\s+(?:\w+\s+){{0,4}}|(?:gửi|nộp|trình|báo|báo cáo|chuyển|đến)\s+)"
    rf"{CALLED_BY_NAME}\s*$",
    re.IGNORECASE,
)
"""“Nộp báo cáo cho đ/c Hà (Văn thư)”, “… và gửi thầy Hậu (Phó Hiệu trưởng)”: what somebody is who receives it."""

LEFT_AT_END = re.compile(
    r"(?:\s*[,;–—-])?\s*(?:(?:hoàn thành|xong|thời hạn|hạn)\s*:?\s*)?\x00[\s\x00.;]*$", re.IGNORECASE
)
"""A time taken out at the end, and the sign before it."""

GUEST = re.compile(r"(?:cac )?(?:vi )?(?:dai bieu|khach(?: moi| quy)?)\b")
INVITED = re.compile(
    GUEST.pattern
    + r"|(?:cac |dai dien )*(?:phu huynh|cha me|cmhs|ban dai dien|hoc sinh|hs|lanh dao (?:xa|phuong|so|phong|dia)|"
    r"ubnd|chinh quyen|cuu giao chuc|cuu hoc sinh|manh thuong quan|nha tai tro)\b"
)
INVITES = re.compile(
    r"\b(?:(?:giấy|thư|thiệp) mời|mời|tặng|trao|chúc mừng|thăm hỏi|thăm|tri ân|phát|khảo sát|lấy ý kiến)\b[^:.;()]*$",
    re.IGNORECASE,
)
"""Words before a bracket of those a work turns to: "Gửi giấy mời (đại biểu, phụ huynh)"."""

HANDED_TO_PERSON = re.compile(
    rf"(?:^|[.;,]\s)\W*(?:giao|phân công|cử)(?:\s+cho)?\s+{CALLED_BY_NAME}\s*$",
    re.IGNORECASE,
)
"""“Giao thầy Vần (giáo viên Tin học)”: what he is, and nobody besides him."""

HANDS_IN = re.compile(r"\W*(?:nộp|đăng ký)\b", re.IGNORECASE)
EACH_CLASS = re.compile(r"\s*(?:các|mỗi|từng)\s+(?:lớp|khối(?: lớp)?|nhóm lớp)\s*", re.IGNORECASE)
"""“Nộp bài tuyên truyền (các lớp)”: what is handed in, the classes bring."""

WHO_COMES = re.compile(r"\b(?:thanh phan|doi tuong|khach moi|giam khao|tham du)\b[^.;:]{0,40}:[^.;]*$")
"""“Thành phần: Hiệu trưởng, GVCN lớp 5, đại diện trường THCS”: who is there, whatever sign stands before the last."""

JOINED_BODY = re.compile(r"(?:^|\s)đoàn\s*[-–—]\s*$", re.IGNORECASE)
"""“Kiện toàn Đoàn - Đội”: the dash stands inside a name."""

LONGEST_BODY, LONGEST_NAME = 10, 6


def _without_helpers(who: str) -> str:
    """Return who leads of those a bracket names: "Tổ trưởng; phối hợp: Văn thư" → "Tổ trưởng"."""
    help_ = HELP.search(folded(who))
    lead, helpers = (who[: help_.start()], who[help_.end() :]) if help_ else (who, "")
    return lead.strip(" ,;–-") if are_people(helpers) else who


def _are_guests(who: str, before: str) -> bool:
    """Whether a bracket behind `before` lists those a work turns to: guests, or whoever is invited or given."""
    names = names_in(who)
    told = INVITED if INVITES.search(before) else GUEST
    return any(told.match(fold(name)) for name in names)


def _between(text: str) -> re.Match[str] | None:
    """Return those between a work and the time it ended in, None where the work lists whom it is about."""
    match = BEFORE_TIME.search(text)
    before = text[: match.start()] if match else ""
    lists = LISTS.search(fold(before)) or INVITES.search(before) or RECEIVED.search(folded(before))
    if not match or lists or not BEGINS_WORK.match(before) or DEED.search(match["who"]):
        return None
    return match if are_doers(match["who"]) else None


def _names_receiver(before: str) -> bool:
    """Whether those behind these words receive what is sent.

    Behind the time of a sentence that names nobody else a bracket tells who sends it.
    """
    told = folded(NO_WAY.sub("", before))
    if not RECEIVED.search(told):
        return False
    return not (BEHIND_TIME.search(told) and _opens_with_deed(before.strip(" -–•*+")) and not REACHED.search(told))


def _opens_with_deed(text: str) -> bool:
    """Whether a text begins with a deed, also one that lost its accents ("Gui thuc don …"), and with no role."""
    bare = text.partition(" ")[0].isascii()
    return not is_role(text) and (opens_with_deed(text) or (bare and begins_with_worn_deed(text)))


def at_end(text: str) -> re.Match[str] | None:
    """Find a last bracket, or what follows a last dash or bar, that holds people only: "… (Văn thư).", "… – đ/c Hà"."""
    if (held := IN_OFFICE.search(text)) and is_role(held["office"]):
        return held
    bare = LEFT_AT_END.sub("", text)
    if between := _between(bare) if bare != text else None:
        return between
    if are_people(bare):
        return None  # "Bộ phận thư viện - thiết bị" is nobody's work
    return alone_at_end(bare) or _behind_sign(bare)


def _behind_sign(text: str) -> re.Match[str] | None:
    for pattern in (BRACKETED, DASHED, TIMED, TIMED_BY_DASH, AFTER_TIME):
        match = pattern.search(text)
        if not match or (pattern is AFTER_TIME and not BEGINS_WORK.match(text)) or STATES.search(match["who"]):
            continue
        before = text[: match.start()]
        if pattern is BRACKETED and (
            RECEIVER.search(before) or HANDED_TO_PERSON.search(before) or _are_guests(match["who"], before)
        ):
            continue
        if pattern is DASHED and JOINED_BODY.search(text[: match.start("who")]) and fold(match["who"]) == "doi":
            continue
        if pattern is DASHED and WHO_COMES.search(fold(before)):
            continue
        longest = max(len(name.split()) for name in names_in(match["who"]) or ("",))
        if match[0].lstrip()[:1] in {";", ","} and longest > LONGEST_NAME and not are_only_named(match["who"]):
            continue  # "… trước ngày 10/9; NV y tế cất giữ mẫu thức ăn": a clause of its own
        if pattern is DASHED and ")" not in (bracketed := before.rpartition("(")[2]) and are_people(bracketed):
            continue  # "(thầy Phước – Tổng phụ trách Đội)": inside a bracket it tells what he is
        acts = pattern is DASHED and DEED.search(match["who"]) and not NAMED_BY_ACT.match(match["who"])
        bring = EACH_CLASS.fullmatch(match["who"]) and HANDS_IN.match(text)
        doers = (
            (are_doers(_without_helpers(match["who"])) or (pattern is BRACKETED and bring))
            and not acts
            and not _names_receiver(before)
        )
        if (
            pattern is BRACKETED
            and bodies_in(match["who"])
            and opens_with_deed(text.rpartition(": ")[2].strip(" -–•*+"))
        ):
            return match
        names = names_in(match["who"])
        if doers or (not acts and all(is_role(name) and len(name.split()) <= LONGEST_BODY for name in names)):
            return match
    return None
