"""Draws what a person lets a partner see, for every view that shows it; it asks no service and decides nothing."""

import datetime as dt
from collections.abc import Callable

from markupsafe import Markup

from domain.ids import MembershipId, PairId
from domain.sharing import SharedItem, Sharing
from handlers.callbacks.payload import Press
from handlers.callbacks.sharing import SharingOpened
from handlers.request import Button
from handlers.screens.partners import name_on_button
from handlers.texts import sharing as texts
from handlers.texts.quoting import named
from handlers.texts.words import Label, Words, lines
from services.consenting import Shown

SharePress = Callable[[PairId, MembershipId, SharedItem, int], Press]


def shared_line(words: Words, shown: Shown) -> Markup:
    """Return what this partner sees, in one sentence."""
    name = named(words, [shown.viewer.name])
    if not shown.sharing.items:
        return words(texts.I_SHARE_NOTHING, name=name)
    return words(texts.I_SHARE, name=name, items=_items(words, shown.sharing.items))


def terms_lines(words: Words, shown: Shown, now: dt.datetime) -> Markup | None:
    """Return what is about to end, and what has ended by itself; None where there is neither."""
    sharing = shown.sharing
    ending = tuple(item for item in sharing.items if sharing.is_ending(item, now))
    lapsed = tuple(item for item in SharedItem if item in sharing.lapsed)
    if not ending and not lapsed:
        return None
    first = min((sharing.until[item] for item in ending), default=now)
    return lines(
        words(texts.ENDS_SOON, day=_day(words, first), items=_items(words, ending)) if ending else None,
        words(texts.LAPSED, items=_items(words, lapsed)) if lapsed else None,
    )


def until_line(words: Words, sharing: Sharing) -> Markup | None:
    """Return when sharing ends by itself; None when nothing is shared."""
    return None if sharing.ends_at is None else words(texts.UNTIL, day=_day(words, sharing.ends_at))


def share_rows(
    words: Words, shown: Shown, press: SharePress, now: dt.datetime
) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each item: share it, share it for longer, or stop."""
    return tuple((button,) for item in SharedItem for button in _buttons(words, shown, item, press, now))


def sharing_button(words: Words, shown: Shown) -> Button:
    """Return the button that opens what this partner sees."""
    label = words.plain(texts.WHAT_I_SHARE, name=name_on_button(shown.viewer.name, words))
    return Button(label, SharingOpened(shown.pair.pair_id, shown.viewer.membership_id))


def _buttons(
    words: Words, shown: Shown, item: SharedItem, press: SharePress, now: dt.datetime
) -> tuple[Button, ...]:
    def button(labels: dict[SharedItem, Label], is_on: int) -> Button:
        chosen = press(shown.pair.pair_id, shown.viewer.membership_id, item, is_on)
        return Button(words.plain(labels[item]), chosen)

    if not shown.sharing.has(item):
        return (button(texts.SHARE, 1),)
    stop = button(texts.STOP_SHARING, 0)
    return (button(texts.SHARE_LONGER, 1), stop) if shown.sharing.is_ending(item, now) else (stop,)


def _items(words: Words, items: tuple[SharedItem, ...]) -> Markup:
    return Markup(", ").join(words(texts.SHARED[item]) for item in items)


def _day(words: Words, moment: dt.datetime) -> str:
    return words.date(words.local(moment).date())
