"""Who does a work told of from its object: "Minh chứng do các nhóm thu thập", "Kế hoạch được Hiệu trưởng duyệt"."""

from __future__ import annotations

import re

from schedules.planning.people.bodies import is_body
from schedules.planning.people.deeds import DEED, NAMED_BY_ACT, opens_with_deed
from schedules.planning.people.names import People, names_in
from schedules.planning.people.persons import are_doers

TOLD_ONLY = r"(?:tổ chức|phát động|hướng dẫn|chỉ đạo|đề xuất|cử|cấp phát|triển khai|giới thiệu|thông báo|quyết toán)"
"""“Hội thi do Liên đội tổ chức”: only which one it is, where somebody else takes part."""

BY = re.compile(r"(?P<time>,|:|\x00)?\s*\b(?:do|được)\s+(?=\S)", re.IGNORECASE)
ONLY_TOLD = re.compile(rf"\s*{TOLD_ONLY}\b", re.IGNORECASE)
OTHER_DEEDS = re.compile(r"\s+(?=(?:ký|lưu trữ|lưu|coi|giữ|ra)\b)")
DETAIL = re.compile(r"^(?P<work>.+)[,;]\s+\S+(?:\s+\S+){0,2}$", re.DOTALL)
"""“Vòng 3: thực hành tổ chức tiết dạy từ …, lớp do giám khảo bốc thăm”: who draws the class holds no lesson."""

EXAM = re.compile(
    r"^\W*(?:kiểm tra|thi|khảo sát|đánh giá)\b(?!.*\b(?:hồ sơ|nội bộ|sổ sách|cơ sở vật chất)\b)", re.IGNORECASE
)
MARKS = re.compile(r"(?:coi|chấm)\b", re.IGNORECASE)
SIGNS = re.compile(r"[,.;:()\d\x00]")
BY_THEMSELVES = re.compile(r"\s+(?:tự|cùng nhau|chủ động|trực tiếp|tiến hành)$", re.IGNORECASE)
LONGEST = 60
ATTENDS = re.compile(r"\W*(?:dự|học sinh|hs|trẻ|các em|tham dự|tham gia)\b", re.IGNORECASE)
PAPER = re.compile(r"^\W*báo cáo\b", re.IGNORECASE)
WRITES = re.compile(
    r"(?:viết|soạn|biên soạn|lập|xây dựng|hoàn thiện|hoàn thành|dự thảo|nộp|gửi|trình|công bố|ký)\b", re.IGNORECASE
)


HANDED_OVER = re.compile(
    r"^\W*(?:(?:riêng\s+)?(?:việc|phần|khâu|nội dung|công tác|nhiệm vụ|mảng)\s[^,;:.()\x00]{3,80}?|"
    r".{8,200}[.;]\s+(?:việc|nội dung|nhiệm vụ|phần việc)\s+này)\s+(?:được\s+)?(?:giao|phân công)(?:\s+cho)?\s+(?=\S)",
    re.IGNORECASE | re.DOTALL,
)
"""“Việc chụp ảnh giao thầy Hặc, xong …”, “…. Việc này giao cán bộ thư viện.”"""

ENDS = re.compile(r"\s+(?=(?:xong|hoàn thành|trước|từ|vào|chậm nhất|ngày|trong)\b)|[,.;:()\x00]")


def done_by(words: str) -> People:
    """Return who does what a sentence tells of from its object, () where it begins with a deed of others."""
    if over := HANDED_OVER.match(words):
        rest = words[over.end() :]
        ends = [found.start() for found in (ENDS.search(rest), DEED.search(rest)) if found]
        who = rest[: min(ends, default=len(rest))]
        if are_doers(who) and not is_body(who):
            return names_in(who)
    for match in BY.finditer(words):
        rest = words[match.end() :]
        by_act = NAMED_BY_ACT.match(rest)
        at = by_act.end() if by_act else 0
        deeds = filter(None, (DEED.search(rest, at), OTHER_DEEDS.search(rest, at)))
        deed = min(deeds, key=lambda found: found.start(), default=None)
        if not deed or deed.start() > LONGEST or SIGNS.search(rest, 0, deed.start()):
            continue
        who, done = BY_THEMSELVES.sub("", rest[: deed.start()]), rest[deed.end() :]
        before = words[: match.start()].strip(" -–•*+")
        if (detail := DETAIL.match(before)) and DEED.search(f" {detail['work'].lower()}"):
            continue
        only_told = ONLY_TOLD.match(done) and (opens_with_deed(before) or ATTENDS.match(before))
        named = (are_doers(who) or by_act) and not is_body(who) and not only_told
        if named and _is_object(before, done, apart=bool(match["time"])):
            return names_in(who)
    return ()


def _is_object(before: str, done: str, *, apart: bool) -> bool:
    """Whether the words before name what is made, or a clause that is over: a sign parts it from who did it."""
    if not re.search(r"\w", before):
        return False
    if apart or not opens_with_deed(before):
        return not are_doers(before)
    if EXAM.match(before) and MARKS.match(done):
        return True
    return PAPER.match(before) is not None and WRITES.match(done) is not None
