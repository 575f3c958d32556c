"""The words by which names of people are told from names of offices and places, as the plans write them."""

from __future__ import annotations

_ADDRESSES = "cô thầy ông bà đ/c đc"
_SMALL_ADDRESSES = "anh chị em"
_FAMILIES = "nguyễn trần lê phạm hoàng huỳnh phan đặng ngô trịnh trương"
_DOUBTFUL_FAMILIES = (
    "vũ võ bùi đỗ dương đinh lương lưu tạ hồ lý mai tô cao chu triệu lò quàng giàng thào sùng lường tòng phùng lâm "
    "quách mạc kiều châu nông hứa sầm tống tăng đào hà vương"
)
_MIDDLE_NAMES = "thị văn"
_PLACES = "truong hoc non mn th thpt thcs tncs duong pho phuong xa quan huyen tinh tp minh thuong tich bac hai guong"
_GROUPS = "to lop khoi nhom phong ban doi hoi"
_OFFICES = (
    "to ban khoi lop phong hoi doan doi cong chi uy nhan ke y thu bao hieu can tat cac toan bo nha phu so cap giao hoc "
    "pho truong chu quan van dong d/c dc ubnd bgh ht pht gv nv tt tp cm cbql tpt ttcm gvcn cbgvnv co thay ong ba anh em"
)
_POSTS = (
    "phó hiệu|hiệu trưởng|hiệu phó|tổ trưởng|tổ phó|bí thư|chủ tịch|phó chủ|giám đốc|ban giám|kế toán|thủ quỹ|"
    "thư ký|thư viện|văn thư|y tế|bảo vệ|trưởng ban|phó ban|trưởng phòng|tổng phụ|cấp dưỡng"
)

ADDRESSES = frozenset(_ADDRESSES.split())
SMALL_ADDRESSES = frozenset(_SMALL_ADDRESSES.split())
"""Forms of address that written large are something else: “Tiếng Anh”."""
FAMILIES = frozenset(_FAMILIES.split())
DOUBTFUL_FAMILIES = frozenset(_DOUBTFUL_FAMILIES.split())
"""Family names that in capitals may be a common word: “HỒ SƠ”, “LƯƠNG”."""
MIDDLE_NAMES = frozenset(_MIDDLE_NAMES.split())
PLACES = frozenset(_PLACES.split())
"""Words before a name that make it the name of a school, a street, a place, a prize."""
HEADS = frozenset({"trưởng", "phó"})
"""Ends of posts that without their marks are such words: “Hiệu trưởng Lê Thị Hoa” is no “trường Lê Thị Hoa”."""
_LANDS = ("ha noi", "ha giang", "ha nam", "ha tinh", "ha long", "lam dong", "nong thon", "dao tao", "chau a", "chau au")
NOT_PEOPLE = (
    "ho chi minh",
    "ho so",
    "luu tru",
    "luu y",
    "ba ria",
    "ba trung",
    "ba trieu",
    "cao bang",
    "mai am",
    *_LANDS,
)
GROUPS = frozenset(_GROUPS.split())
OFFICES = frozenset(_OFFICES.split())
"""Words an office or a group begins with: “Tổ Văn phòng” is nobody's name."""
POSTS = frozenset(_POSTS.split("|"))
