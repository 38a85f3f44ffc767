"""Words of check-ins: brief, without praise or blame for a number, and telling who will see an answer before it is given."""

from domain.items import (
    CRAVING,
    MOOD,
    NOTE,
    SLEEP,
    USE,
    Use,
)
from handlers.texts.words import Label, Text

CHECKIN_COMMAND = Label(en="Check in now", es="Hacer mi registro ahora")

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

QUESTIONS = {
    MOOD: Text(
        en="<b>How is your mood today?</b>\n0 is very bad, 10 is very good.",
        es="<b>¿Cómo está tu ánimo hoy?</b>\n0 es muy mal, 10 es muy bien.",
    ),
    CRAVING: Text(
        en="<b>Your strongest craving {since}?</b>\n0 is none, 10 is the strongest you've known.",
        es="<b>¿Tus ganas más fuertes de consumir {since}?</b>\n0 es ninguna, 10 son las más fuertes que has sentido.",
    ),
    SLEEP: Text(
        en="<b>How did you sleep last night?</b>\n0 is not at all, 10 is as well as you could wish.",
        es="<b>¿Cómo dormiste anoche?</b>\n0 es nada, 10 es tan bien como quisieras.",
    ),
    USE: Text(
        en="<b>Any use {since}?</b>\nEvery answer is welcome here, and rather not saying is one too.",
        es="<b>¿Consumiste algo {since}?</b>\nAquí cualquier respuesta es bienvenida, y preferir no decirlo también lo es.",
    ),
    NOTE: Text(
        en="<b>Anything you want to note?</b>\nJust write it, or skip.",
        es="<b>¿Quieres anotar algo?</b>\nSolo escríbelo, o sáltalo.",
    ),
}
SINCE_TODAY = Text(en="since earlier today", es="desde hace un rato")
SINCE_YESTERDAY = Text(en="since yesterday", es="desde ayer")
SINCE_DAY = Text(en="since {day}", es="desde el {day}")
SINCE_NOTHING = Text(en="in the last day", es="en el último día")

MARK = Text(en="<i>{number} of {count} · {seen}</i>", es="<i>{number} de {count} · {seen}</i>")
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
LEAVE_AS_IS = Label(en="Leave it as it is", es="Dejarlo así")
WHY = Label(en="Why am I asked this?", es="¿Por qué me preguntas esto?")
USES = {
    Use.NO: Label(en="No", es="No"),
    Use.YES: Label(en="Yes", es="Sí"),
    Use.RATHER_NOT_SAY: Label(en="Rather not say", es="Prefiero no decirlo"),
}
REASONS = {
    MOOD: Text(
        en="Mood has ups and downs that are hard to see from inside. Over weeks, a line shows what helps you and what "
        "wears you down. A very low mood is also a reason for your facilitator to ask how you are.",
        es="El ánimo sube y baja de formas que cuesta ver desde adentro. Con las semanas, una línea muestra qué te ayuda y "
        "qué te desgasta. Un ánimo muy bajo también es motivo para que quien facilita tu grupo te pregunte cómo estás.",
    ),
    CRAVING: Text(
        en="A strong craving is a moment to have company, not a fault. From {threshold} on, your facilitator is told, so "
        "that you don't have to carry it until the next session.",
        es="Unas ganas fuertes piden compañía, no son culpa tuya. Desde {threshold}, se le avisa a quien facilita tu grupo, "
        "para que no las cargues hasta la próxima sesión.",
    ),
    SLEEP: Text(
        en="After bad nights, cravings and low moods come more easily. Seeing it coming helps you plan a gentler day.",
        es="Después de noches malas, las ganas y el ánimo bajo llegan más fácil. Verlo venir te ayuda a planear un día más "
        "suave.",
    ),
    USE: Text(
        en="A return to use is something to talk about soon, while help is easiest. If you answer yes, your facilitator is "
        "told. If you'd rather not say, that is kept as exactly that, never as a yes or a no.",
        es="De volver a consumir conviene hablar pronto, cuando ayudar es más fácil. Si respondes que sí, se le avisa a "
        "quien facilita tu grupo. Si prefieres no decirlo, queda así, nunca como un sí ni como un no.",
    ),
    NOTE: Text(
        en="A few words of your own often say more than numbers when you look back. They are encrypted, and only you can "
        "read them here.",
        es="Unas palabras tuyas suelen decir más que los números cuando miras atrás. Se guardan cifradas y solo tú puedes "
        "leerlas aquí.",
    ),
}

