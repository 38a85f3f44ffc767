"""Words around questionnaires: what each is, who sees it, what its number means. The published wordings stand elsewhere."""

from domain.instruments.version import Kind
from handlers.texts.words import Label, Text

MEASURES_COMMAND = Label(
    en="Questionnaires: what waits, what was done", es="Cuestionarios: pendientes y hechos"
)

OFFER = Label(en="Questionnaire: {number} questions", es="Cuestionario: {number} preguntas")
OFFER_REST = Label(en="Go on with {name}: {number} left", es="Seguir con {name}: faltan {number}")

ABOUT = {
    Kind.PHQ2: Text(
        en="Two questions about your mood in the last two weeks.",
        es="Dos preguntas sobre tu ánimo en las últimas dos semanas.",
    ),
    Kind.PHQ9: Text(
        en="Questions about low mood and what often comes with it, in the last two weeks.",
        es="Preguntas sobre el ánimo bajo y lo que suele acompañarlo, en las últimas dos semanas.",
    ),
    Kind.PHQ8: Text(
        en="Questions about low mood and what often comes with it, in the last two weeks.",
        es="Preguntas sobre el ánimo bajo y lo que suele acompañarlo, en las últimas dos semanas.",
    ),
    Kind.GAD2: Text(
        en="Two questions about worry in the last two weeks.",
        es="Dos preguntas sobre preocupaciones en las últimas dos semanas.",
    ),
    Kind.GAD7: Text(
        en="Questions about worry and tension in the last two weeks.",
        es="Preguntas sobre preocupación y tensión en las últimas dos semanas.",
    ),
    Kind.PHQ4: Text(
        en="Four questions about worry and mood in the last two weeks.",
        es="Cuatro preguntas sobre preocupación y ánimo en las últimas dos semanas.",
    ),
    Kind.WHO5: Text(
        en="Five questions about how well you have felt in the last two weeks.",
        es="Cinco preguntas sobre tu bienestar en las últimas dos semanas.",
    ),
    Kind.BAM: Text(
        en="Questions about health, alcohol and drugs, and what helps you in recovery.",
        es="Preguntas sobre salud, alcohol y drogas, y lo que te ayuda en tu recuperación.",
    ),
    Kind.BARC10: Text(
        en="Ten sentences about what carries you in recovery.",
        es="Diez frases sobre lo que te sostiene en tu recuperación.",
    ),
    Kind.PACS: Text(
        en="Five questions about wanting a drink. “This period” means the last 7 days.",
        es="Cinco preguntas sobre las ganas de beber. “This period” quiere decir los últimos 7 días.",
    ),
    Kind.K6: Text(
        en="Six questions about how you have felt in the last 30 days.",
        es="Seis preguntas sobre cómo te has sentido en los últimos 30 días.",
    ),
}
START = Text(en="<b>{title}</b>\n{about}", es="<b>{title}</b>\n{about}")
LENGTH_ONE = Text(en="{left} questions, about a minute.", es="{left} preguntas, más o menos un minuto.")
LENGTH = Text(en="{left} questions, about {number} minutes.", es="{left} preguntas, unos {number} minutos.")
WHO_SEES = Text(
    en="<b>{names}</b> can see your answers and the result. Your partner and the group can't.",
    es="<b>{names}</b> puede ver tus respuestas y el resultado. Tu compañía y el grupo no.",
)
FREE = Text(
    en="You can skip any question, and stop at any time.",
    es="Puedes saltar cualquier pregunta y parar cuando quieras.",
)
ONLY_IN_ENGLISH = Text(
    en="It is in English: I have no official version in your language.",
    es="Está en inglés: no tengo una versión oficial en español.",
)
TAKEN_OVER = Text(
    en="What you have answered already is taken over; nothing is asked twice.",
    es="Lo que ya respondiste se toma en cuenta; nada se pregunta dos veces.",
)
BEGIN = Label(en="Begin", es="Empezar")
GO_ON = Label(en="Go on", es="Seguir")
NOT_THIS_TIME = Label(en="Not this time", es="Esta vez no")
DECLINED = Text(
    en="All right, not this time. Nobody minds.", es="Está bien, esta vez no. Nadie te lo toma a mal."
)

