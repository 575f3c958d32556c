"""Which round of a work a few words name ("lần 2", "học kỳ II", "cả năm"), and a work named by its round alone."""

from __future__ import annotations

import re

from schedules.planning.people.persons import are_people
from schedules.wording import fold

COUNT = r"(?:\d{1,2}[a-z]?\d?|[ivx]{1,4}|mot|hai|ba|tu|bon|nhat|nhi|dau(?: tien)?|cuoi(?: cung)?|sau|tiep theo)"
OF_YEAR = r"(?:(?: (?:nam |nam hoc )?|\s*/\s*)20\d\d(?:\s*-\s*20\d\d)?)?"
TERM = rf"(?:hoc k[yi]|hk) ?(?:[12]|i{{1,2}}|mot|hai)|quy {COUNT}"
PERIOD = (
    rf"(?:(?:{TERM}|(?:ca|toan|tron) nam(?: hoc)?|(?:dau|giua|cuoi) (?:(?:hoc k[yi]|hk|k[yi])(?: ?(?:[12]|i{{1,2}}))?|"
    rf"nam(?: hoc)?)){OF_YEAR})"
)
STAGE = r"(?:vong (?:loai|bang|chung ket|so khao|chung khao)|ban ket|chung ket|so khao|chung khao)"
ROUND = rf"(?:(?:lan|dot|vong|giai doan|(?<!hoc )ky|buoi)(?: thu)? {COUNT}|{STAGE})"
UNIT = (
    rf"(?:(?:cac )?(?:khoi(?: lop)?|lop|to|nhom) {COUNT}"
    r"(?:(?:,| va|, va) (?:(?:khoi|lop|to|nhom) )?\d{1,2}(?![\d/.]))*)"
)
LEVEL = r"(?:cap|vong) (?:truong|cum|xa|phuong|quan|huyen|thi xa|thanh pho|tinh|quoc gia|so|to|khoi|lop)"
KINDS = tuple(re.compile(rf"(?<!\w){kind}(?!\w)") for kind in (PERIOD, ROUND, UNIT))
LABEL = rf"(?:{PERIOD}|{ROUND}|{UNIT})(?!\w)"
LIGHT = r"(?:thi|la|xong|hoan thanh|nop|gui|bao cao|thuc hien|to chuc|cham nhat|muon nhat|han|vao)"
BEGINS = re.compile(rf"^[\s(]*(?:(?:sau|truoc|cho|cua)\s+)?(?P<label>{LABEL})")
OF_ROUND = re.compile(rf"^\W*(?:doi voi|cho|cua|voi)\s+(?:cac\s+)?(?P<label>{LABEL})\W*$")
"""“… chậm nhất ngày 17/5 đối với học kỳ II”: what is left beside the day only says of which round it is."""

ENDS = re.compile(rf"\(\s*(?P<label>{LABEL})\s*\)[\s.;,]*$")
NEXT = re.compile(
    rf"^\s*(?:\([^()/]{{2,60}})?\)?\s*(?:[,;.](?:\s*(?:va|con|roi))?|va|con|roi)\s+(?:(?:sau|truoc|cho|cua)\s+)?"
    rf"{LABEL}\s*[:(,–-]?\s*(?:{LIGHT}\s*){{0,2}}$"
)
COUNTED_ON = re.compile(rf"(?<![\w.])(?P<label>{ROUND})\s*[:(,–-]?\s*(?:{LIGHT}\s*){{0,2}}$")
"""“… ; lần 2 trong tháng 3”: a round that is counted, not a term or a class, right before its time."""
NEXT_AFTER = re.compile(rf"^\s*\(\s*{LABEL}\s*\)\s*(?:[,;](?:\s*(?:va|con|roi))?|va|con|roi)\s+$")
COUNT_BEFORE_MONTH = re.compile(
    r"(?<!hoc )\b(?:lan|dot|vong|giai doan|ky|buoi|khoi|lop|to|nhom)\s+(\d{1,2})(?=\s+(?:thang|tuan)\s+\d)"
)
EMPTY = re.compile(rf"^\W*(?:{LIGHT}\W*)*$")
GOES_TO = re.compile(rf"^\W*(?:{LIGHT}\W+)*(?P<whither>(?:ve|cho|len|toi|qua|gui|tai)\b.*)$")
EACH = re.compile(r"\s+(?:(?:theo|từng|mỗi|các|hằng|hàng)\s+)?(?P<unit>quý|đợt|lần|vòng|giai đoạn)$", re.IGNORECASE)
UNITS = r"(?:đợt|lần|vòng|giai đoạn|kỳ|buổi)"
TOTAL = re.compile(
    r"(?:,?\s+(?:được|làm|chia|chia làm|chia thành|tổ chức|thực hiện|tiến hành|thành|gồm|theo|trong))*"
    rf"\s+(?:\d{{1,2}}|hai|ba|bốn)\s+(?P<unit>{UNITS})(?:\s*/\s*(?:năm học|năm|học kỳ))?"
    r"\s*(?:[:.]\s+|$)",
    re.IGNORECASE,
)
"""“… làm 02 đợt: Đợt 1”: how many rounds there are, before the one that is named."""

