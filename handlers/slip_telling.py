"""Views that pass a setback on to facilitators: first exactly what they would see, and nothing without the yes to that."""

from domain.slips import Slip
from handlers.callbacks.slips import OpenSlip, PreviewSlip, TellSlip
from handlers.request import Button, Reply, Request, Screen, show
from handlers.screens.alerts import SETBACK_CHARACTERS
from handlers.screens.menu import help_button
from handlers.screens.slip_summaries import note_of, preview_screen
from handlers.texts import slips as texts
from handlers.texts.listing import facilitators
from services.container import Services


async def previewed(request: Request, press: PreviewSlip, services: Services) -> Reply:
    """Show what the facilitators of a seat would see; nothing is sent."""
    found = await services.slips.slip(request.person, press.slip_id)
    if found.told_at is not None:
        return Reply(notice=request.words.plain(texts.TOLD_ALREADY))
    return Reply((await _preview(request, found, press, services),))


async def told(request: Request, press: TellSlip, services: Services) -> Reply:
    """Send what was shown; where that has changed since, show it anew instead."""
    words = request.words
    found = await services.slips.slip(request.person, press.slip_id)
    if found.told_at is not None:
        return Reply(notice=words.plain(texts.TOLD_ALREADY))
    preview = await _preview(request, found, press, services)
    if press not in [button.press for row in preview.rows for button in row]:
        return Reply((preview,), notice=words.plain(texts.CHANGED_MEANWHILE))
    note = note_of(words, found, SETBACK_CHARACTERS, is_worded=bool(press.is_worded))
    alert_id = await services.slip_telling.tell(request.person, found, press.membership_id, note, request.now)
    who = await services.crisis.told_of(request.person, press.membership_id)
    standing = await services.slip_telling.standing(request.person, found)
    names = facilitators(words, who.names or standing.facilitators.get(press.membership_id, ()))
    said = texts.SENT if who.is_reached else texts.SENT_UNREACHED
    if alert_id is None:
        said = texts.KNOWN_ALREADY
    back = (Button(words.plain(texts.TO_SLIP), OpenSlip(press.slip_id)),)
    return show(words(said, names=names), (help_button(words),), back)


async def _preview(
    request: Request, found: Slip, press: PreviewSlip | TellSlip, services: Services
) -> Screen:
    causes = await services.slip_telling.would_raise(request.person, found, press.membership_id, request.now)
    standing = await services.slip_telling.standing(request.person, found)
    is_worded = bool(press.is_worded) and found.has_words
    note = note_of(request.words, found, SETBACK_CHARACTERS, is_worded=is_worded)
    names = standing.facilitators.get(press.membership_id, ())
    return preview_screen(
        request.words, found, press.membership_id, names, causes=causes, note=note, is_worded=is_worded
    )
