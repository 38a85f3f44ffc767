"""Draws whom a facilitator keeps apart and when pairs change; it asks no service and decides nothing."""

from markupsafe import Markup

from domain.groups import Member
from domain.pairing import Apart
from domain.rotations import CHOICES, NEVER
from handlers.callbacks.pair_rules import ChooseRhythm, KeepApart, LetTogether, RhythmSet, ShowPairRules
from handlers.callbacks.pairing import Hand, PickFirst, ProposePairs
from handlers.request import Button, Screen
from handlers.texts import pair_rules as texts
from handlers.texts.quoting import LABEL_NAME, named, one_line
from handlers.texts.words import Words, lines, paragraphs
from services.pair_rules import KeptCouple, Rules
from services.rotations import Settled

_COUPLES_SHOWN = 30
"""Couples kept apart that fit into one message, each with its button."""
_FEWEST_TO_PART = 2


def rules_screen(words: Words, rules: Rules, rhythm: Settled) -> Screen:
    """Return whom the facilitator keeps apart, and how often the pairs change."""
    group_id, shown = rules.group.group_id, rules.apart[:_COUPLES_SHOWN]
    kept = [words(texts.APART_LINE[couple.reason], names=_names(words, couple)) for couple in shown]
    text = paragraphs(
        words(texts.TITLE, group=rules.group.name),
        lines(words(texts.APART), *kept) if kept else words(texts.NOBODY_APART),
        rhythm_lines(words, rhythm),
    )
    rows = [(_undo(words, couple),) for couple in shown]
    if len(rules.people) >= _FEWEST_TO_PART:
        rows.append((Button(words.plain(texts.KEEP_APART), PickFirst(Hand.APART, group_id)),))
    rows.append((Button(words.plain(texts.RHYTHM), ChooseRhythm(group_id)),))
    rows.append((Button(words.plain(texts.BACK), ProposePairs(group_id)),))
    return Screen(text, tuple(rows))


def rhythm_screen(words: Words, rhythm: Settled) -> Screen:
    """Return the choices of how often the pairs change."""
    group_id = rhythm.group.group_id
    buttons = []
    for weeks in (*CHOICES, NEVER):
        label = words.plain(texts.WEEKS, number=weeks)
        if weeks in {1, NEVER}:
            label = words.plain(texts.WEEK if weeks else texts.NEVER_LABEL)
        if weeks == rhythm.rotation.every_weeks:
            label = words.plain(texts.CHOSEN, choice=label)
        buttons.append(Button(label, RhythmSet(group_id, weeks)))
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    back = Button(words.plain(texts.BACK_TO_RULES), ShowPairRules(group_id))
    text = paragraphs(words(texts.ASK_RHYTHM, group=rhythm.group.name), rhythm_lines(words, rhythm))
    return Screen(text, (*rows, (back,)))


def rhythm_lines(words: Words, rhythm: Settled) -> Markup:
    """Return how often the pairs change, and when next."""
    rotation = rhythm.rotation
    if rotation.every_weeks == NEVER:
        return words(texts.NEVER)
    told = words.counted(texts.EVERY_WEEK, texts.EVERY_WEEKS, rotation.every_weeks)
    if rotation.next_at is None:
        return lines(told, words(texts.NOT_BEGUN))
    return lines(told, words(texts.NEXT, day=words.day(words.local(rotation.next_at).date())))


def why_apart_screen(words: Words, one: Member, other: Member, *, are_together: bool) -> Screen:
    """Ask why two are to be kept apart, and say what it ends."""
    text = paragraphs(
        words(texts.WHY_APART, names=named(words, [one.display_name, other.display_name])),
        words(texts.ENDS_NOW) if are_together else None,
    )
    choices = ((texts.LIVE_TOGETHER, Apart.HOUSEHOLD), (texts.OTHER_REASON, Apart.FACILITATOR))
    rows = [
        (Button(words.plain(label), KeepApart(one.membership_id, other.membership_id, reason)),)
        for label, reason in choices
    ]
    back = Button(words.plain(texts.BACK_TO_RULES), ShowPairRules(one.group_id))
    return Screen(text, (*rows, (back,)))


def _undo(words: Words, couple: KeptCouple) -> Button:
    names = [one_line(member.display_name, LABEL_NAME) for member in (couple.one, couple.other)]
    label = words.plain(texts.UNDO, names=", ".join(names))
    return Button(label, LetTogether(couple.one.membership_id, couple.other.membership_id))


def _names(words: Words, couple: KeptCouple) -> Markup:
    return named(words, [couple.one.display_name, couple.other.display_name])
