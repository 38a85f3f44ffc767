"""Words of looking back: figures with their counts and their rule, never a verdict."""

from domain.items import CRAVING, MOOD, SLEEP
from handlers.texts.words import Label, Text

PROGRESS_COMMAND = Label(en="My days as a picture", es="Mis días en una imagen")

WHICH_GROUP = Text(en="Which group do you mean?", es="¿A cuál grupo te refieres?")
TITLE = Label(en="Your last {number} days", es="Tus últimos {number} días")
HEADING = Text(en="<b>Your last {number} days</b>", es="<b>Tus últimos {number} días</b>")
PERIOD = Label(en="{first} to {last}", es="{first} a {last}")
NOTHING_YET = Text(
    en="There are no answers in these {number} days yet. After the first check-in there is something to see here.",
    es="Todavía no hay respuestas en estos {number} días. Después del primer registro habrá algo que ver aquí.",
)
ANSWERED = Text(
    en="Answered on {answered} of {asked} days asked; unanswered days aren't counted in any number.",
    es="Respondiste {answered} de los {asked} días en que se te preguntó; los días sin respuesta no cuentan en ningún "
    "número.",
)
FIGURES = {
    MOOD: Text(
        en="Mood: {count} answers, average {mean}, from {lowest} to {highest}.",
        es="Ánimo: {count} respuestas, promedio {mean}, de {lowest} a {highest}.",
    ),
    CRAVING: Text(
        en="Craving: {count} answers, average {mean}, from {lowest} to {highest}.",
        es="Ganas de consumir: {count} respuestas, promedio {mean}, de {lowest} a {highest}.",
    ),
    SLEEP: Text(
        en="Sleep: {count} answers, average {mean}, from {lowest} to {highest}.",
        es="Sueño: {count} respuestas, promedio {mean}, de {lowest} a {highest}.",
    ),
}
ONE_FIGURE = {
    MOOD: Text(en="Mood: 1 answer, {lowest}.", es="Ánimo: 1 respuesta, {lowest}."),
    CRAVING: Text(en="Craving: 1 answer, {lowest}.", es="Ganas de consumir: 1 respuesta, {lowest}."),
    SLEEP: Text(en="Sleep: 1 answer, {lowest}.", es="Sueño: 1 respuesta, {lowest}."),
}
USES = Text(en="Reported use: {days}.", es="Consumo reportado: {days}.")
AND_EARLIER = Text(en="{days} and {number} earlier", es="{days} y {number} antes")
PAUSED_DAY = Text(en="Paused: 1 day.", es="En pausa: 1 día.")
PAUSED_DAYS = Text(en="Paused: {number} days.", es="En pausa: {number} días.")
ONLY_YOU = Text(
    en="<i>Your facilitator sees these answers too; the picture is here for you.</i>",
    es="<i>Quien facilita tu grupo también ve estas respuestas; la imagen está aquí para ti.</i>",
)
DAYS = Label(en="{number} days", es="{number} días")
SHOWN_DAYS = Label(en="✓ {number} days", es="✓ {number} días")

LINES = {
    MOOD: Label(en="Mood", es="Ánimo"),
    CRAVING: Label(en="Craving", es="Ganas de consumir"),
    SLEEP: Label(en="Bars: sleep, 0 to 10", es="Barras: sueño, 0 a 10"),
}
SCALES = {
    MOOD: Label(en="0 very bad, 10 very good", es="0 muy mal, 10 muy bien"),
    CRAVING: Label(en="0 none, 10 strongest known", es="0 ninguna, 10 las más fuertes"),
}
SHORT_FIGURES = Label(en="{count} answers, average {mean}", es="{count} respuestas, promedio {mean}")
SHORT_FIGURE = Label(en="1 answer", es="1 respuesta")
NO_FIGURES = Label(en="no answers", es="sin respuestas")
USE_MARK = Label(en="reported use", es="consumo reportado")
PAUSE_MARK = Label(en="paused", es="en pausa")
GAP_NOTE = Label(en="Gap: no answer", es="Hueco: sin respuesta")
