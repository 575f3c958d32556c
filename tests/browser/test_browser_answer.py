"""Someone on a phone answers by the link in a message, and the manager decides: pressed in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.browser.chromium import NEEDS_CHROMIUM, PHONE, find, wait_for
from tests.browser.clerk import answer_page, phone_with_plan
from tests.browser.serving import Served
from tracker.store import ledger, tasks
from tracker.store.database import open_database
from tracker.zone import current_instant

pytestmark = NEEDS_CHROMIUM


@pytest.fixture
def browser(tmp_path: Path, site: Served) -> Iterator[object]:
    with phone_with_plan(tmp_path, site) as running:
        yield running


def test_more_time_is_asked_for_on_a_phone_and_the_answer_is_planned(
    site: Served, browser: object, tmp_path: Path
) -> None:
    browser.get(answer_page(tmp_path / "data", site))
    assert browser.execute_script("return document.scrollingElement.scrollWidth") <= PHONE[0]
    day = current_instant().date() + timedelta(days=30)
    browser.execute_script(f"document.querySelector('#xin').value = '{day.isoformat()}'")
    find(browser, "#ly-do").send_keys("chờ số liệu của phòng")
    find(browser, "form:has(#xin) button").click()
    wait_for(browser, "[role=status]", "đề nghị gia hạn")
    browser.get(f"{site.url}/gia-han")
    find(browser, "form.actions button, .rows form button").click()
    wait_for(browser, "[role=status]", "người xin được báo lại")
    with open_database(tmp_path / "data") as db:
        rows = [row for task in tasks.of_all(db) for row in ledger.of_task(db, task.id)]
    assert [row.planned.stage for row in rows if row.planned.stage.startswith("X-")] == ["X-1"]


def test_an_answer_is_taken_back_on_a_phone(site: Served, browser: object, tmp_path: Path) -> None:
    browser.get(answer_page(tmp_path / "data", site))
    find(browser, "main form button").click()
    wait_for(browser, "[role=status]", "đã xong")
    find(browser, "form[action$=lay-lai] button").click()
    wait_for(browser, "[role=status]", "lấy lại")
    with open_database(tmp_path / "data") as db:
        assert [task for task in tasks.of_all(db) if not task.open] == []


@pytest.mark.parametrize("path", ["/ma-zalo", "/gia-han", "/cach-nhac", "/cach-nhac/nguoi/1", "/dien-thu", "/ban-tin"])
def test_the_pages_around_reminders_fit_a_phone(site: Served, browser: object, path: str) -> None:
    browser.get_log("browser")
    browser.get(site.url + path)
    assert browser.execute_script("return document.scrollingElement.scrollWidth") <= PHONE[0]
    assert browser.get_log("browser") == []
