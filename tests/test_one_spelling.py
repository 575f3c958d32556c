"""What people read is spelt one way: the tone stands on the first vowel (hủy, xóa, khóa), as on most pages."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READ = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")]
FILES = sorted(
    [
        *READ,
        *(
            path
            for room in ("tracker", "notifiers")
            for kind in ("py", "html", "js", "md")
            for path in (ROOT / room).rglob(f"*.{kind}")
        ),
    ]
)
OTHERWISE = re.compile(r"(?:o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])$", re.IGNORECASE)
"""Words that end in “oá”, “oẻ”, “uỷ”; behind q the u is no vowel (quý, quỹ)."""


def otherwise(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text)) if OTHERWISE.search(word)}


def test_the_other_spelling_is_recognised() -> None:
    assert otherwise("Đã huỷ, xoá khoá; khoẻ, thuỷ") == {"huỷ", "xoá", "khoá", "khoẻ", "thuỷ"}
    assert otherwise("Đã hủy quý hoàn toàn, quỹ khóa học thoáng") == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_tones_stand_where_the_pages_put_them(path: Path) -> None:
    assert otherwise(path.read_text(encoding="utf-8")) == set()
