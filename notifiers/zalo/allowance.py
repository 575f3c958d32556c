"""How much of a plan's allowance is used: messages a month, people, messages a day."""

from __future__ import annotations

from dataclasses import dataclass

from notifiers.zalo.bot_settings import ZaloBotSettings

WARN_AT = 0.8


@dataclass(frozen=True, slots=True)
class Allowance:
    """One counter against its limit; the counts are kept by whoever keeps the ledger."""

    what: str
    used: int
    limit: int

    @property
    def left(self) -> int:
        """How much may still be used."""
        return max(self.limit - self.used, 0)

    @property
    def warning(self) -> str:
        """A sentence for people from 80 % on, empty below."""
        if self.used >= self.limit:
            return f"Đã dùng hết {self.limit} {self.what}; cần giảm bớt hoặc đổi kênh khác."
        if self.used >= self.limit * WARN_AT:
            return f"Đã dùng {self.used}/{self.limit} {self.what}; còn {self.left}."
        return ""


def bot_allowances(settings: ZaloBotSettings, messages: int, people: int) -> tuple[Allowance, ...]:
    """Return the bot's counters: messages sent this calendar month, and people linked to the bot."""
    return (
        Allowance("tin của bot Zalo trong tháng", messages, settings.messages_a_month),
        Allowance("người dùng của bot Zalo", people, settings.users),
    )
