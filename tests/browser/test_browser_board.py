"""A person with a real browser: signs in by the link, uploads a plan, publishes it, marks a task done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import DESK, NEEDS_CHROMIUM, PHONE, chromium, find, resize, wait_for
from tests.browser.clerk import sign_in, upload
from tests.browser.serving import Served
from tests.test_tracker_web_pages import PLAN

pytestmark = NEEDS_CHROMIUM


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[object]:
    with chromium(tmp_path / "profile") as running:
        yield running


def test_from_the_link_to_a_task_done_on_a_phone(site: Served, browser: object, tmp_path: Path) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(PLAN, encoding="utf-8")
    resize(browser, PHONE)
    sign_in(browser, site)
    upload(browser, site, plan)
    browser.get(site.url)
    find(browser, "#qua-han a.name").click()
    wait_for(browser, "mark", "Hoàn thành trước ngày")
    find(browser, "#note").send_keys("Biên bản số 3")
    find(browser, "#xong").click()
    wait_for(browser, "[role=status]", "việc đã xong")
    browser.get(site.url)
    wait_for(browser, "#da-xong .tag", "đã xong")
    assert "Biên bản số 3" in find(browser, "#da-xong .note").text


def test_no_page_overflows_a_narrow_phone_or_breaks_its_own_policy(
    site: Served, browser: object, tmp_path: Path
) -> None:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(PLAN.replace("giáo viên dạy giỏi", "x" * 90), encoding="utf-8")
    sign_in(browser, site)
    upload(browser, site, plan)
    browser.get(site.url)
    task = find(browser, "a.name").get_attribute("href")
    browser.get(f"{site.url}/lich")
    card = find(browser, "a.name").get_attribute("href")
    landing = find(browser, "a.button").get_attribute("href")
    paths = (
        "/",
        "/ke-hoach",
        "/ke-hoach/1",
        "/ke-hoach/tai-len",
        "/tin-nhan",
        "/lich",
        "/nguoi",
        "/nguoi/1",
        "/doc-thu",
        "/khong-co",
    )
    browser.get_log("browser")
    for address in (*(site.url + path for path in paths), task, card, landing):
        for size in (PHONE, DESK):
            resize(browser, size)
            browser.get(address)
            assert browser.execute_script("return document.scrollingElement.scrollWidth") <= size[0], address
    complaints = [entry["message"] for entry in browser.get_log("browser") if "404" not in entry["message"]]
    assert complaints == []


def test_everything_pressed_with_a_finger_is_large_enough(site: Served, browser: object) -> None:
    resize(browser, PHONE)
    sign_in(browser, site)
    for path in ("/", "/ke-hoach/tai-len", "/doc-thu"):
        browser.get(site.url + path)
        heights = browser.execute_script(
            "return [...document.querySelectorAll('button, .button, .bar a, input:not([type=hidden]), select')]"
            ".filter(one => one.offsetParent || one.closest('.bar')).map(one => one.getBoundingClientRect().height)"
        )
        assert heights
        assert min(heights) >= 44, path
