"""What people do, as a sentence says it of them, and the bodies and roles that carry a deed in their name."""

from __future__ import annotations

import re

from schedules.planning.words.verbs import DEEDS

TWO_WORDS = r"tiếp thu|dạy (?:minh h[oọ][aạ]|mẫu|thể nghiệm|thực nghiệm|thử nghiệm)|bọc|quét|báo cáo đề dẫn"
"""Deeds that a shorter verb would part in two, or whose first word also tells who somebody is."""

DEED = re.compile(rf"(?<![Tt]hư)\s+(?=ký\b)|\s+(?=(?:{TWO_WORDS}|{DEEDS})\b)")
"""Where a sentence turns from who does it to what is done."""

OTHER_DEED = (
    r"tổng hợp|rà soát|nộp|gửi|cập nhật|lập|hoàn thành|hoàn thiện|niêm yết|đăng tải|thu thập|bàn giao|ghi|viết|họp"
)
"""Behind “Tổ công khai” another deed makes the first its name; “báo cáo”, “đăng ký” may be what it makes public."""

NAMED_BY_ACT = re.compile(
    r"^(?:(?:thư ký|tổ trưởng|nhóm trưởng|đội trưởng|phó trưởng|trưởng|phó|chủ tịch|phó chủ tịch|"
    r"(?:các )?thành viên)\s+(?:của\s+)?)?"
    r"(?:các\s+)?(?:(?:ủy|uỷ) ban(?=\s+kiểm tra\b)|đoàn(?=\s+(?:kiểm|đánh|thẩm|giám))|ban|tổ|nhóm|đội|tiểu ban|"
    r"hội đồng|bộ phận)\s+(?:t\w đánh giá|in sao|sao in|làm phách|theo dõi cải tiến|cải tiến chất lượng|"
    r"coi (?:thi|kiểm tra)|chấm thi|kiểm tra|chỉ đạo|"
    r"(?<!tổ )(?<!nhóm )tổ chức|đánh giá(?: ngoài)?|kiểm kê|thẩm định|"
    r"xét|chấm|vận động|tuyên truyền|xây dựng|nghiệm thu|bồi dưỡng|hướng dẫn|hỗ trợ|phục vụ|giám sát|tư vấn|ra đề|"
    r"kiểm định|(?<=ban )(?:công khai|triển khai|tiếp nhận|điều tra|biên soạn|thanh tra(?: nhân dân)?)|"
    rf"(?:công khai|tiếp nhận|điều tra|biên soạn)(?=\s+(?:{OTHER_DEED})\b))\b|"
    r"^(?:thư ký|trưởng ban tổ chức|ban tổ chức|ban giám khảo)\s+(?:của\s+)?"
    r"(?:hội (?:thi|nghị|thảo|giảng|diễn|khỏe)|cuộc (?:họp|thi)|kỳ thi|đại hội|ngày hội|giao lưu)\b",
    re.IGNORECASE,
)
"""“Ban kiểm tra”, “Tổ đánh giá”: here the verb is part of the name, also where “tự” is misread or mistyped."""

DUTY = (
    r"(?:bồi dưỡng|hướng dẫn|phụ trách|coi thi|coi kiểm tra|chấm thi|dạy|trực|ra đề|tham gia)"
    r"(?:\s+(?:học sinh giỏi|hsg|đội tuyển|chuyên đề|câu lạc bộ|(?:môn|lớp|khối)(?:\s+(?!(?:" + DEEDS + r")\b)\w+)?))?"
)
PLACED = r"(?:các\s+(?:lớp|khối|tổ|nhóm|bộ môn|môn)|phụ trách\s+\w+|(?:lớp|khối|tổ|nhóm)\s+\w{1,3})"
ROLE_WITH_DUTY = re.compile(
    r"^(?:các\s+|những\s+|toàn thể\s+)?(?:giáo viên|gv|cán bộ|nhân viên|tổ trưởng|nhóm trưởng)"
    rf"\s+(?:{DUTY}|{PLACED})(?=\s+(?:{DEEDS})\b)",
    re.IGNORECASE,
)
"""“Giáo viên bồi dưỡng nộp …”: of two deeds on end the first tells which teachers, the second what they do."""


def named_with_deed(text: str) -> re.Match[str] | None:
    """Return the name a sentence begins with where a deed is part of it, None where none is."""
    return NAMED_BY_ACT.match(text) or ROLE_WITH_DUTY.match(text)


def own_deed(text: str, office: int = 0) -> re.Match[str] | None:
    """Return where a text tells what somebody does, None where only a name has a deed in it.

    That name begins the text or stands at `office`: "Thầy Khải - Thư ký Hội đồng tự đánh giá".
    """
    by_act = NAMED_BY_ACT.match(text[office:])
    return DEED.search(text, office + by_act.end() if by_act else 0)


def begins_with_deed(text: str) -> bool:
    """Whether a text begins with what somebody does: "báo cáo tổng kết trước ngày …"."""
    deed = DEED.search(f" {text}")
    return deed is not None and deed.start() == 0


def opens_with_deed(text: str) -> bool:
    """Whether a text begins with a deed, as a sentence does with a capital too: "Báo cáo tổng kết trước ngày …"."""
    return begins_with_deed(f"{text[:1].lower()}{text[1:]}")
