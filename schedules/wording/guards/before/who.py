"""Who somebody is since a day or was before it, and what may be entered: words before a time that set no work."""

from __future__ import annotations

from schedules.wording.guards.before.clue import ANY, LENGTH, PLAIN, clue_of, up_to
from schedules.wording.piece import BOUNDED, OPENING, UNBOUND, YEARS, Limit

BEING = (
    r"(?: (?!(?:nop|gui|tap|hop|du|tham|hoan|lam|bao|den|nhan|co|thuc|ky|phai|can|se|va|moi|day|truc|ve|hoc|lap)\b)"
    r"[a-z0-9&]{1,9}){0,8}[ (]*$"
)
"""As what, however long, up to the day: “được bổ nhiệm phó hiệu trưởng phụ trách chuyên môn từ ngày …”."""

AGES = (
    clue_of("tuoi", r"\btuoi\b[^.;:]{0,20}tinh $"),
    clue_of("tuoi", r"\btinh tuoi(?: la)? $"),
    clue_of("tuoi", r"\b(?:du|tron|len|qua) \d{1,2} (?:thang )?tuoi $", UNBOUND),
    clue_of(
        "tinh",
        r"\b(?:tham nien|thoi gian (?:cong tac|giu|lam viec|giang day|hop dong|tap su|tham gia)"
        rf"|(?:du|tu|it nhat|toi thieu) {LENGTH} (?:nam|thang|tuoi))\b[^.;:]{{0,60}} tinh(?: cho)? $",
    ),
)
"""How old or how long in service as of a day, whatever must be: “trẻ phải đủ 24 tháng tuổi tính đến ngày 31/8”."""

HONOURED = (
    r"\b(?:tham (?!gia|du|quan|muu|khao)|tang (?:qua|hoa)|trao (?:qua|tang)|tri an|chuc mung|chuc tet|gap mat|chia tay"
    r"|mung tho|ton vinh)\b"
)
"""What is done for those who have retired: “Thăm, tặng quà nhà giáo nghỉ hưu từ ngày 14/11 đến ngày 19/11”."""

