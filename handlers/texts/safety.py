"""Words after a return to use: thanks first, no blame, what keeps a body safe; no promise that anybody watches."""

from handlers.texts.words import Label, Text

THANK_YOU = Text(
    en="Thank you for telling me. That took something.", es="Gracias por contármelo. Eso cuesta."
)
STILL_COUNTED = Text(
    en="It doesn't take away the {number} days you've been here: they stay counted.",
    es="No borra los {number} días que has estado aquí: siguen contando.",
)
ARE_YOU_SAFE = Text(en="<b>Are you safe right now?</b>", es="<b>¿Estás a salvo en este momento?</b>")
YES = Label(en="Yes", es="Sí")
UNSURE = Label(en="I'm not sure", es="No lo sé")
GOOD_TO_KNOW = Text(
    en="I'm glad. One thing to keep in mind: after a pause the body takes less than it used to, and the old amount can be "
    "too much.",
    es="Me alegra. Algo para tener en cuenta: después de una pausa el cuerpo aguanta menos que antes, y la cantidad de antes "
    "puede ser demasiado.",
)
NOT_ALONE = Text(
    en="Then please don't stay alone with it. A person can talk with you right now: the button below shows the numbers and "
    "tells your facilitator.",
    es="Entonces, por favor, no te quedes a solas con esto. Una persona puede hablar contigo ahora mismo: el botón de abajo "
    "te muestra los números y le avisa a quien facilita tu grupo.",
)
LESS_THAN_BEFORE = Text(
    en="After a pause the body takes less than it used to: the old amount can be too much.",
    es="Después de una pausa el cuerpo aguanta menos que antes: la cantidad de antes puede ser demasiado.",
)
OVERDOSE_BUTTON = Label(en="What to do in an overdose", es="Qué hacer en una sobredosis")
OVERDOSE = Text(
    en="<b>If somebody doesn't wake up, or breathes slowly or not at all</b>\n"
    "1. Call their name loudly, rub hard on the breastbone.\n"
    "2. Call {emergency}. Say that somebody isn't breathing well, and where you are.\n"
    "3. Give naloxone if there is any. Still no response after 2 to 3 minutes: a second dose.\n"
    "4. Help them breathe if you know how. Lay them on their side when they breathe by themselves.\n"
    "5. Stay until help is there. Naloxone wears off, and it can come back.",
    es="<b>Si alguien no despierta, o respira lento o no respira</b>\n"
    "1. Llama a la persona por su nombre en voz alta, frota fuerte el centro del pecho.\n"
    "2. Llama al {emergency}. Di que alguien no respira bien y dónde estás.\n"
    "3. Da naloxona si hay. Si después de 2 o 3 minutos no responde: una segunda dosis.\n"
    "4. Ayuda a respirar si sabes cómo. Si ya respira por su cuenta, acuéstala de lado.\n"
    "5. Quédate hasta que llegue la ayuda. La naloxona deja de hacer efecto, y puede volver a pasar.",
)
EMERGENCY_NUMBER = Text(en="<b>{number}</b>", es="<b>{number}</b>")
EMERGENCY_LOCAL = Text(en="your local emergency number", es="número de emergencias de tu país")
