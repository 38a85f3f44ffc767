"""Words for the three things that two partners agree on at the start; each can be left out."""

from domain.agreements import Boundary, Reach
from handlers.texts.words import Label, Text

BEGIN = Label(en="Three short things first", es="Antes, tres cosas breves")
GO_ON = Label(en="Go on: {step} of {steps}", es="Seguir: {step} de {steps}")
ONCE_MORE = Label(en="How we do this", es="Cómo lo hacemos")

REACH_ASKS = Text(
    en="{step} of {steps}. How may <b>{names}</b> reach you?",
    es="{step} de {steps}. ¿Cómo prefieres que te contacte <b>{names}</b>?",
)
REACH = {
    Reach.ANY_TIME: Label(en="Messages, any time", es="Mensajes, a cualquier hora"),
    Reach.EVENINGS: Label(en="Messages, in the evening", es="Mensajes, por la tarde o noche"),
    Reach.CALLS: Label(en="Messages, and a call is fine too", es="Mensajes, y también una llamada"),
}
SHARED_ASKS = Text(
    en="{step} of {steps}. This is what you share:", es="{step} de {steps}. Esto es lo que muestras:"
)
SHARED_FINE = Label(en="That's fine", es="Está bien así")
NOT_ASKS = Text(en="{step} of {steps}. What this is not:", es="{step} de {steps}. Lo que esto no es:")
NO_CRISIS_SERVICE = Text(
    en="• A partner is no crisis service. [I need help now] stays where it is.",
    es="• Una compañía no es un servicio de crisis. [Necesito ayuda ya] sigue donde está.",
)
STAYS_HERE = Text(
    en="• What is said here stays here. You both promise that. The clinic's privacy law binds the clinic, "
    "not <b>{names}</b>; so share only what you'd be fine with.",
    es="• Lo que se dice aquí queda aquí. Las dos partes lo prometen. La ley de privacidad obliga a la clínica, "
    "no a <b>{names}</b>; así que comparte solo lo que te parezca bien.",
)
ADVICE_ASKS = Text(en="And advice?", es="¿Y los consejos?")
BOUNDARY = {
    Boundary.NO_ADVICE: Label(en="Please only when I ask", es="Por favor solo si los pido"),
    Boundary.ADVICE_IS_WELCOME: Label(en="Advice is welcome", es="Son bienvenidos"),
}
SKIP = Label(en="Skip", es="Omitir")
SKIP_LAST = Label(en="No wish about that", es="Sin deseo al respecto")
OUR_PAGE = Label(en="Our page", es="Nuestra página")
LATER = Label(en="Later", es="Más tarde")

DONE = Text(
    en="Thank you. <b>{names}</b> can see what you chose, and you can change it at /partner.",
    es="Gracias. <b>{names}</b> ve lo que elegiste, y puedes cambiarlo en /partner.",
)
AGREED = Text(
    en="You have all done this now, so you can begin.", es="Ya lo hicieron todas las partes: pueden empezar."
)
OTHER_REACH = {
    Reach.ANY_TIME: Text(en="Messages at any time.", es="Mensajes a cualquier hora."),
    Reach.EVENINGS: Text(en="Evenings, by message.", es="Por la tarde o noche, con mensajes."),
    Reach.CALLS: Text(en="Messages; a call is fine too.", es="Mensajes; también una llamada."),
}
OTHER_BOUNDARY = {
    Boundary.NO_ADVICE: Text(
        en="Please: no advice unless asked.", es="Por favor: consejos solo si se piden."
    ),
    Boundary.ADVICE_IS_WELCOME: Text(en="Advice is welcome.", es="Los consejos son bienvenidos."),
}
OTHER_CHOSE = Text(en="How {name} likes it: {wishes}", es="Cómo lo prefiere {name}: {wishes}")
