"""Says what an alert is, as a facilitator may read it; when one is raised stands in `domain.setbacks`."""

import dataclasses
import datetime as dt
import enum
from typing import Final

from domain.ids import AlertId, GroupId, MembershipId, PersonId
from domain.setbacks import (
    LEVELS,
    TOLD_BY_THE_PERSON,
    AlertState,
    Found,
    Level,
    Outcome,
    Rule,
    Standing,
    Step,
)


class Occasion(enum.StrEnum):
    """Why facilitators are told of an alert at this moment."""

    NEW = "new"
    MORE = "more"
    REPEAT = "repeat"
    REMINDER = "reminder"
    HANDED_OVER = "handed_over"


_OCCASIONS: Final = {Step.SNOOZED: Occasion.REMINDER, Step.HANDED_OVER: Occasion.HANDED_OVER}


@dataclasses.dataclass(frozen=True, slots=True)
class StepTaken:
    """One thing that was done about an alert; `person_id` None is somebody who has been erased."""

    step: Step
    person_id: PersonId | None
    done_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Alert:
    """A record that a facilitator should look at one participant.

    Attributes:
        round: counts the tellings from 0.
        repeats: how many of them, the latest included, only repeat the last news.
        owner_id: the facilitator who has taken it on, or to whom it was handed; None for nobody yet.
        snoozed_until: when whoever took it on wants to be reminded; None for not at all.
        rung: how far it has climbed; 0 is those on call in the group.
        is_drill: a rehearsal, about nobody's setback.
        found: causes, in the order in which they were found.
        steps: what was done, in order.
    """

    alert_id: AlertId
    group_id: GroupId
    membership_id: MembershipId
    person_id: PersonId
    level: Level
    state: AlertState
    round: int
    repeats: int
    raised_at: dt.datetime
    sent_at: dt.datetime
    next_round_at: dt.datetime | None
    acknowledged_by: PersonId | None
    acknowledged_at: dt.datetime | None
    resolved_by: PersonId | None
    resolved_at: dt.datetime | None
    outcome: Outcome | None
    owner_id: PersonId | None
    snoozed_until: dt.datetime | None
    rung: int
    is_drill: bool
    found: tuple[Found, ...]
    steps: tuple[StepTaken, ...]

    @property
    def standing(self) -> Standing:
        """Return what a new cause needs to know of it."""
        return Standing(self.alert_id, self.level, self.state, self.sent_at, self.found)

    @property
    def is_known_to_the_person(self) -> bool:
        """Tell whether the alert came from something that the person said; only then may it be mentioned to them."""
        return any(found.cause.rule in TOLD_BY_THE_PERSON for found in self.found)

    @property
    def is_told_first(self) -> bool:
        """Tell whether the last telling was the first; what was only to be watched until then had been told to nobody."""
        before = [found for found in self.found if found.found_at < self.sent_at]
        return not self.round or (
            not self.steps and all(LEVELS[found.cause.rule] is Level.WATCH for found in before)
        )

    @property
    def occasion(self) -> Occasion:
        """Return why facilitators were told of it the last time."""
        if self.repeats:
            return Occasion.REPEAT
        if self.is_told_first:
            return Occasion.NEW
        has_news = any(found.found_at >= self.sent_at for found in self.found)
        last = None if has_news or not self.steps else self.steps[-1].step
        return Occasion.MORE if last is None else _OCCASIONS.get(last, Occasion.MORE)

    def latest(self, step: Step) -> StepTaken | None:
        """Return when something was last done and by whom; None when it was not."""
        return next((taken for taken in reversed(self.steps) if taken.step is step), None)

    def has(self, rule: Rule) -> bool:
        """Tell whether one of the causes has this rule."""
        return any(found.cause.rule is rule for found in self.found)


@dataclasses.dataclass(frozen=True, slots=True)
class Disclosure:
    """That somebody looked at something of a person; `viewer_id` None is a viewer who has been erased."""

    subject_id: PersonId
    viewer_id: PersonId | None
    viewer_membership_id: MembershipId | None
    what: str
    seen_at: dt.datetime