NOT_A_NUMBER = Text(
    en="I couldn't read that as 0 to 10. You can tap a number or write one, like 7.",
    es="No pude leer eso como un número de 0 a 10. Puedes tocar un número o escribirlo, por ejemplo 7.",
)
NOT_ABOUT_USE = Text(
    en="I couldn't read that. You can tap an answer, or write yes, no, or rather not say.",
    es="No pude leer eso. Puedes tocar una respuesta, o escribir sí, no, o prefiero no decirlo.",
)
FORWARDED = Text(
    en="That was forwarded, and it may be somebody else's words, so I didn't take it as your answer.",
    es="Eso era reenviado, y quizá son palabras de otra persona, así que no lo tomé como tu respuesta.",
)
ONLY_TEXT = Text(
    en="I can only keep text for now, so that one wasn't saved; it stays in this chat. You can put it in words, or skip.",
    es="Por ahora solo puedo guardar texto, así que eso no se guardó; sigue en este chat. Puedes ponerlo en palabras, o "
    "saltarlo.",
)
WORDS_KEPT = Text(
    en="I kept your words. The rest of it I can't keep for now; it stays in this chat.",
    es="Guardé tus palabras. Lo demás no lo puedo guardar por ahora; sigue en este chat.",
)
CUT = Text(
    en="That was long: I kept the first {limit} characters. For the rest, /note is a good place.",
    es="Era largo: guardé los primeros {limit} caracteres. Para el resto, /note es un buen lugar.",
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

DONE = Text(en="Done, thank you. {answers}.", es="Listo, gracias. {answers}.")
DONE_PLAIN = Text(en="Done, thank you for being here.", es="Listo, gracias por estar aquí.")
KEPT = Text(en="Kept: {answers}.", es="Guardado: {answers}.")
VALUES = {
    MOOD: Text(en="mood {value}", es="ánimo {value}"),
    CRAVING: Text(en="craving {value}", es="ganas de consumir {value}"),
    SLEEP: Text(en="sleep {value}", es="sueño {value}"),
}
NOTE_KEPT = Text(en="Your note is kept, for you alone.", es="Tu nota está guardada, solo para ti.")
TELLING = Text(
    en="I'm letting {names} know that this is a hard moment.",
    es="Le aviso a {names} que este es un momento difícil.",
)
WEEK = Text(
    en="Your last 7 days, today on the right, {gap} is a day without an answer:",
    es="Tus últimos 7 días, hoy a la derecha, {gap} es un día sin respuesta:",
)
SPARK = Text(en="<code>{line}</code> {name}", es="<code>{line}</code> {name}")
NAMES = {
    MOOD: Text(en="mood", es="ánimo"),
    CRAVING: Text(en="craving", es="ganas de consumir"),
    SLEEP: Text(en="sleep", es="sueño"),
}
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
SKILL_CRAVING = Text(
    en="A craving usually rises, crests and passes, often in about twenty minutes. Slow breaths, cold water on your hands "
    "or a walk around the block can carry you over the top.",
    es="Las ganas suelen subir, llegar a su punto más alto y pasar, muchas veces en unos veinte minutos. Respirar despacio, "
    "agua fría en las manos o una vuelta a la manzana pueden llevarte hasta el otro lado.",
)
SKILL_MOOD = Text(
    en="On a day this heavy, one small thing is enough: a glass of water, an open window, a shower, a voice you like.",
    es="En un día tan pesado basta una cosa pequeña: un vaso de agua, una ventana abierta, una ducha, una voz que te guste.",
)
CHANGE = Label(en="Change an answer", es="Cambiar una respuesta")
WHICH = Text(en="Which answer would you like to change?", es="¿Qué respuesta quieres cambiar?")
ITEM_NAMES = {
    MOOD: Label(en="Mood", es="Ánimo"),
    CRAVING: Label(en="Craving", es="Ganas de consumir"),
    SLEEP: Label(en="Sleep", es="Sueño"),
    USE: Label(en="Use", es="Consumo"),
    NOTE: Label(en="Note", es="Nota"),
}
ITEM_WITH_VALUE = Label(en="{item}: {value}", es="{item}: {value}")
