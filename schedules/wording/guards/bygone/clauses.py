"""What was over at the signing and is set for nobody: a clause that tells of it, not one that begins with work."""

from __future__ import annotations

import re

from schedules.wording.alternatives import one_of
from schedules.wording.guards.before.clues import ORDER
from schedules.wording.guards.bygone.labels import (
    BEFALLEN,
    CELEBRATED,
    DEADLINE,
    DUTY,
    FEAST,
    FORMER,
    LOOKED_BACK,
    NUMBERED,
    RECORDED,
    SENT,
    SHORT,
    STAND,
    SUBJECT,
    THINGS,
    TIMED,
)
from schedules.wording.guards.row_cells import EARNESTLY
from schedules.wording.piece import BOUNDED, Limit, Piece
from schedules.wording.reading import Reading

REACH, BEHIND = 300, 60
OPEN = frozenset({Limit.NONE, Limit.SINCE})
CLAUSE = re.compile(r"(?:[.;:|\n]|\((?![^()]{0,60}\)))(?!\d)")
BULLET = re.compile(r"[\W_]*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-h]|[ivx]{1,4})[.)/] ?)?[\W_]*")
HELD = """
    to_chuc hop hoi_thi hoi_nghi hoi_thao hoi_giang hoi_dien hoi_khoe hoi_y hoi_cho hoi_dong ngay_hoi dai_hoi le
    khai_giang khai_mac khai_truong khai_but be_giang be_mac tuu_truong tap_trung mit_tinh ky_niem chao_co chao_mung
    sinh_hoat gap_mat giao_luu tham_quan trai_nghiem ngoai_khoa chuyen_de thao_giang van_nghe hoat_dong tuan_le
    dien_tap thi ky_thi cuoc_thi chung_ket chung_khao so_khao bieu_dien toa_dam lien_hoan hanh_huong vui don
"""
DONE = """
    nop gui bao_cao xay_dung lap soan viet ra_de ra_quyet ra_soat ban_hanh trinh thong_qua duyet phe_duyet tham_dinh
    ky in phat cap cong_khai cong_bo cong_nhan cong_tac niem_yet thong_bao pho_bien quan_triet dang cap_nhat
    nhap ghi luu tong_hop thong_ke chi quyet_toan thanh_toan doi_chieu kiem_tra kiem_ke kiem_diem kiem_dem
    kiem_dinh ke_khai khai_bao hoan thuc_hien trien_khai tien_hanh chuan_bi phan_cong giao nhan ban_giao tiep
    tap_huan boi_duong phu_dao on luyen day hoc du tham tang trao khen tuyen xet binh bau chon de_nghi de_xuat
    dang_ky phat_dong theo_doi giam_sat huong_dan ho_tro phoi_hop dam_bao duy_tri tang_cuong on_dinh kien_toan
    thanh_lap bo_tri sap sua lap_dat trang_tri trang_bi ve_sinh lao_dong trong quyen_gop ung_ho van_dong kham tiem
    can_do uong dieu cham coi vao_diem so_ket tong_ket danh_gia tu_danh_gia rut_kinh_nghiem khao_sat du_gio
    thanh_tra gop_y cho dua mo dong ket_thuc bat_dau truc nghi lam hoc_sinh tre giao_vien gv cac_to cac_lop
    cac_truong cac_don_vi yeu_cau moi phai can se ky_ket cai nang bo_sung ket_nap chot xep ren chup treo phun
    bao_duong giu quan khoi nghiem_thu kiem giai phan tuyen_truyen gioi_thieu chuyen hoi tim_hieu xu_ly doi tra xong
    vao lay chay tong_ve tong_duyet do_chieu do_can dem_hoi trung_bay trung_thu bien_che tuyen_duong dieu_tra
    bc kt
"""
"""Names of what is held, and verbs of work."""

WORK = re.compile(
    rf"(?:bat dau |du kien |{EARNESTLY})*"
    rf"(?:{one_of(word.replace('_', ' ') for word in (HELD + DONE).split())}"
    r"|thu(?! (?:vien|moi|ngo|ky|gui)\b)|sao(?! do\b)|mua(?! (?:to|lon|bao|lu|dam|keo|nhieu)\b)"
    r"|dot (?!lu|mua|dich|bao|ret|nang)"
    r"|toan (?:truong|the)(?! (?:co|dat)\b))\b"
)
"""What a clause that sets work begins with, a verb or the name of what is held."""

AIMED = re.compile(
    r"\b(?:se|phai(?! (?:hoan|lui|nghi|dung|dong cua|huy|doi|chuyen|tam)\b)|(?<!chuyen )can|de nghi|yeu cau|du kien|nho"
    r"|nhac(?! lai\b)|(?<!giay )moi|xin)\b"
)
"""Words that set something wherever they stand."""

ELSE = {"mới", "mỗi", "nhỏ", "cân", "cán", "phái"}
"""What those words may be when their accents are written: “mới nhận việc” is not “mời”."""


