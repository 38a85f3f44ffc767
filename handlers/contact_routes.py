"""The buttons on messages between partners, with the view that each leads to and who may press it."""

from domain.access import Audience
from handlers import blocks, relays, swaps
from handlers.callbacks import relays as relay_presses
from handlers.route import PressRoute

PRESSES: tuple[PressRoute, ...] = (
    PressRoute(relay_presses.SendHeldAnyway, relays.held_sent_anyway, Audience.PARTICIPANT),
    PressRoute(relay_presses.TakeBack, relays.taken_back, Audience.PARTICIPANT),
    PressRoute(relay_presses.MutePair, blocks.muted, Audience.PARTICIPANT),
    PressRoute(relay_presses.UnmutePair, blocks.unmuted, Audience.PARTICIPANT),
    PressRoute(relay_presses.BlockPartner, blocks.block_asked, Audience.PARTICIPANT),
    PressRoute(relay_presses.BlockConfirmed, blocks.block_confirmed, Audience.PARTICIPANT),
    PressRoute(relay_presses.UnblockPartner, blocks.unblocked, Audience.PARTICIPANT),
    PressRoute(relay_presses.KeepAsItWas, blocks.kept, Audience.PARTICIPANT),
    PressRoute(relay_presses.ChooseReport, blocks.report_choosing, Audience.PARTICIPANT),
    PressRoute(relay_presses.ReportMessage, blocks.report_asked, Audience.PARTICIPANT),
    PressRoute(relay_presses.ReportConfirmed, blocks.report_confirmed, Audience.PARTICIPANT),
    PressRoute(relay_presses.OpenSwap, swaps.swap_opened, Audience.PARTICIPANT),
    PressRoute(relay_presses.SwapAgreed, swaps.swap_agreed, Audience.PARTICIPANT),
    PressRoute(relay_presses.SwapRefused, swaps.swap_refused, Audience.PARTICIPANT),
)
