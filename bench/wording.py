"""How fast words become dates: phrases a second, against dateparser when installed, and a ten-page plan.

Run: python bench/wording.py
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.wording import Context, find, when

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
PAGE = 2_600


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


def main() -> None:
    """Print the figures."""
    context = Context(load_calendar(), SchoolYear(2023))
    texts = phrases(COUNT)
    rate(lambda text: when(text, context), texts[-500:])
    ours = rate(lambda text: when(text, context), texts)
    print(f"when: {ours:,.0f} phrases/s over {COUNT:,}")
    distinct = list(dict.fromkeys(phrases(3 * COUNT)))[:COUNT]
    find_fresh = rate(lambda text: when(f"{text} ", context), distinct)
    print(f"when, no phrase twice: {find_fresh:,.0f} phrases/s over {len(distinct):,}")
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
    for size in (250_000, 1_000_000):
        text = "ngày 1/1 đến " * (size // 13)
        begun = time.process_time()
        find(text, context)
        print(f"“ngày 1/1 đến ” × {size // 13:,} ({size:,} letters): {time.process_time() - begun:.2f} s")


if __name__ == "__main__":
    main()
