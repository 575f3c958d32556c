"""Whoever a letter greets with “Kính gửi” is “thầy/cô” in it, in the chat and on the pages it leads to; never “bạn”."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TRACKER = Path(__file__).parents[1] / "tracker"
SPEAKING = ("reminders", "answers", "signing_in", "web/templates", "web/pages")


@pytest.mark.parametrize("folder", SPEAKING)
def test_nobody_is_called_otherwise(folder: str) -> None:
    files = [one for one in (TRACKER / folder).rglob("*") if one.suffix in {".py", ".html"}]
    otherwise = {one.name for one in files if re.search(r"\bbạn\b(?! bè)", one.read_text(), re.IGNORECASE)}
    assert files
    assert not otherwise
