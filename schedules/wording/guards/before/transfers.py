"""Who moves away or gives up a post: “Đ/c Thịnh chuyển về Trường TH Nà Phặc từ 01/11”; and provisos of a step."""

from __future__ import annotations

from schedules.wording.guards.before.clue import ANY, clue_of
from schedules.wording.piece import UNBOUND

PERSON = r"\b(?:d/c|dong chi|co|thay|em|chau|hs|hoc sinh|gv|giao vien|nv|vien chuc|anh|chi)(?: [a-z0-9().]{1,8}){1,6}?"
ELSEWHERE = (
    r"(?:truong(?! (?:chinh|moi|nhom|ban)\b)|th|thcs|thpt|mn|mam non|tieu hoc|phong gd|phong giao duc|so gd|huyen|tinh"
    r"|don vi|noi) [a-z&]"
)
TRANSFERS = (
    clue_of(
        "chuyen_ve chuyen_den chuyen_di chuyen_sang chuyen_qua",
        rf"{PERSON} (?:xin |duoc |da |se )*chuyen (?:ve|den|di|sang|qua) {ELSEWHERE}[^.;:,\d]{{0,40}}[ (]*$",
        UNBOUND,
    ),
    clue_of(
        "thuyen_chuyen dieu_dong luan_chuyen biet_phai",
        rf"{PERSON} (?:xin |duoc |da |se |co quyet dinh )*(?:thuyen chuyen|dieu dong|luan chuyen|biet phai)\b"
        r"[^.;:,\d]{0,50} $",
        UNBOUND,
    ),
    clue_of(
        "thoi",
        rf"{PERSON} (?:xin |duoc |se )*thoi (?:lam|giu|kiem nhiem|phu trach|chuc|viec)\b[^.;:,\d]{{0,50}} $",
        UNBOUND,
    ),
)

ONLY = (
    r"\b(?=chi )"
    + "".join(rf"(?<!\b{noun} )" for noun in ("tieu", "dong", "bao", "thu", "khoan", "dia", "tap", "muc", "duyet"))
    + "chi "
)
DOES = r"(?!(?:nop|gui|dang|hoan|co mat|bao|xac|dong|khong|chua|qua|da)\b)"
PROVISOS = (
    clue_of(
        "neu khi truong_hop",
        rf"{ONLY}(?:(?!(?:truoc|sau|tu|den|trong)\b)[a-z0-9]{{1,8}} ){{1,4}}"
        rf"(?:neu|khi|(?:trong )?truong hop) (?:{DOES}[a-z0-9&]{{1,9}} ){{0,9}}$",
        ANY,
    ),
    clue_of(
        "neu",
        r"\bneu\b(?! (?:muon|can|co nhu cau)\b)[^.;,\n]{3,40}, (?:thi |se |co the )*"
        r"(?:chuyen|doi|lui|hoan)(?: lich)? tiep (?:sang |den |qua |toi |vao )?$",
        ANY,
    ),
    clue_of(
        "neu",
        r"\bneu (?:luc do |hom do )?(?:troi |thoi tiet |co )?(?:mua|bao|ret|nang|xau|ngap|lu)\b"
        r"(?: (?:to|lon|dam|hai|nong|lut|ve|den|do bo|keo dai|vao|ngay))* ?$",
        ANY,
    ),
)
"""What has to happen by a day before a step is taken at all: “Bước 6 chỉ đặt ra nếu Đoàn ĐGN về trước 30/4”."""
