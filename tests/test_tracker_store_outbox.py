"""The outbox: one message of a kind a day, claimed once, recorded under its lease."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.fakes.reminding import at, running_school
from tracker.reminders.desk import nobody
from tracker.store import outbox, people
from tracker.store.database import open_database, transaction
from tracker.store.letters import Draft, Kind, Letter, MessageState, Result
from tracker.store.outbox import Lease
from tracker.store.outbox_search import Query, search

NOW = at(2023, 10, 20)
LEASE = Lease("máy 1", NOW + timedelta(minutes=10))
DRAFT = Draft(
    "nhac-1", 1, Kind.ROUTINE, date(2023, 10, 20), "preview:", "preview", Letter("D-7", "FIRST_NOTICE", "a", "b", "c")
)
SENT = Result(MessageState.SENT, "sent", "Đã gửi", "id-1")
AGAIN = Result(MessageState.WAITING, "retry_after", "bận", not_before=NOW + timedelta(hours=1))


@pytest.fixture
def db(tmp_path):
    with running_school(tmp_path) as school:
        school.person("Cô Lan")
        yield school.db


def claim(db, now=NOW, lease=LEASE):
    with transaction(db):
        return outbox.claim(db, now, lease)


def test_a_message_comes_back_as_it_was_put_in(db):
    found = outbox.by_id(db, outbox.add(db, DRAFT, NOW))
    assert (found.draft, found.state, found.attempts) == (DRAFT, MessageState.WAITING, 0)


def test_a_message_is_claimed_by_one_only(db):
    outbox.add(db, DRAFT, NOW)
    assert claim(db).state is MessageState.SENDING
    assert claim(db) is None


def test_a_message_is_not_claimed_before_its_time(db):
    message_id = outbox.add(db, DRAFT, NOW)
    outbox.finish(db, message_id, AGAIN, NOW)
    assert claim(db) is None
    assert claim(db, NOW + timedelta(hours=1)).attempts == 1


@pytest.mark.parametrize("kind", [Kind.ROUTINE, Kind.LATE_BORN, Kind.SUMMARY, Kind.ALARM])
def test_a_person_gets_one_message_of_a_kind_a_day(db, kind):
    draft = replace(DRAFT, kind=kind, address="mailto:lan@truong.edu.vn")
    outbox.add(db, draft, NOW)
    with pytest.raises(sqlite3.IntegrityError):
        outbox.add(db, replace(draft, key="nhac-2"), NOW)


@pytest.mark.parametrize("kind", [Kind.REQUEST, Kind.DECISION, Kind.CHANGE])
def test_requests_decisions_and_changes_go_as_they_fall(db, kind):
    draft = replace(DRAFT, kind=kind, address="mailto:lan@truong.edu.vn")
    assert outbox.add(db, draft, NOW) != outbox.add(db, replace(draft, key="nhac-2"), NOW)


def test_messages_of_requests_made_as_decisions_become_what_they_are(db, tmp_path):
    letters = {"X-Q7": Kind.DECISION, "X-7": Kind.DECISION, "C-7": Kind.CHANGE, "D-7": Kind.ROUTINE}
    for number, (stage, kind) in enumerate(letters.items()):
        outbox.add(db, replace(DRAFT, key=f"nhac-{number}", kind=kind, letter=replace(DRAFT.letter, stage=stage)), NOW)
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm952_requests_are_a_kind_of_their_own'")
    db.conn.commit()
    with open_database(tmp_path) as again:
        found = {one.draft.letter.stage: one.draft.kind for one in search(again, Query())}
    assert found == letters | {"X-Q7": Kind.REQUEST}


def test_a_message_that_went_nowhere_takes_no_place_once_there_is_a_channel(db):
    outbox.add(db, DRAFT, NOW)
    assert outbox.kinds_of_day(db, DRAFT.day) == {1: {Kind.ROUTINE}}
    people.set_addresses(db, 1, ["mailto:lan@truong.edu.vn"])
    assert outbox.kinds_of_day(db, DRAFT.day) == {}
    assert outbox.add(db, replace(DRAFT, key="nhac-2", address="mailto:lan@truong.edu.vn"), NOW)


def test_a_cancelled_message_frees_its_place(db):
    message_id = outbox.add(db, DRAFT, NOW)
    outbox.finish(db, message_id, Result(MessageState.CANCELLED, "NOTHING_LEFT", "hết"), NOW)
    assert outbox.kinds_of_day(db, DRAFT.day) == {}
    assert outbox.add(db, replace(DRAFT, key="nhac-2"), NOW) != message_id


def test_only_the_holder_of_the_lease_records(db):
    message_id = outbox.add(db, DRAFT, NOW)
    claim(db)
    assert not outbox.finish(db, message_id, SENT, NOW, Lease("máy 2", NOW))
    assert outbox.finish(db, message_id, SENT, NOW, LEASE)
    assert outbox.by_id(db, message_id).provider_id == "id-1"


def test_a_lease_runs_out_at_its_instant(db):
    message_id = outbox.add(db, DRAFT, NOW)
    claim(db)
    assert outbox.left_behind(db, LEASE.until - timedelta(seconds=1), nobody) == ()
    assert [one.id for one in outbox.left_behind(db, LEASE.until, nobody)] == [message_id]


def test_a_lease_ends_with_its_holder(db):
    message_id = outbox.add(db, DRAFT, NOW)
    claim(db)
    assert outbox.left_behind(db, NOW, {"máy 2"}.__contains__) == ()
    assert [one.id for one in outbox.left_behind(db, NOW, {"máy 1"}.__contains__)] == [message_id]
