"""Wrong usage told in Vietnamese: which option or argument, what was given, what was expected; exit code 2."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption

from tracker.commands.help_pages import usage_words
from tracker.commands.typed import OutputFile

QUOTED = re.compile(r"[\"'](?P<value>.*?)[\"']", re.DOTALL)
EXTRA = re.compile(r"Got unexpected extra arguments? \((?P<words>.*)\)", re.DOTALL)
OF_CLICK = re.compile(r"\b(?:does not|is not|is a|not in)\b")
"""How click's own sentences about a value say that it is wrong; what our code says is Vietnamese."""

NO_COMMAND = re.compile(r"No such command ['\"](?P<name>.*?)['\"]")


class UsageToldError(click.UsageError):
    """Wrong usage with a Vietnamese sentence."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write how the verb is used and what was wrong."""
        out = file or sys.stderr
        if self.ctx is not None:
            parts = usage_words(" ".join(self.ctx.command.collect_usage_pieces(self.ctx)))
            click.echo(f"Cách dùng: {self.ctx.command_path} {parts}", file=out)
            click.echo(f"Xem thêm: {self.ctx.command_path} --help\n", file=out)
        click.echo(f"Lỗi: {self.message}", file=out)


@contextmanager
def usage_told() -> Iterator[None]:
    """Let wrong usage come out with a Vietnamese sentence."""
    try:
        yield
    except UsageToldError:
        raise
    except click.UsageError as error:
        raise UsageToldError(sentence_of(error), error.ctx) from error


def sentence_of(error: click.UsageError) -> str:
    """Return what is wrong; what our own code said stays as it is."""
    if isinstance(error, MissingParameter):
        return f"Thiếu {_name(error.param)}."
    if isinstance(error, NoSuchOption):
        near = f" Có phải {', '.join(error.possibilities)}?" if error.possibilities else ""
        return f"Không có tùy chọn {error.option_name}.{near}"
    if isinstance(error, BadOptionUsage):
        return f"Tùy chọn {error.option_name} cần kèm một giá trị."
    if isinstance(error, click.BadParameter):
        return f"{_name(error.param)}: {_wrong_value(error)}"
    if extra := EXTRA.search(error.message):
        return f"Thừa {extra['words']}; lệnh này không nhận thêm phần đó."
    if unknown := NO_COMMAND.search(error.message):
        return f"Không có lệnh “{unknown['name']}”. Xem các lệnh: tracker --help."
    return error.message if error.message != "Missing command." else "Thiếu tên lệnh. Xem các lệnh: tracker --help."


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "giá trị"
    if isinstance(param, click.Argument):
        return f"phần {usage_words(param.make_metavar(click.Context(click.Command('tracker'))))}"
    return f"tùy chọn {'/'.join(param.opts)}"


def _wrong_value(error: click.BadParameter) -> str:
    """Return the mistake in a value: click's own words are put into ours by the type, others stay."""
    wanted = next((said for kind, said in WANTED if error.param and isinstance(error.param.type, kind)), None)
    if wanted is None or not OF_CLICK.search(error.message):
        return error.message
    found = QUOTED.search(error.message)
    value = found["value"] if found else error.message.split(" ", 1)[0]
    expected = wanted(error.param.type) if error.param else ""
    return f"“{value}” chưa đúng; cần {expected}."


def _range(kind: click.ParamType[Any]) -> str:
    ends = [("từ", getattr(kind, "min", None)), ("đến", getattr(kind, "max", None))]
    return " ".join(["số", *(f"{word} {end}" for word, end in ends if end is not None)])


def _choices(kind: click.ParamType[Any]) -> str:
    return f"một trong: {', '.join(map(str, getattr(kind, 'choices', ())))}"


def _path(kind: click.ParamType[Any]) -> str:
    folder = not getattr(kind, "file_okay", True)
    return "thư mục có sẵn và đọc ghi được" if folder else "tệp có sẵn và đọc được, không phải thư mục"


WANTED: tuple[tuple[type, Callable[[click.ParamType[Any]], str]], ...] = (
    (click.IntRange, _range),
    (click.FloatRange, _range),
    (type(click.INT), lambda _: "số nguyên"),
    (type(click.FLOAT), lambda _: "số"),
    (click.DateTime, lambda _: "ngày có thật, dạng 2023-09-25"),
    (click.Choice, _choices),
    (OutputFile, lambda _: "một tệp ghi được"),
    (click.Path, _path),
    (click.File, _path),
)
"""What each of click's own types expects, in words; the first that fits counts."""
