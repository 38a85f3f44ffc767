"""A check-in as the rules see it, made for tests without a database."""

import dataclasses
import datetime as dt

from domain.checkins import Answer, CheckIn, Rung, State
from domain.ids import CheckInId, GroupId, MembershipId, PersonId
from domain.items import CRAVING, MOOD, NOTE, SLEEP, USE, ItemId, chosen

DUE = dt.datetime(2026, 3, 3, 23, tzinfo=dt.UTC)
ASKED = (MOOD, CRAVING, SLEEP, USE, NOTE)
MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)


def skipped(*items: ItemId) -> dict[ItemId, Answer]:
    """Return answers that leave these questions out."""
    return {item: Answer(None, None, is_skipped=True, answered_at=DUE) for item in items}


def checkin(*answered: ItemId, **changes: object) -> CheckIn:
    """Return an open check-in with a five for each of these items, and these fields changed."""
    answers = {item: Answer(5, None, is_skipped=False, answered_at=DUE) for item in answered}
    made = CheckIn(
        id=CheckInId(1),
        membership_id=MembershipId(2),
        person_id=PersonId(3),
        group_id=GroupId(4),
        local_date=dt.date(2026, 3, 3),
        slot=0,
        state=State.OPEN,
        due_at=DUE,
        asked_at=DUE,
        closes_at=DUE + 6 * HOUR,
        rung=Rung.REMIND,
        snoozed_until=None,
        reopened=None,
        answers=answers,
        questions=chosen(ASKED),
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type] # any field by its name
