"""The improvement table out of a poor scan: rows rebuilt from criterion numbers, columns from bars and word kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedules.plan import Budget, Finding, Mention, Severity, Task
from schedules.planning.drafts import Draft, Understood, in_column
from schedules.planning.outline import Item, Part, Rank
from schedules.planning.people.roles import ROLES
from schedules.planning.text.titles import title_of
from schedules.planning.torn import columns as torn
from schedules.planning.torn.times import repaired, time_words
from schedules.planning.words.likeness import likeness
from schedules.planning.words.money import budget_of
from schedules.wording import Context, fold, when

CRITERION = re.compile(r"\bchi\s+(\d\.\d{1,2})\b")
ROW_START = re.compile(r"^\W*tieu\b(?!\s+chu)")
STANDARD = re.compile(r"tieu\s+chu\S+\s+(\d)\s*:?\s*(.*)")
END = re.compile(r"^\W*muc\s+4\b")
LOOSE_END = re.compile(r"(?<!đã)(?<!được)(?<!da)\s+(?:n[eéêế]u|v[aà]|ho[aăặ]c|nh[uư]ng)$", re.IGNORECASE)
"""A word that leads on to what another column took: “… thể chất nếu”; “đã nêu” is none."""

FEWEST_BARS = 3
LONGEST_CELL_LINE = 12
MORE_ROLES = (
    "Cán bộ",
    "Giáo viên",
    "Nhân viên",
    "Nhân viên nhà trường",
    "Kế toán",
    "Phó Hiệu trưởng",
    "BGH",
    "GV",
    "CMHS",
)
ROLE_LIKE = 0.75
CONFIDENCE = 0.6
DOUBTFUL = 0.3
RULE = "bang-quet-vo"


@dataclass(frozen=True, slots=True)
class TornRow:
    """The lines of one row, its criterion and the standard it stands under."""

    items: tuple[Item, ...]
    criterion: str
    standard: str | None


def torn_drafts(items: Sequence[Item], context: Context) -> Understood:
    """Return the works of torn tables, each with low confidence; what has no readable time becomes a finding."""
    rows = torn_rows(items)
    if not rows:
        return Understood()
    drafts = tuple(_draft(row, context) for row in rows)
    unread = tuple(_unread(row) for row, draft in zip(rows, drafts, strict=True) if not draft.task.due.dated)
    return Understood(drafts, (_advice(rows), *unread))


def torn_rows(items: Sequence[Item]) -> tuple[TornRow, ...]:
    """Return the rows of a torn table in order; () when the text holds none."""
    lines = [item for item in items if not item.block.is_row and item.part is Part.CONTENT]
    if sum("|" in item.block.text for item in lines) < FEWEST_BARS:
        return ()
    rows: list[TornRow] = []
    standard: str | None = None
    at = 0
    while at < len(lines):
        text = fold(lines[at].block.text)
        if match := STANDARD.search(text):
            standard = " ".join(lines[at].block.text[match.start() :].split())
        criterion = _criterion(lines, at)
        stop = at + 1
        if criterion:
            while stop < len(lines) and not _ends_row(lines, stop):
                stop += 1
            rows.append(TornRow(tuple(lines[at:stop]), criterion, standard))
        at = stop
    return tuple(rows)


def _criterion(lines: Sequence[Item], at: int) -> str | None:
    if not ROW_START.match(fold(lines[at].block.text)):
        return None
    near = " ".join(fold(item.block.text) for item in lines[at : at + 2])
    match = CRITERION.search(near)
    return match[1] if match else None


def _ends_row(lines: Sequence[Item], at: int) -> bool:
    text = fold(lines[at].block.text)
    heading = lines[at].rank is Rank.SECTION and "|" not in text and len(text) > LONGEST_CELL_LINE
    return bool(_criterion(lines, at) or STANDARD.search(text) or END.match(text) or heading)


def _draft(row: TornRow, context: Context) -> Draft:
    cells = _cells(row)
    due = replace(when(repaired(cells[torn.TIME]), in_column(context)), words=cells[torn.TIME])
    owners = _people(cells[torn.OWNERS])
    words = cells[torn.WORK] or cells[torn.EXPECTED]
    quote = " ".join(item.block.text for item in row.items)
    task = Task(
        LOOSE_END.sub("", title_of(words)),
        due,
        (Mention(quote, row.items[0].block.place, due),),
        owners[:1],
        owners[1:],
        row.criterion,
        row.standard,
        _money(cells[torn.BUDGET]),
        cells[torn.EXPECTED] or None,
        CONFIDENCE if due.dated else DOUBTFUL,
        original=words,
    )
    return Draft(task, in_table=True)


def _cells(row: TornRow) -> list[str]:
    """Return the words of each column, line after line; a year broken at its dash is made whole."""
    words: list[list[str]] = [[] for _ in range(torn.COLUMNS)]
    lines = [torn.words_of(item.block.text) for item in row.items]
    for line, columns in zip(lines, torn.read_together(lines, time_words(lines)), strict=True):
        for word, column in zip(line, columns, strict=True):
            words[column].append(word.text)
    texts = [" ".join(column) for column in words]
    texts[torn.TIME] = re.sub(r"(\d)-\s*1?\s+(?=\d)", r"\1-", texts[torn.TIME].replace("vacac", "va cac"))
    return texts


def _people(cell: str) -> tuple[str, ...]:
    pieces = re.split(r"[,.;]|\sva\s", cell)
    return tuple(dict.fromkeys(_role(piece) for piece in pieces if re.search(r"\w{2}", piece)))


def _role(piece: str) -> str:
    """Return the known role a piece reads like, less a stray word at either end; else its own words."""
    words = piece.strip(" -.:").split()
    tried = [" ".join(part) for part in (words, words[1:], words[:-1])]
    pairs = ((likeness(text, role), role) for text in tried for role in (*ROLES, *MORE_ROLES))
    best, known = max(pairs, key=lambda pair: pair[0])
    return known if best >= ROLE_LIKE else " ".join(words)


def _money(cell: str) -> Budget | None:
    found = re.search(r"(\d+)\s*tri\w+", fold(cell))
    return budget_of(f"{found[1]} triệu đồng") if found else None


def _advice(rows: Sequence[TornRow]) -> Finding:
    message = (
        f"Bảng bị vỡ khi quét: đã ghép lại {len(rows)} dòng theo số tiêu chí và thứ tự cột. "
        "Hãy soát từng việc với bản giấy."
    )
    first = rows[0].items[0].block
    advice = "Nếu còn bản Word, hãy nhập bản Word."
    return Finding(RULE, Severity.CHOICE, message, (first.text,), advice, (first.place,))


def _unread(row: TornRow) -> Finding:
    message = f"Dòng tiêu chí {row.criterion}: không đọc được thời gian trong bản quét."
    block = row.items[0].block
    advice = "Xem bản giấy và ghi hạn cho việc này."
    return Finding("dong-khong-doc-duoc", Severity.CHOICE, message, (block.text,), advice, (block.place,))
