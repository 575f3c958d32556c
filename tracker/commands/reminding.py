"""What `remind` and `replay` do once called: from the data folder to JSON or lines."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from notifiers import OutcomeKind
from tracker.commands.edge import print_json, refuse, say
from tracker.commands.looking import opened_to_look
from tracker.configured import FILE_NAME
from tracker.reminders.account import Told, message_json, outcome_json, told
from tracker.reminders.desk import Desk
from tracker.reminders.house import keep_house_policy, plan_all
from tracker.reminders.reasons import Reason
from tracker.reminders.rehearsing import rehearsing
from tracker.reminders.replay import Period, replay
from tracker.reminders.setting_up import desk_of
from tracker.reminders.tick import TickReport, tick
from tracker.reminders.writer import Held
from tracker.settings import SettingsError, load_settings
from tracker.spoken import day_words
from tracker.store import schools
from tracker.store.database import Database, StoreTroubleError, explained, open_database
from tracker.store.rehearsal import copied
from tracker.zone import current_instant


def remind(folder: Path, at: datetime | None, *, dry_run: bool, as_json: bool) -> None:
    """Run one tick as of an instant (now when None) and print its messages."""
    report = _tick(folder, at or current_instant(), dry_run=dry_run)
    _print_held(report.held)
    messages = told(report)
    if as_json:
        print_json([outcome_json(one, dry_run=dry_run) for one in messages])
    else:
        _print_lines(messages, "Không có lời nhắc nào đến lúc gửi.")
    if not dry_run:
        _print_to_mend(messages, folder / FILE_NAME)


def replay_period(folder: Path, period: Period, *, as_json: bool) -> None:
    """Print every message a period would have sent."""
    desk = _desk(folder)
    try:
        with opened_to_look(folder) as db:
            messages = replay(db, period, desk)
            known = bool(schools.all_schools(db))
    except StoreTroubleError as error:
        refuse(str(error))
    if as_json:
        print_json([message_json(one) for one in messages])
    else:
        none_yet = f"Chưa có kế hoạch nào trong {folder} nên không có gì để diễn."
        _print_lines(messages, "Khoảng ngày này không có lời nhắc nào." if known else none_yet)


def _tick(folder: Path, at: datetime, *, dry_run: bool) -> TickReport:
    desk = _desk(folder)
    try:
        with open_database(folder) as db, explained(folder):
            if not dry_run:
                return _planned_tick(db, at, desk)
            with copied(db) as copy:
                return _planned_tick(copy, at, rehearsing(desk))
    except StoreTroubleError as error:
        refuse(str(error))


def _planned_tick(db: Database, at: datetime, desk: Desk) -> TickReport:
    """Tick once, by the policy the settings name now."""
    if keep_house_policy(db, desk):
        plan_all(db, desk)
    return tick(db, at, desk)


def _desk(folder: Path) -> Desk:
    try:
        return desk_of(load_settings(folder, os.environ), folder)
    except (SettingsError, ValueError) as error:
        refuse(str(error))


def _print_held(held: Iterable[Held]) -> None:
    for one in held:
        until = f"{one.hold.until:%H:%M} {day_words(one.hold.until.date())}"
        say(f"Giữ lại {len(one.tasks)} việc của {one.person} đến {until}: {one.hold.sentence}.")


def _print_to_mend(messages: Iterable[Told], settings: Path) -> None:
    """Say of each channel that only people can mend, once, what its provider or its settings said."""
    ended = [one.message for one in messages if one.message.outcome == OutcomeKind.PERMANENT_CONFIGURATION]
    for (channel, reason), count in Counter((one.draft.channel, one.outcome_reason) for one in ended).items():
        say(f"{count} tin chưa gửi được qua kênh {channel}: {reason}.")
    if ended:
        say(f"Hãy sửa thiết lập kênh ở {settings}, rồi thử bằng: tracker doctor --connect")


def _print_lines(messages: Iterable[Told], empty: str) -> None:
    lines = []
    for one in messages:
        draft, letter = one.message.draft, one.message.draft.letter
        lines.append(f"{one.at:%H:%M} {day_words(one.at.date())} → {one.to} ({draft.channel or 'không có kênh'})")
        lines.append(f"  {letter.subject}")
        lines.append(f"  Vì sao: {Reason(letter.reason).sentence}. {one.message.outcome_reason or ''}".rstrip())
    click.echo("\n".join(lines) or empty)
