"""Words of privacy: what is kept, who sees it, who looked, and a copy of it all."""

from domain.sharing import SharedItem
from handlers.texts.words import Label, Text

PRIVACY_COMMAND = Label(en="What is kept and who sees it", es="Qué se guarda y quién lo ve")
MYDATA_COMMAND = Label(en="A complete copy of my data", es="Una copia completa de mis datos")
LANGUAGE_COMMAND = Label(en="English or Spanish", es="Inglés o español")

TITLE = Text(
    en="<b>What is kept about you, and who sees it</b>", es="<b>Qué se guarda de ti y quién lo ve</b>"
)
STORED = Text(
    en="Names, notes, messages and written answers are stored encrypted, with a key of your own. Numbers and times stand "
    "beside them. Telegram carries our messages and could read them.",
    es="Los nombres, las notas, los mensajes y las respuestas escritas se guardan cifrados, con una clave que es solo tuya. "
    "Los números y las horas quedan al lado. Telegram lleva nuestros mensajes y podría leerlos.",
)
SEAT = Text(
    en="<b>{group}</b>: you are “{name}” there.",
    es="<b>{group}</b>: ahí te llamas «{name}».",
)
FACILITATORS_SEE = Text(
    en="• {facilitators}: that you checked in, your answers, alerts, the notes you marked for your facilitator, and your plan if you let them.",
    es="• {facilitators}: si hiciste tu registro, tus respuestas, las alertas, las notas que marcaste para quien facilita, y tu plan si lo permites.",
)
PARTNER_SEES = Text(
    en="• {name}, your partner: {items}; until {until}, or until you two part.",
    es="• {name}, tu compañía: {items}; hasta el {until}, o hasta que dejen de acompañarse.",
)
PARTNER_SEES_NOTHING = Text(
    en="• {name}, your partner: only what you write to them.",
    es="• {name}, tu compañía: solo lo que le escribes.",
)
NO_PARTNER = Text(en="• A partner: nothing, you have none now.", es="• Compañía: nada, ahora no tienes.")
ITEMS = {
    SharedItem.CHECKED_IN: Text(en="whether you checked in today", es="si ya hiciste tu registro de hoy"),
    SharedItem.MOOD: Text(en="your mood", es="tu ánimo"),
    SharedItem.CRAVING: Text(en="your craving", es="tus ganas de consumir"),
    SharedItem.SUPPORT: Text(en="when you ask for support", es="cuando pides apoyo"),
}
OTHERS_SEE = Text(
    en="• Others in the group: nothing but what you share yourself.",
    es="• Las demás personas del grupo: nada más que lo que tú compartas.",
)
LEADER_IS_SEEN = Text(
    en="• You lead this group. Everybody in it knows your name there, and participants see when you looked at something "
    "about them.",
    es="• Facilitas este grupo. Todas las personas saben tu nombre ahí, y quienes participan ven cuándo miraste algo suyo.",
)
CONSENT_COUNTS = Text(
    en="• Your consent of {given} (version {version}) counts until {until}.",
    es="• Tu consentimiento del {given} (versión {version}) vale hasta el {until}.",
)
CONSENT_EXPIRED = Text(
    en="• Your consent of {given} (version {version}) ran out on {until}. Please talk with your facilitator.",
    es="• Tu consentimiento del {given} (versión {version}) venció el {until}. Habla por favor con quien facilita tu grupo.",
)
CONSENT_WITHDRAWN = Text(
    en="Consent for {group} of {given} (version {version}): taken back on {until}.",
    es="Consentimiento para {group} del {given} (versión {version}): retirado el {until}.",
)
NO_SEAT = Text(
    en="You are in no group now, so nobody sees anything new about you. What you left is kept until you erase it.",
    es="Ahora no estás en ningún grupo, así que nadie ve nada nuevo de ti. Lo que dejaste se guarda hasta que lo borres.",
)
STOP_OR_CHANGE = Label(en="Stop or change: {name}", es="Dejar o cambiar: {name}")
TAKE_BACK = Label(en="Take back my consent: {group}", es="Retirar mi consentimiento: {group}")
LEAVE_GROUP = Label(en="Leave {group}", es="Dejar {group}")
WHO_LOOKED = Label(en="Who looked?", es="¿Quién miró?")
MY_COPY = Label(en="A copy for me", es="Una copia para mí")
ERASE = Label(en="Erase everything", es="Borrar todo")
BACK = Label(en="Back", es="Atrás")

LOOKS_TITLE = Text(
    en="<b>Who looked at something about you</b>\nOnly facilitators of your group can.",
    es="<b>Quién miró algo sobre ti</b>\nSolo pueden hacerlo quienes facilitan tu grupo.",
)
LOOK = Text(en="• {moment}: {viewer}, {what}", es="• {moment}: {viewer}, {what}")
NO_LOOKS = Text(en="Nobody so far.", es="Nadie hasta ahora.")
MORE_LOOK = Text(
    en="… and {number} earlier one; all of them are in /mydata.",
    es="… y {number} anterior; todas están en /mydata.",
)
MORE_LOOKS = Text(
    en="… and {number} earlier ones, all of them in /mydata.",
    es="… y {number} anteriores, todas en /mydata.",
)
LOOKED_AT = {
    "today": Text(en="the group's day", es="el día del grupo"),
    "group": Text(en="the list of the group", es="la lista del grupo"),
    "answers": Text(
        en="your answers to a question of the group's own",
        es="tus respuestas a una pregunta propia del grupo",
    ),
    "phases": Text(en="your phase and program", es="tu fase y tu programa"),
    "alert": Text(en="the details of an alert", es="los detalles de una alerta"),
    "voice": Text(en="a voice note of yours", es="una nota de voz tuya"),
}
LOOKED_AT_SOMETHING = Text(en="something about you", es="algo sobre ti")
A_FACILITATOR = Text(en="a facilitator", es="una persona que facilita")

COPY = Text(
    en="<b>Everything that is kept about you</b>, as a file that you and other programs can read.\n\n"
    "Check-ins: {checkins} · answers: {answers}\n"
    "Notes: {notes}\n"
    "Messages to partners: {relays}\n"
    "Consents: {consents} · looks by facilitators: {looks}\n\n"
    "Not in it: the sound of voice notes, which Telegram keeps (the file says how long each one is), what partners wrote to "
    "you (it is theirs), and what others told your facilitator in confidence. The file is not encrypted: keep it where only "
    "you can open it.",
    es="<b>Todo lo que se guarda sobre ti</b>, en un archivo que tú y otros programas pueden leer.\n\n"
    "Registros: {checkins} · respuestas: {answers}\n"
    "Notas: {notes}\n"
    "Mensajes a tu compañía: {relays}\n"
    "Consentimientos: {consents} · miradas de quienes facilitan: {looks}\n\n"
    "No incluye el sonido de las notas de voz, que guarda Telegram (el archivo dice cuánto dura cada una), lo que te "
    "escribieron otras personas (es suyo) ni lo que alguien le contó en confianza a quien facilita. El archivo no está cifrado: "
    "guárdalo donde solo tú puedas abrirlo.",
)

WHICH_LANGUAGE = Text(en="Which language shall we speak?", es="¿En qué idioma hablamos?")
LANGUAGE_SET = Text(en="From now on we speak English.", es="Desde ahora hablamos español.")
