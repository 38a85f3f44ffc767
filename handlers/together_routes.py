"""The table of the buttons of what pairs are asked and arrange together, of what is seldom wanted, and of figures about them."""

from domain.access import Audience
from handlers import calls, exchanges, figures, partners
from handlers.callbacks import calls as call_presses
from handlers.callbacks import exchanges as exchange_presses
from handlers.callbacks import figures as figure_presses
from handlers.callbacks import partners as partner_presses
from handlers.route import PressRoute

TOGETHER: tuple[PressRoute, ...] = (
    PressRoute(partner_presses.MoreAbout, partners.more_opened, Audience.PARTICIPANT),
    PressRoute(exchange_presses.OpenExchange, exchanges.opened, Audience.PARTICIPANT),
    PressRoute(exchange_presses.PartChosen, exchanges.chosen, Audience.PARTICIPANT),
    PressRoute(exchange_presses.WritePart, exchanges.writing, Audience.PARTICIPANT),
    PressRoute(exchange_presses.LeaveOut, exchanges.left_out, Audience.PARTICIPANT),
    PressRoute(exchange_presses.StartListening, exchanges.listening_started, Audience.PARTICIPANT),
    PressRoute(call_presses.PlanCall, calls.plan_asked, Audience.PARTICIPANT),
    PressRoute(call_presses.PickTimes, calls.times_asked, Audience.PARTICIPANT),
    PressRoute(call_presses.OfferTimes, calls.times_offered, Audience.PARTICIPANT),
    PressRoute(call_presses.ShowCall, calls.call_shown, Audience.PARTICIPANT),
    PressRoute(call_presses.TimeAgreed, calls.time_agreed, Audience.PARTICIPANT),
    PressRoute(call_presses.NoneFits, calls.none_fits, Audience.PARTICIPANT),
    PressRoute(call_presses.CancelCall, calls.cancelled, Audience.PARTICIPANT),
    PressRoute(call_presses.TookPlace, calls.took_place, Audience.PARTICIPANT),
    PressRoute(figure_presses.ShowWeek, figures.week_shown, Audience.FACILITATOR),
)
