"""What one long paragraph costs beside a short one: text copied from a PDF comes as a single line.

Run: python bench/paragraphs.py
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS HOA SEN\nHoa Sen, ngày 2 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"
WORKS = (
    "Tổ trưởng nộp sổ ghi chép số {0} trước ngày {1}/10/2025.",
    "Ngày {1}/11/2025 nhóm {0} họp phụ huynh cả khối.",
    "Công khai bảng thu chi lớp {0} trong học kỳ I.",
    "Giáo viên chăm sóc vườn cây lớp {0} sạch đẹp.",
    "Khám sức khỏe lớp {0} (đợt 1 trước {1}/9, đợt 2 trước {1}/3).",
)
SHORT, TIMES, ROUNDS = 20_000, 4, 3


def paragraph(letters: int) -> str:
    """Return one paragraph of about so many letters."""
    works, total = list[str](), 0
    while total < letters:
        number = len(works)
        works.append(WORKS[number % len(WORKS)].format(number, number % 28 + 1))
        total += len(works[-1]) + 1
    return "1. " + " ".join(works)


def seconds(letters: int) -> float:
    """Return the processor's seconds for reading a paragraph, the best of some rounds."""
    calendar, document = load_calendar(), read_text(HEAD + paragraph(letters) + "\n", "plan.txt")
    taken = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        understand(document, calendar)
        taken.append(time.process_time() - begun)
    return min(taken)


def main() -> None:
    """Print both times and their ratio; twice the letters should cost twice the time."""
    short, long = seconds(SHORT), seconds(SHORT * TIMES)
    shown = f"{SHORT // 1000} kB {short:.2f} s, {SHORT * TIMES // 1000} kB {long:.2f} s"
    print(f"one paragraph: {shown}; ratio {long / short:.1f} (goal {TIMES + 1} at most)")


if __name__ == "__main__":
    main()
