"""A photo sent from a phone on a slow line: the page says that it is on its way, sends it once, and what is too much."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import NEEDS_CHROMIUM, PHONE, find, wait_for
from tests.browser.clerk import answer_page, phone_with_plan
from tests.browser.serving import Served
from tracker.store import evidence, tasks
from tracker.store.database import open_database

pytestmark = NEEDS_CHROMIUM
MEGABYTE = 1024 * 1024
SLOW = {"offline": False, "latency": 200, "downloadThroughput": 4 * MEGABYTE, "uploadThroughput": 400 * 1024}
"""A line on which two megabytes take some seconds."""

DOUBLE = "const tap = document.querySelector('#minh-chung form button'); tap.click(); tap.click();"


@pytest.fixture
def browser(tmp_path: Path, site: Served) -> Iterator[object]:
    """Start a phone on the page of a finished work, where its evidence is asked for."""
    with phone_with_plan(tmp_path, site) as running:
        running.get(answer_page(tmp_path / "data", site))
        find(running, "form.answers button").click()
        wait_for(running, "#minh-chung", "Ảnh hoặc tệp")
        yield running


def photo(folder: Path, size: int) -> str:
    path = folder / f"anh-{size}.jpg"
    frame, scan, end = b"\xff\xd8\xff\xe0\x00\x04\x00\x00", b"\xff\xda\x00\x02", b"\xff\xd9"
    path.write_bytes(frame + scan + bytes(size - len(frame + scan + end)) + end)
    return str(path)


def kept(folder: Path) -> list[str]:
    with open_database(folder) as db:
        return [one.words for task in tasks.of_all(db) for one in evidence.of_task(db, task.id)]


def test_a_photo_on_a_slow_line_says_so_and_a_double_tap_sends_it_once(browser: object, tmp_path: Path) -> None:
    find(browser, "#tep").send_keys(photo(tmp_path, 2 * MEGABYTE))
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", SLOW)
    browser.execute_script("window.name = '0'; document.addEventListener('submit', (event) => "
                           "{ if (!event.defaultPrevented) window.name = String(Number(window.name) + 1); });")  # fmt: skip
    said, button, width = browser.execute_script(
        DOUBLE + "return [document.querySelector('.sending').textContent, tap.textContent,"
        " document.scrollingElement.scrollWidth]"
    )
    assert said.startswith("Đang gửi 1 tệp, 2 MB. Mạng chậm thì mất vài phút")
    assert button == "Đang gửi…"
    assert width <= PHONE[0]
    wait_for(browser, "#minh-chung .rows", "anh-2097152.jpg")
    assert browser.execute_script("return window.name") == "1"
    assert kept(tmp_path / "data") == ["anh-2097152.jpg"]


def test_files_that_are_too_much_are_told_before_they_are_sent(browser: object, tmp_path: Path) -> None:
    field, wrong = find(browser, "#tep"), "#tep-qua-nhieu"
    field.send_keys(photo(tmp_path, 21 * MEGABYTE))
    wait_for(browser, wrong, "“anh-22020096.jpg” nặng 21 MB; mỗi tệp không quá 20 MB.")
    browser.execute_script(DOUBLE)
    assert find(browser, "#minh-chung form button").text == "Gửi minh chứng"
    assert field.get_attribute("aria-invalid") == "true"
    field.clear()
    field.send_keys("\n".join(photo(tmp_path, 1000 + at) for at in range(6)))
    wait_for(browser, wrong, "Đã chọn 6 tệp; mỗi lần gửi không quá 5 tệp.")
    field.clear()
    field.send_keys("\n".join(photo(tmp_path, 16 * MEGABYTE + at) for at in range(4)))
    wait_for(browser, wrong, "gửi một lần không quá 60 MB.")
    assert not kept(tmp_path / "data")
    field.clear()
    field.send_keys(photo(tmp_path, 5000))
    browser.execute_script("arguments[0].dispatchEvent(new Event('change'))", field)
    assert not find(browser, wrong).is_displayed()
    find(browser, "#minh-chung form button").click()
    wait_for(browser, "#minh-chung .rows", "anh-5000.jpg")
