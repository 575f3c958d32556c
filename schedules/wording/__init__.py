"""Words to dates: every deadline wording a school plan uses, read from Vietnamese text as it is really written."""

from schedules.wording.choosing import when
from schedules.wording.context import Context, Found
from schedules.wording.finding import find
from schedules.wording.folding import fold, nfc
from schedules.wording.lone import why_lone
from schedules.wording.next_time import next_time

__all__ = ["Context", "Found", "find", "fold", "next_time", "nfc", "when", "why_lone"]
