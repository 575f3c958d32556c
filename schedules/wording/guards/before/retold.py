"""What is retold before a time: history, pictures, plays, drafts, broadcasts, what is usual, who something is for."""

from __future__ import annotations

from schedules.wording.guards.before.clue import ANY, HABIT, PLAIN, START, clue_of
from schedules.wording.piece import OPENING, UNBOUND, Limit

RETOLD = (
    clue_of(
        "hiep hoa tam tuyen dich nghia chieu tran",
        START + r"(?:(?:ban|cuoc|trong|khi) )*(?:hiep (?:dinh|uoc)|hoa uoc|tam uoc|tuyen ngon|khoi nghia"
        r"|chieu can vuong|tran (?:danh|chien)"
        r"|chien dich (?:dien bien|ho chi minh|viet bac|bien gioi|tay nguyen|mua xuan))"
        r"\b[^.;\n]*$",
        UNBOUND | {Limit.BY},
    ),
    clue_of(
        "canh khung hinh khoanh kien chuyen uc",
        r"\b(?:ve|chup|mo ta|ta|tai hien|khac hoa|ghi lai|ke|ke ve|noi ve|viet ve|dung) (?:lai |ve )?"
        r"(?:canh|khung canh|hinh anh|khoanh khac|su kien|cau chuyen|ky uc)(?: [a-z]{1,8}){0,5} $",
        PLAIN,
    ),
    clue_of("thao", r"\btheo (?:ban )?du thao\b[^.;\n]* co the\b[^.;\n]*$"),
    clue_of(
        "phat len cong khoi",
        START + r"(?:chuong trinh(?: truyen hinh)?|phong su|(?:bo |tap )?phim|clip)\b[^.;:,\n]{0,50} (?:phat|len) song"
        r"(?: (?:lai|truc tiep|vao|luc|ngay))* $|\b(?:cong chieu|khoi chieu)(?: [a-z]{1,6}){0,2} $",
        PLAIN,
    ),
    clue_of("danh", r"\bchi danh (?:rieng )?cho [^.;\n]{0,20}\b(?:nao|nhung|ai)\b[^.;,\n]*$", PLAIN),
    clue_of(
        "cham muon tre",
        r"\bneu (?:[a-z]{1,8} ){0,4}(?:cham|muon|tre)(?: (?:tien|no|bai|phi|hon))* $",
        OPENING,
    ),
    clue_of(
        "quen sot",
        r"(?<!khong )(?<!dung )(?<!cho )(?<!chang )(?<!thoi )(?<!lam )\b(?:quen(?! (?:thuoc|dan|voi|biet|nep))|bo sot)"
        r"(?: [a-z]{1,8}){1,4} $",
        PLAIN,
    ),
    clue_of("du", r"\bdu (?:chi|dung|an|tra|xai|song|trang trai|dap ung)(?: [a-z]{1,8}){0,3} $", frozenset({Limit.BY})),
    clue_of(
        "mach_so mach_kien mach_hinh mach_noi mach_dai",
        r"\bmach (?:so hoc|kien thuc|hinh hoc|noi dung|dai so)\b[^.;\n]{0,50} (?:trai(?: dai)?|chiem)"
        r" (?:tu tuan \d{1,2} )?$",
        ANY,
    ),
    clue_of(
        "nhap tach hop_nhat",
        r"\b(?:sap nhap|hop nhat|chia tach) (?:(?:cac|hai|ba|bon|\d) )?(?:xa|phuong|tinh|huyen|thon|ap|xom|ban"
        r"|dia ban|don vi hanh chinh)\b[^.;\n]{0,40}$",
        UNBOUND,
    ),
    clue_of(
        "thuong",
        r"\b" + HABIT + r"(?: (?:duoc|hay))? (?:to chuc|dien ra|roi|bat dau|ket thuc|no ro|ra hoa|xay ra|bung phat"
        r"|dat dinh|tang|giam|tro lai|quay lai|den|xuat hien|keo dai|dong|vang)(?: (?:manh|nhanh|dan|vao|trong|khoang|o"
        r"|nhat))* $",
        UNBOUND,
    ),
)
"""“Hiệp định Paris được ký ngày 27/1”, “Bức tranh vẽ cảnh đêm 30/4”, “theo dự thảo có thể lùi tới cuối tháng 6”,
“Phóng sự phát sóng ngày 21/11”, “chỉ dành cho em nào có mặt ngày 18/12”, “kỳ thi thường tổ chức vào tháng 3”,
“mạch số học trong sách giáo khoa trải từ tuần 1”."""
