"""Sentences that state what is so as of a day and order nothing: who qualifies, what is valid, what came out.

“Thí sinh phải là học sinh của trường đến …”, “Cán bộ bổ nhiệm trước … được hưởng …”: nobody finishes anything by it.
What the words right before a time say of it (ages, papers, terms of office) the wording engine knows already.
"""

from __future__ import annotations

import re

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.subjects import subject_of
from schedules.wording import fold
from schedules.wording.repair import repair

LONGEST = 300
"""A statement is a short sentence; long ones are not searched word by word."""

NUMBER = r"(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"
AGED = re.compile(
    rf"\b(?:du|tron|tu|tren|duoi|it nhat|toi thieu|chua qua|khong qua)\s+{NUMBER}\s+(?:thang\s+)?tuoi"
    r"(?: tro len| tro xuong)?(?: (?:tinh|ke|cho))?\W*$"
)
"""“Phải đủ 11 tuổi vào ngày 31/12”: how old somebody is on a day."""

MUST_BE = re.compile(
    r"\b(?:phai|chi)\s+(?:la|thuoc|co ten|dang la)\b(?P<state>[^,;.:]*)$|\bco ten (?:trong|tren)\b[^,;.:]*$"
)
"""“Thí sinh phải là học sinh của trường đến ngày …”: what somebody is, not what is done."""

VALID = re.compile(
    r"\b(?:het|con|co|mat)\s+(?:han(?! nop| che)|hieu luc|gia tri|bao hanh|thoi han)(?: (?:su dung|kiem dinh|bao hanh|"
    r"dang kiem|hop dong|luu hanh)){0,2}(?: (?:vao|tu|den|trong|la))?\W*$"
)
THING = re.compile(
    r"^(?:[^:]{2,40}:)?\W*(?:(?:cac|moi|01|mot)\s+)?(?:giay|the|chung chi|chung nhan|bang|can cuoc|ho chieu|hop dong|"
    r"bao hiem|quyet dinh|thong tu|nghi dinh|quy che|giay phep|may|binh|thiet bi|phan mem|ten mien|ban quyen|chung thu|"
    r"tai khoan|chu ky so|thuoc|vac xin|xe|thang may|noi hoi|goi|duong truyen|internet|wifi|may chu)\b"
)
"""“Bình chữa cháy hết hạn kiểm định ngày …”: a thing's own time, whoever has to see to it."""

HAS = re.compile(r"\b(?:co|con)\W*$")
AS_IT_IS = re.compile(r"\b(?:hien|dang|hien nay|hien tai|hien dang)(?: [a-z]+){0,3} (?:co|con)\W*$")
"""“Gói hiện dùng có (thời hạn đến …)”: how a thing stands."""

GRANTED = re.compile(
    r"\b(?:(?:giam|mien(?: giam)?)(?= (?:\d|(?:hoc |le )?phi\b|tien\b|gia\b))|(?:tang|cong|tru|ho tro|thuong)(?= \d)|"
    r"uu dai|chiet khau)\b[^,;:.]*? (?:cho|doi voi)(?: (?:cac|nhung|moi|tat ca))* "
    r"(?:gia dinh|phu huynh|cha me|hoc sinh|hoc vien|tre|thi sinh|lop|em|giao vien|nguoi|truong hop|ho so)\b"
    r"(?: (?!nop\b)[a-z0-9]+){0,6}? "
    r"(?:nop|dong|dang ky|dang ki|hoan (?:tat|thanh)|nhap hoc|ghi danh|chuyen khoan|dat coc)\b(?: [a-z0-9]+){0,5}\W*$"
)
"""“Giảm 10% học phí cho gia đình hoàn tất nhập học (trước …)”: who gets it, and nothing to be done by then."""

LIVES = re.compile(
    r"^\W*(?:tre|hoc sinh|thi sinh|cha me|cha, me|phu huynh|nguoi|gia dinh|ho khau|ho gia dinh)\b.*"
    r"\b(?:ho khau|thuong tru|tam tru|cu tru)\b(?: [a-z]+){0,5}\W*$"
)
CANDIDATE = re.compile(
    r"\b(?:du thi|du xet|du tuyen|tham du|ung tuyen|ung cu|de nghi (?:xet|cong nhan|khen|tang)|duoc xet)\b.*?"
    r"\b(?:phai|can|la)\s+(?:la\s+|duoc\s+|co\s+)?(?P<state>(?:chua|du|da|dat|sinh|ap dung|tuyen dung|bo nhiem|ket nap|"
    r"cong nhan|sang tac|cong bo|tham nien)\b.*)$"
)
"""“Sáng kiến dự thi phải được áp dụng trước ngày …”: what may take part, not what is to be done."""

IS_GROUND = re.compile(
    r"\bla (?:mot trong (?:nhung|cac) )?(?:can cu|co so|tieu chi|tieu chuan|dieu kien)(?: de| cho)? [^,;.:]{0,60}$"
)
"""“Kết quả BDTX là căn cứ xếp loại viên chức trước ngày …”: what something is for."""

