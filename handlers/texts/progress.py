"""Words of looking back: figures with their counts and their rule, never a verdict."""

from domain.items import CONFIDENCE, CRAVING, MOOD, SLEEP, TENSION
from domain.retrospect import Theme
from handlers.pictures.marks import Mark
from handlers.texts.words import Label, Text

PROGRESS_COMMAND = Label(en="My days as a picture", es="Mis días en una imagen")

WHICH_GROUP = Text(en="Which group do you mean?", es="¿A cuál grupo te refieres?")
TITLE = Label(en="Your last {number} days", es="Tus últimos {number} días")
HEADING = Text(en="<b>Your last {number} days</b>", es="<b>Tus últimos {number} días</b>")
PERIOD = Label(en="{first} to {last}", es="{first} a {last}")
IN_WORDS = Text(
    en="<blockquote expandable>In words\n{words}</blockquote>",
    es="<blockquote expandable>En palabras\n{words}</blockquote>",
)
NOTHING_YET = Text(
    en="There are no answers in these {number} days yet. After the first check-in there is something to see here.",
    es="Todavía no hay respuestas en estos {number} días. Después del primer registro habrá algo que ver aquí.",
)
ANSWERED_ONE = Text(
    en="Asked on {number} day, answered on {answered}; unanswered days aren't counted in any number.",
    es="Se te preguntó en {number} día y respondiste en {answered}; los días sin respuesta no cuentan en ningún número.",
)
ANSWERED = Text(
    en="Answered on {answered} of {number} days asked; unanswered days aren't counted in any number.",
    es="Respondiste {answered} de los {number} días en que se te preguntó; los días sin respuesta no cuentan en ningún "
    "número.",
)
FIGURES = Text(
    en="{name}: {number} answers, average {mean}, from {lowest} to {highest}.",
    es="{name}: {number} respuestas, promedio {mean}, de {lowest} a {highest}.",
)
ONE_FIGURE = Text(en="{name}: {number} answer, {lowest}.", es="{name}: {number} respuesta, {lowest}.")
OTHER_DAYS = Text(en="Other days: {kinds}.", es="Otros días: {kinds}.")
KIND = Text(en="{name} {number}", es="{name} {number}")
SHORT_AND_LATE = Text(
    en="Short check-ins: {short}. Answered or changed later: {late}.",
    es="Registros cortos: {short}. Respondidos o cambiados después: {late}.",
)
USES = Text(en="Reported use: {days}.", es="Consumo reportado: {days}.")
TOLD = Text(en="Your facilitator was told: {days}.", es="Se avisó a quien facilita: {days}.")
AND_EARLIER = Text(en="{days} and {number} earlier", es="{days} y {number} antes")
SINCE = Text(en="{name} from {day}.", es="{name} desde {day}.")
SEVERAL = Text(
    en="A day with several check-ins shows its strongest craving, and the latest answer to everything else.",
    es="Un día con varios registros muestra las ganas más fuertes y la última respuesta a todo lo demás.",
)
ONLY_YOU = Text(
    en="<i>Your facilitator sees these answers too; the picture is here for you.</i>",
    es="<i>Quien facilita tu grupo también ve estas respuestas; la imagen está aquí para ti.</i>",
)
DAYS = Label(en="{number} days", es="{number} días")
SHOWN_DAYS = Label(en="✓ {number} days", es="✓ {number} días")
DRAW_IN = {
    Theme.DARK: Label(en="Dark picture", es="Imagen oscura"),
    Theme.LIGHT: Label(en="Light picture", es="Imagen clara"),
}

LINES = {
    MOOD: Label(en="Mood", es="Ánimo"),
    CRAVING: Label(en="Craving", es="Ganas de consumir"),
    TENSION: Label(en="Tension", es="Tensión"),
    CONFIDENCE: Label(en="Confidence", es="Confianza"),
    SLEEP: Label(en="Sleep", es="Sueño"),
}
SCALES = {
    MOOD: Label(en="0 very bad, 10 very good", es="0 muy mal, 10 muy bien"),
    CRAVING: Label(
        en="0 none, 10 the strongest you've known", es="0 ninguna, 10 las más fuertes que conoces"
    ),
    TENSION: Label(en="0 none, 10 very tense", es="0 ninguna, 10 mucha"),
}
MANY_FIGURES = Label(en="{count} answers, average {mean}", es="{count} respuestas, promedio {mean}")
ONE_ANSWER = Label(en="1 answer", es="1 respuesta")
MEAN_ALONE = Label(en="average {mean}", es="promedio {mean}")
NO_FIGURES = Label(en="no answers", es="sin respuestas")
NOTE = Label(
    en="All scales run from 0 to 10. A gap: no answer.",
    es="Todas las escalas van de 0 a 10. Hueco: sin respuesta.",
)
MARKS = {
    Mark.FULL: Label(en="checked in", es="registrado"),
    Mark.PARTLY: Label(en="in part", es="en parte"),
    Mark.SHORT: Label(en="short check-in", es="registro corto"),
    Mark.LATE: Label(en="answered later", es="respondido después"),
    Mark.MISSED: Label(en="not answered", es="sin responder"),
    Mark.SKIPPED: Label(en="skipped", es="omitido"),
    Mark.PAUSED: Label(en="paused", es="en pausa"),
    Mark.UNREACHABLE: Label(en="messages didn't arrive", es="no llegaban los mensajes"),
    Mark.EXCUSED: Label(en="our outage", es="falla nuestra"),
    Mark.USE: Label(en="reported use", es="consumo reportado"),
    Mark.TOLD: Label(en="facilitator was told", es="se avisó a quien facilita"),
}
PHASE = Label(en="Phase {phase}", es="Fase {phase}")
