"""Answering a reminder by its link: looking shows what can be said, only a button says it, and it can be taken back.

Mail scanners and chat previews open links; they do not press buttons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from starlette.responses import RedirectResponse, Response

from tracker.answers import acting, showing, standing_words
from tracker.answers.acting import NotNowError, Standing, Wish, WrongDayError
from tracker.answers.evidence_files import LARGEST, LARGEST_TOGETHER, MOST_AT_ONCE, size_words
from tracker.answers.evidence_kinds import ACCEPT
from tracker.answers.links import OFFERED, PATH, PATHS, path_of
from tracker.answers.offering import shut
from tracker.answers.own_work import other_late_times, own_done
from tracker.answers.rest import next_snooze, told_again_on
from tracker.answers.saying import decided, said
from tracker.answers.sharing import role_words
from tracker.answers.token import Action, Token, read
from tracker.days_off_words import moved_by
from tracker.doubting import unaccepted
from tracker.feeds.secret import hash_of, master_key
from tracker.reminders.facts import Facts
from tracker.reports.beside import found_words
from tracker.store import answers, asked, declines, evidence, extensions, notes, people, plans, tasks
from tracker.store.answers import StoredAnswer
from tracker.store.extensions import Extension
from tracker.web.proof_files import offered
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Right, Visit

WRONG = "Liên kết trả lời này không đúng hoặc bị cắt mất một phần. Hãy mở lại từ tin nhắc."
OLD = "Liên kết trả lời này đã quá 45 ngày. Hãy dùng liên kết trong tin nhắc mới nhất."
CHANGE = "Đổi đề nghị"
NO_REASON = {
    Action.EXTEND: "Thầy/cô chưa viết vì sao. Hãy ghi một câu để người quản lý kế hoạch xét.",
    Action.NOT_MINE: "Thầy/cô chưa viết vì sao, hay việc của ai. Hãy ghi một câu để người quản lý kế hoạch giao lại.",
}
STANDING = (Action.DONE, Action.NOT_MINE)
"""Answers a link shows by whichever link or word they were given."""
LAST_DAY = "Đã đến ngày cuối của hạn nên không dời lời nhắc được nữa. Nếu chưa kịp, hãy {}."
NOT_LEADING = "Chỉ người chủ trì xin thêm thời gian được; hãy nhắn với {}."
SHOWN = {
    "da-rut": "Đã rút đề nghị gia hạn; hạn của việc giữ nguyên.",
    "da-gui": "Đã gửi minh chứng; người quản lý kế hoạch hoặc Tổ giám sát sẽ xem và xác nhận.",
    "gui-lai": "Đã gửi, nhưng đúng minh chứng này trước đây không được nhận (lý do ghi ở dưới). "
    "Nếu chọn nhầm, hãy gửi minh chứng khác.",
    "da-co": "Việc này đã có đúng tệp ấy, gửi từ trước, nên không lưu thêm lần nữa. Không cần gửi lại.",
}
LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Form:
    """One answer that may be given: the address its button posts to, its words, and the day it starts from."""

    action: Action
    path: str
    words: str
    day: date | None = None


TAKEN_FILES = {
    "accept": ACCEPT,
    "most": MOST_AT_ONCE,
    "largest": LARGEST,
    "together": LARGEST_TOGETHER,
    "words": size_words(LARGEST),
}
"""What the form for evidence takes: which files, how many, and how many bytes each and all together."""


def show(visit: Visit) -> Response:
    """Show one task with the answers its link allows, or what was answered through it."""
    token = token_of(visit)
    return page_of(visit, token)


def give(visit: Visit) -> Response:
    """Carry out the answer of a link, then show what was done."""
    token = token_of(visit)
    if token.action in NO_REASON and not visit.value("reason"):
        return page_of(visit, token, wrong_reason=NO_REASON[token.action])
    wish = Wish(
        token.subject,
        token.person_id,
        token.action,
        _day(visit),
        visit.value("reason")[:LONGEST_REASON],
        token_hash=hash_of(visit.path["token"]),
        after=int(visit.value("after")) if re.fullmatch("[0-9]{1,12}", visit.value("after")) else None,
    )
    try:
        acting.act(visit.db, wish, visit.now, visit.site.calendar_of())
    except WrongDayError as error:
        return page_of(visit, token, wrong_day=str(error))
    except NotNowError as error:
        return page_of(visit, token, str(error))
    return RedirectResponse(PATH + visit.path["token"], 303)


def take_back(visit: Visit) -> Response:
    """Take back what was answered through a link, then show it as new; pressing twice changes nothing more."""
    token = token_of(visit)
    given = _given(visit, token)
    if given is None and not _taken_back(visit, token):
        return page_of(visit, token, "Qua liên kết này chưa có câu trả lời nào để lấy lại.")
    try:
        if given:
            acting.undo(visit.db, given, visit.now, visit.site.calendar_of())
    except NotNowError as error:
        return page_of(visit, token, str(error))
    return RedirectResponse(f"{PATH}{visit.path['token']}?xong=lay-lai", 303)


def withdraw(visit: Visit) -> Response:
    """Take back the request for more time that waits, by whichever link or word it was made."""
    token = token_of(visit)
    try:
        at = acting.standing(visit.db, token.subject, token.person_id)
        acting.withdraw_request(visit.db, at, visit.now, visit.site.calendar_of())
    except NotNowError as error:
        return page_of(visit, token, str(error))
    return RedirectResponse(f"{PATH}{visit.path['token']}?xong=da-rut", 303)


def token_of(visit: Visit) -> Token:
    """Return what the link of a request says; raise RefusedError when it is wrong, too old or of another kind."""
    token = read(visit.path["token"], master_key(visit.site.folder))
    if token is None or token.action in PATHS:
        raise RefusedError(404, WRONG)
    if token.expired(visit.today):
        raise RefusedError(410, OLD)
    return replace(token, person_id=people.current(visit.db, token.person_id).id)


def _day(visit: Visit) -> date | None:
    try:
        return date.fromisoformat(visit.value("day"))
    except ValueError:
        return None


def _given(visit: Visit, token: Token) -> StoredAnswer | None:
    """Return the answer a link shows: the newest given by it, or of some kinds that given by whichever way it was.

    That a work is done, every link of who said so shows, so that it can be taken back from the page they come by.
    """
    given = answers.by_token(visit.db, hash_of(visit.path["token"]))
    if given and given.undone_at is None:
        return given
    if token.action in STANDING:
        return answers.last_about(visit.db, token.person_id, token.subject, (token.action.value,))
    return own_done(visit.db, people.by_id(visit.db, token.person_id), tasks.by_id(visit.db, token.subject))


def _taken_back(visit: Visit, token: Token) -> bool:
    """Whether an answer the link once showed was taken back; the link to all answers shows that a work is done, too."""
    if answers.by_token(visit.db, hash_of(visit.path["token"])):
        return True
    every = answers.about(visit.db, token.person_id, token.subject) if token.action is Action.CHOOSE else ()
    return any(one.undone_at for one in every if one.action == Action.DONE)


def page_of(visit: Visit, token: Token, problem: str = "", **wrong: str) -> Response:
    """Show a task to its person; when it is theirs no more, only that sentence, and nothing of the task.

    What was typed and not carried out stands in its form again, with what is wrong beside its field: `wrong_day`,
    `wrong_reason`, `wrong_link`, `wrong_file`.
    """
    try:
        at = acting.standing(visit.db, token.subject, token.person_id)
    except NotNowError as error:
        return render(visit, "answer_closed.html", sentence=str(error))
    given = _given(visit, token)
    if given and not standing_words.holds(visit.db, given, at.task, visit.today, leads=at.leads):
        given = None
    decision = _decision(visit, given, at)
    pending = standing_words.pending(visit.db, at.task.id)
    asks = given is not None and given.extension_id is not None
    refused = bool(problem or any(wrong.values()))
    given = None if decision or (asks and (pending is None or refused)) else given
    closed = (given is not None and not asks) or not at.task.open
    working_days = visit.site.calendar_of().working_days
    stands = standing_words.standing_words(visit.db, at.task, at.person.id, visit.today, working_days)
    proof = _proof(visit, at)
    contradicted = proof["refusal"] and at.leads and given is not None and given.action == Action.DONE
    said_before = answers.about(visit.db, at.person.id, at.task.id)
    return render(
        visit,
        "answer.html",
        422 if refused else 200,
        address=PATH + visit.path["token"],
        task=at.task,
        person=at.person,
        plan=plans.by_id(visit.db, at.task.plan_id),
        problem=problem,
        **{f"wrong_{field}": wrong.get(f"wrong_{field}", "") for field in ("day", "reason", "link", "file")},
        pending=pending,
        stands=() if given else [one for one in stands if one != decision],
        showing=not at.task.open or (given is not None and given.action == Action.DONE),
        given=given is not None,
        **proof,
        found=[found_words(one) for one in notes.for_doer(visit.db, at.task)],
        decision=decision,
        said=said(given, at, working_days) if given and not contradicted else "",
        done=SHOWN.get(visit.query.get("xong", "")),
        forms=() if closed else _forms(visit, token, at, pending),
        shut=() if closed else _shut(visit, token, at),
        after=said_before[-1].id if said_before else 0,
        **_paths(visit, token),
        **_beside(visit, token, at),
        days_late=tasks.by_id(visit.db, at.task.id).days_late(visit.today),
    )


def _proof(visit: Visit, at: Standing) -> dict[str, object]:
    """Return what the page shows of the evidence of a task, and why it does not count where all of it was refused."""
    shown = evidence.of_task(visit.db, at.task.id)
    why = unaccepted(at.task, shown)
    return {
        "unaccepted": why,
        "refusal": standing_words.refused_words(why, shown),
        "proofs": showing.of_person(visit.db, at.task.id, at.person.id),
        "files": offered(visit, at.task.id, f"{PATH}{visit.path['token']}/minh-chung"),
        "taken": TAKEN_FILES,
    }


def _decision(visit: Visit, given: StoredAnswer | None, at: Standing) -> str:
    """Return what became of a request for more time; what was decided is asked anew, not taken back."""
    if given is None or given.extension_id is None:
        return ""
    return decided(extensions.by_id(visit.db, given.extension_id), at.task)


def visit_path(visit: Visit, token: Token, action: Action) -> str:
    """Return the path of another answer about the same task, of the same message."""
    return path_of(replace(token, action=action), master_key(visit.site.folder))


def _beside(visit: Visit, token: Token, at: Standing) -> dict[str, object]:
    """Return with whom the work is done, the days off that move its last working day, its other times left undone."""
    off = moved_by(at.task.task.due, visit.site.calendar_of().working_days).finish
    times = other_late_times(visit.db, at.person, at.task, visit.today)
    pages = [(one, visit_path(visit, replace(token, subject=one.id), Action.CHOOSE)) for one in times]
    return {"role": role_words(visit.db, at.task.id, at.person.id), "off": off, "times": pages}


def _paths(visit: Visit, token: Token) -> dict[str, str]:
    """Return the paths of every answer about the task and of all works of the person, of the same message."""
    own = path_of(Token(Action.OWN, token.person_id, "", token.day), master_key(visit.site.folder))
    return {"every": visit_path(visit, token, Action.CHOOSE), "own": own}


def _forms(visit: Visit, token: Token, at: Standing, pending: Extension | None) -> tuple[Form, ...]:
    """Return the answers to offer: all of them, or the one the link names; what waits for its answer can be changed."""
    working_days, due = visit.site.calendar_of().working_days, at.task.task.due
    chosen = asked.day_of(visit.db, at.task.id, at.person.id, at.task.due_version)
    days = {
        Action.RECEIVED: told_again_on(due, visit.today, working_days),
        Action.SNOOZE: next_snooze(due, visit.today, working_days, chosen),
        Action.EXTEND: pending.day if pending else working_days.after(max(due.day or visit.today, visit.today)),
    }
    words = {**OFFERED, Action.EXTEND: CHANGE} if pending else OFFERED
    declined = any(one.person_id == at.person.id for one in declines.waiting_of(visit.db, at.task.id))
    refused = set(shut(due, visit.today, working_days, leads=at.leads))
    if declined or at.person.id not in dict(people.assigned(visit.db, at.task.id)):
        refused.add(Action.NOT_MINE)
    return tuple(
        Form(action, visit_path(visit, token, action), words[action], days.get(action))
        for action in OFFERED
        if token.action in {Action.CHOOSE, action} and action not in refused
    )


def _shut(visit: Visit, token: Token, at: Standing) -> tuple[str, ...]:
    """Return why answers the link would allow are not offered, and what to do instead."""
    leads = " hoặc ".join(Facts(visit.db).leads(at.task.id)) or "người quản lý kế hoạch"
    why = {
        Action.SNOOZE: LAST_DAY.format("xin thêm thời gian" if at.leads else f"nhắn với {leads}"),
        Action.EXTEND: NOT_LEADING.format(leads),
    }
    refused = shut(at.task.task.due, visit.today, visit.site.calendar_of().working_days, leads=at.leads)
    return tuple(why[one] for one in why if one in refused and token.action in {Action.CHOOSE, one})


pages = (
    Page(PATH + "{token}", show, right=Right.ANYONE),
    Page(PATH + "{token}", give, "POST", right=Right.ANYONE),
    Page(PATH + "{token}/lay-lai", take_back, "POST", right=Right.ANYONE),
    Page(PATH + "{token}/rut-xin", withdraw, "POST", right=Right.ANYONE),
)
