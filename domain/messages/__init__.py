"""Names every unasked message as a kind with ids, an area a file; importing it makes all kinds known."""

from domain.messages.alerts import (
    AlertRaised,
    AlertSeen,
    DrillOver,
    DrillRaised,
    UrgentAlertRaised,
    WatchMorning,
    about_alert,
)
from domain.messages.checkins import CheckInDue, CheckInReminder, StageChanged
from domain.messages.exchanges import (
    CallAnswered,
    CallCancelled,
    CallOffered,
    CallReminder,
    ExchangeAsked,
    ExchangeRevealed,
)
from domain.messages.gaps import UpdatesLost
from domain.messages.members import MemberJoined, MemberLeft, MemberUnreachable
from domain.messages.message import Lane, Message, about_pair, message_from
from domain.messages.nudges import CravingShared, SupportAsked, ThanksArrived
from domain.messages.on_call import CoverGiven
from domain.messages.partners import (
    PairDeclined,
    PairEnded,
    PairFormed,
    PairProposed,
    PartnerNudge,
    PartnerPaused,
)
from domain.messages.relays import (
    RelayArrived,
    RelayEdited,
    RelayLapsed,
    RelayReacted,
    RelayWithdrawn,
    UsernamesSwapped,
)
from domain.messages.repairs import CoverBegun, CoverOffered, LookedAfter, WithoutPartner
from domain.messages.rotations import GoodbyeComing, PairGoesOn, RotationComing
from domain.messages.summaries import WeekSummary

__all__ = [
    "AlertRaised",
    "AlertSeen",
    "CallAnswered",
    "CallCancelled",
    "CallOffered",
    "CallReminder",
    "CheckInDue",
    "CheckInReminder",
    "CoverBegun",
    "CoverGiven",
    "CoverOffered",
    "CravingShared",
    "DrillOver",
    "DrillRaised",
    "ExchangeAsked",
    "ExchangeRevealed",
    "GoodbyeComing",
    "Lane",
    "LookedAfter",
    "MemberJoined",
    "MemberLeft",
    "MemberUnreachable",
    "Message",
    "PairDeclined",
    "PairEnded",
    "PairFormed",
    "PairGoesOn",
    "PairProposed",
    "PartnerNudge",
    "PartnerPaused",
    "RelayArrived",
    "RelayEdited",
    "RelayLapsed",
    "RelayReacted",
    "RelayWithdrawn",
    "RotationComing",
    "StageChanged",
    "SupportAsked",
    "ThanksArrived",
    "UpdatesLost",
    "UrgentAlertRaised",
    "UsernamesSwapped",
    "WatchMorning",
    "WeekSummary",
    "WithoutPartner",
    "about_alert",
    "about_pair",
    "message_from",
]
