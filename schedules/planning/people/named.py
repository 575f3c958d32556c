"""Who does it: how a cell, or a sentence with or without accents, names owners and helpers."""

from __future__ import annotations

import re

from schedules.planning.people.bodies import bodies_in
from schedules.planning.people.deeds import DEED, NAMED_BY_ACT, named_with_deed, opens_with_deed
from schedules.planning.people.notes import by_notes
from schedules.planning.people.persons import are_doers, are_people, is_office, person_first
from schedules.planning.people.roles import is_known, is_role
from schedules.planning.people.worn import worn_subject
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

SPLIT = re.compile(r"\s*[,;\n+]\s*|\s+-\s+|\s*–\s*|(?<=\w)-(?=[A-ZĐ])|\s*&\s*")
PERSON = re.compile(rf"^(?:đ/c|đ\.c|đồng chí|cô|thầy|bà|ông)\s+[{CAPITALS}][\w ]*$", re.IGNORECASE)
GIVEN_NAME = re.compile(rf"^(?:[{CAPITALS}]\w{{1,6}})(?:\s+[{CAPITALS}]\w{{1,6}}){{0,3}}$")
SEPARATED = re.compile(f"({SPLIT.pattern})")
DASH = re.compile(r"[-–]")
GROUPED = re.compile(
    r"^\s*(?:các\s+)?(?:tổ|nhóm|khối|bộ môn|to|nhom|ttcm|tpcm|tt|tp|gvbm|gv|giáo viên(?: môn)?)\s+\S", re.IGNORECASE
)
SUBJECT = re.compile(rf"^\s*[{CAPITALS}]\w*(?:\s+\w+){{0,2}}\s*$")
COUNTED = re.compile(
    r"^\s*(?:(?:và|va)\s+)?\d{1,2}(?:\s?[A-ZĐ]\d{0,2}|\.\d{1,2})?(?:\s+(?:và|va)\s+\d{1,2}[A-ZĐ]?)?\s*[.:)]*\s*$"
)
ENDS_COUNTED = re.compile(r"\b\d{1,2}(?:\s?[A-ZĐ]\d{0,2}|\.\d{1,2})?\s*$")
"""“Tổ trưởng tổ 1, 2, 3”: a number behind a counted role counts on, and names nobody."""

AND = re.compile(r"\s+(?:và|va)\s+", re.IGNORECASE)
HELP = re.compile(r"\bphoi\s+hop(?:\s+(?:thuc hien|cung|voi))*\s*:?\s*|\bph\s*:\s*")
LEAD = re.compile(r"^\W*(?:chu tri|chiu trach nhiem(?: chinh)?|phu trach(?: chinh)?|nguoi thuc hien|ct)\b\s*:?\s*")
DOES_IT = r"(?:(?<!tong )phu trach|chu tri|thuc hien|dam nhiem|chiu trach nhiem)"
WHO = r"(?:nguoi|bo phan|don vi|ca nhan|to chuc, ca nhan|luc luong)"
LABEL = (
    rf"(?:\b{WHO}\s+{DOES_IT}|(?:\b{WHO}\s+)?(?<!tong )\b(?:phu trach|chu tri|dam nhiem|chiu trach nhiem)|"
    r"(?<![a-z] )\bthuc hien)"
)
NO_TIME = (
    r"(?!(?:trong|truoc|tu|vao|cuoi|dau|giua|den|het|xong|du kien|cham nhat|khoang)?\s*"
    r"(?:ngay|thang|tuan|quy|hoc ky|nam|\d))"
)
"""“Thời gian thực hiện: tháng 9” tells when, and “kinh phí thực hiện” what it costs; neither names anybody."""

