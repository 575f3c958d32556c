"""Kills and processes: `python bench/reminders_crash.py [kills] [reminders]`.

A thousand ticks are killed with SIGKILL at random passings of random named points; each school is ticked on until
quiet. Counted: messages lost (neither delivered nor standing in the outbox as unknown), messages doubled without being
marked as repeats, and, for two and four processes at once, messages sent twice.
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
from tracker.reminders.desk import LEASE
from tracker.reminders.digest import REPEATED
from tracker.store import outbox_search
from tracker.store.letters import Kind, MessageState
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
            self.school.publish(f"Việc {number}", due=date(2023, 10, 27), owner=f"Người {number}")

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
        ended = {MessageState.SENT, MessageState.UNKNOWN}
        lost = STAFF - sum(one.state in ended for one in told)
        plain = Counter(letter.to for letter in self.smtp.letters if REPEATED not in str(letter.parsed["Subject"]))
        plain.update(chat for chat, text in self.zalo.sent if REPEATED not in text)
        unsent = [one for one in told if one.state is MessageState.SENT and not self._arrived(one.draft.address)]
        return lost + len(unsent), sum(count - 1 for count in plain.values())

    def _arrived(self, address: str) -> bool:
        to = address.partition(":")[2]
        return any(letter.to == to for letter in self.smtp.letters) or any(chat == to for chat, _ in self.zalo.sent)


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
        planned = fill(school, count)
        for driver in drivers:
            driver.begin(NOW)
        assert not any([driver.end() for driver in drivers])  # noqa: C419 - every driver must be waited for
        letters = Counter(letter.to for letter in smtp.letters)
    doubled = sum(letters.values()) - len(letters)
    print(f"{number} processes, {planned:,} reminders planned, {len(letters):,} people told, doubled {doubled}")


def fill(school: School, count: int) -> int:
    """Give so many reminders to a staff that each gets one message; return how many were planned."""
    from bench.reminders import staffed

    staffed(school, staff=count // 40, tasks_each=5, address="mailto:n{}@truong.vn")
    return school.replan().new


def main() -> None:
    """Run everything."""
    matrix(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    for number in (2, 4):
        processes(number, int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)


if __name__ == "__main__":
    main()
