"""A Debian chromium without a window, and the few gestures the browser tests make."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
NEEDS_CHROMIUM = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="cần chromium và chromedriver (apt install chromium chromium-driver)"
)
PHONE, DESK = (360, 800), (1280, 900)
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--hide-scrollbars",
)


@contextmanager
def chromium(profile: Path) -> Iterator[object]:
    """Start a browser with a profile of its own; quit it at the end."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=Service(DRIVER))
    driver.implicitly_wait(10)
    try:
        yield driver
    finally:
        driver.quit()


def resize(browser: object, size: tuple[int, int]) -> None:
    """Show pages as on a screen of this size in CSS pixels."""
    width, height = size
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def find(browser: object, css: str):
    """Return the first element of a selector, waiting for it a little."""
    return browser.find_element("css selector", css)


def wait_for(browser: object, css: str, words: str) -> None:
    """Wait until the page that comes next shows these words at this place."""
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.support.ui import WebDriverWait

    # not there yet, gone with the page before, or “does not belong to the document” while one page follows another
    shown = WebDriverWait(browser, 20, ignored_exceptions=(WebDriverException,))
    shown.until(lambda page: words in page.find_element("css selector", css).text)