STEM = Text(en="<i>{stem}</i>", es="<i>{stem}</i>")
ITEM = Text(en="<b>{item}</b>", es="<b>{item}</b>")
CHOICE = Text(en="{value} · {answer}", es="{value} · {answer}")
NUMBERED = Label(en="{value} · {answer}", es="{value} · {answer}")
THIS_PERIOD = Text(
    en="“This period” means the last 7 days.", es="“This period” quiere decir los últimos 7 días."
)
MARK = Text(
    en="{number} of {count} · <b>{names}</b> can see it",
    es="{number} de {count} · lo puede ver <b>{names}</b>",
)
YOU_SAID = Text(en="You said: {answer}.", es="Dijiste: {answer}.")
YOU_SKIPPED = Text(en="You skipped this one.", es="Esta la saltaste.")
AT_ONCE = Text(
    en="If you choose anything but the first answer, I tell <b>{names}</b> at once, and show you people to talk to.",
    es="Si eliges algo distinto de la primera respuesta, le aviso a <b>{names}</b> enseguida y te muestro con quién hablar.",
)
LEAVE_AS_IS = Label(en="Leave it as it is", es="Dejarlo así")
BACK = Label(en="Back", es="Atrás")
SKIP = Label(en="Skip", es="Saltar")
STOP = Label(en="Stop for now", es="Parar por ahora")

NOT_AN_ANSWER = Text(
    en="I couldn't read that as one of the answers. You can tap one, or write its words.",
    es="No pude leerlo como una de las respuestas. Puedes tocar una o escribir sus palabras.",
)
FORWARDED = Text(
    en="That is somebody else's message, so I didn't take it as your answer.",
    es="Ese mensaje es de otra persona, así que no lo tomé como tu respuesta.",
)
OUTDATED = Label(
    en="That button is from an earlier question, so I left it alone.",
    es="Ese botón es de una pregunta anterior, así que no cambié nada.",
)
CLOSED = Label(en="That questionnaire is closed.", es="Ese cuestionario ya cerró.")
STOPPED = Text(
    en="Stopped, and kept: {answered} of {count} answered. You can go on until {until}.",
    es="Lo dejo aquí y lo guardo: {answered} de {count} respondidas. Puedes seguir hasta el {until}.",
)
EXPIRED = Text(
    en="<b>{name}</b> closed on {until}. What you answered is kept; there is no result.",
    es="<b>{name}</b> cerró el {until}. Lo que respondiste queda guardado; no hay resultado.",
)

RESULT = Text(en="<b>{name}: {total} of {highest}</b>", es="<b>{name}: {total} de {highest}</b>")
RESULT_NO_TOTAL = Text(en="<b>{name}: done</b>", es="<b>{name}: listo</b>")
BAND = Text(en="{band} ({lowest} to {highest})", es="{band} ({lowest} a {highest})")
NO_TOTAL = Text(
    en="There is no total this time: {missing} of the scored questions have no answer, and the published scoring needs "
    "all of them. Your answers are kept.",
    es="Esta vez no hay total: {missing} de las preguntas que cuentan no tienen respuesta, y el puntaje publicado las "
    "necesita todas. Tus respuestas quedan guardadas.",
)
MEANS = {
    Kind.PHQ2: Text(en="More points: more days with low mood.", es="Más puntos: más días con el ánimo bajo."),
    Kind.PHQ9: Text(
        en="More points: more days with signs of low mood.",
        es="Más puntos: más días con señales de ánimo bajo.",
    ),
    Kind.PHQ8: Text(
        en="More points: more days with signs of low mood.",
        es="Más puntos: más días con señales de ánimo bajo.",
    ),
    Kind.GAD2: Text(en="More points: more days with worry.", es="Más puntos: más días con preocupación."),
    Kind.GAD7: Text(
        en="More points: more days with worry and tension.",
        es="Más puntos: más días con preocupación y tensión.",
    ),
    Kind.PHQ4: Text(
        en="More points: more days with worry or low mood.",
        es="Más puntos: más días con preocupación o ánimo bajo.",
    ),
    Kind.WHO5: Text(en="More points: a better two weeks.", es="Más puntos: dos semanas mejores."),
    Kind.BAM: Text(
        en="Each sum stands alone; the single answers say the most.",
        es="Cada suma vale por sí sola; lo que más dice es cada respuesta.",
    ),
    Kind.BARC10: Text(
        en="More points: more that carries you in recovery.", es="Más puntos: más cosas que te sostienen."
    ),
    Kind.PACS: Text(
        en="More points: stronger craving in the last 7 days.",
        es="Más puntos: más ganas en los últimos 7 días.",
    ),
    Kind.K6: Text(en="More points: a harder month.", es="Más puntos: un mes más difícil."),
}
AT_LEAST = Text(
    en="From {value} on, a closer look together is advised.",
    es="Desde {value} conviene mirarlo más de cerca, en compañía.",
)
AT_MOST = Text(
    en="At {value} or less, a closer look together is advised.",
    es="Con {value} o menos conviene mirarlo más de cerca, en compañía.",
)
REMISSION = Text(
    en="In the study behind it, {value} or more was usual in lasting remission.",
    es="En el estudio de origen, {value} o más era lo habitual en una remisión duradera.",
)
PARTS = {
    "use": Text(en="Use", es="Consumo"),
    "risk": Text(en="Risk", es="Riesgo"),
    "protective": Text(en="What protects", es="Lo que protege"),
    "anxiety": Text(en="Worry", es="Preocupación"),
    "depression": Text(en="Low mood", es="Ánimo bajo"),
}
PART = Text(en="• {part}: {value} of {highest}. {limit}", es="• {part}: {value} de {highest}. {limit}")
PART_NO_SUM = Text(
    en="• {part}: no sum, a question has no answer.", es="• {part}: sin suma, falta una respuesta."
)
LAST_TIME = Text(en="Last time ({day}): {total}.", es="La vez anterior ({day}): {total}.")
LIMITS = Text(
    en="This is a screening, not a diagnosis. One number never tells the whole story.",
    es="Esto es una prueba de detección, no un diagnóstico. Un número nunca cuenta toda la historia.",
)
CLOSER_LOOK = Text(
    en="Some answers ask for a closer look. If you like, go on with <b>{name}</b>: {left} more questions. "
    "What you have answered is taken over. You have until {until}.",
    es="Algunas respuestas piden mirar más de cerca. Si quieres, sigue con <b>{name}</b>: {left} preguntas más. "
    "Lo que respondiste se toma en cuenta. Tienes hasta el {until}.",
)
GO_ON_WITH = Label(en="Go on: {number} more", es="Seguir: {number} más")
DEVELOPERS = Text(en="<i>{line}</i>", es="<i>{line}</i>")