UNREAL = re.compile(r"\b(?:le|dang) ra\b")
"""What should have been: “hội khỏe lẽ ra tổ chức ngày 8/11”."""

GROUNDS = re.compile(
    r"\W*(?:nho (?:co|su|dot|vay|viec|nhung|cac dot)|xuat phat tu|tren co so|dua (?:tren|vao)|tiep thu|ke thua)\b"
)
"""“Nhờ có đợt bồi dưỡng tháng 11 mà …”: what something came of; “nhờ các thầy cô …” asks."""


PLACED = re.compile(r"(?:tai|o|cho|doi voi|theo|trong|do|gom)\b")
"""Where or for whom something is held, behind its time."""

LABELS = frozenset(':-–(+•*"/')
COUNTED = re.compile(NUMBERED)


def is_bygone(piece: Piece, reading: Reading) -> bool:
    """Whether a time that was over stands in a clause of running text in which nothing sets work."""
    text = reading.folded
    if piece.every or (start := _clause_start(piece.start, piece, text)) is None:
        return False
    if piece.limit not in OPEN and not (piece.limit == Limit.BY and text.startswith(("den", "toi"), piece.start)):
        return piece.limit in BOUNDED and _is_of_former(piece, start, text)
    start = _opening(start, text)
    before = text[start : piece.start]
    behind = text[piece.end : piece.end + BEHIND].partition("\n")[0]
    outer = _outer(start, piece, text)
    if outer is not None and not _sets(outer, labels=text.endswith(":", 0, len(text[:start].rstrip()))):
        return True
    if before.endswith(" - ") and len(before) > len(" - "):
        return not _sets(before.rstrip(" -"), labels=True)
    if before.strip():
        return _is_told_after(before, behind, piece, reading)
    return _is_told_from(behind.lstrip(" ,)"))


def _is_told_after(before: str, behind: str, piece: Piece, reading: Reading) -> bool:
    """Whether the words of a clause before its time, and those behind it, show no work that has it for its time."""
    if UNREAL.search(before) or GROUNDS.match(before) or LOOKED_BACK.match(before) or SENT.search(before):
        return True
    if FEAST.search(before) or reading.folded.startswith(CELEBRATED, piece.start):
        return True
    if DEADLINE.search(before) if piece.limit == Limit.BY else DEADLINE.match(before):
        return False
    if WORK.match(before):
        subject = SUBJECT.match(before)
        return subject is not None and not DUTY.search(before, subject.end()) and not AIMED.search(before + behind)
    if behind.lstrip()[:1] in LABELS and behind.strip():
        return COUNTED.match(before) is None
    return not (_aims(reading, piece.start - len(before), piece.start) or AIMED.search(behind))


def _is_of_former(piece: Piece, start: int, text: str) -> bool:
    """Whether a bound that was over says who or what is meant, or what came before: “trước, ngày 20/3”."""
    before = text[_opening(start, text) : piece.start]
    if text.startswith("truoc,", piece.start):
        return FORMER.search(before) is not None
    return THINGS.match(before) is not None and not ORDER.search(before) and STAND.match(text, piece.end) is not None


def _opening(start: int, text: str) -> int:
    """Return where the words of a clause begin, behind its bullet or number."""
    bullet = BULLET.match(text, start)
    return bullet.end() if bullet else start


def _outer(start: int, piece: Piece, text: str) -> str | None:
    """Return the clause before the bracket or colon a time's own begins behind; None when there is neither."""
    at = text.rfind("(", max(0, start - 3), start)
    at = at if at >= 0 else text.rfind(":", max(0, start - 3), start)
    if at < 0 or (outer := _clause_start(at, piece, text)) is None:
        return None
    return text[min(at, _opening(outer, text)) : at]


def _sets(outer: str, *, labels: bool) -> bool:
    """Whether a label, or what stands before a bracket, names work or its time."""
    if not outer.strip():
        return True
    if RECORDED.match(outer) or LOOKED_BACK.match(outer):
        return False
    return WORK.match(outer) is not None or TIMED.match(outer) is not None or (labels and len(outer.split()) <= SHORT)


def _aims(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch holds a word that sets something, by its accents where they are written."""
    for word in AIMED.finditer(reading.folded, start, end):
        if reading.accented[word.start() : word.end()].lower() not in ELSE:
            return True
    return False


def _clause_start(at: int, piece: Piece, text: str) -> int | None:
    """Return where the clause of a time begins; None in a row of cells, and where it began too far before."""
    first = max(0, at - REACH)
    if text.find("|", first, piece.end + BEHIND) >= 0:
        return None
    return max((cut.end() for cut in CLAUSE.finditer(text, first, at)), default=None if first else 0)


def _is_told_from(behind: str) -> bool:
    """Whether what follows a time that opens its clause begins with no work, or with what happened."""
    if behind[:1] in LABELS:
        return BEFALLEN.match(behind.lstrip(":-– ")) is not None
    return (
        behind[:1].isalpha()
        and not PLACED.match(behind)
        and WORK.match(behind) is None
        and AIMED.search(behind) is None
    )
