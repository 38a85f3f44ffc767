"""Words on messages between partners: arriving, waiting, taken back, silent, blocked, reported, swapped; nobody is blamed."""

from domain.relays import RelayKind
from handlers.texts.words import Label, Text

FROM = {
    RelayKind.TEXT: Text(
        en="Your partner sent you a message.\n\nFrom <b>{name}</b>: <tg-spoiler>“{quote}”</tg-spoiler>",
        es="Tienes un mensaje de tu compañía.\n\nDe <b>{name}</b>: <tg-spoiler>“{quote}”</tg-spoiler>",
    ),
    RelayKind.VOICE: Text(
        en="Your partner sent you a voice message.\n\nFrom <b>{name}</b>",
        es="Tienes un mensaje de voz de tu compañía.\n\nDe <b>{name}</b>",
    ),
    RelayKind.PHOTO: Text(
        en="Your partner sent you a photo.\n\nFrom <b>{name}</b>",
        es="Tienes una foto de tu compañía.\n\nDe <b>{name}</b>",
    ),
    RelayKind.STICKER: Text(
        en="Your partner sent you a sticker.\n\nFrom <b>{name}</b>",
        es="Tienes un sticker de tu compañía.\n\nDe <b>{name}</b>",
    ),
}
"""Covered, so that a lock screen shows the first line and nothing of what a partner wrote."""
CAPTION = Text(en=": <tg-spoiler>“{quote}”</tg-spoiler>", es=": <tg-spoiler>“{quote}”</tg-spoiler>")
CHANGED = Text(en="\n<i>changed</i>", es="\n<i>cambiado</i>")
GONE = Text(en="<b>{name}</b> took a message back.", es="<b>{name}</b> retiró un mensaje.")

REPLY = Label(en="Reply", es="Responder")
REPLY_TO = Label(en="Reply to {name}", es="Responder a {name}")
MUTE = Label(en="Mute", es="Silenciar")
UNMUTE = Label(en="Sound on", es="Con sonido")
BLOCK = Label(en="Block", es="Bloquear")
BLOCK_NAMED = Label(en="Block {name}", es="Bloquear a {name}")
REPORT = Label(en="Report", es="Reportar")
REPORT_ONE = Label(en="Report a message", es="Reportar un mensaje")

SENT = Text(
    en="On its way to <b>{names}</b>.",
    es="En camino a <b>{names}</b>.",
)
SENT_LATER = Text(
    en="<b>{names}</b> has quiet hours now. It arrives at {time}.",
    es="Ahora son las horas de silencio de <b>{names}</b>. Llega a las {time}.",
)
SENT_UNREACHED = Text(
    en="Right now nothing of mine reaches <b>{names}</b>. If that changes within a day, it still arrives.",
    es="Ahora mismo nada mío le llega a <b>{names}</b>. Si eso cambia en un día, todavía llega.",
)
TO_TAKE_BACK = Text(
    en="To take it back, use this button: I can't see what you delete here.",
    es="Para retirarlo, usa este botón: no puedo ver lo que borras aquí.",
)
TAKE_BACK = Label(en="Take it back", es="Retirarlo")
TAKEN_BACK = Text(
    en="I'm taking it back from <b>{names}</b>. If it was read before, I can't undo that. "
    "I keep it for 30 days in case it is reported, then it's gone.",
    es="Lo estoy retirando del chat de <b>{names}</b>. Si ya se leyó, eso no lo puedo deshacer. "
    "Lo guardo 30 días por si se reporta; después se borra.",
)
EDIT_CARRIED = Text(
    en="<b>{names}</b> gets your message as it reads now.",
    es="<b>{names}</b> recibe tu mensaje como se lee ahora.",
)
EDIT_NOT_CARRIED = Text(
    en="Your change has <b>{contacts}</b> in it, so <b>{names}</b> still has it as it was. "
    "If you mean it, send it as a new message.",
    es="Tu cambio lleva <b>{contacts}</b>, así que <b>{names}</b> lo tiene como estaba. "
    "Si es lo que quieres, envíalo como mensaje nuevo.",
)
HELD = Text(
    en="That's as many messages to <b>{names}</b> as I carry for now; an answer from them opens the way at once. "
    "I've kept this one and add what you write meanwhile: it can go from {time} on.",
    es="Son los mensajes a <b>{names}</b> que llevo por ahora; una respuesta de allá abre el paso de inmediato. "
    "Guardé este y le sumo lo que escribas mientras: puede salir desde las {time}.",
)
NOT_NOW = Text(
    en="That's as many messages to <b>{names}</b> as I carry for now, so this one wasn't sent; it's still in this "
    "chat. From {time} on you can send it again, or as soon as they answer.",
    es="Son los mensajes a <b>{names}</b> que llevo por ahora, así que este no se envió; sigue en este chat. "
    "Desde las {time} puedes enviarlo de nuevo, o en cuanto respondan.",
)
NOT_CARRIED = Text(
    en="I can carry text, a voice message, a photo or a sticker to a partner, nothing else. So I sent nothing.",
    es="A tu compañía le puedo llevar texto, un mensaje de voz, una foto o un sticker, nada más. No envié nada.",
)
NO_LONGER = Text(
    en="You two are no longer partners, so this wasn't sent.",
    es="Ya no son compañía, así que esto no se envió.",
)
LAPSED = Text(
    en="Your message could not be handed to <b>{name}</b>, so it wasn't delivered. You can send it again, "
    "or put it another way.",
    es="No pude entregarle tu mensaje a <b>{name}</b>, así que no llegó. Puedes enviarlo de nuevo, "
    "o decirlo de otra manera.",
)
LAPSED_UNREACHED = Text(
    en="Right now nothing of mine reaches <b>{name}</b>, so your message hasn't arrived. "
    "If that changes within a day of your writing, it still does.",
    es="Ahora mismo nada mío le llega a <b>{name}</b>, así que tu mensaje no ha llegado. "
    "Si eso cambia en un día desde que escribiste, todavía llega.",
)

