"""How far a long reading is, told on the terminal: pages done, time left; Ctrl+C stops it."""

from __future__ import annotations

import sys
from dataclasses import replace

import click

from schedules.reading import Progress, Watch


def on_terminal() -> Watch:
    """Return a watch that tells each page on stderr: on one line where somebody looks on, else a line a page."""
    told: list[Progress] = []

    def tell(progress: Progress) -> None:
        watched, counted = sys.stderr.isatty(), replace(progress, seconds_left=None)
        if not watched and counted in told:
            return
        told[:] = [counted]
        left = f", còn khoảng {progress.seconds_left:.0f} giây" if progress.seconds_left else ""
        words = f"Trang {progress.done}/{progress.total}{left}"
        if watched:
            click.echo(f"\r{words}   ", err=True, nl=progress.done == progress.total)
        else:
            click.echo(words, err=True)

    return Watch(on_page=tell)
