"""Words for telling of a setback: kindness first, no blame, nothing that starts from zero again; nobody is labelled."""

from domain.slips import Chip, SlipStep
from handlers.texts.words import Label, Text

SLIP_COMMAND = Label(en="After a setback: look at it kindly", es="Después de un tropiezo: mirarlo con calma")
OFFER = Label(en="Look at what happened", es="Mirar qué pasó")

FORK = Text(
    en="A setback is a fork in the road, not the end of it. What you do next counts most, and you are already doing it.",
    es="Un tropiezo es un cruce en el camino, no el final. Lo que más cuenta es lo que haces ahora, y ya lo estás haciendo.",
)
LOOK_AT_IT = Text(
    en="If you want, we look at it together, so that the next plan is better. Everything can be skipped. <b>Only you see it</b>, "
    "unless you send it yourself.",
    es="Si quieres, lo miramos juntos, para que el próximo plan sea mejor. Todo se puede omitir. <b>Solo tú lo ves</b>, a menos "
    "que tú lo envíes.",
)
GO_ON = Label(en="Go on", es="Seguir")
LATER = Label(en="Later", es="Más tarde")
SKIP = Label(en="Skip", es="Omitir")
NEXT = Label(en="Next", es="Siguiente")
BACK = Label(en="Back", es="Atrás")
EMPTY = Label(en="Clear my answer", es="Borrar mi respuesta")
WE_STOPPED_HERE = Text(
    en="<i>You began this on {day}. We stopped here.</i>",
    es="<i>Empezaste esto el {day}. Nos quedamos aquí.</i>",
)
LEFT = Text(
    en="It waits as it is, for as long as you like. /slip brings you back to it.",
    es="Te espera como está, el tiempo que quieras. Con /slip vuelves.",
)

QUESTIONS = {
    SlipStep.WHEN: Text(
        en="<b>When was it?</b>\nTap, or write a day, like “Monday” or “Nov 20”.",
        es="<b>¿Cuándo fue?</b>\nToca, o escribe un día, como «lunes» o «20 nov».",
    ),
    SlipStep.BEFORE: Text(
        en="<b>What was going on before it?</b>\nTap what fits, as many as you like, or write it in your own words.",
        es="<b>¿Qué pasaba antes?</b>\nToca lo que encaje, todo lo que quieras, o escríbelo con tus palabras.",
    ),
    SlipStep.DURING: Text(
        en="<b>And while it happened?</b>\nTap what fits, or write it in your own words.",
        es="<b>¿Y mientras pasaba?</b>\nToca lo que encaje, o escríbelo con tus palabras.",
    ),
    SlipStep.AFTERWARDS: Text(
        en="<b>How was it afterwards?</b>\nTap what fits, or write it in your own words.",
        es="<b>¿Cómo fue después?</b>\nToca lo que encaje, o escríbelo con tus palabras.",
    ),
    SlipStep.NEXT: Text(
        en="<b>What would help in the next 24 hours?</b>\nOne small thing is enough. Tap, or write your own.",
        es="<b>¿Qué te ayudaría en las próximas 24 horas?</b>\nBasta una cosa pequeña. Toca, o escribe la tuya.",
    ),
}
SO_FAR = Text(
    en="You wrote: “{said}”\nWhat you write now is added to it.",
    es="Escribiste: «{said}»\nLo que escribas ahora se añade.",
)
MORE_TO_COME = Text(
    en="I kept that. Write on, or tap Next.",
    es="Lo guardé. Sigue escribiendo, o toca Siguiente.",
)
TODAY = Label(en="Today", es="Hoy")
YESTERDAY = Label(en="Yesterday", es="Ayer")
WHICH_DAY = Text(en="<b>Which day do you mean?</b>", es="<b>¿Cuál día quieres decir?</b>")
TO_COME = Text(
    en="That day is still to come. Which day was it?",
    es="Ese día todavía no llega. ¿Qué día fue?",
)
NOT_A_DAY = Text(
    en="I couldn't read a day in that. You can write “yesterday”, “Monday” or “Nov 20”, or skip it.",
    es="No pude leer un día ahí. Puedes escribir «ayer», «lunes» o «20 nov», u omitirlo.",
)
WORDS_ONLY = Text(
    en="I can only keep words here. You can write, tap, or skip.",
    es="Aquí solo puedo guardar palabras. Puedes escribir, tocar u omitir.",
)
CHIPS = {
    Chip.STRESS: Label(en="Stress", es="Estrés"),
    Chip.LOW: Label(en="Feeling low", es="Ánimo bajo"),
    Chip.CRAVING: Label(en="Strong craving", es="Muchas ganas"),
    Chip.TIRED: Label(en="Tired or in pain", es="Cansancio o dolor"),
    Chip.PEOPLE: Label(en="People who use", es="Gente que consume"),
    Chip.PLACE: Label(en="A certain place", es="Un lugar"),
    Chip.CELEBRATION: Label(en="A celebration", es="Una fiesta"),
    Chip.ALONE: Label(en="By myself", es="A solas"),
    Chip.TOGETHER: Label(en="With others", es="Con otras personas"),
    Chip.ONCE: Label(en="One time", es="Una vez"),
    Chip.LONGER: Label(en="For longer", es="Por más tiempo"),
    Chip.MORE: Label(en="More than I meant to", es="Más de lo que quería"),
    Chip.STOPPED: Label(en="I stopped by myself", es="Paré por mi cuenta"),
    Chip.RELIEF: Label(en="Relief", es="Alivio"),
    Chip.SAD: Label(en="Sadness", es="Tristeza"),
    Chip.ASHAMED: Label(en="Shame", es="Vergüenza"),
    Chip.AFRAID: Label(en="Fear", es="Miedo"),
    Chip.NUMB: Label(en="Nothing much", es="Casi nada"),
    Chip.DETERMINED: Label(en="I want to go on", es="Quiero seguir"),
    Chip.TOLD: Label(en="I told somebody", es="Se lo conté a alguien"),
    Chip.REST: Label(en="Eat, drink water, sleep", es="Comer, tomar agua, dormir"),
    Chip.COMPANY: Label(en="Be with somebody safe", es="Estar con alguien de confianza"),
    Chip.CALL: Label(en="Call somebody", es="Llamar a alguien"),
    Chip.AWAY: Label(en="Stay away from it", es="Mantenerme lejos"),
    Chip.GROUP: Label(en="Go to my next session", es="Ir a mi próxima sesión"),
    Chip.MEDICAL: Label(en="See a doctor", es="Ver a un médico"),
}
CHOSEN = Label(en="✓ {name}", es="✓ {name}")

