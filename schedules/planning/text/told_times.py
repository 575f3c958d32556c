"""Times that set no work though they are worded as one: banned until then, told of a year that is over, or describing.

The wording engine judges a time by the words right before it; here the whole sentence speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from schedules.plan import Bound, Precision, SchoolYear
from schedules.planning.no_works.rests import tells_who_rests
from schedules.planning.people.deeds import DEED, begins_with_deed
from schedules.planning.people.persons import are_people
from schedules.planning.people.subjects import subject_of, without_step
from schedules.planning.text.aims import words_an_aim
from schedules.planning.text.found_kinds import is_day, is_last_day
from schedules.planning.text.moved_times import is_moved
from schedules.planning.text.no_deeds import sets_no_deed
from schedules.planning.text.states import is_held_now, states_only, tells_result
from schedules.planning.words.openers import celebrates
from schedules.wording import Context, Found, fold

SENTENCE = re.compile(r"(?<!\d)[.;]\s+|(?<=\d)\.\s+(?=[^\W\d_])|(?<=\d);\s+|\n")
BAN = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s+)?"
    r"(?:nghiêm cấm|tuyệt đối (?:không|cấm|nghiêm cấm)|cấm|nghiem cam|tuyet doi (?:khong|cam))\b",
    re.IGNORECASE,
)
"""“Nghiêm cấm giáo viên cho lớp liên hoan trước ngày 29/5”, however many words stand between."""

STOP = r"(?!(?:ma|thi|va|nhung|con|neu|hoac|phai|can|de|lam|danh gia|phan cong)\b)"
NEW_ORDER = r"(?!(?:nop|gui|hoan|bao|dang|lap|trinh)\b)"
WORN_BAN = re.compile(
    r"\b(?:kh[a-z]{1,2}g d[a-z]{2}c|ngh[a-z]{3} c[a-z]m|tuy[a-z]t d[a-z]i (?:kh[a-z]{1,2}g|c[a-z]m))(?: phep)?"
    rf"(?: {STOP}[a-z0-9]{{1,9}}|, {STOP}{NEW_ORDER}[a-z0-9]{{1,9}}){{1,16}}\W*$"
)
"""The same ban in a poor scan, its letters misread ("không dúgc công bố"): the wording engine knows it only whole."""

LAST_YEAR = re.compile(
    r"^\W*(?:(?:trong|o|nhu)\s+)?nam hoc\s+(?P<first>20\d\d)\s*[-–]\s*20\d\d(?P<past>\s+(?:vua qua|truoc))?\b"
)
JUST_OVER = re.compile(
    r"^[^,;.]{0,60}\b(?:vua qua|vua roi|nam ngoai|nam truoc|"
    r"(?:nam hoc|hoc ky|dot|ky) truoc(?=\s*,|\s+(?:truong|co|con)\b)|"
    r"lan (?:[a-z]+ ){0,3}(?:truoc|gan (?:nhat|day))(?=\s*[,(]))"
)
"""“Năm học trước, trường có 03 đoàn đến kiểm tra (ngày 10/3/2025)”, “Lần thi trước, ngày 30/12/2024, …”."""

STILL = re.compile(
    r"^\W*(?:(?:hien\s+)?van\s+)?con\s+(?:co\s+)?(?:\d{1,3}|mot so|mot vai|nhieu)\s+"
    r"[^,;.:()]*\b(?:cham|muon|tre|sai|vang|thieu|quen)\b"
)
"""“Còn 03 giáo viên nộp giáo án chậm (ngày 17/3)”: who was late, and when."""

OWES = re.compile(
    r"^[^,;.:()]{0,60}\bcon\s+(?:no|thieu|cham|sot|bo sot|ton)\s+(?:\d{1,3}|mot|vai|nhieu)\b[^,;.:()]*\W*$"
)
"""“Lớp 7B còn nợ 02 tiết (ngày 19/9)”: what was left undone on a day that is over."""

NEAR = 160
REPLACED = re.compile(
    r"\b(?:thay (?:cho|the)|huy bo|bai bo)\s+(?:[a-z]+\s+){0,2}?(?:lich|ke hoach|thong bao|cong van|van ban|ban)\b"
    r"[^,;.:()]*\b(?:gui|ban hanh|ky|phat hanh|cong bo|thong bao|niem yet|lap)\W*$"
)
"""“Lịch này thay cho lịch dự kiến gửi ngày 15/9”: the day of the paper that is replaced."""

EXPIRED = re.compile(r"(?<!\bnop)(?<!\bnhan)(?<!\bgui)(?<!\bky)(?<!\bki)(?<!\bgian)(?<!\bden)(?<!\bse)(?<!\bla) het $")
"""“Gỡ tài liệu hết hạn trước ngày …”: which of them, and not by when."""

COMPARED = re.compile(r"\b(?:cham|muon|tre|qua|som|dung)\b[^,;.:()]{0,20}\bso voi\b[^,;.:()]{0,40}$")
"""“Đăng báo cáo chậm so với quy định trước 30/6”: by when it ought to have been done."""

COVERED = re.compile(
    r"\b(?:thoi ky|nien do|nien khoa)\s+(?:duoc\s+)?"
    r"(?:kiem tra|thanh tra|kiem toan|giam sat|doi chieu|quyet toan|tai chinh|ke toan)"
    r"(?! (?:giua|cuoi|hoc k[yi]))(?:[\s,-]+(?!(?:la|hop|nop|hoan)\b)[a-z]+){0,10}(?: la)?\W*$"
)
"""“Thời kỳ kiểm tra thu, chi: từ 01/9 đến 31/10”: what is looked into, and not when."""

AS_OF = re.compile(
    r"\b(?:so lieu|du lieu|thong tin|ket qua|tinh hinh|minh chung|thanh tich|do tuoi|tham nien)\b[^.;:]{0,60}\btinh\W*$"
)
"""“Số liệu 05 năm học tính đến 31/5”: as of when they are taken, and not by when."""

TAKEN = re.compile(
    r"\b(?:so lieu|du lieu|thong tin|si so)(?! va\b)(?: (?!va\b)[a-z]+){0,5} (?:chot|lay|thong ke|ghi nhan|tinh)"
    r"(?: (?:tai|vao|theo))?\W*$"
)
TAKEN_AT = re.compile(r"(?:den|het|tinh|thoi diem)\b")
"""“Số liệu chốt tại thời điểm 15/9”: the day of the figures; “Chốt số liệu trước 15/9” is to be done."""

IN_PAPER = re.compile(
    r"\b(?:quyet dinh|cong van|ke hoach|thong tu|nghi quyet|chi thi|huong dan|thong bao|cong dien)\s+so\s*:?\s*\d"
    r"[^,;:]*\b(?:ve|v/v|nham)\b[^,;:.]*$"
)
"""“Thực hiện Công văn số 12/PGDĐT về Ngày Sách và Văn hóa đọc”: the feast is what the paper is about."""

LATER = (
    r"(?:ke hoach|lich|huong dan|thong bao|van ban|cong van|thoi gian|chuong trinh)"
    r"(?: (?:rieng|cu the|chi tiet|to chuc|tren|do))*"
)
TOLD_LATER = re.compile(
    rf"\bse (?:co|duoc|thong bao|ban hanh|gui|trien khai|xay dung|lap)\b[^.;]{{0,20}}?(?:\b{LATER}|\bsau\b)|"
    rf"\b{LATER} (?:se |(?:duoc )?(?:gui|thong bao|ban hanh|bo sung) )*(?:sau|rieng sau)\b"
)
"""“Hội diễn chào mừng 20/11 (sẽ có kế hoạch riêng)”: a feast says what for; when, another paper will."""

VAGUE = frozenset({Precision.MONTH, Precision.TERM})
EXPECTED = re.compile(r"\bdu kien\b")
"""“Tháng 12 dự kiến nhà trường đón đoàn, lịch cụ thể thông báo sau”: neither says when."""

MISHAP = re.compile(
    r"\b(?:(?:dot|tran|con|vu|sau|hau qua|thiet hai)(?: (?:do|cua))? (?:mua )?"
    r"(?:lu|bao|lut|dich|ngap|ret|giong|sat lo|dong dat|thien tai|hoa hoan)|vu chay)"
    r"(?: (?:quet|lut|lu|ong|hai|lich su|benh|covid|lon|so \d{1,2}))*(?: (?:vao|hoi|xay ra|dien ra|trong|cua))*\W*$"
)
"""“Nhà vệ sinh hư hỏng sau đợt lũ tháng 10”: which of them."""

WHICH_DAY = re.compile(
    r"^\s*(?:la|cung(?: la)?|deu la|roi vao|trung(?: vao)?)\s+(?:ngay\s+)?"
    r"(?:chu nhat|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|ngay nghi|nghi le|cuoi tuan)\b"
)
"""“Ngày 20/10 là Chủ nhật nên làm sớm”: which day of the week it is, and nothing to do then."""

DAY_IS = re.compile(r"\W*(?:(?:ngay\s+)?\d{1,2}/\d{1,2}(?:/20\d\d)?\s+la\s*)?")
"""What may stand before it in its clause: nothing, or another day whose weekday reads as this one's."""

