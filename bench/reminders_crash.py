"""Kills and processes: `python bench/reminders_crash.py [kills] [reminders sent]`.

A thousand ticks are killed with SIGKILL at random passings of random named points; each school is ticked on until
quiet. Every third person also hears a decision on more time. Counted: messages lost (neither delivered nor standing in
the outbox as unknown), messages doubled without being marked as repeats, and, for two and four processes at once,
messages sent twice.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.fakes.crashing import POINTS, Driver, running_driver
from tests.fakes.reminding import School, at, running_school
from tests.fakes.smtp import FakeSmtp, running_smtp
from tests.fakes.zalo_bot import TOKEN, FakeZaloBot, running_zalo_bot
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.reminders.desk import LEASE
from tracker.reminders.occasions import REPEATED
from tracker.store import outbox_search
from tracker.store.history import Actor
from tracker.store.letters import Draft, Kind, MessageState
from tracker.store.outbox_search import Query

STAFF = 60
NOW = at(2023, 10, 20)
STEP = timedelta(minutes=2)


class Crashed:
    """One school, its servers and its ticking process; half the staff is reached by e-mail, half by Zalo."""

    def __init__(self, stack: ExitStack) -> None:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        self.smtp: FakeSmtp = stack.enter_context(running_smtp())
        self.zalo: FakeZaloBot = stack.enter_context(running_zalo_bot())
        self.school: School = stack.enter_context(running_school(folder))
        self.driver: Driver = stack.enter_context(running_driver(folder, self.smtp.port, self.zalo.url, TOKEN))
        self.now, self.ahead = NOW, 0
        for number in range(STAFF):
            address = f"mailto:n{number}@truong.vn" if number % 2 else f"zalobot:n{number}"
            self.school.reach(f"Người {number}", address)
            task = self.school.publish(f"Việc {number}", due=date(2023, 10, 27), owner=f"Người {number}")
            if number % 3 == 0:
                self._answer(task.id, f"Người {number}")

    def _answer(self, task_id: str, name: str) -> None:
        """Refuse someone more time, which is told beside the reminder of the day."""
        actor = Actor(name, NOW - STEP, "đợi số liệu")
        asked = ask_extension(self.school.db, task_id, self.school.person(name).id, date(2023, 11, 10), actor)
        decide_extension(self.school.db, asked.id, actor, self.school.desk.working_days, approved=False)

    def crash(self, point: str, count: int) -> bool:
        """Tick once and be killed, if the point is passed often enough; then let the lease run out."""
        killed = self.driver.tick(self.now, point=point, count=count, ahead=self.ahead)
        self.now += STEP
        self.ahead += LEASE.seconds // 60 + 1
        return killed

    def judge(self) -> tuple[int, int]:
        """Tick until quiet; return how many messages were lost, and how many doubled without a mark."""
        for _ in range(4):
            self.crash("", 0)
        found = outbox_search.search(self.school.db, Query(limit=10_000))
        told = [one for one in found if one.draft.kind is not Kind.ALARM]
        (ended,) = self.school.db.execute(
            "SELECT count(*) FROM reminders r JOIN messages m ON m.id = r.message_id "
            "WHERE m.state IN ('sent', 'unknown')"
        ).fetchone()
        lost = STAFF + len(range(0, STAFF, 3)) - ended  # an answer and the reminder of its work are one letter
        plain = Counter(one for one in self._arrived() if REPEATED not in one[1])
        arrived = {(to, subject.removeprefix(f"[{REPEATED}] ")) for to, subject in self._arrived()}
        sent = {_named(one.draft) for one in told if one.state is MessageState.SENT}
        return lost + len(sent - arrived), sum(count - 1 for count in plain.values())

    def _arrived(self) -> list[tuple[str, str]]:
        """Return what reached people: to whom, under which subject."""
        letters = [(letter.to, str(letter.parsed["Subject"])) for letter in self.smtp.letters]
        return letters + [(chat, text.partition("\n")[0]) for chat, text in self.zalo.sent]


def _named(draft: Draft) -> tuple[str, str]:
    return draft.address.partition(":")[2], draft.letter.subject.removeprefix(f"[{REPEATED}] ")


def matrix(kills: int) -> None:
    """Kill at least so many ticks, a few on each school."""
    chance, start = random.Random(7), time.perf_counter()
    done, lost, doubled, schools = 0, 0, 0, 0
    while done < kills:
        with ExitStack() as stack:
            crashed = Crashed(stack)
            schools += 1
            while crashed.crash(chance.choice((*POINTS[3:], "*", "*")), chance.randint(1, 6)):
                done += 1
            more = crashed.judge()
            lost, doubled = lost + more[0], doubled + more[1]
    seconds = time.perf_counter() - start
    print(f"{done:,} kills in {schools} schools: lost {lost}, doubled without a mark {doubled} ({seconds:.0f} s)")


def processes(number: int, count: int) -> None:
    """Let several processes tick at once over so many reminders; count letters per address."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        smtp = stack.enter_context(running_smtp())
        school = stack.enter_context(running_school(folder))
        drivers = [stack.enter_context(running_driver(folder, smtp.port)) for _ in range(number)]
        fill(school, count)
        for driver in drivers:
            driver.begin(NOW)
        assert not any([driver.end() for driver in drivers])  # noqa: C419 - every driver must be waited for
        letters = Counter(letter.to for letter in smtp.letters)
        (rows,) = school.db.execute(
            "SELECT count(*) FROM reminders r JOIN messages m ON m.id = r.message_id WHERE m.state = 'sent'"
        ).fetchone()
    doubled = sum(letters.values()) - len(letters)
    print(f"{number} processes, {rows:,} reminders sent in {len(letters):,} letters, doubled {doubled}")


def fill(school: School, count: int) -> None:
    """Plan so much work that so many reminders go on one day, eight in a letter."""
    from bench.reminders import staffed

    staffed(school, staff=count // 8, tasks_each=8, address="mailto:n{}@truong.vn")
    school.replan()


def main() -> None:
    """Run everything."""
    matrix(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    for number in (2, 4):
        processes(number, int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)


if __name__ == "__main__":
    main()
