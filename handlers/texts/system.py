"""Words for what has no place of its own: refusals, strangers, groups, breakdowns; they tell a stranger nothing."""

from handlers.texts.words import Label, Text

STRANGER = Text(
    en="This is a private bot: it opens with a personal link. If somebody gave you one, please open it again.",
    es="Este es un bot privado: se abre con un enlace personal. Si alguien te dio uno, ábrelo de nuevo, por favor.",
)
STRANGER_NUMBERS = Text(
    en="If you need to talk to a person now:",
    es="Si necesitas hablar con una persona ahora:",
)
GROUP_CHAT = Text(
    en="Please write to me in private.",
    es="Escríbeme en privado, por favor.",
)
OPEN_PRIVATE_CHAT = Label(en="Open the private chat", es="Abrir el chat privado")

UNKNOWN_COMMAND = Text(
    en="I don't know that command; /help lists them all.",
    es="No conozco ese comando; /help los muestra todos.",
)
FACILITATORS_ONLY = Text(
    en="That is for facilitators.",
    es="Eso es para quienes facilitan un grupo.",
)
PARTICIPANTS_ONLY = Text(
    en="That is for participants of a group.",
    es="Eso es para participantes de un grupo.",
)

OLD_BUTTON = Text(
    en="That button is from an earlier moment, so I left everything as it is. Here is where we are:",
    es="Ese botón es de un momento anterior, así que dejé todo como está. Aquí estamos:",
)
NOT_YOURS = Text(
    en="I can't find that here. It may be over, or it isn't yours to see.",
    es="No encuentro eso aquí. Puede que haya terminado, o que no te corresponda verlo.",
)
CANNOT_DO_THAT = Text(
    en="I can't do that here. Nothing was changed.",
    es="No puedo hacer eso aquí. No cambió nada.",
)
APOLOGY = Text(
    en="I'm sorry, something went wrong on my side, not on yours. What you had sent before is kept. "
    "Please try again in a moment. If it happens again, tell your facilitator this number: {incident}",
    es="Lo siento, algo falló de mi lado, no del tuyo. Lo que enviaste antes está guardado. "
    "Inténtalo de nuevo en un momento. Si se repite, dile este número a quien facilita tu grupo: {incident}",
)

REFUSALS = {
    "system.stranger": STRANGER,
    "system.old_button": OLD_BUTTON,
    "system.not_yours": NOT_YOURS,
    "system.facilitators_only": FACILITATORS_ONLY,
    "system.participants_only": PARTICIPANTS_ONLY,
}
