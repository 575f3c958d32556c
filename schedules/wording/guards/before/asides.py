"""Words said by the way before a time: examples, guesses, questions put in words, wishes."""

from __future__ import annotations

from schedules.wording.guards.before.clue import PLAIN, START, clue_of
from schedules.wording.piece import UNBOUND, Grain, Limit

OPENED_OR_BY = UNBOUND | {Limit.BY}
ASIDES = (
    clue_of(
        "du_phong",
        r"(?:^|[.;|\n(] ?)\W*(?:(?:pa|phuong an) ?\d? ?\(?)?(?:(?:ngay|lich|thoi gian) )?\bdu phong\b"
        r"(?:[^.;\n\d]{0,40}: | (?:(?:khi|neu)\b[^.;\n\d]{0,30}|la |vao |tu |vao tuan )?)$",
    ),
    clue_of(
        "uu_dai voucher khuyen_mai giam_gia chiet_khau giam",
        r"\b(?:uu dai|voucher|khuyen mai|giam gia|chiet khau|giam \d{1,2} ?%)"
        r"(?:[^.;\n]{0,60} ap dung| (?:chi )?con \d[\d.,]* ?(?:d|dong|k|nghin|ngan)(?:/[a-z]{1,6})?)? $",
        OPENED_OR_BY,
    ),
    clue_of("phat_hien xay_ra ghi_nhan bat_gap", r"\b(?:phat hien|xay ra|ghi nhan|bat gap)(?: vao| hom)? $", UNBOUND),
    clue_of(
        "hon",
        r"\b(?:thap|cao|it|nhieu|som|muon|tang|giam|kem|tot) hon (?:so voi )?(?!truoc\b)"
        r"(?:(?! phai | nen )[^.;:,\n]){0,40} $",
        PLAIN,
    ),
    clue_of("luu", r"(?:^|[\n;.] ?)\W*luu ?: [^\n;.]{0,60}$"),
    clue_of(
        "thu_hoi rut_lai bo_qua",
        r"\b(?:thu hoi|rut lai|bo qua) (?:lai )?(?:tin|thong bao|loi nhan|bai dang)\b[^.;:\n]*$",
    ),
    clue_of("dap", r"\bdap an(?: dung)? ?:[^\n]{0,90}$"),
    clue_of(
        "vi_du vd chang_han vi_nhu",
        r"(?<!\btheo )(?<!\bnhu )\b(?:vi du|vd|chang han|vi nhu)\b(?: [a-z]{1,8}){0,6}"
        r" ?:?[ (“\"']*(?:[^.;\n]{0,40} )?$",
    ),
    clue_of(
        "nho ai_biet tuong hinh",
        r"\b(?:ai (?:nho|biet) (?:lich|han|ngay|khi|la|co|truong|bao)\b|(?:em|minh|toi|con) tuong|hinh nhu)\b[^.;\n]*$",
    ),
    clue_of("em_hoi minh_hoi toi_hoi con_hoi huynh_hoi", r"\b(?:cho|xin) (?:em|minh|toi|con|phu huynh) hoi\b[^.;\n]*$"),
    clue_of(
        "nhat", r"\b(?:co|cac (?:be|ban|em|chau)|mung|tuoi)\b(?: [a-z0-9]{1,8}){0,4} sinh nhat\b[^.;\n]{0,20}$", PLAIN
    ),
    clue_of(
        "thich uoc",
        r"(?<!\bo )(?<!\bchuong )(?<!\bsach )(?<!\bmuc )(?<!\bmon )(?<!\btruyen )(?<!\bbai )(?<!\btranh )(?<!\bviec )"
        r"(?<!\bdieu )(?<!\bphan )\b(?:em|minh|to|con|toi|be|chau)(?: (?:rat|cung|chi|se))*"
        r" (?:thich|uoc|mo uoc|mong uoc)\b[^.;\n]*$",
        PLAIN,
    ),
    clue_of(
        "lan_truyen truyen_tai don_thoi rao_len xuat_hien",
        r"\b(?:(?:lan truyen|truyen tai|don thoi|rao len|xuat hien) (?:(?:cac|nhung|mot so|nhieu) )?(?:thong tin|tin"
        r"|bai viet|tin nhan|hinh anh|clip|video|rang|viec|chuyen)|(?:thong tin|tin(?: nhan| don)?|bai viet)"
        r"(?: [a-z]{1,8}){0,4} lan truyen)\b[^.;\n]*$",
    ),
    clue_of(
        "ke_rang ke_hoi nho_lai tam_su boc_bach hoi_tuong than_phien than_tho than_rang than_con than_la "
        "phan_nan keu_ca",
        r"\b(?:co|thay|em|bac|chi|anh|ong|ba|cu)(?: [a-z]{1,8}){1,3}(?: \([^()\n]{1,30}\))?"
        r" (?:ke (?:rang|hoi)|nho lai|tam su|boc bach|hoi tuong|than (?:phien|tho|rang|con|la)|phan nan|keu ca)\b"
        r"[^.;\n]*$",
        UNBOUND,
    ),
    clue_of(
        "nham tuong lam",
        r"\b(?:hieu (?:nham|lam)|nham tuong|lam tuong|tuong nham|nham lan)\b"
        r"(?:(?! (?:sua|dung la|thuc ra)\b)[^.;,\n])*$",
    ),
    clue_of("so_ra", r"\b(?:bao|tap chi|nhat bao|tuan bao)\b[^.;\n]{0,40} so ra $", PLAIN),
    clue_of("mot", r"\bco mot $", PLAIN),
    clue_of("co", r"\b(?:thang|tuan|nam|quy)(?: \d{1,2}| nay)? co(?: cac| nhung| ngay| le)* $", PLAIN),
    clue_of("rang", r"\b(?:cho|nghi|lo|tin|so) rang\b[^.;\n]*$"),
    clue_of("uoc_gi uoc_ao gia_nhu gia_ma", r"\b(?:uoc gi|uoc ao|gia nhu|gia ma)\b[^.;\n]*$"),
    clue_of("mong", r"\b(?:em|minh|to|con|toi|be|chau)(?: (?:chi|rat))? mong $"),
    clue_of("the chac le", r"\b(?:co the|chac|co le)(?: se)?(?: roi| la| den)? $", PLAIN),
    clue_of("bi", r"\bbi (?:sot|om|benh|nga|gay|tai nan|dau)\b[^.;:\n]{0,30}$", UNBOUND),
    clue_of(
        "xin",
        r"\bxin (?:phep )?(?:cho )?(?:con|em|chau|be)\b[^.;\n]{0,40}\b(?:nghi|ve|vang)\b[^.;\n]{0,30}$",
        OPENED_OR_BY,
    ),
    clue_of("hoi", r"(?:\A|[.;,\n] ?)\W*hoi $", PLAIN, frozenset({Grain.MONTH, Grain.TERM})),
    clue_of("biet chao", r"\b(?:tam biet|(?:don )?chao) $", PLAIN),
    clue_of(
        "chua",
        r"\bchua (?:chot|xac dinh|quyet dinh|ro|an dinh|len lich)\b(?: (?!(?:nop|gui|thi|phai)\b)[a-z]{1,8}){0,6} $",
        UNBOUND,
    ),
    clue_of("nao", r"\bkhong co(?: [a-z]{1,9}){1,4} nao\b[^.;\n]{0,20}$", PLAIN),
    clue_of("thuong deu", r"\btruong (?:dai hoc|cao dang)(?: [a-z]{1,8}){0,3} (?:thuong|deu)\b[^.;\n]*$"),
    clue_of(
        "dang_nhap truy_cap dong_bo sao_luu khoi_dong",
        r"\b(?:dang nhap|truy cap|dong bo|sao luu|khoi dong)(?: lan)? (?:gan nhat|cuoi(?: cung)?)"
        r"(?: la| luc| vao)*[: ]*$",
        UNBOUND,
    ),
)
"""Examples, guesses, questions put in words, wishes, and when somebody was last seen on a page."""

