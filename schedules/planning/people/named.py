"""Who does it by the words for it: a cell of people, “Phụ trách: …”, “do … thực hiện”, a bracket at the end."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.planning.people.at_end import HELP, at_end
from schedules.planning.people.bodies import is_body
from schedules.planning.people.deeds import DEED, NAMED_BY_ACT, own_deed
from schedules.planning.people.labelled import SHARED_OUT, labelled_in
from schedules.planning.people.leaders import led_by
from schedules.planning.people.names import ADDRESS, People, folded, names_in, pieces_of
from schedules.planning.people.notes import by_labels, by_notes
from schedules.planning.people.parted import parted_among
from schedules.planning.people.passive import done_by
from schedules.planning.people.persons import CALLED as CALLED_BY_NAME
from schedules.planning.people.persons import are_doers, are_people, office_behind
from schedules.planning.people.roles import is_everybody, is_role
from schedules.planning.people.shared_posts import with_shared_posts
from schedules.planning.people.square_brackets import rounded
from schedules.planning.people.worn import nearest_role
from schedules.planning.people.worn_labels import unworn_labels
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

LEAD = re.compile(
    r"^\W*(?:chu tri|chiu trach nhiem(?: chinh)?|phu trach(?: chinh)?(?! (?:cac )?(?:chi doi|doi|sao|lop|khoi)\b)|"
    r"nguoi thuc hien|ct)\b\s*:?\s*"
)
"""“Phụ trách: …” is a label, “Phụ trách chi đội” the name of who it is."""

DOES_IT = r"(?:(?<!tong )phu trach|chu tri|thuc hien|dam nhiem|chiu trach nhiem|lo(?: lieu)?(?=\s*(?:[,.;)\x00]|$)))"
RUNS_IT = r"(?:dieu hanh|dieu khien|chu toa|chu hop|dam trach|dung lop|dan chuong trinh)"
"""“…, do tổ trưởng điều hành”: what one who leads a meeting or a lesson does."""

WHO = r"(?:nguoi|bo phan|don vi|ca nhan|to chuc, ca nhan|luc luong)"
LABEL = (
    rf"(?:\b{WHO}\s+{DOES_IT}|\bnguoi\s+(?:truc tiep\s+)?lam|"
    rf"(?:\b{WHO}\s+)?(?<!tong )\b(?:phu trach|chu tri|dam nhiem|chiu trach nhiem)|"
    r"(?<![a-z] )\b(?:nguoi|can bo|lanh dao|thanh phan)\s+(?:truc tiep\s+)?(?:kiem tra|giam sat|du gio)|"
    r"(?<![a-z] )\b(?:thuc hien|(?:tong )?chi huy(?: chung)?|dieu hanh|chu toa|dau moi|truong doan))"
)
NO_TIME = (
    r"(?!(?:trong|truoc|tu|vao|cuoi|dau|giua|den|het|xong|du kien|cham nhat|khoang)?\s*"
    r"(?:ngay|thang|tuan|quy|hoc ky|nam|\d))"
)
"""“Thời gian thực hiện: tháng 9” tells when, and “kinh phí thực hiện” what it costs; neither names anybody."""

NEXT_LABEL = (
    r"\s*[,–—-]\s+(?:doi tuong|thanh phan|thoi gian|thoi diem|dia diem|hinh thuc|noi dung|kinh phi)\b[^.,;:()]{0,30}:"
)
"""“Người phụ trách: Tổ Toán – Thành phần: học sinh khối 9”: what the next label tells names nobody who does it."""

NAMED = re.compile(
    rf"[\s\-–—.;:,(]*{LABEL}(?:\s+(?:chinh|chung|thuc hien|kiem tra))?\s*:\s*{NO_TIME}"
    rf"(?P<who>(?:(?!{NEXT_LABEL})[^.;\n()])+(?:;\s*phoi hop[^.\n()]+)?)[.)]?"
)
NAMED_PERSON = rf"(?:[ĐđDd]/c|[ĐđDd]\.c|[Đđ]ồng chí|[Cc]ô|[Tt]hầy|[Bb]à|[Ôô]ng)\s+[{CAPITALS}][^,.;()]*?"
OFFICE_OF = (
    r"(?:,\s+(?:Phó\s+)?(?:Hiệu trưởng|Chủ tịch|Bí thư|Tổ trưởng|Trưởng (?:ban|nhóm|bộ phận))"
    r"(?:\s+[^,.;:()\s]+){0,6}?,?)?"
)
"""What somebody named is: "thầy Bảo, Phó Hiệu trưởng phụ trách" is one person."""

ADDRESSED = re.compile(
    r"[\s,\-–]*\(?\s*(?:[Gg]iao\s+|do\s+)?"
    rf"(?P<who>{NAMED_PERSON}(?:,\s+{NAMED_PERSON}){{0,5}}{OFFICE_OF})"
    r"(?:,(?=[^(),.;:\d]{6,20}\)))?\s+(?<![Tt]ổng )"
    r"(?:phụ trách|chủ trì|thực hiện|chịu trách nhiệm|đảm nhiệm|đảm nhận)(?:\s+chính)?\s*\)?"
)
CALLED = re.compile(r"\W*(?:[đd]/c|[đd]\.c|đồng chí|cô|thầy|bà|ông)\s", re.IGNORECASE)
TEACHES = re.compile(
    r"\b(?:[Tt]hao giảng|[Hh]ội giảng|[Dd]ạy (?:mẫu|minh họa|thực nghiệm)|[Cc]huyên đề|[Rr]a đề|[Cc]hấm)\b"
    r"(?:[^:;.]{0,40}|[^:.]{0,120}?[;,(–-]\s*(?:[Nn]gười|[Gg]iáo viên|GV) (?:dạy|thể hiện|trình bày)(?: \S+){0,2}):\s*"
    rf"(?P<who>{CALLED_BY_NAME}(?:(?:,|\s+và)\s+{CALLED_BY_NAME})*)\s*(?=[(;.]|$)"
)
"""“Thao giảng: cô Nhung (tiết 2 ngày 30/10)”: who teaches; behind “Dự giờ:” stands who is watched."""

SENTENCE_ENDS = re.compile(rf"(?<=[^\W\d_]\))(?=\.\s+[{CAPITALS}])")
"""“… (đ/c Lụa). Học sinh được chọn …”: a bracket ends the first sentence as well as the last."""

HANDED = re.compile(r"\W*(?:giao|phan cong|cu)?\W*")
FEWEST_WORDS = 2
SIGNED_BY = re.compile(r"[\s,]*\bdo\s+(?P<who>[^,.;()]{2,40}?)\s+ky\b(?: ban hanh)?")
ISSUED = re.compile(r"^\W*(?:ban hanh|ra)\b")
DOES_AT_END = re.compile(
    rf"\s+(?:(?:truc tiep|se)\s+)?(?:{DOES_IT}|dieu hanh|chi dao|theo doi|quan ly|chi huy|don doc|tong hop|lam)\W*$"
)
NOT_HANDED = r"(?:luu|vien|thong|tiep|duc|ban (?:dau|cuoi|tuan|thang|dinh|voi|cac|hang|chuyen))\b"
"""“…, giao lưu của học sinh”, “; giao ban đầu tuần”: words that only begin like “giao”."""

HIMSELF = r"(?:(?:truc tiep|se|phai|can|la nguoi)\s+)*"
"""“Hiệu trưởng trực tiếp phụ trách”: how it is done, no part of the name."""

TIMED_BEHIND = r"(?=\((?:hoan thanh|xong|(?:thoi )?han|thoi gian|\s)*[\s:]*\x00[\s\x00).]*$)"
"""“…, Thư ký Hội đồng phụ trách. (Hoàn thành trước …)”: a bracket of its own says when."""

ROLE_AFTER = (
    re.compile(
        rf"\s*(?:[,;]|(?<=[^\d\W])\.|(?<=[)\x00])\.)\s*giao\s+(?!{NOT_HANDED})(?:cho\s+)?"
        r"(?P<who>[^.;()]{2,60}?(?:(?<=\w)\s*\((?!(?:co|thay|ong|ba|d/c|dong chi)\b)[^()\d\x00]{2,40}\))?)\s*"
        r"(?=[.;\x00]|$|,\s*(?:xong|hoan|truoc|han|cham|\x00|(?:khong|tuyet doi|bao dam|dam bao)\b))"
    ),
    re.compile(
        rf"[\s,;.]*\bgiao\s+(?:cho\s+)?(?P<who>[^,.;()]{{2,40}}?)\s+{HIMSELF}(?:{DOES_IT}\b\W*|tong hop[\s.)]*$)"
    ),
    re.compile(
        rf"[\s,;]*\bdo\s+(?P<who>[^,.;()]{{2,40}}?|[^.;:()\d\x00]{{2,80}}?)\s+{HIMSELF}(?:{DOES_IT}|{RUNS_IT})\b"
    ),
    re.compile(
        rf"\s*[(.;,:]\s*(?P<who>[^,.;:()]{{2,40}}?)\s+{HIMSELF}(?:{DOES_IT}|phe duyet)\s*"
        rf"(?:[).]*[\s\x00]*(?:$|{TIMED_BEHIND})|(?=,\s*(?:hoan thanh|xong|truoc|cham nhat|han|nop|gui|bao cao)\b))"
    ),
    re.compile(
        rf"\s*:\s*(?P<who>[^.;:()\x00]{{2,80}}?)\s+{HIMSELF}(?:{DOES_IT}|lam)(?:\s+xong)?\s*"
        r"(?:[).]*[\s\x00]*$|(?=,\s*(?:hoan thanh|xong|truoc|cham nhat|han)\b))"
    ),
    re.compile(
        rf"[.;]\s+(?P<who>[^.;:()\x00]{{2,60}}?)\s+{HIMSELF}(?:{DOES_IT}|lam)\s+"
        r"(?:viec|noi dung|nhiem vu|phan(?: viec)?) nay\W*$"
    ),
    re.compile(r"(?<=[\d)\x00])\s*[,;.–-]\s*(?:nguoi )?(?:phu trach|chu tri) (?P<who>[^,.;:()]{2,40}?)\s*(?=[,.;)]|$)"),
    re.compile(
        r"\s*[,.;(]\s*nguoi (?:phu trach|chu tri|thuc hien|lam) la "
        r"(?P<who>[^,.;:()\x00]{2,60}?)\s*(?=[,.;)\x00]|$)"
    ),
)
HANDED_TO = ROLE_AFTER[1]
COMPILES, REPORTS = re.compile(r"tong hop\W*$"), re.compile(r"^\W*bao cao\b")
"""“Báo cáo sơ kết … Giao bộ phận khảo thí tổng hợp”: who compiles a report makes it; what others hand in, they do."""

ORGANISED = re.compile(
    r"\s*\bdo\s+(?P<who>[^,.;:()\d\x00]{2,60}?)\s+to chuc"
    r"(?=[\s,]*(?:(?:vao|trong|truoc|tu|ngay|tuan|thang)\b|[.;\d\x00]|$))"
)
"""“Hội thi … do Liên đội tổ chức ngày …”: of what is held, who holds it; to take part in it is another's work."""

