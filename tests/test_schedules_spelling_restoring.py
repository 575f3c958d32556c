"""Titles without accents, or out of a poor scan: restored where plans make them sure, left where they do not."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text
from schedules.spelling.restoring import restored
from schedules.spelling.vocabulary import counted, vocabulary
from schedules.spelling.wear import Wear, wear_of
from schedules.wording import fold
from tests.accents import without_accents
from tests.gold.source import plan_paths
from tests.regenerate_vocabulary import PHRASES, texts
from tests.test_seeds import SEEDS, plan_of

TITLES_003 = {
    "1.3": "Giao nhiệm vụ cụ thể cho tổ chức Đoàn",
    "1.5": "Tham mưu với Ủy ban nhân dân quận",
    "2.2": "Xây dựng kế hoạch tuyển dụng giáo viên Giáo dục thể chất",
    "3.4": "Thường xuyên duy tu các công trình vệ sinh",
    "3.6": "Duyệt kế hoạch mua sách theo đề nghị",
    "4.2": "Huy động sự giúp đỡ từ các mạnh thường quân",
    "5.3": "Hướng dẫn công tác lưu hồ sơ theo mã",
    "5.5": "Phân công Phó Hiệu trưởng cùng các tổ trưởng chuyên môn",
}
"""How each title begins, read from the page by hand."""

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed plans are not here")


def syllables(text):
    return [word.strip("…,.") for word in text.split()]


def slips(found, wanted):
    """Return how many syllables at the beginning of a title are wrong, missing or too many."""
    begins = syllables(found)[: len(syllables(wanted))]
    codes = SequenceMatcher(None, begins, syllables(wanted), autojunk=False).get_opcodes()
    return sum(max(a2 - a1, b2 - b1) for tag, a1, a2, b1, b2 in codes if tag != "equal")


@needs_seeds
def test_the_titles_of_a_broken_scan_are_readable():
    found = {task.criterion: task.title for task in plan_of("003").tasks}
    wrong = sum(slips(found[criterion], wanted) for criterion, wanted in TITLES_003.items())
    assert wrong <= 0.05 * sum(len(syllables(wanted)) for wanted in TITLES_003.values()), found


@needs_seeds
def test_the_words_of_the_scan_are_kept_beside_the_title():
    task = next(task for task in plan_of("003").tasks if task.criterion == "3.4")
    assert task.original.startswith("Thuong xuyén duy tu cac cong trinh")
    assert "Thuong xuyén duy tu" in task.mentions[0].quote


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("Kiem tra cong tac tuyen sinh", "Kiểm tra công tác tuyển sinh"),
        ("Boi duong hoc sinh gioi", "Bồi dưỡng học sinh giỏi"),
        ("Nop bao cao so ket hoc ky I", "Nộp báo cáo sơ kết học kỳ I"),
    ],
)
def test_accents_come_back(shown, meant):
    assert restored(shown, vocabulary(), scanned=False).text == meant


@pytest.mark.parametrize(
    ("shown", "meant"),
    [("nha truo ng", "nhà trường"), ("Luutrit ho so", "Lưu trữ hồ sơ"), ("giao chi tiéu tuyén sinh", None)],
)
def test_words_torn_or_glued_are_whole_again(shown, meant):
    assert restored(shown, vocabulary(), scanned=True).text == (meant or "giao chỉ tiêu tuyển sinh")


def test_names_and_signs_stay():
    text = "Gap Lo Thi Xeng ngay 12/10, lop 9A (THCS)"
    found = restored(text, vocabulary(), scanned=False).text.split()
    assert found[1:4] == ["Lo", "Thi", "Xeng"]
    assert found[5:] == ["12/10,", "lớp", "9A", "(THCS)"]


@given(st.text(alphabet="aeoiuđâăêôơưnght cSP,.0169(", max_size=40))
def test_only_accents_change_where_letters_are_sure(text):
    found = restored(text, vocabulary(), scanned=False)
    assert fold(found.text) == fold(" ".join(text.split())) or any(sign in text for sign in "0169")


def test_titles_of_plans_never_seen_lose_at_most_two_words_in_a_hundred():
    changed = wrong = 0
    for path in plan_paths()[:6]:
        known = counted(texts(without=path.name))
        lines = [line for line in path.read_text("utf-8").splitlines() if line[:2] in ("- ", "1.", "2.", "3.")]
        for line in lines:
            pairs = zip(restored(without_accents(line), known, scanned=False).text.split(), line.split(), strict=True)
            for (found, meant), shown in zip(pairs, without_accents(line).split(), strict=True):
                changed += found != shown
                wrong += found not in (shown, meant)
    assert changed > 100
    assert wrong <= 0.02 * changed


def test_a_text_with_its_accents_is_not_worn():
    assert wear_of(PHRASES.read_text("utf-8"), vocabulary()) is Wear.NONE
    assert wear_of(without_accents(PHRASES.read_text("utf-8")), vocabulary()) is Wear.ACCENTS


def test_a_plan_typed_without_accents_has_titles_with_them():
    text = without_accents("KẾ HOẠCH\nNăm học 2024-2025\n" + PHRASES.read_text("utf-8")[:1500] + "\nI. NỘI DUNG\n")
    plan = understand(read_text(text + "- Kiem tra ho so giao vien truoc ngay 15/10/2024.\n", "gõ"), load_calendar())
    task = plan.tasks[-1]
    assert (task.title, task.original) == ("Kiểm tra hồ sơ giáo viên", "Kiem tra ho so giao vien")
