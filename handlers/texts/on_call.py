"""Words about when alerts reach facilitators: on call, away, backup, drills; plain, and without alarm."""

from handlers.texts.words import Label, Text

COVER_COMMAND = Label(
    en="When alerts reach you, and who covers", es="Cuándo te llegan alertas y quién te cubre"
)

WHICH_GROUP = Text(en="<b>Which group?</b>", es="<b>¿Qué grupo?</b>")
POST = Text(en="<b>Alerts of {group}</b>", es="<b>Alertas de {group}</b>")
ALWAYS = Text(en="You are on call: always.", es="Estás de guardia: siempre.")
ON_CALL = Text(en="You are on call: {days}, {hours}.", es="Estás de guardia: {days}, {hours}.")
BACKUP = Text(
    en="You are a backup: alerts come to you when the others have not seen them.",
    es="Eres respaldo: las alertas te llegan cuando los demás no las han visto.",
)
AWAY = Text(
    en="<b>You are away</b> and back on {day}. Until then {cover} your alerts.",
    es="<b>Estás fuera</b> y vuelves el {day}. Hasta entonces {cover} tus alertas.",
)
AWAY_LATER = Text(
    en="You will be away from {first}, and back on {day}. Then {cover} your alerts.",
    es="Estarás fuera desde el {first} y vuelves el {day}. Entonces {cover} tus alertas.",
)
HAS_THEM = Text(en="<b>{name}</b> has", es="<b>{name}</b> tiene")
OTHERS_HAVE_THEM = Text(en="the others who can be reached have", es="quienes estén disponibles tienen")
GAP = Text(
    en="<b>Please look:</b> from {first} until {last} nobody of this group is on call. Urgent alerts go to all of you then; "
    "others wait, and then climb.",
    es="<b>Revisa, por favor:</b> desde {first} hasta {last} nadie de este grupo está de guardia. Entonces lo urgente va a "
    "todos ustedes; lo demás espera y después sube.",
)
URGENT_COMES = Text(
    en="If nobody has seen an alert, it climbs: again, backups, your program's other facilitators, the operator.",
    es="Si nadie ha visto una alerta, sube: otra vez, respaldos, quienes facilitan otros grupos, quien opera el sistema.",
)
DRILL_ON = Text(en="Weekly drill: next on {when}.", es="Simulacro semanal: el próximo, {when}.")

GO_AWAY = Label(en="I'm away from … to …", es="Estaré fuera del … al …")
COME_BACK = Label(en="I'm back", es="Ya volví")
HOURS = Label(en="Days and hours", es="Días y horas")
BE_BACKUP = Label(en="I am a backup", es="Soy respaldo")
BE_NO_BACKUP = Label(en="I'm no backup any more", es="Ya no soy respaldo")
DRILL = Label(en="Weekly drill: on", es="Simulacro semanal: sí")
NO_DRILL = Label(en="Weekly drill: off", es="Simulacro semanal: no")
BACK = Label(en="Back", es="Atrás")
DONE = Label(en="Done", es="Listo")

WHEN_AWAY = Text(
    en="<b>When are you away?</b>\nTap, or type it, for example “Nov 30 to Dec 7”. The last day counts too.",
    es="<b>¿Cuándo estás fuera?</b>\nToca, o escríbelo, por ejemplo «30 nov al 7 dic». El último día cuenta también.",
)
NO_DATES = Text(
    en="I couldn't read two coming days in that. You can write “Nov 30 to Dec 7” or “until Monday”; three months at most.",
    es="No pude leer dos días por venir ahí. Puedes escribir «30 nov al 7 dic» o «hasta el lunes»; tres meses como máximo.",
)
WHICH_DATES = Text(en="<b>Which days do you mean?</b>", es="<b>¿Qué días quieres decir?</b>")
LENGTHS = {
    0: Label(en="Today", es="Hoy"),
    2: Label(en="3 days", es="3 días"),
    6: Label(en="1 week", es="1 semana"),
    13: Label(en="2 weeks", es="2 semanas"),
}
"""By how many days after today the last one is."""
UNTIL = Label(en="{length} (back on {day})", es="{length} (vuelvo el {day})")
STRETCH = Label(en="{first} to {last}", es="Del {first} al {last}")
WHO_COVERS = Text(
    en="<b>Who has your alerts meanwhile?</b>\n{first} to {last}. You are back on {day}.",
    es="<b>¿Quién tiene tus alertas mientras tanto?</b>\nDel {first} al {last}. Vuelves el {day}.",
)
EVERYBODY_ELSE = Label(en="Everybody else of the group", es="El resto del grupo")
AWAY_NOTED = Label(en="Noted. One tap brings you back.", es="Anotado. Un toque te trae de vuelta.")
BACK_NOTED = Label(
    en="Welcome back. Alerts reach you again.", es="Hola de nuevo. Las alertas te llegan otra vez."
)
COVERING = Text(
    en="<b>{name}</b> is away and asks you to have the alerts of {group} until {day}.",
    es="<b>{name}</b> estará fuera y te pide tener las alertas de {group} hasta el {day}.",
)
SEE = Label(en="When alerts reach me", es="Cuándo me llegan alertas")

WHICH_HOURS = Text(
    en="<b>When are you on call?</b>\nTap days and hours, or type hours like “8 to 20”. They are by your own clock.\n"
    "Urgent alerts come at any hour when nobody else can be reached.",
    es="<b>¿Cuándo estás de guardia?</b>\nToca días y horas, o escribe horas como «8 a 20». Son de tu propio reloj.\n"
    "Lo urgente llega a cualquier hora cuando no hay nadie más.",
)
NOT_HOURS = Text(
    en="I couldn't read hours in that. You can write “8 to 20” or “10 pm to 6 am”.",
    es="No pude leer horas ahí. Puedes escribir «8 a 20» o «10 pm a 6 am».",
)
AT_ANY_TIME = Label(en="Always", es="Siempre")
WHOLE_DAY = Label(en="whole days", es="todo el día")
ONE_DAY_STAYS = Label(en="One day has to stay.", es="Tiene que quedar un día.")

REFUSALS = {
    "cover.no_hours": Text(
        en="I need at least one day of the week, and two times of day.",
        es="Necesito al menos un día de la semana y dos horas del día.",
    ),
    "cover.no_dates": Text(
        en="These days are over, or too long. Please choose again with /cover.",
        es="Esos días ya pasaron o son demasiados. Elige de nuevo con /cover.",
    ),
    "cover.not_there": Text(
        en="They don't facilitate this group any more. Please choose again with /cover.",
        es="Esa persona ya no facilita este grupo. Elige de nuevo con /cover.",
    ),
}
