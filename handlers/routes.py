"""The table of everything that a person can do and everything that they can be sent, with who may."""

from domain.access import Audience
from domain.messages import AlertRaised, AlertSeen, UrgentAlertRaised
from handlers import alerts, crisis, groups
from handlers.callbacks import alerts as alert_presses
from handlers.callbacks import crisis as crisis_presses
from handlers.callbacks import groups as group_presses
from handlers.help import helping
from handlers.route import CommandRoute, NoticeRoute, PressRoute, TypedRoute
from handlers.texts import alerts as alert_texts
from handlers.texts import crisis as crisis_texts
from handlers.texts import groups as group_texts
from handlers.texts import help as help_texts

COMMANDS: tuple[CommandRoute, ...] = (
    CommandRoute("alerts", alerts.alerts, Audience.FACILITATOR, alert_texts.ALERTS_COMMAND),
    CommandRoute("sos", crisis.sos, Audience.ANYONE, crisis_texts.SOS_COMMAND),
    CommandRoute("group", groups.group, Audience.MEMBER, group_texts.GROUP_COMMAND),
    CommandRoute("today", groups.today, Audience.FACILITATOR, group_texts.TODAY_COMMAND),
    CommandRoute("help", helping(lambda: COMMANDS), Audience.ANYONE, help_texts.HELP_COMMAND),
)

PRESSES: tuple[PressRoute, ...] = (
    PressRoute(alert_presses.ShowAlerts, alerts.alerts_pressed, Audience.FACILITATOR),
    PressRoute(alert_presses.ShowDetails, alerts.details_asked, Audience.FACILITATOR),
    PressRoute(alert_presses.HideDetails, alerts.details_hidden, Audience.FACILITATOR),
    PressRoute(alert_presses.Acknowledge, alerts.acknowledged, Audience.FACILITATOR),
    PressRoute(alert_presses.ReachedOut, alerts.reached_out, Audience.FACILITATOR),
    PressRoute(alert_presses.Resolve, alerts.resolve_asked, Audience.FACILITATOR),
    PressRoute(alert_presses.Resolved, alerts.resolved, Audience.FACILITATOR),
    PressRoute(crisis_presses.HelpNow, crisis.help_now, Audience.ANYONE),
    PressRoute(crisis_presses.SafeForNow, crisis.safe_for_now, Audience.PARTICIPANT),
    PressRoute(group_presses.ShowToday, groups.today_pressed, Audience.FACILITATOR),
    PressRoute(group_presses.ShowGroup, groups.group_pressed, Audience.FACILITATOR),
)

TYPED: tuple[TypedRoute, ...] = ()

NOTICES: tuple[NoticeRoute, ...] = (
    NoticeRoute(AlertRaised, alerts.alert_raised),
    NoticeRoute(UrgentAlertRaised, alerts.alert_raised),
    NoticeRoute(AlertSeen, alerts.alert_seen),
)
