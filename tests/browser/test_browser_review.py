"""The review of a draft by keyboard alone, and with scripts switched off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import DESK, NEEDS_CHROMIUM, PHONE, chromium, find, resize, wait_for
from tests.browser.clerk import sign_in
from tests.browser.serving import Served, served
from tests.test_tracker_web_review import CONTEST, PLAN
from tests.test_tracker_web_review_parting import ONE_OR_TWO

pytestmark = NEEDS_CHROMIUM
PAGE = "/ke-hoach/1/duyet"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[object]:
    with chromium(tmp_path / "profile") as running:
        yield running


@pytest.fixture
def site(tmp_path: Path, browser: object) -> Iterator[Served]:
    """Give a service with one draft in it, the browser signed in."""
    with served(tmp_path / "data") as running:
        sign_in(browser, running)
        bring(browser, running, tmp_path / "ke-hoach.txt", PLAN)
        yield running


def bring(browser: object, site: Served, path: Path, plan: str) -> None:
    path.write_text(plan, encoding="utf-8")
    browser.get(f"{site.url}/ke-hoach/tai-len")
    find(browser, "#file").send_keys(str(path))
    find(browser, "#doc").click()
    wait_for(browser, "h1", "Kế hoạch")


def keys(browser: object, typed: str) -> None:
    browser.switch_to.active_element.send_keys(typed)


def focused(browser: object) -> str:
    return browser.execute_script("return document.activeElement.textContent")


def test_a_whole_review_by_keyboard_alone(site: Served, browser: object) -> None:
    from selenium.webdriver.common.keys import Keys

    resize(browser, DESK)
    browser.get(site.url + PAGE)
    for _ in range(3):
        keys(browser, "j")
    keys(browser, "k")
    assert "Công khai" in focused(browser)
    keys(browser, "j")
    assert focused(browser) == CONTEST
    keys(browser, Keys.ENTER)
    wait_for(browser, ".original mark", CONTEST)
    keys(browser, "o")
    keys(browser, "Cô Lan" + Keys.ENTER)
    wait_for(browser, "[role=status]", "Đã ghi người phụ trách")
    keys(browser, "h")
    keys(browser, "trước ngày 5/12" + Keys.ENTER)
    wait_for(browser, "#xem-han", "trước thứ Ba 5/12/2023")
    assert "Lưu hạn này" in focused(browser)
    keys(browser, Keys.ENTER)
    wait_for(browser, "[role=status]", "Đã lưu hạn")
    keys(browser, "d")
    keys(browser, "không làm" + Keys.ENTER)
    wait_for(browser, ".was", CONTEST)
    keys(browser, "u")
    wait_for(browser, "[role=status]", "Đã hoàn tác")
    wait_for(browser, ".chosen .facts", "trước thứ Ba 5/12/2023")
    keys(browser, "p")
    keys(browser, Keys.ENTER)
    wait_for(browser, "[role=status]", "Đã phát hành lịch")


def test_enter_saves_a_title_and_no_key_acts_inside_a_field(site: Served, browser: object) -> None:
    from selenium.webdriver.common.keys import Keys

    resize(browser, DESK)
    open_contest(site, browser)
    keys(browser, "e")
    keys(browser, Keys.END + " jgsu?" + Keys.ENTER)
    wait_for(browser, "[role=status]", "Đã sửa tên việc")
    wait_for(browser, ".chosen .name", f"{CONTEST} jgsu?")
    assert focused(browser) == f"{CONTEST} jgsu?"


def test_words_left_by_escape_come_back_until_saved_or_given_up(site: Served, browser: object) -> None:
    from selenium.webdriver.common.keys import Keys

    resize(browser, DESK)
    open_contest(site, browser)
    keys(browser, "e")
    keys(browser, Keys.END + " cấp trường")
    keys(browser, Keys.ESCAPE)
    assert focused(browser) == CONTEST
    keys(browser, "k" + Keys.ENTER)
    wait_for(browser, ".chosen .name", "Công khai")
    keys(browser, "j" + Keys.ENTER)
    wait_for(browser, ".typed", "Chữ gõ dở, chưa lưu.")
    assert focused(browser) == CONTEST
    assert value(browser, "#title") == f"{CONTEST} cấp trường"
    find(browser, ".typed button").click()
    assert value(browser, "#title") == CONTEST
    keys(browser, Keys.ESCAPE + "k" + Keys.ENTER)
    wait_for(browser, ".chosen .name", "Công khai")
    keys(browser, "j" + Keys.ENTER)
    wait_for(browser, ".chosen .name", CONTEST)
    assert value(browser, "#title") == CONTEST


def test_splitting_and_merging_have_keys_the_help_tells(site: Served, browser: object) -> None:
    resize(browser, DESK)
    open_contest(site, browser)
    for key, form in (("s", "sua-tach"), ("g", "sua-gop")):
        browser.execute_script("document.querySelector('.chosen .name').focus()")
        keys(browser, key)
        assert browser.execute_script("return document.activeElement.closest('details').id") == form
    browser.execute_script("document.querySelector('.chosen .name').focus()")
    keys(browser, "?")
    told = dict(
        browser.execute_script(
            "return [...document.querySelectorAll('.keys dt')].map(one => "
            "[one.textContent, one.nextElementSibling.textContent])"
        )
    )
    assert (told["s"], told["g"]) == ("tách thành hai việc", "gộp với việc khác")
    used = browser.execute_script("return Object.keys(KEYS)")
    assert set(used) <= told.keys()


def open_contest(site: Served, browser: object, *, lit: bool = True) -> None:
    browser.get(site.url + PAGE)
    browser.get(
        next(
            one for one in browser.find_elements("css selector", ".tasks a.name") if one.text == CONTEST
        ).get_attribute("href")
    )
    wait_for(browser, ".original mark" if lit else ".chosen mark", CONTEST)


def value(browser: object, css: str) -> str:
    return browser.execute_script("return document.querySelector(arguments[0]).value", css)


def test_the_review_works_without_scripts(site: Served, browser: object) -> None:
    browser.get(site.url + PAGE)
    link = next(one for one in browser.find_elements("css selector", ".tasks a.name") if one.text == CONTEST)
    address = link.get_attribute("href")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    resize(browser, PHONE)
    browser.get(address)
    wait_for(browser, ".chosen mark", CONTEST)
    browser.get(address.replace("#", "&sua=ten#"))
    title = find(browser, "#title")
    title.clear()
    title.send_keys("Hội thi")
    find(browser, "#sua-ten button").click()
    wait_for(browser, ".chosen .name", "Hội thi")
    find(browser, "#hoan-tac").click()
    wait_for(browser, ".chosen .name", CONTEST)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert "Hội thi" not in [name.text for name in browser.find_elements("css selector", ".tasks a.name")]


def test_the_review_fits_a_phone_and_breaks_no_policy(site: Served, browser: object) -> None:
    browser.get(site.url + PAGE)
    task = find(browser, ".tasks a.name").get_attribute("href")
    browser.get_log("browser")
    for size in (PHONE, DESK):
        resize(browser, size)
        for address in (site.url + PAGE, task, task.replace("#", "&sua=han#")):
            browser.get(address)
            assert browser.execute_script("return document.scrollingElement.scrollWidth") <= size[0], address
            heights = browser.execute_script(
                "return [...document.querySelectorAll('main button, main .button, main summary, "
                "main input:not([type=hidden]):not([type=checkbox]), main select')]"
                ".filter(one => one.offsetParent).map(one => one.getBoundingClientRect().height)"
            )
            assert min(heights) >= 44
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_what_was_just_done_is_told_at_its_work_and_covers_nothing(
    size: tuple[int, int], site: Served, browser: object
) -> None:
    resize(browser, size)
    open_contest(site, browser, lit=size == DESK)
    browser.execute_script("document.querySelector('#dung-roi').click()")
    wait_for(browser, ".chosen [role=status]", "đúng")
    assert browser.execute_script(
        "const told = document.querySelector('[role=status]').getBoundingClientRect(); "
        "return told.top >= 0 && told.bottom <= innerHeight && getComputedStyle(document.querySelector("
        "'[role=status]')).position === 'static'"
    )
    last = "const last = document.querySelector('.tools .last'); return "
    assert browser.execute_script(last + "last.scrollWidth <= last.clientWidth && last.offsetParent !== null")
    sticky = browser.execute_script("return getComputedStyle(document.querySelector('.tools')).position")
    assert sticky == ("static" if size == PHONE else "sticky")


def test_a_missed_task_is_added_from_a_line_by_keyboard_alone(site: Served, browser: object) -> None:
    from selenium.webdriver.common.keys import Keys

    resize(browser, DESK)
    browser.get(site.url + PAGE)
    keys(browser, "v")
    while "hội thi giáo viên" not in browser.execute_script("return document.activeElement.parentElement.textContent"):
        keys(browser, "j")
    keys(browser, Keys.ENTER)
    wait_for(browser, "#them[open] summary", "Thêm việc")
    title = find(browser, "#them-title")
    title.clear()
    title.send_keys("Họp ban giám khảo" + Keys.ENTER)
    wait_for(browser, "[role=status]", "Đã lập thành việc")
    wait_for(browser, ".chosen .name", "Họp ban giám khảo")
    wait_for(browser, ".original mark", "hội thi giáo viên")
    keys(browser, "u")
    wait_for(browser, "[role=status]", "Đã hoàn tác")
    keys(browser, "n")
    assert browser.execute_script("return document.activeElement.id") == "them-quote"


def test_one_key_parts_two_works_and_one_undoes_it(site: Served, browser: object, tmp_path: Path) -> None:
    bring(browser, site, tmp_path / "hai-viec.txt", ONE_OR_TWO)
    resize(browser, DESK)
    browser.get(f"{site.url}/ke-hoach/2/duyet")
    keys(browser, "j")
    assert focused(browser) == "Thu quỹ lớp"
    keys(browser, "t")
    wait_for(browser, "[role=status]", "Đã tách: mỗi việc")
    wait_for(browser, ".tasks", "Thu quỹ lớp đợt hai")
    keys(browser, "u")
    wait_for(browser, "[role=status]", "Đã hoàn tác")
    assert "Thu quỹ lớp đợt hai" not in [name.text for name in browser.find_elements("css selector", ".tasks a.name")]


@pytest.mark.parametrize("size", [(1200, 900), PHONE])
def test_the_bar_never_lies_over_the_form_of_a_missed_task(
    site: Served, browser: object, size: tuple[int, int]
) -> None:
    resize(browser, size)
    browser.get(f"{site.url}{PAGE}?them=6#them-viec")
    find(browser, "#them[open]")
    for css in ("#them-quote", "#them-title", "#them-words", "#them-day", "#them-owners", "#luu-them"):
        hit = browser.execute_script(
            """const one = document.querySelector(arguments[0]);
            one.scrollIntoView({block: "nearest", behavior: "instant"});
            one.focus();
            const box = one.getBoundingClientRect();
            return document.elementFromPoint(box.left + box.width / 2, box.bottom - 4) === one;""",
            css,
        )
        assert hit, css