PEOPLE = (
    *AGES,
    clue_of(
        "nguoi chi vien gv co thay bo chuc",
        r"(?:[,;(] ?|\b(?:trong do|gom|co|va|voi) )(?:co )?(?:\d{1,2}|mot|hai|ba|bon|nam)"
        r" (?:nguoi|dong chi|giao vien|gv|co|thay|nhan vien|can bo|vien chuc)"
        r"(?: (?!(?:truc|day|tham|du|tap|coi|cham|nop|lam|hoc|hop|gui|se|phai|can|on|kiem|ra|chuan|thuc|boi|den|dua)\b"
        r"|di (?!hoc)|phu (?!trach))[a-z]{1,8}){0,9}(?: (?:di|theo) hoc(?: [a-z]{1,8}){0,6})? $",
        frozenset({Limit.SINCE}),
    ),
    clue_of(
        "di_lam lam_thue theo_bo theo_me theo_cha phu_giup di_hai di_gat ve_que",
        r"\b(?:mot so|nhieu|phan lon|da so|hau het|khong it) (?:em|hoc sinh|hs|gia dinh|ho|phu huynh|nguoi|chau|tre)\b"
        r"[^.;:\n]{0,40} (?:di lam|lam thue|theo (?:bo|me|cha)|phu giup|di (?:hai|gat)|ve que)\b"
        r"(?:(?!,? nam nay\b|, (?:nha truong|truong|lien doi|doan|to|lop|cong doan|gvcn|bgh)\b)[^.;:\n]){0,50}$",
        UNBOUND,
    ),
    clue_of(
        "mat qua_doi ly_hon ly_than om di_lam",
        r"\b(?:bo|me|cha|ong|ba|gia dinh|anh trai|chi gai)(?: (?:em|chau|me|bo|ngoai|noi|deu|cung|da|phai))*"
        r" (?:mat|qua doi|ly hon|ly than|om(?: nang)?|di lam(?: (?:an|thue|xa|cong nhan))?)(?: (?:tu|vao|hoi))? $",
        UNBOUND,
    ),
    clue_of(
        "tre_sinh em_sinh nguoi_sinh chau_sinh be_sinh hs_sinh gv_sinh vien_sinh chuc_sinh sinh_sinh",
        r"\b(?:tre|tre em|nguoi|em|chau|be|hoc sinh|hs|giao vien|gv|vien chuc) sinh ?$",
    ),
    clue_of(
        "sinh",
        r"\b(?=sinh)(?<!hoc )(?<!ve )(?<!thi )(?<!tuyen )(?<!phat )(?<!giao )(?<!chung )(?<!quan )"
        r"sinh(?: ngay| vao)*[: ]*$",
        UNBOUND,
    ),
    clue_of(
        "duoc_tuyen da_tuyen moi_tuyen bo_nhiem ket_nap tot_nghiep nghi_huu",
        r"\b(?:duoc|da|moi) (?:tuyen dung|tuyen|bo nhiem|ket nap|tot nghiep|nghi huu)" + BEING,
    ),
    clue_of("nghi", r"\bnghi (?:thai san|viec|om|sinh|che do|phep|khong luong)" + up_to(4)),
    clue_of("huu", r"\bnghi huu" + up_to(4), OPENING),
    clue_of("huu", r"\bda nghi huu" + up_to(4), BOUNDED),
    clue_of("huu", rf"(?:^|[.;:\n])(?![^.;:\n]*{HONOURED})[^.;:\n]*\bnghi huu" + up_to(4), ANY - OPENING),
    clue_of(
        "di_hoc biet_phai tang_cuong",
        r"\b(?:co|thay|ba|ong|be|em|chau|dong chi)(?: [a-z0-9]{1,8}){1,4} (?:di hoc|biet phai|tang cuong)" + up_to(3),
    ),
    clue_of(
        "tuyen_dung bo_nhiem ket_nap",
        r"\b(?:giao vien|gv|vien chuc|can bo|nhan vien|nguoi|doan vien|dang vien)(?: [a-z]{1,8}){0,2}"
        r" (?:tuyen dung|bo nhiem|ket nap)" + BEING,
    ),
    clue_of(
        "cuoi",
        r"(?<!du )(?<!mung )(?<!to chuc )\bdam cuoi(?: [a-z]{1,8}){0,4} $"
        r"|\b(?:con gai|con trai|em gai|chi gai|anh trai|chau)(?: [a-z]{1,6}){0,2} cuoi(?: vo| chong)? $",
        PLAIN,
    ),
    clue_of("tuoi", r"\bhet tuoi(?: [a-z]{1,8}){0,3} $", UNBOUND),
    clue_of("nghiep", r"\b(?:thi sinh|hoc sinh|hs|nguoi|giao vien|gv)\b(?: [a-z]{1,8}){0,3} tot nghiep $"),
    clue_of("dat", r"\bdat (?:giai|danh hieu|chuan|thanh tich)" + up_to(3), ANY, YEARS),
    clue_of("da", r"\bda (?:dat|doat) (?:giai|danh hieu)(?: (?!va |hoan |nop )[a-z0-9&]{1,9}){0,7} $", ANY, YEARS),
    clue_of(
        "chuyen_cong chuyen_truong",
        r"(?<!ho so )(?<!thu tuc )(?<!don )(?<!ho so xin )(?<!don xin )(?<!thu tuc xin )\bchuyen (?:cong tac|truong)"
        r"(?: (?!(?:nop|gui|nhan|tra)\b)[a-z0-9&]{1,9}){0,6}[ (]*$",
        UNBOUND,
    ),
    clue_of(
        "chuyen_den chuyen_di chuyen_ve",
        r"\b(?:em|co|thay|ba|ong|dong chi|chau|be)\b[^.;:]{0,50} chuyen (?:den|di|ve)" + up_to(6),
        UNBOUND,
    ),
    clue_of(
        "che_do phu_cap luong tro_cap bao_hiem hoc_bong",
        r"\b(?:che do|phu cap|luong|tro cap|bao hiem|hoc bong)\b[^.;:]{0,40} duoc (?:chi tra|huong|tra|tinh|ap dung) $",
    ),
    clue_of(
        "giu_chuc ve_cong tac_tai dam_nhiem dam_nhan",
        r"\b(?:giu chuc|ve cong tac|cong tac tai|dam nhiem"
        r"|dam nhan(?! (?:mot|hai|tung|moi) (?:thu|tuan|buoi|ngay|ca|tiet)\b))" + up_to(6),
        UNBOUND,
    ),
    clue_of(
        "huong_he huong_luong huong_phu huong_che huong_bac nang_luong bac_luong",
        r"\b(?:huong (?:he so|luong|phu cap|che do|bac)|(?<!xet )(?<!nghi )(?<!so )nang luong|bac luong)"
        r"(?:[^.;,:]|: $)*$",
    ),
    clue_of("hop_dong", r"(?:\A|[.;\n,] ?)\W*hop dong(?: lao dong)?" + up_to(2), UNBOUND),
    clue_of(
        "thuong_tru tam_tru cu_tru tu_tran ho_khau", r"\b(?:thuong tru|tam tru|cu tru|tu tran|co ho khau)" + up_to(3)
    ),
    clue_of(
        "tinh",
        r"\b(?:tron|con|la|chua|duoc (?:cap|tuyen dung|bo nhiem))\b[^.;:,]{0,60} tinh(?: cho)? $",
        frozenset({Limit.BY}),
    ),
    clue_of("tap_su thu_viec", r"\b(?:thoi gian|thoi ky) (?:tap su|thu viec)\b[^.;:]{0,30}$", UNBOUND),
    clue_of(
        "nhiem_ky bao_hanh tap_su thu_viec",
        r"\b(?:nhiem ky|(?<!di )(?<!gui )(?<!mang )(?<!doi )bao hanh|tap su|thu viec) $",
    ),
    clue_of("vao", r"\bvao (?:nganh|dang)" + up_to(2)),
    clue_of(
        "tinh",
        rf"\btrong (?:(?:vong|khoang|thoi gian) )?{LENGTH} (?:nam|thang|ngay)(?: [a-z]{{1,8}}){{0,3}} tinh(?: cho)? $",
    ),
)
"""Who somebody is since a day, or was before it: “giáo viên được tuyển dụng trước ngày 01/7/2020”.

So is what may be entered: “sáng kiến được áp dụng trong vòng hai năm tính đến ngày 31/3”.
"""