FALLBACK = re.compile(
    r"^\s*(?:(?:la|lam|de|dung lam|duoc dung lam) (?:cac )?(?:(?:ngay|buoi|thoi gian|lich|phuong an) )?du phong\b|"
    r"du phong(?: (?:neu|khi|phong khi|truong hop|cho truong hop)\b|\W*(?:[.;,)]|$)))"
)
"""“Ngày 29/12 là ngày dự phòng nếu mất điện”: nothing is to be done then, unless something happens."""

TESTED = re.compile(
    r"(?:^|[,;:(]\s*)\W*(?:\d{1,2}[.)]\s+)?(?:(?:gioi han|pham vi|noi dung)\s+)?"
    r"(?:kien thuc|chuong trinh|noi dung|kiem tra|on tap|ra de|de (?:kiem tra|thi))\W+"
    r"(?:(?:kiem tra|duoc|chi|da|hoc|tinh|gioi han|nam trong|thuoc|trong|chuong trinh)\s+)*"
    r"(?:tinh|gioi han|hoc|chuong trinh|kien thuc)\W*$"
)
REACHES = re.compile(r"^(?P<led>tinh )?(?:tu|den|het|tuan|bai)\b")
"""“Kiến thức tính đến hết tuần 15”: how far what is tested reaches, and not when."""

