"""The works a line of the carrying out lists, in words that tell a work: "các đợt kiểm tra giữa kỳ, cuối kỳ; …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from schedules.planning.acts import acts_of
from schedules.planning.joining.topics import differ, topic_of
from schedules.planning.next_year.feast_days import DAY, FIXED
from schedules.planning.people.names import People
from schedules.planning.people.worn import begins_with_worn_deed
from schedules.wording import fold

CLAUSE = re.compile(r"([,;:.]\s+|\s+(?:va|roi)\s+|\s*\x00\s*)")
LEADS = re.compile(r"\b(?:chu tri|(?<!tong )phu trach|chiu trach nhiem|dau moi)\b")
WORD = re.compile(r"[^\W_]+")
ASIDE = re.compile(
    r"\b(?:dung|theo|kip thoi|day du|nghiem tuc)\b(?: (?:dung|theo|thoi gian|tien do|quy dinh|ke hoach|han|lich|neu|o|"
    r"tren|da|de ra|muc|phan|[ivx]{1,4}|\d{1,2}))*\W*$"
)
"""“… đúng thời gian nêu trên”: how it is done, no part of what."""

SEVERAL = r"(?:cac|nhung|ca|hai|ba|bon|\d{1,2}) (?:hai |ba )?(?:dot|lan|vong|ky(?= (?:thi|kiem tra))|cuoc(?= thi)) "
DECIDES = r"(?:ra |ban hanh |ky |tham muu )+(?:quyet dinh|qd)(?: ve viec)? (?=(?:thanh lap|kien toan|cong nhan)\b)"
OPENING = re.compile(
    rf"^(?:{SEVERAL}|{DECIDES}|(?:viec|cong tac|to chuc|thuc hien|trien khai|cac|phu trach|chu tri|"
    r"truc tiep|ra quan|phat dong|chuoi|"
    r"lop(?= (?:tap huan|boi duong))|le(?! phi\b)|buoi) )+"
)
"""What a work is done as, or how many times, and no part of what tells it: "lễ kết nạp", "hai đợt kiểm tra"."""

TIMES = re.compile(r" (?:\d{1,2}|hai|ba|bon|nhieu|cac) (?:dot|lan|vong)\W*$")
"""“Khám sức khỏe học sinh 2 đợt”."""

OVERSEES = re.compile(
    r"\b(?:phoi hop|ho tro|giup|tham muu|giam sat|don doc|kiem tra|theo doi|chi dao|duyet|phe duyet|cung cap|nhac nho|"
    r"tham gia|tham du|quan ly|chuan bi|phuc vu|du|kinh phi|noi dung|ke hoach|huong dan)"
    r"(?: (?:viec|cong tac|to chuc|thuc hien|trien khai|cac|cho|voi|cung))*\W*$"
)
"""Who watches a work, helps with it or makes ready for it does not do it."""

WATCHES = re.compile(
    r"\W*(?:phoi hop|ho tro|giup|tham muu|giam sat|don doc|theo doi|chi dao|duyet|phe duyet|cung cap|nhac nho|"
    r"quan ly|chuan bi|phuc vu|cung)\b"
)
ENDS = frozenset({";", ".", ":", "\x00"})
"""Signs that end a list; behind whom a line names another begins."""

ROUND = re.compile(r"^(?P<kind>dot|lan|vong) (?P<number>\d{1,2}|[ivx]{1,4})$")
TERM = re.compile(
    r"\b(?:dau|giua|cuoi) (?:(?:hoc )?ky|hk|nam(?: hoc)?)(?: (?:i{1,2}|[12]))?$|\b(?:hoc ky|hk) ?(?:i{1,2}|[12])$"
)
"""“… kiểm tra giữa kỳ, cuối kỳ”: the second is of the same kind of work."""

FEASTS = {(day, month): fold(name) for day, month, name, _ in FIXED}
FEWEST_WORDS, WHOLE, FAR, VERB = 4, 3, 5, 2


@dataclass(frozen=True, slots=True)
class Listed:
    """The words of each clause of a list, and whether it says that somebody is in charge of them."""

    clauses: tuple[tuple[str, ...], ...]
    led: bool

    def of(self, works: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """Return the clauses that tell works: behind "bảo đảm kinh phí cho hội thi, …" those of a deed alone do."""
        if not self.clauses or self.led or any(is_of(self.clauses[0], said) for said in works):
            return self.clauses
        deeds = [begins_with_worn_deed(" ".join(clause)) for clause in self.clauses]
        alone = deeds[0] and "cho" not in self.clauses[0]
        told = zip(self.clauses[1:], deeds[1:], strict=True)
        return (self.clauses[0], *(clause for clause, deed in told if deed and alone))


def lists_in(text: str, people: People) -> Iterator[Listed]:
    """Yield the lists of a line that tells what is done, without whom it names and what is only watched."""
    told, before = list[tuple[str, ...]](), tuple[str, ...]()
    watched = led = here = False  # "chỉ đạo hội thi, ngày hội đọc sách": of both
    plain = fold(text)
    for name in sorted(map(fold, people), key=len, reverse=True):
        plain = plain.replace(name, "\x00")
    parted = CLAUSE.split(ASIDE.sub("", plain))
    for clause, sign, below in zip_longest(parted[::2], parted[1::2], parted[2::2], fillvalue=""):
        watched = watched or WATCHES.match(clause) is not None
        before = () if OVERSEES.match(clause) else _told(clause, before, below)
        leads = LEADS.match(clause.strip()) is not None
        led, here = led or leads, here or leads
        told += [before] if before and not watched else []
        if (ends := sign.strip()) in ENDS or not below:
            yield Listed(tuple(told), here)
            told, here = [], False
        watched = watched and ends not in (ENDS if led else {";", "."})


def _told(clause: str, before: tuple[str, ...], below: str) -> tuple[str, ...]:
    """Return the words of a clause, with what it shares with the one before it or the one behind it."""
    bare = clause.strip(" .,;:()")
    if ROUND.match(bare) and len(before) > WHOLE:
        return (*before[:-2], *bare.split())
    if TERM.fullmatch(bare) and (term := TERM.search(" ".join(before))):
        return (*" ".join(before)[: term.start()].split(), *bare.split())
    words = words_of(clause)
    shared = words_of(below)
    if len(words) == VERB and len(shared) > WHOLE and _is_act(words) and _is_act(shared[:VERB]):
        return (*words, *shared[VERB:])  # "sơ kết và tổng kết công tác Đội"
    return words


def _is_act(words: tuple[str, ...]) -> bool:
    return bool(acts_of(" ".join(words)))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words that tell a work, without what opens it; the day of a feast is said by its name."""
    plain = DAY.sub(lambda day: FEASTS.get((int(day[1]), int(day[2])), day[0]), fold(text)).strip(" -–•*+")
    return tuple(WORD.findall(TIMES.sub("", OPENING.sub("", plain))))


def is_of(clause: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether a clause tells of a work: in its words, or in enough of them in their order, and of no other one."""
    if len(clause) < WHOLE or len(said) < WHOLE or clause[0] != said[0]:
        return False
    short, long = sorted((clause, said), key=len)
    fewest = FEWEST_WORDS if clause[1] == said[1] else FAR
    if short != long and (len(short) < fewest or (fewest is FAR and short is not clause)):
        return False
    left = iter(long)
    return all(word in left for word in short) and not differ(topic_of(" ".join(clause)), topic_of(" ".join(said)))
