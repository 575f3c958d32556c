"""Settings: one place, every name checked, secrets masked."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from schedules.calendar import WeekRule
from tracker.reminders.policy import Policy
from tracker.settings import SettingsError, load_settings


def write(folder: Path, text: str) -> Path:
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {})
    assert (settings.base_url, settings.calendar.week_rule) == ("", WeekRule.THURSDAY)


def test_a_file_sets_what_it_names(tmp_path: Path) -> None:
    write(tmp_path, '[calendar]\nsaturdays = true\nweek_rule = "blocks"\nextra_off = [2026-11-20]\n')
    calendar = load_settings(tmp_path, {}).calendar
    assert (calendar.saturdays, calendar.week_rule, calendar.extra_off) == (
        True,
        WeekRule.BLOCKS,
        (date(2026, 11, 20),),
    )


def test_a_variable_beats_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'base_url = "https://a.edu.vn"')
    assert load_settings(tmp_path, {"TRACKER_BASE_URL": "https://b.edu.vn"}).base_url == "https://b.edu.vn"


def test_the_data_folder_is_no_setting(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"TRACKER_DATA": "x", "HOME": "y"}).base_url == ""


@pytest.mark.parametrize(
    "text",
    [
        "baseurl = 'x'",
        "[calendar]\nsaturday = true",
        "[calendar]\nsaturdays = 'có'",
        "[calendar]\nweek_rule = 'x'",
        "a =",
        "[reminders]\nday_before = [1]",
        "[reminders]\ndays_before = []",
        "[reminders]\ndays_before = [-1]",
        "[reminders]\ndays_before = 7",
        "[reminders]\noverdue_most = true",
        "[reminders]\noverdue_most = 3.5",
        "[reminders]\noverdue_every = 0",
        "[reminders]\nmanager_after = 9999",
        "[reminders]\nsend_at = '25:00'",
        "[reminders]\nsend_at = 22:00:00",
        "reminders = 3",
    ],
)
def test_a_wrong_setting_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        load_settings(write(tmp_path, text), {})


def test_the_reminder_policy_comes_from_the_file_and_from_variables(tmp_path: Path) -> None:
    write(tmp_path, "[reminders]\ndays_before = [5, 0]\nsend_at = 06:30:00\n")
    variables = {"TRACKER_REMINDERS__QUIET_FROM": "20:00", "TRACKER_REMINDERS__MONTH_DAYS_BEFORE": "20,10"}
    assert load_settings(tmp_path, variables).reminders == Policy(
        days_before=(5, 0), send_at=time(6, 30), quiet_from=time(20), month_days_before=(20, 10)
    )


def test_a_wrong_reminder_setting_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="overdue_every: cần số ngày từ 1"):
        load_settings(write(tmp_path, "[reminders]\noverdue_every = 0"), {})


def test_a_secret_never_shows_itself(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {"TRACKER_CHANNELS__ZALO_BOT__TOKEN": "123:mat-khau"})
    assert "mat-khau" not in repr(settings)
    assert settings.channels.zalo_bot.token.reveal() == "123:mat-khau"
