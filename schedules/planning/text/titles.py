"""The plan's words → a short title: no marker, no deadline, no trailing connector, cut at a natural place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.named import named_in
from schedules.planning.people.subjects import subject_of
from schedules.planning.text.labels import done_in
from schedules.planning.text.title_clauses import without_asking, without_common_duty, without_doer
from schedules.planning.text.title_edges import without_also, without_edges
from schedules.wording import fold

MARKER = re.compile(
    r"^\s*(?:[-–—+•·▪●○◦✓➢»*]+\s*|\d{1,2}(?:\.\d{1,2})*\s*[.)]\s*(?=\D)|[a-zđ]\)\s*|\((?:[a-zđ]|\d{1,2})\)\s+|(?:[IVX]+)\.\s+|[Kk]hoản\s+\d{1,2}\s*[.:]\s*)"
)
WORDS = re.compile(r"[^\W\d_]{2}")
AROUND = "\x00 \t-–—•*+:;,.()"
WORK_LABEL = re.compile(r"^\W*(?:yeu cau|luu y|chu y|ghi chu|nhiem vu|noi dung)\s*:\s*(?=\w)")
EMPTY_BRACKET = re.compile(r"\(\s*(?:hoàn thành|xong|hạn|thời gian|thời hạn)?\s*[:,;.]?\s*\)", re.IGNORECASE)
TRAILING = re.compile(r"[\s,;:.(\-–—/]+$")
BEFORE_DEADLINE = re.compile(
    r"(?:[\s,;:.(\-–—]+(?:hoàn thành|xong|(?:được )?tổ chức(?<!công tác tổ chức)(?<!ban tổ chức)|diễn ra|"
    r"được (?:sắp(?: xếp)?|xếp|bố trí)|"
    r"thời gian|th\wi h\wn|thời gian thực hiện|thời gian hoàn thành|thực hiện|và|(?<!\bra )vào|"
    r"ngay|(?<!\bbên )(?<!\bphía )trong|(?<!\bchứng )(?<!\bđơn )(?<!\bthư )từ|(?<!\bgia )(?<!\bgiới )(?<!\bđúng )"
    r"(?<!\bquá )(?<!\bkỳ )(?<!\bcó )(?<!\bdài )(?<!\bngắn )hạn|hạn chót|hạn nộp|chậm nhất|muộn nhất|là|"
    r"(?<!\bđi, )(?<!\bđi và )đến|(?<=, )cụ thể|(?<=\()cụ thể|vào lúc|lúc|kể từ))+"
    r"[\s:]*(?=\x00)",
    re.IGNORECASE,
)
LEADING = re.compile(r"^[\s,;:.)\-–—/]+(?:(?:và|rồi|thì)\s+)?|^(?:và|rồi|thì)\s+", re.IGNORECASE)
TWICE = re.compile(r"([,;])(?:\s*[,;])+")
LEFT_OPEN = re.compile(r"\s+(?:và|va|rồi|hoặc|(?:(?:trong|vào)\s+)?các)$", re.IGNORECASE)
MUST = re.compile(r"^(?:phải|sẽ)\s+(?=\w)", re.IGNORECASE)
CITATION = re.compile(
    r",?\s*(?:theo|tại|của|căn cứ)\s+(?:thông tư|nghị định|quyết định|công văn)\s+(?:số\s*:?\s*)?[\w/.\-]+"
    r"(?:\s*,?\s*ngày\s+[\d/.\-]+)?"
    r"(?:\s+của\s+(?:bộ(?:\s+(?:giáo dục và đào tạo|gd\s*(?:&|và)?\s*đt|tài chính|nội vụ))?|chính phủ))?",
    re.IGNORECASE,
)
LAST_DAY = re.compile(
    r"(?:[\s:,–-]*(?:\b(?:vao|tu|den|truoc|han|luc|ngay|sang|chieu|toi|het)\s+)*"
    r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)+\W*$"
)
AFTER_COLON = re.compile(r":\s*[-–—,;]+\s*")
BESIDES = re.compile(r"[,;]\s*(?:đồng thời|qua đó|nhằm|để)\s")
PARTICULAR = r"(?:đối tượng|thành phần|địa điểm|hình thức)\b[^.:;,]{0,30}:"
PARTICULARS = re.compile(
    rf"(?<=\w)\)?(?:\s*[.;,]|\s+[–—-])[\s.;,–—-]*\s{PARTICULAR}[^.;:]*?(?=[.;]|\s[–—-]\s|\s*,\s*{PARTICULAR}|$)",
    re.IGNORECASE,
)
"""“Kiểm tra nề nếp. Đối tượng: các lớp”: for whom and where, beside what is done."""

AT_WORK = re.compile(r"^(?P<deed>[^:,;.]{3,40}):\s+[^:,;.]{3,60}?\s+làm việc\b.*$", re.IGNORECASE)
"""“Sao in: Ban sao in làm việc tập trung tại …”: the label says what is done, the rest where and by whom."""

IN_HAND = re.compile(r"\((?:nếu|dự phòng|phòng khi|trường hợp)\b[^()]*\)", re.IGNORECASE)
"""“(nếu mưa, chuyển sang 16/9)”: of the time, and not of the work."""

BRACKETS = re.compile(r"\([^()]*\)")
HANGING = re.compile(r"\b(?:le|buoi le|ngay)$")
LONG = 110
LONGEST, SHORTEST = 180, 2
GENERIC = re.compile(
    r"^(thoi gian|ngay thi|ngay to chuc|han|han nop|han chot|hoan thanh|thuc hien|to chuc|tien do|thoi han|moc|"
    r"dot \d+|lan \d+|ngay|bat dau|ket thuc|cap truong|cap cum|thoi diem|xong)?"
    r"( thuc hien| hoan thanh| to chuc| cu the| du kien| dien ra| tien hanh|,?( va)? dia diem)*\W*$"
)


def title_of(text: str, spans: Sequence[tuple[int, int]] = ()) -> str:
    """Return the title in a text once its deadline spans and the people it names are taken out of it."""
    return _title_of(without_times(text, spans))


@lru_cache(maxsize=1024)
def _title_of(timeless: str) -> str:
    told = without_common_duty(without_edges(_unlabelled(timeless)))
    bare = named_in(told)[2]
    if not WORDS.search(bare) and subject_of(told.strip(AROUND)):
        bare = told  # "Trước 30/9: cá nhân đăng ký nội dung, tổ trưởng duyệt" names no people behind its colon
    bare = without_asking(without_doer(bare))
    bare = BEFORE_DEADLINE.sub(" ", re.sub(r"\([^()\x00]{0,25}\x00[^\w()]*\)", " ", bare))
    bare = EMPTY_BRACKET.sub(" ", bare.replace("\x00", " "))
    bare = re.sub(r"\*\*|__", "", IN_HAND.sub(" ", bare))
    bare = PARTICULARS.sub("", " ".join(MARKER.sub("", bare).split()))
    bare = AFTER_COLON.sub(": ", bare)
    bare = re.sub(r"\s+([,;:.)])", r"\1", LEADING.sub("", TRAILING.sub("", bare)))
    bare = TWICE.sub(r"\1", bare)
    bare = MUST.sub("", LEFT_OPEN.sub("", without_also(bare)))
    if (at_work := AT_WORK.match(bare)) and (acts_of(at_work["deed"]) or opens_with_deed(at_work["deed"])):
        bare = at_work["deed"]
    return _upper_first(_shortened(_closed(bare)))


def _unlabelled(text: str) -> str:
    """Return a text without the label that only says a work follows: "Giải pháp: …", "Yêu cầu: …"."""
    label = WORK_LABEL.match(fold(text))
    return text[label.end() :] if label else done_in(text) or text


def without_times(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text with each of its times taken out, a mark where it stood."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}\x00{text[end:]}" if end <= len(text) else text
    return text


def name_of(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the title, or the words themselves where the work is its own time: "Khai giảng (ngày 5/9)"."""
    named, whole = title_of(text, spans), title_of(_without_day(BRACKETS.sub(" ", text)))
    if says_little(named) and len(whole) > len(named) and not any(sign.isdigit() for sign in whole):
        return whole  # "Vui Trung thu (17/9)": the feast is what is held, the day says when
    return named or whole or " ".join(text.split()).strip(" ().,;:*") or text.strip()


