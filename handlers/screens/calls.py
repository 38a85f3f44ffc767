"""Draws the times of a call or a walk on the reader's own clock; it asks no service and decides nothing."""

import datetime as dt

from markupsafe import Markup

from domain.calls import DAYS, DAYS_IN_SIGHT, MOST_OFFERED, CallState, packed, slots, unpacked
from domain.ids import PairId
from domain.partners import Side
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
    times_of,
)
from handlers.callbacks.partners import OpenPartner
from handlers.request import Button, Screen, Style
from handlers.texts import calls as texts
from handlers.texts.quoting import named
from handlers.texts.words import Words, lines, paragraphs
from services.calls import Arranged

Row = tuple[Button, ...]


def kinds_screen(words: Words, pair_id: PairId, others: tuple[Side, ...]) -> Screen:
    """Return the choice between a call and a walk."""
    kinds = tuple(
        Button(words.plain(label), PickTimes(pair_id, kind, 0, "")) for kind, label in texts.KINDS.items()
    )
    back = Button(words.plain(texts.NEVER_MIND), OpenPartner(pair_id))
    return Screen(words(texts.WHICH, names=_names(words, others)), (kinds, (back,)))


def times_screen(words: Words, press: PickTimes, now: dt.datetime) -> Screen:
    """Return the times to pick from, with those that are picked; a tap picks or lets go."""
    picked = [packed(moment) for moment in unpacked(numbers_in(press.times), now)]
    first_day = min(max(press.day, 0), DAYS)
    rows = [
        tuple(_slot(words, press, first_day, picked, moment) for moment in day)
        for day in slots(words.timezone, now, first_day)
    ]
    if picked:
        offer = OfferTimes(press.pair_id, press.kind, times_of(picked))
        rows.append((Button(words.plain(texts.OFFER), offer, style=Style.PRIMARY),))
    is_later = first_day >= DAYS_IN_SIGHT
    turned = PickTimes(press.pair_id, press.kind, 0 if is_later else DAYS_IN_SIGHT, times_of(picked))
    label = texts.EARLIER_DAYS if is_later else texts.LATER_DAYS
    rows.append((Button(words.plain(label), turned),))
    rows.append((Button(words.plain(texts.BACK), PlanCall(press.pair_id)),))
    return Screen(words(texts.PICK, number=len(picked), most=MOST_OFFERED), tuple(rows))


def call_screen(words: Words, found: Arranged, now: dt.datetime, first_line: Markup | None = None) -> Screen:
    """Return where a call stands for one side, with what it can do about it."""
    text, rows = _standing(words, found, now)
    return Screen(
        paragraphs(first_line, text),
        rows,
        anchor=f"call:{found.call.call_id}",
        is_protected=True,
    )


def call_line(words: Words, found: Arranged | None, now: dt.datetime) -> Markup | None:
    """Return what comes next between the two; None when nothing is agreed on."""
    if found is None or not found.call.is_agreed(now) or found.call.chosen_at is None:
        return None
    return words(texts.NEXT, kind=_kind(words, found), moment=words.moment(found.call.chosen_at))


def call_row(words: Words, pair_id: PairId, found: Arranged | None, now: dt.datetime) -> Row:
    """Return the button that leads to the plan that there is, or to a new one."""
    call = None if found is None else found.call
    if call is not None and (call.still_possible(now) or call.is_agreed(now) or call.may_have_been(now)):
        return (Button(words.plain(texts.SHOW), ShowCall(call.call_id)),)
    return (Button(words.plain(texts.PLAN), PlanCall(pair_id)),)


def _standing(words: Words, found: Arranged, now: dt.datetime) -> tuple[Markup, tuple[Row, ...]]:
    call, names, kind = found.call, _names(words, found.others), _kind(words, found)
    again = (Button(words.plain(texts.PLAN), PlanCall(call.pair_id)),)
    cancel = (Button(words.plain(texts.CANCEL), CancelCall(call.call_id)),)
    moment = "" if call.chosen_at is None else words.moment(call.chosen_at)
    if call.is_agreed(now):
        return words(texts.AGREED, names=names, kind=kind, moment=moment), (cancel,)
    if call.may_have_been(now):
        return words(texts.WAS_IT, names=names, kind=kind, moment=moment), (
            (
                Button(words.plain(texts.WAS_SO), TookPlace(call.call_id, 1)),
                Button(words.plain(texts.WAS_NOT), TookPlace(call.call_id, 0)),
            ),
        )
    if call.still_possible(now):
        return _offer(words, found, now)
    told = {
        CallState.NONE_FITS: texts.NONE_FOR_THEM if found.is_my_offer else texts.NONE_FOR_ME,
        CallState.HAPPENED: texts.HAPPENED,
        CallState.NOT_NOW: texts.DID_NOT,
    }
    return words(told.get(call.state, texts.CANCELLED), names=names), (again,)


def _offer(words: Words, found: Arranged, now: dt.datetime) -> tuple[Markup, tuple[Row, ...]]:
    call, kind = found.call, _kind(words, found)
    ahead = call.still_possible(now)
    if found.is_my_offer:
        told = words(texts.OFFERED_BY_ME, names=_names(words, found.others), kind=kind)
        times = (words(texts.TIME_LINE, moment=words.moment(moment)) for moment in ahead)
        back = (Button(words.plain(texts.TAKE_BACK), CancelCall(call.call_id)),)
        return lines(told, *times), (back,)
    name = named(words, [found.offered_by.name if found.offered_by else ""])
    rows = [(Button(words.moment(moment), TimeAgreed(call.call_id, packed(moment))),) for moment in ahead]
    none = (Button(words.plain(texts.NONE_FITS), NoneFits(call.call_id)),)
    return words(texts.OFFERED_TO_ME, name=name, kind=kind), (*rows, none)


def _slot(words: Words, press: PickTimes, first_day: int, picked: list[int], moment: dt.datetime) -> Button:
    number = packed(moment)
    is_picked = number in picked
    left = [one for one in picked if one != number] if is_picked else [*picked, number]
    label = words.moment(moment)
    return Button(
        words.plain(texts.PICKED_SLOT, moment=label) if is_picked else label,
        PickTimes(press.pair_id, press.kind, first_day, times_of(left[-MOST_OFFERED:])),
    )


def _kind(words: Words, found: Arranged) -> Markup:
    return words(texts.NAMED[found.call.kind])


def _names(words: Words, others: tuple[Side, ...]) -> Markup:
    return named(words, [side.name for side in others])
