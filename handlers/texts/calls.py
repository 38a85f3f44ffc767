"""Words of arranging a call or a walk; times are always those of the reader's own clock."""

from domain.calls import CallKind
from handlers.texts.words import Label, Text

PLAN = Label(en="Plan a call or a walk", es="Acordar una llamada o un paseo")
WHICH = Text(
    en="A call or a walk with <b>{names}</b>? You offer up to three times, and <b>{names}</b> picks one or none.",
    es="¿Una llamada o un paseo con <b>{names}</b>? Ofreces hasta tres horas, y <b>{names}</b> elige una o ninguna.",
)
KINDS = {
    CallKind.CALL: Label(en="A call", es="Una llamada"),
    CallKind.WALK: Label(en="A walk", es="Un paseo"),
}
NAMED = {
    CallKind.CALL: Text(en="a call", es="una llamada"),
    CallKind.WALK: Text(en="a walk", es="un paseo"),
}
PICK = Text(
    en="Which times suit you? Tap up to three; they are on your clock. Picked: {number} of {most}.",
    es="¿Qué horas te van bien? Toca hasta tres; son de tu reloj. Elegidas: {number} de {most}.",
)
PICKED_SLOT = Label(en="✓ {moment}", es="✓ {moment}")
LATER_DAYS = Label(en="Later days", es="Días siguientes")
EARLIER_DAYS = Label(en="Earlier days", es="Días anteriores")
OFFER = Label(en="Offer these", es="Ofrecer estas")
BACK = Label(en="Back", es="Atrás")
NEVER_MIND = Label(en="Never mind", es="Mejor no")

OFFERED_BY_ME = Text(
    en="On its way to <b>{names}</b>: {kind}, at one of these times on your clock.",
    es="En camino a <b>{names}</b>: {kind}, a una de estas horas de tu reloj.",
)
TIME_LINE = Text(en="• {moment}", es="• {moment}")
ARRIVED = Text(
    en="Your partner has an idea for this week.", es="Tu compañía tiene una idea para esta semana."
)
OFFERED_TO_ME = Text(
    en="<b>{name}</b> offers {kind}. Which time suits you? These are on your clock.",
    es="<b>{name}</b> propone {kind}. ¿Qué hora te va bien? Son de tu reloj.",
)
NONE_FITS = Label(en="None of these", es="Ninguna de estas")
AGREED = Text(
    en="Agreed with <b>{names}</b>: {kind} on {moment}, on your clock. I'll say a word half an hour before. "
    "Where, or who calls whom, you can settle in a message.",
    es="Acordado con <b>{names}</b>: {kind}, {moment}, en tu reloj. Aviso media hora antes. "
    "Dónde, o quién llama a quién, lo pueden ver en un mensaje.",
)
PICKED_ONE = Text(en="Your partner picked a time.", es="Tu compañía eligió una hora.")
NONE_FOR_THEM = Text(
    en="None of your times suits <b>{names}</b> this week. It says nothing about you; you can offer others.",
    es="Ninguna de tus horas le va bien a <b>{names}</b> esta semana. No dice nada de ti; puedes ofrecer otras.",
)
NONE_FOR_ME = Text(
    en="I've told <b>{names}</b> kindly that none of these fits. You can offer times that suit you.",
    es="Le dije a <b>{names}</b> con amabilidad que ninguna encaja. Puedes ofrecer horas que te vayan bien.",
)
ABOUT_THE_OFFER = Text(en="News about the times you offered.", es="Novedades de las horas que ofreciste.")
CANCEL = Label(en="Cancel it", es="Cancelar")
TAKE_BACK = Label(en="Take the offer back", es="Retirar la propuesta")
CANCELLED = Text(
    en="This one won't be. You can always plan another.", es="Este no será. Siempre pueden acordar otro."
)
CANCELLED_BY_PARTNER = Text(
    en="A plan of this week has changed.\n\n<b>{names}</b> can't make it on {moment} after all. Plans change; "
    "you can find another time together.",
    es="Un plan de esta semana cambió.\n\nA <b>{names}</b> al final no le va bien el {moment}. Los planes cambian; "
    "pueden buscar otra hora.",
)
SOON = Text(
    en="Soon: what you two planned.\n\n{kind} with <b>{names}</b> at {time}.",
    es="Pronto: lo que acordaron.\n\n{kind} con <b>{names}</b> a las {time}.",
)
WAS_IT = Text(
    en="You planned {kind} with <b>{names}</b> on {moment}. Did it take place?",
    es="Acordaste {kind} con <b>{names}</b>, {moment}. ¿Se hizo?",
)
WAS_SO = Label(en="Yes", es="Sí")
WAS_NOT = Label(en="Not this time", es="Esta vez no")
HAPPENED = Text(
    en="Good. It counts as contact for this week.", es="Bien. Cuenta como contacto de esta semana."
)
DID_NOT = Text(en="All right. Another time is as good.", es="Está bien. Otra vez será igual de buena.")
NEXT = Text(en="Next: {kind} on {moment}", es="Próximo: {kind}, {moment}")
SHOW = Label(en="Our plan", es="Nuestro plan")

REFUSALS = {
    "calls.gone": Text(
        en="That plan stands otherwise by now, so nothing changed. /partner shows how things are.",
        es="Ese plan ya está de otra forma, así que no cambió nada. /partner muestra cómo están las cosas.",
    ),
    "calls.times_gone": Text(
        en="Those times have passed, or aren't offered any more. You can pick others from /partner.",
        es="Esas horas ya pasaron o ya no se ofrecen. Puedes elegir otras desde /partner.",
    ),
}
