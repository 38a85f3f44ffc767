"""Words for a plan for hard moments: short questions, nothing that must be answered."""

from domain.plans import PlanPart
from handlers.texts.words import Label, Text

PLAN_COMMAND = Label(en="Your plan for hard moments", es="Tu plan para momentos difíciles")
MY_PLAN = Label(en="My plan", es="Mi plan")

TITLE = Text(en="<b>Your plan for hard moments</b>", es="<b>Tu plan para momentos difíciles</b>")
EMPTY_YET = Text(
    en="A plan made on a calm day helps on a hard one. Tap a part and write a few words. You can leave any part out, and change "
    "it at any time.",
    es="Un plan hecho en un día tranquilo ayuda en uno difícil. Toca una parte y escribe unas palabras. Puedes dejar partes sin "
    "llenar, y cambiarlas cuando quieras.",
)
PART = Text(en="<b>{name}</b>\n{said}", es="<b>{name}</b>\n{said}")
NAMES = {
    PlanPart.SIGNS: Label(en="Warning signs", es="Señales de aviso"),
    PlanPart.TRIGGERS: Label(en="What sets it off", es="Qué lo provoca"),
    PlanPart.HELPS: Label(en="What helps me", es="Qué me ayuda"),
    PlanPart.PEOPLE: Label(en="People to call", es="A quién llamar"),
    PlanPart.AVOID: Label(en="Places to avoid", es="Lugares a evitar"),
    PlanPart.REASONS: Label(en="My reasons", es="Mis razones"),
}
WRITTEN = Label(en="✓ {name}", es="✓ {name}")
QUESTIONS = {
    PlanPart.SIGNS: Text(
        en="<b>How do you notice that a hard moment is coming?</b>\nThoughts, feelings, things you start or stop doing.",
        es="<b>¿Cómo notas que viene un momento difícil?</b>\nPensamientos, sentimientos, cosas que empiezas o dejas de hacer.",
    ),
    PlanPart.TRIGGERS: Text(
        en="<b>What sets it off?</b>\nTimes, feelings, people, things you see or hear.",
        es="<b>¿Qué lo provoca?</b>\nHoras, sentimientos, personas, cosas que ves o escuchas.",
    ),
    PlanPart.HELPS: Text(
        en="<b>What has helped you before?</b>\nThings you can do by yourself, one on a line.",
        es="<b>¿Qué te ha ayudado antes?</b>\nCosas que puedes hacer por tu cuenta, una por línea.",
    ),
    PlanPart.PEOPLE: Text(
        en="<b>Whom can you call or be with?</b>\nNames are enough; a number beside them saves a search.",
        es="<b>¿A quién puedes llamar, o con quién estar?</b>\nBastan los nombres; un número al lado ahorra buscarlo.",
    ),
    PlanPart.AVOID: Text(
        en="<b>Which places is it better to stay away from?</b>",
        es="<b>¿De qué lugares es mejor mantenerte lejos?</b>",
    ),
    PlanPart.REASONS: Text(
        en="<b>What is it worth to you?</b>\nPeople, plans, how you want to feel.",
        es="<b>¿Por qué vale la pena para ti?</b>\nPersonas, planes, cómo te quieres sentir.",
    ),
}
SO_FAR = Text(
    en="You wrote:\n<blockquote>{said}</blockquote>What you write now is added to it.",
    es="Escribiste:\n<blockquote>{said}</blockquote>Lo que escribas ahora se añade.",
)
KEPT = Text(en="Kept.", es="Guardado.")
NEXT = Label(en="Next: {name}", es="Sigue: {name}")
EMPTY = Label(en="Clear this part", es="Borrar esta parte")
BACK = Label(en="Back to my plan", es="Volver a mi plan")

SEEN_BY_NOBODY = Text(
    en="Only you see this plan.",
    es="Solo tú ves este plan.",
)
SEEN_BESIDE = Text(
    en="When an alert is about you, your facilitators see this plan beside it. Nobody else does.",
    es="Cuando hay una alerta sobre ti, quienes facilitan tu grupo ven este plan junto a ella. Nadie más.",
)
SHARE = Label(en="Let facilitators see it", es="Que lo vea quien facilita")
SHARE_ASKS = Text(
    en="Your facilitators can see it beside an alert about you, if you want that. It helps them to help the way you like.",
    es="Quienes facilitan tu grupo pueden verlo junto a una alerta sobre ti, si tú quieres. Así te ayudan como a ti te sirve.",
)
KEEP_PRIVATE = Label(en="Keep it to myself", es="Que solo lo vea yo")

BESIDE_ALERT = Text(
    en="<b>Their own plan</b> (they let you see it):", es="<b>Su propio plan</b> (te deja verlo):"
)
BESIDE_LINE = Text(en="{name}: {said}", es="{name}: {said}")

REFUSALS = {
    "plans.words_only": Text(
        en="I can only keep words here. You can write, or go back.",
        es="Aquí solo puedo guardar palabras. Puedes escribir, o volver.",
    ),
    "plans.too_long": Text(
        en="That would be too long to read in a hard moment, so I didn't add it. A part has room for about 1,500 characters: write it "
        "shorter, or clear this part first.",
        es="Sería demasiado largo para leerlo en un momento difícil, así que no lo añadí. Una parte tiene lugar para unos 1500 "
        "caracteres: escríbelo más corto, o borra antes esta parte.",
    ),
}
