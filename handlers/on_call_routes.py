"""The table of the buttons with which facilitators say when alerts reach them, and what raises one, a missed session too."""

from domain.access import Audience
from handlers import drills, mails, on_call, sessions, thresholds
from handlers.callbacks import drills as drill_presses
from handlers.callbacks import mails as mail_presses
from handlers.callbacks import on_call as presses
from handlers.callbacks import sessions as session_presses
from handlers.callbacks import thresholds as threshold_presses
from handlers.route import PressRoute

ON_CALL: tuple[PressRoute, ...] = (
    PressRoute(presses.ShowPost, on_call.shown, Audience.FACILITATOR),
    PressRoute(presses.ChooseAway, on_call.away_asked, Audience.FACILITATOR),
    PressRoute(presses.AwayOn, on_call.away_chosen, Audience.FACILITATOR),
    PressRoute(presses.CoveredBy, on_call.cover_chosen, Audience.FACILITATOR),
    PressRoute(presses.ComeBack, on_call.came_back, Audience.FACILITATOR),
    PressRoute(presses.ChooseHours, on_call.hours_asked, Audience.FACILITATOR),
    PressRoute(presses.HoursSet, on_call.hours_chosen, Audience.FACILITATOR),
    PressRoute(presses.AlwaysOnCall, on_call.always_chosen, Audience.FACILITATOR),
    PressRoute(presses.SetBackup, on_call.backup_set, Audience.FACILITATOR),
    PressRoute(mail_presses.ChooseMail, mails.mail_asked, Audience.FACILITATOR),
    PressRoute(mail_presses.StopMail, mails.mail_stopped, Audience.FACILITATOR),
    PressRoute(drill_presses.DrillSeen, drills.seen, Audience.FACILITATOR),
    PressRoute(presses.SetDrill, on_call.drill_set, Audience.FACILITATOR),
    PressRoute(session_presses.OpenSession, sessions.opened, Audience.FACILITATOR),
    PressRoute(session_presses.MarkAbsent, sessions.marked, Audience.FACILITATOR),
    PressRoute(session_presses.SessionDone, sessions.done, Audience.FACILITATOR),
    PressRoute(threshold_presses.ShowThresholds, thresholds.shown, Audience.FACILITATOR),
    PressRoute(threshold_presses.ShowThreshold, thresholds.rule_shown, Audience.FACILITATOR),
    PressRoute(threshold_presses.TryThreshold, thresholds.tried, Audience.FACILITATOR),
    PressRoute(threshold_presses.ThresholdSet, thresholds.chosen, Audience.FACILITATOR),
)
"""Every one of them, with the view that it leads to."""
