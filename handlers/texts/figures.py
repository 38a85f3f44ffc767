"""Words of figures about pairs and of a week in sums; a figure never stands without its counts."""

from handlers.texts.words import Label, Text

PAIRS = Text(en="<b>Pairs</b>", es="<b>Parejas</b>")
NO_PAIRS = Text(en="No pair has been together for three days yet.", es="Ninguna pareja lleva aún tres días.")
ONE_TALKED = Text(
    en="Talked in these 7 days: {talked} of {number} pair.",
    es="Hablaron en estos 7 días: {talked} de {number} pareja.",
)
MANY_TALKED = Text(
    en="Talked in these 7 days: {talked} of {number} pairs.",
    es="Hablaron en estos 7 días: {talked} de {number} parejas.",
)
FIRST_CONTACT = Text(
    en="First contact after {length} (median of {number}).",
    es="Primer contacto tras {length} (mediana de {number}).",
)
WITHOUT_CONTACT = Text(
    en="No contact known yet: {number} of {of} that began.",
    es="Aún sin contacto conocido: {number} de {of} que empezaron.",
)
REPLY = Text(
    en="Replies after {length} (median of {number}).", es="Respuestas tras {length} (mediana de {number})."
)
COVERS = Text(
    en="Somebody stood in: {number} of {of} times it was offered.",
    es="Alguien cubrió: {number} de {of} veces que se ofreció.",
)
REMATCHED = Text(
    en="A new partner after an early end: {number} of {of}.",
    es="Nueva compañía tras un final anticipado: {number} de {of}.",
)
RULE = Text(
    en="A pair talked when one of them says so, when both wrote, or when a call took place. Times are of the last 4 weeks.",
    es="Una pareja habló si alguien lo dice, si escribieron ambas partes, o si hubo una llamada. "
    "Los tiempos son de las últimas 4 semanas.",
)
ALERTS = Text(en="<b>Alerts of the week</b>", es="<b>Alertas de la semana</b>")
ALERTS_TOLD = Text(
    en="Told at once: {told}; seen: {seen}{after}.", es="Avisadas enseguida: {told}; vistas: {seen}{after}."
)
SEEN_AFTER = Text(en=", after {length} (median)", es=", tras {length} (mediana)")
ALERTS_WATCHED = Text(en="To watch: {watched}.", es="A seguir: {watched}.")
ALERTS_CLOSED = Text(
    en="Closed so far: {closed}; false alarms: {wrong}.",
    es="Cerradas hasta ahora: {closed}; falsas alarmas: {wrong}.",
)
ONE_MINUTE = Text(en="{number} minute", es="{number} minuto")
MANY_MINUTES = Text(en="{number} minutes", es="{number} minutos")
MINUTES = Text(en="less than an hour", es="menos de una hora")
ONE_HOUR = Text(en="{number} hour", es="{number} hora")
MANY_HOURS = Text(en="{number} hours", es="{number} horas")
MANY_DAYS = Text(en="{number} days", es="{number} días")

WEEK_READY = Text(
    en="Your weekly look back in Tandem is ready.", es="Tu mirada a la semana en Tandem está lista."
)
SHOW_WEEK = Label(en="Show", es="Mostrar")
WEEK_OF = Text(en="<b>{group}</b> · {first} to {last}", es="<b>{group}</b> · {first} a {last}")
PARTICIPANTS = Text(en="Participants now: {number}.", es="Participantes ahora: {number}.")
CHECKINS = Text(
    en="Check-ins answered: {number} of {of} asked.", es="Registros respondidos: {number} de {of} pedidos."
)
NO_CHECKINS = Text(en="Nobody was asked in this week.", es="En esta semana no se le preguntó a nadie.")
NO_ALERTS = Text(en="No alert is open.", es="No hay alertas abiertas.")
