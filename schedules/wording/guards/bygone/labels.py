"""Labels, feasts and subjects by which a time that was over is told from one that is work's own."""

from __future__ import annotations

import re

NUMBERED = r"(?:dot|lan|vong|tuan|khoi|lop|giai doan|ca|nhom|to) (?:\d{1,2}|[ivx]{1,4})\b"
TIMED = re.compile(
    r"(?:(?:thoi (?:gian|diem|han)|ngay|han|dot|vong|moc|lich|du kien|cong tac|ke hoach|ho so|tet|dem|buoi|tuan)\b"
    rf"|{NUMBERED})"
)
"""What a label of work's own time begins with besides work itself: “Thời gian tổ chức: …”, “Đợt 2: …”."""

RECORDED = re.compile(
    r"(?:(?:ky|thoi ky|giai doan|nien do|chu ky|ky han) (?:duoc )?"
    r"(?:bao cao|so lieu|thong ke|danh gia|lay|tinh|kiem tra|thanh tra|cong khai|quyet toan|theo doi|ke khai)"
    r"|(?:thoi (?:gian|diem)|ngay)(?: [a-z]{1,8})? ?(?:lay so lieu|so lieu|xay ra|vang|su (?:viec|co)|nhap vien"
    r"|mac benh|phat hien|tiep nhan don|khoi phat|sinh|mat\b|nhap kho|san xuat|chup))"
)
"""What a label tells of: “Kỳ báo cáo: từ … đến …”, “Thời gian xảy ra: …”."""

SHORT = 5
"""A label of so many words names an item, whatever it begins with: “Đêm hội trăng rằm: 29/9”."""

FEAST = re.compile(
    r"\b(?:(?:le |ngay )?ky niem|chao mung|huong ung|nhan (?:dip|ngay))(?! (?:\w+ )*vao\b)(?: [a-z0-9]{1,9}){0,9},? $"
)
CELEBRATED = ("ky niem", "chao mung", "mung ", "nhan ")
"""A feast that was over is what something is held for, not when: “Kỷ niệm 78 năm … và Quốc khánh 2/9”."""

LOOKED_BACK = re.compile(
    r"(?:nhac nho|khen(?! thuong cuoi)|bieu duong|phe binh|xu ly|tra loi|giai trinh|ghi nhan)\b"
    r"|(?:bao cao|rut kinh nghiem|danh gia|quyet toan|thanh toan|thong bao|cong bo|trao giai|tong hop|viet|dang|chieu)"
    r"\b(?: [a-z0-9]{1,9}){0,6}?"
    r" (?:dot|buoi|cuoc|ky|vu|chuyen|lan|hoi (?:thi|trai|khoe|nghi|cho|dien)|ngay hoi|vong|su (?:viec|co))\b"
)
"""Work upon what was over: the day is that of the thing, “rút kinh nghiệm đợt kiểm tra ngày 18/3”."""

SENT = re.compile(
    r"\b(?:lich|ban|danh sach|van ban|thu|file|tep|to trinh|thong bao)(?: du kien)? (?:gui|phat|lap|in|nop) $"
)
"""A paper known by when it was sent: “thay cho lịch dự kiến gửi ngày 12/1”."""

SUBJECT = re.compile(
    r"(?:cac |toan the |mot so |nhung )*(?:hoc sinh|hs|tre|giao vien|gv|doan vien|doi vien|phu huynh|lop|to|truong"
    r"|don vi|em|chau|co giao|thay)\b"
)
DUTY = re.compile(
    r"\b(?:nop|gui|hoan (?:thanh|tat|thien)|dang ky|lap|tap trung|tuu truong|nhan (?:lop|phong|bai|sach)|nghi|hop"
    r"|xay dung|bao cao|hoc(?! (?:sinh|ky|vien))|thuc hien|trien khai|to chuc|khai giang|lam|tap huan|tro lai"
    r"|den truong|phai|can|se|chuan bi|kiem tra|thi|du|sinh hoat|day|truc|ve sinh|lao dong|cap nhat|nhap|ra soat"
    r"|ky|dong)\b"
)
"""Who a clause begins with, and what they have to do in it: “Học sinh tựu trường ngày 29/8”."""

BEFALLEN = re.compile(
    r"(?:\d[\d.,]* (?:em|hoc sinh|hs|tre|chau|lop|gv|giao vien|luot|ca|truong hop|vu)|(?:troi|mua|bao|lu|nang|ret)\b"
    r"|khong (?:xay|co|phat|ghi)|(?:phat hien|xay ra|chay|mat (?:dien|nuoc|trom|chia)|bi|co su)\b|(?:lop|em) [a-z\d]"
    r"|(?:co|thay|em|chau|ong|ba) [a-z]{1,8} (?:bao|bi|nghi|ke|mat|xin|cho|noi)\b)"
)
"""What happened at a time before a label's colon: “Ngày 28/3: trời mưa, sân ngập”."""

THINGS = re.compile(
    r"(?:nhung |cac |so )*(?:doan vien|dang vien|hoc sinh|hs|tre|giao vien|gv|can bo|vien chuc|nguoi|may|sach|thiet bi"
    r"|tai san|xe|hop dong|ho so|don|bai|do dung|phu huynh|ghe|phong)\b"
)
STAND = re.compile(r",? (?:moi|cung|deu|van|duoc|thi|khong|chua|con|thuoc|da|dung)\b")
"""Who or what is meant by what they were before a day that is over: “Giáo viên hợp đồng trước … cũng tham gia”."""

FORMER = re.compile(r"\b(?:lan|dot|ky|cuoc|buoi|hom|khoa|phien)(?: [a-z]{1,8}){0,5} $")
"""The one before: “Lần tổng vệ sinh trước, ngày 20/3, …”."""

DEADLINE = re.compile(
    r"\b(?:(?:thoi )?han|cham nhat|tre nhat|muon nhat|dut diem|xong|hoan thanh|hoan tat|hoan thien)\b"
)
"""Words that make a deadline of a time wherever they stand before it."""

HOLDING = re.compile(
    r"\b(?:doi tuong|nguoi|hoc sinh|hs|tre|ho|can bo|giao vien|gv|vien chuc|thi sinh)\b[^.;:\n]{0,60}"
    r" (?:(?:co|duoc cap|duoc nhan) (?:so|giay|ho khau|ten|the|quyet dinh|bang|chung chi|xac nhan|ho so)"
    r"|ky hop dong)\b"
    r"(?: (?!(?:nop|gui|hoan|phai|can|dang|lap|bao|bo|trinh|de)\b)[^\s.;:]{1,12}){0,14} $"
)
"""Who somebody is by what he held before a day that is over: “đối tượng có sổ tạm trú trước ngày 01/8/2020”."""

QUALIFIES = re.compile(
    r"\b(?:hop dong|giay(?: to| khai sinh| chung nhan| xac nhan)?|chung chi|van bang|bang tot nghiep|van ban|chung tu"
    r"|minh chung|tai lieu|ho so|hinh anh|quyet dinh|so tam tru)\b(?:[^.;:\n]|\.\d){0,60}"
    r" phai (?:duoc |co )?(?:ky(?: ket)?|cap|ban hanh|xac nhan|phat hanh|chup|xac lap|chung thuc|cong chung)"
    r"(?: [a-z]{1,8}){0,3} $"
)
"""What a paper must have been by a day that is over: “hợp đồng dùng làm minh chứng phải được ký trước ngày 01/7”."""
