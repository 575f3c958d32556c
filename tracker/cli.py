"""The verbs of `tracker`; each is imported only when it is called, so that the command answers at once."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from tracker.commands.edge import refuse, say
from tracker.commands.help_pages import PageContext
from tracker.commands.typed import DATA_FOLDER
from tracker.commands.usage import usage_told
from tracker.refusal import Refusal

VERBS = {
    "read": "Đọc kế hoạch và in các việc có hạn; không lưu gì.",
    "when": "Đọc hạn trong một câu.",
    "law": "Pháp luật yêu cầu gì trong một năm học, hạn nào, vì sao.",
    "import": "Lưu kế hoạch (bản nháp), hoặc phát hành ngay với --publish.",
    "copy": "Bản Word của kế hoạch với mỗi điểm cần xem là một ghi chú đúng chỗ.",
    "nextyear": "Soạn dự thảo kế hoạch năm sau từ kế hoạch năm nay.",
    "tasks": "Liệt kê việc.",
    "overdue": "Liệt kê việc quá hạn.",
    "feed": "Ghi lịch iCalendar của trường, của một người hoặc phần công khai.",
    "remind": "Một nhịp nhắc việc tại một thời điểm.",
    "replay": "Mọi tin nhắc của một khoảng ngày: gửi ai, khi nào, vì sao.",
    "bulletin": "Bản tin để dán vào nhóm Zalo của trường, theo ngày hoặc theo tuần.",
    "report": "Báo cáo kết quả thực hiện kế hoạch (Phụ lục 2) thành tệp Word.",
    "demo": "Chạy thử ngay: một kế hoạch mẫu, bảng việc, lịch và các tin sẽ gửi.",
    "serve": "Chạy trang web, lịch, API và đồng hồ nhắc việc.",
    "signin": "In một liên kết đăng nhập dùng một lần.",
    "doctor": "Kiểm tra máy đã có gì, thiếu gì, sửa thế nào.",
}
"""Every verb with its one-line help; `tracker/commands/<verb>_.py` holds it as `command`."""


INTERRUPTED = 130
"""The exit code of a command that Ctrl+C ended: 128 and the number of SIGINT."""


class Verbs(click.Group):
    """A group whose commands are imported when called, listed without being imported."""

    context_class = PageContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs in the order people meet them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the module of one verb and return its command."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"tracker.commands.{cmd_name}_").command
        command.context_class = PageContext
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the words before the verb; wrong ones are told in Vietnamese."""
        with usage_told():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; a refusal becomes its sentence and exit code 1, wrong usage 2, Ctrl+C what shells expect."""
        try:
            with usage_told():
                return super().invoke(ctx)
        except Refusal as refusal:
            refuse(str(refusal))
        except KeyboardInterrupt:
            say("Đã dừng theo Ctrl+C.")
            ctx.exit(INTERRUPTED)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List verbs and their sentences from the table alone."""
        with formatter.section("Lệnh"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    type=DATA_FOLDER,
    envvar="TRACKER_DATA",
    default=Path("data"),
    show_default=True,
    help="Thư mục dữ liệu.",
)
@click.version_option(package_name="dung-han", prog_name="tracker")
@click.pass_context
def tracker(ctx: click.Context, data: Path) -> None:
    """Đúng Hạn: kế hoạch của trường thành việc có hạn, lịch trên điện thoại, lời nhắc và bảng quá hạn."""
    ctx.obj = data
