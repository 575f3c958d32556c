"""What a table leaves open, said as findings: stray milestones, uneven cells, times and headers not understood."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.plan import Block, Finding, Place, Severity
from schedules.planning.tables.cell_lines import squeezed
from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.row import Row


def no_columns(blocks: Sequence[Block]) -> Finding:
    """Return the finding for a table with dates whose columns could not be told; `blocks` are its dated rows."""
    message = (
        f"Bảng có {len(blocks)} dòng nêu thời gian nhưng không nhận ra cột nào là công việc, nên chưa lấy việc nào."
    )
    advice = "Thêm dòng tiêu đề cột, ví dụ: Nội dung | Thời gian | Người thực hiện."
    return Finding("bang-khong-hieu", Severity.CHOICE, message, (blocks[0].text,), advice, (blocks[0].place,))


def long_over(blocks: Sequence[Block]) -> Finding:
    """Return the finding for a table whose times were all over long before the school year; `blocks` are its rows."""
    message = f"Bảng có {len(blocks)} dòng với mốc đều đã qua trước năm học từ lâu, nên coi là số liệu, không lấy việc."
    advice = "Nếu là việc phải làm, hãy sửa lại năm trong cột thời gian."
    return Finding("bang-moc-da-qua", Severity.INFO, message, (blocks[0].text,), advice, (blocks[0].place,))


NAMES = {Role.TIME: "thời gian", Role.WORK: "công việc", Role.LEAD: "người phụ trách", Role.END: "thời hạn"}


def told_by_contents(columns: Columns, first: Block) -> Finding:
    """Return the finding for a table without a known header, understood by what its cells hold."""
    told = sorted((at, name) for role, name in NAMES.items() if (at := columns.get(role)) is not None)
    shown = ", ".join(f"cột {at + 1} là {name}" for at, name in told)
    message = f"Bảng không có tiêu đề cột quen thuộc nên hiểu theo nội dung các ô: {shown}."
    advice = "Xem lại các việc của bảng này; nếu sai, thêm dòng tiêu đề: Nội dung | Thời gian | Người thực hiện."
    return Finding("cot-theo-noi-dung", Severity.INFO, message, (first.text,), advice, (first.place,))


def stray_time(row: Row, words: str, place: Place) -> Finding:
    """Return the finding for a milestone without work."""
    month = f" của tháng {row.month}" if row.month else ""
    message = f"Mốc “{squeezed(words)}”{month} không có nội dung công việc nào."
    advice = "Bổ sung nội dung cho mốc này hoặc xóa mốc."
    return Finding("moc-khong-viec", Severity.CHOICE, message, (squeezed(words),), advice, (place,))


def uneven(row: Row, place: Place) -> Finding:
    """Return the finding for a row whose works and milestones are not equally many."""
    message = "Số việc và số mốc trong ô này không bằng nhau nên chưa rõ mốc nào của việc nào; tạm tính cả tháng."
    quotes = (row.text(Role.WORK), squeezed(row.time))
    advice = "Tách mỗi việc một dòng cùng mốc của nó."
    return Finding("lech-so-moc", Severity.CHOICE, message, quotes, advice, (place,))


def run_together(row: Row, works: Sequence[str], place: Place) -> Finding:
    """Return the finding for a cell whose works run on in one line, parted because its row has as many milestones."""
    named = "; ".join(f"“{squeezed(work)}”" for work in works)
    month = f" của tháng {row.month}" if row.month else ""
    message = f"Một ô{month} viết liền {len(works)} việc, có {len(works)} mốc; đã tách thành: {named}."
    advice = "Tách mỗi việc một dòng cùng mốc của nó."
    return Finding("viec-viet-lien", Severity.INFO, message, (row.text(Role.WORK),), advice, (place,))


def unknown_time(words: str, place: Place) -> Finding:
    """Return the finding for a time that says nothing known."""
    message = f"Chưa hiểu thời gian “{squeezed(words)}” nên việc này chưa có hạn."
    advice = "Ghi rõ ngày, tuần hoặc tháng."
    return Finding("chua-hieu-thoi-gian", Severity.CHOICE, message, (squeezed(words),), advice, (place,))


def unplaced(work: str, place: Place) -> Finding:
    """Return the finding for a work in a table of months and weeks whose cell may stand in another week."""
    message = f"Việc “{squeezed(work)}” nằm ở ô chưa chắc thuộc tuần nào (dòng thiếu ô hoặc ô gộp), nên chưa có hạn."
    advice = "Ghi ngày ngay trong ô, hoặc kẻ đủ các ô tuần của dòng."
    return Finding("o-khong-ro-tuan", Severity.CHOICE, message, (squeezed(work),), advice, (place,))


def outside_week(day: str, week: str, place: Place) -> Finding:
    """Return the finding for a day that a work names outside the week or month its cell stands in."""
    message = f"Việc nêu “{squeezed(day)}” nhưng nằm ở ô “{squeezed(week)}”, ngày này không thuộc khoảng đó."
    advice = "Sửa ngày, hoặc chuyển việc sang ô của đúng tuần."
    return Finding("ngay-ngoai-o", Severity.CHOICE, message, (squeezed(day),), advice, (place,))