NAMED = re.compile(
    rf"[\s\-.;:,(]*{LABEL}(?:\s+(?:chinh|thuc hien))?\s*:\s*{NO_TIME}"
    r"(?P<who>[^.;\n()]+(?:;\s*phoi hop[^.\n()]+)?)[.)]?"
)
NAMED_PERSON = rf"(?:đ/c|đ\.c|đồng chí|cô|thầy|bà|ông)\s+[{CAPITALS}][^,.;()]*?"
ADDRESSED = re.compile(
    r"[\s,\-–]*\(?\s*(?:giao\s+)?"
    rf"(?P<who>{NAMED_PERSON}(?:,\s+{NAMED_PERSON}){{0,5}})\s+(?<![Tt]ổng )(?:phụ trách|chủ trì|thực hiện)\s*\)?"
)
HANDED = re.compile(r"\W*(?:giao|phan cong|cu)?\W*")
FEWEST_WORDS = 2
SIGNED_BY = re.compile(r"[\s,]*\bdo\s+(?P<who>[^,.;()]{2,40}?)\s+ky\b(?: ban hanh)?")
ISSUED = re.compile(r"^\W*(?:ban hanh|ra)\b")
ROLE_AFTER = (
    re.compile(rf"[\s,;.]*\bgiao\s+(?:cho\s+)?(?P<who>[^,.;()]{{2,40}}?)\s+{DOES_IT}\b\W*"),
    re.compile(rf"[\s,;]*\bdo\s+(?P<who>[^,.;()]{{2,40}}?)\s+{DOES_IT}\b"),
    re.compile(rf"\s*[(.;,]\s*(?P<who>[^,.;()]{{2,40}}?)\s+(?:{DOES_IT}|phe duyet)\s*[).]*\s*$"),
    re.compile(r"(?<=[\d)\x00])\s*[,;.–-]\s*(?:nguoi )?(?:phu trach|chu tri) (?P<who>[^,.;:()]{2,40}?)\s*(?=[,.;)]|$)"),
)
OWNER_LINE = re.compile(rf"^\W*(?:{LABEL}|(?:nguoi |don vi )?phan cong)[^:]{{0,20}}:\s*{NO_TIME}")
ADDRESS = re.compile(r"^(?:đ/c|đ\.c|đồng chí)\s+", re.IGNORECASE)
GROUP = re.compile(
    r"^(?:các\s+)?(?:tổ|nhóm|ban|bộ phận|liên đội|chi đội|chi đoàn|hội đồng)\s+(?!chức|hành(?!\s+chính))", re.IGNORECASE
)
OF_A_BODY = re.compile(r"^(?:thư ký|phó|trưởng|phó trưởng|chủ tịch|phó chủ tịch|(?:các )?thành viên)\s", re.IGNORECASE)
LEADS_IT = re.compile(
    r"(?:\s+(?:chủ trì|trực tiếp|chịu trách nhiệm(?: chính)?|có trách nhiệm|chủ động|tiến hành|sẽ|phải|cần))+\s*$",
    re.IGNORECASE,
)
"""How somebody does it, between who and what: "Hiệu trưởng chủ trì họp …"."""

SUPPORT = re.compile(
    r"(?:^|[,;]|\s+và)\s*(?P<who>[^,;:]+?)\s+(?:cùng\s+)?(?:phối hợp|hỗ trợ)\s*[.)]*\s*$", re.IGNORECASE
)
REQUESTED = re.compile(r"^(?:đề nghị|yêu cầu|giao(?!\s+vi\w{1,2}n\b)(?:\s+cho)?)\s+", re.IGNORECASE)
BRACKETED = re.compile(
    r"\s*\((?P<who>(?:[^()\d]|(?<=khối )\d|(?<=nhóm )\d|(?<=lớp )\d|(?<=tổ )\d){2,60})\)\W*$", re.IGNORECASE
)
DASHED = re.compile(r"(?:\s+[-–—→]\s*|\s*[|→]\s*|(?<=[\d)])\s*[;,–-]\s+)(?P<who>[^|→:\d]{2,80}?)\s*[.;]?\s*$")
TIMED = re.compile(r"\s*\((?P<who>[^()\d\x00]{2,40}?)\s*[-–—,;:]\s*[^()]*[\d\x00][^()]*\)\W*$")
"""“(Kế toán – 20/10)”: who and when in one bracket; a time taken out leaves a mark."""

AFTER_TIME = re.compile(r"(?<=[\d)\x00])\s*:\s+(?P<who>[^|→:\d]{2,80}?)\s*[.;]?\s*$")
BEGINS_WORK = re.compile(
    r"^\W*(?!(?:ngày|tuần|tháng|sáng|chiều|từ|thứ|trước|thành phần|đối tượng|thời gian|thời hạn|trực|người)\b)"
    r"[^\W\d]+(?:\s+[^\W\d]+){2}",
    re.IGNORECASE,
)
"""“Khảo sát đội tuyển (ngày 12/9): Tổ Toán” names who does it, “Thành phần …” only who is there."""

CLAUSE = re.compile(r"[,:;]\s+(?:trong\s+)?(?:(?:tháng|ngày)\s+[\d/]+\s+)?", re.IGNORECASE)
RECEIVED = re.compile(r"\b(?:ve|qua|cho|toi|lien he|gap)\s+(?:[^\s:]+\s+){0,8}[^\s:]*\W*$")
"""Words before a bracket that names who receives: "gửi về Phòng qua bộ phận chuyên môn (đ/c Hoa)"."""

LETS = re.compile(r"^(?P<who>\w+(?:\s+\w+){0,3}?)\s+cho\s+(?:các em|trẻ|học sinh|hs|học viên|lớp)\b", re.IGNORECASE)
"""“Giáo viên chủ nhiệm cho các em bốc thăm …”: who has others do something."""