def _without_day(text: str) -> str:
    """Return a text with the day it ends in marked as cut out."""
    day = LAST_DAY.search(fold(text))
    return f"{text[: day.start()]} \x00" if day else text


def says_little(title: str) -> bool:
    """Whether a title is too short to stand alone, or ends in a word that asks what it is of: "Tổ chức lễ"."""
    return len(title.split()) <= SHORTEST or HANGING.search(fold(title)) is not None


def is_generic(title: str) -> bool:
    """Whether a title says nothing by itself ("Thời gian", "Ngày thi"), so its heading must speak."""
    return bool(GENERIC.match(fold(title)))


def _shortened(title: str) -> str:
    if len(title) > LONG:
        title = TRAILING.sub("", CITATION.sub("", title))
    if len(title) > LONG:
        title = TRAILING.sub("", BESIDES.split(title)[0])
    if len(title) <= LONGEST:
        return title
    for sign in (". ", "; ", ", ", " "):
        cut = title.rfind(sign, LONGEST // 3, LONGEST)
        if cut > 0:
            return title[:cut] if sign == ". " else f"{title[:cut]}…"
    return f"{title[:LONGEST]}…"


def _closed(title: str) -> str:
    """Drop a bracket or quote left open by what was cut away."""
    if title.endswith(")") and title.count(")") > title.count("("):
        title = TRAILING.sub("", title[:-1])
    opened = title.rfind("(")
    return TRAILING.sub("", title[:opened]) if opened >= 0 and ")" not in title[opened:] else title


def _upper_first(title: str) -> str:
    return title[:1].upper() + title[1:]
