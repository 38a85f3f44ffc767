"""Views of what a facilitator changes by hand before pairs are asked; nobody but facilitators hears of it."""

from domain.errors import NotAllowed, Refused
from domain.ids import GroupId, MembershipId
from handlers.callbacks.pairing import ChangeByHand, Hand, Picked, PickFirst, PickSecond, StartOver
from handlers.errors import refusals
from handlers.request import Reply, Request
from handlers.screens.pair_rules import why_apart_screen
from handlers.screens.pairing import by_hand_screen, pick_screen, preview_screen
from services.container import Services

Names = list[tuple[MembershipId, str]]


async def change_chosen(request: Request, press: ChangeByHand, services: Services) -> Reply:
    """Show what can be changed by hand."""
    proposal = await services.proposals.propose(request.person, press.group_id, request.now)
    return Reply((by_hand_screen(request.words, proposal),))


async def first_asked(request: Request, press: PickFirst, services: Services) -> Reply:
    """Show whom it can be about."""
    rules = await services.pair_rules.rules(request.person, press.group_id)
    people = await _people(request, press.hand, press.group_id, services)
    return Reply(
        (
            pick_screen(
                request.words, rules.group, press.hand, people, lambda seat: PickSecond(press.hand, seat)
            ),
        )
    )


async def second_asked(request: Request, press: PickSecond, services: Services) -> Reply:
    """Show who else it can be about."""
    first = await services.pair_rules.member(request.person, press.first_id)
    rules = await services.pair_rules.rules(request.person, first.group_id)
    people = await _people(request, press.hand, first.group_id, services, beside=press.first_id)
    return Reply(
        (
            pick_screen(
                request.words,
                rules.group,
                press.hand,
                people,
                lambda seat: Picked(press.hand, press.first_id, seat),
                first=first.display_name,
            ),
        )
    )


async def both_picked(request: Request, press: Picked, services: Services) -> Reply:
    """Change the proposal, or ask why two are to be kept apart; what cannot be is said above the pairs as they were."""
    me, now, words = request.person, request.now, request.words
    first, second = await services.pair_rules.couple(me, press.first_id, press.second_id)
    if press.hand is Hand.APART:
        are_together = await services.pair_rules.are_together(me, press.first_id, press.second_id)
        return Reply((why_apart_screen(words, first, second, are_together=are_together),))
    change = {
        Hand.PIN: services.proposals.pin,
        Hand.FORBID: services.proposals.forbid,
        Hand.SWAP: services.proposals.swap,
    }[press.hand]
    try:
        proposal = await change(me, press.first_id, press.second_id, now)
    except NotAllowed:
        raise
    except Refused as refused:
        proposal = await services.proposals.propose(me, first.group_id, now)
        return Reply((preview_screen(words, proposal, words(refusals()[refused.key])),))
    return Reply((preview_screen(words, proposal),))


async def started_over(request: Request, press: StartOver, services: Services) -> Reply:
    """Show the pairs without anything set by hand."""
    proposal = await services.proposals.start_over(request.person, press.group_id, request.now)
    return Reply((preview_screen(request.words, proposal),))


async def _people(
    request: Request,
    hand: Hand,
    group_id: GroupId,
    services: Services,
    beside: MembershipId | None = None,
) -> Names:
    """Return whom it can be about; to be kept apart is everybody, to be swapped who is in another match."""
    if hand is Hand.APART:
        rules = await services.pair_rules.rules(request.person, group_id)
        named = [(one.membership_id, one.display_name) for one in rules.people]
        return [one for one in named if one[0] != beside]
    proposal = await services.proposals.propose(request.person, group_id, request.now)
    if hand is Hand.SWAP:
        groups = [[one.membership_id for one in match.members] for match in proposal.plan.matches]
        swappable = {seat for group in groups if beside not in group for seat in group}
        return [(one.membership_id, one.name) for one in proposal.people if one.membership_id in swappable]
    return [(one.membership_id, one.name) for one in proposal.people if one.membership_id != beside]
