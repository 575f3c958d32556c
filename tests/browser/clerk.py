"""What a clerk does first in a browser: signs in, uploads the plan and publishes it; and where its answers are given."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.chromium import PHONE, chromium, find, resize, wait_for
from tests.browser.serving import Served
from tests.test_tracker_web_pages import PLAN
from tracker.answers.links import AnswerLinks
from tracker.feeds.secret import master_key
from tracker.store import people, tasks
from tracker.store.database import open_database
from tracker.zone import current_instant


def sign_in(browser: object, site: Served) -> None:
    browser.get(site.link)
    find(browser, "#dang-nhap").click()
    wait_for(browser, "h1", "Chưa có kế hoạch nào")


def upload(browser: object, site: Served, plan: Path) -> None:
    browser.get(f"{site.url}/ke-hoach/tai-len")
    find(browser, "#file").send_keys(str(plan))
    find(browser, "#doc").click()
    find(browser, "button.publish").click()
    wait_for(browser, "[role=status]", "Đã phát hành lịch")


@contextmanager
def phone_with_plan(folder: Path, site: Served) -> Iterator[object]:
    """Start a phone whose clerk has signed in and published a plan."""
    plan = folder / "ke-hoach.txt"
    plan.write_text(PLAN, encoding="utf-8")
    with chromium(folder / "profile") as running:
        resize(running, PHONE)
        sign_in(running, site)
        upload(running, site, plan)
        yield running


def answer_page(folder: Path, site: Served) -> str:
    """Return the address by which the manager, standing in for a missing lead, answers about the first task."""
    with open_database(folder) as db:
        task, manager = tasks.of_all(db)[0], people.find(db, people.MANAGER_NAME)[0]
    return AnswerLinks(site.url, master_key(folder)).task(task.id, manager.id, current_instant().date()).page
