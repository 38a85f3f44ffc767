"""The table of the buttons with which partners stand by each other in a hard moment, and of what people prepare for one."""

from domain.access import Audience
from handlers import nudges, plans, repairs, slip_telling, slips
from handlers.callbacks import nudges as nudge_presses
from handlers.callbacks import plans as plan_presses
from handlers.callbacks import repairs as repair_presses
from handlers.callbacks import slips as slip_presses
from handlers.route import PressRoute

CARE: tuple[PressRoute, ...] = (
    PressRoute(nudge_presses.AskForWord, nudges.word_wanted, Audience.PARTICIPANT),
    PressRoute(nudge_presses.AskPartnerForWord, nudges.word_wanted_of, Audience.PARTICIPANT),
    PressRoute(nudge_presses.WordGiven, nudges.word_given, Audience.PARTICIPANT),
    PressRoute(nudge_presses.Thank, nudges.thanks_said, Audience.PARTICIPANT),
    PressRoute(repair_presses.CoverAccepted, repairs.cover_accepted, Audience.PARTICIPANT),
    PressRoute(repair_presses.CoverDeclined, repairs.cover_declined, Audience.PARTICIPANT),
    PressRoute(plan_presses.OpenPlan, plans.opened, Audience.PARTICIPANT),
    PressRoute(plan_presses.WritePlan, plans.part_asked, Audience.PARTICIPANT),
    PressRoute(plan_presses.EmptyPlan, plans.emptied, Audience.PARTICIPANT),
    PressRoute(plan_presses.SharePlan, plans.shared, Audience.PARTICIPANT),
    PressRoute(slip_presses.BeginSlip, slips.begun, Audience.PARTICIPANT),
    PressRoute(slip_presses.SlipSafety, slips.safety_answered, Audience.PARTICIPANT),
    PressRoute(slip_presses.SlipUsedOn, slips.day_chosen, Audience.PARTICIPANT),
    PressRoute(slip_presses.SlipChip, slips.chip_chosen, Audience.PARTICIPANT),
    PressRoute(slip_presses.SlipNext, slips.went_on, Audience.PARTICIPANT),
    PressRoute(slip_presses.SlipBack, slips.went_back, Audience.PARTICIPANT),
    PressRoute(slip_presses.EmptySlip, slips.emptied, Audience.PARTICIPANT),
    PressRoute(slip_presses.LaterSlip, slips.left, Audience.PARTICIPANT),
    PressRoute(slip_presses.OpenSlip, slips.opened, Audience.PARTICIPANT),
    PressRoute(slip_presses.ChangeSlip, slips.change_asked, Audience.PARTICIPANT),
    PressRoute(slip_presses.ReopenSlip, slips.reopened, Audience.PARTICIPANT),
    PressRoute(slip_presses.SlipSkill, slips.skill_shown, Audience.PARTICIPANT),
    PressRoute(slip_presses.PreviewSlip, slip_telling.previewed, Audience.PARTICIPANT),
    PressRoute(slip_presses.TellSlip, slip_telling.told, Audience.PARTICIPANT),
    PressRoute(slip_presses.DeleteSlip, slips.delete_asked, Audience.PARTICIPANT),
    PressRoute(slip_presses.DeleteSlipConfirmed, slips.delete_confirmed, Audience.PARTICIPANT),
    PressRoute(slip_presses.SlipsPage, slips.page_chosen, Audience.PARTICIPANT),
)
"""Every one of them, with the view that it leads to."""