OWN_SENTENCE = re.compile(rf"\.\s+(?={UNITS}\s+(?:thứ\s+)?\w+$)", re.IGNORECASE)
NOTE_BEHIND = re.compile(rf"^\W*{LABEL}\s*\.\s+\S")
BRACKET_BEHIND = re.compile(r"^\W*\([^()]*\)\W*$")
OWN_BRACKET = re.compile(r"\s*\([^()]*\)$")
AT = re.compile(r"^\W*(?:tai|o|cho|cua|doi voi)\b|^\W*$")
OPEN = re.compile(rf"^\s*[:(,–-]?\s*(?:{LIGHT}\s*){{0,2}}$")

TOLD_LATER = re.compile(
    rf"^\s*\)?\s*[;,.]\s+(?:(?:con|va|rieng)\s+)?{LABEL}\W*(?:(?:se|thi)\s+)?"
    r"(?:theo|chua|cho|thong bao|khi co|do)\b(?!.*\d)"
)
"""“Lần 1: ngày 30/01; lần 2 theo lịch của Sở”: the next round is no part of this one's name."""


FEWEST_WORDS = 2
STAGE_OF_WORK = r"(?:sơ kết|tổng kết|(?:giữa|cuối|đầu) (?:học kỳ|kỳ|năm học|năm|đợt)|lần đầu|lần cuối)"
STAGED = re.compile(rf"^(?P<head>(?:\S+ ){{0,3}}?){STAGE_OF_WORK}$", re.IGNORECASE)
STAGE_OF = re.compile(rf"(?<!\w)(?P<head>(?:\S+ ){{0,3}}?){STAGE_OF_WORK} (?P<rest>\S+ \S.*)$", re.IGNORECASE)


def leads_to_round(between: str) -> bool:
    """Whether what stands between two deadlines only names the next round: "; lần 2 ", "(đợt 1) và "."""
    plain = fold(between)
    return bool(NEXT.match(plain) or NEXT_AFTER.match(plain))


def counts_round(words: str) -> bool:
    """Whether words end with the name of a round that is counted and what puts its time: "…; lần 2 trong"."""
    return COUNTED_ON.search(fold(words)) is not None


def without_total(title: str, *, of_rounds: bool = False) -> str:
    """Return a title without how many rounds there are: "Thi thử làm 02 đợt: Đợt 1" is "Thi thử đợt 1".

    A title that only ends with the count keeps it, but for the name of its rounds. Whose rounds they are stays:
    "Công đoàn tổ chức 2 đợt: đợt 1".
    """
    total = TOTAL.search(title) or OWN_SENTENCE.search(title)
    named = title[total.end() :].partition("(")[0] if total else ""
    if total and not (is_round(named) if named else of_rounds):
        return title
    if not total or len(title[: total.start()].split()) < FEWEST_WORDS or are_people(title[: total.start()]):
        return title
    return f"{title[: total.start()]} {_small(title[total.end() :])}".strip()


def without_counts(text: str) -> str:
    """Return a text with the number of a round before a month or week blanked out: "lần 1 tháng 10" has no day."""
    for match in reversed(list(COUNT_BEFORE_MONTH.finditer(fold(text)))):
        text = f"{text[: match.start(1)]}{' ' * len(match[1])}{text[match.end(1) :]}"
    return text


def names_round(words: str, then: str) -> bool:
    """Whether words only name a round; `then` is what parts them from the deadline they stand before."""
    return re.fullmatch(LABEL, fold(words).strip()) is not None and OPEN.match(fold(then)) is not None


