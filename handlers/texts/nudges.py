"""Words for a partner's hard moment: what helps, what doesn't, a wish for a word, thanks; nobody has to fix anything."""

from handlers.texts.words import Label, Text

CRAVING = Text(
    en="Your partner could use a hello.\n\n<b>{name}</b> shares with you that cravings are strong right now. "
    "They crest and pass. You don't have to fix anything.",
    es="A tu compañía le haría bien un hola.\n\n<b>{name}</b> te muestra que las ganas de consumir son fuertes ahora. "
    "Suben y pasan. No tienes que arreglar nada.",
)
"""The first line is all that a lock screen shows, and no number stands in it."""
WHAT_HELPS = Text(
    en="<b>What helps</b>\n• “I'm glad you told me.”\n• “I'm here. Shall we write until it passes?”\n"
    "• “What has helped you before?”",
    es="<b>Lo que ayuda</b>\n• “Qué bueno que me lo dices.”\n• “Aquí estoy. ¿Nos escribimos hasta que pase?”\n"
    "• “¿Qué te ha ayudado antes?”",
)
WHAT_DOES_NOT = Text(
    en="<b>Better not</b>\n“Just be strong” · “You promised” · asking whether anything was used.",
    es="<b>Mejor no</b>\n“Sé fuerte y ya” · “Lo prometiste” · preguntar si hubo consumo.",
)

ASK_FOR_WORD = Label(en="Ask my partner for a word", es="Pedir unas palabras a mi compañía")
ASK_NAMED = Label(en="Ask {name} for a word", es="Pedir unas palabras a {name}")
ON_ITS_WAY = Text(
    en="I'm telling <b>{names}</b> that a word would do you good now. It may take a while until somebody looks.",
    es="Le aviso a <b>{names}</b> que te harían bien unas palabras. Puede tardar un rato en mirar.",
)
HELD_UNTIL = Text(
    en="It's on its way to <b>{names}</b>, where it is quiet time now: it arrives at {time}. You don't have to wait "
    "alone for that.",
    es="Va en camino a <b>{names}</b>, donde ahora es hora de silencio: llega a las {time}. No tienes que esperar "
    "a solas.",
)
ASKED_BEFORE = Text(
    en="You asked <b>{names}</b> a little while ago, and it counts. Nothing more was sent.",
    es="Se lo pediste a <b>{names}</b> hace poco, y cuenta. No se envió nada más.",
)
NOT_REACHED = Text(
    en="My messages don't reach <b>{names}</b> at the moment. Please don't wait for that.",
    es="Mis mensajes no le llegan a <b>{names}</b> por ahora. Por favor, no esperes por eso.",
)
NOT_SHARED = Text(
    en="You've chosen that <b>{names}</b> isn't told when you ask for support, so nothing was sent. You can write, or "
    "change what you share.",
    es="Elegiste que <b>{names}</b> no sepa cuándo pides apoyo, así que no se envió nada. Puedes escribir, o cambiar "
    "lo que muestras.",
)
WISH = Text(
    en="Your partner could use a word.\n\n<b>{name}</b> asks for a word from you. No need to fix anything; a hello is "
    "enough.",
    es="A tu compañía le harían bien unas palabras.\n\n<b>{name}</b> te pide unas palabras. No hace falta arreglar "
    "nada; basta un hola.",
)

THANK_YOU = Label(en="Thank you", es="Gracias")
THANKS_SENT = Label(en="Your thank-you is on its way.", es="Tus gracias van en camino.")
THANKED_BEFORE = Label(en="You have said thank you already.", es="Ya diste las gracias.")
THANKED = Text(
    en="<b>{name}</b> says thank you for your message.", es="<b>{name}</b> te da las gracias por tu mensaje."
)