PAGES = (
    clue_of(
        "cung_chuyen lien_quan moi_nhat khac cu_hon da_dua noi_bat",
        r"\b(?:bai viet|tin tuc|cac tin|tin|bai) "
        r"(?:cung chuyen muc|lien quan|moi nhat|khac|cu hon|da dua|noi bat) ?:[^\n]*$",
        PLAIN,
    ),
    clue_of(
        "doc docx pdf xls xlsx ppt pptx zip rar",
        START + r"(?:docx?|pdf|xlsx?|pptx?|zip|rar)\b,? \d{1,3} trang\b[^\n]*$",
        PLAIN,
    ),
    clue_of("phong_vien pv bao_chi toa_soan", r"\b(?:phong vien|pv|bao chi|toa soan)\b[^.;:\n]{0,40}$", PLAIN),
    clue_of("truoc_do", r"\btruoc do,? $", PLAIN),
)
"""What hangs around the text of a web page."""

OTHERS = (
    clue_of(
        "mac_du mac_dau tuy",
        r"\b(?:mac (?:du|dau)|tuy|tuy rang) (?:[a-z&]{1,9} ){0,2}?(?:so|phong|bo|ubnd|cap tren|huyen|xa)\b"
        r"(?:(?! (?:nhung|song) )[^.;:,])*$",
    ),
)
"""What a higher office allows where the school asks more: “Mặc dù Sở cho phép nộp đến 15/01, nhà trường …”."""