KEPT = Text(en="<b>Kept. Only you see this.</b>", es="<b>Guardado. Solo tú lo ves.</b>")
KEPT_AND_TOLD = Text(
    en="<b>Kept.</b> {names} was told on {moment}. What you change here now stays with you.",
    es="<b>Guardado.</b> Se avisó a {names} el {moment}. Lo que cambies aquí ahora se queda contigo.",
)
WITH_DAYS = Text(
    en="Your {number} days here are still {number} days.", es="Tus {number} días aquí siguen siendo {number}."
)
ON_DAY = Text(en="<b>When:</b> {day}", es="<b>Cuándo:</b> {day}")
NO_DAY = Text(en="<b>When:</b> not said", es="<b>Cuándo:</b> sin decir")
HEADINGS = {
    SlipStep.BEFORE: Text(en="<b>Before:</b> {said}", es="<b>Antes:</b> {said}"),
    SlipStep.DURING: Text(en="<b>While it happened:</b> {said}", es="<b>Mientras pasaba:</b> {said}"),
    SlipStep.AFTERWARDS: Text(en="<b>Afterwards:</b> {said}", es="<b>Después:</b> {said}"),
    SlipStep.NEXT: Text(en="<b>Next 24 hours:</b> {said}", es="<b>Próximas 24 horas:</b> {said}"),
}
NAMES = {
    SlipStep.WHEN: Label(en="When", es="Cuándo"),
    SlipStep.BEFORE: Label(en="Before", es="Antes"),
    SlipStep.DURING: Label(en="While it happened", es="Mientras pasaba"),
    SlipStep.AFTERWARDS: Label(en="Afterwards", es="Después"),
    SlipStep.NEXT: Label(en="Next 24 hours", es="Próximas 24 horas"),
}
GIVEN_LINE = Label(en="{name}: {said}", es="{name}: {said}")
WHAT_NOW = Text(
    en="What would be good now? Nothing of this is a must.",
    es="¿Qué te vendría bien ahora? Nada de esto es obligatorio.",
)
SOMETHING_THAT_HELPS = Label(en="Something that helps now", es="Algo que ayuda ahora")
ANOTHER_CARD = Label(en="Another one", es="Otra")
TO_SLIP = Label(en="Back to what I wrote", es="Volver a lo que escribí")
TELL = Label(en="Let {names} know", es="Avisar a {names}")
CHANGE = Label(en="Change something", es="Cambiar algo")
DELETE = Label(en="Delete", es="Borrar")
DONE = Label(en="That's all", es="Eso es todo")
WHICH_ONE = Text(en="<b>What would you like to change?</b>", es="<b>¿Qué quieres cambiar?</b>")
GOODBYE = Text(
    en="Be kind to yourself today. I ask again at your next check-in; /slip is here before that.",
    es="Trátate con cariño hoy. Te pregunto de nuevo en tu próximo registro; antes, aquí está /slip.",
)