OWNER_LINE = re.compile(rf"^\W*(?:{LABEL}|(?:nguoi |don vi )?phan cong)[^:]{{0,20}}:\s*{NO_TIME}")
SUPPORT = re.compile(
    r"(?:^|[,;]|\s+và)\s*(?P<who>[^,;:]+?)\s+(?:cùng\s+)?(?:phối hợp|hỗ trợ)\s*[.)]*\s*$", re.IGNORECASE
)
LONGEST_FIELD = 5
NUMBERED = re.compile(rf"^\d{{1,2}}[.)]\s*(?=[{CAPITALS}])")
NOTE_LINE = re.compile(r"\n\s*(?=\([^()\d]*\)\s*(?:\n|$))")
"""“(phối hợp)” on a line of its own is of the name above it."""

REFERS = re.compile(
    r"^\W*(?:(?:thuc hien )?theo (?:su )?(?:phan cong|quyet dinh|qd|lich|ke hoach|danh sach|bang|thong bao|quy dinh)\b|"
    r"(?:co |xem |kem )+(?:theo )?(?:danh sach|bang|phu luc|quyet dinh|phan cong|lich)\b|(?:danh sach|co ds) kem theo)"
)
"""“Theo phân công”, “Có danh sách kèm theo”: a cell that says where the people are told, and names none."""


