"""Words for bringing partners together: each is asked, nobody has to say why not."""

from domain.partners import LeftOut, Reason
from handlers.callbacks.pairing import Hand
from handlers.texts.words import Label, Text

PAIR_COMMAND = Label(en="Suggest partners", es="Proponer parejas de apoyo")

WHICH_GROUP = Text(en="Which group?", es="¿Qué grupo?")
PREVIEW = Text(
    en="<b>{group}</b>: these could be partners. Nobody has been asked yet.",
    es="<b>{group}</b>: estas personas podrían acompañarse. Todavía no se le preguntó a nadie.",
)
PREVIEW_OF_CHANGE = Text(
    en="<b>{group}</b>: on {moment} these will be asked. Until then you can change them.",
    es="<b>{group}</b>: el {moment} se les preguntará a estas parejas. Hasta entonces puedes cambiarlas.",
)
NOBODY_FITS = Text(
    en="<b>{group}</b>: no two of those who are free can be partners now.",
    es="<b>{group}</b>: de quienes están libres, nadie puede acompañarse ahora.",
)
MATCH = Text(en="{number}. <b>{names}</b>: {reasons}", es="{number}. <b>{names}</b>: {reasons}")
AND_MORE = Text(en="… and {number} more", es="… y {number} más")
REASONS = {
    Reason.TRIO: Text(en="three, so that nobody is left out", es="tres, para que nadie quede fuera"),
    Reason.PINNED: Text(en="chosen by the facilitator", es="por elección de quien facilita"),
    Reason.ASKED_FOR_ANOTHER: Text(
        en="one of them asked for somebody else before", es="antes, alguien de los dos pidió a otra persona"
    ),
    Reason.NEVER_BEFORE: Text(en="not partners before", es="no se han acompañado antes"),
    Reason.PARTNERS_BEFORE: Text(en="partners before", es="ya se acompañaron antes"),
    Reason.SIMILAR_HOURS: Text(en="similar hours", es="horarios parecidos"),
    Reason.ONE_FURTHER: Text(
        en="one has been here longer than the other", es="alguien lleva aquí más tiempo que la otra persona"
    ),
    Reason.SAME_TRACK: Text(en="same program", es="mismo programa"),
}
NOT_NOW = Text(en="Not asked now: {names}.", es="Sin preguntar por ahora: {names}.")
LEFT_OUT = {
    LeftOut.PAUSED: Text(en="{name} (paused)", es="{name} (en pausa)"),
    LeftOut.UNREACHABLE: Text(en="{name} (can't be reached)", es="{name} (no hay cómo contactarle)"),
    LeftOut.NOT_NOW: Text(en="{name} (no partner for now)", es="{name} (por ahora sin compañía)"),
    LeftOut.NO_COMMON_LANGUAGE: Text(
        en="{name} (nobody here writes in the same language)", es="{name} (nadie aquí escribe en su idioma)"
    ),
    LeftOut.WISH: Text(
        en="{name} (nobody here fits what was wished for)", es="{name} (nadie aquí coincide con lo deseado)"
    ),
    LeftOut.NOBODY_ALLOWED: Text(en="{name} (nobody here fits)", es="{name} (aquí nadie encaja)"),
    LeftOut.NO_ONE_LEFT: Text(en="{name} (nobody is left)", es="{name} (no queda nadie libre)"),
}
PARTNERS_NOW = Text(en="Partners now: {pairs}.", es="Se acompañan ahora: {pairs}.")
ASKED_NOW = Text(
    en="Asked, not yet all answered: {pairs}.", es="Con pregunta enviada, sin todas las respuestas: {pairs}."
)
ASKED_SINCE = Text(en="{names} (since {day})", es="{names} (desde {day})")
SEND_THESE = Label(en="Send these", es="Enviar estas")
SHUFFLE = Label(en="Shuffle", es="Mezclar")
CHANGE = Label(en="Change by hand", es="Cambiar a mano")
BY_HAND = Text(
    en="What would you like to change? Everything stays with you until you send it.",
    es="¿Qué quieres cambiar? Todo queda contigo hasta que lo envíes.",
)
PIN = Label(en="Put two together", es="Juntar a dos")
FORBID = Label(en="Not these two, this time", es="Estas dos personas no, esta vez")
SWAP = Label(en="Swap two", es="Intercambiar a dos")
START_OVER = Label(en="Undo what I set by hand", es="Deshacer lo que puse a mano")
NEVER_MIND = Label(en="Never mind", es="Mejor no")
PICK_FIRST = {
    Hand.PIN: Text(en="Whom would you like to put together?", es="¿A quién quieres juntar?"),
    Hand.FORBID: Text(en="Who are the two? First one:", es="¿Quiénes son? Primera persona:"),
    Hand.SWAP: Text(en="Whom would you like to swap?", es="¿A quién quieres intercambiar?"),
    Hand.APART: Text(en="Whom would you like to keep apart?", es="¿A quién quieres mantener aparte?"),
}
PICK_SECOND = {
    Hand.PIN: Text(en="<b>{name}</b>, together with whom?", es="<b>{name}</b>, ¿con quién?"),
    Hand.FORBID: Text(en="<b>{name}</b>, not with whom?", es="<b>{name}</b>, ¿con quién no?"),
    Hand.SWAP: Text(en="<b>{name}</b>, in whose place?", es="<b>{name}</b>, ¿en lugar de quién?"),
    Hand.APART: Text(en="<b>{name}</b>, apart from whom?", es="<b>{name}</b>, ¿aparte de quién?"),
}
CANCEL = Label(en="Cancel", es="Cancelar")
TAKE_BACK = Label(en="Take back what is asked", es="Retirar lo preguntado")
NO_OTHER_MIX = Label(
    en="Any other mix would repeat partners sooner.", es="Cualquier otra mezcla repetiría compañía antes."
)
CHANGED = Label(
    en="The group has changed since. Here is how it is now.",
    es="El grupo cambió desde entonces. Así está ahora.",
)
CANCELLED = Text(en="Nobody has been asked.", es="No se le preguntó a nadie.")
ASKED_ONE = Text(
    en="<b>{group}</b>: one pair is being asked. You'll hear only if somebody would like another partner.",
    es="<b>{group}</b>: se le está preguntando a una pareja. Sabrás solo si alguien quiere otra compañía.",
)
ASKED_MANY = Text(
    en="<b>{group}</b>: {number} pairs are being asked. You'll hear only if somebody would like another partner.",
    es="<b>{group}</b>: se les está preguntando a {number} parejas. Sabrás solo si alguien quiere otra compañía.",
)
NOBODY_YET = Text(
    en="<b>{group}</b> has no participants yet. /invite makes their links.",
    es="<b>{group}</b> aún no tiene participantes. /invite crea sus enlaces.",
)
NOBODY_FREE = Text(
    en="In <b>{group}</b> nobody is free to be paired right now.",
    es="En <b>{group}</b> nadie está libre ahora para formar pareja.",
)
ONE_FREE = Text(
    en="In <b>{group}</b> only <b>{name}</b> is free to be paired right now, and it takes two.",
    es="En <b>{group}</b> solo <b>{name}</b> puede formar pareja ahora, y hacen falta dos personas.",
)

