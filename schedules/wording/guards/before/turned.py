"""One sentence said another way: an aside between the words and their time, the time said before its clause."""

from __future__ import annotations

import re

from schedules.wording.guards.before.bans import BANS, NOT_HELD
from schedules.wording.guards.before.clue import Clue, Word, by_word, spoken
from schedules.wording.guards.before.clues import ORDER
from schedules.wording.guards.before.papers import VALID
from schedules.wording.guards.before.who import PEOPLE
from schedules.wording.piece import Piece

REACH = 110
OPENS = re.compile(r"(?:\A|[.;] )[\W\d]*(?:[a-h]\) )?")
LEAD = 6
CLAUSE = re.compile(r",? (?P<first>[^.;:|,]{4,80}?) ?(?P<rest>,[^.;|]{0,60})?(?:\Z|[.;])")
BANNED, ABSENT = by_word(BANS), by_word(NOT_HELD)
TELLING = by_word((*PEOPLE, *VALID))

DONE_TO = re.compile(
    r" (?:du gio|hop|tap huan|boi duong|kiem tra|danh gia|khao sat|gap mat|huong dan|phan cong|ho tro|xet|tham)\b"
)
"""Work done to or for people: what else is said of them only tells who they are, “dự giờ giáo viên mới tuyển dụng”."""


def is_told_first(piece: Piece, text: str) -> bool:
    """Whether a time that opens its sentence is that of a ban or of what somebody is: “Trước 01/10, không được thu …”.

    The same words with the time behind them are a clue; work ordered beside them keeps the time.
    """
    if piece.end == len(text) or not OPENS.fullmatch(text, max(0, piece.start - LEAD), piece.start):
        return False
    clause = CLAUSE.match(text, piece.end, piece.end + REACH)
    if clause is None or (clause["rest"] and ORDER.search(clause["rest"])):
        return False
    before = f" {clause['first']} "
    words = spoken(before)
    if not words.isdisjoint(BANNED) and _speaks(BANNED, words, before, piece):
        return True
    if not clause["rest"] and not words.isdisjoint(ABSENT) and _speaks(ABSENT, words, before, piece):
        return True
    if words.isdisjoint(TELLING) or ORDER.search(before) or DONE_TO.match(before):
        return False
    return _speaks(TELLING, words, before, piece)


def _speaks(clues: dict[Word, tuple[Clue, ...]], words: set[Word], before: str, piece: Piece) -> bool:
    """Whether a clue by one of these words speaks of the time."""
    return any(
        piece.limit in clue.limits
        and (clue.grains is None or (piece.first is not None and piece.first.grain in clue.grains))
        and clue.pattern.search(before) is not None
        for word in clues.keys() & words
        for clue in clues[word]
    )
