"""The terminal of a school's server: runs `tracker` in a folder of its own, a plan beside it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tracker.cli import tracker

PLAN = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB

Hoa Ban, ngày 18 tháng 9 năm 2023

KẾ HOẠCH
KIỂM ĐỊNH CHẤT LƯỢNG GIÁO DỤC
Năm học 2023-2024

I. NỘI DUNG
1. Khảo sát đội ngũ giáo viên (Hoàn thành trước ngày 29/9/2023). Phụ trách: Phó Hiệu trưởng.
2. Hoàn thiện báo cáo tự đánh giá (Hoàn thành trước tháng 5/2024). Phụ trách: Hiệu trưởng.
3. Thường xuyên giữ vệ sinh trường lớp.
"""


class Terminal:
    """Runs `tracker` in a folder of its own."""

    def __init__(self, folder: Path, plan: str = PLAN) -> None:
        self.folder = folder
        self.plan = folder / "ke-hoach.txt"
        self.plan.write_text(plan, encoding="utf-8")

    def __call__(self, *words: object, stdin: str | None = None) -> Result:
        arguments = ["--data", str(self.folder / "data"), *map(str, words)]
        return CliRunner().invoke(tracker, arguments, input=stdin, env={"TRACKER_DATA": None})

    def json(self, *words: object) -> object:
        result = self(*words, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    def refused(self, *words: object) -> str:
        result = self(*words)
        assert result.exit_code == 1, (result.exit_code, result.output, result.exception)
        assert result.stdout == ""
        return result.stderr
