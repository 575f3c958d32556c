"""README and CONTRIBUTING say what is so: their commands exist, their paths exist, their targets exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tracker.cli import VERBS, tracker

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_verb_has_its_file_and_every_file_its_verb() -> None:
    files = {path.stem.removesuffix("_") for path in (ROOT / "tracker" / "commands").glob("*_.py")}
    assert files - {"__init_"} == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme_and_has_help(verb: str) -> None:
    assert f"tracker {verb}" in README
    shown = CliRunner().invoke(tracker, [verb, "--help"])
    assert shown.exit_code == 0
    assert len(shown.output.splitlines()) > 3


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", README + CONTRIBUTING))))
def test_every_make_command_named_exists(target: str) -> None:
    assert target in TARGETS


def paths_in(text: str) -> set[str]:
    named = re.findall(r"`([a-z_./-]+/[a-z_./-]*|[A-Z]+\.md)`|\]\(([^)#:]+)\)", text)
    return {first or second for first, second in named}


@pytest.mark.parametrize("path", sorted(paths_in(README) | paths_in(CONTRIBUTING)))
def test_every_path_named_exists(path: str) -> None:
    assert (ROOT / path).exists(), path
