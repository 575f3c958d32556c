"""Who acts behind the phrase a sentence opens with: "Sau khi có kết quả, giáo viên chủ nhiệm hoàn thiện …"."""

from __future__ import annotations

import re

from schedules.planning.people.names import People
from schedules.planning.people.subjects import subject_of

OPENING = re.compile(
    r"^\W*(?:(?:ngay\s+)?sau\s+khi|(?:ngay\s+)?khi|trước\s+khi|nhận\s+được|căn\s+cứ|trên\s+cơ\s+sở)\s[^,;.:]{4,90},\s+(?=[^\W\d])",
    re.IGNORECASE,
)
AT_A_TIME = re.compile(
    r"^\W*(?:(?:trong|vào|từ|đến|ngay)\s+)?(?:(?:đầu|giữa|cuối|hết|mỗi)\s+)?"
    r"(?:năm học|năm nay|năm|học k[ỳì]|tháng|tuần|quý|hằng|hàng|định k[ỳì]|đợt|ngày|sáng|chiều|dịp)\b"
    r"[^,;:.]{0,40},\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""“Năm học này, Trường A và Trường B nộp hồ sơ …”: a time opens it, and then the subject."""

NOW = re.compile(
    r"^\W*(?:(?:trong|riêng)\s+)?(?:(?:năm|tháng|tuần|quý|đợt|lần)\s+(?:nay|này)|(?:năm học|học k[ỳì]|đợt)\s+này)\s+"
    r"(?=(?:các|mỗi|từng|toàn thể)\s)",
    re.IGNORECASE,
)
"""“Năm nay các tổ trưởng nộp đề …”: no comma needs to part what is now from those who act, several of them."""

AROUND = re.compile(r"^\W*(?:(?:ngay\s+)?sau|trước|nhân|dịp|nhân dịp)\s[^,;:.\d]{2,50},\s+(?=[^\W\d])", re.IGNORECASE)
"""“Sau Tết, Đoàn trường tổ chức …”, “Nhân Ngày Sách Việt Nam, thư viện mở …”."""

BESIDES = re.compile(
    r"^\W*(?:ngoài ra|bên cạnh đó|đồng thời|sau đó|tiếp (?:theo|đó)|cuối cùng|trước (?:hết|tiên)|đặc biệt|"
    r"cụ thể(?: là)?|song song(?: với)? đó|theo đó|mặt khác|do đó|vì vậy)\s*[,:]?\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""“Ngoài ra bộ phận thư viện gửi …”: words that only join a sentence to the one before."""

ASKS = re.compile(r"^[^,;.]{0,50}\b(?:yêu cầu|đề nghị|giao)\b", re.IGNORECASE)
"""“…, Hiệu trưởng yêu cầu các tổ nộp” asks the teams: who asks does not do it."""


def acting_behind_opening(words: str) -> People:
    """Return who acts behind a sentence's opening phrase; () without such a phrase, or where it asks others."""
    opening = (
        OPENING.match(words)
        or AT_A_TIME.match(words)
        or NOW.match(words)
        or AROUND.match(words)
        or BESIDES.match(words)
    )
    if not opening or ASKS.match(words[opening.end() :]):
        return ()
    clause = words[opening.end() :]
    return subject_of(f"{clause[:1].upper()}{clause[1:]}")
