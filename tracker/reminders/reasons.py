"""Every decision about a reminder has a name for machines and a sentence for people."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a reminder was planned, sent, held back or dropped; kept in the ledger, the outbox and the JSON."""

    PLANNED = "PLANNED"
    FIRST_NOTICE = "FIRST_NOTICE"
    STAGE_REACHED = "STAGE_REACHED"
    LATE_BORN = "LATE_BORN"
    LATE_BORN_OVERDUE = "LATE_BORN_OVERDUE"
    NEWLY_ASSIGNED = "NEWLY_ASSIGNED"
    NOW_REACHABLE = "NOW_REACHABLE"
    CAUGHT_UP = "CAUGHT_UP"
    CAUGHT_UP_OVERDUE = "CAUGHT_UP_OVERDUE"
    STARTING_SOON = "STARTING_SOON"
    HALF_TIME = "HALF_TIME"
    OVERDUE = "OVERDUE"
    ESCALATED = "ESCALATED"
    WEEK_SUMMARY = "WEEK_SUMMARY"
    ALARM = "ALARM"
    EXTENSION_ASKED = "EXTENSION_ASKED"
    WORK_DECLINED = "WORK_DECLINED"
    WORK_KEPT = "WORK_KEPT"
    EXTENSION_APPROVED = "EXTENSION_APPROVED"
    EXTENSION_REFUSED = "EXTENSION_REFUSED"
    EVIDENCE_ACCEPTED = "EVIDENCE_ACCEPTED"
    EVIDENCE_REFUSED = "EVIDENCE_REFUSED"
    WORK_WAITS = "WORK_WAITS"
    WORK_GOES_ON = "WORK_GOES_ON"
    WORK_GIVEN = "WORK_GIVEN"
    WORK_NOTED = "WORK_NOTED"
    WORK_MOVED = "WORK_MOVED"
    WORK_DROPPED = "WORK_DROPPED"
    PLAN_RECALLED = "PLAN_RECALLED"
    WORK_GIVEN_AWAY = "WORK_GIVEN_AWAY"
    WORK_BACK = "WORK_BACK"
    HELD_ONE_A_DAY = "HELD_ONE_A_DAY"
    HELD_JUST_TOLD = "HELD_JUST_TOLD"
    HELD_IN_FLIGHT = "HELD_IN_FLIGHT"
    HELD_QUIET_HOURS = "HELD_QUIET_HOURS"
    HELD_DAY_OFF = "HELD_DAY_OFF"
    HELD_WAITING = "HELD_WAITING"
    HELD_ACKNOWLEDGED = "HELD_ACKNOWLEDGED"
    HELD_SNOOZED = "HELD_SNOOZED"
    HELD_PART_DONE = "HELD_PART_DONE"
    TASK_DONE = "TASK_DONE"
    TASK_CANCELLED = "TASK_CANCELLED"
    NOT_PUBLISHED = "NOT_PUBLISHED"
    DUE_MOVED = "DUE_MOVED"
    REASSIGNED = "REASSIGNED"
    PERSON_INACTIVE = "PERSON_INACTIVE"
    ADDRESS_CHANGED = "ADDRESS_CHANGED"
    POLICY_CHANGED = "POLICY_CHANGED"
    NEWER_STAGE = "NEWER_STAGE"
    ALREADY_TOLD = "ALREADY_TOLD"
    REQUEST_OVER = "REQUEST_OVER"
    DECLINE_OVER = "DECLINE_OVER"
    EVIDENCE_OVER = "EVIDENCE_OVER"
    WAIT_OVER = "WAIT_OVER"
    TIDING_OVER = "TIDING_OVER"
    CHANGE_OVER = "CHANGE_OVER"
    CHANGE_LONG_PAST = "CHANGE_LONG_PAST"
    TOLD_WITH_CHANGE = "TOLD_WITH_CHANGE"
    NO_GRACE = "NO_GRACE"
    NOTHING_LEFT = "NOTHING_LEFT"
    NOT_CHECKED = "NOT_CHECKED"
    REPLACED_NEXT_DAY = "REPLACED_NEXT_DAY"
    REPEATED_AFTER_CRASH = "REPEATED_AFTER_CRASH"
    UNKNOWN_NOT_REPEATED = "UNKNOWN_NOT_REPEATED"
    NEXT_ADDRESS = "NEXT_ADDRESS"
    NO_CHANNEL = "NO_CHANNEL"
    GAVE_UP = "GAVE_UP"

    @property
    def sentence(self) -> str:
        """The reason in Vietnamese, as the outbox page shows it."""
        return SENTENCES[self]


