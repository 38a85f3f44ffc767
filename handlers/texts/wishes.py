"""Words for what people wish for in a partner: nobody is shown it."""

from domain.wishes import Gender, Language
from handlers.texts.words import Label, Text

MY_WISHES = Label(en="My wishes for a partner", es="Lo que deseo de una compañía")
MY_WISHES_IN = Label(en="My wishes in {group}", es="Lo que deseo en {group}")
TITLE = Text(en="<b>Your wishes for a partner</b>", es="<b>Lo que deseas de una compañía</b>")
WHO_SEES = Text(
    en="Nobody is shown this; I use it only to find somebody who fits. If nobody does, your facilitator sees that it is "
    "a language, a wish, or no partner for now. Not more.",
    es="Esto no se muestra a nadie; solo lo uso para encontrar a alguien que encaje. Si no hay nadie, quien facilita tu "
    "grupo ve que es un idioma, un deseo o que por ahora sin compañía. Nada más.",
)
LANGUAGES_NOW = Text(en="You can write in: {languages}.", es="Puedes escribir en: {languages}.")
GENDER_NOW = {
    Gender.WOMAN: Text(en="You: a woman.", es="Tú: una mujer."),
    Gender.MAN: Text(en="You: a man.", es="Tú: un hombre."),
    Gender.ANOTHER: Text(en="You: another gender.", es="Tú: otro género."),
}
GENDER_UNTOLD = Text(en="Your gender: you haven't told it.", es="Tu género: no lo has dicho.")
ONLY_SAME = Text(
    en="Partner: only somebody of the same gender.", es="Compañía: solo alguien del mismo género."
)
ANYBODY = Text(en="Partner: of any gender.", es="Compañía: de cualquier género.")
CAPACITY_NOW = (
    Text(en="No partner for now.", es="Por ahora sin compañía."),
    Text(en="Room for one partner.", es="Espacio para una compañía."),
    Text(
        en="Room for a second one too, should somebody be without.",
        es="Espacio también para una segunda, si a alguien le falta.",
    ),
)
LANGUAGES = Label(en="Languages", es="Idiomas")
GENDER = Label(en="Gender", es="Género")
ROOM = Label(en="How many partners", es="Cuántas compañías")
LANGUAGE_NAMES = {
    Language.ENGLISH: Label(en="English", es="Inglés"),
    Language.SPANISH: Label(en="Spanish", es="Español"),
}
CHOSEN = Label(en="✓ {choice}", es="✓ {choice}")
ASK_LANGUAGES = Text(
    en="In which languages can you write to a partner? Tap to switch; one stays.",
    es="¿En qué idiomas puedes escribir a tu compañía? Toca para cambiar; uno queda.",
)
ASK_GENDER = Text(
    en="What are you? You need tell it only if you'd like a partner of the same gender.",
    es="¿Qué eres? Solo hace falta decirlo si deseas una compañía del mismo género.",
)
GENDER_LABELS = {
    Gender.WOMAN: Label(en="A woman", es="Una mujer"),
    Gender.MAN: Label(en="A man", es="Un hombre"),
    Gender.ANOTHER: Label(en="Another gender", es="Otro género"),
}
RATHER_NOT = Label(en="I'd rather not say", es="Prefiero no decirlo")
SAME_ONLY = Label(en="Only with the same gender", es="Solo con el mismo género")
ANY_GENDER = Label(en="With any gender", es="Con cualquier género")
ASK_CAPACITY = Text(
    en="How many partners do you have room for? A second one is asked only when somebody would be left out.",
    es="¿Para cuántas compañías tienes espacio? Una segunda solo se propone si alguien quedaría fuera.",
)
CAPACITIES = (
    Label(en="Not now", es="Ahora no"),
    Label(en="One", es="Una"),
    Label(en="I could look after a second one too", es="También podría cuidar de una segunda"),
)
DONE = Label(en="Done", es="Listo")
ONE_STAYS = Label(en="One language stays.", es="Un idioma queda.")

REFUSALS = {
    "wishes.gender_first": Text(
        en="For that I need to know your own gender first.",
        es="Para eso necesito saber primero tu género.",
    ),
    "wishes.how_many": Text(en="None, one or two are possible.", es="Se puede ninguna, una o dos."),
}
