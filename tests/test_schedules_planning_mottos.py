"""Months called by their mottos: what a month is about is no work, what is done in it is."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.no_works.mottos import is_motto
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC ĐỒI SIM\nĐồi Sim, ngày 3 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n"
MOTTOS = {10: "Chăm ngoan, học giỏi", 11: "Tôn sư trọng đạo"}
DONE = {10: "Thi vẽ tranh: ngày 12/10.", 11: "Làm báo tường: tuần 2."}
ONLY_DONE = [("Thi vẽ tranh", "2024-10-12"), ("Làm báo tường", "2024-11-17")]


def works(text):
    found = understand(read_text(HEAD + text, "dán.md"), load_calendar()).tasks
    return [(task.title, str(task.due.day)) for task in found]


@pytest.mark.parametrize(
    "form",
    [
        "{at}. Tháng {month}: {motto}\n- {done}\n",
        "{at}. Tháng {month}/2024 - {motto}\n- {done}\n",
        "* Tháng {month}. Chủ đề {motto}\n- {done}\n",
        "{at}. Tháng {month} ({motto})\n- {done}\n",
        "Tháng {month}: “{motto}”\n- {done}\n",
        "{at}. Tháng {month}\n{motto}\n- {done}\n",
        "{at}. Tháng {month}: Thi đua {motto}\n- {done}\n",
    ],
)
def test_the_motto_of_a_month_over_its_list_is_no_work_however_it_is_written(form):
    months = enumerate(MOTTOS, start=1)
    text = "".join(form.format(at=at, month=month, motto=MOTTOS[month], done=DONE[month]) for at, month in months)
    assert works(text) == ONLY_DONE


def test_what_is_done_in_a_month_stays_a_work_over_the_list_of_its_parts():
    text = "1. Tháng 10: Hội thi vở sạch\n- Khối 1, 2.\n- Khối 3.\n2. Tháng 11: Tôn sư trọng đạo\n- Hội diễn: ngày 18/11.\n"
    assert ("Hội thi vở sạch", "2024-10-31") in works(text)


def test_one_month_alone_proves_no_motto():
    assert works("1. Tháng 10: Vườn rau sạch\n- Gieo hạt: ngày 12/10.\n")[0] == ("Vườn rau sạch", "2024-10-31")


def test_months_that_head_no_list_say_what_is_done_in_them():
    text = "- Tháng 10: Vườn rau sạch.\n- Tháng 11: Ngôi nhà chung.\n- Tháng 12: Góc sách xanh.\n"
    assert [day for _, day in works(text)] == ["2024-10-31", "2024-11-30", "2024-12-31"]


@pytest.mark.parametrize(
    "words", ["Mừng Đảng, mừng Xuân", "Tiến bước lên Đoàn", "(Uống nước nhớ nguồn)", "Thi đua dạy tốt"]
)
def test_few_words_without_a_deed_may_be_a_motto(words):
    assert is_motto(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ổn định nền nếp",
        "Đại hội chi đội",
        "Chuyên đề môn Toán",
        "Vui xuân, tổng kết kỳ I",
        "Lớp 5 vui khỏe",
        "Thi văn nghệ",
        "",
    ],
)
def test_deeds_events_and_numbers_are_no_mottos(words):
    assert not is_motto(words)
