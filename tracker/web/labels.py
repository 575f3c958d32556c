"""The house's words as people read them on pages: states, parts, severities, what history says, what was done."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import pass_context
from jinja2.runtime import Context

from schedules.calendar.spoken import RECURRENCES
from schedules.plan import Document, Finding, Origin, Place, Plan, Severity
from tracker import differing
from tracker.answers.rest import rest_words
from tracker.moving import LET_BE
from tracker.places import Places, place_words
from tracker.reminders.reasons import Reason
from tracker.signing_in.letters import REASON as SIGN_IN
from tracker.store.letters import MessageState
from tracker.store.records import HistoryEntry, Office, Part, PlanStatus, StoredTask, TaskState
from tracker.web.history_days import days_written, moved_words
from tracker.web.stages import stage_words

STATES = {
    TaskState.OPEN: "đang làm",
    TaskState.DONE: "đã xong",
    TaskState.CHECKED: "đã kiểm tra",
    TaskState.CANCELLED: "đã bỏ",
}
PARTS = {Part.LEAD: "chủ trì", Part.HELPER: "phối hợp", Part.WATCHER: "theo dõi"}
OFFICES = {
    Office.MANAGER: "quản lý kế hoạch",
    Office.COMMITTEE: "Tổ giám sát",
    Office.MEMBER: "thành viên",
}
SEVERITIES = {
    Severity.BLOCK: "phải sửa",
    Severity.CHOICE: "cần chọn",
    Severity.INFO: "để biết",
}
STATUSES = {
    PlanStatus.DRAFT: "bản nháp",
    PlanStatus.PUBLISHED: "đã phát hành",
    PlanStatus.SUPERSEDED: "đã thay",
    PlanStatus.WITHDRAWN: "đã xóa hoặc thu hồi",
}
SENDINGS = {
    MessageState.WAITING: "đang chờ gửi",
    MessageState.SENDING: "đang gửi",
    MessageState.SENT: "đã gửi",
    MessageState.UNKNOWN: "không rõ đã tới chưa",
    MessageState.FAILED: "không gửi được",
    MessageState.CANCELLED: "không gửi nữa",
}
ORIGINS = {
    Origin.PLAN: "kế hoạch",
    Origin.LAW: "quy định",
    Origin.CHECKPOINT: "mốc đề xuất",
    Origin.HAND: "thêm bằng tay khi duyệt, văn bản không có câu này",
}
HAPPENED = {
    "read": "Đọc từ kế hoạch",
    "moved": "Đổi hạn",
    "changed": "Sửa nội dung",
    "people named": "Đổi người kế hoạch ghi",
    "state": "Đổi trạng thái",
    "left out": "Bản mới không còn việc này, đã xong thì vẫn là đã xong",
    "taken in again": "Bản mới lại có việc này",
    "reassigned": "Đổi người làm",
    "repeated": "Đến lượt kế tiếp",
    "note": "Ghi chú",
    "committee note": "Tổ giám sát ghi chú",
    "merged": "Gộp hai tên làm một người",
    "imported": "Tải kế hoạch lên",
    "imported again": "Tải bản mới lên",
    "published": "Phát hành lịch",
    "decided": "Duyệt",
    "undone": "Hoàn tác",
    "withdrawn": "Xóa bản nháp",
    "recalled": "Thu hồi kế hoạch",
    "acknowledged": "Đã nhận việc",
    "snoozed": "Dời lời nhắc",
    "waiting": "Chờ cấp trên hoặc bên ngoài",
    "waiting ended": "Hết chờ",
    "extension asked": "Xin gia hạn",
    "extension approved": "Đồng ý gia hạn",
    "extension refused": "Không đồng ý gia hạn",
    "extension withdrawn": "Rút đề nghị gia hạn",
    "extension reopened": "Đề nghị gia hạn lại chờ trả lời",
    "declined": "Báo không phải việc của mình",
    "decline kept": "Trả lời: việc vẫn của người ấy",
    "decline withdrawn": "Rút lời báo không phải việc của mình",
    "shown to parents": "Cho phụ huynh xem",
    "hidden from parents": "Không cho phụ huynh xem",
    "evidence proposed": "Gửi minh chứng",
    "evidence accepted": "Nhận minh chứng",
    "evidence refused": "Không nhận minh chứng",
    "sign-in asked": "Xin liên kết đăng nhập",
    "signed in": "Đăng nhập bằng liên kết trong thư",
}
DONE_SENTENCES = {
    "da-xong": "Đã ghi: việc đã xong. Lời nhắc của việc này dừng lại.",
    "mo-lai": "Đã mở lại việc; các lời nhắc còn lại được lên lịch lại.",
    "da-kiem-tra": "Đã ghi: việc đã được kiểm tra.",
    "chua-kiem-tra": "Đã lấy lại; việc lại chờ kiểm tra.",
    "ghi-chu": "Đã lưu ghi chú.",
    "giao-viec": "Đã giao việc; lời nhắc chuyển theo người mới.",
    "phat-hanh": "Đã phát hành lịch. Từ giờ các việc này lên lịch điện thoại, và ai có kênh nhận tin thì được nhắc.",
    "da-co-hieu-luc": "Kế hoạch này đã phát hành, không có bản nháp nào chờ duyệt. "
    "Muốn dời hạn hoặc bỏ một việc, hãy mở trang của việc ấy; đổi nhiều việc thì tải bản kế hoạch đã sửa lên.",
    "da-tai": "Đã đọc và lưu thành bản nháp. Chưa ai nhận gì từ bản này cho đến khi thầy/cô bấm Phát hành lịch.",
    "quy-dinh": "Đã giữ các việc theo quy định thành bản nháp. "
    "Chưa ai nhận gì cho đến khi thầy/cô giao việc và phát hành.",
    "cung-tep": "Tệp này giống hệt lần trước; không có gì đổi.",
    "doc-khac": "Tệp này giống hệt lần trước nhưng nay đọc ra khác, nên thành bản nháp mới. "
    "Chưa ai nhận gì từ bản này cho đến khi thầy/cô bấm Phát hành lịch.",
    "khong-doi": "Giống hệt lần trước; không có gì đổi.",
    "nguoi": "Đã lưu người này.",
    "thu-lai": "Đã ghi: tin sau lại gửi tới địa chỉ này như trước. Nếu vẫn bị từ chối, trang này sẽ báo lại.",
    "gop-nguoi": "Đã gộp hai tên làm một người: việc, lời nhắc và kênh nhận về một chỗ; lịch sử vẫn giữ.",
    "cach-nhac": "Đã lưu cách nhắc; các lời nhắc còn lại được lên lịch lại.",
    "lay-lai": "Đã lấy lại câu trả lời; việc như chưa có gì.",
    "da-sua": "Đã sửa tên việc.",
    "doi-han": "Đã dời hạn. Lịch và lời nhắc theo ngày mới; ai đã nhận tin về hạn cũ được báo trong giờ gửi.",
    "han-cu": "Đã lấy lại hạn cũ. Lịch và lời nhắc theo hạn ấy; ai đã nhận tin về hạn mới được báo trong giờ gửi.",
    "bo-viec": "Đã bỏ. Lịch báo hủy, lời nhắc dừng; ai đã nhận tin về việc này được báo trong giờ gửi.",
    "dua-lai": "Đã lấy lại việc, cùng hạn và người làm như trước khi bỏ.",
    "phu-huynh": "Đã lưu. Lịch công khai đổi ngay; điện thoại đã đăng ký đổi ở lần tải tới.",
    "han": "Đã lưu hạn.",
    "chon-han": "Đã chốt hạn của việc này.",
    "chon-ngay": "Đã chốt hạn như thầy/cô chọn.",
    "da-giao": "Đã ghi người phụ trách.",
    "mot-nhom": "Đã ghi: là một nhóm, các việc mang một tên. Nhầm thì bấm Hoàn tác.",
    "da-tach": "Đã tách thành hai việc.",
    "tach-lai": "Đã tách: mỗi việc có tên, hạn và người làm như chỗ của nó ghi.",
    "da-gop": "Đã gộp hai việc làm một.",
    "da-bo": "Đã bỏ việc này; bấm Hoàn tác để lấy lại.",
    "lap-viec": "Đã lập thành việc.",
    "lay-lai-viec": "Đã lấy lại việc.",
    "dung-roi": "Đã ghi: việc này đọc đúng.",
    "bo-qua": "Đã bỏ qua; trường sẽ không bị hỏi lại điểm này.",
    "nhan": "Đã nhận gợi ý.",
    "da-xem": "Đã ghi: điểm này đã xem, kế hoạch giữ nguyên.",
    "ban-sua": "Đã nối vào kế hoạch này thành bản sửa: việc trùng giữ người làm, câu trả lời và lịch. "
    "Muốn lấy lại thì bấm Hoàn tác.",
    "ke-hoach-khac": "Đã ghi: là kế hoạch khác.",
    "xoa-nhap": "Đã xóa bản nháp. Lịch sử vẫn giữ; tải lại tệp ấy thì có lại bản nháp mới.",
    "thu-hoi": "Đã thu hồi kế hoạch: các việc chưa xong được hủy trên lịch, không ai bị nhắc nữa. Lịch sử vẫn giữ.",
    "tuan": "Đã ghi cách tính tuần.",
    "hoan-tac": "Đã hoàn tác.",
    "noi-oa": "Đã nối Official Account của trường.",
    "cho": "Đã ghi: việc đang chờ; tạm ngừng nhắc, hạn không đổi. Người làm được báo.",
    "thoi-cho": "Đã ghi: hết chờ; lời nhắc gần nhất được gửi trong giờ gửi tới.",
    "gui-lai": "Đã đưa tin này vào hàng chờ gửi lại.",
    "dong-y-gia-han": "Đã đồng ý gia hạn: hạn mới lên lịch ngay, người xin được báo lại trong giờ gửi.",
    "khong-gia-han": "Đã ghi: không đồng ý gia hạn. Hạn giữ nguyên, người xin được báo lại trong giờ gửi.",
    "viec-van-la": "Đã ghi: việc vẫn của người ấy; người ấy được báo lý do bằng tin nhắn.",
    "nhan-minh-chung": "Đã nhận minh chứng. Người gửi được báo trong giờ gửi.",
    "khong-nhan": "Đã ghi: không nhận minh chứng. Người gửi được báo lý do trong giờ gửi.",
    "doi-lien-ket": "Đã đổi liên kết. Liên kết cũ không dùng được nữa; hãy gửi mã mới cho người cần.",
}
ASKED = "người này xin liên kết đăng nhập"


@pass_context
def place_seen(context: Context, place: Place) -> str:
    """Return where something stands in the document or the plan a page shows.

    What a plan is asked about may be another cell of the row than the one quoted: no column is named there.
    """
    plan = context.get("plan")
    return place_words(place, _document(context), column=not isinstance(plan, Plan))


@pass_context
def where_seen(context: Context, finding: Finding) -> str:
    """Return where a finding points in the document or the plan a page shows; empty when nothing is known."""
    return Places(_document(context)).where(finding)


def _document(context: Context) -> Document | None:
    plan = context.get("plan")
    return plan.document if isinstance(plan, Plan) else context.get("document")


def unmarked(why: str) -> str:
    """Return why something happened without the fingerprint of a file, which is kept for checking alone."""
    return re.sub(r", SHA-256 [0-9a-f]+…", "", why)


def history_words(entry: HistoryEntry) -> str:
    """Return what happened to a subject, with what was and what is."""
    what = HAPPENED.get(entry.what, entry.what)
    kept = moved_words(entry.was, entry.now) if entry.what == "moved" else (entry.was, entry.now)
    was, now = (_value(entry.what, value) for value in kept)
    if was and was == now:
        return what  # something else of it changed, as the words it is quoted by
    if was and now:
        return f"{what}: {was} → {now}"
    return f"{what}: {now or was}" if now or was else what


def standing(stored: StoredTask) -> str:
    """Return how a work stands; of one the school dropped by hand also that its plan still says it."""
    if stored.set_aside_at is None:
        return STATES[stored.state]
    if stored.let_be:
        return LET_BE
    return f"nhà trường bỏ {'lần' if stored.one_time_dropped else 'việc'} này; kế hoạch vẫn ghi"


def _value(what: str, value: str | None) -> str:
    if not value or what.startswith("evidence"):
        return ""  # the number of a piece of evidence stands on no page
    value = days_written(value)
    if what == "state" and value in {state.value for state in TaskState}:
        return STATES[TaskState(value)]
    for part, words in PARTS.items():
        value = value.replace(f"({part.value})", f"({words})")
    return value


FILTERS: dict[str, Callable[..., object]] = {
    "state": STATES.__getitem__,
    "standing": standing,
    "part": PARTS.__getitem__,
    "office": OFFICES.__getitem__,
    "severity": SEVERITIES.__getitem__,
    "status": STATUSES.__getitem__,
    "recurrence": RECURRENCES.__getitem__,
    "origin": ORIGINS.__getitem__,
    "sending": SENDINGS.__getitem__,
    "stage": stage_words,
    "resting": rest_words,
    "why": lambda reason: ASKED if reason == SIGN_IN else Reason(reason).sentence,
    "place": place_seen,
    "where": where_seen,
    "unmarked": unmarked,
    "happened": history_words,
    "differences": differing.differences,
    "otherwise": differing.otherwise,
    "count_words": differing.count_words,
}