NOT_DONE = re.compile(r"^(?P<who>.*?\S)\s+khong\s+(?:phai\s+|duoc\s+)?(?=(?P<deed>[^,;.:()]{2,40})\(?$)", re.IGNORECASE)
"""“Các tổ không họp vào chiều 06/10”: nothing is to be done then."""

CASE = re.compile(r"^\W*(?:(?:con|rieng|nhung) )?(?:neu|truong hop|phong khi)\b[^.;]*(?:\bthi\b|,)")
FEW, ENDS = 3, re.compile(r"\)?\s*(?:[.;]|$)")

ORDERS = re.compile(
    r"\b(?:yeu cau|de nghi|phai|can (?:nop|gui|bo sung|hoan|bao cao)|hoan thanh|bo sung|nop (?:bu|lai|bo sung))\b"
)
"""What a sentence that tells may ask for all the same: its last day is then a deadline."""

PLACED = re.compile(r"(?:[:(,;–-]|\b(?:vào|trong|trước|từ|đến|hết|xong|hạn))\s*$", re.IGNORECASE)
PUT = re.compile(r"\W*(?:vào|trong|trước|từ|đến|hết|xong|hạn|khoảng|dự kiến)\b", re.IGNORECASE)
TERM_SINCE = re.compile(r"\b(?:ke )?tu (?:ngay )?\d")
DESCRIBES = re.compile(r"^(?:co(?! mat)|nghi|vang|thieu|chua|khong|bi|dat|la|duoc (?:phan cong|chon|cu|giao|nghi))\b")
"""How who acts is told apart: “Giáo viên có tiết nghỉ ngày 05/02 tổ chức dạy bù”."""


