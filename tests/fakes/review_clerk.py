"""A clerk who reviews a draft through the real application."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.visitor import Visitor
from tracker.plan_reading import PlanReader
from tracker.store.records import StoredTask, TaskState
from tracker.web.site import national_calendar

PAGE = "/ke-hoach/1/duyet"
PLAN = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Khảo thí và kiểm định chất lượng giáo dục năm học 2023-2024
1. Công khai chất lượng giáo dục đầu năm học. (Hoàn thành trước ngày 25/9/2023).
2. Tổ chức hội thi giáo viên dạy giỏi cấp trường. (Hoàn thành trước ngày 28/10/2023).
3. Báo cáo công khai gửi Phòng Giáo dục. (Hoàn thành trước ngày 25/9/2024).
"""
CONTEST = "Tổ chức hội thi giáo viên dạy giỏi cấp trường"


class Clerk(Visitor):
    """A visitor who reviews the draft."""

    def presses(self, act: str, **fields: str):
        """Press a button of the review."""
        return self.press(f"{PAGE}/{act}", on=PAGE, revision="1", **fields)

    def stored(self) -> dict[str, StoredTask]:
        """Return the works in the store that nobody dropped, by title."""
        return {one.task.title: one for one in self.tasks() if one.state is not TaskState.CANCELLED}

    def id_of(self, title: str) -> str:
        """Return the id of a work."""
        return self.stored()[title].id

    def asked(self) -> dict[str, str]:
        """Return the open questions as the API tells them: rule → id."""
        questions = self.get("/api/plans/1/review").json()["questions"]
        return {one["findings"][0]["rule"]: one["id"] for one in questions if one["open"]}


def clerk_with(folder: Path, plan: str = PLAN) -> Clerk:
    """Return a clerk of a new school with one plan to review."""
    clerk = Clerk(folder)
    clerk.keep(PlanReader(national_calendar()).read_bytes(plan.encode(), "ke-hoach.txt"), publish=False)
    return clerk
