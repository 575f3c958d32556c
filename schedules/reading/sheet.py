"""The boxes of one sheet → blocks: its tables, and the paragraphs above, between and below them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from schedules.plan import Block, Finding, Place
from schedules.reading import limits
from schedules.reading.grid import Box, table_rows
from schedules.reading.remark import warning
from schedules.reading.unreadable import Unreadable

PAIR = 2
"""A table's header has more different texts; titles and letterheads have one or two."""

FEWEST_ROWS = 4
"""So many rows of two texts make a table without headings or times; fewer are a letterhead."""

HEADING = re.compile(
    r"(?:thời (?:gian|hạn|điểm)|hạn|ngày|thứ|tuần|tháng|lịch|mốc|phụ trách|chủ trì|"
    r"(?:người|bộ phận|đơn vị) (?:phụ trách|thực hiện|chủ trì))\b[^\d:;.]{0,40}"
)
"""What columns of times and of people are called."""

BARE_TIME = re.compile(
    r"[^\d:;,]{0,15}\b\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?|(?:tuần|tháng) \d{1,2}(?:[/ ][^:;,]{0,20})?"
)
LETTERHEAD = re.compile(r"cộng h(?:òa|oà) xã hội.*|độc lập\b.*|số\s*:.*|.{2,30}, ngày [\d….]+ tháng [\d….]+ năm.*")
RECIPIENTS = re.compile(r"nơi nhận\b.*")
SIGNER = re.compile(
    r"(?:(?:kt|tm|tl|q)\W+)?(?:p\W+|phó )?(?:hiệu trưởng|ban giám hiệu|thủ trưởng)\W*|"
    r"người (?:lập|viết|duyệt|xây dựng)\b.{0,20}|(?:ký )?duyệt\b.{0,40}"
)
"""Who signs below a plan; in a table's column of people the same words stand beside a work."""

LONGEST_GROUP = 90
OUTSIDE = re.compile(r"^\W*(?:[IVX]{1,5}|[A-H])\s*[.)]\s+\S|^(?:nơi nhận|phụ lục|ghi chú|hiệu trưởng)\b", re.IGNORECASE)
"""What ends a table in a sheet: a section, the recipients, an appendix, a note, the signature."""


def sheet_blocks(boxes: Sequence[Box], title: str, table: int) -> tuple[Block, ...]:
    """Return the blocks of a sheet; `title` is its name where there are several, `table` the table's number."""
    blocks = [Block(title, Place(table=table), heading=True)] if title else []
    filled = [box for box in boxes if box.text.strip()]
    for number, (rows, is_table) in enumerate(_stretches(filled)):
        inside = [box for box in filled if box.row in rows]
        blocks += table_rows(inside, table + number // 2) if is_table else [_paragraph(box, table) for box in inside]
    return tuple(blocks)


def _paragraph(box: Box, table: int) -> Block:
    return Block(box.text.strip(), Place(table=table, row=box.row + 1, column=box.column + 1))


def _stretches(boxes: Sequence[Box]) -> list[tuple[range, bool]]:
    """Return the rows of each table and of the paragraphs between, in order."""
    rows: dict[int, list[Box]] = {}
    for box in boxes:
        rows.setdefault(box.row, []).append(box)
    if not rows:
        return []
    first, last = _header_row(rows), max(rows) + 1
    if first is None:
        return [(range(last), False)]
    found = [(range(first), False)]
    start, table, signed = first, True, False
    for row in sorted(row for row in rows if row > first):
        signed = (signed or _signs(rows[row])) and not _heads(_texts(rows[row]))
        outside = signed or _is_paragraph(rows[row], in_table=table)
        if outside == table:
            found.append((range(start, row), table))
            start, table = row, not outside
    return [*found, (range(start, last), table)]


def _signs(row: Sequence[Box]) -> bool:
    """Whether a row names who gets the plan or only who signs it: what stands under it is no table."""
    texts = _texts(row)
    return len(texts) <= PAIR and bool(RECIPIENTS.fullmatch(texts[0]) or all(map(SIGNER.fullmatch, texts)))


def _is_paragraph(row: Sequence[Box], *, in_table: bool) -> bool:
    """Whether a row is text outside the tables: long, a section heading, or on after such a row and alone."""
    if len(row) > 1 or row[0].column or row[0].columns > 1:
        return False
    text = row[0].text.strip()
    return not in_table or len(text) > LONGEST_GROUP or bool(OUTSIDE.match(text))


def hidden_sheet(title: str) -> Finding:
    """Return the finding that a sheet is hidden, so not read."""
    message = f"Trang tính “{title}” đang bị ẩn nên không được đọc."
    return warning("trang-an", message, "Nếu trang ấy có việc cần làm, hãy bỏ ẩn rồi nhập lại.")


def too_long(source: str, title: str) -> Unreadable:
    """Return the refusal of a sheet with more rows than a plan can have."""
    found = f"trang tính “{title}” có hơn {limits.MOST_ROWS:,} dòng".replace(",", ".")
    return Unreadable(source, found, "trang tính kế hoạch của một năm học", "Hãy tách riêng phần kế hoạch rồi nhập lại")


def _header_row(rows: Mapping[int, Sequence[Box]]) -> int | None:
    """Return where the first table begins: at a row of several texts; None where there is hardly one such row.

    Two texts may be a letterhead's: they begin a table where they head columns, hold a time, or are many.
    """
    texts = {row: _texts(boxes) for row, boxes in sorted(rows.items())}
    last = max(rows) + 1
    several = [row for row, found in texts.items() if len(found) >= PAIR]
    heads = [row for row in several if _heads(texts[row]) and (len(texts[row]) > PAIR or row != several[-1])]
    dated = [row for row in several if any(map(BARE_TIME.fullmatch, texts[row]))]
    end = next((row for row in texts if _signs(rows[row])), last)
    plain = [row for row in several if row < end and not any(map(LETTERHEAD.fullmatch, texts[row]))]
    return next(iter([*heads, *dated, *(plain if len(plain) >= FEWEST_ROWS else [])]), None)


def _heads(texts: Sequence[str]) -> bool:
    """Whether a row may head a table: of many texts, or of two, one of them what a column is called."""
    figures = any(sign.isdigit() or sign == ":" for text in texts for sign in text)
    return len(texts) > PAIR or (len(texts) == PAIR and not figures and any(map(HEADING.fullmatch, texts)))


def _texts(row: Sequence[Box]) -> list[str]:
    """Return the different texts of a row, as they are compared."""
    plain = (unicodedata.normalize("NFC", " ".join(box.text.split())).casefold() for box in row)
    return list(dict.fromkeys(plain))
