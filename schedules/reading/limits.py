"""How large a file may be before reading refuses it, and why; sizes in bytes."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

LARGEST_FILE = 30 * MEGABYTE
"""A scanned plan of 60 pages weighs about 20 MB; more is not one plan."""

LARGEST_TEXT = 5 * MEGABYTE
"""The longest plan seen is 7 KB of text; 5 MB is seven hundred of them."""

MOST_PARTS = 3000
"""Parts inside one Word file; a plan with 200 pictures has about 250."""

LARGEST_PART = 40 * MEGABYTE
"""One XML part unpacked; forty pages of tables take about 3 MB."""

LARGEST_UNPACKED = 200 * MEGABYTE
"""All parts unpacked together."""

LARGEST_RATIO = 300
"""Unpacked to packed; Word's own XML stays under 40, deflate cannot pass 1032."""

MOST_ROWS = 10_000
"""Rows of one table or sheet; the longest plan seen has 60."""

MOST_COLUMNS = 60
"""Columns of one table; the widest official form has 10, a weekly calendar about 20."""

MOST_MEMBERS = 50
"""Files in one ZIP: a school has about twenty plans a year."""

MOST_PAGES = 500
"""Pages of one PDF or scan that are opened at all; a longer file is refused."""

MOST_RECOGNISED = 120
"""Pages of one file that are recognised as pictures, the first ones; the others are named in a finding. The longest
scanned plan seen has 40. At about a second a page on two cores that is two minutes."""

LONGEST_RECOGNISING = 600.0
"""Seconds after which no further page is begun, for machines ten times slower; pages not begun are named as well."""

MOST_PIXELS = 60_000_000
"""One picture; a page at 300 dpi has 9 million pixels, a phone photo up to 50 million."""

LONGEST_NAME = 200
"""Signs of a file name kept in messages."""


def megabytes(size: int) -> str:
    """Return a size in bytes as people write it: "12,5 MB"."""
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",")
