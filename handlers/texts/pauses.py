"""Words of pauses: a rest needs no reason, and it is kept as a rest, not as silence."""

from domain.schedules import PauseReason
from handlers.texts.words import Label, Text

PAUSE_COMMAND = Label(en="Take a pause, or end it", es="Hacer una pausa, o terminarla")

HOW_LONG = Text(
    en="<b>How long a pause?</b>\nTap, or type a day like “Nov 30” or “until Monday”.\n\nI won't ask meanwhile. These days "
    "are kept as paused, not as missed, and /checkin works all the same.",
    es="<b>¿Hasta cuándo la pausa?</b>\nToca, o escribe un día como «30 nov» o «hasta el lunes».\n\nMientras tanto no te "
    "pregunto. Esos días quedan como pausa, no como sin respuesta, y /checkin funciona igual.",
)
HOW_MUCH_LONGER = Text(
    en="<b>How much longer?</b> For now I ask again on {day}.\nTap, or type a day like “Nov 30” or “until Monday”.",
    es="<b>¿Cuánto más?</b> Por ahora te pregunto de nuevo el {day}.\nToca, o escribe un día como «30 nov» o «hasta el lunes».",
)
LENGTHS = {
    3: Label(en="3 days", es="3 días"),
    7: Label(en="1 week", es="1 semana"),
    14: Label(en="2 weeks", es="2 semanas"),
}
UNTIL = Label(en="{length} (until {day})", es="{length} (hasta el {day})")
UNTIL_DAY = Label(en="Until {day}", es="Hasta el {day}")
WHICH_DATE = Text(en="<b>Which day do you mean?</b>", es="<b>¿Cuál día quieres decir?</b>")
NOT_A_DATE = Text(
    en="I couldn't read a coming day in that. You can write “Nov 30”, “30/11” or “until Monday”.",
    es="No pude leer un día por venir ahí. Puedes escribir «30 nov», «30/11» o «hasta el lunes».",
)

BEGUN = Text(
    en="<b>Your pause has begun.</b> I ask again on {day}.",
    es="<b>Tu pausa empezó.</b> Te pregunto de nuevo el {day}.",
)
WHY = Text(
    en="If you like: what is it for? You and your facilitator see that, your partner doesn't.",
    es="Si quieres: ¿por qué es? Lo ven tú y quien facilita tu grupo; tu compañía no.",
)
REASONS = {
    PauseReason.HOLIDAY: Label(en="Holiday", es="Vacaciones"),
    PauseReason.ILLNESS: Label(en="Illness", es="Enfermedad"),
    PauseReason.OTHER: Label(en="Something else", es="Otra cosa"),
}
SKIP = Label(en="Skip", es="Saltar")
TELL = Text(
    en="May I tell {names}? I would say that you're taking a pause until {day}, and not why.",
    es="¿Puedo decírselo a {names}? Le diría que estás en pausa hasta el {day}, y no por qué.",
)
TELL_THEM = Label(en="Yes, tell", es="Sí, dile")
DONT_TELL = Label(en="No", es="No")
SETTLED = Text(
    en="<b>All set. I ask again on {day}.</b>\nUntil then it's quiet here. /checkin, /note and your partner are there if you "
    "want them.",
    es="<b>Todo listo. Te pregunto de nuevo el {day}.</b>\nHasta entonces aquí hay calma. /checkin, /note y tu compañía están "
    "si los quieres.",
)
TOLD = Text(en="I'm telling {names}.", es="Se lo digo a {names}.")
YOUR_PARTNER = Text(en="your partner", es="tu compañía")
RUNNING = Text(
    en="<b>You're taking a pause.</b> I ask again on {day}.",
    es="<b>Estás en pausa.</b> Te pregunto de nuevo el {day}.",
)
LONGER = Label(en="Longer", es="Más tiempo")
END_PAUSE = Label(en="End the pause", es="Terminar la pausa")
BACK = Label(en="Back", es="Atrás")
OLD_PRESS = Label(
    en="That button is from an earlier pause, so I left it alone.",
    es="Ese botón es de una pausa anterior, así que no cambié nada.",
)
OVER = Text(
    en="Good to have you back. I ask again on {day} at {time}.",
    es="Qué bueno tenerte de vuelta. Te pregunto de nuevo el {day} a las {time}.",
)
NOT_ASKED = Text(
    en="I don't ask you at present, so there is nothing to pause.",
    es="Por ahora no te pregunto, así que no hay nada que pausar.",
)
