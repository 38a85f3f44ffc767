"""Words of setting what a group is asked: what a change does stands before it, and burden is named as what it is."""

from domain.items import Scale
from handlers.texts.words import Label, Text

QUESTIONS_COMMAND = Label(en="What my group is asked", es="Qué se le pregunta a mi grupo")

WHICH_GROUP = Text(en="Which group do you mean?", es="¿A cuál grupo te refieres?")
ASKED = Text(
    en="<b>What {group} is asked</b>\nIn this order, from each person's next check-in on. Tap a question to change it.",
    es="<b>Qué se le pregunta a {group}</b>\nEn este orden, desde el próximo registro de cada persona. Toca una pregunta para "
    "cambiarla.",
)
TURNS_MARK = Text(
    en="↻ takes turns: one of these a day.",
    es="↻ se turna: una de estas por día.",
)
ON = Label(en="{number} ✓ {name}", es="{number} ✓ {name}")
ON_TURNS = Label(en="{number} ✓ {name} ↻", es="{number} ✓ {name} ↻")
OFF = Label(en="{number} ○ {name}, off", es="{number} ○ {name}, no")
ADD = Label(en="Add a question", es="Agregar una pregunta")
PREVIEW = Label(en="Preview the check-in", es="Ver el registro completo")
RESET = Label(en="Back to the template", es="Volver a la plantilla")
BACK_TO_LIST = Label(en="Back to the list", es="Volver a la lista")
BACK = Label(en="Back", es="Atrás")
LEAVE_PREVIEW = Label(en="Leave the preview", es="Salir de la vista previa")

ITEM = Text(en="<b>{name}</b> · number {number} of {count}", es="<b>{name}</b> · número {number} de {count}")
ITEM_OFF = Text(en="<b>{name}</b> · off", es="<b>{name}</b> · no se pregunta")
OWN_CHOICES = Text(en="To choose from: {choices}.", es="Para elegir: {choices}.")
STAYS_ON = Text(
    en="Mood always stays on: on steady days the check-in is this one question.",
    es="El ánimo siempre queda: en los días estables el registro es solo esta pregunta.",
)
ALERTS_REST = Text(
    en="Alerts rest on this answer. While it is off, you are not told of cravings or use from check-ins of this group.",
    es="Las alertas dependen de esta respuesta. Mientras no se pregunte, no te aviso de ganas o de consumo en los registros de "
    "este grupo.",
)
TAKES_TURNS = Text(
    en="It takes turns with others like it: one of them a day.",
    es="Se turna con otras parecidas: una de ellas por día.",
)
OF_USE_ONLY = Text(
    en="On a track without substance use nobody is asked this.",
    es="En un programa sin consumo de sustancias no se le pregunta a nadie.",
)
NOT_IN_AFTERCARE = Text(
    en="In phase 4, aftercare, the template leaves it out.",
    es="En la fase 4, de seguimiento, la plantilla la deja fuera.",
)
IN_AFTERCARE_TOO = Text(
    en="It is asked in phase 4, aftercare, too.",
    es="También se pregunta en la fase 4, de seguimiento.",
)
LAST_ALWAYS = Text(
    en="It is always the last question.",
    es="Siempre es la última pregunta.",
)
SWITCH_OFF = Label(en="Switch off", es="No preguntarla")
SWITCH_ON = Label(en="Switch on", es="Preguntarla")
ALSO_IN_AFTERCARE = Label(en="Ask in phase 4 too", es="Preguntarla también en la fase 4")
NOT_ALSO_IN_AFTERCARE = Label(en="Not in phase 4", es="No en la fase 4")
UP = Label(en="Move up", es="Subir")
DOWN = Label(en="Move down", es="Bajar")
WHAT_PEOPLE_SEE = Label(en="What people see", es="Qué ve la gente")
ANSWERS = Label(en="Answers", es="Respuestas")
LATELY = Text(
    en="<b>{wording}</b>\nAnswered in the last {days} days:",
    es="<b>{wording}</b>\nRespuestas de los últimos {days} días:",
)
NONE_LATELY = Text(
    en="<b>{wording}</b>\nNobody answered it in the last {days} days.",
    es="<b>{wording}</b>\nNadie la respondió en los últimos {days} días.",
)
ANSWERED = Text(en="• <b>{name}</b> ({day}): {answer}", es="• <b>{name}</b> ({day}): {answer}")
SPOKEN = Text(en="a voice note, which stays theirs", es="una nota de voz, que queda con esa persona")
MORE_ANSWERS = Text(en="… and {number} more", es="… y {number} más")
SOMEBODY = Text(en="somebody", es="alguien")
REMOVE = Label(en="Remove", es="Quitar")