REFERENCE = re.compile(
    r"\b(?:ngay|thoi diem|moc(?: thoi gian)?)\s+(?:de\s+)?(?:tinh|xet|xac dinh)\s+(?:do )?(?:tuoi|tham nien)\b[^,;.]*$"
)
CAREER = re.compile(
    r"\b(?:tuyen dung|bo nhiem|ket nap|vao nganh|nghi huu|chuyen den|chuyen di|nhap ngu|thanh lap|dua vao su dung|"
    r"duoc (?:cong nhan|cap|tang|khen thuong)|(?<!hoc )(?<!thi )(?<!tuyen )sinh|vao bien che)\b(?: [a-z]+){0,4}\W*$"
)
RESULT = re.compile(
    r"^[)\s,:–-]{0,4}(?:[a-z\d]+ ){0,8}?(?:co|dat|con|do|duoc|thieu|vang|tang|giam) "
    r"(?:tren |hon |gan |den )?\d+(?:[.,]\d+)?(?:\s*/\s*\d+|\s*%| [a-z])"
)
"""“(ngày 27/6/2024) trường có 208/214 em đỗ”: what came out of a day that is over."""

ASIDE = re.compile(r"^\)\s+[a-z]{2,} [a-z]{2,}")
"""“Đợt kiểm tra của Sở (20/4/2025) xếp loại tốt”: the bracket only dates what is told."""

ORDERS = re.compile(
    r"\b(?:nop|gui|hoan thanh|dang ky(?! (?:ho khau|thuong tru|tam tru))|bao cao|duyet|cham|xong|lap|bo sung|xac nhan|"
    r"cung cap|chuan bi|mang)\b"
)
"""What somebody is to do all the same."""

REFUSED = re.compile(
    r"^\W{0,3}(?:thi |deu |la )?(?:khong (?:co gia tri|con gia tri|hop le|duoc (?:nhan|tinh|chap nhan))|bi loai)\b"
)
"""“Giấy khám cấp trước ngày … không có giá trị”: what is not taken."""

ENTITLED = re.compile(
    r"^\W{0,3}(?:thi |moi |deu )?(?:khong |chua )?"
    r"(?:duoc (?:huong|xet|tang|mien|giam|cong|uu tien|tinh|nang|du\b|nghi|mua|giu)|"
    r"thuoc (?:dien|doi tuong)|la doi tuong|du dieu kien|khong (?:phai|thuoc|tinh))\b"
)
"""“Giáo viên tuyển dụng trước ngày … được hưởng phụ cấp”: whom a rule is for."""


IF = re.compile(
    r"(?:^|[,;:(–-]\s*)\W*(?:(?:con|va|nhung)\s+)?(?:neu|truong hop|gia su)(?: (?!thi\b)[a-z0-9]+){0,6}$|"
    r"(?:^|[,;:(–-]\s*)\W*(?:[a-z0-9]+ ){1,3}nao$"
)
NOT_YET = re.compile(
    r"^[\s,)]{0,3}(?:ma )?(?:(?!thi\b)[a-z0-9]+ ){0,4}?(?:van )?(?:chua|khong|con|van|moi)\b[^.;]{0,120}"
    r"(?:\bthi\b|,|\bcoi nhu\b|\bse\b|\bphai\b|\bbi\b)"
)
"""“Nếu đến ngày 05/7 chưa nộp thì coi như không có nhu cầu”: what follows from what was not done."""

ALLOWED_IF = re.compile(r"(?:^|[;:.(–-]\s*)\W*(?:(?:con|va|nhung|rieng)\s+)?(?:neu|truong hop|gia su)\b[^;:.]*$")
ALLOWED = re.compile(
    r"^[\s,)]{0,2}thi (?:(?:se|moi|van|deu|cung) ){0,2}(?:duoc|khong (?:duoc|phai|bi|tinh|xet)|bi|coi nhu|tinh la)\b"
)
"""“Trường hợp vắng có lý do, gửi đơn trước ngày … thì được xét thi bù”: what somebody may ask for, if he does."""

GIVEN = re.compile(
    r"(?:^|[;:(–-]\s*)\W*(?:neu|truong hop|gia su|khi nao)\b"
    r"(?:(?! (?:nop|gui|dang ky|bao cao|hoan thanh|xac nhan|phai|can)\b)"
    r" [a-z0-9]+){1,10}$"
)
FOLLOWS = re.compile(r"^\W{0,2}(?:,|thi\b)\s*[a-z]")
"""“Nếu được cấp kinh phí trước 31/12, trường mua thêm”: the day is of the case, and not of what follows from it."""

