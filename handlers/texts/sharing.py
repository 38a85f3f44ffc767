"""Words for what a partner sees: by name, item by item, and until when."""

from domain.sharing import SharedItem
from handlers.texts.words import Label, Text

TITLE = Text(en="<b>What {name} sees of you</b>", es="<b>Lo que se muestra de ti a {name}</b>")
I_SHARE = Text(en="{name} can see of you: {items}.", es="De ti se muestra a {name}: {items}.")
I_SHARE_NOTHING = Text(en="{name} can see nothing of you.", es="A {name} no se muestra nada de ti.")
UNTIL = Text(
    en="It ends by itself on {day}, or when you two part.",
    es="Termina por sí solo el {day}, o cuando dejen de acompañarse.",
)
ENDS_SOON = Text(
    en="Only until {day} now: {items}. Tap it to share it for longer.",
    es="Ya solo hasta el {day}: {items}. Toca para mostrarlo por más tiempo.",
)
LAPSED = Text(
    en="Its time was over, so it is no longer shared: {items}. You can share it again.",
    es="Se cumplió el plazo y ya no se muestra: {items}. Puedes mostrarlo de nuevo.",
)
CHANGES = Text(
    en="A change counts from this moment. Notes reach a partner only when you choose it for that note.",
    es="Un cambio vale desde este momento. Una nota le llega solo si lo eliges para esa nota.",
)
SHARED = {
    SharedItem.CHECKED_IN: Text(en="whether you've checked in today", es="si ya hiciste tu registro de hoy"),
    SharedItem.MOOD: Text(en="your mood", es="tu ánimo"),
    SharedItem.CRAVING: Text(en="your craving", es="tus ganas de consumir"),
    SharedItem.SUPPORT: Text(en="when you ask for support", es="cuando pides apoyo"),
}
SHARE = {
    SharedItem.CHECKED_IN: Label(en="Share: checked in or not yet", es="Mostrar: registro hecho o no"),
    SharedItem.MOOD: Label(en="Share: my mood", es="Mostrar: mi ánimo"),
    SharedItem.CRAVING: Label(en="Share: my craving", es="Mostrar: mis ganas de consumir"),
    SharedItem.SUPPORT: Label(en="Share: when I ask for support", es="Mostrar: cuando pido apoyo"),
}
SHARE_LONGER = {
    SharedItem.CHECKED_IN: Label(
        en="Share for longer: checked in or not yet", es="Más tiempo: registro hecho o no"
    ),
    SharedItem.MOOD: Label(en="Share for longer: my mood", es="Más tiempo: mi ánimo"),
    SharedItem.CRAVING: Label(en="Share for longer: my craving", es="Más tiempo: mis ganas de consumir"),
    SharedItem.SUPPORT: Label(
        en="Share for longer: when I ask for support", es="Más tiempo: cuando pido apoyo"
    ),
}
STOP_SHARING = {
    SharedItem.CHECKED_IN: Label(
        en="Stop sharing: checked in or not yet", es="No mostrar: registro hecho o no"
    ),
    SharedItem.MOOD: Label(en="Stop sharing: my mood", es="No mostrar: mi ánimo"),
    SharedItem.CRAVING: Label(en="Stop sharing: my craving", es="No mostrar: mis ganas de consumir"),
    SharedItem.SUPPORT: Label(en="Stop sharing: when I ask for support", es="No mostrar: cuando pido apoyo"),
}
WHAT_I_SHARE = Label(en="What I share with {name}", es="Lo que muestro a {name}")
BACK = Label(en="Back", es="Atrás")