NOBODY_YET = re.compile(
    r"\W*(?:khong(?: co)?|chua (?:co|ro|phan cong|xac dinh|bo tri)|se (?:phan cong|thong bao|bo tri|bo sung) sau|"
    r"(?:phan cong|bo sung|thong bao) sau|(?:da )?(?:xong|hoan thanh|thuc hien|nop))\W*"
)
"""What stands in a cell of people where nobody is named yet, or where something else was noted."""


THINGS = re.compile(r"\W*\d+ (?:bản|bộ|quyển|chiếc|cái|cuốn|tờ)\W*", re.IGNORECASE)
"""“02 bản”; by its accents, for “2 tổ” are people."""


def split_people(text: str, *, first_leads: bool = False) -> tuple[People, People]:
    """Return (owners, helpers) of a cell; `first_leads` when the column mixes "chủ trì và phối hợp"."""
    clean = " ".join(_unmarked(line) + "\n" for line in text.split("\n") if line.strip()).strip()
    clean = with_shared_posts(NOTE_LINE.sub(" ", clean))
    if (
        REFERS.match(fold(clean))
        or SHARED_OUT.search(fold(clean))
        or NOBODY_YET.fullmatch(fold(clean))
        or THINGS.fullmatch(clean)
    ):
        return (), ()
    if match := SUPPORT.search(clean):
        owners, helpers = split_people(clean[: match.start()], first_leads=first_leads)
        return (owners, (*helpers, *names_in(match["who"]))) if owners else (names_in(match["who"]), ())
    if noted := by_labels(clean) or by_notes(pieces_of(clean)):
        return names_in("\n".join(noted[0])), names_in("\n".join(noted[1]))
    plain = unworn_labels(folded(clean))
    label, help_ = LEAD.match(plain), HELP.search(plain)
    owners = names_in(clean[label.end() if label else 0 : help_.start() if help_ else len(clean)])
    helpers = names_in(clean[help_.end() :]) if help_ else ()
    if not owners:
        return helpers, ()
    if first_leads and not help_:
        return owners[:1], owners[1:]
    return owners, helpers


