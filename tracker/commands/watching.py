"""How far a long reading is, told on the terminal: pages done, time left; Ctrl+C stops it."""

from __future__ import annotations

import sys

import click

from schedules.reading import Progress, Watch


def on_terminal() -> Watch:
    """Return a watch that tells each page on stderr, on one line where somebody looks on."""
    return Watch(on_page=_tell)


def _tell(progress: Progress) -> None:
    left = f", còn khoảng {progress.seconds_left:.0f} giây" if progress.seconds_left else ""
    watched = sys.stderr.isatty()
    end = progress.done == progress.total or not watched
    click.echo(f"\rTrang {progress.done}/{progress.total}{left}   ", err=True, nl=end)
