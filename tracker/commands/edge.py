"""What every verb shares: the data folder option, JSON on stdout, refusals with exit code 1."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

import click

from tracker.commands.typed import DATA_FOLDER

Command = TypeVar("Command", bound=Callable[..., Any])


def data_option(function: Command) -> Command:
    """Let a verb take `--data` after its name too; it overrides the one before."""
    option = click.option(
        "--data",
        type=DATA_FOLDER,
        default=None,
        callback=lambda ctx, _param, value: value or ctx.find_root().obj,
        help="Thư mục dữ liệu (hoặc biến TRACKER_DATA).",
    )
    return option(function)


def json_option(function: Command) -> Command:
    """Give a verb `--json`: one JSON document on stdout, messages on stderr."""
    option = click.option("--json", "as_json", is_flag=True, help="In một tài liệu JSON ra stdout.")
    return option(function)


def print_json(value: object) -> None:
    """Write one JSON document to stdout, Vietnamese letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say(sentence: str) -> None:
    """Write a message for people to stderr."""
    click.echo(sentence, err=True)


def refuse(sentence: str) -> NoReturn:
    """End the command with exit code 1 and a sentence: where, what was found, what to do."""
    say(sentence)
    raise click.exceptions.Exit(1)
