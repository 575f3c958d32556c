"""The policy of the settings, kept in the store: whatever changes a task plans by it, wherever it runs."""

from __future__ import annotations

from tracker.reminders.desk import Desk
from tracker.reminders.inheritance import HOUSE_ID, Policies, differences
from tracker.reminders.planning import replan
from tracker.reminders.policy import Policy
from tracker.store import policies, schools
from tracker.store.database import Database, transaction
from tracker.store.history import Actor
from tracker.store.policies import Layer, Scope

WHO = "settings.toml"


def keep_house_policy(db: Database, desk: Desk) -> bool:
    """Keep the policy a desk was given as that of the house; return whether it is news, so that one plans anew."""
    wanted = differences(desk.policy, Policy())
    if policies.layer_of(db, Scope.HOUSE, HOUSE_ID).values == wanted:
        return False
    with transaction(db):
        policies.set_layer(db, Layer(Scope.HOUSE, HOUSE_ID, wanted), Actor(WHO, desk.wall()))
    return True


def house_policy(db: Database) -> Policy:
    """Return the policy of the house as the store keeps it."""
    return Policies(Policy(), policies.all_layers(db)).house


def plan_all(db: Database, desk: Desk) -> None:
    """Bring the ledger of every school in line with the settings, each in its own transaction."""
    keep_house_policy(db, desk)
    for school in schools.all_schools(db):
        replan(db, school.id, desk.working_days, desk.policy)
