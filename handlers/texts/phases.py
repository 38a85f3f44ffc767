"""Words of phases and tracks: where somebody stands says nothing about how well they do, and moving on is no prize."""

from domain.instruments.version import Kind
from domain.phases import Phase, Track
from handlers.texts.words import Label, Text

PHASE_COMMAND = Label(en="Move people on to another phase", es="Pasar a alguien a otra fase")

WHICH_GROUP = Text(en="Which group do you mean?", es="¿A cuál grupo te refieres?")
PEOPLE = Text(
    en="<b>{group}: phases</b>\nTap somebody to move them on.",
    es="<b>{group}: fases</b>\nToca a alguien para pasarle a otra fase.",
)
NOBODY_YET = Text(
    en="<b>{group}</b>\nNobody has joined yet. /invite makes a link for one person.",
    es="<b>{group}</b>\nTodavía no se ha unido nadie. /invite crea un enlace para una persona.",
)
PERSON = Label(en="{name} · {phase} · {track}", es="{name} · {phase} · {track}")
PHASES = {
    Phase.STABILISATION: Label(en="1 Stabilising", es="1 Estabilizar"),
    Phase.COPING: Label(en="2 Coping", es="2 Afrontar"),
    Phase.PREVENTION: Label(en="3 Prevention", es="3 Prevenir"),
    Phase.AFTERCARE: Label(en="4 Aftercare", es="4 Seguimiento"),
}
TRACKS = {
    Track.SUBSTANCE_USE: Label(en="Substance use", es="Consumo"),
    Track.DUAL_DIAGNOSIS: Label(en="Dual diagnosis", es="Diagnóstico dual"),
    Track.TRAUMA_INFORMED: Label(en="Trauma-informed", es="Con mirada de trauma"),
    Track.EXECUTIVE: Label(en="Executive", es="Ejecutivo"),
    Track.MENTAL_HEALTH: Label(en="Mental health only", es="Solo salud mental"),
}
STANDS = Text(
    en="<b>{name}</b>\nPhase {phase} · {track}, since {day}.",
    es="<b>{name}</b>\nFase {phase} · {track}, desde el {day}.",
)
WOULD_BE = Text(en="Would be: phase {phase} · {track}.", es="Quedaría: fase {phase} · {track}.")
NO_MORE = Text(en="No longer asked: {names}.", es="Ya no se pregunta: {names}.")
FROM_NOW = Text(en="Newly asked: {names}.", es="Se pregunta desde ahora: {names}.")
SAME_QUESTIONS = Text(en="The daily questions stay the same.", es="Las preguntas diarias siguen igual.")
MEASURES = Text(
    en="Questionnaires, where they are in use: {measures}.",
    es="Cuestionarios, donde se usan: {measures}.",
)
WEEKLY = Text(en="{names} every week", es="{names} cada semana")
FORTNIGHTLY = Text(en="{names} every two weeks", es="{names} cada dos semanas")
MONTHLY = Text(en="{names} every four weeks", es="{names} cada cuatro semanas")
QUARTERLY = Text(en="{names} every three months", es="{names} cada tres meses")
AT_CHANGE = Text(en="{names} once at each change", es="{names} una vez con cada cambio")
MEASURE_NAMES = {
    Kind.PHQ2: Text(en="PHQ-2", es="PHQ-2"),
    Kind.GAD2: Text(en="GAD-2", es="GAD-2"),
    Kind.WHO5: Text(en="WHO-5", es="OMS-5"),
    Kind.BAM: Text(en="BAM", es="BAM"),
    Kind.BARC10: Text(en="BARC-10", es="BARC-10"),
    Kind.PACS: Text(en="PACS", es="PACS"),
}
IS_TOLD = Text(
    en="{name} gets a short message that something changes in the check-ins.",
    es="{name} recibe un mensaje breve: algo cambia en sus registros.",
)
CHOSEN = Label(en="✓ {choice}", es="✓ {choice}")
MOVE = Label(en="Do it, and tell {name}", es="Hacerlo y avisar a {name}")
BACK = Label(en="Back", es="Atrás")
MOVED = Label(en="Done. I'm telling them.", es="Listo. Le aviso.")
AS_BEFORE = Label(en="That is how it stands already.", es="Ya está así.")
SOMEBODY = Text(en="somebody", es="alguien")

CHANGED = Text(en="Something changes in your check-ins.", es="Algo cambia en tus registros.")
SHOW = Label(en="What changes?", es="¿Qué cambia?")
MOVED_ON = Text(
    en="{who} moved you on to phase {phase}.",
    es="{who} te pasó a la fase {phase}.",
)
MOVED_BACK = Text(
    en="{who} set your phase to {phase}. It's not a step down: it's about what fits now.",
    es="{who} puso tu fase en {phase}. No es un paso atrás: es lo que te sirve ahora.",
)
TRACK_NOW = Text(en="{who} set your program to “{track}”.", es="{who} puso tu programa en «{track}».")
STANDING = Text(
    en="You are now in phase {phase}, in the program “{track}”.",
    es="Ahora estás en la fase {phase}, en el programa «{track}».",
)
SOMEBODY_HERE = Text(en="Your facilitator", es="Quien facilita tu grupo")
FROM_NEXT = Text(
    en="From your next check-in on I ask about: {names}. Your times stay as they are.",
    es="Desde tu próximo registro te pregunto por: {names}. Tus horarios siguen igual.",
)
ASK_THEM = Text(
    en="If it doesn't feel right, tell {who}.",
    es="Si no te parece bien, díselo a {who}.",
)
YOUR_FACILITATOR = Text(en="your facilitator", es="quien facilita tu grupo")
