"""Draws messages between partners and what became of one's own; it asks no service and decides nothing."""

from markupsafe import Markup

from domain.access import Actor
from domain.ids import PairId, RelayId
from domain.partners import Pair
from domain.relays import LONGEST_RELAY, RelayKind, anchor_of
from handlers.callbacks import notes as note_presses
from handlers.callbacks import partners as presses
from handlers.callbacks import relays as relay_presses
from handlers.request import Button, Screen, Style
from handlers.screens.nudges import thanks_button
from handlers.screens.partners import name_on_button, names_of_others
from handlers.texts import partners as texts
from handlers.texts import relays as relay_texts
from handlers.texts.quoting import named, one_line, shown
from handlers.texts.words import Words, paragraphs
from services.relay_changes import Arrived
from services.written import Fate, Written

Row = tuple[Button, ...]
_CONTACTS_SHOWN = 3


def arrived_screen(words: Words, arrived: Arrived) -> Screen:
    """Return a partner's message with all that can be done about it; a sticker has room for the name only on a button."""
    relay, name = arrived.relay, arrived.sender.name
    quote = shown(relay.text, LONGEST_RELAY)
    text = words(relay_texts.FROM[relay.kind], name=named(words, [name]), quote=quote)
    if relay.media is not None and relay.text:
        text += words(relay_texts.CAPTION, quote=quote)
    if relay.edited_at is not None:
        text += words(relay_texts.CHANGED)
    label = words.plain(relay_texts.REPLY)
    if relay.kind is RelayKind.STICKER:
        label = words.plain(relay_texts.REPLY_TO, name=name_on_button(name, words))
    return Screen(
        text,
        (
            (
                Button(label, presses.WriteTo(relay.pair_id), style=Style.PRIMARY),
                thanks_button(words, relay.relay_id),
            ),
            _bounds_row(words, arrived),
        ),
        media=relay.media,
        anchor=anchor_of(relay.relay_id),
        reply_to=arrived.reply_to,
        is_silent=arrived.is_muted,
        is_protected=True,
    )


def bounds_rows(words: Words, pair: Pair, actor: Actor, *, is_muted: bool) -> tuple[Row, ...]:
    """Return the rows of a partner's page to have silence, to block, to report and to swap usernames."""
    blocks = tuple(
        (
            Button(
                words.plain(relay_texts.BLOCK_NAMED, name=name_on_button(side.name, words)),
                relay_presses.BlockPartner(pair.pair_id, side.membership_id),
            ),
        )
        for side in pair.others(actor.person_id)
    )
    report = Button(words.plain(relay_texts.REPORT_ONE), relay_presses.ChooseReport(pair.pair_id))
    swap = Button(words.plain(relay_texts.SWAP), relay_presses.OpenSwap(pair.pair_id))
    return (_silence_button(words, pair.pair_id, is_muted=is_muted), report), *blocks, (swap,)


def written_screen(words: Words, actor: Actor, written: Written) -> Screen:
    """Return what became of a message to a partner."""
    if written.pair is None:
        return no_longer_screen(words, written)
    names = names_of_others(words, written.pair, actor.person_id)
    time = words.time(written.free_at) if written.free_at else ""
    if written.fate is Fate.NOT_NOW:
        return Screen(words(relay_texts.NOT_NOW, names=names, time=time))
    if written.relay_id is None or written.fate in {Fate.SENT, Fate.SENT_BEFORE}:
        return _sent_screen(words, written.pair, names, written)
    drop = Button(words.plain(texts.DONT_SEND), presses.DropHeld(written.relay_id))
    if written.fate is Fate.HELD_FOR_CONTACTS:
        send = Button(words.plain(texts.SEND_ANYWAY), relay_presses.SendHeldAnyway(written.relay_id))
        return Screen(words(texts.HAS_CONTACTS, contacts=contacts_shown(written.contacts)), ((send, drop),))
    send = Button(words.plain(texts.SEND_NOW), presses.SendHeld(written.relay_id))
    held = words(relay_texts.HELD, names=names, time=time)
    return Screen(held, ((send, drop),), anchor=f"held:{written.relay_id}")


def edited_screen(words: Words, names: Markup, relay_id: RelayId, pair_id: PairId) -> Screen:
    """Return that an edit was carried, in the place of the receipt."""
    return Screen(
        words(relay_texts.EDIT_CARRIED, names=names),
        (_receipt_row(words, pair_id, relay_id),),
        anchor=receipt_anchor(relay_id),
    )


def no_longer_screen(words: Words, written: Written) -> Screen:
    """Return that there is no partner any more, with the way to keep what was written."""
    if written.note_id is None:
        return Screen(words(relay_texts.NO_LONGER))
    keep = Button(words.plain(texts.KEEP_AS_NOTE), note_presses.DraftKept(written.note_id))
    drop = Button(words.plain(texts.NEVER_MIND), note_presses.DraftDropped(written.note_id))
    return Screen(words(texts.NO_LONGER_KEPT), ((keep,), (drop,)))


def contacts_shown(contacts: tuple[str, ...]) -> str:
    """Return what leads outside, as it is named in a warning."""
    return ", ".join(one_line(contact, 40) for contact in contacts[:_CONTACTS_SHOWN])


def receipt_anchor(relay_id: RelayId) -> str:
    """Return the name under which one message says what became of a message of one's own."""
    return f"sent:{relay_id}"


def _sent_screen(words: Words, pair: Pair, names: Markup, written: Written) -> Screen:
    if written.relay_id is None:
        again = Button(words.plain(texts.WRITE_ANOTHER), presses.WriteTo(pair.pair_id))
        return Screen(words(relay_texts.SENT, names=names), ((again,),))
    text = words(relay_texts.SENT, names=names)
    if written.arrives_at is not None:
        text = words(relay_texts.SENT_LATER, names=names, time=words.time(written.arrives_at))
    if written.is_unreached:
        text = words(relay_texts.SENT_UNREACHED, names=names)
    if written.is_first:
        text = paragraphs(text, words(relay_texts.TO_TAKE_BACK))
    row = _receipt_row(words, pair.pair_id, written.relay_id)
    return Screen(text, (row,), anchor=receipt_anchor(written.relay_id))


def _receipt_row(words: Words, pair_id: PairId, relay_id: RelayId) -> Row:
    return (
        Button(words.plain(texts.WRITE_ANOTHER), presses.WriteTo(pair_id)),
        Button(words.plain(relay_texts.TAKE_BACK), relay_presses.TakeBack(relay_id)),
    )


def _bounds_row(words: Words, arrived: Arrived) -> Row:
    relay, sender = arrived.relay, arrived.sender
    return (
        _silence_button(words, relay.pair_id, is_muted=arrived.is_muted),
        Button(
            words.plain(relay_texts.BLOCK), relay_presses.BlockPartner(relay.pair_id, sender.membership_id)
        ),
        Button(words.plain(relay_texts.REPORT), relay_presses.ReportMessage(relay.relay_id)),
    )


def _silence_button(words: Words, pair_id: PairId, *, is_muted: bool) -> Button:
    if is_muted:
        return Button(words.plain(relay_texts.UNMUTE), relay_presses.UnmutePair(pair_id))
    return Button(words.plain(relay_texts.MUTE), relay_presses.MutePair(pair_id))
