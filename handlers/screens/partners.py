"""Draws the screens of partners that more than one view shows; it asks no service and decides nothing."""

import dataclasses
from collections.abc import Callable, Sequence

from markupsafe import Markup

from domain.groups import Group
from domain.ids import PairId, PersonId
from domain.partners import Answer, Pair, PairState, Reason
from handlers.callbacks import pairing as pairing_presses
from handlers.callbacks import partners as presses
from handlers.callbacks.agreements import AgreementOpened
from handlers.callbacks.payload import Press
from handlers.request import Button, Screen, Style
from handlers.texts import agreements as agreement_texts
from handlers.texts import pairing as pairing_texts
from handlers.texts import partners as texts
from handlers.texts.quoting import LABEL_NAME, named, one_line
from handlers.texts.words import Words, paragraphs

_TOLD = (Reason.TRIO, Reason.NEVER_BEFORE, Reason.SIMILAR_HOURS, Reason.ONE_FURTHER)
"""The reasons that the two are told; what speaks of an earlier refusal is the facilitator's alone."""


def name_on_button(name: str, words: Words) -> str:
    """Return a name short enough for a button."""
    return one_line(name, LABEL_NAME) if name else str(words(texts.YOUR_PARTNER))


def names_of_others(words: Words, pair: Pair, person_id: PersonId) -> Markup:
    """Return the names of the others who are in the pair, or who were to its end."""
    return named(words, [side.name for side in pair.companions(person_id)])


def choice_rows(
    words: Words,
    person_id: PersonId,
    pairs: Sequence[tuple[Group, Pair]],
    press: Callable[[PairId], Press],
) -> tuple[tuple[Button, ...], ...]:
    """Return a button for each pair, named by the others in it and the group."""
    return tuple(
        (
            Button(
                words.plain(
                    texts.PARTNER_IN_GROUP,
                    name=", ".join(name_on_button(side.name, words) for side in pair.others(person_id)),
                    group=one_line(group.name, LABEL_NAME),
                ),
                press(pair.pair_id),
            ),
        )
        for group, pair in pairs
    )


def standing_screen(words: Words, pair: Pair, person_id: PersonId) -> Screen:
    """Return where a pair stands for one of its sides: asked, waiting, agreed, refused or over; one message shows it."""
    return dataclasses.replace(_standing(words, pair, person_id), anchor=standing_anchor(pair.pair_id))


def standing_anchor(pair_id: PairId) -> str:
    """Return the name under which one message shows where a pair stands."""
    return f"pair:{pair_id}"


def _standing(words: Words, pair: Pair, person_id: PersonId) -> Screen:
    side = pair.side_of(person_id)
    names = names_of_others(words, pair, person_id)
    if side is not None and side.answer is Answer.DECLINED:
        return Screen(words(pairing_texts.REFUSED))
    if side is not None and pair.state is PairState.PROPOSED and side.answer is Answer.ASKED:
        return _proposal(words, pair, person_id)
    if side is not None and pair.state is PairState.PROPOSED and side.answer is Answer.ACCEPTED:
        other = words.plain(pairing_texts.SOMEONE_ELSE)
        return Screen(
            words(pairing_texts.WAITING, names=names),
            ((Button(other, pairing_presses.PairRefused(pair.pair_id)),),),
        )
    if side is not None and pair.is_active and side.answer is Answer.ACCEPTED:
        return formed_screen(words, pair, person_id)
    return Screen(words(pairing_texts.NOT_OPEN))


def formed_screen(words: Words, pair: Pair, person_id: PersonId) -> Screen:
    """Return what two who both said yes have agreed, and how to write."""
    names = names_of_others(words, pair, person_id)
    return Screen(
        paragraphs(
            words(pairing_texts.FORMED, names=names),
            words(pairing_texts.AGREED),
            words(pairing_texts.TO_WRITE),
        ),
        (
            (Button(words.plain(agreement_texts.BEGIN), AgreementOpened(pair.pair_id)),),
            (write_button(words, pair, person_id),),
            (Button(words.plain(pairing_texts.WHAT_I_SHARE), presses.OpenPartner(pair.pair_id)),),
        ),
        anchor=standing_anchor(pair.pair_id),
    )


def write_button(words: Words, pair: Pair, person_id: PersonId) -> Button:
    """Return the button that opens writing to this partner."""
    others = pair.others(person_id)
    label = words.plain(texts.WRITE_TO_BOTH)
    if len(others) == 1 and others[0].name:
        label = words.plain(texts.WRITE_TO, name=name_on_button(others[0].name, words))
    return Button(label, presses.WriteTo(pair.pair_id), style=Style.PRIMARY)


def _proposal(words: Words, pair: Pair, person_id: PersonId) -> Screen:
    names = names_of_others(words, pair, person_id)
    others = len(pair.others(person_id))
    opening = pairing_texts.PROPOSED if others == 1 else pairing_texts.PROPOSED_BOTH
    told = [words(pairing_texts.REASONS[reason]) for reason in pair.reasons if reason in _TOLD]
    return Screen(
        paragraphs(
            words(opening, names=names),
            words(pairing_texts.WHY, reasons=Markup("; ").join(told)) if told else None,
            words(pairing_texts.WHAT_IS_SHARED, names=names),
            words(pairing_texts.HOW_TO_WRITE),
            words(pairing_texts.NO_REASON_NEEDED),
        ),
        (
            (
                Button(
                    words.plain(pairing_texts.YES),
                    pairing_presses.PairAccepted(pair.pair_id),
                    style=Style.PRIMARY,
                ),
            ),
            (Button(words.plain(pairing_texts.SOMEONE_ELSE), pairing_presses.PairRefused(pair.pair_id)),),
        ),
    )
