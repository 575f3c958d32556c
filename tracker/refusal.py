"""What the tracker cannot do now, told in a sentence: where, what was found, what to do."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - it reads as what it is where it is raised
    """Base of every refusal a person can act on; a command prints it and exits with 1, a page shows it."""


class StandsOtherwise(Refusal):
    """A wish that is well put but cannot be as things stand: the work was dropped, nobody said that it is done."""
