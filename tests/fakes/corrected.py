"""A plan of a school, and copies of it that bear another number and day, as schools send them."""

from __future__ import annotations

WORKS = (
    "Khảo sát chất lượng học sinh các khối lớp. (Hoàn thành trước ngày 29/9/2023). Phụ trách: Trần Thị Hoa.",
    "Tổ chức hội thi giáo viên dạy giỏi cấp trường. (Hoàn thành trước ngày 28/10/2023). Phụ trách: Nguyễn Văn Bình.",
    "Báo cáo công khai chất lượng gửi Phòng Giáo dục. (Hoàn thành trước ngày 15/11/2023). Phụ trách: Bùi Thị Vân.",
    "Tập huấn phòng cháy chữa cháy. (Hoàn thành trước ngày 8/12/2023). Phụ trách: Trần Thị Hoa.",
)
TITLE = "Kiểm tra nội bộ năm học 2023-2024"


def text(number: str = "45", signed: str = "18 tháng 9", title: str = TITLE, works: tuple[str, ...] = WORKS) -> str:
    """Return a plan as a clerk pastes it."""
    lines = (f"{at}. {work}" for at, work in enumerate(works, 1))
    head = f"TRƯỜNG THCS HÒA NAM\nSố: {number}/KH-THCSHN\nHòa Nam, ngày {signed} năm 2023\nKẾ HOẠCH\n{title}\n"
    return head + "\n".join(lines) + "\n"


def moved(works: tuple[str, ...] = WORKS) -> tuple[str, ...]:
    """Return works as the corrected copy has them: the contest later, one work renamed a little."""
    return (
        works[0].replace("Khảo sát chất lượng", "Khảo sát lại chất lượng"),
        works[1].replace("28/10/2023", "10/11/2023"),
        *works[2:],
    )
