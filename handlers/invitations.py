"""Makes and closes links for facilitators, and tells them who came and went; it never shows a link twice."""

from markupsafe import Markup

from domain.access import Role
from domain.errors import NotAllowed, NotUnderstood
from domain.groups import Group
from domain.ids import GroupId
from domain.joining import LINK_LIVES, LINKS_AT_ONCE, Invite
from domain.messages import MemberJoined, MemberLeft, MemberUnreachable
from handlers.callbacks.joining import InviteChosen, LinkRevoked, OpenLinks
from handlers.request import Button, Reply, Request, Screen, show
from handlers.route import Notice
from handlers.screens.joining import invite_button
from handlers.texts import invitations as texts
from handlers.texts.quoting import LABEL_NAME, one_line
from handlers.texts.words import Words, lines, paragraphs
from services.container import Services

_LISTED = 20
"""Links that one screen lists: each with a button, and still readable."""
_A_ROW = 4


async def invite(request: Request, services: Services) -> Reply:
    """Make the number of links that was asked for, or ask into which group."""
    count = _count(request.text or "")
    led = await services.joining.led(request.person)
    if len(led) == 1:
        return await _made(request, led[0], count, services)
    choices = tuple(
        (
            Button(
                request.words.plain(texts.GROUP_CHOICE, group=one_line(group.name, LABEL_NAME)),
                InviteChosen(group.group_id, count),
            ),
        )
        for group in led
    )
    return show(request.words(texts.WHICH_GROUP), *choices)


async def invite_chosen(request: Request, press: InviteChosen, services: Services) -> Reply:
    """Make links into this group."""
    group = await _led(request, press.group_id, services)
    return await _made(request, group, press.count, services)


async def open_links(request: Request, press: OpenLinks, services: Services) -> Reply:
    """List the unused links into this group."""
    return await _listed(request, press.group_id, services)


async def link_revoked(request: Request, press: LinkRevoked, services: Services) -> Reply:
    """Close a link and list the rest."""
    group_id = await services.joining.revoke(request.person, press.invite_id, request.now)
    return await _listed(request, group_id, services, notice=request.words.plain(texts.CLOSED))


async def member_joined(notice: Notice, message: MemberJoined, services: Services) -> Screen | None:
    """Tell a facilitator who joined, while both are in the group."""
    seat = await services.joining.seat(notice.recipient, message.group_id, message.person_id)
    if seat is None or not seat.is_active:
        return None
    return Screen(notice.words(texts.JOINED, name=seat.display_name))


async def member_left(notice: Notice, message: MemberLeft, services: Services) -> Screen | None:
    """Tell a facilitator who left, unless they are back; an erased person has no name any more."""
    seat = await services.joining.seat(notice.recipient, message.group_id, message.person_id)
    if seat is None or seat.is_active:
        return None
    if not seat.display_name:
        return Screen(notice.words(texts.LEFT_ERASED))
    text = texts.LEFT_COLLEAGUE if seat.role is Role.FACILITATOR else texts.LEFT
    return Screen(notice.words(text, name=seat.display_name))


async def member_unreachable(notice: Notice, message: MemberUnreachable, services: Services) -> Screen | None:
    """Tell a facilitator whom messages do not reach, unless they do again."""
    if not await services.reachability.is_lost(message.person_id):
        return None
    seat = await services.joining.seat(notice.recipient, message.group_id, message.person_id)
    if seat is None or not seat.is_active:
        return None
    return Screen(notice.words(texts.UNREACHABLE, name=seat.display_name))


async def _led(request: Request, group_id: GroupId, services: Services) -> Group:
    led = await services.joining.led(request.person)
    found = next((group for group in led if group.group_id == group_id), None)
    if found is None:
        raise NotAllowed("system.not_yours")
    return found


async def _made(request: Request, group: Group, count: int, services: Services) -> Reply:
    words = request.words
    links = await services.joining.invite(request.person, group.group_id, count, request.now)
    until = words.moment(request.now + LINK_LIVES)
    if len(links) == 1:
        text = words(texts.ONE_LINK, group=group.name, link=links[0], until=until)
    else:
        numbered = [words(texts.NUMBERED, number=place, link=link) for place, link in enumerate(links, 1)]
        text = words(
            texts.SOME_LINKS, count=len(links), group=group.name, links=lines(*numbered), until=until
        )
    # Always a new message: links that stand in the pressed one may not have been passed on yet.
    return show(
        text,
        (
            invite_button(words, group),
            Button(words.plain(texts.OPEN_LINKS), OpenLinks(group.group_id)),
        ),
        is_new=True,
    )


async def _listed(
    request: Request, group_id: GroupId, services: Services, notice: str | None = None
) -> Reply:
    words = request.words
    group = await _led(request, group_id, services)
    invites = await services.joining.open_links(request.person, group_id, request.now)
    if not invites:
        text = words(texts.NONE_OPEN, group=group.name)
        return show(
            text, (invite_button(words, group, texts.MAKE_LINK),), is_new=notice is None, notice=notice
        )
    listed = invites[-_LISTED:]
    hidden = len(invites) - len(listed)
    text = paragraphs(
        words(texts.LISTED, group=group.name),
        lines(*(_listed_link(words, place, invite) for place, invite in enumerate(listed, 1))),
        words(texts.LISTED_MORE, number=hidden) if hidden else None,
    )
    buttons = [
        Button(words.plain(texts.CLOSE_LINK, number=place), LinkRevoked(invite.invite_id))
        for place, invite in enumerate(listed, 1)
    ]
    rows = tuple(tuple(buttons[start : start + _A_ROW]) for start in range(0, len(buttons), _A_ROW))
    return show(text, *rows, is_new=notice is None, notice=notice)


def _listed_link(words: Words, place: int, invite: Invite) -> Markup:
    text = texts.LISTED_COLLEAGUE if invite.role is Role.FACILITATOR else texts.LISTED_LINK
    return words(
        text, number=place, made=words.moment(invite.created_at), until=words.moment(invite.expires_at)
    )


def _count(text: str) -> int:
    written = text.strip()
    if not written:
        return 1
    if not written.isdecimal() or len(written) > len(str(LINKS_AT_ONCE)):
        raise NotUnderstood("joining.how_many", {"limit": LINKS_AT_ONCE})
    return int(written)
