"""What stands round the words of a title once its time is out: a reason, a place behind a colon, a note on the time."""

from __future__ import annotations

import re

from schedules.planning.people.names import names_in
from schedules.planning.people.persons import are_people
from schedules.planning.text.rounds import is_round
from schedules.wording import fold

REASON = re.compile(r"^\W*(?:do|vì|bởi vì)\s+[^.;:]{5,140}?\s+nên\s+(?=\w)", re.IGNORECASE)
"""“Do học kỳ II bắt đầu từ … nên các bộ phận …”: why, and then what."""

APART = re.compile(r"^(?P<mark>[\W\d]*)riêng\s+(?:(?:đối với|với|về)\s+)?(?:vi\wc\s+)?(?=\w)", re.IGNORECASE)
"""“Riêng việc bàn giao …”: it stands apart from what was said before, and is called as it is."""

DIRECTLY = re.compile(
    r",\s+(?P<who>[^,.;:()\x00]{2,60}?)\s+(?:sẽ\s+)?trực tiếp\s+(?:thực hiện|làm|phụ trách)\b", re.IGNORECASE
)
"""“Riêng việc kiểm tra hồ sơ, Hiệu trưởng trực tiếp thực hiện …”."""

PLACE = re.compile(r"\s*(?::\s*\x00(?:\s*\([^()\x00]{2,20}\))?|\x00\s*:)[\s,;–-]*(?=(?:tại|ở)\s)", re.IGNORECASE)
"""“Lễ tri ân: ngày 30/5, tại sân trường”: nothing but the place is left behind the colon."""

ON_TIME = re.compile(
    r":?\s*\x00?\s*\((?:có\s+|theo\s+)?(?:lịch|thời gian)\s+(?:cụ thể|chi tiết|riêng|chính thức)\b[^()\x00]*\)",
    re.IGNORECASE,
)
"""“(lịch cụ thể theo thông báo của Sở)”: of the time, and not of the work."""

TOLD_AT = re.compile(
    r"[\s,]*\b(?:nhu|theo nhu) (?:da )?(?:neu|noi|ghi|trinh bay|quy dinh) (?:(?:o|tai|trong) )?"
    r"(?:tren|(?:muc|phan|diem|khoan|bang|phu luc|bieu) [\w.]{1,6})(?=\W*$)"
)
"""“… như đã nêu tại mục III”: where it is told as well."""

LISTS = re.compile(
    r"[\s,;(–-]+(?:(?:voi|theo|co|cu the|trong do)\s+)*(?:"
    r"(?:(?:cac|bo|thanh phan) )?(?:ho so|giay to|tai lieu|van ban|noi dung|chuong trinh|thanh phan|lich|moc)"
    r"(?: (?:cu the|chi tiet|thi|kiem tra|lam viec|thoi gian))?\s+"
    r"(?:(?:bao )?gom(?: co)?|(?:cu the )?nhu sau|sau(?: day)?)|"
    r"(?:cu the )?nhu sau|sau day)(?=\W*$)"
)
"""“…, hồ sơ gồm:”, “… theo lịch sau:”: what follows, and not what is done."""

HOUR = r"(?:(?:tu|luc|sang|chieu|toi)\s+)*\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2})?"
BY_THE_HOUR = re.compile(rf"\s*[:;]\s*{HOUR}\b[^;]*(?:;\s*{HOUR}\b[^;]*)+$")
"""“Lễ kỷ niệm: 7h00 đón tiếp; 7h30 văn nghệ; …”: its programme, and not its name."""

ALSO = re.compile(r"[\s,]+(?:cũng|vẫn|đều)\s*$", re.IGNORECASE)
EXPECTED = re.compile(
    r"\s+dự kiến\s+(?:được\s+)?(?:tổ chức|thực hiện|tiến hành|diễn ra|hoàn thành)\s*"
    r"(?=[\s:,]*\x00|(?:vào|trong)\s*\x00)"
)
DONE = re.compile(r"[\s,;:]+hoan thanh\s*(?=\x00)")
LED = re.compile(
    r"\s*\((?P<who>[^()\d\x00]{2,90}?),?\s+(?:chủ trì|phụ trách|thực hiện|chịu trách nhiệm)"
    r",[^()\x00]{2,60}\)(?=\W*$)",
    re.IGNORECASE,
)
"""“(Phó Hiệu trưởng chủ trì, các tổ trưởng ra đề)”: who does which part of it."""


def without_edges(timeless: str) -> str:
    """Return a text without what leads to its work or trails behind it; a null character stands for each time."""
    text = REASON.sub("", timeless)
    if apart := APART.match(text):
        text = f"{apart['mark']}{text[apart.end() :]}"
        directly = DIRECTLY.search(text)
        if directly and are_people(directly["who"]):
            text = f"{text[: directly.start()]}{text[directly.end() :]}"
    text = EXPECTED.sub(" ", _with_place(ON_TIME.sub(" \x00", text)))
    text = _without(
        DONE, _without(TOLD_AT, _without(LISTS, _without(BY_THE_HOUR, text)))
    )  # a scan may have lost their accents
    led = LED.search(text)
    if led and all(are_people(name) for name in names_in(led["who"])):
        text = f"{text[: led.start()]}{text[led.end() :]}"
    return text


def _with_place(text: str) -> str:
    """Return a text with a place that stood behind its time beside the work; that of a round stays behind its colon."""
    place = PLACE.search(text)
    if not place or is_round(text[: place.start()].strip(" -–—•*+")):
        return text
    return f"{text[: place.start()]} {text[place.end() :]}"


def _without(pattern: re.Pattern[str], text: str) -> str:
    """Return a text without what a pattern finds in it folded."""
    found = pattern.search(fold(text))
    return f"{text[: found.start()]}{text[found.end() :]}" if found else text


def without_also(title: str) -> str:
    """Return a title without a last word that only binds it to what was said of who: "…, cũng"."""
    return ALSO.sub("", title)
