"""Words of drills: each says that it is one, first."""

from domain.escalation import Rung
from handlers.texts.words import Label, Text

DRILL = Text(
    en="<b>This is a drill.</b> Nobody is in need. If it were an alert, somebody would need you now. ({reference})",
    es="<b>Esto es un simulacro.</b> Nadie está en apuros. Si fuera una alerta, alguien te necesitaría ahora. ({reference})",
)
DRILL_AGAIN = Text(
    en="<b>This is still the drill.</b> Nobody has tapped yet. Nobody is in need. ({reference})",
    es="<b>Sigue el simulacro.</b> Nadie ha tocado el botón todavía. Nadie está en apuros. ({reference})",
)
I_HAVE_SEEN_IT = Label(en="I've seen the drill", es="Vi el simulacro")
THANK_YOU = Text(
    en="Thank you. The drill is over: seen after {seen}.",
    es="Gracias. El simulacro terminó: visto en {seen}.",
)
OVER_ALREADY = Text(en="The drill is over. Thank you.", es="El simulacro ya terminó. Gracias.")
SEEN = Text(
    en="<b>Drill of {group}</b>: sent after {sent}, seen after {seen} by {name}. It had climbed to: {rung}.",
    es="<b>Simulacro de {group}</b>: enviado en {sent}, visto en {seen} por {name}. Había subido hasta: {rung}.",
)
UNSEEN = Text(
    en="<b>Drill of {group}</b>: nobody tapped the button, from those on call up to the whole program. Sent after {sent}.\n"
    "Please look together at /cover, and at whether your phones let Tandem ring.",
    es="<b>Simulacro de {group}</b>: nadie tocó el botón, desde quien está de guardia hasta todo el programa. Enviado en "
    "{sent}.\nRevisen juntos /cover, y si sus teléfonos dejan sonar a Tandem.",
)
RUNGS = {
    Rung.ON_CALL: Label(en="those on call", es="quienes están de guardia"),
    Rung.AGAIN: Label(en="those on call, again", es="quienes están de guardia, otra vez"),
    Rung.BACKUPS: Label(en="the backups", es="los respaldos"),
    Rung.PROGRAM: Label(en="the whole program", es="todo el programa"),
    Rung.OPERATOR: Label(en="the operator", es="quien opera el sistema"),
}
SECONDS = Text(en="{number} s", es="{number} s")
MINUTES = Text(en="{number} min", es="{number} min")
NEVER = Text(en="(not at all)", es="(nunca)")
SOMEBODY = Text(en="somebody of the program", es="alguien del programa")
