"""README and CONTRIBUTING say what is so: their commands exist, their paths exist, their targets exist."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from tracker.cli import VERBS, tracker
from tracker.settings import load_settings

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


def test_the_settings_of_the_readme_set_up_a_school(tmp_path: Path) -> None:
    block = README.split("such as `TRACKER_BASE_URL`:", 1)[1].split("\n#", 1)[0]
    (tmp_path / "settings.toml").write_text(textwrap.dedent(block), encoding="utf-8")
    mail = load_settings(tmp_path, {}).channels.mail
    assert mail.trouble() == ""
    assert (mail.from_name, mail.from_address) == ("Nhắc việc", "nhacviec@truong.edu.vn")


def paths_in(text: str) -> set[str]:
    named = re.findall(r"`([a-z_./-]+/[a-z_./-]*|[A-Z]+\.md)`|\]\(([^)#:]+)\)", text)
    return {first or second for first, second in named}


@pytest.mark.parametrize("path", sorted(paths_in(README) | paths_in(CONTRIBUTING)))
def test_every_path_named_exists(path: str) -> None:
    assert (ROOT / path).exists(), path
