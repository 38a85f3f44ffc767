"""Draws a facilitator's proposal of pairs and what can be changed of it; it asks no service and decides nothing."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from domain.groups import Group
from domain.ids import MembershipId
from domain.pairing import Match
from domain.partners import Pair, PairState
from handlers.callbacks.pair_rules import ShowPairRules
from handlers.callbacks.pairing import (
    CancelPairs,
    ChangeByHand,
    Hand,
    PickFirst,
    ProposePairs,
    SendPairs,
    ShufflePairs,
    StartOver,
    TakeBackPairs,
)
from handlers.callbacks.payload import Press
from handlers.request import Button, Screen, Style
from handlers.texts import pair_rules as rule_texts
from handlers.texts import pairing as texts
from handlers.texts.quoting import LABEL_NAME, named, one_line
from handlers.texts.words import Words, lines, paragraphs
from services.proposing import Proposal

MATCHES_SHOWN = 20
"""Lines of a proposal that fit into one message with names of any length."""
_FEWEST_TO_SWAP = 2
_BY_HAND = {Hand.PIN: texts.PIN, Hand.FORBID: texts.FORBID, Hand.SWAP: texts.SWAP}


def preview_screen(words: Words, proposal: Proposal, first: Markup | None = None) -> Screen:
    """Return who could be partners, why, and who could not; `first` is a sentence above it."""
    group, matches = proposal.group, proposal.plan.matches
    text = paragraphs(
        first,
        _opening(words, proposal),
        pairs_lines(words, matches),
        _left_out(words, proposal),
        _as_they_are(words, proposal.pairs),
    )
    rows: list[tuple[Button, ...]] = []
    if matches and proposal.change_at is None:
        send = SendPairs(group.group_id, proposal.plan.fingerprint)
        rows.append((Button(words.plain(texts.SEND_THESE), send, style=Style.PRIMARY),))
    if matches:
        mix = Button(words.plain(texts.SHUFFLE), ShufflePairs(group.group_id, proposal.plan.seed))
        rows.append((mix, Button(words.plain(texts.CHANGE), ChangeByHand(group.group_id))))
    if proposal.is_by_hand:
        rows.append((Button(words.plain(texts.START_OVER), StartOver(group.group_id)),))
    if any(one.state is PairState.PROPOSED for one in proposal.pairs):
        rows.append((Button(words.plain(texts.TAKE_BACK), TakeBackPairs(group.group_id)),))
    rules = Button(words.plain(rule_texts.RULES), ShowPairRules(group.group_id))
    rows.append((rules, Button(words.plain(texts.CANCEL), CancelPairs())) if matches else (rules,))
    return Screen(text, tuple(rows))


def by_hand_screen(words: Words, proposal: Proposal) -> Screen:
    """Return what can be changed by hand."""
    group_id = proposal.group.group_id
    hands = [Hand.PIN, Hand.FORBID]
    if len(proposal.plan.matches) >= _FEWEST_TO_SWAP:
        hands.append(Hand.SWAP)
    rows = [(Button(words.plain(_BY_HAND[hand]), PickFirst(hand, group_id)),) for hand in hands]
    back = Button(words.plain(rule_texts.BACK), ProposePairs(group_id))
    text = paragraphs(words(texts.BY_HAND), pairs_lines(words, proposal.plan.matches))
    return Screen(text, (*rows, (back,)))


def pick_screen(
    words: Words,
    group: Group,
    hand: Hand,
    people: Sequence[tuple[MembershipId, str]],
    press: Callable[[MembershipId], Press],
    *,
    first: str | None = None,
) -> Screen:
    """Return the names to choose from; `first` is who is chosen already."""
    title = texts.PICK_FIRST[hand] if first is None else texts.PICK_SECOND[hand]
    buttons = [Button(one_line(name, LABEL_NAME), press(seat)) for seat, name in people]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    back = ShowPairRules(group.group_id) if hand is Hand.APART else ProposePairs(group.group_id)
    never_mind = Button(words.plain(texts.NEVER_MIND), back)
    return Screen(words(title, name=named(words, [first or ""])), (*rows, (never_mind,)))


def pairs_lines(words: Words, matches: Sequence[Match]) -> Markup:
    """Return each match with its reasons, a line each."""
    told = [
        words(
            texts.MATCH,
            number=number,
            names=named(words, [one.name for one in match.members]),
            reasons=Markup("; ").join(words(texts.REASONS[reason]) for reason in match.reasons),
        )
        for number, match in enumerate(matches[:MATCHES_SHOWN], start=1)
    ]
    more = len(matches) - MATCHES_SHOWN
    return lines(*told, words(texts.AND_MORE, number=more) if more > 0 else None)


def _opening(words: Words, proposal: Proposal) -> Markup:
    group = proposal.group.name
    if proposal.plan.matches and proposal.change_at is not None:
        return words(texts.PREVIEW_OF_CHANGE, group=group, moment=words.moment(proposal.change_at))
    if proposal.plan.matches:
        return words(texts.PREVIEW, group=group)
    if proposal.alone is not None:
        return words(texts.ONE_FREE, group=group, name=one_line(proposal.alone, 40))
    if not proposal.left_out and not proposal.pairs:
        return words(texts.NOBODY_YET, group=group)
    if proposal.people:
        return words(texts.NOBODY_FITS, group=group)
    return words(texts.NOBODY_FREE, group=group)


def _left_out(words: Words, proposal: Proposal) -> Markup | None:
    told = [
        words(texts.LEFT_OUT[reason], name=one_line(name, 40))
        for name, reason in proposal.left_out[:MATCHES_SHOWN]
    ]
    more = len(proposal.left_out) - MATCHES_SHOWN
    if more > 0:
        told.append(words(texts.AND_MORE, number=more))
    return words(texts.NOT_NOW, names=Markup(", ").join(told)) if told else None


def _as_they_are(words: Words, pairs: tuple[Pair, ...]) -> Markup | None:
    partners = [_names(words, one) for one in pairs if one.is_active][:MATCHES_SHOWN]
    asked = [
        words(
            texts.ASKED_SINCE,
            names=_names(words, one),
            day=words.day(words.local(one.proposed_at).date()),
        )
        for one in pairs
        if one.state is PairState.PROPOSED
    ][:MATCHES_SHOWN]
    return lines(
        words(texts.PARTNERS_NOW, pairs=Markup("; ").join(partners)) if partners else None,
        words(texts.ASKED_NOW, pairs=Markup("; ").join(asked)) if asked else None,
    )


def _names(words: Words, one: Pair) -> Markup:
    return named(words, [side.name for side in one.sides if side.is_in_it])