PREVIEW = Text(
    en="<b>This is what {names} would see.</b> Nothing has been sent. Not telling is fine, too.",
    es="<b>Esto es lo que vería {names}.</b> No se ha enviado nada. No contarlo también está bien.",
)
PREVIEW_ALERT = Text(
    en="First an alert with your name, its level and the time. When it is opened, also this:",
    es="Primero una alerta con tu nombre, su nivel y la hora. Al abrirla, también esto:",
)
PREVIEW_BESIDE = Text(
    en="Beside an alert stand, as ever, your check-ins of the last days, the notes you shared, and your plan if you let them see it.",
    es="Junto a una alerta están, como siempre, tus registros de los últimos días, las notas que compartiste, y tu plan si dejas "
    "que lo vean.",
)
NOTE_SEEN = Text(
    en="Your note:\n<blockquote>{said}</blockquote>", es="Tu nota:\n<blockquote>{said}</blockquote>"
)
NOTE_ON = Label(en="Setback on {day}", es="Tropiezo el {day}")
NOTE_NO_DAY = Label(en="Setback, day not said", es="Tropiezo, sin decir el día")
SEND = Label(en="Yes, send exactly this", es="Sí, enviar justo esto")
WITH_WORDS = Label(en="Add what I wrote", es="Añadir lo que escribí")
WITHOUT_WORDS = Label(en="Leave out what I wrote", es="Sin lo que escribí")
DONT_SEND = Label(en="Don't send", es="No enviar")
CHANGED_MEANWHILE = Label(
    en="It has changed since. Please look once more.",
    es="Ha cambiado desde entonces. Míralo otra vez, por favor.",
)
SENT = Text(
    en="<b>Sent to {names}.</b> I tell you when it has been seen. If it gets worse before that:",
    es="<b>Enviado a {names}.</b> Te aviso cuando lo haya visto. Si empeora antes:",
)
SENT_UNREACHED = Text(
    en="<b>It is waiting for {names}</b>, but my messages don't get through there at present. If it is urgent, please don't wait:",
    es="<b>Espera a {names}</b>, pero por ahora mis mensajes no llegan ahí. Si es urgente, por favor no esperes:",
)
KNOWN_ALREADY = Text(
    en="<b>{names} knew of this day from your check-in</b>, so I don't ring again. What you sent stands with the notes you shared.",
    es="<b>{names} ya sabía de este día por tu registro</b>, así que no aviso otra vez. Lo que enviaste está con las notas que "
    "compartiste.",
)
TOLD_ALREADY = Label(en="That has been sent already.", es="Eso ya se envió.")

DELETE_ASKS = Text(
    en="<b>Delete this for good?</b>",
    es="<b>¿Borrar esto para siempre?</b>",
)
DELETE_TOLD = Text(
    en="Your words are then taken back from {names}, too. That you told of it stays known.",
    es="Tus palabras también se retiran de {names}. Que lo contaste sigue sabiéndose.",
)
DELETE_YES = Label(en="Yes, delete", es="Sí, borrar")
DELETE_NO = Label(en="Keep it", es="Guardarlo")
DELETED = Text(en="Deleted.", es="Borrado.")

EARLIER = Label(en="What I wrote before", es="Lo que escribí antes")
LIST_TITLE = Text(
    en="<b>What you wrote after setbacks</b>\nOnly you see this list.",
    es="<b>Lo que escribiste después de tropiezos</b>\nSolo tú ves esta lista.",
)
LIST_LINE = Text(en="{number}. {day}", es="{number}. {day}")
LIST_LINE_TOLD = Text(
    en="{number}. {day} · sent to your facilitator", es="{number}. {day} · enviado a quien facilita"
)
LIST_NO_DAY = Text(en="day not said, written {day}", es="sin decir el día, escrito el {day}")
LIST_EMPTY = Text(en="There is nothing here.", es="Aquí no hay nada.")
NEWER = Label(en="Newer", es="Más recientes")
OLDER = Label(en="Older", es="Anteriores")

REFUSALS = {
    "slips.gone": Text(
        en="That is no longer there, so I left everything as it is. /slip shows what is.",
        es="Eso ya no está, así que dejé todo como está. Con /slip ves lo que hay.",
    ),
    "slips.to_come": TO_COME,
}
