"""What is raised for a picture that cannot be followed."""

from __future__ import annotations


class OddPictureError(ValueError):
    """A picture whose pieces do not lie as its format says, so that nobody can say what stands in it."""
