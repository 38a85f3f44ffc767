"""Decides what a pair needs when one of its people is away: a stand-in, its end, or nothing; it blames and tells nobody.

Away is who has been silent for three days while being asked, who takes a break of three days or more, and whom messages
have not reached for three days. What our own outage has kept from being asked counts as silence of nobody.
"""

import dataclasses
import datetime as dt
import enum
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from domain.ids import MembershipId, PairId, PersonId
from domain.pairing import Bounds, Candidate, Past, obstacle
from domain.pairing.weights import worth
from domain.partners import Answer, EndReason, Pair
from domain.recurrence import EVERY_DAY, local_date_at, next_occurrence, occurrence_on

SILENT_AFTER: Final = dt.timedelta(days=3)
"""Source: product rule; people who returned to use had stopped answering in the days before (Gustafson et al. 2014)."""
MISSED_AT_LEAST: Final = 2
"""On so many dates somebody silent was asked and did not answer: a plan with one check-in a week makes nobody silent."""
PAUSE_AT_LEAST: Final = 3
"""Days of a break from which on somebody stands in."""
LOOKED_AT: Final = (10 * 60, 19 * 60)
"""Minutes of the group's day at which it is looked whether somebody is away: a decent hour for everybody asked."""
DECENT_HOURS: Final = (9 * 60, 21 * 60)
"""Minutes of the day between which somebody may be asked to stand in, or told of it."""
RETURN_SEEN: Final = dt.timedelta(minutes=30)
"""So often it is looked for a return while somebody stands in."""
OFFER_LASTS: Final = dt.timedelta(hours=24)
"""An offer to stand in that not both have accepted by then is withdrawn."""
ASKED_AT_MOST: Final = 3
"""So many are asked to stand in, one after the other, before the facilitators hear that somebody is alone."""
_DAY: Final = dt.timedelta(days=1)


class Absence(enum.StrEnum):
    """Why somebody's partner is alone for now."""

    SILENT = "silent"
    PAUSED = "paused"
    UNREACHABLE = "unreachable"


class Alone(enum.StrEnum):
    """Why nobody stands in for somebody's partner, as the facilitators are told."""

    NOBODY_CAN = "nobody_can"
    NOT_ACCEPTED = "not_accepted"


class Fate(enum.Enum):
    """What became of an offer to stand in, for whoever is alone: nobody need be asked after the first two."""

    STOOD_IN = "stood_in"
    NOT_WANTED = "not_wanted"
    UNANSWERED = "unanswered"
    REFUSED = "refused"


