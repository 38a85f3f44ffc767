"""Views of arranging a call or a walk between partners: times offered, one chosen, none owed to anybody."""

import datetime as dt

from domain.calls import unpacked
from domain.messages import CallAnswered, CallCancelled, CallOffered, CallReminder
from handlers.callbacks.calls import (
    CancelCall,
    NoneFits,
    OfferTimes,
    PickTimes,
    PlanCall,
    ShowCall,
    TimeAgreed,
    TookPlace,
    numbers_in,
)
from handlers.request import Reply, Request, Screen
from handlers.route import Notice
from handlers.screens.calls import call_screen, kinds_screen, times_screen
from handlers.texts import calls as texts
from handlers.texts.quoting import named
from services.calls import Arranged
from services.container import Services


async def plan_asked(request: Request, press: PlanCall, services: Services) -> Reply:
    """Ask whether it is a call or a walk; while something is planned or offered, show that."""
    others = await services.calls.partners(request.person, press.pair_id)
    found = await services.calls.current(request.person, press.pair_id)
    if found is not None and (found.call.still_possible(request.now) or found.call.is_agreed(request.now)):
        return _standing(request, found)
    return Reply((kinds_screen(request.words, press.pair_id, others),))


async def times_asked(request: Request, press: PickTimes, services: Services) -> Reply:
    """Show the times, with those that are picked so far."""
    await services.calls.partners(request.person, press.pair_id)
    return Reply((times_screen(request.words, press, request.now),))


async def times_offered(request: Request, press: OfferTimes, services: Services) -> Reply:
    """Offer the picked times to the partner."""
    moments = unpacked(numbers_in(press.times), request.now)
    found = await services.calls.offer(request.person, press.pair_id, press.kind, moments, request.now)
    return _standing(request, found)


async def call_shown(request: Request, press: ShowCall, services: Services) -> Reply:
    """Show where a call stands."""
    return _standing(request, await services.calls.show(request.person, press.call_id))


async def time_agreed(request: Request, press: TimeAgreed, services: Services) -> Reply:
    """Agree on one of the offered times."""
    (moment,) = unpacked((press.moment,), request.now) or (request.now,)
    found = await services.calls.choose(request.person, press.call_id, moment, request.now)
    return _standing(request, found)


async def none_fits(request: Request, press: NoneFits, services: Services) -> Reply:
    """Say that none of the offered times fits."""
    return _standing(request, await services.calls.refuse(request.person, press.call_id, request.now))


async def cancelled(request: Request, press: CancelCall, services: Services) -> Reply:
    """Cancel what was agreed on, or take an offer back."""
    return _standing(request, await services.calls.cancel(request.person, press.call_id, request.now))


async def took_place(request: Request, press: TookPlace, services: Services) -> Reply:
    """Say whether it took place."""
    is_so = bool(press.is_so)
    found = await services.calls.took_place(request.person, press.call_id, is_so, request.now)
    return _standing(request, found)


async def call_offered(notice: Notice, message: CallOffered, services: Services) -> Screen | None:
    """Show a partner's times; nothing once one is chosen, they were taken back, or all have passed."""
    found = await services.calls.find(notice.recipient, message.call_id)
    if found is None or not found.call.still_possible(notice.now):
        return None
    return call_screen(notice.words, found, notice.now, notice.words(texts.ARRIVED))


async def call_answered(notice: Notice, message: CallAnswered, services: Services) -> Screen | None:
    """Tell what became of the times one offered; nothing when it has become something else meanwhile."""
    found = await services.calls.find(notice.recipient, message.call_id)
    if found is None or found.call.state.is_over:
        return None
    is_agreed = found.call.is_agreed(notice.now)
    first_line = notice.words(texts.PICKED_ONE if is_agreed else texts.ABOUT_THE_OFFER)
    return call_screen(notice.words, found, notice.now, first_line)


async def call_cancelled(notice: Notice, message: CallCancelled, services: Services) -> Screen | None:
    """Tell kindly that an agreed call won't be; nothing once its moment has passed."""
    found = await services.calls.find(notice.recipient, message.call_id)
    chosen_at = None if found is None else found.call.chosen_at
    if found is None or chosen_at is None or chosen_at <= notice.now:
        return None
    words = notice.words
    names = named(words, [side.name for side in found.others])
    return Screen(words(texts.CANCELLED_BY_PARTNER, names=names, moment=words.moment(chosen_at)))


async def call_reminder(notice: Notice, message: CallReminder, services: Services) -> Screen | None:
    """Say shortly before what two agreed on; nothing when it won't be."""
    found = await services.calls.find(notice.recipient, message.call_id)
    chosen_at = None if found is None else found.call.chosen_at
    if found is None or chosen_at is None or not found.call.is_agreed(notice.now - dt.timedelta(minutes=5)):
        return None
    words = notice.words
    return Screen(
        words(
            texts.SOON,
            kind=words.plain(texts.KINDS[found.call.kind]),
            names=named(words, [side.name for side in found.others]),
            time=words.time(chosen_at),
        )
    )


def _standing(request: Request, found: Arranged) -> Reply:
    return Reply((call_screen(request.words, found, request.now),))
