"""Lets facilitators give an e-mail address for alerts, confirm it by a code, and take it back."""

from markupsafe import Markup

from domain.errors import NotAllowed, NotUnderstood
from domain.ids import MembershipId
from handlers.callbacks.mails import ChooseMail, StopMail
from handlers.callbacks.on_call import ShowPost
from handlers.request import Button, Reply, Request, show
from handlers.texts import mails as texts
from handlers.texts.words import paragraphs
from services.container import Services
from services.mails import ADDRESS_DIALOGUE, CODE_DIALOGUE


async def mail_asked(request: Request, press: ChooseMail, services: Services) -> Reply:
    """Say where mails go, and listen for an address."""
    if not services.surroundings.has_mail:
        raise NotAllowed("system.not_yours")
    return await _asked(request, press.membership_id, services)


async def address_typed(request: Request, services: Services) -> Reply:
    """Send a code to the typed address; what is none gets a sentence."""
    seat = MembershipId(request.subject_id or 0)
    if not services.surroundings.has_mail:
        raise NotAllowed("system.not_yours")
    try:
        address = await services.mails.ask(request.person, request.text or "", request.now)
    except (NotUnderstood, NotAllowed) as error:
        return await _asked(request, seat, services, request.words(texts.REFUSALS[error.key]))
    await services.mails.listen(request.person, CODE_DIALOGUE, seat, request.now)
    return _said(request, seat, request.words(texts.CODE_SENT, address=address.address))


async def code_typed(request: Request, services: Services) -> Reply:
    """Confirm the address by its code."""
    seat = MembershipId(request.subject_id or 0)
    words = request.words
    try:
        is_right = await services.mails.confirm(request.person, request.text or "", request.now)
    except NotUnderstood as error:
        return await _asked(request, seat, services, words(texts.REFUSALS[error.key]))
    if not is_right:
        return _said(request, seat, words(texts.WRONG_CODE))
    await services.mails.stop_listening(request.person)
    address = await services.mails.address(request.person)
    return _said(request, seat, words(texts.CONFIRMED, address="" if address is None else address.address))


async def mail_stopped(request: Request, press: StopMail, services: Services) -> Reply:
    """Send no mail any more."""
    await services.mails.stop_listening(request.person)
    await services.mails.stop(request.person, request.now)
    return _said(request, press.membership_id, request.words(texts.STOPPED))


async def _asked(
    request: Request, seat: MembershipId, services: Services, problem: Markup | None = None
) -> Reply:
    await services.mails.listen(request.person, ADDRESS_DIALOGUE, seat, request.now)
    words, address = request.words, await services.mails.address(request.person)
    if address is None or address.confirmed_at is None:
        return _said(request, seat, paragraphs(problem, words(texts.ASK)))
    stop = Button(words.plain(texts.STOP), StopMail(seat))
    text = paragraphs(problem, words(texts.GOES_TO, address=address.address))
    return _said(request, seat, text, stop)


def _said(request: Request, seat: MembershipId, text: Markup, *more: Button) -> Reply:
    back = Button(request.words.plain(texts.BACK), ShowPost(seat))
    return show(text, *((button,) for button in more), (back,), anchor=f"oncall:{seat}")
