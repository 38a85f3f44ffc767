"""The written consent, with the elements of 42 CFR 2.31 in plain words; whoever changes a word changes its version too."""

from handlers.texts.words import Label, Text

CONSENT = Text(
    en=(
        "<b>Your consent</b>\n"
        "Please read it. Nothing is shared before you agree.\n\n"
        "<b>Whose information:</b> yours. You sign with your name.\n"
        "<b>Who shares it:</b> {program}, by means of Tandem and the people who run it.\n"
        "<b>With whom:</b> {facilitators} (leading the group “{group}”) and whoever leads it after them. When an alert about you is not seen by them "
        "in time, also the facilitators of the other groups of {program}: that one alert, until it is closed.\n"
        "<b>What:</b> your display name, when you check in, your answers (mood, craving, sleep, use), alerts about "
        "hard moments, and the notes that you mark for your facilitator. No other notes.\n"
        "<b>What for:</b> so that they can support you between sessions.\n"
        "<b>Other participants</b> get nothing by this consent. A partner sees only what you agree to later, and "
        "you can switch it off. Participants are not bound by the privacy law.\n"
        "<b>Until when:</b> {expires}, one year from today, or until you take it back.\n"
        "<b>Taking it back:</b> at any time with /privacy or /leave, and in writing to {program}. From then on "
        "nothing new is shared; what was seen before stays seen.\n"
        "<b>The law:</b> in the US, federal law (42 CFR Part 2) protects these records. Your facilitators may not "
        "pass them on without your written yes, except where that law allows it, for example in a medical emergency "
        "or by a court's order.\n"
        "<b>Your choice:</b> you may say no. Then Tandem asks you nothing more.\n\n"
        "{date} · version {version}"
    ),
    es=(
        "<b>Tu consentimiento</b>\n"
        "Léelo, por favor. Nada se comparte antes de que aceptes.\n\n"
        "<b>De quién es la información:</b> tuya. Firmas con tu nombre.\n"
        "<b>Quién la comparte:</b> {program}, por medio de Tandem y de las personas que lo operan.\n"
        "<b>Con quién:</b> {facilitators} (facilitación del grupo «{group}») y quien lo facilite después. Si no ven a tiempo "
        "una alerta sobre ti, también quienes facilitan los otros grupos de {program}: solo esa alerta, hasta que se cierre.\n"
        "<b>Qué:</b> el nombre que elijas, cuándo haces tu registro, tus respuestas (ánimo, ganas de consumir, sueño, "
        "consumo), las alertas sobre momentos difíciles y las notas que marques para quien facilita tu grupo. Ninguna "
        "otra nota.\n"
        "<b>Para qué:</b> para que puedan apoyarte entre sesiones.\n"
        "<b>Otras personas del grupo</b> no reciben nada por este consentimiento. Tu compañía (la persona con quien te emparejes) ve "
        "solo lo que aceptes después, y lo puedes desactivar. A las demás personas del grupo no las obliga la ley de "
        "privacidad.\n"
        "<b>Hasta cuándo:</b> {expires}, un año desde hoy, o hasta que lo retires.\n"
        "<b>Cómo retirarlo:</b> en cualquier momento con /privacy o /leave, y por escrito a {program}. Desde entonces "
        "no se comparte nada nuevo; lo que ya se vio, se vio.\n"
        "<b>La ley:</b> en Estados Unidos, una ley federal (42 CFR Parte 2) protege estos registros. Quienes facilitan "
        "tu grupo no pueden pasarlos a nadie sin tu sí por escrito, salvo donde esa ley lo permite, por ejemplo en una "
        "emergencia médica o por orden de un tribunal.\n"
        "<b>Tú eliges:</b> puedes decir que no. Entonces Tandem no te pregunta nada más.\n\n"
        "{date} · versión {version}"
    ),
)
AGREE = Label(en="I agree", es="Acepto")
NOT_NOW = Label(en="Not now", es="Ahora no")
SIGN = Text(
    en="<b>Your signature</b>\nPlease type your name: it completes your consent of {date}. Only that record keeps it, "
    "encrypted; nobody in the group sees it. You may delete your message from this chat afterwards.",
    es="<b>Tu firma</b>\nEscribe tu nombre, por favor: completa tu consentimiento del {date}. Solo lo guarda ese registro, "
    "cifrado; nadie del grupo lo ve. Después puedes borrar tu mensaje de este chat.",
)
SIGNED = Text(
    en="Thank you, your consent is signed ({date}).", es="Gracias, tu consentimiento está firmado ({date})."
)