TOO = re.compile(r"^(?:c[uúũủụ]ng|đều|vẫn)\s+(?:được\s+)?", re.IGNORECASE)
"""“Giáo viên hợp đồng trước ngày 01/9 cũng tham gia”: the day tells which of them, and “too” that nothing is set."""

CALLED_LEAVE = re.compile(r"\b(?:lich|thong bao|phuong an|che do|thoi gian)(?: truc)?\s*$")
"""“Lịch nghỉ Tết theo thông báo của Sở”: what the paper is called."""


def set_only(found: Sequence[Found], text: str, context: Context) -> list[Found]:
    """Return the times of a text that its sentences do not ban, tell or describe; `context` says what is over."""
    starts = [0, *(sign.end() for sign in SENTENCE.finditer(text))] if found else []
    befores = (text[starts[bisect_right(starts, one.start) - 1] : one.start] for one in found)
    pairs = zip(found, befores, strict=True)
    return [one for one, before in pairs if one.problem or not _sets_nothing(one, before, text, context)]


def names_topic(heading: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the time of a heading over a paragraph of its own only ends what it is about: "Thu, chi đầu năm học"."""
    (start, end), *more = spans or ((0, 0),)
    led = PLACED.search(heading[:start]) or PUT.match(heading[start:end]) or re.search(r"\d{2}|/", heading[start:end])
    return start > 0 and not more and not led and not heading[end:].strip(" .:*") and not subject_of(heading)


def rules_a_case(text: str) -> bool:
    """Whether a text says what is so if something happens: "Nếu Sở tổ chức thi chung thì nhà trường dự theo lịch"."""
    return CASE.match(fold(text)) is not None


def is_told_later(text: str) -> bool:
    """Whether a text says that another paper will tell when."""
    return TOLD_LATER.search(fold(text)) is not None


def _sets_nothing(one: Found, before: str, text: str, context: Context) -> bool:
    """Whether a time sets no work, by the words of its sentence before it and by what follows in the text."""
    told = _is_banned(one, before) or _is_not_done(one, before, text) or _is_over(one, before, context)
    after = text[one.end : one.end + NEAR]
    told = (
        told
        or is_moved(one, before, after)
        or states_only(before, after)
        or sets_no_deed(one, before, after, over=_is_past(one, context))
        or (_is_past(one, context) and tells_result(before, after))
    )
    near = fold(before[-NEAR:])
    sentence = f"{before}{one.quote}{SENTENCE.split(after, maxsplit=1)[0]}"
    told = told or (len(sentence) < len(text.rstrip(" .;")) and words_an_aim(sentence))
    told = told or (fold(one.quote).startswith("han") and EXPIRED.search(near) is not None)
    told = told or (fold(one.quote).startswith(("han", "thoi han")) and is_held_now(before))
    told = told or _is_of_what_is_tested(one, near) or tells_who_rests(sentence) or _is_as_of(one, near)
    vague = celebrates(one.quote) or (one.due.precision in VAGUE and EXPECTED.search(fold(sentence)) is not None)
    told = told or (vague and is_told_later(SENTENCE.split(after, maxsplit=1)[0]))
    told = told or (one.due.bound is Bound.DURING and FALLBACK.match(fold(after)) is not None)
    opens = DAY_IS.fullmatch(fold(re.split(r"[,;:.(]", before)[-1])) is not None
    told = told or (opens and one.due.bound is Bound.DURING and WHICH_DAY.match(fold(after)) is not None)
    named = fold(one.quote).startswith("nghi ") and CALLED_LEAVE.search(near) is not None
    named = named or (one.grain == "event" and not re.search(r"\d", one.quote) and bool(IN_PAPER.search(near)))
    return (
        told
        or named
        or any(sign.search(near) for sign in (REPLACED, COVERED, COMPARED, MISHAP))
        or _describes(one, before, text)
    )


def _is_of_what_is_tested(one: Found, near: str) -> bool:
    """Whether a time ends how far the knowledge reaches that is tested; `near` is folded."""
    reaches = REACHES.match(fold(one.quote))
    return reaches is not None and TESTED.search(f"{near} {reaches['led'] or ''}") is not None


def _is_as_of(one: Found, near: str) -> bool:
    """Whether a time says as of when figures are taken; `near` is folded."""
    quote = fold(one.quote)
    return any(begins.match(quote) and taken.search(near) for begins, taken in ((REACHES, AS_OF), (TAKEN_AT, TAKEN)))


def _is_banned(one: Found, before: str) -> bool:
    """Whether a time ends what a sentence forbids; a later clause in which somebody acts is no part of it."""
    if one.due.bound is Bound.BEFORE and WORN_BAN.search(fold(before[-NEAR:])):
        return True
    if one.due.bound is Bound.BY or not BAN.match(before):
        return False
    return not any(subject_of(f"{clause[:1].upper()}{clause[1:]}") for clause in re.split(r",\s+|:\s+", before)[1:])


def _is_not_done(one: Found, before: str, text: str) -> bool:
    """Whether a sentence only says of somebody what he does not do on a day, and nothing else he does."""
    words = without_step(before).lstrip(" -–•*+")
    clause = NOT_DONE.match(fold(words)) if len(words) < NEAR else None
    if one.due.bound not in {Bound.DURING, None} or not clause or not are_people(words[: clause.end("who")]):
        return False
    deed = words[clause.start("deed") : clause.end("deed")]
    if not DEED.search(f" {deed}"):  # a verb nobody knows: the day ends what is said
        return len(deed.split()) <= FEW and ENDS.match(text, one.end) is not None
    return len(DEED.findall(f" {deed}")) == 1 and begins_with_deed(deed)


def _is_over(one: Found, before: str, context: Context) -> bool:
    """Whether a sentence tells of a year that is over, or of who was late, and asks for nothing by that time."""
    plain = fold(f"{before}{one.quote}")
    past = _is_past(one, context)
    year = LAST_YEAR.match(plain)
    over = year is not None and _is_before(int(year["first"]), context)
    if ORDERS.search(fold(before)):
        return past and over
    if year:
        return past or over
    if past and OWES.match(fold(before)):
        return True
    if STILL.match(plain):
        return past or (context.doc_date is None and one.due.bound is Bound.DURING)
    return past and (JUST_OVER.match(plain) is not None or TERM_SINCE.search(fold(one.quote)) is not None)


def _is_past(one: Found, context: Context) -> bool:
    """Whether a day was over at the signing."""
    day = one.due.day
    return day is not None and context.doc_date is not None and day < context.doc_date


def _is_before(first: int, context: Context) -> bool:
    known = context.school_year
    return known is not None and SchoolYear(first) < known


def _describes(one: Found, before: str, text: str) -> bool:
    """Whether a day only tells which of some people do what stands right behind it."""
    after = text[one.end :].lstrip()
    if not (is_day(one) or is_last_day(one)) or not begins_with_deed(TOO.sub("", after)):
        return False
    if re.search(r"[,;:()]", before):
        return False
    if TOO.match(after) or not is_day(one):
        return TOO.match(after) is not None
    words = before.strip(" -–•*+").split()
    told = next((at for at, word in enumerate(words) if at and DESCRIBES.match(fold(" ".join(words[at : at + 2])))), 0)
    who = " ".join(words[:told])
    return bool(told) and are_people(who) and not DEED.search(who)
