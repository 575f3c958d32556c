"""How fast words become dates: phrases a second, against dateparser when installed, and a ten-page plan.

Run: python bench/wording.py
"""

from __future__ import annotations

import gc
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.wording import Context, find, when
from tracker.commands.when_ import BETWEEN_SWEEPS

SHAPES = (
    "Trước ngày {d}/{m}/{y}",
    "Tháng {m:02}/{y}",
    "từ ngày {d}/{m}/{y} đến ngày {e}/{m}/{y}",
    "Báo cáo gửi về Phòng GD&ĐT chậm nhất ngày {d}/{m}/{y}",
    "Tuần {w} tháng {m}/{y}",
    "Quý {q}/{y}",
    "Cuối học kỳ I năm học {y}-{z}",
    "Năm học {y}-{z} và các năm học tiếp theo",
    "Trước 16 giờ 30 ngày {d}/{m}",
    "Hoàn thành trước tháng {m}/{y}",
    "Trong 0{w} ngày làm việc kể từ ngày {d}/{m}/{y}",
    "Thông tư số {d}/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo",
    "Hiệu trưởng, các tổ trưởng chuyên môn phối hợp thực hiện",
    "ngày {d} hằng tháng",
    "ngay {d} thing {m} nim {y}",
    "16-20/{m}",
)
COUNT = 20_000
PEER_COUNT = 400
TURNS = 200_000
PAGE = 2_600
MEGABYTE = 1_000_000
HOSTILE = (
    "ngày 1/1 đến ",
    "tuần 1 ",
    "từ ngày 1/1 đến ngày ",
    "trước tháng 5/2024, ",
    "hằng tháng ngày 20 ",
    "căn cứ ngày 1/1/2020 ",
    "tháng 1, ",
    "(ngày 1/1) ",
    "ngày 1/9 mưa ",
    "chào mừng 20/11: ",
    "1-",
    "1/",
    "1",
    "/",
    "a",
)
"""Repeated to a megabyte: each has made some reader of dates slow."""


def phrases(count: int) -> list[str]:
    """Return distinct-looking phrases in the shapes of real plans, the same every time."""
    dice = random.Random(20231016)
    return [_phrase(dice, dice.choice(SHAPES)) for _ in range(count)]


def _phrase(dice: random.Random, shape: str) -> str:
    day, year = dice.randint(1, 20), dice.randint(2021, 2027)
    return shape.format(
        d=day,
        e=day + 8,
        m=dice.randint(1, 12),
        y=year,
        z=year + 1,
        w=dice.randint(1, 4),
        q=dice.choice(("I", "II", "III", "IV")),
    )


def rate(read: Callable[[str], object], texts: list[str]) -> float:
    """Return phrases a second of a reader over texts."""
    begun = time.process_time()
    for text in texts:
        read(text)
    return len(texts) / (time.process_time() - begun)


def peer() -> Callable[[str], object] | None:
    """Return dateparser's search for Vietnamese, None when it is not installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    return lambda text: search_dates(text, languages=["vi"])


def yardstick() -> float:
    """Return the CPU microseconds of one turn of a fixed loop: machines differ, and so do their hours."""
    begun, kept, length = time.process_time(), {}, 0
    for turn in range(TURNS):
        kept[turn & 1023] = (turn, length)
        length += len(str(turn))
    return (time.process_time() - begun) / TURNS * 1e6


def main() -> None:
    """Print the figures."""
    context = Context(load_calendar(), SchoolYear(2023))
    # as in the batch it measures: what was loaded stays, answers hold no cycles
    gc.freeze()
    gc.set_threshold(BETWEEN_SWEEPS)
    texts = phrases(COUNT)
    rate(lambda text: when(text, context), texts[-500:])
    ours = rate(lambda text: when(text, context), texts)
    print(f"when: {ours:,.0f} phrases/s over {COUNT:,}")
    distinct = _distinct(COUNT)
    turn = yardstick()
    fresh = rate(lambda text: when(f"{text} ", context), distinct)
    turn = (turn + yardstick()) / 2
    print(
        f"when, no phrase twice: {fresh:,.0f} phrases/s over {len(distinct):,}; {1e6 / fresh:.0f} µs of CPU a phrase,"
        f" as long as {1e6 / fresh / turn:.0f} turns of a plain loop of {turn:.2f} µs"
    )
    other = peer()
    if other:
        theirs = rate(other, texts[:PEER_COUNT])
        print(f"dateparser search_dates: {theirs:,.0f} phrases/s; ratio {ours / theirs:,.0f}×")
    plan = "\n".join(
        f"{number}. Tổ chuyên môn rà soát, bổ sung hồ sơ minh chứng theo tiêu chí được phân công; {text}."
        for number, text in enumerate(texts)
    )
    plan = plan[: 10 * PAGE]
    begun = time.process_time()
    found = find(plan, context)
    print(f"ten pages ({len(plan):,} letters, {len(found)} wordings): {1000 * (time.process_time() - begun):.1f} ms")
    context = replace(context, doc_date=date(2023, 10, 2))  # the day of signing wakes the guards of what was over
    for unit in HOSTILE:
        times = MEGABYTE // len(unit)
        whole = _seconds(find, unit, times, context)
        one = _seconds(when, unit, times // 4, context)
        print(f"a megabyte of “{unit}”: {whole:.2f} s; the one deadline of a quarter of it {one:.2f} s")
    told = "; ".join(_distinct(2 * COUNT))
    quarter = _seconds(find, told[-MEGABYTE // 4 :], 1, context)
    whole = _seconds(find, told[:MEGABYTE], 1, context)
    print(f"a megabyte of phrases no two of which are the same: {whole:.2f} s; a quarter of one {quarter:.2f} s")
    _batch([{"text": text, "context": {"school_year": "2023-2024"}} for text in _distinct(COUNT)])


def _seconds(read: Callable[[str, Context], object], unit: str, times: int, context: Context) -> float:
    text = unit * times
    begun = time.process_time()
    read(text, context)
    return time.process_time() - begun


def _distinct(count: int) -> list[str]:
    """Return so many phrases, no two the same."""
    texts = dict.fromkeys(phrases(6 * count))
    return [*texts, *(f"Nhà trường: {text}" for text in texts)][:count]


def _batch(asked: list[dict[str, object]]) -> None:
    """Print the rate of the whole command over lines of JSON, its start apart: on one core, then on all of them."""
    lines = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in asked).encode()
    cores = os.sched_getaffinity(0)
    for used in ({min(cores)}, cores) if len(cores) > 1 else (cores,):
        os.sched_setaffinity(0, used)
        start, start_cpu = _command(lines[: lines.index(b"\n") + 1])
        whole, whole_cpu = _command(lines)
        print(
            f"tracker when --jsonl on {len(used)} of the cores: {len(asked) / (whole - start):,.0f} lines/s"
            f" over {len(asked):,}; {1e6 * (whole_cpu - start_cpu) / len(asked):.0f} µs of CPU a line;"
            f" start {start:.2f} s"
        )
    os.sched_setaffinity(0, cores)


def _command(given: bytes) -> tuple[float, float]:
    """Return the seconds on the clock and of CPU that the command takes over lines, its helpers included."""
    command = [sys.executable, "-m", "tracker", "when", "--jsonl"]
    begun, spent = time.perf_counter(), _spent()
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun, _spent() - spent


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