@dataclasses.dataclass(frozen=True, slots=True)
class Presence:
    """What is known of one side of a pair.

    Attributes:
        timezone: in which the side's days are counted.
        heard_at: the last sign of them (a check-in, a message, an answer), or the beginning of the pair.
        since: the same, or when they were last left alone on purpose (a break, messages that did not arrive), if later.
        excused_at: when a check-in was last not asked, or not taken, because of our own outage; None when never.
        missed_at: when check-ins after `since` were due that were asked and not answered.
        paused_from: the first date that the running break left out; None when none was left out yet.
        paused_until: as in a schedule.
        unreachable_since: since when messages do not arrive; None while they do.
    """

    timezone: str
    heard_at: dt.datetime
    since: dt.datetime
    excused_at: dt.datetime | None = None
    missed_at: tuple[dt.datetime, ...] = ()
    paused_from: dt.date | None = None
    paused_until: dt.date | None = None
    unreachable_since: dt.datetime | None = None

    def absence(self, now: dt.datetime) -> Absence | None:
        """Return in which way the side is away; None when it is there."""
        if self._is_paused(now):
            today = local_date_at(now, self.timezone)
            first = min(self.paused_from or today, today)
            is_long = self.paused_until is not None and (self.paused_until - first).days >= PAUSE_AT_LEAST
            return Absence.PAUSED if is_long else None
        if self.unreachable_since is not None:
            return Absence.UNREACHABLE if now - self.unreachable_since >= SILENT_AFTER else None
        is_silent = now - self._silent_since >= SILENT_AFTER and self._has_missed(self._silent_since)
        return Absence.SILENT if is_silent else None

    def is_back(self, now: dt.datetime) -> bool:
        """Tell whether somebody who was away is there again; an outage of ours alone brings nobody back."""
        is_kept = self._is_paused(now) or self.unreachable_since is not None
        return not is_kept and not self._has_missed(self.since)

    def began_at(self, absence: Absence) -> dt.datetime:
        """Return a moment from which on whatever was offered belongs to this absence."""
        return self.since if absence is Absence.SILENT else self.heard_at

    def silent_at(self) -> dt.datetime:
        """Return when the side will have been silent for long enough, should nothing be heard until then."""
        return (self.unreachable_since or self._silent_since) + SILENT_AFTER

    @property
    def _silent_since(self) -> dt.datetime:
        return self.since if self.excused_at is None else max(self.since, self.excused_at)

    def _is_paused(self, now: dt.datetime) -> bool:
        return self.paused_until is not None and local_date_at(now, self.timezone) < self.paused_until

    def _has_missed(self, since: dt.datetime) -> bool:
        return (
            len({local_date_at(at, self.timezone) for at in self.missed_at if at > since}) >= MISSED_AT_LEAST
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Cover:
    """A pair, asked or agreed, in which one stands in while the seat `absent_id` is away from the pair `covered_id`."""

    pair_id: PairId
    covered_id: PairId
    absent_id: MembershipId
    proposed_at: dt.datetime
    is_open: bool
    end_reason: EndReason | None = None

    def is_lapsed(self, now: dt.datetime) -> bool:
        """Tell whether an offer has waited for too long."""
        return now - self.proposed_at >= OFFER_LASTS


def fate_of(offer: Pair, alone_id: PersonId) -> Fate:
    """Return what became of an offer that is over."""
    mine = offer.side_of(alone_id)
    if offer.started_at is not None:
        return Fate.STOOD_IN
    if mine is None or mine.answer is Answer.DECLINED:
        return Fate.NOT_WANTED
    is_refused = any(side.answer is Answer.DECLINED for side in offer.sides)
    return Fate.UNANSWERED if mine.answer is Answer.ASKED and not is_refused else Fate.REFUSED


def next_look(timezone: str, now: dt.datetime, coming: Collection[dt.datetime] = ()) -> dt.datetime:
    """Return when a pair is looked at next: at the usual hours, or earlier at one of the coming moments if that is decent."""
    usual = min(next_occurrence(minute, EVERY_DAY, timezone, now).at for minute in LOOKED_AT)
    decent = [at for at in coming if now < at < usual and decent_from(timezone, at) == at]
    return min([usual, *decent])


def decent_from(timezone: str, now: dt.datetime) -> dt.datetime:
    """Return the first moment from now on at which it is a decent hour in a zone; `now` itself when it is one."""
    opens, closes = DECENT_HOURS
    today = local_date_at(now, timezone)
    if now < (opening := occurrence_on(today, opens, timezone)):
        return opening
    if now < occurrence_on(today, closes, timezone):
        return now
    return occurrence_on(today + _DAY, opens, timezone)


def helpers(
    alone: Candidate,
    people: Sequence[Candidate],
    past: Past,
    bounds: Bounds,
    now: dt.datetime,
    *,
    busy: Mapping[MembershipId, int],
) -> list[Candidate]:
    """Return who could stand in for somebody's partner, best first: nobody against a hard rule, or with no room at all.

    Args:
        alone: who is without a partner for now.
        people: who of the group is there; whoever stands in already, or has said no before, is not among them.
        past: what each two have behind them.
        bounds: the hard rules.
        now: the moment.
        busy: how many each has already.
    """
    allowed = [one for one in people if one is not alone and obstacle(alone, one, bounds) is None]

    def goodness(one: Candidate) -> tuple[bool, int, int, int]:
        has_room = busy.get(one.membership_id, 0) < one.capacity
        return not has_room, -one.capacity, -worth((alone, one), past, now), one.membership_id

    return sorted(allowed, key=goodness)
