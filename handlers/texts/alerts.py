"""Words of alerts: the card tells a lock screen no more than a name and how soon; the evidence is plain and for review."""

from domain.alerts import Occasion
from domain.setbacks import Level, Outcome, Step
from handlers.texts.words import Label, Text

ALERTS_COMMAND = Label(en="Alerts that are open", es="Alertas abiertas")

LEVELS = {
    Level.URGENT: Label(en="urgent", es="urgente"),
    Level.HIGH: Label(en="high", es="alta"),
    Level.WATCH: Label(en="watch", es="a seguir"),
}

NEEDS_YOUR_EYES = Text(
    en="<b>{name}</b>: something needs your eyes.", es="<b>{name}</b>: algo necesita tu mirada."
)
NEEDS_THEM_AGAIN = Text(
    en="<b>{name}</b>: there is more that needs your eyes.",
    es="<b>{name}</b>: hay algo más que necesita tu mirada.",
)
NOT_YET_SEEN = Text(
    en="Again, not yet seen: <b>{name}</b>, something needs your eyes.",
    es="De nuevo, aún sin ver: <b>{name}</b>, algo necesita tu mirada.",
)
REMINDER = Text(
    en="You asked to be reminded: <b>{name}</b>.", es="Pediste que te lo recordara: <b>{name}</b>."
)
HANDED_TO_YOU = Text(
    en="<b>{name}</b>: somebody of your team asks you to take this on.",
    es="<b>{name}</b>: alguien de tu equipo te pide que te encargues de esto.",
)
ONE_TO_WATCH = Text(
    en="{group}: somebody to keep an eye on. Nothing urgent.",
    es="{group}: hay una persona a quien seguir de cerca. Nada urgente.",
)
TO_WATCH = Text(
    en="{group}: {number} people to keep an eye on. Nothing urgent.",
    es="{group}: hay {number} personas a quienes seguir de cerca. Nada urgente.",
)
SHOW_TO_WATCH = Label(en="Show alerts", es="Ver alertas")
OCCASIONS = {
    Occasion.NEW: NEEDS_YOUR_EYES,
    Occasion.MORE: NEEDS_THEM_AGAIN,
    Occasion.REPEAT: NOT_YET_SEEN,
    Occasion.REMINDER: REMINDER,
    Occasion.HANDED_OVER: HANDED_TO_YOU,
}
CARD_LINE = Text(en="{level} · {when} · {reference}", es="{level} · {when} · {reference}")
CARD_LINE_DELAYED = Text(
    en="{level} · {when}, delayed · {reference}", es="{level} · {when}, con demora · {reference}"
)
MAY_BE_TWICE = Text(en="A repeat: you may have this already.", es="Repetido: puede que ya lo tengas.")
SOMEBODY = Text(en="Somebody", es="Alguien")
SHOW_DETAILS = Label(en="Show details", es="Ver detalles")
HIDE_DETAILS = Label(en="Hide details", es="Ocultar detalles")

HEAD = Text(
    en="<b>{name}</b> · {level} · {when} · {reference}", es="<b>{name}</b> · {level} · {when} · {reference}"
)

SO_FAR = Text(en="<b>So far</b>", es="<b>Hasta ahora</b>")
KNOWS = Text(en="• {name} knows that you were told.", es="• {name} sabe que te avisé.")
KNOWS_NOT = Text(en="• {name} has not been told of this alert.", es="• {name} no sabe de esta alerta.")
WROTE_TO_PARTNER = Text(
    en="• Wrote to a partner since then.", es="• Le escribió a su compañía desde entonces."
)
WROTE_NOT = Text(
    en="• Has not written to a partner since then.", es="• No le ha escrito a su compañía desde entonces."
)
STEPS = {
    Step.SAFE_FOR_NOW: Text(
        en="• {when}: {name} says: safe for the moment.", es="• {when}: {name} dice: a salvo por el momento."
    ),
    Step.ACKNOWLEDGED: Text(en="• {when}: {name} has seen this.", es="• {when}: {name} vio esto."),
    Step.REACHED_OUT: Text(en="• {when}: {name} reached out.", es="• {when}: {name} se puso en contacto."),
    Step.SNOOZED: Text(
        en="• {when}: {name} asked to be reminded.", es="• {when}: {name} pidió un recordatorio."
    ),
    Step.HANDED_OVER: Text(en="• {when}: {name} handed this over.", es="• {when}: {name} pasó esto."),
    Step.RESOLVED: Text(en="• {when}: {name} closed this.", es="• {when}: {name} cerró esto."),
}

LAST_DAYS = Text(
    en="<b>The last {days} days</b>\n<pre>mood    {mood}\ncraving {craving}</pre>",
    es="<b>Los últimos {days} días</b>\n<pre>ánimo  {mood}\nganas  {craving}</pre>",
)
NEVER_ASKED = Text(en="Not asked on any of these days.", es="Sin preguntas en estos días.")
ANSWERED_ONE = Text(
    en="Asked on {number} day, answered on {answered}; a dot is a day without an answer.",
    es="Con pregunta en {number} día, respondió en {answered}; un punto es un día sin respuesta.",
)
ANSWERED = Text(
    en="Answered on {answered} of {number} days asked; a dot is a day without an answer.",
    es="Respondió {answered} de {number} días con pregunta; un punto es un día sin respuesta.",
)
USE_REPORTED = Text(en="Use reported: {dates}.", es="Consumo informado: {dates}.")
NOTES = Text(en="<b>Notes shared with you</b>", es="<b>Notas compartidas contigo</b>")
NOTE = Text(en="{day}: “{said}”", es="{day}: «{said}»")
REPORTED = Text(en="<b>Reported messages</b>", es="<b>Mensajes reportados</b>")
REPORTED_LINE = Text(en="{when}: “{said}”", es="{when}: «{said}»")
REPORTED_BACK = Text(en="{when}, taken back: “{said}”", es="{when}, retirado: «{said}»")
HAS_LEFT = Text(
    en="{name} has left the group, so nothing more is shown here.",
    es="{name} dejó el grupo, así que aquí no se muestra nada más.",
)
FOR_REVIEW = Text(
    en="For your review; a rule found this, not a judgement.",
    es="Para tu revisión; lo encontró una regla, no un juicio.",
)
PART_2 = Text(
    en="42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    es="42 CFR part 2 prohibits unauthorized use or disclosure of these records. "
    "(La norma federal prohíbe usar o divulgar estos registros sin autorización.)",
)

