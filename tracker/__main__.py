"""The `tracker` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line; exit 0 done, 1 refused with a sentence, 2 wrong usage."""
    from tracker.cli import tracker

    tracker(prog_name="tracker")


if __name__ == "__main__":
    main()