ABOUT = re.compile(r"^(?:về|đối với|công tác|việc)\s", re.IGNORECASE)
"""A label that tells what the clause behind it is about, and never who does it."""

MOST_WORDS, LONGEST_BODY = 6, 10
People = tuple[str, ...]


def folded(text: str) -> str:
    """Return the text folded, letter for letter, with its lines kept."""
    return "\n".join(fold(line) for line in text.split("\n"))


def split_people(text: str, *, first_leads: bool = False) -> tuple[People, People]:
    """Return (owners, helpers) of a cell; `first_leads` when the column mixes "chủ trì và phối hợp"."""
    clean = " ".join(line.strip(" -–*•+") + "\n" for line in text.split("\n") if line.strip()).strip()
    if match := SUPPORT.search(clean):
        owners, helpers = split_people(clean[: match.start()], first_leads=first_leads)
        return (owners, (*helpers, *_names(match["who"]))) if owners else (_names(match["who"]), ())
    if noted := by_notes(_pieces(clean)):
        return tuple(_names("\n".join(noted[0]))), tuple(_names("\n".join(noted[1])))
    plain = folded(clean)
    label, help_ = LEAD.match(plain), HELP.search(plain)
    owners = _names(clean[label.end() if label else 0 : help_.start() if help_ else len(clean)])
    helpers = _names(clean[help_.end() :]) if help_ else ()
    if not owners:
        return helpers, ()
    if first_leads and not help_:
        return owners[:1], owners[1:]
    return owners, helpers


def named_in(text: str) -> tuple[People, People, str]:
    """Return (owners, helpers) a sentence names by "Phụ trách: …", and the sentence without that part."""
    match = NAMED.search(folded(text)) or ADDRESSED.search(text) or _role_after(text) or _at_end(text)
    if not match:
        return (), (), text
    owners, helpers = split_people(text[match.start("who") : match.end("who")])
    if match.re is ADDRESSED and HANDED.fullmatch(fold(text[: match.start()])):
        deed = text[match.end("who") :].strip(" .)")  # "Giao đồng chí Hà phụ trách thư viện"
        if len(deed.split()) > FEWEST_WORDS:
            return owners, helpers, deed
    return owners, helpers, f"{text[: match.start()]} {text[match.end() :]}".strip()


def is_owner_line(text: str) -> bool:
    """Whether a line only says who does the work it stands by."""
    return bool(OWNER_LINE.match(fold(text)))


def is_list_of_people(text: str) -> bool:
    """Whether a line only names people, and tells nothing they do: "Ban Giám hiệu và đại diện cha mẹ học sinh"."""
    return are_people(text) and not DEED.search(text)


def _role_after(text: str) -> re.Match[str] | None:
    """Find "do kế toán thực hiện" and "Kế toán chịu trách nhiệm." where the words before are a role."""
    for pattern in (*ROLE_AFTER, SIGNED_BY) if ISSUED.match(fold(text)) else ROLE_AFTER:
        match = pattern.search(folded(text))
        if match and (is_role(match["who"]) or are_doers(match["who"])):
            return match
    return None


def _at_end(text: str) -> re.Match[str] | None:
    """Find a last bracket, or what follows a last dash or bar, that holds people only: "… (Văn thư).", "… – đ/c Hà"."""
    for pattern in (BRACKETED, DASHED, TIMED, AFTER_TIME):
        match = pattern.search(text)
        if not match or (pattern is AFTER_TIME and not BEGINS_WORK.match(text)):
            continue
        doers = are_doers(match["who"]) and not RECEIVED.search(folded(text[: match.start()]))
        names = _names(match["who"])
        if doers or all(is_role(name) and len(name.split()) <= LONGEST_BODY for name in names):
            return match
    return None


def clause_subject(text: str) -> People:
    """Return the role that acts in a later clause ("Dự toán 9 triệu, kế toán trình …"), () when none does."""
    for clause in CLAUSE.split(text)[1:]:
        lets = LETS.match(clause)
        head = lets["who"] if lets else _acting(clause)
        if head and is_known(head):
            return _names(head)
    return ()