def _unmarked(line: str) -> str:
    """Return a line of a cell without the sign or the number that counts it: "1. Nguyễn Thị Mai"."""
    return NUMBERED.sub("", line.strip(" -–*•+"))


@lru_cache(maxsize=1024)
def named_in(text: str) -> tuple[People, People, str]:
    """Return (owners, helpers) a sentence names by "Phụ trách: …", and the sentence without that part."""
    told = _told_in(round_) if (round_ := rounded(text)) != text else None
    return told if told and told[0] else _told_in(text)


def _told_in(text: str) -> tuple[People, People, str]:
    told = labelled_in(text)
    if told and told.owners:
        return told
    owners, helpers, rest = _named_in(told.rest if told else text)
    return owners, helpers or (told.helpers if told else ()), rest


def _named_in(text: str) -> tuple[People, People, str]:
    if led := led_by(text):
        return led
    if parted := parted_among(text):
        return parted[0], (), parted[1]
    match = NAMED.search(unworn_labels(folded(text))) or _addressed(text) or _role_after(text) or at_end(text)
    if not match and (ends := SENTENCE_ENDS.search(text)):
        match = at_end(text[: ends.start()])
    if not match:
        teaches = TEACHES.search(text)
        return (names_in(teaches["who"]) if teaches else ()), (), text
    owners, helpers = split_people(_without_deed(_closed(text[match.start("who") : match.end("who")])))
    if match.re is ADDRESSED and HANDED.fullmatch(fold(text[: match.start()])):
        deed = text[match.end("who") :].strip(" .)")  # "Giao đồng chí Hà phụ trách thư viện"
        if len(deed.split()) > FEWEST_WORDS:
            return owners, helpers, deed
    return owners, helpers, f"{text[: match.start()]} {text[match.end() :]}".strip()