IF_THEN = re.compile(
    r"(?:^|[,;:(–-]\s*)\W*(?:(?:con|va|nhung|rieng)\s+)?(?:neu|truong hop|gia su|phong khi)(?: ma)?"
    r"(?: (?:vao|trong|den|het|qua|sau|dung|toi))*\W*$"
)
THEN = re.compile(r"^[\s)]{0,2}[a-z][^.;]*?(?:,|\bthi\b)\s*[a-z]")
"""“Nếu ngày 25/10 có mưa lớn, hoạt động chuyển sang …”: the day a case is told of."""

WHICH = re.compile(
    r"^[\s,)]{0,3}ma (?:(?:van|hien|nay|den nay|con) )*"
    r"(?:chua|con|thieu|bi|da|sai|khong (?:co|du|dung|dat|hop))\s+(?!can\b|phai\b|duoc\b)[a-z0-9]+"
    r"[^.;]{0,80}?\b(?:phai|thi|can|se|coi nhu|khong duoc|duoc|de nghi|yeu cau|bi|lap|tra lai|bo sung|xu ly|nop)\b"
)
"""“Sách cho mượn trước ngày 01/9 mà chưa trả phải lập danh sách”: the day tells which ones."""

NOT_UNTIL = re.compile(
    r"^\W{0,2}(?:thi )?moi (?:duoc|co|du|xong|hoan (?:thanh|tat|thien)|ket thuc|ban giao|khoi cong|khanh thanh|dua vao|"
    r"nghiem thu|ve|den|ra|bo sung|tuyen|sua|xay|lap dat|mua|cap|trang bi)\b"
)
"""“Nhà thể chất dự kiến đến năm 2028 mới xong”: nothing happens before, and nobody is told to do anything."""


def states_only(before: str, after: str) -> bool:
    """Whether the sentence around a time only states what is so then, by its words before the time and after it.

    A sentence that orders a deed does so whatever state it speaks of.
    """
    plain = repair(fold(before)).strip() if len(before) <= LONGEST else ""
    if plain and _tells_whom(plain, after):
        return True  # "Đoàn viên kết nạp trước … mới thuộc diện": no deed of theirs, though it reads as one
    if plain and (_is_of_case(plain, after) or GRANTED.search(plain)):
        return True
    if not before.strip():
        return _is_not_before(after)
    if not plain or _is_order(before.strip(" -–•*+")):
        return False
    if AGED.search(plain) or REFERENCE.search(plain) or IS_GROUND.search(plain):
        return True
    return _qualifies(plain) or _is_valid(plain) or _is_refused(plain, after) or _is_not_before(after)


def is_held_now(before: str) -> bool:
    """Whether words before a last day say of a thing that it has until then: "gói Internet hiện dùng có …"."""
    plain = fold(before).strip() if len(before) <= LONGEST else ""
    held = AS_IT_IS.search(plain) or (HAS.search(plain) and THING.match(plain))
    return bool(held) and not _is_order(before.strip(" -–•*+"))


def tells_result(before: str, after: str) -> bool:
    """Whether the sentence around a day that is over goes on with figures that came out of it and orders nothing."""
    if len(before) > LONGEST:
        return False
    result = RESULT.match(fold(after)) or ASIDE.match(fold(after))
    return result is not None and not _is_order(before.strip(" -–•*+")) and not ORDERS.search(result[0])


def _is_order(sentence: str) -> bool:
    """Whether a sentence begins with a deed, or with somebody and what he does."""
    acting = next(iter(subject_of(sentence)), "")
    return bool(acts_of(sentence)) or opens_with_deed(sentence.removeprefix(acting).strip())


def _qualifies(plain: str) -> bool:
    """Whether a sentence says what somebody or something must be to be taken."""
    if (LIVES.match(plain) or MUST_BE.search(plain)) and not ORDERS.search(plain):
        return True
    state = CANDIDATE.search(plain)
    return state is not None and not ORDERS.search(state["state"])


def _is_valid(plain: str) -> bool:
    """Whether a sentence says how long a paper or a thing is good."""
    return THING.match(plain) is not None and VALID.search(plain) is not None


def _is_not_before(after: str) -> bool:
    """Whether a time tells how late something only comes about."""
    return NOT_UNTIL.match(fold(after)) is not None


def _is_refused(plain: str, after: str) -> bool:
    """Whether a time tells what of some kind is not taken."""
    return REFUSED.match(fold(after)) is not None and not ORDERS.search(plain)


def _is_of_case(plain: str, after: str) -> bool:
    """Whether a time is part of a case that the sentence goes on to rule: if not done by then, those left since."""
    behind = fold(after)
    if ALLOWED_IF.search(plain) and ALLOWED.match(behind):
        return True
    if (GIVEN.search(plain) and FOLLOWS.match(behind)) or (IF_THEN.search(plain) and THEN.match(behind)):
        return True
    return WHICH.match(behind) is not None or (IF.search(plain) is not None and NOT_YET.match(behind) is not None)


def _tells_whom(plain: str, after: str) -> bool:
    """Whether a time tells which of some people a rule is for."""
    told = CAREER.search(plain) and ENTITLED.match(fold(after))
    return bool(told) and not ORDERS.search(plain)
