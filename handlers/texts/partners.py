"""Words between partners: who sees what, writing, worrying, parting; nobody is blamed and no reason is asked."""

from domain.partners import ReadyAnswer
from handlers.texts.words import Label, Text

PARTNER_COMMAND = Label(en="My partner", es="Mi compañía")

YOUR_PARTNER = Text(en="your partner", es="tu compañía")

NO_PARTNER = Text(
    en="You have no partner right now. Your facilitator brings pairs together; I'll ask you before anything begins.",
    es="Por ahora no tienes compañía asignada. Quien facilita tu grupo forma las parejas; "
    "te preguntaré antes de que algo empiece.",
)
WHICH_PARTNER = Text(en="Which partner do you mean?", es="¿A quién te refieres?")
PARTNER_IN_GROUP = Label(en="{name} ({group})", es="{name} ({group})")

PAGE_TITLE = Text(en="<b>{names}</b> and you", es="<b>{names}</b> y tú")
CHECKED_IN = Text(en="{name} has checked in today.", es="{name} ya hizo su registro de hoy.")
NOT_YET = Text(en="{name}: no check-in yet today.", es="{name}: todavía sin registro hoy.")
NOT_SHARED = Text(
    en="{name} keeps to themselves whether they've checked in.",
    es="{name} prefiere no mostrar si hizo su registro.",
)
MOOD_SHOWN = Text(en="Mood today: {value} of 10", es="Ánimo hoy: {value} de 10")
CRAVING_SHOWN = Text(en="Craving today: {value} of 10", es="Ganas de consumir hoy: {value} de 10")
NOTE_SHOWN = Text(en="A note for you: “{quote}”", es="Una nota para ti: “{quote}”")

WRITE_TO = Label(en="Write to {name}", es="Escribir a {name}")
WRITE_TO_BOTH = Label(en="Write a message", es="Escribir un mensaje")
WORRIED = Label(en="I'm worried about {name}", es="Me preocupa {name}")
MORE = Label(en="More …", es="Más …")
MORE_ABOUT = Text(
    en="<b>More about you and {names}</b>\n"
    "Mute: what they send comes without a sound for eight hours. They aren't told.\n"
    "Block: no contact any more, at once and in every group. They aren't told that it was you.\n"
    "Report: shows a message to your facilitator.",
    es="<b>Más sobre ti y {names}</b>\n"
    "Silenciar: lo que te envíe llega sin sonido durante ocho horas. No se le avisa.\n"
    "Bloquear: ningún contacto más, de inmediato y en todos los grupos. No se le dice que fuiste tú.\n"
    "Reportar: muestra un mensaje a quien facilita tu grupo.",
)
END = Label(en="End this pairing", es="Terminar esta compañía")
BACK = Label(en="Back", es="Atrás")

END_ASKS = Text(
    en="End the pairing with <b>{names}</b>? It ends at once, and messages still on their way don't arrive.\n\n"
    "I'll tell {names} kindly, without a reason. Your facilitator can find you another partner.",
    es="¿Terminar la compañía con <b>{names}</b>? Termina de inmediato, y los mensajes en camino ya no llegan.\n\n"
    "Se lo diré a {names} con amabilidad y sin motivo. Quien facilita tu grupo puede buscarte otra compañía.",
)
END_YES = Label(en="End it", es="Terminar")
END_NO = Label(en="Keep it", es="Seguir")
ENDED_BY_ME = Text(
    en="The pairing with <b>{names}</b> has ended. You no longer see each other's days. "
    "Your facilitator can find you another partner when you like.",
    es="La compañía con <b>{names}</b> terminó. Ya no ven los días de cada quien. "
    "Quien facilita tu grupo puede buscarte otra compañía cuando quieras.",
)

WORRY_ASKS = Text(
    en="I'll ask <b>{facilitators}</b> to look in on <b>{name}</b>. {name} isn't told that you asked; "
    "{facilitators} can see that it was you.\n\n"
    "If a life may be in danger right now, don't wait for anyone here: call your local emergency number.",
    es="Le pediré a <b>{facilitators}</b> estar al tanto de <b>{name}</b>. No le diré a {name} que lo pediste; "
    "{facilitators} sí verá que fuiste tú.\n\n"
    "Si una vida puede estar en peligro ahora mismo, no esperes a nadie de aquí: llama al número de emergencias.",
)
WORRY_YES = Label(en="Yes, please tell them", es="Sí, avísale por favor")
WORRY_NO = Label(en="Not now", es="Ahora no")
WORRY_TOLD = Text(
    en="Thank you for looking out for <b>{name}</b>. I'm telling <b>{facilitators}</b> now. "
    "You don't have to carry this alone, and a plain hello from you is worth a lot.",
    es="Gracias por cuidar de <b>{name}</b>. Le estoy avisando ahora a <b>{facilitators}</b>. "
    "No tienes que cargar con esto a solas, y un simple hola tuyo vale mucho.",
)

