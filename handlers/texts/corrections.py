"""Words for what editing a message did to the answer that it had given to a questionnaire."""

from handlers.texts.words import Text

CHANGED = Text(
    en="I changed your answer to what your message says now.",
    es="Cambié tu respuesta por lo que tu mensaje dice ahora.",
)
NOT_READ = Text(
    en="I couldn't read your changed message as one of the answers, so your answer stays as it was.",
    es="No pude leer tu mensaje cambiado como una de las respuestas, así que tu respuesta queda como estaba.",
)
TOO_LATE = Text(
    en="That questionnaire is closed, so your answer stays as it was.",
    es="Ese cuestionario ya cerró, así que tu respuesta queda como estaba.",
)
