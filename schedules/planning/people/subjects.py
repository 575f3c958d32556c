"""Who acts in a sentence: whom it begins with, or a later clause of it, before what is done or before a colon."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.planning.people.asked import behind_assigning, behind_order, only_asks
from schedules.planning.people.at_end import LONGEST_BODY
from schedules.planning.people.bodies import bodies_in
from schedules.planning.people.chosen import answering, chosen_first
from schedules.planning.people.councils import council_of_two_deeds
from schedules.planning.people.counted import counted_first
from schedules.planning.people.deeds import DEED, NAMED_BY_ACT, begins_with_deed, named_with_deed, opens_with_deed
from schedules.planning.people.done_to import is_done_to
from schedules.planning.people.fields import is_body_of_fields
from schedules.planning.people.matters import is_matter, names_field
from schedules.planning.people.name_ends import is_named_team, name_at_start
from schedules.planning.people.named import split_people
from schedules.planning.people.names import People, names_in
from schedules.planning.people.persons import (
    BETWEEN,
    NO_PEOPLE,
    TEACHERS,
    are_doers,
    is_full_name,
    office_behind,
    person_first,
    with_holder,
)
from schedules.planning.people.roles import is_known, is_role, without_address
from schedules.planning.people.square_brackets import without_members
from schedules.planning.people.worn import nearest_role, with_name, worn_subject
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

GROUP = re.compile(
    r"^(?:các\s+)?(?:tổ|nhóm|ban|bộ phận|liên đội|chi đội|chi đoàn|hội đồng)\s+(?!ch\wc\b|h\wnh\b(?!\s+ch\wnh))",
    re.IGNORECASE,
)
OFFICE_OF_A_BODY = re.compile(
    rf"^(?:thư ký|(?:tổ |nhóm |đội )?trưởng|phó|phó trưởng|chủ tịch|phó chủ tịch|(?:các )?thành viên)\s+"
    rf"(?-i:[{CAPITALS}])[^,;:]*$",
    re.IGNORECASE,
)
"""“Thư ký Hội thi”, “Trưởng Ban Tổ chức”: an office of what is named behind it."""

OF_A_BODY = re.compile(r"^(?:thư ký|phó|trưởng|phó trưởng|chủ tịch|phó chủ tịch|(?:các )?thành viên)\s", re.IGNORECASE)
LEADS_IT = re.compile(
    r"(?:\s+(?:chủ trì|trực tiếp|chịu trách nhiệm(?: chính)?|(?:chịu trách nhiệm|phụ trách|chỉ đạo) chung[,;]?|"
    r"có (?:trách nhiệm|nhiệm vụ)|chủ động|tiến hành|ti[ếeêé]p t[ụuúùủ]c|(?:về|đến|tại) (?:nhà )?trường|"
    r"khẩn trương|kịp thời|sẽ|dự kiến|phải|cần|được|tự|không|chưa|do (?:phó )?hiệu trưởng|"
    r"(?:vào )?(?:sáng|chiều|ngày|tháng|tuần) [\d/.-]+))+\s*$",
    re.IGNORECASE,
)
"""How somebody does it, between who and what: "Hiệu trưởng chủ trì họp …"."""

MUST = re.compile(r"\s+(?:phải|cần|sẽ|được giao)\s(?=\S)")
"""“Giáo viên phải có chứng chỉ bồi dưỡng …”: behind what is asked of somebody no name goes on."""

CHAIRS = re.compile(r"^(?P<who>[^,;.:]{2,60}?)\s+(?:chủ trì|phụ trách|chịu trách nhiệm)\b", re.IGNORECASE)
CHAIRS_IT = re.compile(r"^(?P<who>[^;.:]{2,80}?)\s+(?:sẽ\s+|trực tiếp\s+)?chủ trì\b", re.IGNORECASE)
REQUESTED = re.compile(
    r"^(?:hạn (?:cuối|chót|cuối cùng)(?: để)?|đề nghị|yêu cầu|nhờ(?! (?:có|vậy|đó)\b)|"
    r"giao(?!\s+(?:vi\w{1,2}n|ban|lưu)\b)(?:\s+(?:nhiệm vụ|trách nhiệm))?(?:\s+cho)?)\s+",
    re.IGNORECASE,
)
STEP = re.compile(
    r"^\W*(?:(?:bước|giai đoạn|khoản)\s+\d{1,2}\s*[:.]|(?:ghi chú|lưu ý|chú ý|riêng)\s*:|riêng(?=\s))\s*(?=\w)",
    re.IGNORECASE,
)
"""“Bước 1: Cá nhân đăng ký …”, “Ghi chú: Các tổ nộp …”: what counts or marks a line names nobody."""

BECAUSE = re.compile(r"^(?:Do|Vì|Bởi vì|Bởi)\s[^.;:]{5,120}?,?\s(?:cho\s+)?nên\s+(?=\w)")
"""“Do học kỳ II bắt đầu sớm nên các tổ chuẩn bị …”: who acts stands behind the cause."""

COUNTER = re.compile(r"^\d{1,2}[.)]\s+(?=\d)")
"""“1. 100% giáo viên nộp …”: before a number the outline leaves the one that counts."""

CLAUSE = re.compile(
    r"[,:;]\s+(?:(?:vì vậy|vì thế|do đó|do vậy|cho nên|nên|riêng)\s*,?\s+)?"
    r"(?:trong\s+)?(?:(?:tháng|ngày)\s+[\d/]+\s+)?",
    re.IGNORECASE,
)
LETS = re.compile(r"^(?P<who>\w+(?:\s+\w+){0,3}?)\s+cho\s+(?:các em|trẻ|học sinh|hs|học viên|lớp)\b", re.IGNORECASE)
"""“Giáo viên chủ nhiệm cho các em bốc thăm …”: who has others do something."""

MATTER = re.compile(r"(?:thiet bi|thu vien|y te|doi|hoi|van phong)\b")
"""“Đối với thiết bị hỏng”: what is looked after as much as who looks after it."""

EACH = re.compile(r"(?:các|mỗi|từng) (?:chi đội|chi đoàn|lớp|tổ|khối|nhóm|bộ phận|cá nhân)", re.IGNORECASE)
HANDS_IN = re.compile(r"\s+(?:nộp|gửi|báo cáo|đăng ký|hoàn thành)\b")
"""“Kế hoạch nhỏ đợt 1, các chi đội nộp tiền …”: each of them does, where others would only take part."""

LENDS_A_HAND = re.compile(r"\s+(?:(?:cùng\s+)?phối hợp(?!\s+với\b)|hỗ trợ|(?:cùng\s+)?tham dự|có mặt)\b", re.IGNORECASE)
"""“Bảo vệ theo dõi, kế toán phối hợp nghiệm thu”, “…, toàn thể nhân viên tham dự”: they do not act."""

ABOUT = re.compile(r"^(?:về|đối với|công tác|việc)\s", re.IGNORECASE)
"""A label that tells what the clause behind it is about, and never who does it."""

CONTACT = re.compile(
    r"^(?P<who>(?:tổ|ban|nhóm|bộ phận|phòng|văn phòng)\s+\S+(?:\s+\S+){0,3}?)\s+là\s+"
    r"(?:đầu mối|thường trực|bộ phận|đơn vị)\b",
    re.IGNORECASE,
)
"""“Tổ ĐBCL là đầu mối, định kỳ … báo cáo …”: what it is stands between it and what it does."""

LEADERSHIP = re.compile(r"(?:lãnh|chỉ) đạo\s*", re.IGNORECASE)
"""“Lãnh đạo tổng kết năm học” orders; without whose they are it names no leaders."""

LOOKS_AFTER = re.compile(r"(?<!ổng)\s+(?:phụ trách|kiêm)\s+.*$", re.IGNORECASE)
"""“Phó Hiệu trưởng phụ trách cơ sở vật chất báo cáo …”: which of them, or what else they are."""

BRACKET = re.compile(r"\s*\([^()]*\)")
COMRADES = re.compile(r"^(?:các\s+)?(?:đồng chí|[đd]/c)\s+", re.IGNORECASE)
ANSWERS = re.compile(
    r"^(?:trách nhiệm|nhiệm vụ) của\s+(?P<who>[^,;:.]{2,60}?)\s*(?:\s+là\s+(?:phải\s+)?|:\s*)(?=\w)", re.IGNORECASE
)
"""“Trách nhiệm của kế toán là quyết toán …”."""

TOLD_OF = re.compile(r"\s+(?:việc|các|những|trong|theo|tại|ở|vào|và|có|được)\b", re.IGNORECASE)
"""“Tổ giám sát việc …” may tell what it does, “Tổ giám sát kế hoạch cải tiến” is its name."""

MOST_WORDS, LONGEST_HEAD = 6, 400


def clause_subject(text: str) -> People:
    """Return the role that acts in a later clause ("Dự toán 9 triệu, kế toán trình …"), () when none does."""
    for clause in CLAUSE.split(text)[1:]:
        ordered = behind_order(clause)
        if named := (_acting_first(clause[ordered:]) if ordered else ()) or names_in(person_first(clause)):
            return named
        lets = LETS.match(clause)
        head = lets["who"] if lets else answering(clause) or _acting(clause)
        done = clause[len(head) :]
        hands_in = EACH.fullmatch(head) and HANDS_IN.match(done)
        if LENDS_A_HAND.match(done):
            continue
        if head and (is_known(head) or hands_in or (is_named_team(head) and begins_with_deed(done.strip()))):
            return names_in(head)
    return ()


@lru_cache(maxsize=1024)
def subject_of(text: str) -> People:
    """Return the role a sentence begins with ("Kế toán nộp …"), () when it begins with none."""
    text = without_members(BECAUSE.sub("", without_step(COUNTER.sub("", text.lstrip(" -–•*+")))))
    if ordered := behind_order(text) or behind_assigning(text):
        return subject_of(text[ordered:]) or (() if only_asks(text) else _acting_first(text))
    return _acting_first(text)


def _acting_first(text: str) -> People:
    return () if is_done_to(text) else _acts_first(text)


def _acts_first(text: str) -> People:
    first, colon, _ = REQUESTED.sub("", text).partition(":")
    if colon and is_matter(first):
        return _acting_behind(text)
    named = council_of_two_deeds(first) or counted_first(first) or named_before_colon(text)
    about = ABOUT.match(first) is not None and not is_role(ABOUT.sub("", first))
    behind = _acting_behind(text) if named or about or is_known(first.strip()) else ()
    if named := behind or named or _in_office(first):
        return named
    if person := person_first(first) or _in_charge(first) or chosen_first(first):
        return names_in(person)
    head = _acting(first)
    head = worn_subject(head) if head.endswith((" và", " va")) else head
    if head and (named := _named_by(head)):
        return named
    if ended := name_at_start(first):
        return names_in(with_holder(ended, first))
    if known := _known_first(first):
        return known
    if worn := worn_subject(first):
        return names_in(worn)
    by_act = NAMED_BY_ACT.match(text.partition(":")[2].strip())  # "Sao in: Ban sao in làm việc …"
    return _acting_behind(text) if by_act or opens_with_deed(first.strip()) or names_field(first, text) else ()


def _in_office(text: str) -> People:
    """Return the person with their office a text begins with ("Cô Dung - Tổ trưởng tổ 1 báo cáo …"), () without."""
    office = office_behind(text)
    if office and BETWEEN.match(text[office:]):
        return (text[: text.index(",", office)],)
    held = subject_of(f"{text[office].upper()}{text[office + 1 :]}") if office else ()
    return (text[: office + len(held[0])], *held[1:]) if held else ()


def _named_by(head: str) -> People:
    """Return whom the words before a verb name, () when they name nobody."""
    if bodies := bodies_in(head):
        return bodies
    if head.endswith(",") and (known := _known_first(head)):
        return known  # "Thư ký Hội đồng mã hoá, sắp xếp …": a verb nobody knows stands between
    by_act = NAMED_BY_ACT.fullmatch(head) is not None
    if by_act and not is_known(head) and (role := nearest_role(head)):
        return (role,)
    office = OFFICE_OF_A_BODY.match(head) is not None
    return names_in(head) if is_role(head) or GROUP.match(head) or are_doers(head) or by_act or office else ()


def _known_first(text: str) -> People:
    """Return the longest known role a text begins with, () when it begins with none."""
    if NO_PEOPLE.match(fold(text)):
        return ()  # "Bảo vệ môi trường", "Y tế học đường"
    for count in range(MOST_WORDS, 0, -1):
        words = text.split()[:count]
        name = " ".join(words).strip(",")
        if len(words) == count and is_known(name):
            return (with_holder(with_name(name, text.strip()), text.strip()),)
    return ()


def without_step(text: str) -> str:
    """Return a line without what only counts or marks it: "Bước 1:", "Ghi chú:"."""
    return STEP.sub("", text, count=1)


def _in_charge(text: str) -> str:
    """Return whom a sentence says is in charge ("Tổ ĐBCL là đầu mối, …", "A và B chủ trì …"), "" when nobody is."""
    contact, chairs, answers = CONTACT.match(text), CHAIRS_IT.match(text), ANSWERS.match(text)
    if answers and are_doers(answers["who"]):
        return answers["who"]
    if chairs and are_doers(chairs["who"]):
        return chairs["who"]
    return contact["who"] if contact else ""


def _acting_behind(text: str) -> People:
    """Return who acts behind a line's label ("Hội đồng: Thư ký Hội đồng cập nhật …"), nearer than the label."""
    clause = re.split(r"[,;.]\s", text.partition(":")[2], maxsplit=1)[0].strip()
    clause = REQUESTED.sub("", clause)
    if holder := _in_office(clause) or names_in(person_first(clause)):
        return holder
    if (chairs := CHAIRS.match(clause)) and are_doers(chairs["who"]):
        return names_in(chairs["who"])
    head = _acting(f" {clause[:1].lower()}{clause[1:]}").strip()
    acts = head and " phối hợp" not in clause and (are_doers(head) or bodies_in(head))
    return names_in(clause[: len(head)]) if acts else ()


