"""Views of standing in while a partner is away: the offer, the answers, and the word to who is away and to facilitators."""

from domain.messages import CoverBegun, CoverOffered, LookedAfter, WithoutPartner
from domain.partners import Answer, LeftOut, PairState
from domain.repairs import Alone
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.pairing import ProposePairs
from handlers.callbacks.partners import WriteTo
from handlers.callbacks.repairs import CoverAccepted, CoverDeclined
from handlers.request import Button, Reply, Request, Screen
from handlers.route import Notice
from handlers.screens.menu import help_button
from handlers.screens.repairs import offer_screen
from handlers.texts import help as help_texts
from handlers.texts import pairing as pairing_texts
from handlers.texts import partners as partner_texts
from handlers.texts import repairs as texts
from handlers.texts.quoting import named
from services.container import Services


async def cover_offered(notice: Notice, message: CoverOffered, services: Services) -> Screen | None:
    """Ask somebody to be there for somebody else meanwhile; nothing once it is answered, needless or withdrawn."""
    offer = await services.standing_in.offer(notice.recipient, message.pair_id)
    if offer is None or offer.pair.state is not PairState.PROPOSED or offer.answer is not Answer.ASKED:
        return None
    return offer_screen(notice.words, offer)


async def cover_begun(notice: Notice, message: CoverBegun, services: Services) -> Screen | None:
    """Tell whoever said yes first that the other did, too; nothing once it is over."""
    offer = await services.standing_in.offer(notice.recipient, message.pair_id)
    if offer is None or not offer.pair.is_active or offer.answer is not Answer.ACCEPTED:
        return None
    return offer_screen(notice.words, offer)


async def cover_accepted(request: Request, press: CoverAccepted, services: Services) -> Reply:
    """Say yes to being there meanwhile."""
    offer = await services.standing_in.accept(request.person, press.pair_id, request.now)
    return Reply((offer_screen(request.words, offer),))


async def cover_declined(request: Request, press: CoverDeclined, services: Services) -> Reply:
    """Say no to being there meanwhile."""
    offer = await services.standing_in.decline(request.person, press.pair_id, request.now)
    return Reply((offer_screen(request.words, offer),))


async def looked_after(notice: Notice, message: LookedAfter, services: Services) -> Screen | None:
    """Tell somebody silent that they are welcome back; nothing once they are, or the pair is over."""
    names = await services.standing_in.looked_after(notice.recipient, message.pair_id, message.membership_id)
    if names is None:
        return None
    words = notice.words
    return Screen(
        words(texts.LOOKED_AFTER, names=named(words, names)),
        (
            (Button(words.plain(help_texts.CHECK_IN), StartCheckIn()),),
            (Button(words.plain(partner_texts.WRITE_TO_BOTH), WriteTo(message.pair_id)),),
            (help_button(words),),
        ),
    )


async def without_partner(notice: Notice, message: WithoutPartner, services: Services) -> Screen | None:
    """Tell a facilitator who is without a partner, and why; nothing once that is over."""
    words = notice.words
    lonely = await services.standing_in.lonely(notice.recipient, message, notice.now)
    if lonely is None:
        return None
    name, again = (
        named(words, [lonely.name]),
        Button(words.plain(pairing_texts.SUGGEST_AGAIN), ProposePairs(message.group_id)),
    )
    if lonely.absent is None or lonely.absence is None:
        why = words(texts.WHY_UNMATCHED[LeftOut(message.why)])
        return Screen(words(texts.UNMATCHED, group=lonely.group, name=name, why=why), ((again,),))
    reason = words(texts.AWAY[lonely.absence], absent=named(words, [lonely.absent]))
    why = words(texts.WHY[Alone(message.why)])
    return Screen(words(texts.WITHOUT, group=lonely.group, name=name, reason=reason, why=why))
