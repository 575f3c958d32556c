"""What people should look at in a table put together again from torn lines."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.plan import Block, Finding, Severity

RULE = "bang-quet-vo"
DOUBTFUL = 0.7
ADVICE = "Soát từng việc với bản giấy. Nếu còn bản Word, hãy nhập bản Word."


def torn_doubts(tables: Sequence[Sequence[Block]]) -> tuple[Finding, ...]:
    """Return one finding for each rebuilt table, with the rows whose cells were parted by guess."""
    return tuple(_rebuilt(rows) for rows in tables)


def _rebuilt(rows: Sequence[Block]) -> Finding:
    doubtful = [row for row in rows[1:] if any(cell.confidence < DOUBTFUL for cell in row.cells)]
    message = f"Bảng bị vỡ khi quét: đã ghép lại {len(rows) - 1} dòng theo tiêu đề và thứ tự cột."
    if doubtful:
        message += f" {len(doubtful)} dòng mất vạch ngăn cột nên ranh giới các ô là phỏng đoán."
    shown = doubtful or list(rows[:1])
    quotes, places = tuple(row.text for row in shown), tuple(row.place for row in shown)
    return Finding(RULE, Severity.CHOICE, message, quotes, ADVICE, places)
