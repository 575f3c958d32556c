"""What the tracker cannot do now, told in a sentence: where, what was found, what to do."""

from __future__ import annotations


class Refusal(Exception):  # noqa: N818 - it reads as what it is where it is raised
    """Base of every refusal a person can act on; a command prints it and exits with 1, a page shows it."""


class StandsOtherwise(Refusal):
    """A wish that is well put but cannot be as things stand: the work was dropped, nobody said that it is done."""


class Unsure(StandsOtherwise):
    """A wish that may be a slip: `doubt` says what is odd of it, and it is carried out once someone says it is meant.

    `otherwise` is what to do where it is a slip. A page asks for a press, `to_programs` for the part of a body.
    """

    def __init__(self, doubt: str, otherwise: str = "") -> None:
        rest = f"; {otherwise}" if otherwise else ""
        super().__init__(f"{doubt} Nếu đúng, hãy xác nhận rồi lưu lại{rest}.")
        self.to_programs = f"{doubt} Nếu đúng, hãy gửi lại với “sure”: true{rest}."
