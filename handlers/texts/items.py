"""Words of the questions of a check-in: what is asked, why, and how an answer is said back; no answer is praised or blamed."""

from domain.items import (
    AHEAD,
    COMMITMENT,
    CONFIDENCE,
    CRAVING,
    MOOD,
    NOTE,
    PARTNER,
    SLEEP,
    TENSION,
    USE,
    Use,
)
from handlers.texts.words import Label, Text

QUESTIONS = {
    MOOD: Text(
        en="<b>How is your mood today?</b>\n0 very bad, 10 very good.",
        es="<b>¿Cómo está tu ánimo hoy?</b>\n0 muy mal, 10 muy bien.",
    ),
    TENSION: Text(
        en="<b>How tense are you right now?</b>\n0 calm, 10 very tense.",
        es="<b>¿Cuánta tensión sientes ahora?</b>\n0 calma, 10 mucha tensión.",
    ),
    CRAVING: Text(
        en="<b>Strongest craving {since}?</b>\n0 none, 10 the strongest you've known.",
        es="<b>¿Tus ganas más fuertes de consumir {since}?</b>\n0 ninguna, 10 las más fuertes que has sentido.",
    ),
    USE: Text(
        en="<b>Any use {since}?</b>\nEvery answer is welcome here, and rather not saying is one too.",
        es="<b>¿Consumiste algo {since}?</b>\nAquí cualquier respuesta es bienvenida, y preferir no decirlo también lo es.",
    ),
    CONFIDENCE: Text(
        en="<b>How sure are you that you can stay on your plan?</b>\n0 not at all, 10 completely.",
        es="<b>¿Cuánta confianza tienes en seguir tu plan?</b>\n0 ninguna, 10 toda.",
    ),
    SLEEP: Text(
        en="<b>How did you sleep last night?</b>\n0 not at all, 10 as well as you could wish.",
        es="<b>¿Cómo dormiste anoche?</b>\n0 nada, 10 tan bien como quisieras.",
    ),
    AHEAD: Text(
        en="<b>Anything risky ahead?</b>\nPeople, places or a celebration in the next days.",
        es="<b>¿Viene algo arriesgado?</b>\nPersonas, lugares o una celebración en los próximos días.",
    ),
    PARTNER: Text(
        en="<b>Were you in touch with your partner {since}?</b>",
        es="<b>¿Tuviste contacto con tu compañía {since}?</b>",
    ),
    COMMITMENT: Text(
        en="<b>Did you do what you had planned for yourself {since}?</b>\nIf nothing was planned, just skip.",
        es="<b>¿Hiciste lo que tenías planeado para ti {since}?</b>\nSi no había nada planeado, sáltalo.",
    ),
    NOTE: Text(
        en="<b>Anything you want to note?</b>\nJust write it.",
        es="<b>¿Quieres anotar algo?</b>\nSolo escríbelo.",
    ),
}
LATE_QUESTIONS = {
    MOOD: Text(
        en="<b>How was your mood on {day}?</b>\n0 very bad, 10 very good.",
        es="<b>¿Cómo estuvo tu ánimo el {day}?</b>\n0 muy mal, 10 muy bien.",
    ),
    TENSION: Text(
        en="<b>How tense were you on {day}?</b>\n0 calm, 10 very tense.",
        es="<b>¿Cuánta tensión sentiste el {day}?</b>\n0 calma, 10 mucha tensión.",
    ),
    CRAVING: Text(
        en="<b>Strongest craving on {day}?</b>\n0 none, 10 the strongest you've known.",
        es="<b>¿Tus ganas más fuertes de consumir el {day}?</b>\n0 ninguna, 10 las más fuertes que has sentido.",
    ),
    USE: Text(
        en="<b>Any use on {day}?</b>\nEvery answer is welcome here, and rather not saying is one too.",
        es="<b>¿Consumiste algo el {day}?</b>\nAquí cualquier respuesta es bienvenida, y preferir no decirlo también lo es.",
    ),
    CONFIDENCE: Text(
        en="<b>On {day}, how sure were you that you could stay on your plan?</b>\n0 not at all, 10 completely.",
        es="<b>El {day}, ¿cuánta confianza tenías en seguir tu plan?</b>\n0 ninguna, 10 toda.",
    ),
    SLEEP: Text(
        en="<b>How did you sleep the night before {day}?</b>\n0 not at all, 10 as well as you could wish.",
        es="<b>¿Cómo dormiste la noche antes del {day}?</b>\n0 nada, 10 tan bien como quisieras.",
    ),
    AHEAD: Text(
        en="<b>On {day}, was anything risky coming up?</b>\nPeople, places or a celebration in the days after.",
        es="<b>El {day}, ¿venía algo arriesgado?</b>\nPersonas, lugares o una celebración en los días siguientes.",
    ),
    PARTNER: Text(
        en="<b>Were you in touch with your partner on {day}?</b>",
        es="<b>¿Tuviste contacto con tu compañía el {day}?</b>",
    ),
    COMMITMENT: Text(
        en="<b>Did you do what you had planned for {day}?</b>\nIf nothing was planned, just skip.",
        es="<b>¿Hiciste lo que tenías planeado para el {day}?</b>\nSi no había nada planeado, sáltalo.",
    ),
    NOTE: Text(
        en="<b>Anything you want to note about {day}?</b>\nJust write it.",
        es="<b>¿Quieres anotar algo del {day}?</b>\nSolo escríbelo.",
    ),
}
"""The same about a day that is over, for every question: an answer counts for the day that it names."""
OWN_QUESTION = Text(en="<b>{wording}</b>", es="<b>{wording}</b>")
OWN_NUMBERS = Text(en="From 0 to 10.", es="De 0 a 10.")
OWN_WORDS = Text(en="Just write it.", es="Solo escríbelo.")
OWN_CHOICE = Text(en="{number}. {choice}", es="{number}. {choice}")

