"""Days kept in hand, or that another work is moved to: "nếu mưa, chuyển sang 16/9", "việc số 3 lùi sang tuần 2"."""

from __future__ import annotations

import re

from schedules.plan import Finding, Place, Severity
from schedules.planning.text.bare_times import times_in
from schedules.wording import Context, Found, Unset, fold, unset

RULE = "doi-moc"
NEAR = 160
SENTENCE = re.compile(r"(?<!\d)[.;]\s+|\n")
CASE = r"\b(?:neu|truong hop|phong khi|khi (?:co |troi )?mua|gap mua)\b"
MOVES = r"\b(?:chuyen|doi|lui|hoan|dich|don)\b(?: (?:lich|ngay|lai|thoi gian|sang|den|vao|ve|xuong|thanh|toi)){0,3}"
NUMBERED = (
    r"\b(?:viec|cong viec|muc|noi dung|dong|stt|hang muc|hoat dong|nhiem vu)\s+(?:so\s+|thu\s+)?"
    r"(?:\d{1,2}(?:\.\d{1,2})?|[ivx]{1,4})\b"
)
IN_HAND = re.compile(
    rf"{CASE}[^.;]*{MOVES}[^\d.;:()]{{0,30}}$|"
    r"\bneu (?:troi|thoi tiet|mua|co mua|bao|co bao)\b[^\d.;()]{0,70}$|"
    r"(?:^|[(,;:–-]\s*)\W*(?:(?:ngay|lich|thoi gian) )?du phong\b[^\d.;()]{0,20}$"
)
"""“Nếu trời mưa, lễ phát động dời sang …”, “ngày dự phòng …”: held then only if it cannot be held before."""

MOVED = re.compile(rf"{NUMBERED}[^.;]{{0,50}}{MOVES}[^\d.;:()]{{0,30}}$")
MAYBE = re.compile(rf"{MOVES}|\b(?:du phong|neu)\b")
MOVES_TO = re.compile(rf"{MOVES}[^\d.;:()]{{0,30}}$")
ONLY_IF = re.compile(r"^[^.;:()\d]{0,30}\b(?:neu|trong truong hop|khi mua|khi co mua)\b")
HANDS_IN = re.compile(r"\b(?:truoc|cham nhat|muon nhat|han)\b")


def is_moved(one: Found, before: str, after: str) -> bool:
    """Whether a time is kept in hand or is another work's new one, by its sentence before it and the text behind."""
    near = f"{fold(before[-NEAR:])}"
    lead = f"{near}{fold(one.quote)[: _lead(one)]}"
    if IN_HAND.search(lead) or MOVED.search(lead):
        return HANDS_IN.search(fold(one.quote)) is None
    return MOVES_TO.search(lead) is not None and ONLY_IF.match(fold(SENTENCE.split(after, maxsplit=1)[0])) is not None


def moved_in(text: str, context: Context) -> str:
    """Return the words of the first such time of a text, "" without one; one that wording knows to set nothing too."""
    if not MAYBE.search(fold(text)):
        return ""
    found = (one for one in times_in(text, context) if one.due.dated)
    moved = (one.quote for one in found if is_moved(one, _sentence(text, one.start), text[one.end :]))
    return next(moved, "") or next((one.quote for one in unset(text, context) if _is_led_to(one, text)), "")


def _is_led_to(one: Unset, text: str) -> bool:
    """Whether words that set nothing are what somebody moves something to if a case comes."""
    digit = re.search(r"\d", one.quote)
    lead = fold(_sentence(text, one.start)[-NEAR:] + one.quote[: digit.start() if digit else 0])
    return digit is not None and (IN_HAND.search(lead) or MOVED.search(lead)) is not None


def _sentence(text: str, at: int) -> str:
    return SENTENCE.split(text[:at])[-1]


def moved_told(quote: str, words: str, place: Place) -> Finding:
    """Return the finding for a line that only tells such a time: its works keep the days they have."""
    message = f"“{quote}” nêu “{words}” cho trường hợp đổi lịch hoặc cho việc ghi ở chỗ khác, nên chưa đưa vào lịch."
    advice = "Nếu việc đã đổi ngày, hãy sửa hạn của việc đó."
    return Finding(RULE, Severity.CHOICE, message, (quote,), advice, (place,))


def _lead(one: Found) -> int:
    """Return where the digits of a time begin in its words."""
    digit = re.search(r"\d", one.quote)
    return digit.start() if digit else 0
