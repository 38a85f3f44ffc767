"""Views of bringing partners together: the facilitator's proposal and each side's answer."""

import dataclasses

from domain.access import Role
from domain.messages import PairDeclined, PairEnded, PairFormed, PairProposed
from domain.partners import Answer, PairState
from handlers.callbacks.pairing import (
    CancelPairs,
    PairAccepted,
    PairRefused,
    ProposePairs,
    SendPairs,
    ShufflePairs,
    TakeBackPairs,
)
from handlers.request import Button, Reply, Request, Screen, show
from handlers.route import Notice
from handlers.screens.pairing import pairs_lines, preview_screen
from handlers.screens.partners import formed_screen, names_of_others, standing_screen
from handlers.screens.repairs import ended_screen
from handlers.texts import pairing as texts
from handlers.texts.pair_rules import TIME_ENDED
from handlers.texts.quoting import named, one_line
from handlers.texts.words import Words, paragraphs
from services.container import Services
from services.pairing import Answered
from services.proposing import Proposal


async def pair(request: Request, services: Services) -> Reply:
    """Show which pairs the group could have, or ask which group."""
    groups = await services.proposals.groups(request.person)
    if len(groups) == 1:
        proposal = await services.proposals.propose(request.person, groups[0].group_id, request.now)
        return _preview(request.words, proposal)
    rows = [(Button(one_line(group.name, 48), ProposePairs(group.group_id)),) for group in groups]
    return show(request.words(texts.WHICH_GROUP), *rows)


async def group_chosen(request: Request, press: ProposePairs, services: Services) -> Reply:
    """Show which pairs this group could have."""
    proposal = await services.proposals.propose(request.person, press.group_id, request.now)
    return _preview(request.words, proposal)


async def shuffle_chosen(request: Request, press: ShufflePairs, services: Services) -> Reply:
    """Show other pairs, if there are any as good."""
    proposal = await services.proposals.shuffle(request.person, press.group_id, press.seed, request.now)
    is_other = proposal.plan.seed != press.seed
    notice = None if is_other else request.words.plain(texts.NO_OTHER_MIX)
    return _preview(request.words, proposal, notice)


async def send_chosen(request: Request, press: SendPairs, services: Services) -> Reply:
    """Ask everybody of the pairs that were shown."""
    words = request.words
    proposal = await services.proposals.send(request.person, press.group_id, press.print_of, request.now)
    if not proposal.is_current:
        return _preview(words, proposal, words.plain(texts.CHANGED))
    matches = proposal.plan.matches
    told = words.counted(texts.ASKED_ONE, texts.ASKED_MANY, len(matches), group=proposal.group.name)
    return show(paragraphs(told, pairs_lines(words, matches)))


async def cancel_chosen(request: Request, press: CancelPairs, services: Services) -> Reply:
    """Leave everything as it is."""
    del press, services
    return show(request.words(texts.CANCELLED))


async def take_back_chosen(request: Request, press: TakeBackPairs, services: Services) -> Reply:
    """Withdraw what is asked and not agreed, and show the group anew."""
    proposal = await services.proposals.take_back(request.person, press.group_id, request.now)
    return _preview(request.words, proposal)


async def pair_accepted(request: Request, press: PairAccepted, services: Services) -> Reply:
    """Say yes to a partner."""
    return _answered(request, await services.pairing.accept(request.person, press.pair_id, request.now))


async def pair_refused(request: Request, press: PairRefused, services: Services) -> Reply:
    """Ask for somebody else."""
    return _answered(request, await services.pairing.decline(request.person, press.pair_id, request.now))


async def pair_proposed(notice: Notice, message: PairProposed, services: Services) -> Screen | None:
    """Tell somebody who could be their partner; nothing once it is answered or withdrawn."""
    found = await services.pairing.pair(notice.recipient, message.pair_id)
    side = None if found is None else found.side_of(notice.recipient.person_id)
    if found is None or side is None or found.state is not PairState.PROPOSED:
        return None
    if side.answer is not Answer.ASKED:
        return None
    screen = standing_screen(notice.words, found, notice.recipient.person_id)
    before = await services.rotations.ended_before(notice.recipient, found)
    names = [one.name for pair in before for one in pair.companions(notice.recipient.person_id)]
    if not names:
        return screen
    ended = notice.words(TIME_ENDED, names=named(notice.words, names))
    return dataclasses.replace(screen, text=paragraphs(ended, screen.text))


async def pair_formed(notice: Notice, message: PairFormed, services: Services) -> Screen | None:
    """Tell somebody that they have a partner, and what is agreed; nothing once it is over."""
    found = await services.pairing.pair(notice.recipient, message.pair_id)
    side = None if found is None else found.side_of(notice.recipient.person_id)
    if found is None or side is None or not found.is_active or side.answer is not Answer.ACCEPTED:
        return None
    return formed_screen(notice.words, found, notice.recipient.person_id)


async def pair_declined(notice: Notice, message: PairDeclined, services: Services) -> Screen | None:
    """Tell a facilitator that somebody would like another partner."""
    words = notice.words
    found = await services.pairing.pair(notice.recipient, message.pair_id)
    decliner = None if found is None else found.side_of(message.decliner_id)
    facilitated = {seat.group_id for seat in notice.recipient.seats if seat.role is Role.FACILITATOR}
    if found is None or decliner is None or found.group_id not in facilitated:
        return None
    others = [side for side in found.sides if side is not decliner]
    told = words(
        texts.SOMEBODY_ELSE_WANTED,
        name=named(words, [decliner.name]),
        names=named(words, [side.name for side in others]),
    )
    go_on = words(texts.THE_OTHERS_GO_ON) if found.is_open else None
    again = Button(words.plain(texts.SUGGEST_AGAIN), ProposePairs(found.group_id))
    return Screen(paragraphs(told, go_on), ((again,),))


async def pair_ended(notice: Notice, message: PairEnded, services: Services) -> Screen | None:
    """Tell somebody kindly that a partner has gone."""
    words, me = notice.words, notice.recipient.person_id
    found = await services.pairing.pair(notice.recipient, message.pair_id)
    side = None if found is None else found.side_of(me)
    if found is None or side is None or side.answer in {Answer.DECLINED, Answer.LEFT}:
        return None
    if not found.is_open and (offer := await services.standing_in.offer(notice.recipient, message.pair_id)):
        return ended_screen(words, offer)
    if found.is_active:
        gone = [one.name for one in found.sides if one.answer is Answer.LEFT]
        names = names_of_others(words, found, me)
        return Screen(words(texts.SHRANK, gone=named(words, gone), names=names))
    if found.is_open:
        return standing_screen(words, found, me)
    text = texts.NOT_TO_BE if found.started_at is None else texts.OVER
    return Screen(words(text, names=names_of_others(words, found, me)))


def _answered(request: Request, answered: Answered) -> Reply:
    words = request.words
    screen = standing_screen(words, answered.pair, request.person.person_id)
    return Reply((screen,), notice=words.plain(texts.OLD_PRESS) if answered.is_stale else None)


def _preview(words: Words, proposal: Proposal, notice: str | None = None) -> Reply:
    return Reply((preview_screen(words, proposal),), notice=notice)