SINCE_TODAY = Text(en="since earlier today", es="desde hace un rato")
SINCE_YESTERDAY = Text(en="since yesterday", es="desde ayer")
SINCE_DAY = Text(en="since {day}", es="desde el {day}")
SINCE_NOTHING = Text(en="in the last day", es="en el último día")

YES = Label(en="Yes", es="Sí")
NO = Label(en="No", es="No")
USES = {
    Use.NO: Label(en="No", es="No"),
    Use.YES: Label(en="Yes", es="Sí"),
    Use.RATHER_NOT_SAY: Label(en="Rather not say", es="Prefiero no decirlo"),
}

REASONS = {
    MOOD: Text(
        en="Mood has ups and downs that are hard to see from inside. Over weeks, a line shows what helps you and what "
        "wears you down. A very low mood is also a reason for your facilitator to ask how you are.",
        es="El ánimo sube y baja de formas que cuesta ver desde adentro. Con las semanas, una línea muestra qué te ayuda y "
        "qué te desgasta. Un ánimo muy bajo también es motivo para que quien facilita tu grupo te pregunte cómo estás.",
    ),
    TENSION: Text(
        en="Restlessness often comes before a hard stretch, sometimes weeks before anything else shows. Seeing it early "
        "leaves more time to do something about it.",
        es="La inquietud suele llegar antes de una etapa difícil, a veces semanas antes de que se note otra cosa. Verla "
        "pronto deja más tiempo para hacer algo.",
    ),
    CRAVING: Text(
        en="A strong craving is a moment to have company, not a fault. From {threshold} on, your facilitator is told, so "
        "that you don't have to carry it until the next session.",
        es="Unas ganas fuertes piden compañía, no son culpa tuya. Desde {threshold}, se le avisa a quien facilita tu grupo, "
        "para que no las cargues hasta la próxima sesión.",
    ),
    USE: Text(
        en="A return to use is something to talk about soon, while help is easiest. If you answer yes, your facilitator is "
        "told. If you'd rather not say, that is kept as exactly that, never as a yes or a no.",
        es="De volver a consumir conviene hablar pronto, cuando ayudar es más fácil. Si respondes que sí, se le avisa a "
        "quien facilita tu grupo. Si prefieres no decirlo, queda así, nunca como un sí ni como un no.",
    ),
    CONFIDENCE: Text(
        en="You know yourself best. How sure somebody feels says more about the coming days than most other questions. A "
        "low number is no promise and no verdict, it is a reason to add support.",
        es="Nadie te conoce mejor que tú. Cuánta confianza siente una persona dice más sobre los próximos días que casi "
        "todo lo demás. Un número bajo no promete ni juzga nada: es motivo para sumar apoyo.",
    ),
    SLEEP: Text(
        en="After bad nights, cravings and low moods come more easily. Seeing it coming helps you plan a gentler day.",
        es="Después de noches malas, las ganas y el ánimo bajo llegan más fácil. Verlo venir te ayuda a planear un día más "
        "suave.",
    ),
    AHEAD: Text(
        en="Risk often comes on good days too: a party, an old friend, payday. Naming it beforehand makes it easier to "
        "plan for. This question takes turns with others.",
        es="El riesgo también llega en días buenos: una fiesta, una vieja amistad, el día de pago. Nombrarlo antes ayuda a "
        "prepararse. Esta pregunta se turna con otras.",
    ),
    PARTNER: Text(
        en="Good contact takes some of the weight off a bad mood. A quiet spell is worth noticing, whoever it comes from. "
        "This question takes turns with others.",
        es="El buen contacto le quita peso a un mal ánimo. Vale la pena notar cuando hay silencio, venga de quien venga. "
        "Esta pregunta se turna con otras.",
    ),
    COMMITMENT: Text(
        en="Small plans kept build trust in yourself. Plans not kept show which ones were too big. This question takes "
        "turns with others.",
        es="Cumplir planes pequeños da confianza. Los que no salen muestran cuáles eran demasiado grandes. Esta pregunta se "
        "turna con otras.",
    ),
    NOTE: Text(
        en="A few words of your own often say more than numbers when you look back. They are encrypted, and only you can "
        "read them here.",
        es="Unas palabras tuyas suelen decir más que los números cuando miras atrás. Se guardan cifradas y solo tú puedes "
        "leerlas aquí.",
    ),
}
OWN_REASON = Text(
    en="Your facilitator added this question for your group. You can skip it, like any other.",
    es="Quien facilita tu grupo agregó esta pregunta. Puedes saltarla, como cualquier otra.",
)

