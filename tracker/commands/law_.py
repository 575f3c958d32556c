"""`tracker law`: what the law asks of a school in a school year, by when, and why."""

from __future__ import annotations

from datetime import date

import click

from schedules.plan import Level, SchoolYear
from tracker.commands.edge import json_option
from tracker.commands.read_ import SchoolYearParam

EVENT_HELP = "Sự kiện đã xảy ra và ngày, ví dụ “dự toán được giao ngày 28/12/2026” hoặc “…=2026-12-28”."
LEVELS = click.Choice([level.value for level in Level])


def _events(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, date]:
    """Read `--event "dự toán được giao ngày 28/12/2026"`; what names no event or no day is wrong usage."""
    from tracker.commands.law_events import event_in

    try:
        told = [event_in(value) for value in values]
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    events = dict(told)
    if len(events) < len(told):
        raise click.BadParameter("một sự kiện được nêu hai lần; mỗi sự kiện chỉ ghi một ngày")
    return events


@click.command("law", help="Liệt kê việc pháp luật yêu cầu trong một năm học: hạn nào, căn cứ nào, tính thế nào.")
@click.option("--school-year", type=SchoolYearParam(), required=True, help="Năm học, ví dụ 2026-2027.")
@click.option("--level", type=LEVELS, required=True, help="Cấp học của trường.")
@click.option("--private", is_flag=True, help="Trường ngoài công lập.")
@click.option("--event", "events", multiple=True, callback=_events, help=EVENT_HELP)
@click.option("--why", is_flag=True, help="In từng bước tính hạn.")
@json_option
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - one argument per option
    ctx: click.Context,
    school_year: SchoolYear,
    level: str,
    private: bool,
    events: dict[str, date],
    why: bool,
    as_json: bool,
) -> None:
    """Print the law's tasks, earliest first; unverified rules say so."""
    from tracker.commands.law_listing import Question, show

    show(ctx.obj, Question(school_year, Level(level), "private" if private else "public", events), why, as_json=as_json)
