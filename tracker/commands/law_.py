"""`tracker law`: what the law asks of a school in a school year, by when, and why."""

from __future__ import annotations

from datetime import date

import click

from schedules.plan import Level, SchoolYear
from tracker.commands.edge import json_option
from tracker.commands.read_ import SchoolYearParam

LEVELS = click.Choice([level.value for level in Level])


def _events(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, date]:
    """Read `--event "dự toán được giao=2026-12-28"`; a wrong one is wrong usage."""
    events = {}
    for value in values:
        name, _, day = value.rpartition("=")
        try:
            events[name.strip()] = date.fromisoformat(day.strip())
        except ValueError:
            raise click.BadParameter(f"“{value}” cần dạng “tên sự kiện=2026-12-28”") from None
    return events


@click.command("law", help="Liệt kê việc pháp luật yêu cầu trong một năm học: hạn nào, căn cứ nào, tính thế nào.")
@click.option("--school-year", type=SchoolYearParam(), required=True, help="Năm học, ví dụ 2026-2027.")
@click.option("--level", type=LEVELS, required=True, help="Cấp học của trường.")
@click.option("--private", is_flag=True, help="Trường ngoài công lập.")
@click.option("--event", "events", multiple=True, callback=_events, help="Sự kiện đã xảy ra: “tên=2026-12-28”.")
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