PROPOSED = Text(
    en="<b>{names}</b> could be your partner between sessions. Would you like that?",
    es="<b>{names}</b> podría acompañarte entre sesiones, y tú también. ¿Te gustaría?",
)
PROPOSED_BOTH = Text(
    en="Three of you could be partners between sessions: you, <b>{names}</b>. Would you like that?",
    es="Podrían acompañarse entre sesiones en grupo de tres: tú, <b>{names}</b>. ¿Te gustaría?",
)
WHY = Text(en="Why this match: {reasons}.", es="Por qué: {reasons}.")
WHAT_IS_SHARED = Text(
    en="{names} would see whether you've checked in today and when you ask for support, and you'd see the same, for "
    "twelve weeks at most. Nothing else: all the rest stays yours unless you switch it on.",
    es="De ti se mostraría a {names} si ya hiciste tu registro de hoy y cuándo pides apoyo, y a ti lo mismo, por doce "
    "semanas a lo más. Nada más: todo lo demás es solo tuyo, a menos que decidas mostrarlo.",
)
HOW_TO_WRITE = Text(
    en="You'd write to each other through me. Your account and your number stay hidden.",
    es="Se escribirían a través de mí. Tu cuenta y tu número quedan ocultos.",
)
NO_REASON_NEEDED = Text(
    en="You needn't say why if you'd like someone else. Only your facilitator hears of it.",
    es="Si prefieres a otra persona, no tienes que decir por qué. Solo lo sabrá quien facilita tu grupo.",
)
YES = Label(en="Yes", es="Sí")
SOMEONE_ELSE = Label(en="Someone else, please", es="Otra persona, por favor")
WAITING = Text(
    en="Thank you. If it comes about with <b>{names}</b>, I'll tell you here. If not, your facilitator can suggest "
    "somebody else.",
    es="Gracias. Si se da con <b>{names}</b>, te lo diré aquí. Si no, quien facilita tu grupo puede proponer "
    "a otra persona.",
)
REFUSED = Text(
    en="Thank you for saying so. Your facilitator hears that you'd like someone else; nobody else does.",
    es="Gracias por decirlo. Quien facilita tu grupo sabrá que prefieres a otra persona; nadie más lo sabrá.",
)
NOT_OPEN = Text(
    en="This suggestion is no longer open. Your facilitator can make another.",
    es="Esta propuesta ya no está abierta. Quien facilita tu grupo puede hacer otra.",
)
OLD_PRESS = Label(
    en="That was settled already. Here is where it stands.", es="Eso ya estaba decidido. Así están las cosas."
)
FORMED = Text(
    en="<b>{names}</b> and you are partners now.", es="<b>{names}</b> y tú se acompañan desde ahora."
)
AGREED = Text(
    en="Agreed: you each see whether the other has checked in today, and when they ask for support. All the rest "
    "stays yours unless you switch it on, here or later.",
    es="Lo acordado: cada quien ve si la otra persona hizo su registro de hoy y cuándo pide apoyo. Todo lo demás "
    "es de cada quien, a menos que decidas mostrarlo, ahora o después.",
)
TO_WRITE = Text(
    en="To write: /partner. What is said between you stays between you.",
    es="Para escribir: /partner. Lo que se diga entre ustedes queda entre ustedes.",
)
WHAT_I_SHARE = Label(en="What I share", es="Lo que muestro")

