"""Words for a time in which nothing could be heard: what is true, and what to do now."""

from handlers.texts.words import Text

DEAF = Text(
    en="<b>I could not hear you from {since} to {until}.</b> What you sent in that time may be lost. Please send it again if it "
    "still matters. If you asked for help and nobody came, I am sorry; the button works now.",
    es="<b>No pude oírte del {since} al {until}.</b> Lo que enviaste en ese tiempo puede haberse perdido. Envíalo otra vez, por "
    "favor, si todavía importa. Si pediste ayuda y nadie llegó, lo siento; el botón ya funciona.",
)
DEAF_TO_GROUP = Text(
    en="<b>I could not hear anybody from {since} to {until}.</b> What people sent in that time may be lost, calls for help too, and "
    "no alert came of it. Please ask in your group how everybody is.",
    es="<b>No pude oír a nadie del {since} al {until}.</b> Lo que se envió en ese tiempo puede haberse perdido, también pedidos de "
    "ayuda, y no hubo alertas. Por favor, pregunta en tu grupo cómo está cada persona.",
)