def named_before_colon(text: str) -> People:
    """Return the people a line begins with before its colon ("Tổ CNTT: nhập điểm"), () when it begins otherwise."""
    first, colon, after = without_members(text.lstrip(" -–•*+")).partition(":")
    first = _spoken_to(first)
    if colon and not DEED.search(first) and (bodies := bodies_in(first)):
        return bodies
    if colon and is_team(first) and (OF_A_BODY.match(first) or opens_with_deed(after.lstrip())):
        return names_in(first)
    if colon and are_doers(first):
        return split_people(first)[0]
    if colon and office_behind(first):
        return (first.strip(),)  # "Ông Hải, TTCM Tổ Toán - Tin: biên soạn …"
    worn = nearest_role(first.strip()) if colon else ""
    return (worn,) if worn else ()


def _spoken_to(label: str) -> str:
    """Return whom a label speaks to where it surely is somebody ("Đối với Văn thư"), else the label as it stands."""
    bare = without_address(label)
    if bare == label or not are_doers(bare) or (MATTER.match(fold(bare)) and not is_known(bare)):
        return label
    return bare


def is_team(text: str) -> bool:
    """Whether a short text is a body named by what it does and nothing more: "Tổ hỗ trợ tuyển sinh"."""
    by_act = NAMED_BY_ACT.match(bare := text.strip(" .:*")) or NAMED_BY_ACT.match(nearest_role(bare))
    return by_act is not None and not DEED.search(bare, by_act.end()) and len(bare.split()) <= LONGEST_BODY


