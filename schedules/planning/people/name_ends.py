"""Where the name of who acts ends by what the name itself is: "Đoàn trường | vẽ tranh", "Tổ Hóa - Sinh | trồng cây".

No list of verbs is ever whole; the offices of a school, its bodies and the subjects its teams are named after are.
"""

from __future__ import annotations

import re

from schedules.planning.people.persons import is_full_name
from schedules.proofreading.naming import CAPITALS

SUBJECT = (
    r"(?:toán(?: học)?|tin(?: học)?|vật l[íý]|l[íý]|h[óo][áa](?: học)?|sinh(?: học)?|(?:ngữ )?văn(?! phòng\b)|"
    r"(?:lịch )?sử|địa(?: l[íý])?|công nghệ|(?:giáo dục )?công dân|tiếng anh|anh(?: văn)?|ngoại ngữ|"
    r"(?:giáo dục )?thể chất|thể dục|âm nhạc|m[ĩỹ] thuật|nghệ thuật|(?:khoa học )?(?:tự nhiên|xã hội)|văn phòng|"
    r"hành chính|nuôi dưỡng|cấp dưỡng|nhà trẻ|mẫu giáo(?: (?:bé|nhỡ|lớn))?|bán trú|(?-i:[A-ZĐ]{2,}))"
)
SUBJECTS = rf"(?-i:(?=[{CAPITALS}])){SUBJECT}(?:(?:\s*[-–,+]\s*|\s+và\s+)(?-i:(?=[{CAPITALS}])){SUBJECT}){{0,4}}"
TEAMS = r"(?:văn phòng|hành chính|nuôi dưỡng|cấp dưỡng|dinh dưỡng|nhà bếp|bán trú|bảo vệ|bảo mẫu)"
"""Teams named by what they look after, written small too: "Tổ nuôi dưỡng | thau bể nước"."""

OFFICES = (
    r"(?:tổ chức(?: cán bộ)?|kế hoạch\s*(?:[-–,]\s*|và\s+)?tài (?:chính|vụ)|tài chính(?:\s*[-–]\s*kế hoạch)?|"
    r"giáo dục (?:mầm non|tiểu học|trung học(?: cơ sở| phổ thông)?|phổ thông|dân tộc|thường xuyên|"
    r"chính trị|chuyên nghiệp)|"
    r"giáo dục và đào tạo|quản lý chất lượng|khảo thí(?: và (?:kiểm định|quản lý) chất lượng(?: giáo dục)?)?|"
    r"văn hóa\s*[-–]\s*xã hội|hành chính(?:\s*[-–,]\s*(?:quản trị|tổng hợp|tổ chức))?|chính trị tư tưởng|"
    r"công tác học sinh(?:,? sinh viên)?|đào tạo|nội vụ|tổng hợp|kế toán|thanh tra)"
)
"""What the offices of an authority are named after: "Phòng Tổ chức cán bộ | cấp giấy chứng nhận"."""

FIELDS = r"(?:nuôi dưỡng|chuyên môn|bán trú|nội trú|cơ sở vật chất|csvc|thường trực|đoàn thể)"
"""What one of several deputies looks after: "Phó Hiệu trưởng nuôi dưỡng | gửi thực đơn"."""

NUMBERS = r"(?-i:\d{1,2}[A-ZĐ]?\d{0,2}|[IVX]+)(?:(?:,\s*|\s+(?:và|đến)\s+|\s?[-–]\s?)\d{1,2}(?-i:[A-ZĐ])?){0,4}"
NAME = re.compile(
    r"^(?:các\s+)?(?:"
    rf"phó hiệu trưởng\s+{FIELDS}|(?:phó\s+)?hiệu trưởng|ban giám hiệu|bgh|"
    r"kế toán|văn thư|thủ quỹ|thủ kho|gvcn|đoàn trường|chi đoàn|"
    r"liên đội|công đoàn|tổng phụ trách(?: đội)?|tpt(?: đội)?|"
    r"anh,? chị phụ trách(?:\s+(?:các\s+)?(?:chi đội|nhi đồng|sao|lớp nhi đồng|liên đội))?|"
    r"(?:trưởng|phó)\s+(?:các\s+)?(?:tiểu ban|đoàn(?: thể)?|nhóm|khối|bộ môn)|"
    rf"(?:(?:phó )?trưởng )?phòng\s+(?-i:(?=[{CAPITALS}])){OFFICES}|"
    rf"(?:tổ(?: trưởng)?|bộ phận)\s+{TEAMS}|(?-i:To)\s+{SUBJECTS}|"
    rf"(?:tổ(?: trưởng)?(?: chuyên môn| bộ môn| công đoàn| tổ)?|nhóm(?: trưởng)?|bộ môn)\s+(?:{SUBJECTS}|{NUMBERS})|"
    rf"(?:giáo viên|gv)\s+(?:(?:dạy\s+)?(?:các\s+)?(?:lớp|khối|tổ|bộ môn)(?:\s+{NUMBERS})?|"
    rf"chủ nhiệm(?:\s+lớp\s+{NUMBERS})?|(?:môn\s+)?{SUBJECTS})"
    r")(?=\s|$)",
    re.IGNORECASE,
)
TEAM = re.compile(rf"(?:các\s+)?(?:tổ|nhóm)\s+(?:{SUBJECTS}|{NUMBERS})", re.IGNORECASE)
OF_A_LEVEL = r"cấp(?! (?:giấy|thẻ|phát|mã|bằng|tài khoản|kinh phí)\b)"
GOES_ON = re.compile(
    rf"^\s+(?:[{CAPITALS}\d&(–-]|(?:nhà\s+)?trường\b|trưởng\b|phó\b|viên\b|chính\b|cơ sở\b|bộ phận\b|kiêm\b|"
    rf"của\b|thuộc\b|(?:các\s+)?(?:trường|lớp|khối|tổ|nhóm|môn|{OF_A_LEVEL}|điểm|cụm)\b|"
    r"phụ trách\b|phối hợp\b|chủ trì\b|là\b|"
    r"và\b|cùng\b|với\b|giỏi\b|mạnh\b|xuất sắc\b|vững mạnh\b|tiêu biểu\b|mới\b|dạy\b|được\b|mỗi\b|có\b|cũ\b|"
    r"đương nhiệm\b|quản\b)"
)
"""What makes a name longer, says who it is done with, or praises it: here the name is not over yet."""

WHOLE_NAME = re.compile(
    rf"[{CAPITALS}][\w’']*\s+(?:Thị|Văn|Hữu|Đình|Ngọc|Minh|Xuân|Quang|Đức)\s+"
    rf"[{CAPITALS}][\w’']*(?:\s+[{CAPITALS}][\w’']*){{0,2}}"
)
"""“Giao Bế Thị Huyền | hoàn chỉnh hồ sơ”: known by its middle name too, and over before the first small word."""


def is_named_team(text: str) -> bool:
    """Whether a text is a team by its subjects or its number and nothing more: "tổ Sử - Địa", "nhóm 3"."""
    return TEAM.fullmatch(text.strip()) is not None


def name_at_start(text: str) -> str:
    """Return the office, body or person a text begins with where the name is surely over, small letters behind it."""
    match = NAME.match(text) or WHOLE_NAME.match(text)
    if not match or (match.re is WHOLE_NAME and not is_full_name(match[0])):
        return ""
    behind = text[match.end() :]
    return match[0] if re.match(r"\s+[^\W\d_]", behind) and not GOES_ON.match(behind) else ""
