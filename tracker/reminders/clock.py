"""The reminder clock of a running service: one tick every half minute and one planning a day, and nothing kept.

APScheduler only says “now”; what is due, claimed and sent lives in SQLite, so a stopped or crashed clock loses nothing.
No job store, no misfire limit, backlog folded into one run: notes on APScheduler 3.11 are in the decision page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from apscheduler.schedulers.background import BackgroundScheduler

from tracker.answers.bounced import read_bounces
from tracker.reminders.house import plan_all
from tracker.reminders.setting_up import desk_of
from tracker.reminders.tick import tick
from tracker.settings import Settings
from tracker.store.database import Database, StoreTroubleError, open_database

TICK_SECONDS = 30
PLANNING_HOUR = 5
"""Before anyone is told anything: deadlines whose working days changed are planned anew."""

BOUNCE_HOURS = 6
"""How often the inbox of returned letters is read: well within the day a reminder is for."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RunningClock:
    """A started clock."""

    scheduler: BackgroundScheduler

    def stop(self) -> None:
        """Stop, after the tick that is under way."""
        self.scheduler.shutdown(wait=True)


def start(folder: Path, settings: Settings, *, seconds: float = TICK_SECONDS) -> RunningClock:
    """Start the clock for a data folder: it plans and ticks at once, then goes on; return the handle to stop it."""
    desk = desk_of(settings, folder)
    scheduler = BackgroundScheduler(
        timezone="Asia/Ho_Chi_Minh",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    ticking = (folder, lambda db: tick(db, desk.wall(), desk))
    planning = (folder, lambda db: plan_all(db, desk))
    scheduler.add_job(_job, "interval", ticking, seconds=seconds, next_run_time=desk.wall())
    scheduler.add_job(_job, "cron", planning, hour=PLANNING_HOUR, next_run_time=desk.wall())
    returning = (folder, lambda db: read_bounces(db, settings.bounces, desk))
    scheduler.add_job(_job, "interval", returning, hours=BOUNCE_HOURS, next_run_time=desk.wall())
    scheduler.start()
    return RunningClock(scheduler)


def _job(folder: Path, work: Callable[[Database], object]) -> None:
    """Run one piece of work on a connection of its own; trouble is logged and the clock goes on."""
    try:
        with open_database(folder) as db:
            work(db)
    except StoreTroubleError as error:
        logger.error("%s", error)  # noqa: TRY400 - the sentence says all; a traceback every half minute says less
    except Exception:
        logger.exception("the reminder clock could not finish its work")
