"""Words of invitations: links to pass on, and those still open."""

from handlers.texts.words import Label, Text

INVITE_COMMAND = Label(en="Links for participants", es="Enlaces para participantes")
START_COMMAND = Label(en="Begin, or see the menu", es="Empezar, o ver el menú")

WHICH_GROUP = Text(
    en="Into which of your groups?",
    es="¿A cuál de tus grupos?",
)
GROUP_CHOICE = Label(en="{group}", es="{group}")
ONE_LINK = Text(
    en="<b>A link into “{group}”, for one person</b>\n{link}\n\nSend it to them yourself. It works once, until {until}.",
    es="<b>Un enlace a «{group}», para una persona</b>\n{link}\n\nMándaselo tú. Sirve una vez, hasta {until}.",
)
SOME_LINKS = Text(
    en="<b>{count} links into “{group}”, one for each person</b>\n{links}\n\nSend each to one person yourself. Each works "
    "once, until {until}.",
    es="<b>{count} enlaces a «{group}», uno para cada persona</b>\n{links}\n\nMándale cada uno a una sola persona. Cada uno "
    "sirve una vez, hasta {until}.",
)
NUMBERED = Text(en="{number}. {link}", es="{number}. {link}")
MAKE_LINK = Label(en="Make a link", es="Crear un enlace")
ANOTHER_LINK = Label(en="One more link", es="Un enlace más")
OPEN_LINKS = Label(en="Unused links", es="Enlaces sin usar")
LISTED = Text(
    en="<b>Unused links into “{group}”</b>\nThe links themselves are not kept. Closing one means that nobody can come in by "
    "it.",
    es="<b>Enlaces sin usar a «{group}»</b>\nLos enlaces mismos no se guardan. Si cierras uno, nadie podrá entrar por él.",
)
LISTED_LINK = Text(
    en="{number}. participant, made {made}, until {until}",
    es="{number}. participante, creado {made}, hasta {until}",
)
LISTED_COLLEAGUE = Text(
    en="{number}. facilitator, made {made}, until {until}",
    es="{number}. facilitación, creado {made}, hasta {until}",
)
LISTED_MORE = Text(en="… and {number} more", es="… y {number} más")
NONE_OPEN = Text(
    en="No unused links into “{group}”. /invite makes one.",
    es="No hay enlaces sin usar a «{group}». /invite crea uno.",
)
CLOSE_LINK = Label(en="Close {number}", es="Cerrar {number}")
CLOSED = Label(en="Closed. Nobody can come in by it.", es="Cerrado. Nadie puede entrar por él.")

JOINED = Text(en="<b>{name}</b> has joined your group.", es="<b>{name}</b> se unió a tu grupo.")
LEFT = Text(
    en="<b>{name}</b> has left your group. From now on you see nothing new about them.",
    es="<b>{name}</b> dejó tu grupo. Desde ahora no ves nada nuevo de esa persona.",
)
LEFT_COLLEAGUE = Text(
    en="<b>{name}</b> no longer leads your group.", es="<b>{name}</b> ya no facilita tu grupo."
)
LEFT_ERASED = Text(
    en="Somebody has left your group and had everything about them erased.",
    es="Alguien dejó tu grupo y pidió borrar todo lo suyo.",
)
UNREACHABLE = Text(
    en="My messages no longer reach <b>{name}</b>: the bot may be blocked or the account closed. No check-in counts as "
    "missed meanwhile. You may want to reach out in another way.",
    es="Mis mensajes ya no le llegan a <b>{name}</b>: tal vez bloqueó el bot o cerró la cuenta. Mientras tanto ningún "
    "registro cuenta como no respondido. Quizá quieras buscar otra forma de contacto.",
)

REFUSALS = {
    "joining.how_many": Text(
        en="How many links? Write a number from 1 to {limit}, like /invite 8.",
        es="¿Cuántos enlaces? Escribe un número del 1 al {limit}, como /invite 8.",
    ),
    "joining.too_many_open": Text(
        en="There are almost {limit} unused links into this group. Please close some first.",
        es="Hay casi {limit} enlaces sin usar a este grupo. Cierra algunos primero, por favor.",
    ),
    "joining.group_exists": Text(
        en="There is already a group “{name}” in this program.",
        es="Ya hay un grupo «{name}» en este programa.",
    ),
    "joining.no_such_zone": Text(
        en="There is no time zone “{zone}”. Write it like America/New_York.",
        es="No existe la zona horaria «{zone}». Escríbela como America/New_York.",
    ),
    "joining.group_name": Text(
        en="A name needs 1 to 120 characters in one line.",
        es="Un nombre necesita de 1 a 120 caracteres en una sola línea.",
    ),
}
"""Why no link was made."""
