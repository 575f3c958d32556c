"""What papers say of themselves: when they were signed, until when they hold, which day gave way to another."""

from __future__ import annotations

from schedules.wording.guards.before.clue import ANY, LENGTH, PAPER, PLAIN, START, clue_of, up_to
from schedules.wording.piece import BOUNDED, OPENING, UNBOUND, YEARS, Grain, Limit

GIVEN = "".join(rf"(?<!\b{verb} )" for verb in ("gui", "gop", "lay", "xin", "cho", "hop", "neu", "nop", "hoi"))
"""“Gửi ý kiến về dự thảo báo cáo trong tháng 12” orders; “theo ý kiến tại cuộc họp ngày …” cites."""

HOLDS = (
    r"(?:hop dong|chung (?:nhan|chi|thu)|giay (?:phep|chung|kham|xac nhan|gioi thieu)"
    r"|(?<!cu )(?<!nhu )(?<!tap )(?<!vi )the|bang|ban quyen"
    r"|phan mem|tai khoan|ten mien|bao hiem|visa|ho chieu|can cuoc|lo|sua(?! (?:ban|doi|lai|lich|ke hoach)\b)"
    r"|thuoc|vac xin|thuc pham|hang|binh|chu ky so"
    r"|token|goi cuoc|thue bao|dang kiem|ma giam gia|ve)"
)
"""What holds until a day: “Tài khoản phần mềm hết hạn bản quyền ngày 31/12/2025”."""

POSTED = "".join(rf"(?<!{word} )" for word in ("thanh lap", "tuoi", "mung", "vao", "ket nap"))
"""“Đăng”, to put up; without accents “thành lập Đảng” looks like it."""

PAPERS = (
    clue_of("han_su han_dung hsd nsx", r"\b(?:han (?:su )?dung|hsd|nsx)\b[: ]*$"),
    clue_of(
        "hop_dong chung_nhan chung_chi giay_phep the_bhyt the_bao bao_hanh",
        r"\b(?:hop dong|chung nhan|chung chi|giay phep|the (?:bhyt|bao hiem)|bao hanh)" + up_to(4),
        frozenset({Limit.BY}),
    ),
    clue_of(
        "hop_dong chung_nhan chung_chi giay_phep the bao_hiem",
        r"\b(?:hop dong|chung nhan|chung chi|giay phep|the|bao hiem)(?: [a-z]{1,8}){0,4}"
        r" (?:su dung|co(?: thoi han)?) ?$",
    ),
    clue_of("han", r"\bthoi han su dung" + up_to(2)),
    clue_of(
        "dung_thu mien_phi",
        r"\b(?:dung thu|(?:duoc|su dung|dung) mien phi)(?: [a-z0-9]{1,9}){0,5} $",
        UNBOUND | {Limit.BY},
    ),
    clue_of("sua cap_nhat", r"\b(?:sua(?: doi)?|cap nhat) (?:lan )?(?:cuoi(?: cung)?|gan nhat)[: ]*$", UNBOUND),
    clue_of(
        "chua",
        r"\bchua (?:bao gio )?(?:duoc (?:cong bo|dang)|dang(?! k[yi]\b)|cong bo|xuat ban|du thi|su dung|dat|doat)"
        r"(?: (?!(?:thi|nop|gui|phai)\b)[a-z]{1,8}){0,8} $",
        frozenset({Limit.BEFORE}),
    ),
    clue_of("lan", r"(?<!\d )(?<!mot )(?<!hai )(?<!ba )(?<!moi )(?<!nhieu )\blan $", frozenset({Limit.BEFORE})),
    clue_of(
        "phan_bien duyet_dang nhan_dang chinh_sua",
        r"\b(?:phan bien|duyet dang|chap nhan dang|ngay chinh sua)(?: lan \d)? ?: ?$",
        PLAIN,
    ),
    clue_of(
        "ap_dung thi_hanh",
        r"\b(?:thong tu|nghi dinh|quyet dinh|quy che|luat|hoc phi|muc (?:thu|luong|phu cap)|bang luong"
        r"|thang diem|chuong trinh|khung)\b[^.;\n]{0,80} (?:duoc )?(?:ap dung|thi hanh)"
        r"(?: chinh thuc| thong nhat| ke)* $",
        UNBOUND,
    ),
    clue_of(
        "hien",
        r"\b(?:thong tu|nghi dinh|quy che|hoc phi|muc (?:thu|luong|phu cap)|bang luong)\b[^.;\n]{0,60}"
        r" thuc hien(?: ke)? $",
        OPENING,
        YEARS,
    ),
    clue_of("luu", r"\bnop luu $", PLAIN, frozenset({Grain.QUARTER, Grain.YEAR})),
    clue_of("lich_su y_nghia nguon_goc tim_hieu", r"\b(?:lich su|y nghia|nguon goc|tim hieu)(?: ve| cua)* $", PLAIN),
    clue_of(
        "hieu_luc thanh_lap ban_hanh ket_nap cap phien_ban sua_doi da_ky ngay_ky ngay_ban ngay_dang ngay_gui ngay_nhan "
        "ngay_tao ngay_in ngay_xuat ngay_phat ban_in dang cap_nhat dung_tu dong_tu",
        r"\b(?:hieu luc(?: thi hanh)?|thanh lap|ban hanh"
        r"|(?=ket nap)(?<!le )(?<!to chuc )(?<!du kien )(?<!ho so )ket nap"
        r"|(?<!pho )(?<!ngung )(?<!dung )(?<!cung )(?<!nang )(?<!cat )cap|phien ban|sua doi(?:,? bo sung)?"
        rf"|da ky|ngay ky|ngay (?:ban hanh|dang|gui|nhan|tao|in|xuat ban|phat hanh)|ban in|(?=dang){POSTED}dang"
        r"|cap nhat(?: lan cuoi)?|xay dung tu|hoat dong tu)"
        r"(?: chinh thuc| luc)?(?: ngay| vao| tu| ke tu)*[: ]*$",
        UNBOUND,
        PAPER,
    ),
    clue_of("ky", r"(?:\b(?:(?<!trinh hieu )truong|tich|doc|nguoi|thay|to|ubnd) |\( ?)ky *$", PLAIN),
    clue_of(
        "xet theo nghien_cuu can_cu y_kien tinh_than ket_luan",
        rf"(?:{START}(?:[-*+] ?)?xet|\b(?:theo|nghien cuu|can cu|(?=y kien){GIVEN}y kien|tinh than|ket luan))"
        r"(?: [a-z]{1,8}){0,12} (?:bien ban|ket luan"
        r"|nghi quyet|quyet dinh|cong van|thong bao|van ban|ket qua|bao cao|to trinh|don"
        r"|hop|giao ban|hoi nghi|buoi lam viec)" + up_to(6),
        PLAIN,
    ),
    clue_of(
        "kem_theo",
        r"\bkem theo (?:ke hoach|quyet dinh|cong van|thong tu|thong bao|to trinh|van ban|huong dan|nghi (?:quyet|dinh)"
        r"|quy che)\b[^.;:)\n]{0,60}$",
        PLAIN,
    ),
    clue_of(
        "nguon anh hinh",
        START + r"(?:nguon(?! (?:nuoc|luc|kinh|von|thu|dien|nhan|tuyen|hoc)\b)"
        r"|anh(?= ?:|(?: \d{1,2}| minh hoa| tu lieu)\b| (?:chup|cat)\b)"
        r"|hinh \d+)\b[^;]*$",
        PLAIN,
    ),
)
"""What papers say of themselves or cite without a number: “Căn cứ kết quả họp ngày …”."""