AS_SEEN = Text(en="<i>This is what people see:</i>", es="<i>Esto es lo que ve la gente:</i>")
ONLY_A_PREVIEW = Label(en="This is only a preview.", es="Esto es solo una vista previa.")
TODAY = Text(en="<b>A check-in today</b>", es="<b>Un registro de hoy</b>")
SEQUENCE = Text(
    en="<b>{who}</b>\n{names}\n<i>{questions} questions, {taps} taps</i>",
    es="<b>{who}</b>\n{names}\n<i>{questions} preguntas, {taps} toques</i>",
)
SEQUENCE_ONE = Text(
    en="<b>{who}</b>\n{names}\n<i>{questions} question, {taps} taps</i>",
    es="<b>{who}</b>\n{names}\n<i>{questions} pregunta, {taps} toques</i>",
)
USE_TRACKS = Text(en="With substance use", es="Con consumo de sustancias")
OTHER_TRACKS = Text(en="Mental health only", es="Solo salud mental")
EARLY_PHASES = Text(en="{track}, phases 1 to 3", es="{track}, fases 1 a 3")
AFTERCARE = Text(en="{track}, phase 4", es="{track}, fase 4")
STEADY = Text(
    en="After three steady days the check-in is mood alone, 2 taps, until something changes.",
    es="Tras tres días estables el registro es solo el ánimo, 2 toques, hasta que algo cambie.",
)

RESET_ASKS = Text(
    en="Shall {group} be asked what the template says, in its order? Your own questions are switched off, not removed.",
    es="¿Le pregunto a {group} lo que dice la plantilla, en su orden? Sus preguntas propias dejan de preguntarse, pero no se "
    "quitan.",
)
RESET_YES = Label(en="Yes, back to the template", es="Sí, volver a la plantilla")
RESET_NO = Label(en="No, keep ours", es="No, dejar la nuestra")
RESET_DONE = Label(en="The template holds again.", es="Vale otra vez la plantilla.")
REMOVE_ASKS = Text(
    en="Shall I stop asking “{wording}”? On phones where it is open now it can still be answered. Old answers stay.",
    es="¿Dejo de preguntar «{wording}»? Donde está abierta ahora todavía se puede responder. Las respuestas quedan.",
)
REMOVE_YES = Label(en="Yes, remove it", es="Sí, quitarla")
REMOVE_NO = Label(en="No, keep it", es="No, dejarla")
REMOVED = Label(en="Removed.", es="Quitada.")

HOW_ANSWERED = Text(
    en="<b>A question of your own</b>\nHow is it answered?",
    es="<b>Una pregunta propia</b>\n¿Cómo se responde?",
)
SCALES = {
    Scale.NUMBER: Label(en="0 to 10", es="0 a 10"),
    Scale.YES_NO: Label(en="Yes or no", es="Sí o no"),
    Scale.CHOICE: Label(en="One of several", es="Una de varias"),
    Scale.TEXT: Label(en="In words", es="Con palabras"),
}
WRITE_WORDS = Text(
    en="<b>How does it read?</b>\nType the question, up to {limit} characters. Plain words; people see it exactly so.",
    es="<b>¿Cómo dice?</b>\nEscribe la pregunta, hasta {limit} caracteres. Palabras sencillas; se ve tal cual.",
)
WRITE_CHOICES = Text(
    en="<b>“{wording}”</b>\nNow type what can be chosen, each on its own line: {fewest} to {most}, up to {limit} "
    "characters each.",
    es="<b>«{wording}»</b>\nAhora escribe lo que se puede elegir, cada cosa en su línea: de {fewest} a {most}, hasta {limit} "
    "caracteres cada una.",
)
KEEP = Label(en="Keep it", es="Usarla")
DROP = Label(en="Drop it", es="Descartarla")
REWORD = Label(en="Other words", es="Otras palabras")
RECHOOSE = Label(en="Other choices", es="Otras opciones")
KEPT = Label(en="It is asked from the next check-in on.", es="Se pregunta desde el próximo registro.")
DROPPED = Label(en="Dropped. Nobody was asked.", es="Descartada. No se le preguntó a nadie.")
GONE = Text(
    en="That question is not asked any more. Here is how it stands.",
    es="Esa pregunta ya no se hace. Así está ahora.",
)

REFUSALS = {
    "questions.always_on": STAYS_ON,
    "questions.too_many": Text(
        en="That would make {number} questions in one check-in. At {most} I stop: the longer it is, the fewer people answer. "
        "Switch another one off first.",
        es="Serían {number} preguntas en un registro. En {most} me detengo: cuanto más largo es, menos gente responde. Primero "
        "deja de preguntar otra.",
    ),
    "questions.enough_own": Text(
        en="{most} questions of your own are the most: the longer a check-in, the fewer people answer. Remove one first.",
        es="{most} preguntas propias son el máximo: cuanto más largo es un registro, menos gente responde. Primero quita una.",
    ),
    "questions.no_words": Text(
        en="There were no words in that. Please type the question.",
        es="Ahí no había palabras. Escribe la pregunta, por favor.",
    ),
    "questions.too_long": Text(
        en="That has {length} characters; {limit} fit. It's still in the chat above: copy it and send a shorter one.",
        es="Eso tiene {length} caracteres; caben {limit}. Sigue arriba en el chat: cópialo y manda uno más corto.",
    ),
    "questions.how_many_choices": Text(
        en="I count {number} there. It takes {fewest} to {most}, each choice on its own line.",
        es="Cuento {number} ahí. Hacen falta de {fewest} a {most}, cada opción en su línea.",
    ),
    "questions.long_choice": Text(
        en="“{choice}” is too long for a button: {limit} characters fit. Please send all choices again.",
        es="«{choice}» es demasiado largo para un botón: caben {limit} caracteres. Manda todas las opciones de nuevo.",
    ),
    "questions.same_choice": Text(
        en="Two of the choices are the same. Please send them again.",
        es="Dos de las opciones son iguales. Mándalas de nuevo, por favor.",
    ),
}
