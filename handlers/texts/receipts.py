"""Words of what a check-in hands back: what was recorded, the last week, one honest remark; no praise, no blame, no promise."""

from domain.items import CRAVING, MOOD, SLEEP
from handlers.texts.words import Text

DONE = Text(en="Done, thank you. {answers}.", es="Listo, gracias. {answers}.")
DONE_PLAIN = Text(en="Done, thank you for being here.", es="Listo, gracias por estar aquí.")
KEPT = Text(en="Kept: {answers}.", es="Guardado: {answers}.")
FOR_DAY = Text(en="<i>For {day}, added later.</i>", es="<i>Para el {day}, agregado después.</i>")
SHORT_KEPT = Text(en="Nothing else to report, as you said.", es="Nada más que contar, como dijiste.")
NOTE_KEPT = Text(en="Your note is kept, for you alone.", es="Tu nota está guardada, solo para ti.")
VOICE_KEPT = Text(
    en="Your voice note is kept, for you alone.", es="Tu nota de voz está guardada, solo para ti."
)
TELLING = Text(
    en="I'm letting {names} know that this is a hard moment.",
    es="Le aviso a {names} que este es un momento difícil.",
)
WEEK = Text(
    en="Your last 7 days, {gap}\u00a0for\u00a0no\u00a0answer:",
    es="Tus últimos 7 días, {gap}\u00a0sin\u00a0respuesta:",
)
WEEK_UNTIL = Text(
    en="The 7 days up to {day}, {gap}\u00a0for\u00a0no\u00a0answer:",
    es="Los 7 días hasta el {day}, {gap}\u00a0sin\u00a0respuesta:",
)
WEEK_SHORT = Text(
    en="<code>{line}</code> mood · {answered} of {asked} days asked",
    es="<code>{line}</code> ánimo · {answered} de {asked} días",
)
SPARK = Text(en="<code>{line}</code> {name}", es="<code>{line}</code> {name}")
SPARK_NAMES = {
    MOOD: Text(en="mood", es="ánimo"),
    CRAVING: Text(en="craving", es="ganas de consumir"),
}
ANSWERED = Text(
    en="Answered on {answered} of {asked} days asked.", es="Respondiste {answered} de {asked} días."
)
RUN = Text(
    en="Answered on {answered} of {asked} days asked, {run} in a row now.",
    es="Respondiste {answered} de {asked} días, ya van {run} seguidos.",
)
OBSERVED = {
    MOOD: Text(
        en="Your mood is {value} today; the middle of your last {answers} answers is {usual}.",
        es="Tu ánimo hoy es {value}; el punto medio de tus últimas {answers} respuestas es {usual}.",
    ),
    CRAVING: Text(
        en="Your craving is {value} today; the middle of your last {answers} answers is {usual}.",
        es="Tus ganas de consumir hoy son {value}; el punto medio de tus últimas {answers} respuestas es {usual}.",
    ),
    SLEEP: Text(
        en="Your sleep is {value} today; the middle of your last {answers} answers is {usual}.",
        es="Tu sueño hoy es {value}; el punto medio de tus últimas {answers} respuestas es {usual}.",
    ),
}
