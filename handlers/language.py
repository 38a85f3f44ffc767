"""Changes the language in which a person is spoken to, also in the middle of joining."""

from handlers.callbacks.privacy import LanguageChosen, Tongue
from handlers.request import Button, Reply, Request, Screen, show
from handlers.screens.joining import step_screen
from handlers.screens.menu import menu_screen
from handlers.texts import joining as joining_texts
from handlers.texts import privacy as texts
from handlers.texts.words import Words, paragraphs
from services.container import Services


async def language(request: Request, services: Services) -> Reply:
    """Ask for the language."""
    del services
    words, _ = request.words, request.person
    english = Button(words.plain(joining_texts.ENGLISH), LanguageChosen(Tongue.ENGLISH))
    spanish = Button(words.plain(joining_texts.SPANISH), LanguageChosen(Tongue.SPANISH))
    return show(words(texts.WHICH_LANGUAGE), (english, spanish))


async def language_chosen(request: Request, press: LanguageChosen, services: Services) -> Reply:
    """Speak that language from now on; somebody who is joining sees the open question in it."""
    actor = await services.privacy.speak(request.person, press.language)
    words = Words(actor.language, actor.timezone)
    enrolment_id = await services.enrolling.current(actor)
    if enrolment_id is not None:
        place = await services.enrolling.at(actor, enrolment_id, request.now)
        country = services.surroundings.default_country
        return Reply((step_screen(words, place, request.now, country),))
    said = words(texts.LANGUAGE_SET)
    if not actor.seats:
        return show(said)
    menu = menu_screen(words, actor)
    return Reply((Screen(paragraphs(said, menu.text), menu.rows),))
