"""`tracker when`: the deadline a sentence sets, one at a time or in batch by JSON lines."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from schedules.plan import SchoolYear
from tracker.commands.edge import data_option, json_option, print_json, refuse
from tracker.commands.read_ import SchoolYearParam
from tracker.commands.typed import DAY

if TYPE_CHECKING:
    from io import BufferedIOBase

    from schedules.wording import Context


BETWEEN_SWEEPS = 20_000
"""Objects made before the next look for unused cycles, in a batch."""


class OfSentence(click.Command):
    """A command whose text may begin with the dash of a list's item: “- Họp hội đồng: 15/9” is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put what is no option behind the others, where it is read as text."""
        items = [one for one in args if one.startswith("-") and (" " in one.strip() or one[1:2].isdigit())]
        options = [one for one in args if one not in items]
        return super().parse_args(ctx, [*options, *(["--"] if items else []), *items])


@click.command(
    "when", cls=OfSentence, help="Đọc hạn trong CÂU; với --jsonl đọc từng dòng {“text”, “context”} từ stdin."
)
@click.argument("text", metavar="[CÂU]", required=False)
@click.option("--school-year", type=SchoolYearParam(), default=None, help="Năm học để hiểu tháng không ghi năm.")
@click.option("--month", type=click.IntRange(1, 12), default=None, help="Tháng của dòng trong bảng.")
@click.option("--dated", type=DAY, default=None, help="Ngày ký văn bản (2023-09-18).")
@click.option("--jsonl", is_flag=True, help="Đọc và in từng dòng JSON, đúng thứ tự; dòng trống bỏ qua.")
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option of the contract
    text: str | None,
    school_year: SchoolYear | None,
    month: int | None,
    dated: date | None,
    jsonl: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Print the deadline and why, and what else the text names; no deadline is all null with precision "none"."""
    if jsonl == (text is not None):
        raise click.UsageError("Cần một CÂU, hoặc --jsonl để đọc nhiều dòng từ stdin.")
    from schedules.wording import Context
    from tracker.school_days import calendar_of

    context = Context(calendar_of(data), school_year, dated, month)
    if jsonl:
        _batch(context)
    elif text is not None:
        _one(text, context, as_json=as_json)


def _one(text: str, context: Context, *, as_json: bool) -> None:
    from schedules.wording import find, unset, when_typed, why_lone
    from tracker.contract import due_json
    from tracker.spoken import day_words, due_words

    due = when_typed(text, context)
    others = [one.due for one in find(text, context) if one.due.dated and one.due.words != due.words]
    if as_json:
        print_json(due_json(due) | ({"others": [due_json(one) for one in others]} if others else {}))
        return
    click.echo(f"Hạn: {due_words(due)}")
    if due.remind_by and due.late_from:
        click.echo(f"Nhắc để xong: {day_words(due.remind_by)}; trễ từ: {day_words(due.late_from)}")
    if why := due.basis or why_lone(text):
        click.echo(f"Vì sao: {why}")
    for seen in () if why_lone(text) else unset(text, context):
        click.echo(f"Không lấy “{seen.quote}” làm hạn: {seen.why}")
    for one in others:
        click.echo(f"Câu còn nêu “{one.words}”: {due_words(one)}")


def _batch(context: Context) -> None:
    from tracker.commands.answering_lines import answer_lines

    # what was loaded stays, and answers hold no cycles: looking for some costs a tenth of the time
    gc.freeze()
    gc.set_threshold(BETWEEN_SWEEPS)
    asked, answers = cast("BufferedIOBase", sys.stdin.buffer), cast("BufferedIOBase", sys.stdout.buffer)
    failed = answer_lines(asked, answers, context)
    if failed:
        refuse(f"{failed} dòng không đọc được; xem trường “error” ở các dòng đó.")
