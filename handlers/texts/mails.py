"""Words of e-mail beside the chat; the mail itself names nobody: other eyes read mails."""

from handlers.texts.words import Label, Text

SUBJECT = Label(en="Tandem", es="Tandem")
SOMEBODY_NEEDS_YOU = Label(
    en="Somebody needs you in Tandem. Open Tandem.", es="Alguien te necesita en Tandem. Abre Tandem."
)
CODE = Label(
    en="Your code for Tandem: {code}\n\nType it in the chat with Tandem. If you did not ask for it, leave this mail alone.",
    es="Tu código para Tandem: {code}\n\nEscríbelo en el chat con Tandem. Si no lo pediste, ignora este correo.",
)
MAY_BE_TWICE = Label(en="(This may reach you twice.)", es="(Esto te puede llegar dos veces.)")

ALSO_BY_MAIL = Label(en="Also by e-mail", es="También por correo")
ASK = Text(
    en="<b>Also by e-mail</b>\nWhen an alert reaches you here, a mail goes out too. It says only “Somebody needs you in Tandem. "
    "Open Tandem.”: no name, no group.\n\nPlease type your address. I send a code there first.",
    es="<b>También por correo</b>\nCuando te llega una alerta aquí, sale también un correo. Dice solo «Alguien te necesita en "
    "Tandem. Abre Tandem.»: ningún nombre, ningún grupo.\n\nEscribe tu dirección. Primero envío ahí un código.",
)
GOES_TO = Text(
    en="<b>Also by e-mail:</b> {address}\nType another address to change it.",
    es="<b>También por correo:</b> {address}\nEscribe otra dirección para cambiarla.",
)
CODE_SENT = Text(
    en="I've sent a code to {address}. Please type it here within half an hour.",
    es="Envié un código a {address}. Escríbelo aquí antes de media hora.",
)
WRONG_CODE = Text(
    en="That was not the code. Please look at the latest mail and type it once more.",
    es="Ese no era el código. Mira el último correo y escríbelo otra vez.",
)
CONFIRMED = Text(
    en="Done. From now on alerts come to {address} too.",
    es="Listo. Desde ahora las alertas llegan también a {address}.",
)
STOPPED = Text(
    en="No more e-mail. Your address is deleted here.", es="No más correos. Aquí borré tu dirección."
)
STOP = Label(en="No e-mail any more", es="Ya no por correo")
BACK = Label(en="Back", es="Atrás")

REFUSALS = {
    "mail.no_address": Text(
        en="I couldn't read an e-mail address in that. Please type only the address.",
        es="No pude leer una dirección de correo ahí. Escribe solo la dirección.",
    ),
    "mail.too_soon": Text(
        en="I sent a code a moment ago. Please wait a minute, then ask again.",
        es="Acabo de enviar un código. Espera un minuto y pídelo de nuevo.",
    ),
    "mail.code_is_over": Text(
        en="That code is over. Please ask for a new one: /cover, “Also by e-mail”.",
        es="Ese código ya no vale. Pide uno nuevo: /cover, «También por correo».",
    ),
}