WITHDRAWN = (
    clue_of("phai", r"\bkhong phai(?: la| vao)? $", PLAIN),
    clue_of("vi", START + r"thay vi(?: (?!nop\b|gui\b)[a-z0-9]{1,9}){1,6} $"),
    clue_of(
        "thay_vi thay_cho",
        r"\bthay (?:vi|cho)(?: (?:nhu |la )?(?:truoc day|cu|(?:han|lich|moc|thoi (?:han|gian|diem)|ngay)"
        r"(?: (?:nop|thi|hop))?(?: cu)?))? $",
    ),
    clue_of(
        "thay",
        r"\bthay (?:the|cho) (?:bao cao|bc|ke hoach|kh|thong bao|tb|giay moi|lich|van ban|ban|danh sach|quyet dinh|qd"
        r"|cong van|cv|to trinh|phan cong|thoi khoa bieu|tkb|phieu|bieu|ho so|so)(?: (?!tai\b)[a-z]{1,8}){0,8} $",
        PLAIN,
    ),
    clue_of("hon", r"\b(?:cao|thap|nhieu|it|tot|kem|kha|yeu|dong|vang|chuyen bien) hon (?:so voi )?$", PLAIN),
    clue_of("so_voi muon_hon tre_hon cham_hon lo suyt", r"\b(?:so voi|(?<!khong )(?:muon|tre|cham) hon|suyt|\blo) $"),
    clue_of(
        "truoc_day truoc_do ban_dau lich_cu ngay_cu han_cu gian_cu",
        r"\b(?:truoc day|truoc do|ban dau|(?:lich|ngay|han|thoi gian) cu)(?: la| vao|:)*,? $",
    ),
)
"""What another day has taken the place of: “thay cho hạn 28/2”, “(trước đây là ngày 28/2)”."""

