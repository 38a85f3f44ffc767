"""Words for whom a facilitator keeps apart, for how often pairs change, and for the goodbye before a change."""

from domain.pairing import Apart
from handlers.texts.words import Label, Text

RULES = Label(en="Rules and rhythm", es="Reglas y ritmo")
TITLE = Text(en="<b>{group}</b>: rules for pairs", es="<b>{group}</b>: reglas para las parejas")
NOBODY_APART = Text(en="Nobody is kept apart by you.", es="No mantienes separado a nadie.")
APART = Text(
    en="Never brought together (nobody in the group is told):",
    es="Nunca juntos (a nadie del grupo se le dice):",
)
APART_LINE = {
    Apart.HOUSEHOLD: Text(en="{names}: they live together", es="{names}: viven juntos"),
    Apart.FACILITATOR: Text(en="{names}", es="{names}"),
}
EVERY_WEEK = Text(en="Pairs change every week.", es="Las parejas cambian cada semana.")
EVERY_WEEKS = Text(en="Pairs change every {number} weeks.", es="Las parejas cambian cada {number} semanas.")
NEVER = Text(en="Pairs don't change by themselves.", es="Las parejas no cambian por sí solas.")
NEXT = Text(
    en="Next on {day}; both sides hear of it a day before.",
    es="La próxima vez, el {day}; se avisa un día antes.",
)
NOT_BEGUN = Text(
    en="It counts from the day you send the first pairs.",
    es="Se cuenta desde el día en que envíes las primeras parejas.",
)
KEEP_APART = Label(en="Keep two apart", es="Mantener a dos aparte")
UNDO = Label(en="No longer: {names}", es="Ya no: {names}")
RHYTHM = Label(en="How often pairs change", es="Cada cuánto cambian")
ASK_RHYTHM = Text(
    en="How often should the pairs of <b>{group}</b> change? It counts from today.",
    es="¿Cada cuánto deben cambiar las parejas de <b>{group}</b>? Se cuenta desde hoy.",
)
WEEK = Label(en="Every week", es="Cada semana")
WEEKS = Label(en="Every {number} weeks", es="Cada {number} semanas")
NEVER_LABEL = Label(en="Never", es="Nunca")
CHOSEN = Label(en="✓ {choice}", es="✓ {choice}")
BACK = Label(en="Back to the pairs", es="Volver a las parejas")
BACK_TO_RULES = Label(en="Back", es="Atrás")
CHANGED = Label(en="Changed.", es="Cambiado.")
AS_BEFORE = Label(en="That is how it was already.", es="Ya estaba así.")
WHY_APART = Text(
    en="Why should <b>{names}</b> not be partners? Nobody in the group is told, or asked.",
    es="¿Por qué no deberían acompañarse <b>{names}</b>? A nadie del grupo se le dice ni se le pregunta.",
)
ENDS_NOW = Text(
    en="They are together now, or asked to be. That ends at once; they hear only that it is over.",
    es="Ahora se acompañan, o se les preguntó. Eso termina de inmediato; solo sabrán que terminó.",
)
LIVE_TOGETHER = Label(en="They live together", es="Viven juntos")
OTHER_REASON = Label(en="Another reason", es="Otro motivo")

COMING = Text(en="New pairs tomorrow in <b>{group}</b>.", es="Mañana hay parejas nuevas en <b>{group}</b>.")
COMING_ON = Text(
    en="New pairs on {moment} in <b>{group}</b>.", es="Parejas nuevas el {moment} en <b>{group}</b>."
)
PARTNERS_HEAR = Text(
    en="In a few hours I tell those whose time together ends.",
    es="En unas horas se lo digo a quienes terminan su tiempo de compañía.",
)
SHOW = Label(en="Show", es="Mostrar")
NOT_THIS_TIME = Label(en="Not this time", es="Esta vez no")
SKIPPED = Text(
    en="<b>{group}</b>: the pairs go on. The next change is on {day}.",
    es="<b>{group}</b>: las parejas siguen. El próximo cambio es el {day}.",
)
TOO_LATE = Text(
    en="<b>{group}</b>: that change is no longer planned. Nothing was done.",
    es="<b>{group}</b>: ese cambio ya no está previsto. No se hizo nada.",
)

GOODBYE_SOON = Text(en="Your pair changes soon.", es="Tu pareja de apoyo cambia pronto.")
GOODBYE = Text(
    en="Your time with <b>{names}</b> ends on {day}. A thank-you is a good goodbye.",
    es="Tu tiempo con <b>{names}</b> termina el {day}. Un gracias es una buena despedida.",
)
SOMEBODY_NEW = Text(
    en="Then I'll ask you about somebody new. It is nothing that either of you did: the pairs of the whole group change.",
    es="Entonces te preguntaré por alguien nuevo. No es por nada que hicieran: cambian las parejas de todo el grupo.",
)
GOES_ON = Text(
    en="A change of plan: your pair with <b>{names}</b> goes on for now.",
    es="Cambio de planes: tu pareja con <b>{names}</b> sigue por ahora.",
)
TIME_ENDED = Text(
    en="Your time with <b>{names}</b> has come to an end; what you gave each other stays.",
    es="Tu tiempo con <b>{names}</b> llegó a su fin; lo que se dieron queda.",
)
