"""Views of what people wish for in a partner; nobody else is shown any of it."""

from domain.wishes import Gender
from handlers.callbacks.wishes import (
    CapacityChosen,
    ChooseCapacity,
    ChooseGender,
    ChooseLanguages,
    GenderChoice,
    GenderChosen,
    LanguageTurned,
    SameGenderTurned,
    ShowWishes,
)
from handlers.request import Reply, Request
from handlers.screens.wishes import capacity_screen, gender_screen, languages_screen, wishes_screen
from handlers.texts import wishes as texts
from services.container import Services


async def wishes_shown(request: Request, press: ShowWishes, services: Services) -> Reply:
    """Show what I wish for."""
    wishes = await services.pair_wishes.own(request.person, press.membership_id)
    return Reply((wishes_screen(request.words, press.membership_id, wishes),))


async def languages_asked(request: Request, press: ChooseLanguages, services: Services) -> Reply:
    """Offer the languages."""
    wishes = await services.pair_wishes.own(request.person, press.membership_id)
    return Reply((languages_screen(request.words, press.membership_id, wishes),))


async def language_turned(request: Request, press: LanguageTurned, services: Services) -> Reply:
    """Add a language, or take it away."""
    wishes = await services.pair_wishes.turn_language(request.person, press.membership_id, press.language)
    was_last = wishes.languages == {press.language}
    notice = request.words.plain(texts.ONE_STAYS) if was_last else None
    return Reply((languages_screen(request.words, press.membership_id, wishes),), notice=notice)


async def gender_asked(request: Request, press: ChooseGender, services: Services) -> Reply:
    """Offer what one can tell about oneself."""
    wishes = await services.pair_wishes.own(request.person, press.membership_id)
    return Reply((gender_screen(request.words, press.membership_id, wishes),))


async def gender_chosen(request: Request, press: GenderChosen, services: Services) -> Reply:
    """Keep what the person told, or that they would rather not."""
    gender = None if press.gender is GenderChoice.UNTOLD else Gender(press.gender.value)
    wishes = await services.pair_wishes.set_gender(request.person, press.membership_id, gender)
    return Reply((gender_screen(request.words, press.membership_id, wishes),))


async def same_gender_turned(request: Request, press: SameGenderTurned, services: Services) -> Reply:
    """Keep whether only somebody of the same gender fits."""
    wishes = await services.pair_wishes.set_same_gender(
        request.person, press.membership_id, is_wanted=press.is_on == 1
    )
    return Reply((gender_screen(request.words, press.membership_id, wishes),))


async def capacity_asked(request: Request, press: ChooseCapacity, services: Services) -> Reply:
    """Offer how many partners."""
    wishes = await services.pair_wishes.own(request.person, press.membership_id)
    return Reply((capacity_screen(request.words, press.membership_id, wishes),))


async def capacity_chosen(request: Request, press: CapacityChosen, services: Services) -> Reply:
    """Keep how many partners the person has room for."""
    wishes = await services.pair_wishes.set_capacity(request.person, press.membership_id, press.capacity)
    return Reply((wishes_screen(request.words, press.membership_id, wishes),))
