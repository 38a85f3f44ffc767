"""Words of a group's thresholds: what raises an alert, and what another value would have brought."""

from domain.setbacks import Rule
from handlers.texts.words import Label, Text

THRESHOLDS_COMMAND = Label(en="What raises an alert in my group", es="Qué causa una alerta en mi grupo")

WHICH_GROUP = Text(en="Which group do you mean?", es="¿A cuál grupo te refieres?")
TITLE = Text(en="<b>{group}</b>: what raises an alert", es="<b>{group}</b>: qué causa una alerta")
ALWAYS = Text(
    en="Always, and this cannot be changed: asking for help now, item 9 above 0, words of danger, use that is reported, a "
    "partner's worry.",
    es="Siempre, y esto no se puede cambiar: pedir ayuda ahora, la pregunta 9 por encima de 0, palabras de peligro, un "
    "consumo informado, la preocupación de una compañía.",
)
TOLD = Text(en="<b>You are told at once</b>", es="<b>Te aviso enseguida</b>")
WATCHED = Text(en="<b>To watch, in the morning</b>", es="<b>A seguir, por la mañana</b>")
RULES = {
    Rule.CRAVING: Text(en="• craving {value} or more", es="• ganas de consumir {value} o más"),
    Rule.MOOD: Text(en="• mood {value} or less", es="• ánimo {value} o menos"),
    Rule.MISSED: Text(
        en="• {value} check-ins in a row without an answer", es="• {value} registros seguidos sin respuesta"
    ),
    Rule.MISSED_SOON: Text(en="• {value} in a row without an answer", es="• {value} seguidos sin respuesta"),
    Rule.MISSED_OFTEN: Text(
        en="• {value} of the last 7 without an answer", es="• {value} de los últimos 7 sin respuesta"
    ),
    Rule.COMBINED: Text(
        en="• two in a row without an answer within four weeks of use",
        es="• dos seguidos sin respuesta en las cuatro semanas después de un consumo",
    ),
    Rule.MEASURE: Text(
        en="• a questionnaire worse by more than chance moves it",
        es="• un cuestionario peor de lo que lo mueve el azar",
    ),
    Rule.SHIFT: Text(
        en="• days that are worse than is usual for the person",
        es="• días peores que lo habitual de la persona",
    ),
    Rule.NO_SHOW: Text(
        en="• a session missed without a word, where /sessions says so",
        es="• una sesión a la que faltó sin avisar, si /sessions lo dice",
    ),
}
RULE_OFF = Text(en="• {name}: off", es="• {name}: sin aviso")
NAMES = {
    Rule.CRAVING: Label(en="Craving", es="Ganas de consumir"),
    Rule.MOOD: Label(en="Mood", es="Ánimo"),
    Rule.MISSED: Label(en="Missed in a row", es="Sin respuesta seguidos"),
    Rule.MISSED_SOON: Label(en="First missed", es="Primeros sin respuesta"),
    Rule.MISSED_OFTEN: Label(en="Missed often", es="A menudo sin respuesta"),
    Rule.COMBINED: Label(en="Missed after use", es="Sin respuesta tras consumo"),
    Rule.MEASURE: Label(en="Questionnaires", es="Cuestionarios"),
    Rule.SHIFT: Label(en="Worse than usual", es="Peor que lo habitual"),
    Rule.NO_SHOW: Label(en="Missed sessions", es="Faltas a sesiones"),
}
TITLE_OF_RULE = Text(en="<b>{name}</b>", es="<b>{name}</b>")
CHOOSE = Text(
    en="Tap a value to see what it would have brought. Nothing changes before you say so.",
    es="Toca un valor para ver qué habría traído. Nada cambia antes de que lo digas.",
)
BROUGHT_ONE = Text(
    en="This holds now. In the last {days} days it comes to {number} alert.",
    es="Esto vale ahora. En los últimos {days} días suma {number} alerta.",
)
BROUGHT = Text(
    en="This holds now. In the last {days} days it comes to {number} alerts.",
    es="Esto vale ahora. En los últimos {days} días suma {number} alertas.",
)
WOULD_BRING_ONE = Text(
    en="In the last {days} days this would have brought {number} alert; what holds now comes to {now}.",
    es="En los últimos {days} días esto habría traído {number} alerta; con lo que vale ahora son {now}.",
)
WOULD_BRING = Text(
    en="In the last {days} days this would have brought {number} alerts; what holds now comes to {now}.",
    es="En los últimos {days} días esto habría traído {number} alertas; con lo que vale ahora son {now}.",
)
NOT_REPLAYED = Text(
    en="How often this would have come up I can't say beforehand.",
    es="Cuántas veces habría aparecido no lo puedo decir de antemano.",
)
JUDGED = Text(
    en="Alerts with this rule that were closed in that time: {closed}; false alarms: {wrong}.",
    es="Alertas con esta regla cerradas en ese tiempo: {closed}; falsas alarmas: {wrong}.",
)
USE_THIS = Label(en="Use this: {value}", es="Usar esto: {value}")
TURN_OFF = Label(en="Turn it off", es="Quitar el aviso")
OFF = Label(en="Off", es="No")
ON = Label(en="On", es="Sí")
CHOSEN = Label(en="✓ {choice}", es="✓ {choice}")
BACK = Label(en="Back", es="Atrás")
CHANGED = Label(en="Changed.", es="Cambiado.")
