"""What `tracker bulletin` prints: one text a school, on stdout, ready to paste."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tracker.answers.bulletin import Span
from tracker.answers.group_desk import text_for
from tracker.commands.edge import print_json, refuse, say
from tracker.commands.looking import opened_to_look
from tracker.store import schools
from tracker.store.database import Database
from tracker.store.records import School
from tracker.zone import current_instant


def show(folder: Path, school: str | None, on: date | None, **wanted: bool) -> None:
    """Print the texts of one school or of all, as of a day (today when None)."""
    today = on or current_instant().date()
    span = Span.WEEK if wanted["week"] else Span.DAY
    with opened_to_look(folder) as db:
        texts = [(one.name, text_for(db, one, today, span, names=wanted["names"])) for one in _schools(db, school)]
    if wanted["as_json"]:
        print_json(
            [{"school": name, "day": today.isoformat(), "span": span.value, "text": text} for name, text in texts]
        )
        return
    click.echo("\n\n".join(text for _, text in texts if text), nl=any(text for _, text in texts))
    if not texts:
        say(f"Chưa có trường nào trong {folder}; hãy nhập kế hoạch bằng “tracker import”.")
    for name, text in texts:
        if not text:
            say(f"{name}: không có việc nào đến hạn hay quá hạn, không cần gửi gì.")


def _schools(db: Database, name: str | None) -> tuple[School, ...]:
    if name is None:
        return schools.all_schools(db)
    known = schools.by_name(db, name)
    if known is None:
        every = "; ".join(one.name for one in schools.all_schools(db)) or "chưa có trường nào"
        refuse(f"Không có trường “{name}”. Các trường đã có: {every}.")
    return (known,)
