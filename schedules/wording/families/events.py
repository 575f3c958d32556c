"""Well-known days: ngày 20/11 · Nhà giáo Việt Nam · khai giảng · Tết Nguyên đán · Trung thu · Giỗ Tổ."""

from __future__ import annotations

import re

from schedules.wording.piece import BREAK, Grain, Kind, Moment, Need, Piece, heads_of, recogniser

FIXED = {
    "nha giao viet nam": (20, 11),
    "nha giao vn": (20, 11),
    "hien chuong nha giao": (20, 11),
    "quoc te phu nu": (8, 3),
    "phu nu viet nam": (20, 10),
    "quan doi nhan dan viet nam": (22, 12),
    "quoc phong toan dan": (22, 12),
    "thanh lap doan": (26, 3),
    "quoc te thieu nhi": (1, 6),
    "tet thieu nhi": (1, 6),
    "quoc khanh": (2, 9),
    "giai phong mien nam": (30, 4),
    "thong nhat dat nuoc": (30, 4),
    "quoc te lao dong": (1, 5),
    "sinh nhat bac": (19, 5),
    "hoc sinh sinh vien": (9, 1),
    "hoc sinh, sinh vien": (9, 1),
    "phap luat viet nam": (9, 11),
    "chuyen doi so quoc gia": (10, 10),
    "sach va van hoa doc viet nam": (21, 4),
    "tet duong lich": (1, 1),
    "giang sinh": (25, 12),
    "noel": (25, 12),
}
"""Days fixed by custom or law; a day written beside the name wins."""

MOVING = {
    "tet nguyen dan": "tet",
    "tet am lich": "tet",
    "tet co truyen": "tet",
    "trung thu": "trung_thu",
    "gio to": "gio_to",
    "khai giang": "khai_giang",
    "tet": "tet",
}
WINDOW = 12
ITEM_BEFORE, ITEM_BEHIND = re.compile(r"(?:\A|[|;\n] ?|\. )[-+*•·]? ?$"), re.compile(r" ?[:|,] ?[a-z]")
STEMS = "giap|at|binh|dinh|mau|ky|canh|tan|nham|quy"
BRANCHES = "ty|suu|dan|mao|thin|ngo|mui|than|dau|tuat|hoi"
NAMES = "|".join(sorted(FIXED, key=len, reverse=True))
OPENERS = "ngay le dip tet ram ky nghi"
OPENER = rf"(?P<opener>(?:(?:{OPENERS.replace(' ', '|')}) ){{0,4}})"
NAMED = {"_".join(name.replace(",", "").split()[:2]) for name in FIXED}
FIRSTS = " ".join({name.split()[0] for name in FIXED})
"""What may open the name of a day, and how the names of fixed days begin."""


def _fixed(match: re.Match[str]) -> Piece | None:
    day, month = FIXED[match["name"]]
    if match["name"].startswith("hoc sinh") and "ngay" not in match["opener"]:
        return None
    if match["day"]:
        day, month = int(match["day"]), int(match["month"])
    written = match["year"] or match["alone"]
    moment = Moment(Grain.EVENT, day, month, int(written) if written else None, name=match["name"])
    return _piece(match, "events.fixed", moment, sure=bool(match["day"]))


def _named(match: re.Match[str]) -> Piece | None:
    """Ngày Sách Việt Nam 21/4 | Ngày Môi trường thế giới (5/6): a named day with its date beside it."""
    written = match["year"]
    moment = Moment(
        Grain.EVENT, int(match["day"]), int(match["month"]), int(written) if written else None, name="named"
    )
    return _piece(match, "events.named", moment, sure=True)


def _moving(match: re.Match[str]) -> Piece | None:
    name = MOVING[match["name"]]
    resting = name == "tet" and "nghi " in match["opener"]
    moment = Moment(
        Grain.EVENT, BREAK if resting else 0, None, int(match["year"]) if match["year"] else None, name=name
    )
    return _piece(match, "events.moving", moment, sure=_heads_item(match))


def _heads_item(match: re.Match[str]) -> bool:
    """Whether a feast with its year opens an item, what is done on it behind: “Giỗ Tổ Hùng Vương năm 2025: …”."""
    text, at = match.string, match.start()
    if match["year"] is None or not ITEM_BEHIND.match(text, match.end()):
        return False
    return ITEM_BEFORE.search(text, max(0, at - WINDOW), at) is not None


def _piece(match: re.Match[str], rule: str, moment: Moment, *, sure: bool) -> Piece:
    opened = sure or bool(match["opener"].strip())
    return Piece(*match.span(), Kind.TIME, rule, moment, need=Need.WHOLE, opened=opened)


EVENTS = (
    recogniser(
        "events.fixed",
        heads_of("ngay le dip tet", f"{OPENERS} {FIRSTS}") + " noel " + " ".join(NAMED),
        OPENER
        + rf"(?P<name>{NAMES})\b(?:(?:[ ,(]|- ){{1,3}}(?:ngay )?(?P<day>\d{{1,2}}) ?[/\-.] ?(?P<month>\d{{1,2}})(?!\d)"
        r"(?: ?[/\-.] ?(?P<year>(?:1[5-9]|20)\d\d)(?!\d)|(?! ?[/\-.] ?\d))\)?|,? (?:nam )?(?P<alone>20\d\d)(?! ?-))?",
        _fixed,
    ),
    recogniser(
        "events.named",
        "ngay@",
        r"ngay (?P<opener>(?:[a-z]{1,8} ){1,6}(?=viet|the|quoc|toan)"
        r"|(?:hoi|truyen thong|thanh lap|giai phong) (?=[a-z]))"
        r"(?:viet nam|the gioi|quoc te|toan quoc|quoc gia"
        r"|(?<=(?:hoi|ong|lap) )[a-z]{1,8}(?: (?!(?:lop|khoi|ty|ti|so|dat)\b)[a-z]{1,8}){0,7})(?: la| -|:)? \(?"
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?!\d)(?:/(?P<year>(?:1[5-9]|20)\d\d)(?!\d))?\)?",
        _named,
    ),
    recogniser(
        "events.moving",
        heads_of("ngay le dip ram ky nghi", f"{OPENERS} trung gio khai") + " tet trung_thu gio_to khai_giang",
        OPENER + r"(?P<name>tet nguyen dan|tet am lich|tet co truyen|trung thu|gio to|khai giang|tet(?=[ .,;)]|$))"
        r"(?! ?(?:sum|trong cay|xum|thieu|duong|nguyen tieu|doan vien|yeu|va))"
        rf"(?: hung vuong)?(?: (?:{STEMS}) (?:{BRANCHES}))?"
        r"(?: ?\(?(?:ngay )?(?:mong |mung )?10(?:/| thang )(?:0?3|ba)(?: am lich| al)?\)?)?"
        r"(?: nam hoc(?: moi)?)?(?:,? ?(?:nam )?(?P<year>20\d\d)(?! ?-)(?!\d))?",
        _moving,
    ),
)
