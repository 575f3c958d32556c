"""What others do, allow or go through at a time, not the school's work: offices open, rooms full, loans, seasons."""

from __future__ import annotations

from schedules.wording.guards.before.clue import ANY, PLAIN, START, clue_of
from schedules.wording.piece import Grain, Limit

WHILE = frozenset({Limit.BY, Limit.SINCE})
OFFICE = (
    r"(?:kho bac|ngan hang|buu dien|ubnd|van phong dang k[yi]|bao hiem xa hoi|bhxh|benh vien|tram y te|phong giao dich"
    r"|co quan thue|chi cuc|thu vien (?:tinh|huyen|xa))"
)
BYSTANDERS = (
    clue_of(
        "tiep_khach tiep_dan giao_dich lam_viec mo_cua dong_cua",
        START
        + rf"(?:cac )?{OFFICE}\b(?![^.;:\n]*\b(?:truong|lop)\b)[^.;:\n]{{0,50}}\b(?:chi |van |se |tam )?"
        + r"(?:tiep (?:khach|dan)|giao dich|lam viec|mo cua|dong cua|nghi giao dich)\b[^.;:\n]{0,40}$",
        PLAIN | {Limit.BY},
    ),
    clue_of("kin", r"\bkin (?:phong|lich|cho|ban)\b(?: [a-z0-9]{1,8}){0,4}[ ,:(]*$", PLAIN),
    clue_of(
        "muon nho thue tam",
        r"\bcho (?:nha )?(?:truong|doan|lop|doi)(?: ta| em)? (?:dung (?:nho|tam)|muon|o nho|thue|su dung nho)\b"
        r"[^.;:,\n]{0,40}$",
        WHILE,
    ),
    clue_of("mua", r"\bqua (?:het |duoc |noi )?mua (?:bao|mua|lu|kho|dong|ret|gio) $", ANY, frozenset({Grain.MONTH})),
    clue_of(
        "mua",
        rf"(?:{START}gio (?:lam viec|hanh chinh|don|tra|hoc|vao (?:lop|hoc)|tan|ra|truy bai|mo)\b"
        r"(?:[^.;\n]|; ?(?=gio|tra|don|mua|chieu)){0,70}\b|\d(?:h|g|:| gio)(?:\d\d)? ?\((?:ap dung )?(?:vao )?"
        r"|\bgio (?=mua [a-z]{2,5}:? \d))"
        r"mua (?:dong|he|nong|lanh|ret|mua|kho)\b(?:[^.;()\n\d]{0,14}|:? ?\d[\dhg:]{1,4} ?[-–] ?\d[\dhg:]{1,4} ?\(?)$",
        PLAIN,
    ),
    clue_of("tan", r"\bkeo dai (?:sang|den|toi) tan $", ANY),
    clue_of(
        "chu_de chu_diem",
        START + r"chu (?:de|diem)(?: (?:cua )?(?:thang|tuan|nam hoc|hoc k[yi])(?: \d{1,2})?)? ?:[^.;\n]*$",
        PLAIN,
    ),
    clue_of(
        "phuong_huong",
        START + r"[^.;:\n]{0,60}\bphuong huong(?:,? nhiem vu)?(?:,? (?:cong tac|hoat dong|trong tam)){0,2} $",
        PLAIN,
        frozenset({Grain.MONTH, Grain.TERM, Grain.QUARTER, Grain.WEEK}),
    ),
    clue_of(
        "lich dong",
        r"\b(?:to lich|cuon lich|lich (?:treo tuong|bloc|van nien)|dong ho(?: treo tuong)?)\b[^.;\n]{0,30}"
        r" (?:la|chi|ghi|hien|dung o)(?: (?:ngay|dung))* $",
        PLAIN,
    ),
    clue_of("ung", r"\b(?:tuong )?ung voi (?:[a-z0-9]{1,8} ){0,4}$", PLAIN),
)
"""“Kho bạc chỉ tiếp khách tới 11 giờ 30 …”, “Khách sạn kín phòng đêm 24/3”, “cho trường mượn sân đến giữa tháng 4”,
“Tờ lịch treo tường vẫn là 12 tháng 5”."""
