"""The one refusal of reading: a sentence for people, made of where, what was found, what was expected, what to do."""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818  (it names a state of the file, and reads as a sentence where it is raised)
    """A file that cannot be read; `str()` is the whole Vietnamese sentence, the parts stay as attributes."""

    def __init__(self, where: str, found: str, expected: str, advice: str) -> None:
        self.where = where
        self.found = found
        self.expected = expected
        self.advice = advice
        super().__init__(f"{where}: {found}; cần {expected}. {advice}.")
