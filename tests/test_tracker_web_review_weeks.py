"""Which days “tuần k” means is asked so that the rules can be compared."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from tests.fakes.review_clerk import PAGE, clerk_with

WEEKS = """TRƯỜNG THCS HOA BAN
Số: 1/KH-THCS
Hoa Ban, ngày 5 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
1. Khảo sát đầu năm (Tuần 3 tháng 10).
2. Hội thi cấp trường (Tuần 1 tháng 11).
3. Tổng kết đợt thi đua (Tuần 2 tháng 12).
"""


def test_week_rules_are_compared_by_the_same_weeks(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", WEEKS)
    page = html.fromstring(clerk.get(PAGE).text)
    shown = [[each.text_content() for each in button] for button in page.xpath('//*[@id="cach-tinh-tuan"]//button')]
    weeks = {tuple(re.findall(r"“(.+?)”", " ".join(of))) for of in shown}
    assert len(shown) == 4
    assert len(weeks) == 1
    assert len({tuple(of) for of in shown}) == 4


def test_the_rule_that_was_chosen_stands_among_what_was_answered_and_can_be_chosen_anew(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", WEEKS)
    assert "điểm đã trả lời" not in clerk.get(PAGE).text
    rules = html.fromstring(clerk.get(PAGE).text).xpath('//*[@id="cach-tinh-tuan"]//button/@value')
    labels = {}
    for rule in rules[:2]:
        clerk.presses("cach-tinh-tuan", rule=rule)
        for path in (PAGE, "/ke-hoach/1"):
            page = html.fromstring(clerk.get(path).text)
            (told,) = page.xpath('//details[starts-with(normalize-space(summary), "1 điểm đã trả lời")]')
            labels[path, rule] = " ".join(told.xpath('.//p[starts-with(., "✓")]/text()'))
        assert labels[PAGE, rule] == labels["/ke-hoach/1", rule] != "✓ "
    assert len(set(labels.values())) == 2