def label_before_bracket(words: str) -> int:
    """Return how many letters the name of a round takes before the bracket that dates it, 0 where there is none."""
    label = re.match(rf"{LABEL}\s*(?=\(.*\d)", fold(words))
    return label.end() if label else 0


def is_round(title: str) -> bool:
    """Whether a title only counts: "Đợt 2" of what the line began with."""
    return re.fullmatch(rf"{LABEL}\W*", fold(title)) is not None


def counts_only(title: str) -> bool:
    """Whether a title names a round and at most where it is held: "Lần 1", "Lần 1: tại Trường Hoa Mai"."""
    label, colon, place = title.partition(":")
    return is_round(label) and (not colon or AT.match(fold(place)) is not None)


def as_round(title: str, words: str, leader: str) -> str:
    """Return the full title of a work whose `words` only name a round of the work `leader`, "" where they say more.

    `title` is what its own words gave.
    """
    plain = fold(words)
    if NOTE_BEHIND.match(fold(title)) and not NOTE_BEHIND.match(plain):
        title = title.partition(".")[0]  # "Đợt 2 ngày 16/5. Học sinh không đóng tiền": a note on it
    if of := OF_ROUND.match(fold(title.partition(";")[0])):
        return _with_label(leader, _small(title[slice(*of.span("label"))]))
    label = BEGINS.match(plain) or (ENDS.search(plain) if EMPTY.match(ENDS.sub("", fold(title))) else None)
    if not label and not is_round(title):
        return ""
    named = words[label.start("label") : label.end("label")] if label else title
    rest = _rest(title, named)
    if rest is None:
        return ""
    bare = without_total(leader, of_rounds=True)
    bare = OWN_BRACKET.sub("", bare) if rest.startswith("(") else bare
    return " ".join(f"{_with_label(bare, _small(named))} {rest}".split())


def is_round_or_level(words: str) -> bool:
    """Whether words only name a round or for whom it is: "Cả năm", "Cấp cụm (theo lịch của Phòng)"."""
    return re.fullmatch(rf"\W*(?:{LABEL}|{LEVEL})\W*(?:\([^()]*\)\W*)?", fold(words)) is not None


def with_round(work: str, label: str) -> str:
    """Return the title of a work on the round a label names: "Công khai thu chi theo quý" on "Quý III"."""
    own = EACH.search(work)
    bare = work[: own.start()] if own and fold(label).startswith(fold(own["unit"])) else work
    return _with_label(bare, _small(label))


def as_stage(title: str, leader: str) -> str:
    """Return the full title of what only names the next stage of the work before it, "" for any other.

    "Báo cáo tổng kết" behind "Báo cáo sơ kết công tác Đội" is on the same; what is of a term is not told of the next.
    """
    own = STAGED.match(title)
    led = STAGE_OF.search(leader) if own else None
    same = own and led and fold(leader[: led.start("rest")]).find(fold(own["head"])) >= 0
    if not same or not led or re.search(rf"(?<!\w){PERIOD}(?!\w)", fold(led["rest"])):
        return ""
    return f"{title} {led['rest']}"


def without_later_round(words: str, end: int) -> str:
    """Return the words of a work up to its time's `end`, where only a round behind it follows that another tells of."""
    return words[:end] if TOLD_LATER.match(fold(words[end:])) else words


def _rest(title: str, named: str) -> str | None:
    """Return where a round's work goes ("về Phòng") by the words left in its title, None where they say more."""
    left = re.sub(re.escape(named), " ", title, count=1, flags=re.IGNORECASE)
    if EMPTY.match(fold(left)):
        return ""
    if BRACKET_BEHIND.match(left):
        return left.strip(" .,:;")
    whither = GOES_TO.match(fold(left))
    return left[whither.start("whither") :].strip() if whither else None


def _with_label(leader: str, named: str) -> str:
    """Return the leader's title with the name of its own round, if it has one of that kind, put out for another."""
    plain = fold(leader)
    kind = next((kind for kind in KINDS if kind.match(fold(named))), None)
    own = list(kind.finditer(plain)) if kind else []
    if not own:
        return f"{leader} {named}"
    return f"{leader[: own[-1].start()]}{named}{leader[own[-1].end() :]}"


def _small(named: str) -> str:
    return named if named.isupper() or named[:2].isupper() else named[:1].lower() + named[1:]
