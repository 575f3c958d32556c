"""`tracker law`: what the law asks of a school in a school year, by when, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from schedules.plan import Level, SchoolYear
from tracker.commands.edge import data_option, json_option
from tracker.commands.read_ import SchoolYearParam
from tracker.commands.typed import NAME, WORDS

EVENT_HELP = "Sự kiện đã xảy ra và ngày, ví dụ “dự toán được giao ngày 28/12/2026” hoặc “…=2026-12-28”."
LEVELS = click.Choice([level.value for level in Level], case_sensitive=False)


def _events(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, date]:
    """Read `--event "dự toán được giao ngày 28/12/2026"`; what names no event or no day is wrong usage."""
    from tracker.law_year.question import events_in

    try:
        return events_in(values)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


@click.command("law", help="Liệt kê việc pháp luật yêu cầu trong một năm học: hạn nào, căn cứ nào, tính thế nào.")
@click.option("--school-year", type=SchoolYearParam(), help="Năm học, ví dụ 2026-2027.")
@click.option("--level", type=LEVELS, help="Cấp học của trường.")
@click.option("--private", is_flag=True, help="Trường ngoài công lập.")
@click.option("--event", "events", multiple=True, type=WORDS, callback=_events, help=EVENT_HELP)
@click.option("--why", is_flag=True, help="In từng bước tính hạn.")
@click.option("--keep", is_flag=True, help="Giữ các việc này thành bản nháp của trường, để giao việc rồi phát hành.")
@click.option("--publish", is_flag=True, help="Như --keep và phát hành ngay.")
@click.option("--changes", is_flag=True, help="Liệt kê việc trên lịch mà quy định nay đã đổi; không dời việc nào.")
@click.option(
    "--school", metavar="TRƯỜNG", type=NAME, default=None, help="Trường nào (với --keep, --publish, --changes)."
)
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option
    school_year: SchoolYear | None,
    level: str | None,
    private: bool,
    events: dict[str, date],
    why: bool,
    keep: bool,
    publish: bool,
    changes: bool,
    school: str | None,
    as_json: bool,
    data: Path,
) -> None:
    """Print the law's tasks, earliest first, keep them, or tell what changed; unverified rules say so."""
    from tracker.commands import law_listing

    if changes:
        law_listing.show_changes(data, school, as_json=as_json)
        return
    if school_year is None or level is None:
        raise click.UsageError("Cần --school-year và --level, ví dụ: tracker law --school-year 2026-2027 --level thcs")
    from schedules.law import Sector
    from tracker.law_year.question import Question

    sector = Sector.PRIVATE if private else Sector.PUBLIC
    question = Question(school_year, Level(level), sector, events)
    if keep or publish:
        law_listing.keep(data, question, school, publish=publish, as_json=as_json)
    else:
        law_listing.show(data, question, why, as_json=as_json)