VALID = (
    clue_of(
        "hieu_luc gia_tri",
        r"\b(?:hieu luc|gia tri)(?: (?:thi hanh|ap dung|su dung|phap ly|thanh toan))?(?: ke)?"
        r"(?: (?:noi tiep|tiep noi|lien tuc|chinh thuc|ngay))?"
        rf"(?: (?:trong |la |toi da )*{LENGTH} (?:nam|thang)\b(?: lien)?"
        r"(?: ke tu [^.;:,()\d]{1,30})?[ ,;(]{0,3}| ?)$",
        UNBOUND | {Limit.BY},
    ),
    clue_of(
        "bao_hanh", r"(?<!di )(?<!gui )(?<!mang )(?<!doi )\bbao hanh(?: [a-z0-9]{1,8}){0,3},? $", UNBOUND | {Limit.BY}
    ),
    clue_of(
        "bh",
        rf"(?:\A ?|[|,;(:] ?|\bcon )bh(?:,? (?:trong )?{LENGTH} (?:thang|nam))?,? ?:? ?$",
        UNBOUND | {Limit.BY},
    ),
    clue_of("han", r"\bcon (?:thoi )?han(?: su dung)? ?$", UNBOUND | {Limit.BY}),
    clue_of(
        "han het",
        rf"\b{HOLDS}\b(?:[^.;:]|\.(?=[a-z])){{0,60}} (?:(?:se|da|sap) )?het"
        rf"(?: (?:thoi )?han(?: (?!(?:thi|phai|can|gia|roi)\b)[a-z]{{1,8}}){{0,4}})? ?$",
    ),
    clue_of(
        "dung luc duoc ngay luon huong",
        rf"(?:{START}|[(:] ?){HOLDS}\b(?:[^.;:]{{0,60}} (?:ap dung|su dung|hieu luc|dung duoc)"
        r"(?: (?:duoc|ngay|luon)){0,2}|(?: [a-z]{1,6}){0,4} huong) $",
        UNBOUND | {Limit.BY},
    ),
    clue_of("han", rf"(?<!trung )(?<!dai )(?<!ngan )\b(?:thoi )?han(?: la)? {LENGTH} (?:nam|thang)(?: lien)?,? $"),
    clue_of(
        "ban",
        r"\bgia han ban quyen\b[^.;:,]{0,40}$",
        frozenset({Limit.BY}),
    ),
    clue_of("ky dai", r"\bhop dong\b[^.;:]{0,60} (?:ky|keo dai) $", frozenset({Limit.BY})),
    clue_of(
        "cap thuc chung nhan",
        r"\b(?:giay (?!khen|moi|bao\b|gioi thieu)|(?:the|bang|chung chi|chung nhan|xac nhan|so|ho chieu|can cuoc)\b)"
        r"[^.;:]{0,40} (?:duoc|do) (?:[a-z]{1,9} ){0,3}(?:cap|chung thuc|cong chung|xac nhan)(?: moi| lai)? $",
    ),
    clue_of(
        "co",
        r"(?<!phai )(?<!can )\bco (?:bang|chung chi|dau buu dien|giay|ho khau)\b(?: [a-z]{1,8}){0,4} $",
        BOUNDED,
    ),
    clue_of(
        "cap",
        rf"\b{HOLDS}\b[^.;:]{{0,60}} cap(?: lai| moi| lan \d)?(?: ngay)? [\d/.]{{6,10}},? ?\(?$",
        frozenset({Limit.BY}),
    ),
    clue_of("kiem", r"\bdang kiem(?: con)?(?: han)? $", frozenset({Limit.BY})),
    clue_of("tung", r"\bchua tung\b[^.;:]{0,60}$"),
    clue_of(
        "nhiem thoi",
        START + r"(?:nhiem ky|thoi gian (?:bao hanh|khau hao|tap su)|thoi han (?:bao hanh|hop dong|su dung))\b"
        r"(?:(?! (?:nop|gui|hop|bau)\b)[^.;])*$",
        UNBOUND | {Limit.BY},
    ),
    clue_of(
        "la",
        r"\bla (?:nhung |cac )?(?:sinh vien|hoc sinh|hs|nguoi|giao vien|gv|can bo|tre|vien chuc) (?:chua|khong|da)"
        r"(?:(?! (?:nop|gui|dang ky|hoan thanh|lap|bao cao|phai|can|se|moi|yeu cau|tham gia|du|thi|hop)\b)[^.;:])* $",
    ),
)
"""Until when a paper holds, and who is meant, whatever is ordered with it: “gia hạn thẻ có giá trị đến ngày …”."""

ERAS = (
    clue_of("muc tam dinh", r"\b(?:muc tieu|tam nhin|dinh huong)(?: [a-z0-9&]{1,9}){0,5}:? ?$", ANY, YEARS),
    clue_of(
        "giai nhiem khoa thoi tam lo dinh",
        r"\b(?:giai doan|nhiem ky|khoa|thoi ky|tam nhin|lo trinh|dinh huong)(?: phat trien)?(?: den| tu)? ?[(:]?$",
        ANY,
        YEARS,
    ),
    clue_of("chien de chuong gdpt quy", r"\b(?:chien luoc|de an|chuong trinh|gdpt|quy hoach)" + up_to(8), ANY, YEARS),
)
"""Years that name a period of the school or a programme: “giai đoạn từ năm 2020 đến 2025”."""
