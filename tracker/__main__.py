"""The `tracker` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; exit 0 done, 1 refused with a sentence, 2 wrong usage; a mistake of ours exits with 1."""
    try:
        from tracker.cli import tracker

        tracker(prog_name="tracker")
    except Exception as error:
        from tracker.commands.unforeseen import asked_for_details, sentence_of

        if asked_for_details():
            raise
        sys.exit(sentence_of(error))


if __name__ == "__main__":
    main()
