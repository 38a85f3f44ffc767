"""Words of what partners are asked together; each sees the other's part after their own, and leaving out is always fine."""

from domain.exchanges import Kept, Kind, Talked
from handlers.texts.words import Label, Text

FIRST_LINE = {
    Kind.LISTENING: Text(en="A small exercise for you two.", es="Un pequeño ejercicio para ustedes."),
    Kind.CHECKIN: Text(en="A question for you two.", es="Una pregunta para ustedes."),
    Kind.COMMITMENT: Text(en="A new week for you two.", es="Una semana nueva para ustedes."),
    Kind.TALKED: Text(en="A short question about the week.", es="Una pregunta corta sobre la semana."),
    Kind.REVIEW: Text(en="A look back on the week.", es="Una mirada a la semana."),
}
SHARE = Text(
    en="Write <b>{names}</b> two sentences about something that went well lately, or that was hard. "
    "Then you'll each write back what you heard.",
    es="Escribe a <b>{names}</b> dos frases sobre algo que salió bien hace poco, o que fue difícil. "
    "Después, cada quien responde con lo que entendió.",
)
HEARD = Text(
    en="Now the listening. In a sentence or two, write back what you heard. You can begin with: "
    "“What I heard you say is…” No advice, nothing to fix.",
    es="Ahora, a escuchar. En una o dos frases, responde con lo que entendiste. Puedes empezar con: "
    "“Lo que te oí decir es…” Sin consejos y sin arreglar nada.",
)
COMMITMENT = Text(
    en="Which one small thing do you want to do this week? Small is good. <b>{names}</b> is asked the same.",
    es="¿Qué cosa pequeña quieres hacer esta semana? Que sea pequeña está bien. A <b>{names}</b> le pregunto lo mismo.",
)
TALKED = Text(
    en="Did you and <b>{names}</b> talk this week? Your facilitator sees only how many pairs talked.",
    es="¿Hablaste con <b>{names}</b> esta semana? Quien facilita tu grupo ve solo cuántas parejas hablaron.",
)
REVIEW = Text(
    en="Your small thing for this week was: <tg-spoiler>“{plan}”</tg-spoiler>\nHow did it go?",
    es="Tu cosa pequeña de esta semana era: <tg-spoiler>“{plan}”</tg-spoiler>\n¿Cómo te fue?",
)
AFTER_MINE = Text(
    en="You see what <b>{names}</b> answered after giving yours, and the other way round.",
    es="Ves lo que respondió <b>{names}</b> después de dar lo tuyo, y al revés.",
)

TALKED_ANSWERS = {
    Talked.YES: Label(en="Yes", es="Sí"),
    Talked.NOT_YET: Label(en="Not yet", es="Todavía no"),
}
RATHER_NOT = Label(en="Rather not say", es="Prefiero no decirlo")
KEPT_ANSWERS = {
    Kept.KEPT: Label(en="Kept", es="Lo hice"),
    Kept.PARTLY: Label(en="Partly", es="En parte"),
    Kept.NOT_THIS_TIME: Label(en="Not this time", es="Esta vez no"),
}
WRITE = Label(en="Write it", es="Escribirlo")
OWN_WORDS = Label(en="My own words", es="Con mis palabras")
ADD_WORDS = Label(en="Add a few words", es="Agregar unas palabras")
LEAVE_OUT = Label(en="Leave this one out", es="Dejar esta de lado")
WRITE_HEARD = Label(en="Write what I heard", es="Escribir lo que entendí")
NEVER_MIND = Label(en="Never mind", es="Mejor no")

WRITE_NOW = Text(
    en="Your next text is your answer, word for word. <b>{names}</b> sees it after giving their own.",
    es="Tu próximo texto es tu respuesta, tal cual. <b>{names}</b> la ve después de dar la suya.",
)
MINE = Text(en="You: <tg-spoiler>{part}</tg-spoiler>", es="Tú: <tg-spoiler>{part}</tg-spoiler>")
THEIRS = Text(
    en="<b>{name}</b>: <tg-spoiler>{part}</tg-spoiler>", es="<b>{name}</b>: <tg-spoiler>{part}</tg-spoiler>"
)
LEFT_OUT = Text(
    en="<b>{name}</b> leaves this one out. That's fine too.",
    es="<b>{name}</b> deja esta de lado. También está bien.",
)
NOT_YET = Text(
    en="<b>{name}</b> hasn't answered yet. I'll tell you when they do; there is no hurry.",
    es="<b>{name}</b> todavía no responde. Te aviso cuando lo haga; no hay prisa.",
)
NEVER_CAME = Text(
    en="<b>{name}</b> didn't get to this one. It happens.", es="<b>{name}</b> no llegó a esta. Pasa."
)
QUOTED = Text(en="“{words}”", es="“{words}”")
VALUE_AND_WORDS = Text(en="{value} · “{words}”", es="{value} · “{words}”")
I_LEFT_OUT = Text(
    en="All right, you leave this one out. Nothing is missing.",
    es="Está bien, esta la dejas de lado. No falta nada.",
)
THANKS_TALKED = Text(en="Thank you.", es="Gracias.")
REVEALED = Text(en="Your partner has answered too.", es="Tu compañía también respondió.")
CLOSED = Text(
    en="This one is over. The next comes by itself.", es="Esta ya terminó. La próxima llega por sí sola."
)
KEPT_ASIDE = Text(
    en="That one is over, so your words weren't passed on. I've put them aside for you.",
    es="Esa ya terminó, así que tus palabras no se pasaron. Las guardé aparte para ti.",
)
KEEP_AS_NOTE = Label(en="Keep as a note", es="Guardar como nota")
TEXT_ONLY = Text(
    en="For this I can take only text in your own words, so I kept nothing. You can type it.",
    es="Para esto solo puedo tomar texto con tus palabras, así que no guardé nada. Puedes escribirlo.",
)

THIS_WEEK = Text(en="<b>This week</b>", es="<b>Esta semana</b>")
OPEN_LISTENING = Label(en="Listening exercise", es="Ejercicio de escucha")
OPEN_CHECKIN = Label(en="Our question", es="Nuestra pregunta")
OPEN_COMMITMENT = Label(en="One small thing this week", es="Una cosa pequeña esta semana")

REFUSALS = {
    "exchanges.over": Text(
        en="That one is over, so nothing changed. The next comes by itself; /partner shows how things are.",
        es="Esa ya terminó, así que no cambió nada. La próxima llega por sí sola; /partner muestra cómo están las cosas.",
    ),
    "exchanges.too_long": Text(
        en="That's {length} characters, and up to {limit} fit here. A sentence or two is plenty. Nothing was kept.",
        es="Son {length} caracteres, y aquí caben {limit}. Una o dos frases bastan. No se guardó nada.",
    ),
    "exchanges.has_contacts": Text(
        en="Your words have <b>{contacts}</b> in them. With that, you could be found outside of here, so I kept nothing. "
        "Please write it once more without.",
        es="Tus palabras llevan <b>{contacts}</b>. Con eso te podrían encontrar fuera de aquí, así que no guardé nada. "
        "Por favor escríbelo de nuevo sin eso.",
    ),
}