def subject_of(text: str) -> People:
    """Return the role a sentence begins with ("Kế toán nộp …"), () when it begins with none."""
    first = REQUESTED.sub("", text.lstrip(" -–•*+")).partition(":")[0]
    named = named_before_colon(text)
    about = ABOUT.match(first) is not None and not is_role(ABOUT.sub("", first))
    if behind := _acting_behind(text) if named or about or is_known(first.strip()) else ():
        return behind
    if named:
        return named
    if person := person_first(first):
        return _names(person)
    head = _acting(first)
    head = worn_subject(head) if head.endswith((" và", " va")) else head
    if head and (bodies := bodies_in(head)):
        return bodies
    if head and (is_role(head) or GROUP.match(head) or are_doers(head) or NAMED_BY_ACT.fullmatch(head)):
        return _names(head)
    for count in range(MOST_WORDS, 0, -1):
        words = first.split()[:count]
        name = " ".join(words).strip(",")
        if len(words) == count and is_known(name):
            return (name,)
    if worn := worn_subject(first):
        return _names(worn)
    return _acting_behind(text) if opens_with_deed(first.strip()) else ()


def _acting_behind(text: str) -> People:
    """Return who acts behind a line's label ("Hội đồng: Thư ký Hội đồng cập nhật …"), nearer than the label."""
    clause = re.split(r"[,;.]\s", text.partition(":")[2], maxsplit=1)[0].strip()
    head = _acting(f" {clause[:1].lower()}{clause[1:]}").strip()
    return _names(clause[: len(head)]) if head and " phối hợp" not in clause and are_doers(head) else ()


def named_before_colon(text: str) -> People:
    """Return the people a line begins with before its colon ("Tổ CNTT: nhập điểm"), () when it begins otherwise."""
    first, colon, after = text.lstrip(" -–•*+").partition(":")
    if colon and not DEED.search(first) and (bodies := bodies_in(first)):
        return bodies
    if colon and is_team(first) and (OF_A_BODY.match(first) or opens_with_deed(after.lstrip())):
        return _names(first)
    return split_people(first)[0] if colon and are_doers(first) else ()


def is_team(text: str) -> bool:
    """Whether a short text is a body named by what it does and nothing more: "Tổ hỗ trợ tuyển sinh"."""
    bare = text.strip(" .:*")
    by_act = NAMED_BY_ACT.match(bare)
    return by_act is not None and not DEED.search(bare, by_act.end()) and len(bare.split()) <= LONGEST_BODY


def _acting(clause: str) -> str:
    """Return the few words before the verb of a clause, "" when it has none or too many."""
    by_act = named_with_deed(clause)
    act = DEED.search(clause, by_act.end() if by_act else 0)
    head = LEADS_IT.sub("", clause[: act.start()]) if act else ""
    if by_act and head == by_act[0]:
        return head
    pieces = re.split(r",\s+|\s+và\s+", head)
    several = len(pieces) > 1 and all(len(piece.split()) < MOST_WORDS for piece in pieces) and are_doers(head)
    return head if len(head.split()) <= MOST_WORDS or several or bodies_in(head) else ""


def _names(text: str) -> People:
    found: list[str] = []
    for piece in _pieces(text):
        parts = AND.split(piece)
        found += (
            parts
            if len(parts) > 1 and all(is_role(part) or are_doers(part) or _is_person(part, parts[0]) for part in parts)
            else [piece]
        )
    cleaned = [_unaddressed(_closed(" ".join(name.split()).strip(" .:,;-–()"))) for name in found]
    return tuple(dict.fromkeys(name for name in cleaned if name and re.search(r"\w", name)))


def _closed(name: str) -> str:
    """Return a name with the bracket closed that it ends in: "PHT (CSVC)"."""
    return f"{name})" if name.count("(") > name.count(")") else name


def _is_person(part: str, first: str) -> bool:
    """Whether a part is a person by name: "thầy Khoa", and behind one also "Nhàn" alone."""
    return bool(PERSON.match(part.strip()) or (PERSON.match(first.strip()) and GIVEN_NAME.match(part.strip())))


def _pieces(text: str) -> list[str]:
    """Split a text between people, not inside "Tổ Toán - Tin", "Tổ 1, 2" and "đ/c Lan, Phó Hiệu trưởng"."""
    first, *rest = SEPARATED.split(text)
    pieces = [first]
    for sign, piece, then in zip(rest[::2], rest[1::2], [*rest[3::2], ""], strict=False):
        dashed = DASH.search(sign) is not None
        grouped = dashed and GROUPED.match(pieces[-1]) and SUBJECT.match(piece) and not are_people(piece)
        counted = COUNTED.match(piece) and ENDS_COUNTED.search(pieces[-1])
        person = PERSON.match(pieces[-1].strip())
        if counted or grouped or (person and (is_role(piece) if dashed else is_office(piece, then))):
            pieces[-1] += sign + piece
        else:
            pieces.append(piece)
    return pieces


def _unaddressed(name: str) -> str:
    """Drop "đ/c" before a role, not before a person's name."""
    bare = ADDRESS.sub("", name)
    return bare if is_role(bare) else name
