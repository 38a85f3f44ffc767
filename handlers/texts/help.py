"""Words of the menu and of the help; each line says what one can do, not how clever the bot is."""

from handlers.texts.words import Label, Text

HELP_COMMAND = Label(en="What I can do, and where to get help", es="Qué puedo hacer y dónde pedir ayuda")

WHAT_YOU_CAN_DO = Text(en="<b>What you can do here</b>", es="<b>Lo que puedes hacer aquí</b>")
FOR_FACILITATORS = Text(en="<b>For your groups</b>", es="<b>Para tus grupos</b>")
FOR_EVERYBODY = Text(en="<b>Always</b>", es="<b>Siempre</b>")
COMMAND = Text(en="/{name} {what}", es="/{name} {what}")
JUST_WRITE = Text(
    en="You can also just write to me: I ask before I keep it or pass it on.",
    es="También puedes simplemente escribirme: pregunto antes de guardarlo o pasarlo a alguien.",
)
PROGRAM = Text(
    en="I'm a program, not a person, and not an emergency service.",
    es="Soy un programa, no una persona, y no soy un servicio de emergencias.",
)

MENU_PARTICIPANT = Text(
    en="What would you like to do? Everything can be skipped.",
    es="¿Qué te gustaría hacer? Todo se puede omitir.",
)
MENU_FACILITATOR = Text(
    en="Your groups: who needs your eyes, and how today is going.",
    es="Tus grupos: quién necesita tu mirada y cómo va el día.",
)
CHECK_IN = Label(en="Check in now", es="Hacer mi registro")
MY_PARTNER = Label(en="Write to my partner", es="Escribir a mi compañía")
TODAY = Label(en="Today", es="Hoy")
ALERTS = Label(en="Alerts", es="Alertas")
