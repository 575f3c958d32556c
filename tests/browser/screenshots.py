"""Takes the pictures of the README: `python -m tests.browser.screenshots FOLDER` (needs chromium and chromedriver)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.chromium import DESK, PHONE, chromium, find, resize
from tests.browser.serving import served, tracker

SAMPLE = Path(__file__).resolve().parents[2] / "tracker" / "sample" / "ke-hoach-mau.md"


def take(folder: Path) -> None:
    """Serve the sample plan and take the board and its most overdue task, wide and narrow."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "data"
        subprocess.run(tracker(data, "import", str(SAMPLE), "--publish"), check=True, stdout=subprocess.DEVNULL)
        with served(data) as site, chromium(Path(place) / "profile") as browser:
            browser.get(site.link)
            find(browser, "#dang-nhap").click()
            task = find(browser, "#qua-han a.name, #sap-toi a.name").get_attribute("href")
            for name, size in (("wide", DESK), ("phone", PHONE)):
                resize(browser, size)
                for page, address in (("board", site.url), ("task", task)):
                    browser.get(address)
                    browser.save_screenshot(str(folder / f"{page}-{name}.png"))


if __name__ == "__main__":
    where = Path(sys.argv[1])
    where.mkdir(parents=True, exist_ok=True)
    take(where)
