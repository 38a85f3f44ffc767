"""Lets facilitators say when alerts reach them, be away with a cover, and be back in one tap; it holds no rule."""

import datetime as dt

from domain.absences import away_dates
from domain.errors import NotUnderstood
from domain.ids import MembershipId
from domain.messages import CoverGiven
from domain.on_call import Hours, hours_of
from domain.recurrence import EVERY_DAY, local_date_at
from domain.spans import spans
from handlers.callbacks.on_call import (
    AlwaysOnCall,
    AwayOn,
    ChooseAway,
    ChooseHours,
    ComeBack,
    CoveredBy,
    HoursSet,
    SetBackup,
    SetDrill,
    ShowPost,
)
from handlers.request import Reply, Request, Screen
from handlers.route import Notice
from handlers.screens.on_call import (
    away_screen,
    cover_screen,
    covering_screen,
    groups_screen,
    hours_screen,
    post_screen,
    spans_screen,
    stretches_screen,
)
from handlers.texts import on_call as texts
from handlers.texts.words import Label
from services.container import Services
from services.on_call import AWAY_DIALOGUE, HOURS_DIALOGUE, Post


async def cover(request: Request, services: Services) -> Reply:
    """Show when alerts of my group reach me, or ask which group."""
    await services.on_call.stop_listening(request.person)
    await services.mails.stop_listening(request.person)
    posts = await services.on_call.posts(request.person, request.now)
    if len(posts) > 1:
        return Reply((groups_screen(request.words, posts),))
    return _shown(request, services, posts[0])


async def shown(request: Request, press: ShowPost, services: Services) -> Reply:
    """Show when alerts of this group reach me; what is typed next is something else."""
    await services.on_call.stop_listening(request.person)
    await services.mails.stop_listening(request.person)
    return _shown(
        request, services, await services.on_call.post(request.person, press.membership_id, request.now)
    )


async def away_asked(request: Request, press: ChooseAway, services: Services) -> Reply:
    """Offer lengths of an absence, and listen for dates that are typed."""
    await services.on_call.listen(request.person, AWAY_DIALOGUE, press.membership_id, request.now)
    post = await services.on_call.post(request.person, press.membership_id, request.now)
    return Reply((away_screen(request.words, post, request.now),))


async def away_typed(request: Request, services: Services) -> Reply:
    """Take typed dates; what are none gets a sentence and leaves the choices there."""
    seat = MembershipId(request.subject_id or 0)
    post = await services.on_call.post(request.person, seat, request.now)
    today = local_date_at(request.now, request.person.timezone)
    meant = () if request.attachment is not None else away_dates(request.text or "", today)
    if len(meant) == 1:
        return Reply((cover_screen(request.words, post, *meant[0]),))
    if meant:
        return Reply((stretches_screen(request.words, post, meant),))
    return Reply((away_screen(request.words, post, request.now, request.words(texts.NO_DATES)),))


async def away_chosen(request: Request, press: AwayOn, services: Services) -> Reply:
    """Ask who has the alerts meanwhile."""
    post = await services.on_call.post(request.person, press.membership_id, request.now)
    return Reply((cover_screen(request.words, post, *_dates(press)),))


async def cover_chosen(request: Request, press: CoveredBy, services: Services) -> Reply:
    """Be away, with this cover."""
    await services.on_call.stop_listening(request.person)
    post = await services.on_call.go_away(
        request.person, press.membership_id, _dates(press), press.covered_by or None, request.now
    )
    return _shown(request, services, post, texts.AWAY_NOTED)


async def came_back(request: Request, press: ComeBack, services: Services) -> Reply:
    """Have my alerts again."""
    post = await services.on_call.come_back(request.person, press.membership_id, request.now)
    return _shown(request, services, post, texts.BACK_NOTED)


async def hours_asked(request: Request, press: ChooseHours, services: Services) -> Reply:
    """Offer weekdays and hours, and listen for hours that are typed."""
    await services.on_call.listen(request.person, HOURS_DIALOGUE, press.membership_id, request.now)
    post = await services.on_call.post(request.person, press.membership_id, request.now)
    return Reply((hours_screen(request.words, post),))


async def hours_chosen(request: Request, press: HoursSet, services: Services) -> Reply:
    """Be on call then; one weekday stays."""
    if not press.weekdays & EVERY_DAY:
        post = await services.on_call.post(request.person, press.membership_id, request.now)
        notice = request.words.plain(texts.ONE_DAY_STAYS)
        return Reply((hours_screen(request.words, post),), notice=notice)
    hours = hours_of(press.weekdays, press.from_minute, press.until_minute)
    return await _set(request, press.membership_id, hours, services)


async def always_chosen(request: Request, press: AlwaysOnCall, services: Services) -> Reply:
    """Be on call at every hour."""
    return await _set(request, press.membership_id, None, services)


async def hours_typed(request: Request, services: Services) -> Reply:
    """Be on call in the typed hours; what are none gets a sentence and leaves the choices there."""
    seat = MembershipId(request.subject_id or 0)
    post = await services.on_call.post(request.person, seat, request.now)
    meant = () if request.attachment is not None else spans(request.text or "")
    if len(meant) == 1:
        weekdays = EVERY_DAY if post.hours is None else post.hours.weekdays
        return await _set(request, seat, hours_of(weekdays, *meant[0]), services)
    if meant:
        return Reply((spans_screen(request.words, post, meant),))
    return Reply((hours_screen(request.words, post, request.words(texts.NOT_HOURS)),))


async def backup_set(request: Request, press: SetBackup, services: Services) -> Reply:
    """Be the backup, or not."""
    post = await services.on_call.set_backup(
        request.person, press.membership_id, request.now, is_backup=press.is_on == 1
    )
    return _shown(request, services, post)


async def drill_set(request: Request, press: SetDrill, services: Services) -> Reply:
    """Let the group have a drill each week, or not."""
    post = await services.on_call.set_drill(
        request.person, press.membership_id, request.now, is_on=press.is_on == 1
    )
    return _shown(request, services, post)


async def cover_given(notice: Notice, message: CoverGiven, services: Services) -> Screen | None:
    """Tell a facilitator whose alerts they have, unless that is over."""
    found = await services.on_call.given(notice.recipient, message.membership_id, notice.now)
    return None if found is None else covering_screen(notice.words, found)


async def _set(request: Request, seat: MembershipId, hours: Hours | None, services: Services) -> Reply:
    post = await services.on_call.set_hours(request.person, seat, hours, request.now)
    return Reply((hours_screen(request.words, post),))


def _shown(request: Request, services: Services, post: Post, notice: Label | None = None) -> Reply:
    said = None if notice is None else request.words.plain(notice)
    screen = post_screen(request.words, post, request.now, has_mail=services.surroundings.has_mail)
    return Reply((screen,), notice=said)


def _dates(press: AwayOn | CoveredBy) -> tuple[dt.date, dt.date]:
    ordinals = (press.first, press.last)
    if not all(0 < ordinal <= dt.date.max.toordinal() for ordinal in ordinals):
        raise NotUnderstood("cover.no_dates")
    return dt.date.fromordinal(press.first), dt.date.fromordinal(press.last)
