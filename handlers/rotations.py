"""Views of the change of pairs: the word to facilitators a day before, and a goodbye to those whose time ends."""

from domain.messages import GoodbyeComing, PairGoesOn, RotationComing
from domain.recurrence import local_date_at
from handlers.callbacks.pair_rules import SkipRotation
from handlers.callbacks.pairing import ProposePairs
from handlers.request import Button, Reply, Request, Screen, show
from handlers.route import Notice
from handlers.screens.partners import names_of_others, write_button
from handlers.texts import pair_rules as texts
from handlers.texts.words import paragraphs
from services.container import Services


async def rotation_coming(notice: Notice, message: RotationComing, services: Services) -> Screen | None:
    """Tell a facilitator that the pairs change; nothing when it is called off or over."""
    words = notice.words
    found = await services.rotations.coming(notice.recipient, message.group_id, message.number, notice.now)
    if found is None or found.rotation.next_at is None:
        return None
    at, zone = found.rotation.next_at, words.timezone
    is_tomorrow = (local_date_at(at, zone) - local_date_at(notice.now, zone)).days == 1
    told = words(
        texts.COMING if is_tomorrow else texts.COMING_ON, group=found.group.name, moment=words.moment(at)
    )
    skip = SkipRotation(message.group_id, message.number)
    return Screen(
        paragraphs(told, words(texts.PARTNERS_HEAR)),
        (
            (Button(words.plain(texts.SHOW), ProposePairs(message.group_id)),),
            (Button(words.plain(texts.NOT_THIS_TIME), skip),),
        ),
    )


async def goodbye_coming(notice: Notice, message: GoodbyeComing, services: Services) -> Screen | None:
    """Tell partners when their time ends; nothing when it goes on, or is over already."""
    words, me = notice.words, notice.recipient
    found = await services.rotations.goodbye(me, message.pair_id, message.number, notice.now)
    if found is None:
        return None
    pair, ends_at = found
    day = words.day(words.local(ends_at).date())
    return Screen(
        paragraphs(
            words(texts.GOODBYE_SOON),
            words(texts.GOODBYE, names=names_of_others(words, pair, me.person_id), day=day),
            words(texts.SOMEBODY_NEW),
        ),
        ((write_button(words, pair, me.person_id),),),
    )


async def pair_goes_on(notice: Notice, message: PairGoesOn, services: Services) -> Screen | None:
    """Tell partners who were told of their end that they go on; nothing when they don't."""
    words, me = notice.words, notice.recipient
    pair = await services.rotations.goes_on(me, message.pair_id, message.number, notice.now)
    if pair is None:
        return None
    return Screen(
        words(texts.GOES_ON, names=names_of_others(words, pair, me.person_id)),
        ((write_button(words, pair, me.person_id),),),
    )


async def skip_chosen(request: Request, press: SkipRotation, services: Services) -> Reply:
    """Let the pairs go on until the change after."""
    words = request.words
    settled = await services.rotations.skip(request.person, press.group_id, press.number, request.now)
    if not settled.is_new or settled.rotation.next_at is None:
        return show(words(texts.TOO_LATE, group=settled.group.name))
    day = words.day(words.local(settled.rotation.next_at).date())
    return show(words(texts.SKIPPED, group=settled.group.name, day=day))
