"""Shows what one can do now, by role; any view may use it. It asks nothing of a service."""

from domain.access import Actor, Audience
from handlers.callbacks.alerts import ShowAlerts
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.groups import ShowToday
from handlers.callbacks.partners import WritePartner
from handlers.request import Button, Screen, Style
from handlers.texts import crisis as crisis_texts
from handlers.texts import help as texts
from handlers.texts.words import Words, paragraphs


def menu_screen(words: Words, actor: Actor) -> Screen:
    """Return the main things to do, as participant and as facilitator, with the button for help below them."""
    is_participant = actor.belongs_to(Audience.PARTICIPANT)
    is_facilitator = actor.belongs_to(Audience.FACILITATOR)
    rows: list[tuple[Button, ...]] = []
    if is_participant:
        rows += [
            (Button(words.plain(texts.CHECK_IN), StartCheckIn(), style=Style.PRIMARY),),
            (Button(words.plain(texts.MY_PARTNER), WritePartner()),),
        ]
    if is_facilitator:
        rows.append(
            (
                Button(words.plain(texts.ALERTS), ShowAlerts()),
                Button(words.plain(texts.TODAY), ShowToday()),
            )
        )
    return Screen(
        paragraphs(
            words(texts.MENU_PARTICIPANT) if is_participant else None,
            words(texts.MENU_FACILITATOR) if is_facilitator else None,
        ),
        (*rows, (help_button(words),)),
    )


def help_button(words: Words) -> Button:
    """Return the button that every hard screen carries."""
    return Button(words.plain(crisis_texts.HELP_NOW), HelpNow(), style=Style.DANGER)
