"""Words of schedules: when somebody is asked, and when nothing is to come, is theirs to decide."""

from handlers.texts.words import Label, Text

SCHEDULE_COMMAND = Label(en="When I'm asked", es="Cuándo se me pregunta")

WHICH_GROUP = Text(en="Which group do you mean?", es="¿A cuál grupo te refieres?")
PLAN = Text(
    en="<b>I ask you at {times}, {days}.</b>\nTimes are those of {city} ({now} now).",
    es="<b>Te pregunto a las {times}, {days}.</b>\nLas horas son las de {city} (ahora {now}).",
)
EVERY_DAY = Text(en="every day", es="todos los días")
WORKDAYS = Text(en="Monday to Friday", es="de lunes a viernes")
ON_DAYS = Text(en="on {days}", es="los días {days}")
QUIET_HOURS = Text(en="Quiet hours: {hours}.", es="Horas de silencio: {hours}.")
SPAN = Text(en="{start} to {end}", es="de {start} a {end}")
NEXT = Text(en="Next:\n{moments}", es="Lo que sigue:\n{moments}")
MOMENT = Text(en="• {day}, {time}", es="• {day}, {time}")
PAUSED = Text(
    en="You're taking a pause. I ask again on {day}.", es="Estás en pausa. Te pregunto de nuevo el {day}."
)
NOT_ASKED = Text(en="I don't ask you at present.", es="Por ahora no te pregunto.")
CHANGED = Text(en="Changed.", es="Listo, cambiado.")
OLD_TIME = Label(
    en="That button is from an earlier plan, so I left it alone. This is the plan now.",
    es="Ese botón es de un plan anterior, así que no cambié nada. Este es el plan de ahora.",
)

CHANGE_THIS_TIME = Label(en="Change {time}", es="Cambiar {time}")
ADD_TIME = Label(en="Add a time", es="Agregar una hora")
REMOVE_TIME = Label(en="Don't ask at {time}", es="No preguntar a las {time}")
CHANGE_DAYS = Label(en="Days", es="Días")
CHANGE_QUIET = Label(en="Quiet hours", es="Horas de silencio")
CHANGE_PLACE = Label(en="Place", es="Lugar")
TAKE_PAUSE = Label(en="Take a pause", es="Hacer una pausa")
END_PAUSE = Label(en="End the pause", es="Terminar la pausa")
BACK = Label(en="Back", es="Atrás")
DONE = Label(en="Done", es="Listo")
CHOSEN = Label(en="✓ {choice}", es="✓ {choice}")

WHICH_TIME = Text(
    en="<b>When shall I ask instead of {time}?</b>\nTap, or type a time like 19:30 or 7:30 pm.",
    es="<b>¿A qué hora te pregunto en vez de las {time}?</b>\nToca, o escribe una hora como 19:30 o 7:30 pm.",
)
WHICH_TIME_TOO = Text(
    en="<b>At what time shall I ask as well?</b>\nYou have {times}. Tap, or type a time like 19:30 or 7:30 pm. There "
    "can be three, at least two hours apart.",
    es="<b>¿A qué otra hora te pregunto?</b>\nTienes las {times}. Toca, o escribe una hora como 19:30 o 7:30 pm. Pueden "
    "ser tres, con al menos dos horas entre una y otra.",
)
WHICH_HALF = Text(en="<b>Which of these do you mean?</b>", es="<b>¿Cuál de estas horas?</b>")
NOT_A_TIME = Text(
    en="I couldn't read that as a time of day. You can write 19:30 or 7:30 pm.",
    es="No pude leer eso como una hora. Puedes escribir 19:30 o 7:30 pm.",
)
TOO_CLOSE = Text(
    en="{time} is less than two hours from {other}. I leave two hours between, so nothing has changed. Another time?",
    es="Entre {time} y {other} hay menos de dos horas. Dejo al menos dos, así que no cambié nada. ¿Otra hora?",
)
ONE_TIME_STAYS = Label(
    en="One time stays. For a rest there is a pause.",
    es="Una hora queda. Para descansar está la pausa.",
)

WHICH_DAYS = Text(
    en="<b>On which days shall I ask?</b>\nTap a day to switch it on or off; one at least stays on.",
    es="<b>¿Qué días te pregunto?</b>\nToca un día para ponerlo o quitarlo; al menos uno queda.",
)
ONE_DAY_STAYS = Label(
    en="One day stays. For a rest from all of them there is a pause.",
    es="Un día queda. Para descansar de todos está la pausa.",
)

QUIET_NOW = Text(en="<b>Quiet hours: {hours}.</b>", es="<b>Horas de silencio: {hours}.</b>")
NO_QUIET_NOW = Text(en="<b>You have no quiet hours.</b>", es="<b>No tienes horas de silencio.</b>")
WHAT_QUIET_MEANS = Text(
    en="In quiet hours:\n• No reminders. If your partner could use a hello, I say so later.\n• The check-in times you chose "
    "still count.\n• What your partner writes and what is urgent comes through.\n\nTap, or type hours like “22 to 7”.",
    es="En las horas de silencio:\n• No hay recordatorios. Si a tu compañía le vendría bien un saludo, te lo digo después.\n"
    "• Las horas de registro que elegiste siguen valiendo.\n• Lo que tu compañía escribe y lo urgente sí llega.\n\n"
    "Toca, o escribe unas horas, como «de 22 a 7».",
)
NO_QUIET = Label(en="None", es="Ninguna")
HOURS = Label(en="{start}–{end}", es="{start}–{end}")  # noqa: RUF001 the dash between hours
NOT_HOURS = Text(
    en="I couldn't read hours in that. You can write them like “22 to 7” or “10 pm to 7 am”.",
    es="No pude leer unas horas ahí. Puedes escribirlas como «de 22 a 7» o «de 10 pm a 7 am».",
)
WHICH_HOURS = Text(en="<b>Which of these do you mean?</b>", es="<b>¿Cuáles de estas horas?</b>")

REFUSALS = {
    "schedules.no_time": Text(
        en="I couldn't read that as a time of day. Nothing has changed.",
        es="No pude leer eso como una hora. No cambió nada.",
    ),
    "schedules.too_many_times": Text(
        en="Three times a day is the most, so nothing has changed. You can change one of them with /schedule.",
        es="Tres horas al día es lo máximo, así que no cambié nada. Puedes cambiar una de ellas con /schedule.",
    ),
    "schedules.too_close": Text(
        en="That is less than two hours from another of your times, so nothing has changed.",
        es="Eso está a menos de dos horas de otra de tus horas, así que no cambié nada.",
    ),
    "schedules.quiet_all_day": Text(
        en="Quiet hours need a beginning and an end that differ. Nothing has changed.",
        es="Las horas de silencio necesitan un comienzo y un final distintos. No cambió nada.",
    ),
    "schedules.pause_date": Text(
        en="A pause ends on a day ahead, within a year. Nothing has changed.",
        es="Una pausa termina en un día que está por venir, dentro de un año. No cambió nada.",
    ),
}