ITEM_NAMES = {
    MOOD: Label(en="Mood", es="Ánimo"),
    TENSION: Label(en="Tension", es="Tensión"),
    CRAVING: Label(en="Craving", es="Ganas de consumir"),
    USE: Label(en="Use", es="Consumo"),
    CONFIDENCE: Label(en="Confidence", es="Confianza"),
    SLEEP: Label(en="Sleep", es="Sueño"),
    AHEAD: Label(en="Risky ahead", es="Riesgo cerca"),
    PARTNER: Label(en="Contact with partner", es="Contacto con tu compañía"),
    COMMITMENT: Label(en="Plan for yourself", es="Plan para ti"),
    NOTE: Label(en="Note", es="Nota"),
}
ITEM_WITH_VALUE = Label(en="{item}: {value}", es="{item}: {value}")
VOICE = Label(en="a voice note", es="una nota de voz")
NO_ANSWER = Label(en="no answer", es="sin respuesta")

VALUES = {
    MOOD: Text(en="mood {value}", es="ánimo {value}"),
    TENSION: Text(en="tension {value}", es="tensión {value}"),
    CRAVING: Text(en="craving {value}", es="ganas de consumir {value}"),
    CONFIDENCE: Text(en="confidence {value}", es="confianza {value}"),
    SLEEP: Text(en="sleep {value}", es="sueño {value}"),
}
CHOSEN = {
    (USE, Use.NO): Text(en="no use", es="sin consumo"),
    (USE, Use.YES): Text(en="use: yes", es="consumo: sí"),
    (USE, Use.RATHER_NOT_SAY): Text(en="use: rather not say", es="consumo: prefiero no decirlo"),
    (AHEAD, 0): Text(en="nothing risky ahead", es="nada arriesgado cerca"),
    (AHEAD, 1): Text(en="something risky ahead", es="algo arriesgado cerca"),
    (PARTNER, 0): Text(en="no contact with your partner", es="sin contacto con tu compañía"),
    (PARTNER, 1): Text(en="in touch with your partner", es="en contacto con tu compañía"),
    (COMMITMENT, 0): Text(en="plan: not this time", es="plan: esta vez no"),
    (COMMITMENT, 1): Text(en="plan: done", es="plan: hecho"),
}
"""What is said back where an answer is not a number, by item and value."""
OWN_VALUE = Text(en="{wording} {value}", es="{wording} {value}")
