"""Words of check-ins: brief, without praise or blame for a number, and telling who will see an answer before it is given."""

from handlers.texts.words import Label, Text

CHECKIN_COMMAND = Label(en="Check in now", es="Hacer mi registro ahora")
YESTERDAY_COMMAND = Label(en="Add or correct yesterday", es="Agregar o corregir el de ayer")

DUE = Text(en="Time for your check-in.", es="Es hora de tu registro.")
REMINDER = Text(
    en="Your check-in is still open. It takes half a minute, and any part of it counts.",
    es="Tu registro sigue abierto. Toma medio minuto, y cualquier parte cuenta.",
)
START = Label(en="Start", es="Empezar")
GO_ON = Label(en="Go on", es="Seguir")
LATER = Label(en="Later", es="Más tarde")
NOT_NOW = Label(en="Not now", es="Ahora no")
WHEN = Text(en="When shall I ask again?", es="¿Cuándo te pregunto otra vez?")
IN_MINUTES = Label(en="In {number} minutes", es="En {number} minutos")
IN_ONE_HOUR = Label(en="In 1 hour", es="En 1 hora")
IN_HOURS = Label(en="In {number} hours", es="En {number} horas")
PUT_OFF = Text(en="All right. I'll ask again at {time}.", es="Está bien. Te pregunto otra vez a las {time}.")
START_NOW = Label(en="Start now", es="Empezar ahora")
TOO_LATE = Label(
    en="It's too late today to put it off. You can start now, or leave this one out.",
    es="Hoy ya es tarde para dejarlo para después. Puedes empezar ahora o dejarlo por hoy.",
)
DECLINED = Text(
    en="All right, not this one. It doesn't count against you.",
    es="Está bien, este no. No cuenta en tu contra.",
)
CHECK_IN_AFTER_ALL = Label(en="Check in after all", es="Hacerlo de todos modos")
CLOSED = Text(
    en="This check-in has closed. Nothing to catch up on: you can start a new one whenever you like.",
    es="Este registro ya cerró. No hay nada que recuperar: puedes empezar otro cuando quieras.",
)
CLOSED_KEPT = Text(
    en="This check-in has closed. What you answered is kept: {answers}.",
    es="Este registro ya cerró. Lo que respondiste está guardado: {answers}.",
)
CHECK_IN_NOW = Label(en="Check in now", es="Hacer mi registro ahora")
STOPPED = Text(
    en="All right, we stop here. Kept: {answers}.", es="Está bien, aquí paramos. Guardado: {answers}."
)
STOPPED_WORDS = Text(
    en="All right, we stop here. Your words are kept.",
    es="Está bien, aquí paramos. Tus palabras están guardadas.",
)
ALL_SKIPPED = Text(en="All right. Thank you for being here.", es="Está bien. Gracias por estar aquí.")
GO_ON_AFTER_ALL = Label(en="Go on after all", es="Seguir de todos modos")

WELCOME = Text(
    en="Good to see you, {name}. Nothing to catch up on.",
    es="Qué bueno verte, {name}. No hay nada que recuperar.",
)
WELCOME_PLAIN = Text(
    en="Good to see you. Nothing to catch up on.", es="Qué bueno verte. No hay nada que recuperar."
)
WELCOME_QUESTION = Text(
    en="<b>How are you today?</b>\n0 very bad, 10 very good.",
    es="<b>¿Cómo estás hoy?</b>\n0 muy mal, 10 muy bien.",
)
WELCOME_SHORT = Label(en="Short check-in", es="Registro corto")
WELCOME_NOTE = Label(en="Just a note", es="Solo una nota")
WELCOME_NOT_TODAY = Label(en="Not today", es="Hoy no")

SHORT = Text(
    en="Today one number can be enough. From {least} on it also says: <b>nothing else to report</b>.",
    es="Hoy puede bastar un número. Desde el {least} también dice: <b>nada más que contar</b>.",
)
SHORT_USE = Text(
    en="Today one number can be enough. From {least} on it also says: <b>nothing else to report, no use, no strong "
    "craving</b>.",
    es="Hoy puede bastar un número. Desde el {least} también dice: <b>nada más que contar, sin consumo, sin ganas "
    "fuertes</b>.",
)
ALL_QUESTIONS = Label(en="All the questions", es="Todas las preguntas")
SOMETHING_DIFFERENT = Label(en="Something is different", es="Hoy hay algo distinto")
FOR_YESTERDAY = Text(
    en="<i>For yesterday, {day}. I'll mark it as added later.</i>",
    es="<i>Para ayer, {day}. Lo marco como agregado después.</i>",
)

