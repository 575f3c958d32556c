"""Everyone's own works behind the signed link of a reminder, each leading to the page where it is answered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.responses import RedirectResponse, Response

from tracker.answers.links import OWN_PATH, path_of
from tracker.answers.own_work import finished, own
from tracker.answers.sharing import role_words
from tracker.answers.showing import of_person, refused_still
from tracker.answers.standing_words import standing_words
from tracker.answers.token import Action, Token, mark_of, read
from tracker.doubting import unaccepted
from tracker.feeds.links import ensure_feed
from tracker.feeds.secret import hash_of, master_key, secret_of
from tracker.reports.beside import found_words, proof_words
from tracker.store import evidence, feeds, notes, people, schools, stops
from tracker.store.evidence import Evidence
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import Person, StoredTask
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Right, Visit

WRONG = "Liên kết này không đúng hoặc bị cắt mất một phần. Hãy mở lại từ tin nhắc."
OLD = "Liên kết này đã quá 45 ngày. Hãy dùng liên kết trong tin nhắc mới nhất."
LEFT = "Thầy/cô không còn trong danh sách người nhận việc của trường; thầy/cô không cần làm gì."
TAKEN_BACK = "Liên kết lịch riêng của thầy/cô đã được thu hồi. Hãy xin liên kết mới từ người quản lý kế hoạch."


@dataclass(frozen=True, slots=True)
class OwnWork:
    """A work and the path of the page where its person answers; that link grows old with the one it was found by.

    `proofs` is how many things they sent to show that it is done, `proofs_stand` how they stand while one
    `waits` or is to be given anew, `refused` why, `enough` whether other evidence of it was taken, `role` with whom
    they do it, `stands` what they answered and still holds, `found` what the committee wrote of it, `unaccepted` why
    it is not taken for done though it was reported so.
    """

    task: StoredTask
    answer: str
    proofs: int = 0
    proofs_stand: str = ""
    waits: bool = False
    role: str = ""
    refused: tuple[str, ...] = ()
    enough: bool = False
    stands: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    unaccepted: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """An address messages go to, or go to no more, and the path of the page where that is changed."""

    url: str
    path: str
    stopped: bool = False


def show(visit: Visit) -> Response:
    """Show whoever holds a person's link that person's open works, the most overdue first; below, what is done."""
    key, token = master_key(visit.site.folder), _token(visit)
    person = people.current(visit.db, token.person_id)
    if not person.active:
        return render(visit, "answer_closed.html", sentence=LEFT)
    school = schools.by_id(visit.db, person.school_id)
    works, done = (
        tuple(OwnWork(task, path_of(Token(Action.CHOOSE, person.id, task.id, token.day), key)) for task in found)
        for found in (own(visit.db, person), finished(visit.db, person))
    )
    works, done = (tuple(_with_answers(visit, one, person.id) for one in found) for found in (works, done))
    ways, calendar = _ways(visit, person, key), f"{OWN_PATH}{visit.path['token']}/lich"
    return render(
        visit,
        "own_works.html",
        person=person,
        school=school,
        works=works,
        finished=done,
        ways=ways,
        calendar=calendar,
    )


def _token(visit: Visit) -> Token:
    token = read(visit.path["token"], master_key(visit.site.folder))
    if token is None or token.action is not Action.OWN:
        raise RefusedError(404, WRONG)
    if token.expired(visit.today):
        raise RefusedError(410, OLD)
    return token


def _ways(visit: Visit, person: Person, key: bytes) -> tuple[Way, ...]:
    """Return where messages go, then where they were stopped, each with the page on which its owner changes that."""
    used = [(url, False) for url in person.addresses if not people.is_preview(url)]
    stopped = [(one.url, True) for one in stops.of_person(visit.db, person.id)]
    return tuple(
        Way(url, path_of(Token(Action.STOP, person.id, mark_of(url), visit.today), key), over)
        for url, over in (*used, *stopped)
    )


def subscribe(visit: Visit) -> Response:
    """Lead a person to the page on which their phone takes their own calendar; one taken back is not made anew."""
    person = people.current(visit.db, _token(visit).person_id)
    if not person.active:
        return render(visit, "answer_closed.html", sentence=LEFT)
    subject = FeedSubject(FeedKind.PERSON, person.school_id, person.id)
    last = feeds.newest(visit.db, subject)
    if last and last.revoked_at:
        return render(visit, "answer_closed.html", sentence=TAKEN_BACK)
    feed = last or ensure_feed(visit.db, visit.site.folder, subject, Actor(person.name, visit.now))
    secret = secret_of(master_key(visit.site.folder), feed)
    if hash_of(secret) != feed.secret_hash:
        return render(visit, "answer_closed.html", sentence=TAKEN_BACK)
    return RedirectResponse(f"/lich/{secret}", 303)


def _with_answers(visit: Visit, one: OwnWork, person_id: int) -> OwnWork:
    shown = of_person(visit.db, one.task.id, person_id)
    waits = any(_waits(proof, one.task) for proof in shown)
    lost = refused_still(visit.db, one.task, person_id)
    refused = tuple(proof.name + (f": {proof.why}" if proof.why else "") for proof in lost)
    every = evidence.of_task(visit.db, one.task.id)
    stands = standing_words(visit.db, one.task, person_id, visit.today, visit.site.calendar_of().working_days)
    return replace(
        one,
        proofs=len(shown),
        proofs_stand=proof_words(shown) if waits or lost else "",
        waits=waits,
        role=role_words(visit.db, one.task.id, person_id),
        refused=refused,
        enough=any(proof.accepted for proof in every),
        unaccepted=unaccepted(one.task, every),
        stands=stands,
        found=tuple(found_words(told) for told in notes.for_doer(visit.db, one.task)),
    )


def _waits(proof: Evidence, task: StoredTask) -> bool:
    """Whether evidence is still to be looked at: a check of its work made since leaves nothing to wait for."""
    return proof.accepted is None and (task.checked_at is None or proof.at > task.checked_at)


pages = (
    Page(OWN_PATH + "{token}", show, right=Right.ANYONE),
    Page(OWN_PATH + "{token}/lich", subscribe, right=Right.ANYONE),
)