WRITE_NOW = Text(
    en="Write to <b>{names}</b>: your next text goes to them, word for word, under the name you use here. "
    "Your account stays hidden.",
    es="Escribe a <b>{names}</b>: tu próximo texto llega tal cual, con el nombre que usas aquí. "
    "Tu cuenta queda oculta.",
)
NEVER_MIND = Label(en="Never mind", es="Mejor no")
STOPPED = Text(
    en="All right. What you type next goes to nobody.", es="Está bien. Lo que escribas ahora no va a nadie."
)
SENT_BEFORE = Label(en="That one has gone out already.", es="Ese ya salió antes.")
WRITE_ANOTHER = Label(en="Write another", es="Escribir otro")

HAS_CONTACTS = Text(
    en="Your message has <b>{contacts}</b> in it. With that, you could be found outside of here, "
    "and I couldn't take it back. It hasn't been sent. Send it anyway, or write it anew without?",
    es="Tu mensaje lleva <b>{contacts}</b>. Con eso te podrían encontrar fuera de aquí, "
    "y no podría deshacerlo. No se ha enviado. ¿Lo envío así, o lo escribes de nuevo sin eso?",
)
SEND_ANYWAY = Label(en="Send anyway", es="Enviar así")
DONT_SEND = Label(en="Don't send", es="No enviar")
TOO_MANY_READY = Label(
    en="That's {limit} messages within an hour. The next can go at {time}.",
    es="Son {limit} mensajes en una hora. El próximo puede salir a las {time}.",
)
SEND_NOW = Label(en="Send it now", es="Enviar ahora")
DROPPED = Text(
    en="Not sent. It's nowhere but in this chat of yours.", es="No se envió. Solo está en este chat tuyo."
)
NO_LONGER_KEPT = Text(
    en="You two are no longer partners, so this wasn't sent. I've put it aside for you.",
    es="Ya no son compañía, así que esto no se envió. Lo guardé aparte para ti.",
)
KEEP_AS_NOTE = Label(en="Keep as a note", es="Guardar como nota")
FORWARDED = Text(
    en="That was forwarded, and it may be somebody else's words, so I didn't pass it on. "
    "You can say it in words of your own.",
    es="Eso era reenviado, y quizá son palabras de otra persona, así que no lo pasé. "
    "Puedes decirlo con tus propias palabras.",
)

PAUSED = Text(
    en="<b>{name}</b> is taking a break until {day}. Nothing to do; your facilitator knows.",
    es="<b>{name}</b> se toma un descanso hasta el {day}. No hay nada que hacer; quien facilita tu grupo lo sabe.",
)
NUDGE = Text(
    en="<b>{name}</b> hasn't checked in today. No need to fix anything; a hello is enough.",
    es="<b>{name}</b> no ha hecho su registro hoy. No hace falta arreglar nada; basta un hola.",
)
READY = {
    ReadyAnswer.THINKING_OF_YOU: Label(en="Thinking of you", es="Pienso en ti"),
    ReadyAnswer.AROUND: Label(en="Rough day? I'm around", es="¿Día difícil? Aquí estoy"),
    ReadyAnswer.COFFEE: Label(en="Coffee tomorrow?", es="¿Un café mañana?"),
}
OWN_WORDS = Label(en="My own words", es="Con mis palabras")
READY_SENT = Text(en="On its way to <b>{names}</b>: “{quote}”", es="En camino a <b>{names}</b>: “{quote}”")

REFUSALS = {
    "partners.no_longer": Text(
        en="You two aren't partners now, so nothing was sent or changed. /partner shows how things are.",
        es="Ahora no son compañía, así que no se envió ni cambió nada. /partner muestra cómo están las cosas.",
    ),
    "partners.message_gone": Text(
        en="That message isn't waiting any more. /partner shows how things are.",
        es="Ese mensaje ya no está en espera. /partner muestra cómo están las cosas.",
    ),
    "partners.too_long": Text(
        en="That's {length} characters, and up to {limit} fit into one message. "
        "Nothing was sent. Please send it again in two or more parts.",
        es="Son {length} caracteres, y en un mensaje caben {limit}. "
        "No se envió nada. Por favor envíalo de nuevo en dos o más partes.",
    ),
}
