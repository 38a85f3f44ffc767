"""Words around progress notes: what is kept, and who may read it, before anything else."""

from domain.notes import Reader, Tag
from handlers.texts.words import Label, Text

NOTE_COMMAND = Label(en="Write a note for yourself", es="Escribir una nota para ti")
NOTES_COMMAND = Label(en="Your notes", es="Tus notas")

ASK = Text(
    en="What would you like to keep? Write it or say it: your next message becomes a note, for you alone unless you "
    "choose otherwise.",
    es="¿Qué te gustaría guardar? Escríbelo o dilo: tu próximo mensaje será una nota, solo para ti si no eliges otra cosa.",
)
NEVER_MIND = Label(en="Never mind", es="Mejor no")
STOPPED = Text(en="All right, no note now.", es="Está bien, sin nota por ahora.")
TEXT_ONLY = Text(
    en="I can keep only text or a voice note here. You can put it into words, if you like.",
    es="Aquí solo puedo guardar texto o una nota de voz. Si quieres, puedes ponerlo en palabras.",
)

KEPT = {
    Reader.ME: Text(en="Kept, only for you.", es="Guardada, solo para ti."),
    Reader.FACILITATOR: Text(
        en="Kept, for you and your facilitator.", es="Guardada, para ti y quien facilita tu grupo."
    ),
    Reader.PARTNER: Text(en="Kept, for you and your partner.", es="Guardada, para ti y tu compañía."),
}
IN_GROUP = Text(en="Group: {group}", es="Grupo: {group}")
NOT_KEPT_YET = Text(
    en="Put aside, not kept yet. Nobody has seen it.", es="Apartada, aún sin guardar. Nadie la ha visto."
)
TAGGED = Text(en="Kind: {tag}", es="Tipo: {tag}")
QUOTED = Text(en="<blockquote>{quote}</blockquote>", es="<blockquote>{quote}</blockquote>")
SPOKEN = Text(en="<b>{spoken}</b>", es="<b>{spoken}</b>")
CHANGED = Text(
    en="Changed here; {names} may have seen the earlier one.",
    es="Cambiada aquí; la de antes quizá ya la conoce: {names}.",
)
IS_CUT = Text(en="Shown up to here; it is kept whole.", es="Se muestra hasta aquí; está guardada completa.")
TAGS = {
    Tag.PLAIN: Label(en="plain", es="simple"),
    Tag.WIN: Label(en="win", es="logro"),
    Tag.TRIGGER: Label(en="trigger", es="detonante"),
    Tag.GRATITUDE: Label(en="gratitude", es="gratitud"),
    Tag.LESSON: Label(en="lesson", es="aprendizaje"),
    Tag.SETBACK: Label(en="setback", es="tropiezo"),
}
CHOSEN = Label(en="✓ {name}", es="✓ {name}")
READERS = {
    Reader.ME: Label(en="Only me", es="Solo yo"),
    Reader.FACILITATOR: Label(en="My facilitator", es="Quien facilita"),
    Reader.PARTNER: Label(en="My partner", es="Mi compañía"),
}
READERS_IN_GROUP = {
    Reader.FACILITATOR: Label(en="My facilitator ({group})", es="Quien facilita ({group})"),
    Reader.PARTNER: Label(en="My partner ({group})", es="Mi compañía ({group})"),
}
WHOLE = Label(en="Send it whole", es="Enviar completa")
WHOLE_SENT = Text(en="Your note, whole.", es="Tu nota, completa.")
FILE_NAME = Label(en="note.txt", es="nota.txt")
ALL_NOTES = Label(en="All notes", es="Todas las notas")

LIST_TITLE = Text(en="<b>Your notes</b>, latest first", es="<b>Tus notas</b>, la más reciente primero")
LIST_TITLE_PAGED = Text(
    en="<b>Your notes</b>, latest first ({page} of {pages})",
    es="<b>Tus notas</b>, la más reciente primero ({page} de {pages})",
)
LIST_LINE = Text(en="{number}. {moment} · {tag} · {reader}", es="{number}. {moment} · {tag} · {reader}")
SEEN_BY = {
    Reader.ME: Label(en="only you", es="solo tú"),
    Reader.FACILITATOR: Label(en="your facilitator too", es="también quien facilita"),
    Reader.PARTNER: Label(en="your partner too", es="también tu compañía"),
}
NOT_KEPT = Label(en="not kept yet", es="aún sin guardar")
NO_NOTES = Text(
    en="No notes yet. Write one any time with /note.",
    es="Todavía no hay notas. Escribe una cuando quieras con /note.",
)
NEWER = Label(en="◀ Newer", es="◀ Más nuevas")
OLDER = Label(en="Older ▶", es="Más antiguas ▶")
DELETE = Label(en="Delete", es="Borrar")
DELETE_ASKS = Text(
    en="Delete this note for good? Whoever could read it here no longer can.",
    es="¿Borrar esta nota para siempre? Quien podía leerla aquí ya no podrá.",
)
DELETE_YES = Label(en="Delete it", es="Borrarla")
DELETE_NO = Label(en="Keep it", es="Conservarla")
DELETED = Text(en="Deleted.", es="Borrada.")

UNEXPECTED = Text(
    en="I've put this aside. Nobody has seen it, and nothing was sent. What shall I do with it?",
    es="Lo aparté. Nadie lo ha visto y no se envió nada. ¿Qué hago con eso?",
)
KEEP_AS_NOTE = Label(en="Keep as a note", es="Guardar como nota")
SEND_TO = Label(en="Send to {name}", es="Enviar a {name}")
CHECK_IN = Label(en="Check in", es="Hacer mi registro")
LET_GO = Text(en="Let go. It's nowhere but in this chat of yours.", es="Listo. Solo queda en este chat tuyo.")
UNEXPECTED_ATTACHMENT = Text(
    en="I can take only text and voice notes, so I've kept nothing of this. You can write it to me in words.",
    es="Solo puedo recibir texto y notas de voz, así que no guardé nada de esto. Puedes escribírmelo en palabras.",
)
NO_PLACE = Text(
    en="I have no place for this, so I kept nothing. /help shows what I can do.",
    es="No tengo dónde poner esto, así que no guardé nada. /help muestra lo que puedo hacer.",
)

REFUSALS = {
    "notes.too_long": Text(
        en="That's {length} characters; a note holds up to {limit}. Nothing was kept yet: please send it in parts.",
        es="Son {length} caracteres; en una nota caben {limit}. Todavía no guardé nada: envíala en partes, por favor.",
    ),
    "notes.gone": Text(
        en="That note isn't there any more. /notes shows those you have.",
        es="Esa nota ya no está. /notes muestra las que tienes.",
    ),
    "notes.nobody": Text(
        en="There is nobody to give it to right now, so it stays for you alone.",
        es="Por ahora no hay a quién dársela, así que queda solo para ti.",
    ),
}
