"""Words for what facilitators do about an alert later, or let somebody else do."""

from domain.snoozing import Snooze
from handlers.texts.words import Label, Text

REMIND_WHEN = Text(
    en="<b>{name}</b> ({reference}): when shall I remind you? Until then I count it as seen by you.",
    es="<b>{name}</b> ({reference}): ¿cuándo te lo recuerdo? Hasta entonces cuenta como visto por ti.",
)
SNOOZES = {
    Snooze.MINUTES: Label(en="In 15 minutes", es="En 15 minutos"),
    Snooze.HOUR: Label(en="In an hour", es="En una hora"),
    Snooze.HOURS: Label(en="In 4 hours", es="En 4 horas"),
    Snooze.TOMORROW: Label(en="Tomorrow at 9", es="Mañana a las 9"),
    Snooze.WEEK: Label(en="In a week", es="En una semana"),
}
HAND_TO_WHOM = Text(
    en="Who shall look after <b>{name}</b> ({reference})? They are told at once.",
    es="¿Quién se encarga de <b>{name}</b> ({reference})? Se lo digo enseguida.",
)
NOTICE_SNOOZED = Label(en="Noted. Reminder: {when}.", es="Anotado. Recordatorio: {when}.")
NOTICE_HANDED = Label(
    en="{name} is told. Until {name} has seen it, it stays open.",
    es="Se lo digo a {name}. Hasta que {name} lo vea, sigue abierta.",
)
REFUSALS = {
    "alerts.not_so_long": Text(
        en="This alert has become more urgent. Please open it and choose again.",
        es="Esta alerta es ahora más urgente. Ábrela y elige de nuevo.",
    ),
    "alerts.not_there": Text(
        en="Nobody else facilitates this group now. Invite somebody with /invite.",
        es="Ahora nadie más facilita este grupo. Invita a alguien con /invite.",
    ),
}
