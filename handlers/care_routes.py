"""The table of the buttons with which partners stand by each other in a hard moment, or in somebody's place."""

from domain.access import Audience
from handlers import nudges, repairs
from handlers.callbacks import nudges as nudge_presses
from handlers.callbacks import repairs as repair_presses
from handlers.route import PressRoute

CARE: tuple[PressRoute, ...] = (
    PressRoute(nudge_presses.AskForWord, nudges.word_wanted, Audience.PARTICIPANT),
    PressRoute(nudge_presses.AskPartnerForWord, nudges.word_wanted_of, Audience.PARTICIPANT),
    PressRoute(nudge_presses.WordGiven, nudges.word_given, Audience.PARTICIPANT),
    PressRoute(nudge_presses.Thank, nudges.thanks_said, Audience.PARTICIPANT),
    PressRoute(repair_presses.CoverAccepted, repairs.cover_accepted, Audience.PARTICIPANT),
    PressRoute(repair_presses.CoverDeclined, repairs.cover_declined, Audience.PARTICIPANT),
)
"""Every one of them, with the view that it leads to."""
