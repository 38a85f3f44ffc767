"""Words for noting who was missing at a group session: a reason to ask, not a mark against anybody."""

from handlers.texts.words import Label, Text

SESSIONS_COMMAND = Label(en="Who was missing at a session", es="Quién faltó a una sesión")
WHICH_GROUP = Text(en="<b>Which group?</b>", es="<b>¿Qué grupo?</b>")
TITLE = Text(en="<b>{group}: session of {day}</b>", es="<b>{group}: sesión del {day}</b>")
ASK = Text(
    en="Tap who was missing without a word. Nothing happens before you tap Done.",
    es="Toca quién faltó sin avisar. No pasa nada antes de que toques Listo.",
)
NOBODY_HERE = Text(
    en="There are no participants in this group yet. /invite makes a link for one.",
    es="En este grupo todavía no hay participantes. Con /invite haces un enlace.",
)
MISSING = Label(en="✗ {name}", es="✗ {name}")
DAY_BEFORE = Label(en="◀ {day}", es="◀ {day}")
DAY_AFTER = Label(en="{day} ▶", es="{day} ▶")
DONE_NOBODY = Label(en="Done: nobody was missing", es="Listo: no faltó nadie")
DONE_SOME = Label(en="Done: {number} missing", es="Listo: faltas: {number}")
NOTED = Text(
    en="<b>Noted, {group}, {day}.</b> Missing without a word: {names}.",
    es="<b>Anotado, {group}, {day}.</b> Faltó sin avisar: {names}.",
)
NOTED_NOBODY = Text(
    en="<b>Noted, {group}, {day}.</b> Nobody was missing.",
    es="<b>Anotado, {group}, {day}.</b> No faltó nadie.",
)
TOLD_IN_THE_MORNING = Text(
    en="It stands in /alerts and in the message of the morning. A word to them often helps.",
    es="Está en /alerts y en el mensaje de la mañana. Unas palabras suelen ayudar.",
)
BACK = Label(en="Change this", es="Cambiar esto")

REFUSALS = {
    "sessions.not_this_week": Text(
        en="I can note that for today and the seven days before, so I left everything as it is. /sessions shows today.",
        es="Eso lo puedo anotar para hoy y los siete días anteriores, así que dejé todo como está. Con /sessions ves el de hoy.",
    ),
}
