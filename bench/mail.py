"""How fast letters go by SMTP: `python bench/mail.py [letters] [runs]`; five runs of 500 letters by default.

The server is a process of its own. Every letter is sent three ways in turns, so that all meet the same neighbours:

- ours: the whole outbox (claim, last look, calendar, letter, dialogue, durable record), and of it the e-mail channel
  alone (a message in, an outcome out: letter and dialogue);
- bare: smtplib.sendmail of the very bytes we have just sent, ready made, over one connection that stays open;
- bare that writes: a script that builds text, HTML and calendar parts with email.message and send_message.
"""

from __future__ import annotations

import smtplib
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.reminders import NOW, school_of
from notifiers import Message, Outcome
from notifiers.mail import MailChannel
from notifiers.mail.address import mailbox
from notifiers.mail.letter import letter
from tests.fakes.crashing import channel_settings
from tests.fakes.reminding import preview_desk
from tests.fakes.smtp import smtp_apart
from tracker.reminders.tick import tick

SENDER = "nhac@truong.vn"


@dataclass
class Turns:
    """The e-mail channel with two bare loops beside it; each clock counts only its own letters."""

    channel: MailChannel
    port: int
    line: smtplib.SMTP
    name: str = "email"
    seconds: dict[str, float] = field(
        default_factory=lambda: dict.fromkeys(("channel", "bare", "writing", "aside"), 0.0)
    )
    count: int = 0

    def accepts(self, address: str) -> bool:
        """Take what the real channel takes."""
        return self.channel.accepts(address)

    def send(self, message: Message, now: datetime) -> Outcome:
        """Send one letter all three ways."""
        first = self.count % 2 == 0  # whoever goes second finds server and caches warm: both take turns at that, too
        self.count += 1
        if not first:
            self._timed("aside", lambda: self._bare(message, now))
        outcome = self._timed("channel", lambda: self.channel.send(message, now))
        if first:
            self._timed("aside", lambda: self._bare(message, now))
        return outcome

    def _bare(self, message: Message, now: datetime) -> None:
        to = message.to.partition(":")[2]
        data = letter(message, mailbox(message.to), channel_settings(self.port).mail, now)
        self._timed("bare", lambda: self.line.sendmail(SENDER, [to], data))
        self._timed("writing", lambda: self.line.send_message(written(message, to)))

    def _timed(self, clock: str, work: Callable[[], Outcome | object]) -> Outcome:
        start = time.perf_counter()
        done = work()
        self.seconds[clock] += time.perf_counter() - start
        return done  # type: ignore[return-value] # the caller of "channel" knows that it is an outcome


def written(message: Message, to: str) -> EmailMessage:
    """Return a letter of the same parts as a script would write it."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = SENDER, to, message.subject
    made.set_content(message.text)
    made.add_alternative(message.html or "", subtype="html")
    calendar = message.calendar or b""
    made.add_alternative(calendar, "text", "calendar", cte="base64", params={"method": "PUBLISH"})
    made.add_attachment(calendar, "application", "ics", filename="viec.ics")
    return made


def run(count: int, port: int) -> dict[str, float]:
    """Return seconds a letter for each way."""
    channel = MailChannel(channel_settings(port).mail)
    with smtplib.SMTP("127.0.0.1", port) as line, school_of(count, 1, "mailto:n{}@truong.vn") as school:
        school.replan()
        turns = Turns(channel, port, line)
        school.desk = replace(preview_desk(), channels=(turns,))
        start = time.perf_counter()
        tick(school.db, NOW, school.desk)
        whole = time.perf_counter() - start - turns.seconds["aside"]
        channel.close()
    assert turns.count == count
    return {name: seconds / count for name, seconds in (turns.seconds | {"whole": whole}).items()}


def main() -> None:
    """Print each run, then what the runs have in common."""
    count, runs = (int(one) for one in (*sys.argv[1:], *("500", "5")[len(sys.argv) - 1 :]))
    shares: dict[str, list[float]] = {}
    with smtp_apart() as port:
        run(50, port)
        for _ in range(runs):
            one = run(count, port)
            print(", ".join(f"{name} {one[name] * 1000:.2f} ms" for name in ("bare", "channel", "writing", "whole")))
            for ours, floor in (("channel", "bare"), ("whole", "writing"), ("whole", "bare")):
                shares.setdefault(f"{ours} of {floor}", []).append(one[floor] / one[ours])
    for name, found in shares.items():
        print(f"{name}: median {statistics.median(found):.0%}, {min(found):.0%} to {max(found):.0%} in {runs} runs")


if __name__ == "__main__":
    main()