SOMEBODY_ELSE_WANTED = Text(
    en="<b>{name}</b> would like another partner than {names}. I asked no reason, and nobody else is told.",
    es="<b>{name}</b> prefiere otra compañía que {names}. No pregunté el motivo, y nadie más lo sabe.",
)
THE_OTHERS_GO_ON = Text(en="The other two go on as a pair.", es="Las otras dos personas siguen como pareja.")
SUGGEST_AGAIN = Label(en="Suggest pairs again", es="Proponer de nuevo")

OVER = Text(
    en="Your time as partners with <b>{names}</b> has come to an end. That says nothing about you, and what you gave "
    "each other stays. Your facilitator can find you another partner.",
    es="Tu tiempo de compañía con <b>{names}</b> llegó a su fin. No dice nada de ti, y lo que se dieron queda. "
    "Quien facilita tu grupo puede buscarte otra compañía.",
)
NOT_TO_BE = Text(
    en="It won't be the pair with <b>{names}</b> this time. It says nothing about you; your facilitator will look for "
    "someone else.",
    es="Esta vez no será la pareja con <b>{names}</b>. No dice nada de ti; quien facilita tu grupo buscará "
    "a otra persona.",
)
SHRANK = Text(
    en="<b>{gone}</b> is no longer with the three of you. <b>{names}</b> and you go on as partners.",
    es="<b>{gone}</b> ya no está con ustedes. <b>{names}</b> y tú siguen acompañándose.",
)

REFUSALS = {
    "pairing.two_people": Text(en="That is one person; choose two.", es="Es una sola persona; elige dos."),
    "pairing.swap_two": Text(
        en="To swap, choose one person from each of two pairs.",
        es="Para intercambiar, elige a una persona de cada una de dos parejas.",
    ),
    "pairing.how_often": Text(
        en="Pairs can change every 1, 2, 3, 4 or 6 weeks, or never.",
        es="Las parejas pueden cambiar cada 1, 2, 3, 4 o 6 semanas, o nunca.",
    ),
    "pairing.too_many_pinned": Text(
        en="Only pairs and one group of three can be set by hand.",
        es="A mano solo se pueden armar parejas y un grupo de tres.",
    ),
    "pairing.pinned_not_now": Text(
        en="One of them wants no partner for now.", es="Una de estas personas no quiere compañía por ahora."
    ),
    "pairing.pinned_no_language": Text(
        en="They have no language in common to write in.", es="No tienen un idioma común para escribirse."
    ),
    "pairing.pinned_and_forbidden": Text(
        en="You ruled these two out for this time.", es="Descartaste esta pareja por esta vez."
    ),
    "pairing.pinned_not_allowed": Text(
        en="These two can't be partners right now.", es="Estas personas no pueden acompañarse por ahora."
    ),
}
