"""Words of a group's defaults: when newcomers are asked, and how soon an unanswered check-in is mentioned again."""

from handlers.texts.words import Label, Text

REMINDERS_COMMAND = Label(en="Times and reminders of my group", es="Horarios y avisos de mi grupo")

WHICH_GROUP = Text(en="Which group do you mean?", es="¿A cuál grupo te refieres?")
DEFAULTS = Text(
    en="<b>{group}</b>\nNewcomers are offered {time}, {days}. Everybody can choose their own times.",
    es="<b>{group}</b>\nA quien se une le propongo las {time}, {days}. Cada quien puede elegir sus horas.",
)
UNANSWERED = Text(
    en="If a check-in is not answered, counted from the prompt:",
    es="Si un registro queda sin respuesta, contando desde la pregunta:",
)
REMINDED = Text(en="• after {delay} I remind once", es="• tras {delay} lo recuerdo una vez")
NOT_REMINDED = Text(en="• no reminder", es="• sin recordatorio")
NUDGED = Text(
    en="• after {delay} I ask the partner for a hello, where that is shared",
    es="• tras {delay} le pido un saludo a su compañía, si eso se comparte",
)
CLOSED = Text(en="• after {delay} it closes, without blame", es="• tras {delay} se cierra, sin reproches")
MINUTES = Text(en="{number} minutes", es="{number} minutos")
ONE_HOUR = Text(en="1 hour", es="1 hora")
HOURS = Text(en="{number} hours", es="{number} horas")
IN_MINUTES = Label(en="{number} minutes", es="{number} minutos")
IN_ONE_HOUR = Label(en="1 hour", es="1 hora")
IN_HOURS = Label(en="{number} hours", es="{number} horas")
NO_REMINDER = Label(en="No reminder", es="Sin recordatorio")

TIME = Label(en="Time for newcomers", es="Hora para quien llega")
DAYS = Label(en="Days for newcomers", es="Días para quien llega")
REMIND = Label(en="Reminder", es="Recordatorio")
NUDGE = Label(en="Partner's hello", es="Saludo de la compañía")
CLOSE = Label(en="Closing", es="Cierre")
BACK = Label(en="Back", es="Atrás")
DONE = Label(en="Done", es="Listo")
CHOSEN = Label(en="✓ {choice}", es="✓ {choice}")
CHANGED = Label(en="Changed.", es="Cambiado.")

WHICH_TIME = Text(
    en="<b>At what time shall I ask newcomers?</b>\nTap, or type a time like 19:30 or 7:30 pm. People who are there keep "
    "their times.",
    es="<b>¿A qué hora le pregunto a quien llega?</b>\nToca, o escribe una hora como 19:30 o 7:30 pm. Quienes ya están "
    "conservan sus horas.",
)
NOT_A_TIME = Text(
    en="I couldn't read that as a time of day. You can write 19:30 or 7:30 pm.",
    es="No pude leer eso como una hora. Puedes escribir 19:30 o 7:30 pm.",
)
WHICH_DAYS = Text(
    en="<b>On which days shall I ask newcomers?</b>\nTap a day to switch it on or off; one at least stays on.",
    es="<b>¿Qué días le pregunto a quien llega?</b>\nToca un día para ponerlo o quitarlo; al menos uno queda.",
)
ONE_DAY_STAYS = Label(en="One day stays.", es="Un día queda.")
WHEN_REMIND = Text(
    en="<b>When shall I remind people?</b>\nAfter the first prompt, once.",
    es="<b>¿Cuándo recuerdo el registro?</b>\nDespués de la primera pregunta, una vez.",
)
WHEN_NUDGE = Text(
    en="<b>When shall I ask the partner to say hello?</b>\nAfter the first prompt; it comes after the reminder.",
    es="<b>¿Cuándo le pido a la compañía que salude?</b>\nDespués de la primera pregunta; llega después del recordatorio.",
)
WHEN_CLOSE = Text(
    en="<b>When does a check-in close?</b>\nAfter the first prompt. Longer is kinder to shift work, shorter keeps answers fresh.",
    es="<b>¿Cuándo se cierra un registro?</b>\nDespués de la primera pregunta. Más tiempo ayuda a quien trabaja por turnos; "
    "menos mantiene frescas las respuestas.",
)
WRONG_ORDER = Text(
    en="That doesn't fit, so I left it as it is: the reminder comes first, then the partner's hello, then the end, with some "
    "time between them.",
    es="Así no cuadra, y quedó como estaba: primero va el recordatorio, luego el saludo y al final el cierre, con algo de "
    "tiempo entre ellos.",
)

REFUSALS = {
    "groups.delays": WRONG_ORDER,
    "groups.defaults": NOT_A_TIME,
}
