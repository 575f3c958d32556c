"""Words to dates: every deadline wording a school plan uses, read from Vietnamese text as it is really written."""

from schedules.wording.choosing import when
from schedules.wording.context import Context, Found
from schedules.wording.finding import find
from schedules.wording.folding import fold, nfc
from schedules.wording.lone import when_typed, why_lone
from schedules.wording.next_time import next_time
from schedules.wording.times_within import first_time, is_stretch, times_within
from schedules.wording.unset import Unset, unset

__all__ = [
    "Context",
    "Found",
    "Unset",
    "find",
    "first_time",
    "fold",
    "is_stretch",
    "next_time",
    "nfc",
    "times_within",
    "unset",
    "when",
    "when_typed",
    "why_lone",
]
