"""Words of schedules and pauses: when somebody is asked is theirs to decide, and a pause needs no reason."""

from handlers.texts.words import Label, Text

SCHEDULE_COMMAND = Label(en="When I'm asked", es="Cuándo se me pregunta")
PAUSE_COMMAND = Label(en="Take a pause, or end it", es="Hacer una pausa, o terminarla")

WHICH_GROUP = Text(en="Which group do you mean?", es="¿A cuál grupo te refieres?")
PLAN = Text(
    en="<b>I ask you at {time}, {days}.</b>\nTimes are those of {city}.",
    es="<b>Te pregunto a las {time}, {days}.</b>\nLas horas son las de {city}.",
)
EVERY_DAY = Text(en="every day", es="todos los días")
ON_DAYS = Text(en="on {days}", es="los días {days}")
NEXT = Text(en="Next:\n{moments}", es="Lo que sigue:\n{moments}")
MOMENT = Text(en="• {day}, {time}", es="• {day}, {time}")
PAUSED = Text(
    en="You're taking a pause. I ask again on {day}.", es="Estás en pausa. Te pregunto de nuevo el {day}."
)
NOT_ASKED = Text(en="I don't ask you at present.", es="Por ahora no te pregunto.")
CHANGED = Text(en="Changed.", es="Listo, cambiado.")

CHANGE_TIME = Label(en="Change the time", es="Cambiar la hora")
CHANGE_DAYS = Label(en="Change the days", es="Cambiar los días")
CHANGE_PLACE = Label(en="Change the place", es="Cambiar el lugar")
PAUSE = Label(en="Take a pause", es="Hacer una pausa")
END_PAUSE = Label(en="End the pause", es="Terminar la pausa")
BACK = Label(en="Back", es="Atrás")
DONE = Label(en="Done", es="Listo")
CHOSEN = Label(en="✓ {choice}", es="✓ {choice}")

WHICH_TIME = Text(
    en="<b>At what time shall I ask?</b>\nTap, or type a time like 19:30 or 7:30 pm.",
    es="<b>¿A qué hora te pregunto?</b>\nToca, o escribe una hora como 19:30 o 7:30 pm.",
)
NOT_A_TIME = Text(
    en="I couldn't read that as a time of day. You can write 19:30 or 7:30 pm.",
    es="No pude leer eso como una hora. Puedes escribir 19:30 o 7:30 pm.",
)
WHICH_DAYS = Text(
    en="<b>On which days shall I ask?</b>\nTap a day to switch it on or off; one at least stays on.",
    es="<b>¿Qué días te pregunto?</b>\nToca un día para ponerlo o quitarlo; al menos uno queda.",
)
ONE_DAY_STAYS = Label(
    en="One day stays. For a rest from all of them there is a pause.",
    es="Un día queda. Para descansar de todos está la pausa.",
)
WHICH_PLACE = Text(
    en="<b>Where do you live now?</b>\nType a city: yours, or a larger one nearby, for example “Denver”.",
    es="<b>¿Dónde vives ahora?</b>\nEscribe una ciudad: la tuya, o una más grande que quede cerca, por ejemplo «Denver».",
)
PLACES_FOUND = Text(
    en="<b>Is it one of these?</b>\nTap it, or type another city.",
    es="<b>¿Es una de estas?</b>\nTócala, o escribe otra ciudad.",
)
NO_PLACE = Text(
    en="I don't know a place like that. A larger city in the same time zone will do.",
    es="No conozco un lugar así. Basta una ciudad más grande en la misma zona horaria.",
)
PLACE_CHOICE = Label(en="{city} (now {time})", es="{city} (ahora {time})")

HOW_LONG = Text(
    en="<b>How long a pause?</b>\nI won't ask meanwhile, and these days are kept as paused, not as missed. "
    "/checkin works all the same.",
    es="<b>¿Cuánto dura la pausa?</b>\nMientras tanto no te pregunto, y esos días quedan como pausa, no como sin respuesta. "
    "/checkin funciona igual.",
)
PAUSES = {
    1: Label(en="1 day", es="1 día"),
    3: Label(en="3 days", es="3 días"),
    7: Label(en="1 week", es="1 semana"),
    14: Label(en="2 weeks", es="2 semanas"),
}
PAUSE_BEGUN = Text(
    en="You're taking a pause. I ask again on {day}. You can end it any time.",
    es="Estás en pausa. Te pregunto de nuevo el {day}. Puedes terminarla cuando quieras.",
)
PAUSE_OVER = Text(
    en="Good to have you back. I ask again on {day} at {time}.",
    es="Qué bueno tenerte de vuelta. Te pregunto de nuevo el {day} a las {time}.",
)