def _addressed(text: str) -> re.Match[str] | None:
    """Find "đ/c Hà phụ trách", not an office that looks after one thing and does another: "… phụ trách bán trú mua"."""
    match = ADDRESSED.search(text)
    if not match or not is_role(ADDRESS.sub("", match["who"])):
        return match
    deed = DEED.search(text, match.end())
    field = text[match.end() : deed.start()] if deed else ""
    looks_after = field.strip() and len(field.split()) <= LONGEST_FIELD and not re.search(r"[,.;:()\x00\d]", field)
    return None if looks_after else match


def _closed(who: str) -> str:
    """Return words without the bracket that ends them and begins before them: "trước ngày 5/9; kế toán)"."""
    return who.rstrip(" .)") if who.count(")") > who.count("(") else who


def _without_deed(who: str) -> str:
    """Return who somebody is without what he does: "đ/c Lan chuẩn bị nội dung", "Thư ký Hội đồng phụ trách"."""
    if NAMED_BY_ACT.fullmatch(who.strip()):
        return who  # "Ban chỉ đạo"
    if (does := DOES_AT_END.search(folded(who))) and are_doers(who[: does.start()]):
        return who[: does.start()]
    deed = own_deed(who, office_behind(who)) if CALLED.match(who) else None
    return who[: deed.start()] if deed and are_people(who[: deed.start()]) else who


def is_owner_line(text: str) -> bool:
    """Whether a line only says who does the work it stands by."""
    return bool(OWNER_LINE.match(unworn_labels(fold(text))))


def is_list_of_people(text: str) -> bool:
    """Whether a line only names people, and tells nothing they do: "Ban Giám hiệu và đại diện cha mẹ học sinh"."""
    _, colon, after = text.partition(":")
    told = colon and after.strip() and not are_people(after)  # "Bảo vệ: thay bóng đèn"
    return are_people(text) and not told and not DEED.search(text)


def _role_after(text: str) -> re.Match[str] | None:
    """Find "do kế toán thực hiện" and "Kế toán chịu trách nhiệm." where the words before are a role."""
    for pattern in (*ROLE_AFTER, SIGNED_BY) if ISSUED.match(fold(text)) else ROLE_AFTER:
        match = pattern.search(folded(text))
        who = text[slice(*match.span("who"))] if match else ""
        by_act = NAMED_BY_ACT.match(who)
        if match and pattern is HANDED_TO and DEED.search(who, by_act.end() if by_act else 0):
            continue  # "Giao tổ giám sát báo cáo kết quả thực hiện …"
        compiles = match and COMPILES.search(fold(match[0]))
        if compiles and (is_everybody(text) or (pattern is HANDED_TO and not REPORTS.match(fold(text)))):
            continue
        if match and (is_role(who) or are_doers(match["who"]) or are_doers(who) or _is_team(who) or nearest_role(who)):
            return match
    return _organised(text)


def _organised(text: str) -> re.Match[str] | None:
    match = ORGANISED.search(folded(text))
    who = text[slice(*match.span("who"))] if match else ""
    return match if match and are_doers(who) and not is_body(who) and done_by(text) == names_in(who) else None


def _is_team(who: str) -> bool:
    """Whether words name a body by what it does and nothing more: "Hội đồng coi kiểm tra"."""
    named = NAMED_BY_ACT.match(who)
    return named is not None and not DEED.search(who, named.end())
