"""Words of a facilitator's daily view and of what a group is; counts always stand beside their rule."""

from domain.overview import Standing
from domain.phases import Track
from domain.schedules import PauseReason
from handlers.texts.words import Label, Text

TODAY_COMMAND = Label(en="How today is going in my groups", es="Cómo va el día en mis grupos")
GROUP_COMMAND = Label(en="My group", es="Mi grupo")

GROUP_AND_DAY = Text(en="<b>{group}</b> · {day}", es="<b>{group}</b> · {day}")
NOBODY_YET = Text(
    en="Nobody has joined yet. /invite makes a link for one person.",
    es="Todavía no se ha unido nadie. /invite crea un enlace para una persona.",
)
ANSWERED_OF_ASKED = Text(
    en="Checked in: {answered} of {asked} asked so far.",
    es="Registros hechos: {answered} de {asked} con pregunta hasta ahora.",
)
NOBODY_ASKED = Text(en="Nobody has been asked yet today.", es="Hoy todavía no se le ha preguntado a nadie.")
LOW = Text(en="<b>Low at the last check-in</b>", es="<b>Con dificultades en el último registro</b>")
LOW_LINE = Text(en="• <b>{name}</b>: {values}", es="• <b>{name}</b>: {values}")
LOW_LINE_YESTERDAY = Text(en="• <b>{name}</b>: {values} (yesterday)", es="• <b>{name}</b>: {values} (ayer)")
MOOD = Text(en="mood {value}", es="ánimo {value}")
TENSION = Text(en="tension {value}", es="tensión {value}")
CRAVING = Text(en="craving {value}", es="ganas {value}")
USE = Text(en="use reported", es="consumo informado")
NOBODY_LOW = Text(
    en="Nobody reported mood 3 or less, tension 8 or more, craving 5 or more, or use since yesterday.",
    es="Nadie informó ánimo de 3 o menos, tensión de 8 o más, ganas de 5 o más, ni consumo desde ayer.",
)
STANDINGS = {
    Standing.ANSWERED: Text(en="Checked in: {names}", es="Hicieron su registro: {names}"),
    Standing.WAITING: Text(en="Not answered yet: {names}", es="Aún sin responder: {names}"),
    Standing.MISSED: Text(en="Asked, no answer: {names}", es="Con pregunta, sin respuesta: {names}"),
    Standing.SKIPPED: Text(en="Said not now: {names}", es="Dijeron que ahora no: {names}"),
    Standing.NOT_ASKED: Text(en="Not asked yet: {names}", es="Aún sin pregunta: {names}"),
    Standing.PAUSED: Text(en="On a pause: {names}", es="En pausa: {names}"),
    Standing.UNREACHABLE: Text(en="Messages don't arrive: {names}", es="No les llegan mensajes: {names}"),
    Standing.EXCUSED: Text(
        en="Not asked, our outage: {names}", es="Sin pregunta por una falla nuestra: {names}"
    ),
}
WRITTEN_FOR_YOU = Text(
    en="<b>Written for you in the last {days} days</b>",
    es="<b>Escrito para ti en los últimos {days} días</b>",
)
NOTE_LINE = Text(en="• <b>{name}</b> ({day}): “{said}”", es="• <b>{name}</b> ({day}): “{said}”")
ONE_ALERT = Text(en="<b>{number}</b> alert is open.", es="Hay <b>{number}</b> alerta abierta.")
MANY_ALERTS = Text(en="<b>{number}</b> alerts are open.", es="Hay <b>{number}</b> alertas abiertas.")

SHOW_ALERTS = Label(en="Alerts", es="Alertas")
SHOW_TODAY = Label(en="Today", es="Hoy")
SHOW_GROUP = Label(en="Members", es="Integrantes")

GROUP_AND_PEOPLE = Text(
    en="<b>{group}</b> · participants: {number}", es="<b>{group}</b> · participantes: {number}"
)
LED_BY = Text(en="Facilitators: {names}", es="Facilitan: {names}")
MEMBER = Text(
    en="• <b>{name}</b> · {stage} · {partner} · {rate}{marks}",
    es="• <b>{name}</b> · {stage} · {partner} · {rate}{marks}",
)
STAGE = Text(en="phase {phase}", es="fase {phase}")
STAGE_AND_TRACK = Text(en="phase {phase}, {track}", es="fase {phase}, {track}")
TRACKS = {
    Track.DUAL_DIAGNOSIS: Text(en="dual diagnosis", es="diagnóstico dual"),
    Track.TRAUMA_INFORMED: Text(en="trauma", es="trauma"),
    Track.EXECUTIVE: Text(en="executive", es="ejecutivo"),
    Track.MENTAL_HEALTH: Text(en="mental health", es="salud mental"),
}
"""The tracks that are named in a line; the usual one is not."""
PARTNERS = Text(en="partner: {names}", es="compañía: {names}")
NO_PARTNER = Text(en="no partner yet", es="aún sin compañía")
RATE = Text(en="{answered} of {asked}", es="{answered} de {asked}")
NOT_ASKED = Text(en="not asked yet", es="aún sin pregunta")
PAUSED = Text(en=" · on a pause until {day}", es=" · en pausa hasta el {day}")
PAUSED_FOR = Text(en=" · on a pause until {day} ({reason})", es=" · en pausa hasta el {day} ({reason})")
PAUSE_REASONS = {
    PauseReason.HOLIDAY: Label(en="holiday", es="vacaciones"),
    PauseReason.ILLNESS: Label(en="illness", es="enfermedad"),
    PauseReason.OTHER: Label(en="something else", es="otra cosa"),
}
UNREACHABLE = Text(en=" · messages don't arrive since {day}", es=" · no le llegan mensajes desde {day}")
RATE_RULE = Text(
    en="Days answered of days asked in the last {days} days. Pauses, outages and days on which messages "
    "don't arrive are not counted as asked.",
    es="Días con respuesta de los días con pregunta en los últimos {days} días. Las pausas, las fallas nuestras y los "
    "días en que no llegan mensajes no cuentan.",
)
SOMEBODY = Text(en="somebody", es="alguien")

OWN_GROUP = Text(
    en="<b>{group}</b>. You are <b>{name}</b> here.", es="<b>{group}</b>. Aquí eres <b>{name}</b>."
)
WHO_SEES_WHAT = Text(
    en="• <b>{facilitators}</b> (facilitator): that you checked in, your answers, and alerts. Not your private notes.\n"
    "• Your partner: only what you chose, see /partner.\n"
    "• The group: nothing of you, unless you share it yourself.",
    es="• <b>{facilitators}</b> (facilita el grupo): si hiciste tu registro, tus respuestas y las alertas. No tus notas privadas.\n"
    "• Tu compañía: solo lo que elegiste, mira /partner.\n"
    "• El grupo: nada de ti, a menos que lo compartas tú.",
)
WHAT_IS_SEEN = Text(en="What is seen of you:", es="Lo que se ve de ti:")
WHO_LOOKED = Text(en="Who looked at what stands in /privacy.", es="Quién miró qué está en /privacy.")
YOUR_FACILITATOR = Text(en="Your facilitator", es="Quien facilita tu grupo")