def _acting(clause: str) -> str:
    """Return the few words before the verb of a clause, "" when it has none or too many."""
    by_act = named_with_deed(clause.lstrip())
    act = DEED.search(clause, by_act.end() if by_act else 0)
    head = LEADS_IT.sub("", clause[: act.start()]) if act and act.start() < LONGEST_HEAD else ""
    head = MUST.split(head, maxsplit=1)[0]
    if LEADERSHIP.fullmatch(head):
        return ""
    if by_act and head == by_act[0]:
        return head
    if (ended := name_at_start(clause)) and len(ended) < len(head):
        return with_holder(ended, clause)
    pieces = re.split(r",\s+|\s+(?:và|cùng với|cùng)\s+", BRACKET.sub("", head))
    several = len(pieces) > 1 and all(len(piece.split()) < MOST_WORDS for piece in pieces) and are_doers(head)
    body = bool(OFFICE_OF_A_BODY.match(head)) or is_body_of_fields(head)
    body = body or (by_act is not None and not TOLD_OF.match(head[by_act.end() :]))
    named = body and len(_office_in(BRACKET.sub("", head)).split()) <= LONGEST_BODY
    long = several or is_known(head) or bodies_in(head) or named
    return head if len(_office_in(head).split()) <= MOST_WORDS or long else ""


def _office_in(head: str) -> str:
    """Return an acting head without whose name ends it, and what its office looks after: both make it long."""
    words = COMRADES.sub("", head).split()
    named = (at for at in range(1, len(words)) if is_full_name(" ".join(words[at:])))
    office = " ".join(words[: next(named, len(words))])
    return LOOKS_AFTER.sub("", office) if is_role(office) or TEACHERS.match(office) else office
