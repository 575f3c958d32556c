"""What goes beside reminders as it falls, judged as things stand: what people ask and tell, and the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tracker.reminders import answered_evidence, decisions, declined, requests, tidings, waiting
from tracker.reminders.answered_evidence import Answered, answered, evidence_of, may_wait
from tracker.reminders.changes import owed
from tracker.reminders.decisions import Decided, Kept, decided, kept_of, request_of
from tracker.reminders.declined import Declined, decline_of
from tracker.reminders.facts import Facts
from tracker.reminders.handing_over import brought, had_part, handed_over
from tracker.reminders.hearing import answers_requests
from tracker.reminders.owing import standing
from tracker.reminders.planner import gone_because, over_because
from tracker.reminders.policy import DAY
from tracker.reminders.reasons import Reason
from tracker.reminders.requests import Requested, requested
from tracker.reminders.sift import Case, not_theirs, stale
from tracker.reminders.stages import (
    is_decision,
    is_declined,
    is_evidence,
    is_kept,
    is_noted,
    is_reminder,
    is_request,
    is_tiding,
    is_wait,
    is_wait_over,
)
from tracker.reminders.telling import Bundle, News
from tracker.reminders.tidings import Tiding
from tracker.reminders.waiting import Waiting, wait_of
from tracker.store import carried, declines, evidence, extensions, history, ledger, pauses
from tracker.store.ledger import Reminder, ReminderState
from tracker.store.letters import Kind
from tracker.store.records import HistoryEntry, Part


def request(facts: Facts, row: Reminder, _: date) -> Requested | Reason:
    """Return what a request says as things stand now, or why it is not told; another deadline is no such reason."""
    case = facts.case(row.planned.task_id, row.planned.person_id, (row,))
    asked = extensions.by_id(facts.db, request_of(row.planned.stage))
    if why := over_because(case.task) or _manages_no_more(facts, row):
        return why
    if asked.approved is not None:
        return Reason.REQUEST_OVER
    found = requested(case, row, asked, facts.person(asked.person_id).name)
    return replace(found, instead_of=tuple(one.day for one in extensions.replaced_by(facts.db, asked)))


def decline(facts: Facts, row: Reminder, _: date) -> Declined | Reason:
    """Return what someone says of a work that is not theirs while nobody answered, or why it is not told."""
    case = facts.case(row.planned.task_id, row.planned.person_id, (row,))
    told = declines.by_id(facts.db, decline_of(row.planned.stage))
    if why := over_because(case.task) or _manages_no_more(facts, row):
        return why
    if told.id not in {one.id for one in declines.waiting_of(facts.db, told.task_id)}:
        return Reason.DECLINE_OVER
    return declined.declined(case, row, told, facts.person(told.person_id).name)


def _manages_no_more(facts: Facts, row: Reminder) -> Reason | None:
    return None if answers_requests(facts.person(row.planned.person_id)) else Reason.REASSIGNED


def is_answer(stage: str) -> bool:
    """Whether a stage tells someone the answer to what they asked or told of a work of theirs."""
    return is_decision(stage) or is_kept(stage)


def answer(facts: Facts, row: Reminder, _: date) -> Decided | Kept | Reason:
    """Return what the answer to what someone asked or told says, or why it is not told."""
    return keeping(facts, row) if is_kept(row.planned.stage) else decision(facts, row)


def keeping(facts: Facts, row: Reminder) -> Kept | Reason:
    """Return that a work stays with who said it is not theirs, while nothing newer was told of it; or why not."""
    case = facts.case(row.planned.task_id, row.planned.person_id, (row,))
    told = declines.by_id(facts.db, kept_of(row.planned.stage))
    if why := over_because(case.task) or not_theirs(row, case):
        return why
    return decisions.kept(case, row, told) if declines.is_newest(facts.db, told) else Reason.DECLINE_OVER


def decision(facts: Facts, row: Reminder) -> Decided | Reason:
    """Return what the answer to a request says while its deadline holds, or why it is not told."""
    case = facts.case(row.planned.task_id, row.planned.person_id, (row,))
    asked = extensions.by_id(facts.db, request_of(row.planned.stage))
    return stale(row, case) or decided(case, row, asked)


def proof(facts: Facts, row: Reminder, _: date) -> Answered | Reason:
    """Return what the answer to evidence says, of work done or not, or why it is not told."""
    case = facts.case(row.planned.task_id, row.planned.person_id, (row,))
    piece = evidence.by_id(facts.db, evidence_of(row.planned.stage))
    if why := gone_because(case.task) or not_theirs(row, case):
        return why
    shown = evidence.of_task(facts.db, case.task.id)
    return answered(case, row, piece, shown) if evidence.answer_stands(facts.db, piece.id) else Reason.EVIDENCE_OVER


def hold(facts: Facts, row: Reminder, today: date) -> Waiting | Reason:
    """Return that a work waits, or no more for who heard that it did, as it is on a day; or why it is not told."""
    case = facts.case(row.planned.task_id, row.planned.person_id, (row,))
    if why := over_because(case.task) or not_theirs(row, case):
        return why
    wait = pauses.newest_wait(facts.db, case.task.id)
    if wait is None or wait.pause.id != wait_of(row.planned.stage):
        return Reason.WAIT_OVER
    in_force = wait.in_force(today)
    tells = _heard_of_wait(facts, row) and not in_force if is_wait_over(row.planned.stage) else in_force
    stands = standing(facts, row.planned.task_id, row.planned.person_id)
    moved = owed(carried.before(facts.db, row), stands) is Reason.WORK_MOVED
    return waiting.waiting(case, row, wait, moved=moved) if tells else Reason.WAIT_OVER


def history_told(facts: Facts, row: Reminder, today: date) -> Tiding | Reason:
    """Return what an entry of the history says to who does its work, or why it is not told."""
    case, noted = facts.case(row.planned.task_id, row.planned.person_id, (row,)), is_noted(row.planned.stage)
    if why := (gone_because if noted else over_because)(case.task) or not_theirs(row, case):  # noted of done work, too
        return why
    entry = history.by_id(facts.db, tidings.entry_of(row.planned.stage))
    if tidings.is_old(entry, today):
        return Reason.TIDING_OVER
    if noted:
        return tidings.tiding(case, row, entry) if _note_tells(facts, case, entry, today) else Reason.TIDING_OVER
    return _given(facts, row, case, entry) if not _told_anyway(facts, row, case, today) else Reason.TIDING_OVER


def _note_tells(facts: Facts, case: Case, entry: HistoryEntry, today: date) -> bool:
    """Whether what the committee wrote is still to be told: of late work, and of work it found done."""
    if case.task.open:
        return tidings.note_tells(case.task, entry, facts.story("task", case.task.id), today)
    return entry in (one for _, one in history.remarks_of_finished(facts.db, case.task.id))


def _given(facts: Facts, row: Reminder, case: Case, entry: HistoryEntry) -> Tiding | Reason:
    """Return that a work was given to someone who heard nothing of it since, and in no part before, by its newest."""
    part, name = case.recipient.part if case.recipient else Part.WATCHER, facts.person(row.planned.person_id).name
    story, heard = facts.story("task", case.task.id), carried.before(facts.db, row)
    known = any(one.at >= entry.at for one in heard) or (heard and not had_part(entry, name))  # told as it comes back
    came = handed_over(story, name, part, ())
    newest = brought(story, name, part) == entry and entry.at >= (case.task.published_at or entry.at)
    return tidings.tiding(case, row, entry, came) if newest and not known else Reason.TIDING_OVER


def _told_anyway(facts: Facts, row: Reminder, case: Case, today: date) -> bool:
    """Whether a reminder of the work comes by tomorrow, or the work waits for others, which is told as news itself."""
    wait = pauses.newest_wait(facts.db, case.task.id)
    soon = (
        one.planned.at.date() <= today + DAY
        for one in ledger.of_task(facts.db, case.task.id)
        if one.planned.person_id == row.planned.person_id
        and one.state is ReminderState.PLANNED
        and is_reminder(one.planned.stage)
    )
    return any(soon) or (wait is not None and wait.in_force(today))


def _heard_of_wait(facts: Facts, row: Reminder) -> bool:
    """Whether the last that someone heard of the waits of a work is that it waits."""
    stages = [one.stage for one in carried.before(facts.db, row) if is_wait(one.stage)]
    return bool(stages) and not is_wait_over(stages[-1])


ANSWERS: News[Decided | Kept] = News(Kind.DECISION, is_answer, answer, decisions.section_of)
HOLDS: News[Waiting] = News(Kind.HOLD, is_wait, hold, waiting.section_of)
TOLD: News[Tiding] = News(Kind.TIDINGS, is_tiding, history_told, tidings.section_of, may_wait=lambda _: True)
PROOFS: News[Answered] = News(Kind.EVIDENCE, is_evidence, proof, answered_evidence.section_of, may_wait=may_wait)
REQUESTS: News[Requested] = News(Kind.REQUEST, is_request, request, requests.section_of)
DECLINES: News[Declined] = News(Kind.DECLINED, is_declined, decline, declined.section_of)

NEWS_OF_WORKS = "tin mới về việc của thầy/cô"
BUNDLES = (
    Bundle((REQUESTS, DECLINES), "có tin chờ thầy/cô trả lời:", "Chờ thầy/cô trả lời"),
    Bundle((ANSWERS, HOLDS, TOLD, PROOFS), f"có {NEWS_OF_WORKS}:", f"T{NEWS_OF_WORKS[1:]}", numbered=True),
)
"""In the order in which their messages are made: what asks someone who looks after the plan, what tells who does it."""

NEWS: Mapping[Kind, Bundle] = {news.kind: bundle for bundle in BUNDLES for news in bundle.kinds}
"""The bundle a message of each kind is of."""
