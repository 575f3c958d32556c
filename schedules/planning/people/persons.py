"""Whether a short text names people and nothing else: roles, groups, forms of address, Vietnamese names."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.planning.people.deeds import NAMED_BY_ACT
from schedules.planning.people.fields import is_field_of_body
from schedules.planning.people.matters import is_matter
from schedules.planning.people.rare_names import is_rare_name
from schedules.planning.people.roles import is_role
from schedules.planning.words.verbs import DEEDS
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

PIECES = re.compile(
    r"\s*[,;\n+/]\s*|(?<!GD)\s*&\s*|\s+[-–—]\s+|\s+(?:và|va|cùng với|cùng|với)\s+|(?<=\w)[-–](?=[A-ZĐ])", re.IGNORECASE
)
SLASHED = re.compile(r"\b([đd])/c\b", re.IGNORECASE)
ADDRESSED = re.compile(
    r"^(?:các |nhóm )?(?:(?:[đd]\.?c|đồng chí|dong chi)\b\.?\s*(?=\S)|"
    rf"(?:cô|thầy|bà|ông|anh|chị|em|co|thay|ba|ong|chi)\b\.?\s+(?:(?-i:[{CAPITALS}])|nuôi|nuoi|giáo\b|chủ nhiệm))",
    re.IGNORECASE,
)
"""“Cô Hà”, “đ/c phụ trách”; by its accents, for “Cơ cấu” and “Chi bộ” address nobody."""

WORN_ADDRESS = re.compile(r"(?:c[oóòôơỏ]|th[aáàâăấầậ]y|[oôỏõ]ng|b[aáàâ])\s+", re.IGNORECASE)
"""“có Lưu Thị Tâm”, “tháy Hà Văn Tú”: before a whole name an address with a wrong accent; alone “có” is a word."""

COLLECTIVE = re.compile(
    r"^(?:(?:cac|toan the|toan bo|tat ca|ca(?: hai| ba| bon)?|moi|tung|toan|100%|nhung|dai dien|lanh dao)\s+)?"
    r"(?:to|nhom|(?:tieu )?ban|bo phan|lien doi|chi doi|chi doan|chi bo|cap uy|hoi dong|bcd|thuong truc|"
    r"khoi|lop|truong|cum|cbgv\w*|cbql|cb|"
    r"gv(?!(?:mn|pt|th)\w* ?\d)\w*|nv\w*|hs|ph|phhs|"
    r"cha me|phu huynh|hoc sinh|tre|giao vien|nhan vien|can bo|doi|doan|bch|bgh|ttcm|tt|tp|tpcm|ttvp|ttnd|"
    r"tram y te|tram|cong an|"
    r"ubnd|uy ban|hoi|phong|don vi|vien chuc|nguoi lao dong|co nuoi|bao mau|cap duong|nha bep|to truong|to pho|"
    r"nhom truong|chu tich|chu nhiem|"
    r"bi thu|pho bi thu|truong ban|pho ban|truong|pho|thu ky|ke toan|thu quy|van thu|thu vien|thiet bi|bao ve|y te|"
    r"dai dien|lanh dao|bao cao vien|cong tac vien|chuyen vien|thanh vien|uy vien|giam khao|trong tai|ca nhan|"
    r"nguoi dung dau|"
    r"thu truong|thu kho|giam thi|quan sinh|quan nhiem|lao cong|tap vu|giam doc|quan tri mang|tro ly|co van|bep truong|"
    r"dau bep|y si|y ta|btv|chi hoi|thanh tra nhan dan|dan quan tu ve|"
    r"van dong vien|dai bieu|khach moi|nhan su|hieu bo|ban co|doan the|tong phu trach|tpt\w*|gvcn|"
    r"gvbm|hieu truong|hieu pho|p\.?\s?ht|pht|ht|cd|cdcs|dtn)\b"
)
NO_PEOPLE = re.compile(
    r"^(?:to chuc|doi voi|ban (?:giay|mem|goc|scan|chinh thuc|hanh|giao|do|tin|ghe|ke|khai|cam ket|dang ky|sao|thao)|"
    r"hoi (?:thao|thi|nghi|giang|khoe|dien|hop|y|trai|cho)\b(?! dong)|"
    r"hoi (?:xuan|mung|vui|mua|lang|sach|trang|ram|vat|dua|ruoc|long den|hoa (?:xuan|dang)|do(?:c sach| vui)|"
    r"t(?:uyen|ong) quan|choi (?:trau|ga)|keo co|am thuc)\b|"
    r"doan ket|doi moi|doi ngu|"
    r"khoi (?:luong|cong|dong)|truong hop|phong (?:trao|chong|ngua|hoc|tin|hop|bo mon)|don vi bai|hoc sinh gioi|"
    r"nhom tre|"
    r"lop hoc|tre em|doi tuong|ca nam|ca ngay|toan dien|can bo quan ly lop|pho bien|pho cap|"
    r"y te (?:hoc duong|truong hoc)|doi tuyen|"
    r"doi chieu|doi thoai|can doi|"
    r"lop chuyen|thiet bi day|thu vien so|bao ve moi)\b"
)
TEACHERS = re.compile(
    r"(?:(?:các|quý|toàn thể)\s+)*(?:thầy(?:,)?(?:\s+giáo)? cô(?:\s+giáo)?|đảng viên|anh(?:,)? chị|"
    r"(?:sao|cờ) đỏ(?! sao))\b",
    re.IGNORECASE,
)
"""By its accents: “Thay cờ” is no “Thầy cô”."""

ABOUT = re.compile(r"(?:doi voi|ve phia)\b")
"""“Đối với văn thư”: a name only behind these words, and “với” parts no two people here."""

NOBODY = re.compile(r"\W*(?:(?:hội|hôi) trường|mời|thu quỹ)\b", re.IGNORECASE)
"""Where people meet, “Mời Trạm Y tế” and “Thu quỹ lớp”; “Hội trưởng”, “thủ quỹ” are somebody, by their accents."""

SURNAME = re.compile(
    r"(?:bành|bùi|bạch|bế|cam|cao|chu|châu|chử|cà|cù|cấn|cầm|diệp|doãn|dư|dương|giang|"
    r"giàng|giáp|hoàng|huỳnh|hà|hầu|hồ|hờ|hứa|kha|khuất|khúc|khương|khổng|kim|kiều|la|"
    r"long|lâm|lã|lê|lò|lô|lù|lý|lư|lưu|lương|lường|lại|lều|lục|ma|mai|mã|mạc|mẫn|"
    r"mẫu|nghiêm|nguyễn|ngô|nhâm|nhữ|ninh|nông|phan|phí|phó|phùng|phạm|quan|quang|"
    r"quàng|quách|sùng|sơn|sầm|thiều|thào|thái|thân|thạch|tiêu|triệu|trà|trưng|trương|trần|"
    r"trịnh|tào|tòng|tô|tôn|tăng|tưởng|tạ|tống|từ|ung|vi|viên|vì|võ|văn|vũ|vương|"
    r"vàng|lầu|tráng|chảo|tẩn|phàn|xa|chang|cháng|lỳ|vừ|y|âu|ông|đinh|đoàn|đàm|đào|đậu|đặng|đỗ|ứng)"
)
BARE_SURNAME = re.compile(fold(SURNAME.pattern))
"""For texts without any accents."""

WORN_NAME = re.compile(
    rf"(?!(?:to|truong|doan|chu|tong|can|quan|van|mau|pho|phan cong)\b){BARE_SURNAME.pattern} "
    r"(?:thi|van|a|duc|huu|dinh|xuan|ngoc|minh|thanh|quoc|cong|hong|kim|quang|viet|trong|tien|thuy|my) "
    r"[a-z]+(?: [a-z]+)?"
)
"""A name whose accents a scan got wrong ("Lúong Vân Bang"): known by its middle word too."""

NAME = re.compile(rf"^(?:[{CAPITALS}][\w.’']*)(?:\s+[{CAPITALS}][\w.’']*)*$")
COUNT = re.compile(r"\d{1,2}(?:[A-ZĐ]\d{0,2}|[/.]\d{1,2})?(?: tuổi)?")
ENDS_COUNTED = re.compile(r"\d[A-ZĐ]?\d?$")
BRACKET = re.compile(r"\s*\([^)]*\)")
GROUP = re.compile(r"(?:cac )?(?:to|nhom|bo mon|to chuyen mon) (?!truong\b|pho\b)[a-z]")
SUBJECT = re.compile(
    r"(?:Toán|Tin|Lý|Lí|Vật l[íý]|Hó?a|Hoá|Sinh|Văn|Ngữ văn|Sử|Địa|Lịch sử|GDCD|GDQP|GDTC|TD|CN|KTPL|Anh|Ngoại ngữ|"
    r"Công nghệ|Thể dục|Âm nhạc|M[ĩỹ] thuật|Quốc phòng(?: và An ninh| - An ninh)?|An ninh|Giáo dục \w+(?: \w+){0,2}|"
    r"Nghệ thuật|Tiếng Anh|Năng khiếu|Hướng nghiệp|Thể chất|Tự nhiên|Xã hội|Trải nghiệm)(?: học)?"
)
SEVERAL_FIELDS = re.compile(r"^\s*(?:nv|nhân viên|cb|cán bộ|ban|bộ phận|tổ)\s+(?-i:[^\W\dA-ZĐ])[^,;]*$", re.IGNORECASE)
FIELD = re.compile(r"^\s*(?:thư viện|thiết bị|y tế|khen thưởng|kỷ luật|tài vụ|hành chính|quản trị|nuôi dưỡng)\W*$")
"""“NV thiết bị - thư viện”, “Ban thi đua - khen thưởng”: one who looks after two things."""

LONGEST, MOST_NAMES, MOST_WORDS = 140, 6, 9
ATTEND = re.compile(
    r"^(?:cac |toan bo |tat ca )?(?:lop|khoi(?! truong\b)|hoc sinh|hs|tre|phu huynh|cha me|cmhs|phhs|"
    r"truong(?! (?:cac )?(?:ban|nhom|phong|tieu ban|khoi|doan|bo mon|bo phan|cum|thon|ban|xom|ap|buon)\b)|cum|phong)\b"
)
ACTION = re.compile(
    r"\b(?:nop|gui|lap|xay dung|hoan thanh|bao cao(?! vien)|ra soat|niem yet|chuan bi|tong hop|trien khai|"
    r"viet(?! nam)|cap nhat|"
    r"nhap|khai giang|so ket|tong ket|kiem tra|danh gia|hop|tham gia|(?<!giam )(?<!khao )thi(?! dua)|hoc tap|lam|"
    r"don(?! vi)|"
    r"ve sinh|thao luan|ho tro|(?:tham |cung )?du$|tham du|trung bay|dong gop|bieu dien|tap trung|phat dong)\b"
)
CHECKS = re.compile(
    rf"(?:{NAMED_BY_ACT.pattern})(?<=kiểm tra)(?=(?:\s+(?:nội bộ|công đoàn|đảng|chéo))?\W*$)", re.IGNORECASE
)
"""“Ủy ban kiểm tra”, “Ban kiểm tra nội bộ”: here it is the name."""

MIDDLE_NAME = re.compile(rf"(?<=[^\W\d_])\s+Th[iịíìĩỉ]\s+(?=[{CAPITALS}])")
"""“Nhân viên y tế Lê Thị Hạnh”: of an office and a name, “Thị” is no “thi”."""

CALLED = rf"(?:[ĐđDd]\.?/?c|[Đđ]ồng chí|[Cc]ô|[Tt]hầy|[Bb]à|[Ôô]ng)\.?\s+[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{0,4}}"
BEHIND = r"(?:\s*\((?:[^()\d]|(?:(?<=tổ )|(?<=lớp )|(?<=khối )|(?<=nhóm )|(?<=\d, ))\d{1,2}[A-ZĐ]?){2,40}\))?"
CALLED_FIRST = re.compile(CALLED)
BESIDE = re.compile(rf"(?:[:,;]|\s[-–—])\s+{CALLED}")
HOLDER = re.compile(rf"\s*\({CALLED}\)")
OFFICE = re.compile(
    r"^(?:pho )?(?:hieu truong|chu tich|bi thu|to truong|truong (?:ban|nhom|bo phan)|thu ky|tong phu trach)\b"
    r"(?! (?:cac|moi|tung)\b)[a-z\d ]{0,40}$"
)
"""Offices one person holds; “Kế toán” behind a name may be somebody else."""

OFFICE_FIRST = re.compile(
    r"(?:pho )?(?:hieu truong|chu tich|bi thu|to truong|truong (?:ban|nhom|bo phan)|thu ky|tong phu trach|"
    r"ttcm|tpcm|pht|ht|tt|tpt|ctcd)\b"
)
OFFICE_OF = re.compile(
    r"(?:giao duc|gd|noi vu|tai (?:chinh|vu)|hanh chinh|hc|dao tao|to chuc|tc|ke (?:toan|hoach)|kh|khao thi|kt|"
    r"cong (?:tac|doan)|ctct|chinh tri|quan|ql|thanh tra|"
    r"dam bao|bao dam|chuyen mon|nghiep vu|van hoa|vh|y te|tu phap|lao dong|ld|canh sat|csgt|ky thuat|vat tu|"
    r"doi ngoai|hop tac|khoa hoc|khcn|phap che|doan|nao|lien quan|chuc nang|ban)\b|gd&"
)
"""What an office that is called “phòng” sees to."""

PERSON_FIRST = re.compile(
    rf"^(?P<who>{CALLED}{BEHIND}(?:(?:,|\s+và)\s+{CALLED}{BEHIND})*)\s+"
    r"(?!(?:và|cùng|với|phối|phụ trách|chủ trì|chịu|là|làm)\b)"
    rf"(?=[^\W\d_]{{2,}})(?-i:[^\W{CAPITALS}\d_])"
)
"""“Đ/c Trang dẫn học sinh …”: behind a person by name the first small word is what she does."""


COMRADE = re.compile(r"^(?:[đd]\.?/?c|đồng chí)\.?\s+", re.IGNORECASE)
BETWEEN = re.compile(
    rf"(?:nhân viên|giáo viên|chuyên viên|cán bộ|kế toán|văn thư|thủ quỹ)(?:(?!\s(?:{DEEDS})\b)[^,;:.()]){{0,30}},\s+"
    rf"(?:{DEEDS}|chịu trách nhiệm|phụ trách)\b",
    re.IGNORECASE,
)
"""“Cô Bình, nhân viên kế toán, nộp …”: what she is stands between her and what she does."""

BY_OFFICE = re.compile(
    r"^(?:[ĐđDd]\.?/?c|[Đđ]ồng chí|[Cc]ô|[Tt]hầy|[Bb]à|[Ôô]ng)\.?\s+"
    rf"(?P<office>(?:Ph[oóòôơ]\s+)?[{CAPITALS}]\w*\s+[^\W\d_{CAPITALS}])"
)
"""“Thầy Phó Hiệu trưởng …”: behind the address stands an office, whose second word is small."""

HELD_BY = re.compile(
    rf"[^,;:.()\d]{{0,40}}?\s(?=[{CAPITALS}])(?!Đoàn (?:Thanh|TN|Đội)\b)"
    rf"(?i:{SURNAME.pattern}|{BARE_SURNAME.pattern})(?:\s+[{CAPITALS}]\w*){{1,4}}(?=\s+[^\W\d_{CAPITALS}])"
)

PERSON_IN_OFFICE = re.compile(rf"^{CALLED}(?P<sign>,|\s+[-–—])\s+(?P<office>\w.*)$", re.DOTALL)


def person_first(text: str) -> str:
    """Return the addressed persons a sentence begins with ("Cô Hà, thầy Nam dạy …"), "" when it begins otherwise."""
    if (addressed := BY_OFFICE.match(text)) and _is_held(text[addressed.start("office") :]):
        held = HELD_BY.match(text, addressed.end())
        return text[: held.end()] if held else ""
    match = PERSON_FIRST.match(text)
    office = match and is_role(COMRADE.sub("", text))
    return match["who"] if match and not office else ""


def _is_held(text: str) -> bool:
    return is_role(text) or OFFICE_FIRST.match(fold(text)) is not None


def names_beside(text: str) -> bool:
    """Whether a work names a person behind a sign, who perhaps does it: "Toán: thầy Nam, thi ngày 14/3"."""
    return BESIDE.search(text) is not None


def with_holder(office: str, text: str) -> str:
    """Return an office a text begins with, with the bracket behind it that says who holds it: "Văn phòng (cô Mến)"."""
    held = HOLDER.match(text, len(office)) if text.startswith(office) else None
    return text[: held.end()] if held else office


def office_behind(text: str) -> int:
    """Return where the office of the person begins that a text begins with ("Cô Dung - Tổ trưởng tổ 1 …"), else 0."""
    match = PERSON_IN_OFFICE.match(text)
    if not match or CALLED_FIRST.search(match["office"]):
        return 0
    held = (
        OFFICE_FIRST.match(fold(match["office"]))
        or BETWEEN.match(match["office"])
        or (match["sign"] != "," and is_post(match["office"]))
    )
    return match.start("office") if held else 0


def is_post(text: str) -> bool:
    """Whether words behind a person and a dash tell what that person is or belongs to: "cô Út – tổ nuôi"."""
    plain = fold(text).strip()
    post = is_role(text) or SUBJECT.fullmatch(text.strip()) or OFFICE_FIRST.match(plain) or COLLECTIVE.match(plain)
    return bool(post) and CALLED_FIRST.search(text) is None and not NO_PEOPLE.match(plain)


def is_office(piece: str, then: str) -> bool:
    """Whether a piece is the office of the person named before it ("đ/c Minh, Thư ký Hội đồng"), not one more name.

    `then` is the piece after it: an office stands last or before the next person.
    """
    return OFFICE.match(fold(piece).strip(" .")) is not None and (
        not then or CALLED_FIRST.match(then.strip()) is not None
    )


@lru_cache(maxsize=8192)
def are_people(text: str) -> bool:
    """Whether every piece of a text names somebody."""
    bare = SLASHED.sub(r"\1.c", BRACKET.sub("", text)).strip(" .:;,-–*•")
    if not bare or len(bare) > LONGEST or ABOUT.match(fold(bare)):
        return False
    pieces = [piece.strip(" .:-–*•") for piece in PIECES.split(bare)]
    named: list[str] = []
    before = ""
    for piece in filter(None, pieces):
        if before and _counts_on(before, piece):
            before = piece if COUNT.fullmatch(piece) else before
            continue
        named.append(piece)
        before = piece
    return all(_is_person(piece) for piece in named) and bool(named)


def _counts_on(before: str, piece: str) -> bool:
    """Whether a piece is one more number, or one more subject, of the group before it: "tổ 4, 5", "Tổ Toán - Tin"."""
    if COUNT.fullmatch(piece):
        return ENDS_COUNTED.search(before) is not None
    if (SEVERAL_FIELDS.match(before) and FIELD.match(piece)) or is_field_of_body(before, piece):
        return True
    return GROUP.match(fold(before)) is not None and SUBJECT.fullmatch(piece) is not None


def are_doers(text: str) -> bool:
    """Whether a text names people who do a work, not those it is done for ("học sinh khối 9")."""
    return are_people(text) and not ATTEND.match(fold(text).strip(" .:;,-–*•("))


def _is_person(piece: str) -> bool:
    plain = fold(piece).strip()
    words = plain.split()
    if len(words) > MOST_WORDS or NO_PEOPLE.match(plain) or _prevents(piece) or is_matter(piece) or NOBODY.match(piece):
        return False
    bare = piece.strip()
    if is_full_name(WORN_ADDRESS.sub("", bare, count=1)) or ADDRESSED.match(bare) or TEACHERS.match(bare):
        return True
    named = next((at for at in range(1, len(words)) if is_full_name(" ".join(piece.split()[at:]))), len(words))
    told = MIDDLE_NAME.sub(" ", " ".join(piece.split()[:named]))  # whom "Dọn" names does nothing by it
    told = fold(CHECKS.sub("", told, count=1))
    return (is_role(piece) or bool(COLLECTIVE.match(plain))) and not ACTION.search(told)


def _prevents(piece: str) -> bool:
    """Whether “phòng” is no office but what is done against something: "Phòng bệnh", "phòng tai nạn thương tích"."""
    first, _, rest = piece.strip().partition(" ")
    if fold(first) != "phong" or not rest or OFFICE_OF.match(fold(rest)):
        return False
    return piece.isupper() or rest[0].islower()


def is_full_name(text: str) -> bool:
    """Whether a text is a name of two to six capitalised words that begins with a surname: "Nguyễn Thị Hoa"."""
    words = text.split()
    if text.isupper() and len(words) < 3:  # noqa: PLR2004
        return False  # "PHÂN CÔNG" is a heading, though Phan is a surname
    if len(words) > MOST_NAMES or not NAME.match(text):
        return False
    if len(words) < 2 or is_rare_name(text):  # noqa: PLR2004
        return is_rare_name(text)
    first = words[0].lower()
    bare = bool(text.isascii() and BARE_SURNAME.fullmatch(first))
    return bare or bool(SURNAME.fullmatch(first) or WORN_NAME.fullmatch(fold(text)))
