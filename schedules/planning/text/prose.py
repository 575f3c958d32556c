"""The one sentence of a long paragraph that sets a deadline, without its opening courtesies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.people.behind_opening import acting_behind_opening
from schedules.planning.people.deeds import DEED, opens_with_deed
from schedules.planning.people.persons import are_doers
from schedules.planning.people.standing_alone import doer_of
from schedules.planning.people.subjects import subject_of
from schedules.planning.tables.contents import WORD
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

Spans = tuple[tuple[int, int], ...]
LONG = 150
FEWEST_WORDS = 4
NOUNS = ("lớp", "khối", "tổ", "kỳ", "kì", "đợt", "lần", "độ", "mức", "hạng", "vòng", "quý", "tháng", "tuần", "Mức")
COUNTED = "|".join(rf"(?<={noun} \d)" for noun in NOUNS)
SENTENCE_END = re.compile(rf"(?<!\d)[.;]\s+(?=[^\W\d_(])|(?:(?<=\d\d)|(?<=\d/\d)|{COUNTED})\.\s+(?=[{CAPITALS}])")
NEXT_SENTENCE = re.compile(r"[.;]\s+(?=[^\W\d_])")
GROUNDS = re.compile(r"^(?:Thực hiện|Căn cứ|Theo|Để)\b[^,]{10,160},\s*", re.IGNORECASE)
REQUEST = re.compile(
    r"^[^,;.]{0,60}?\b(?:yêu cầu|đề nghị)\s+"
    r"(?:(?:các\s+)?(?:trường|đơn vị|tổ|bộ phận|cơ sở giáo dục|đồng chí)[^,;.]{0,40}?\s+"
    r"(?=(?:rà soát|nộp|gửi|báo cáo|hoàn thành|thực hiện|xây dựng|lập|tổ chức|kiểm tra)\b))?",
    re.IGNORECASE,
)

LED = re.compile(
    r"^(?:(?:giao|phan cong)(?:\s+cho)?\s+)?(?P<who>[^.;:()\x00]{2,90}?)\s+"
    r"(?:chu tri|phu trach(?: chinh)?|chiu trach nhiem(?: chinh)?|(?:lam|la) dau moi)"
    r"(?:,?\s+(?:va\s+)?(?:cung\s+)?phoi\s+hop\s+(?:voi|cung)\s+(?P<beside>[^.;:()\x00]{2,90}))?$"
)
ENDING = re.compile(
    r"[\s.,;:(–-]*(?:(?:va|phai|can)\s+)*(?:thoi gian|hoan thanh|hoan tat|ket thuc|xong|thuc hien)?[\s,:(]*$"
)
"""What stands between who does it and by when: "…, phối hợp với giáo viên khối 12, xong", "…. (Hoàn thành"."""


def sentence_of(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, Spans]:
    """Return the sentence around the spans and the spans within it; span-less texts whole.

    So are short ones, unless somebody acts in that sentence.
    """
    if not spans:
        return text, ()
    begins = _behind_label(text, spans[0]) or _start(text, spans[0][0], of_work=True)
    if len(text) <= LONG and not (begins and (begins == spans[0][0] or _is_acted(text[begins:]))):
        told = len(WORD.findall(text[: spans[0][0]])) >= FEWEST_WORDS
        return text[: _end(text, spans[-1][1])] if told else text, tuple(spans)
    start, end = begins, _end(text, spans[-1][1])
    for opening in (GROUNDS, REQUEST):
        match = opening.match(text[start:end])
        if match and start + match.end() <= spans[0][0]:
            start += match.end()
    return text[start:end], tuple((first - start, last - start) for first, last in spans)


def _is_acted(sentence: str) -> bool:
    return bool(subject_of(sentence) or acting_behind_opening(sentence))


def _behind_label(text: str, span: tuple[int, int]) -> int:
    """Return where a time begins that opens a sentence of its own behind a label: "Tuyển sinh. Từ …, các trường …"."""
    label = text[: span[0]]
    closed = label.rstrip().endswith(".") and 0 < len(WORD.findall(label)) < FEWEST_WORDS
    behind = text[span[1] :].lstrip(" ,:")
    return span[0] if closed and (opens_with_deed(behind) or subject_of(behind)) else 0


def around(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a text from the beginning of the sentence that holds its first time; the whole where it is the first."""
    return text[_behind_label(text, spans[0]) or _start(text, spans[0][0]) :] if spans else text


def to_its_end(text: str, words: str) -> str:
    """Return a text up to where the sentence of its time ends, where that leads no text: the next tells who and how."""
    at = text.find(words)
    return text[: _end(text, at + len(words))] if at > 0 else text


def _start(text: str, before: int, *, of_work: bool = False) -> int:
    """Return where the sentence begins; a bare "(Hoàn thành trước …)" takes the sentence before it.

    So does one that only says who, where the sentence `of_work` is asked: "Thu quỹ lớp. Cô Hoa thực hiện trước …".
    """
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(text, 0, before))]
    filled = [start for start in starts if len(WORD.findall(text[start:before])) >= FEWEST_WORDS]
    told = [start for start in filled if not (of_work and start and _says_who(text[start:before]))]
    return told[-1] if told else 0


def _says_who(sentence: str) -> bool:
    """Whether a sentence up to its time only says who leads and helps in what stands before it."""
    if doer_of(sentence):
        return True
    plain = fold(sentence)  # a scan may have lost its accents
    led = LED.match(ENDING.sub("", plain))
    named = [sentence[slice(*led.span(name))] for name in ("who", "beside") if led[name]] if led else []
    return bool(named) and are_doers(named[0]) and not any(DEED.search(name) for name in named)


def _end(text: str, after: int) -> int:
    match = NEXT_SENTENCE.search(text, after)
    return match.start() if match else len(text)
