"""Which kind of machine opens a page, by its User-Agent: only good for choosing what to show first."""

from __future__ import annotations

from enum import StrEnum


class Phone(StrEnum):
    """The kinds that subscribe to a calendar in different ways."""

    APPLE = "apple"
    ANDROID = "android"
    DESKTOP = "desktop"


def phone_of(agent: str) -> Phone:
    """Return the kind of machine an agent names; a Mac subscribes like an iPhone."""
    if "Android" in agent:
        return Phone.ANDROID
    if any(word in agent for word in ("iPhone", "iPad", "iPod", "Macintosh")):
        return Phone.APPLE
    return Phone.DESKTOP
