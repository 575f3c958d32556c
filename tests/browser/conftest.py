"""What most tests in a browser begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.serving import Served, served


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    """Yield a service in a process of its own, nothing in it yet."""
    with served(tmp_path / "data") as running:
        yield running