SEE_RESULT = Label(en="Back to the result", es="Volver al resultado")
BACK_TO_QUESTIONS = Label(en="Back to the questions", es="Volver a las preguntas")

LIST_BUTTON = Label(en="All questionnaires", es="Todos los cuestionarios")
LIST = Text(en="<b>Questionnaires</b>", es="<b>Cuestionarios</b>")
NOTHING_WAITS = Text(
    en="Nothing waits for you. I offer at most one a day, below a check-in.",
    es="No hay nada pendiente. Ofrezco uno al día como mucho, debajo de un registro.",
)
NONE_WAITS = Label(
    en="Nothing waits here any more: it's done, or its day has passed. Nothing to catch up on.",
    es="Aquí ya no hay nada pendiente: está hecho o ya pasó su día. No hay nada que recuperar.",
)
WAITS = Text(en="Waiting: <b>{name}</b>, {left} questions.", es="Pendiente: <b>{name}</b>, {left} preguntas.")
WAITS_UNTIL = Text(
    en="Begun: <b>{name}</b>, {left} questions left, until {until}.",
    es="Empezado: <b>{name}</b>, faltan {left} preguntas, hasta el {until}.",
)
DONE = Text(en="Done so far:", es="Hechos hasta ahora:")
DONE_LINE = Text(en="• {name}, {day}: {total} of {highest}", es="• {name}, {day}: {total} de {highest}")
DONE_LINE_PLAIN = Text(en="• {name}, {day}", es="• {name}, {day}")
DONE_LINE_PARTS = Text(en="• {name}, {day}: {sums}", es="• {name}, {day}: {sums}")
DONE_LINE_NO_TOTAL = Text(
    en="• {name}, {day}: no total, some questions were skipped",
    es="• {name}, {day}: sin total, faltan respuestas",
)
SUM = Text(en="{part} {value}", es="{part} {value}")
DONE_BUTTON = Label(en="{name} · {day}", es="{name} · {day}")

REFUSALS = {
    "measures.not_waiting": Text(
        en="That questionnaire isn't waiting any more. You find all of them in /measures.",
        es="Ese cuestionario ya no está pendiente. Los encuentras todos en /measures.",
    ),
    "measures.no_such_version": Text(
        en="There is no questionnaire called {instrument}. See: tandem measures list",
        es="No hay ningún cuestionario que se llame {instrument}. Mira: tandem measures list",
    ),
}