MARK = Text(en="<i>{number} of {count} · {seen}</i>", es="<i>{number} de {count} · {seen}</i>")
MARK_ONE = Text(en="<i>{seen}</i>", es="<i>{seen}</i>")
SEEN_BY_FACILITATOR = Text(en="seen by you and your facilitator", es="lo ven tú y quien facilita tu grupo")
SEEN_BY_PARTNER_TOO = Text(
    en="seen by you, your facilitator and your partner",
    es="lo ven tú, quien facilita tu grupo y tu compañía",
)
SEEN_BY_NOBODY = Text(en="seen by you alone", es="solo lo ves tú")
YOU_SAID = Text(en="Before, you said: {answer}.", es="Antes dijiste: {answer}.")
YOU_SKIPPED = Text(en="Before, you skipped this.", es="Antes saltaste esta pregunta.")

BACK = Label(en="Back", es="Atrás")
SKIP = Label(en="Skip", es="Saltar")
NOTHING_TO_ADD = Label(en="Nothing to add", es="Nada más")
REMOVE = Label(en="Remove my answer", es="Quitar mi respuesta")
STOP = Label(en="Stop", es="Parar")
LEAVE_AS_IS = Label(en="Leave it as it is", es="Dejarlo así")
WHY = Label(en="Why am I asked this?", es="¿Por qué me preguntas esto?")

NOT_A_NUMBER = Text(
    en="I couldn't read that as 0 to 10. You can tap a number or write one, like 7.",
    es="No pude leer eso como un número de 0 a 10. Puedes tocar un número o escribirlo, por ejemplo 7.",
)
NOT_ABOUT_USE = Text(
    en="I couldn't read that. You can tap an answer, or write yes, no, or rather not say.",
    es="No pude leer eso. Puedes tocar una respuesta, o escribir sí, no, o prefiero no decirlo.",
)
NOT_YES_OR_NO = Text(
    en="I couldn't read that. You can tap an answer, or write yes or no.",
    es="No pude leer eso. Puedes tocar una respuesta, o escribir sí o no.",
)
NOT_A_CHOICE = Text(
    en="I couldn't read that as one of the answers. You can tap one, or skip.",
    es="No pude leer eso como una de las respuestas. Puedes tocar una, o saltarla.",
)
FORWARDED = Text(
    en="That was forwarded, and it may be somebody else's words, so I didn't take it as your answer.",
    es="Eso era reenviado, y quizá son palabras de otra persona, así que no lo tomé como tu respuesta.",
)
ONLY_WORDS = Text(
    en="I can keep words and voice notes here, so that one wasn't saved; it stays in this chat. You can write or say it, "
    "or skip.",
    es="Aquí puedo guardar palabras y notas de voz, así que eso no se guardó; sigue en este chat. Puedes escribirlo o "
    "decirlo, o saltarlo.",
)
WORDS_KEPT = Text(
    en="I kept your words. The rest of it I can't keep for now; it stays in this chat.",
    es="Guardé tus palabras. Lo demás no lo puedo guardar por ahora; sigue en este chat.",
)
CUT = Text(
    en="That was long: I kept the first {limit} characters. For the rest, /note is a good place.",
    es="Era largo: guardé los primeros {limit} caracteres. Para el resto, /note es un buen lugar.",
)
CORRECTED = Text(
    en="I changed your answer to what your message says now.",
    es="Cambié tu respuesta por lo que tu mensaje dice ahora.",
)
ADDED = Text(en="Added to your note.", es="Lo agregué a tu nota.")
OUTDATED = Label(
    en="That button is from an earlier question, so I left it alone. Here is where we are.",
    es="Ese botón es de una pregunta anterior, así que no cambié nada. Aquí estamos.",
)
CLOSED_NOTICE = Label(
    en="That check-in has closed, so I left it as it is.",
    es="Ese registro ya cerró, así que quedó como está.",
)

CLOSED_EDIT = Text(
    en="That check-in has closed, so I left it as it is. For yesterday there is /yesterday.",
    es="Ese registro ya cerró, así que quedó como está. Para el de ayer está /yesterday.",
)
OTHER = Label(en="Another check-in is open", es="Hay otro registro abierto")
CHANGE = Label(en="Change an answer", es="Cambiar una respuesta")
WHICH = Text(en="Which answer would you like to change?", es="¿Qué respuesta quieres cambiar?")
