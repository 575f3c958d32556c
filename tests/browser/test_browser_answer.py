"""Someone on a phone answers by the link in a message, and the manager decides: pressed in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.browser.chromium import CHROMIUM, DRIVER, PHONE, chromium, find, resize, wait_for
from tests.browser.serving import Served, served
from tests.browser.test_browser_board import sign_in, upload
from tests.test_tracker_web_pages import PLAN
from tracker.answers.links import AnswerLinks
from tracker.feeds.secret import master_key
from tracker.store import ledger, people, tasks
from tracker.store.database import open_database
from tracker.zone import current_instant

pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="cần chromium và chromedriver (apt install chromium chromium-driver)"
)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path / "data") as running:
        yield running


@pytest.fixture
def browser(tmp_path: Path, site: Served) -> Iterator[object]:
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text(PLAN, encoding="utf-8")
    with chromium(tmp_path / "profile") as running:
        resize(running, PHONE)
        sign_in(running, site)
        upload(running, site, plan)
        yield running


def answer_page(folder: Path, site: Served) -> str:
    """Return the address by which the manager, standing in for a missing lead, answers about the first task."""
    with open_database(folder) as db:
        task, manager = tasks.of_all(db)[0], people.find(db, people.MANAGER_NAME)[0]
    return AnswerLinks(site.url, master_key(folder)).task(task.id, manager.id, current_instant().date()).page


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