OF_GROUP = Text(
    en="From the group {group}: nobody there has seen this yet.",
    es="Del grupo {group}: ahí nadie lo ha visto todavía.",
)
CALL_THEM = Text(en="Please call {names}.", es="Por favor, llama a {names}.")
LENT_TO_YOU = Text(
    en="You see this because nobody of the group has seen it. It is shown to you until it is closed, and each look is kept.",
    es="Ves esto porque nadie del grupo lo ha visto. Se te muestra hasta que se cierre, y cada mirada queda anotada.",
)

I_HAVE_SEEN_IT = Label(en="I've seen it", es="Ya lo vi")
I_REACHED_OUT = Label(en="I've reached out", es="Me puse en contacto")
PUT_OFF = Label(en="Remind me later", es="Recuérdame luego")
HAND_OVER = Label(en="Hand over", es="Pasar a otra persona")
SHOW_COURSE = Label(en="14 days as a picture", es="14 días en una imagen")
COURSE = Text(
    en="<b>{name}</b>: the last {days} days. ({reference})",
    es="<b>{name}</b>: los últimos {days} días. ({reference})",
)
OWNED_BY = Text(en="<b>{name}</b> looks after this.", es="Se encarga <b>{name}</b>.")
REMINDED_AT = Text(en="Comes back {when}.", es="Vuelve {when}.")
JUDGED = Text(
    en="Such alerts closed here in {days} days: {closed}; false alarms: {wrong}.",
    es="Alertas así cerradas aquí en {days} días: {closed}; falsas alarmas: {wrong}.",
)
RESOLVE = Label(en="Resolve", es="Cerrar")
FALSE_ALARM = Label(en="False alarm", es="Falsa alarma")
BACK = Label(en="Back", es="Atrás")
ALL_ALERTS = Label(en="All alerts", es="Todas las alertas")

SEEN_BY = Text(en="Seen by <b>{name}</b>, {when}.", es="Lo vio <b>{name}</b>, {when}.")
CLOSED_BY = Text(
    en="Closed by <b>{name}</b>, {when}: {outcome}.", es="Lo cerró <b>{name}</b>, {when}: {outcome}."
)
NOTICE_SEEN = Label(en="Noted. {name} is told.", es="Anotado. Le aviso a {name}.")
NOTICE_NOTED = Label(en="Noted.", es="Anotado.")
NOTICE_ALREADY_SEEN = Label(en="{name} has seen this already ({when}).", es="{name} ya vio esto ({when}).")
NOTICE_ALREADY_CLOSED = Label(
    en="{name} has closed this already ({when}).", es="{name} ya cerró esto ({when})."
)

HOW_DID_IT_END = Text(
    en="How did it end for <b>{name}</b>? ({reference})", es="¿Cómo terminó para <b>{name}</b>? ({reference})"
)
OUTCOMES = {
    Outcome.TALKED: Label(en="We talked", es="Hablamos"),
    Outcome.SAFETY_PLAN: Label(en="Safety plan made", es="Hicimos un plan de seguridad"),
    Outcome.LEVEL_OF_CARE: Label(en="Level of care changed", es="Cambió el nivel de atención"),
    Outcome.NO_ANSWER: Label(en="No answer", es="Sin respuesta"),
    Outcome.OTHER: Label(en="Something else", es="Otra cosa"),
    Outcome.FALSE_ALARM: Label(en="False alarm", es="Falsa alarma"),
}

OPEN_ALERTS = Text(en="<b>Open alerts</b>", es="<b>Alertas abiertas</b>")
NO_ALERTS = Text(
    en="No alert is open. Nothing in your groups waits for your eyes.",
    es="No hay alertas abiertas. Nada en tus grupos espera tu mirada.",
)
ALERT_LINE = Text(
    en="• <b>{name}</b> ({group}) · {level} · {age} · {state}",
    es="• <b>{name}</b> ({group}) · {level} · {age} · {state}",
)
MORE_ALERTS = Text(en="… and {number} more.", es="… y {number} más.")
ALERT_BUTTON = Label(en="{name} · {level} · {reference}", es="{name} · {level} · {reference}")
STATE_OPEN = Text(en="not yet seen", es="aún sin ver")
STATE_SEEN = Text(en="seen, not closed", es="vista, sin cerrar")
MINUTES = Text(en="{number} min", es="{number} min")
HOURS = Text(en="{number} h", es="{number} h")
DAYS = Text(en="{number} d", es="{number} d")

ALERT_SEEN = Text(
    en="<b>{name}</b> has seen this ({time}). If it gets worse before you hear from {name}:",
    es="<b>{name}</b> ya lo vio ({time}). Si empeora antes de que sepas de {name}:",
)
YOUR_FACILITATOR = Text(en="Your facilitator", es="Quien facilita tu grupo")
