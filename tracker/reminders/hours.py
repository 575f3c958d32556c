"""Which hours are fit at each school, and whether its week is told of, under the policy of that school."""

from __future__ import annotations

from datetime import datetime

from tracker.reminders.desk import Desk
from tracker.reminders.inheritance import Policies
from tracker.reminders.policy import Hold, Policy, hold
from tracker.store import schools
from tracker.store.database import Database
from tracker.store.policies import all_layers


class Hours:
    """The policies of the schools as one tick finds them."""

    def __init__(self, db: Database, desk: Desk) -> None:
        self._db = db
        self._desk = desk
        self._policies = Policies(desk.policy, all_layers(db))
        self._known: dict[int, Policy] = {}

    def policy(self, school_id: int) -> Policy:
        """Return the policy of a school."""
        if school_id not in self._known:
            self._known[school_id] = self._policies.of_school(school_id)
        return self._known[school_id]

    def hold(self, school_id: int, now: datetime) -> Hold | None:
        """Return why nothing may go to the people of a school at `now`, or None."""
        return hold(now, self.policy(school_id), self._desk.working_days)

    def everywhere(self, now: datetime) -> Hold | None:
        """Return why nothing may go at any school at `now` (the hold that ends first), or None."""
        found = [self.hold(school.id, now) for school in schools.all_schools(self._db)]
        holds = [one for one in found if one]
        if not found or len(holds) < len(found):
            return None
        return min(holds, key=lambda one: one.until)
