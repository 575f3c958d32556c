"""How well unseen plans are understood, format by format, against answers written by hand.

Run: python bench/understanding.py [--slips] [--only TEXT] [--format NAME] [--converted] [--scanned] [--write FOLDER]

With --scanned only the two kinds of pictures are measured, over ten plans unless --only names others.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from schedules.calendar import load_calendar
from tests.gold.as_converted import available
from tests.gold.formats import CONVERTED, FORMATS, Format, scanned
from tests.gold.measuring import measure
from tests.gold.scoring import Score
from tests.gold.source import load, plan_paths

HEAD = "format   plans  gold  read    P      R      F1   dates  wrong%  shape%  owners%  crit%  invented  lost  header%"
AS_PICTURES = ("01", "03", "05", "06", "08", "10", "14", "15", "23", "26")
"""Plans measured as pictures: bodies, letters and every layout of table, few enough for some minutes."""


def row(name: str, plans: int, result: Score) -> str:
    """Return one line of the table."""
    shape = 100 * result.shape_right / max(1, result.right)
    header = 100 * result.header_right / max(1, result.header_asked)
    return (
        f"{name:8} {plans:4}  {result.gold:5} {result.read:5}  {result.precision:.3f}  {result.recall:.3f}  "
        f"{result.f1:.3f}  {result.dates_f1:.3f}  {100 * result.wrong_dates:5.1f}   {shape:5.1f}   "
        f"{100 * result.owners:6.1f}  {100 * result.criteria:5.1f}  "
        f"{result.invented:7}  {result.lost_quotes:5}  {header:6.1f}"
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slips", action="store_true", help="list every slip")
    parser.add_argument("--only", default="", help="plans whose name contains this")
    parser.add_argument("--format", default="", help="one format")
    parser.add_argument("--converted", action="store_true", help="also what LibreOffice makes: pdf, odt, rtf")
    parser.add_argument("--scanned", action="store_true", help="the plans as scans and phone photos, in their stead")
    parser.add_argument("--write", type=Path, help="write the rendered plans into this folder instead")
    return parser.parse_args()


def _formats(asked: argparse.Namespace) -> tuple[Format, ...]:
    if asked.scanned:
        if not available():
            sys.exit("Đo ảnh quét cần LibreOffice để in kế hoạch ra trang giấy (tracker doctor chỉ cách cài).")
        return scanned()
    return (*FORMATS, *CONVERTED) if asked.converted and available() else FORMATS


def main() -> None:
    """Print the table, or write the renders."""
    asked, calendar = arguments(), load_calendar()
    paths = [path for path in plan_paths() if asked.only in path.name]
    if asked.scanned and not asked.only:
        paths = [path for path in paths if path.name.startswith(AS_PICTURES)]
    formats = [made for made in _formats(asked) if asked.format in ("", made.name)]
    if asked.write:
        asked.write.mkdir(parents=True, exist_ok=True)
        for path in paths:
            for made in formats:
                (asked.write / f"{path.stem}.{made.name}{made.suffix}").write_bytes(made.render(load(path)))
        return
    print(HEAD)
    for made in formats:
        results = [(path, measure(path, made, calendar)) for path in paths]
        print(row(made.name, len(paths), sum((result for _, result in results), Score())))
        for path, result in results if asked.slips else ():
            for slip in result.slips:
                print(f"    {path.stem}: {slip}")


if __name__ == "__main__":
    main()