MUTED = Text(
    en="Messages from <b>{names}</b> come without a sound until {time}. They aren't told.",
    es="Los mensajes de <b>{names}</b> llegan sin sonido hasta las {time}. No se les avisa.",
)
UNMUTED = Text(
    en="Messages from <b>{names}</b> make a sound again.",
    es="Los mensajes de <b>{names}</b> vuelven a sonar.",
)
BLOCK_ASKS = Text(
    en="Block <b>{name}</b>? You stop being partners at once, in every group here, and won't be paired again. "
    "What is on its way doesn't arrive. I don't tell {name}.",
    es="¿Bloquear a <b>{name}</b>? Dejan de ser compañía de inmediato, en todos los grupos de aquí, y no los volveré "
    "a juntar. Lo que está en camino no llega. No le aviso a {name}.",
)
BLOCK_YES = Label(en="Block now", es="Bloquear ahora")
NOT_NOW_LABEL = Label(en="Not now", es="Ahora no")
BLOCKED = Text(
    en="Done. Nothing from <b>{name}</b> reaches you here any more, and nothing from you goes there.",
    es="Hecho. Aquí ya no te llega nada de <b>{name}</b>, y nada tuyo va para allá.",
)
UNBLOCK = Label(en="Take the block back", es="Quitar el bloqueo")
UNBLOCKED = Text(
    en="The block is gone. You aren't partners; <b>{name}</b> hears of neither.",
    es="El bloqueo ya no está. No son compañía; <b>{name}</b> no se entera de nada de esto.",
)
KEPT = Text(en="All right. Nothing has changed.", es="Está bien. Nada ha cambiado.")

REPORT_ASKS = Text(
    en="Show this message to <b>{facilitators}</b>?\n\nFrom <b>{name}</b>: <tg-spoiler>“{quote}”</tg-spoiler>\n\n"
    "{facilitators} will see the words and that you reported them. I don't tell {name}.",
    es="¿Le muestro este mensaje a <b>{facilitators}</b>?\n\nDe <b>{name}</b>: <tg-spoiler>“{quote}”</tg-spoiler>\n\n"
    "{facilitators} verá las palabras y que las reportaste. No le aviso a {name}.",
)
REPORT_YES = Label(en="Show it", es="Mostrarlo")
REPORTED = Text(
    en="Thank you for saying so. I'm showing it to <b>{facilitators}</b> now, who will decide what to do. "
    "If you want no more contact, you can block too.",
    es="Gracias por decirlo. Se lo estoy mostrando a <b>{facilitators}</b>, quien decidirá qué hacer. "
    "Si ya no quieres contacto, también puedes bloquear.",
)
REPORTED_LEFT = Text(
    en="<b>{name}</b> has left the group, so no alert can go out. Please tell <b>{facilitators}</b> yourself.",
    es="<b>{name}</b> ya dejó el grupo, así que no puede salir una alerta. Por favor díselo tú a <b>{facilitators}</b>.",
)
WHICH_MESSAGE = Text(
    en="Which message? The latest, also those taken back:",
    es="¿Qué mensaje? Los últimos, también los retirados:",
)
NO_MESSAGES = Text(en="There is no message to report.", es="No hay ningún mensaje que reportar.")
KINDS = {
    RelayKind.TEXT: Label(en="text", es="texto"),
    RelayKind.VOICE: Label(en="voice message", es="mensaje de voz"),
    RelayKind.PHOTO: Label(en="photo", es="foto"),
    RelayKind.STICKER: Label(en="sticker", es="sticker"),
}
LISTED = Label(en="{name}: {quote}", es="{name}: {quote}")

SWAP = Label(en="Swap usernames", es="Intercambiar usuarios")
SWAP_ASKS = Text(
    en="You can swap your Telegram usernames, so that you find each other outside of here. "
    "Only when you and <b>{names}</b> both say yes does either see anything; nobody hears of a yes alone. "
    "Once seen, I can't take it back.",
    es="Pueden intercambiar sus usuarios de Telegram para encontrarse fuera de aquí. "
    "Solo si tú y <b>{names}</b> dicen que sí se ve algo; nadie se entera de un sí a solas. "
    "Una vez visto, no lo puedo deshacer.",
)
SWAP_YES = Label(en="Yes, show mine", es="Sí, mostrar el mío")
SWAP_WAITS = Text(
    en="You said yes, with @{username}. It is shown once <b>{names}</b> says yes too.",
    es="Dijiste que sí, con @{username}. Se muestra cuando <b>{names}</b> también diga que sí.",
)
SWAP_NO = Label(en="Take my yes back", es="Retirar mi sí")
SWAP_TAKEN_BACK = Text(
    en="Your yes is gone, and nobody heard of it.", es="Tu sí ya no está, y nadie se enteró."
)
SWAPPED = Text(
    en="You two agreed to find each other.\n\n<tg-spoiler>{usernames}</tg-spoiler>",
    es="Quedaron en encontrarse.\n\n<tg-spoiler>{usernames}</tg-spoiler>",
)
SWAPPED_LINE = Text(en="<b>{name}</b>: @{username}", es="<b>{name}</b>: @{username}")

REFUSALS = {
    "partners.no_username": Text(
        en="You have no username in Telegram, so there's nothing to swap. You can choose one in Telegram's settings.",
        es="No tienes usuario en Telegram, así que no hay qué intercambiar. Puedes elegir uno en los ajustes de Telegram.",
    ),
}