SENTENCES = {
    Reason.PLANNED: "đã lên lịch theo hạn của việc",
    Reason.FIRST_NOTICE: "lần nhắc đầu tiên về hạn này",
    Reason.STAGE_REACHED: "đến ngày nhắc tiếp theo",
    Reason.LATE_BORN: "kế hoạch phát hành khi ngày nhắc đã qua nên báo ngay",
    Reason.LATE_BORN_OVERDUE: "việc đã quá hạn khi được biết, chưa từng nhắc nên báo một lần",
    Reason.NEWLY_ASSIGNED: "việc gấp mới về tay người này, hay hạn gấp mới đặt, sau tin hằng ngày nên báo ngay",
    Reason.NOW_REACHABLE: "tin trước không gửi được vì lúc ấy chưa có kênh nhận; nay có kênh nên báo ngay",
    Reason.CAUGHT_UP: "đúng ra đã gửi sớm hơn; gửi bù lần gần nhất",
    Reason.CAUGHT_UP_OVERDUE: "lần nhắc bị lỡ và việc nay đã quá hạn; gửi bù một lần",
    Reason.STARTING_SOON: "việc dài sắp bắt đầu",
    Reason.HALF_TIME: "việc dài đã đi được nửa thời gian",
    Reason.OVERDUE: "việc quá hạn chưa xong",
    Reason.ESCALATED: "quá hạn đủ lâu nên báo thêm người theo dõi",
    Reason.WEEK_SUMMARY: "tóm tắt đầu tuần",
    Reason.ALARM: "việc gửi tin gặp trục trặc, cần người xem",
    Reason.EXTENSION_ASKED: "có đề nghị gia hạn chờ trả lời; báo người quản lý kế hoạch",
    Reason.WORK_DECLINED: "có người báo việc không phải của mình; báo người quản lý kế hoạch",
    Reason.EXTENSION_APPROVED: "đề nghị gia hạn được đồng ý; báo lại cho người xin",
    Reason.EXTENSION_REFUSED: "đề nghị gia hạn không được đồng ý; báo lại cho người xin",
    Reason.WORK_KEPT: "báo không phải việc của mình nhưng việc vẫn của người ấy; báo lại cho người đã báo",
    Reason.EVIDENCE_ACCEPTED: "minh chứng được nhận; báo lại cho người gửi",
    Reason.EVIDENCE_REFUSED: "minh chứng không được nhận; báo lại cho người gửi",
    Reason.WORK_WAITS: "việc chờ cấp trên hoặc bên ngoài nên tạm ngừng nhắc; báo cho người làm",
    Reason.WORK_GOES_ON: "việc hết chờ nên lại nhắc; báo cho người đã biết việc chờ",
    Reason.WORK_GIVEN: "việc vừa giao cho người này, ngày nhắc còn xa nên báo trước một lần",
    Reason.WORK_NOTED: "Tổ giám sát ghi về việc quá hạn hay đã báo xong; báo cho người làm",
    Reason.WORK_MOVED: "hạn đã báo nay đổi; báo lại cho người đã nhận tin",
    Reason.WORK_DROPPED: "việc đã báo nay bỏ khỏi kế hoạch; báo lại cho người đã nhận tin",
    Reason.PLAN_RECALLED: "kế hoạch có việc đã báo nay thu hồi; báo lại cho người đã nhận tin",
    Reason.WORK_GIVEN_AWAY: "việc đã báo nay giao cho người khác; báo lại cho người đã nhận tin",
    Reason.WORK_BACK: "việc đã báo là bỏ hoặc chuyển nay lại của người này",
    Reason.HELD_JUST_TOLD: "vừa báo thay đổi cho người này trong vòng một giờ; gộp vào tin sau",
    Reason.HELD_IN_FLIGHT: "tin trước về việc này còn đang gửi; rõ kết quả rồi mới báo thay đổi",
    Reason.HELD_WAITING: "việc đang chờ cấp trên hoặc bên ngoài; tạm ngừng nhắc",
    Reason.HELD_ACKNOWLEDGED: "người làm đã nhận việc; ngừng nhắc đến ngày đã hẹn",
    Reason.HELD_PART_DONE: "người này báo phần phối hợp của mình đã xong",
    Reason.HELD_SNOOZED: "người nhận xin nhắc lại sau; hạn không đổi",
    Reason.HELD_ONE_A_DAY: "hôm nay đã gửi tin cho người này; giữ lại đến ngày làm việc sau",
    Reason.HELD_QUIET_HOURS: "chưa gửi vì đang ngoài giờ nhắc; gửi vào giờ nhắc kế tiếp",
    Reason.HELD_DAY_OFF: "chưa gửi vì đang là ngày nghỉ; gửi vào ngày làm việc kế tiếp",
    Reason.TASK_DONE: "việc đã xong",
    Reason.TASK_CANCELLED: "việc không còn trong kế hoạch",
    Reason.NOT_PUBLISHED: "kế hoạch chưa phát hành",
    Reason.DUE_MOVED: "hạn đã đổi",
    Reason.REASSIGNED: "việc đã giao cho người khác",
    Reason.PERSON_INACTIVE: "người nhận không còn làm việc ở trường",
    Reason.ADDRESS_CHANGED: "kênh nhận tin đã đổi",
    Reason.POLICY_CHANGED: "lần nhắc này không còn trong cách nhắc của trường",
    Reason.NEWER_STAGE: "đã có lần nhắc sát hạn hơn",
    Reason.ALREADY_TOLD: "người này đã nhận lần nhắc này qua kênh khác",
    Reason.REQUEST_OVER: "đề nghị gia hạn đã được trả lời hoặc lấy lại",
    Reason.EVIDENCE_OVER: "đã có minh chứng khác, hoặc việc đã được kiểm tra nên không báo lại",
    Reason.DECLINE_OVER: "lời báo không phải việc của mình đã được trả lời hoặc rút lại",
    Reason.WAIT_OVER: "việc đã hết chờ, chờ bên khác, hoặc người này chưa được báo việc chờ",
    Reason.TIDING_OVER: "người này đã hay, sắp được nhắc, hoặc chuyện đã qua nên không báo riêng",
    Reason.CHANGE_OVER: "không còn gì phải báo lại: đã đổi về như cũ, đổi tiếp, hoặc việc đã xong",
    Reason.CHANGE_LONG_PAST: "ngày đã báo và ngày mới đều qua đã lâu nên không báo lại",
    Reason.TOLD_WITH_CHANGE: "tin báo thay đổi vừa nói hạn này nên không nhắc riêng",
    Reason.NO_GRACE: "việc đã quá hạn từ trước khi được biết nên không báo lên trên",
    Reason.NOTHING_LEFT: "không còn việc nào phải nhắc trong tin này",
    Reason.NOT_CHECKED: "không kiểm tra lại được nội dung trước khi gửi nên không gửi",
    Reason.REPLACED_NEXT_DAY: "chưa gửi được trong ngày; gộp vào tin của ngày sau",
    Reason.REPEATED_AFTER_CRASH: "gửi lại sau sự cố, có ghi rõ trong tin",
    Reason.UNKNOWN_NOT_REPEATED: "không rõ đã tới chưa; kênh này không gửi lại để khỏi trùng",
    Reason.NEXT_ADDRESS: "kênh trước không tới được; chuyển sang kênh kế tiếp của người này",
    Reason.NO_CHANNEL: "không có kênh nào gửi được tới địa chỉ này",
    Reason.GAVE_UP: "đã thử nhiều lần không được",
}

REVERSIBLE = frozenset(
    {
        Reason.TASK_DONE,
        Reason.TASK_CANCELLED,
        Reason.NOT_PUBLISHED,
        Reason.REASSIGNED,
        Reason.PERSON_INACTIVE,
        Reason.ADDRESS_CHANGED,
        Reason.POLICY_CHANGED,
        Reason.REQUEST_OVER,
        Reason.DECLINE_OVER,
        Reason.EVIDENCE_OVER,
        Reason.CHANGE_OVER,
    }
)
"""Reasons that may pass away again (a task reopened, given back): the reminder is then planned once more."""
