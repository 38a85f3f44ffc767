"""When somebody is asked, as the rules see it, made for tests without a database."""

import datetime as dt

from domain.ids import MembershipId, TimeId
from domain.recurrence import EVERY_DAY, next_occurrence
from domain.schedules import Schedule, Time

NEW_YORK, TOKYO, HONOLULU, LONDON = "America/New_York", "Asia/Tokyo", "Pacific/Honolulu", "Europe/London"
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
EVENING, THREE = (18 * 60,), (9 * 60, 14 * 60, 20 * 60)
MONDAY, TUESDAY, WEDNESDAY = (dt.date(2026, 3, day) for day in (2, 3, 4))
NOON = dt.datetime(2026, 3, 3, 17, tzinfo=dt.UTC)
"""Tuesday 12:00 in New York, 17:00 in London, 07:00 in Honolulu; Wednesday 02:00 in Tokyo."""


def schedule(
    *minutes: int, weekdays: int = EVERY_DAY, zone: str = NEW_YORK, since: dt.datetime = NOON
) -> Schedule:
    """Return a plan that begins with the first moment of each time after `since`."""
    times = []
    for slot, minute in enumerate(minutes):
        first = next_occurrence(minute, weekdays, zone, since)
        times.append(Time(TimeId(slot + 1), slot, minute, first.local_date, first.at))
    return Schedule(MembershipId(1), tuple(times), weekdays)
