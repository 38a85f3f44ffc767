"""Words of why an alert was raised: what was read, and the rule with the threshold that held; never a verdict."""

from domain.items import CONFIDENCE, CRAVING, MOOD, SLEEP, TENSION
from domain.setbacks import Rule
from handlers.texts.words import Label, Text

RULES = {
    Rule.USE: Text(
        en="Reported use. Rule: any use that is reported.",
        es="Informó consumo. Regla: cualquier consumo que se informa.",
    ),
    Rule.CRAVING: Text(
        en="Craving {value}{beside}. Rule: craving {threshold} or more.",
        es="Ganas de consumir: {value}{beside}. Regla: {threshold} o más.",
    ),
    Rule.MOOD: Text(
        en="Mood {value}{beside}. Rule: mood {threshold} or less.",
        es="Ánimo: {value}{beside}. Regla: {threshold} o menos.",
    ),
    Rule.MISSED: Text(
        en="{value} check-ins in a row without an answer. Rule: {threshold} in a row.",
        es="{value} registros seguidos sin respuesta. Regla: {threshold} seguidos.",
    ),
    Rule.SOS: Text(
        en="Asked for help now, {when}. Rule: the button or /sos.",
        es="Pidió ayuda ahora, {when}. Regla: el botón o /sos.",
    ),
    Rule.ITEM9: Text(
        en="Item 9 of the PHQ-9, thoughts of death or self-harm: {value} of 3, {when}. Rule: {threshold} or more.",
        es="Pregunta 9 del PHQ-9, pensamientos de muerte o de lastimarse: {value} de 3, {when}. Regla: {threshold} o más.",
    ),
    Rule.SLIPS: Text(
        en="{value} returns to use in 30 days. Rule: 3 or more. A look at the level of care may help.",
        es="{value} veces de consumo en 30 días. Regla: 3 o más. Puede ayudar revisar el nivel de atención.",
    ),
    Rule.CRISIS: Text(
        en="Wrote words that may mean danger to life, {when}. Rule: words alone; a rule can be wrong.",
        es="Escribió palabras que pueden indicar peligro para la vida, {when}. Regla: solo palabras; una regla puede equivocarse.",
    ),
    Rule.THREAT: Text(
        en="Wrote words that may mean danger to somebody else, {when}. Rule: words alone; a rule can be wrong. "
        "What follows is for you to decide.",
        es="Escribió palabras que pueden indicar peligro para otra persona, {when}. Regla: solo palabras; una regla puede "
        "equivocarse. Lo que sigue lo decides tú.",
    ),
    Rule.MISSED_SOON: Text(
        en="{value} check-ins in a row without an answer. Rule to watch: {threshold} in a row.",
        es="{value} registros seguidos sin respuesta. Regla a seguir: {threshold} seguidos.",
    ),
    Rule.MISSED_OFTEN: Text(
        en="{value} of the last {recent} check-ins without an answer. Rule: {threshold} of {recent}.",
        es="{value} de los últimos {recent} registros sin respuesta. Regla: {threshold} de {recent}.",
    ),
    Rule.COMBINED: Text(
        en="{value} check-ins in a row without an answer, after use on {day}. Rule: {from_} in a row within {days} days of use.",
        es="{value} registros seguidos sin respuesta, después de consumo el {day}. "
        "Regla: {from_} seguidos en los {days} días después de un consumo.",
    ),
    Rule.MEASURE: Text(
        en="{measure}: {total} now, {before} before. Rule: worse by {threshold} points or more.",
        es="{measure}: ahora {total}, antes {before}. Regla: peor en {threshold} puntos o más.",
    ),
    Rule.SHIFT: Text(
        en="Worse than is usual for them for about {value} days: {signals}. Rule: a chart of their own days. "
        "Where nothing had changed it was wrong about once in four months.",
        es="Peor que lo habitual en su caso desde hace unos {value} días: {signals}. Regla: una gráfica de sus propios días. "
        "Donde nada había cambiado, se equivocó más o menos una vez cada cuatro meses.",
    ),
    Rule.NO_SHOW: Text(
        en="Was missing at the session of {day} without a word; {value} in four weeks. Rule: a facilitator marked it.",
        es="Faltó a la sesión del {day} sin avisar; {value} en cuatro semanas. Regla: lo marcó quien facilita.",
    ),
    Rule.REPORT: Text(
        en="{partner} reported a message from them ({when}).",
        es="{partner} reportó un mensaje suyo ({when}).",
    ),
    Rule.CONCERN: Text(
        en="<b>{partner}</b>, a partner, is worried ({when}). Only you see who said it.",
        es="<b>{partner}</b>, su compañía, tiene una preocupación ({when}). Solo tú ves quién lo dijo.",
    ),
}
CAUSE = Text(en="• {cause}", es="• {cause}")
USUAL = Text(en=" (usual: {usual})", es=" (lo habitual: {usual})")
IN_A_ROW = Text(en=", {number} check-ins in a row", es=", {number} registros seguidos")
CORRECTED = Text(en=", since corrected to {value}", es=", corregido después a {value}")
SEVERE_MEASURE = Text(
    en="{measure}: {total}. Rule: {threshold} or more for the first time.",
    es="{measure}: {total}. Regla: {threshold} o más por primera vez.",
)
SIGNALS = {
    MOOD: Label(en="mood", es="el ánimo"),
    TENSION: Label(en="tension", es="la tensión"),
    CRAVING: Label(en="craving", es="las ganas de consumir"),
    CONFIDENCE: Label(en="confidence", es="la confianza"),
    SLEEP: Label(en="sleep", es="el sueño"),
}
