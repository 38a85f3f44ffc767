"""Words for the hardest moments: first the numbers, then what happens next; never a promise that somebody watches."""

from handlers.texts.words import Label, Text

HELP_NOW = Label(en="I need help now", es="Necesito ayuda ahora")
SAFE_FOR_NOW = Label(en="I'm safe for the moment", es="Estoy a salvo por el momento")
MESSAGE_PARTNER = Label(en="Message my partner", es="Escribir a mi compañía")

SOS_COMMAND = Label(en="Help now: people to talk to", es="Ayuda ahora: personas con quienes hablar")

GLAD = Text(
    en="I'm glad you asked. You can talk to a person right now:",
    es="Qué bueno que lo pediste. Puedes hablar con una persona ahora mismo:",
)
RIGHT_NOW = Text(en="You can talk to a person right now:", es="Puedes hablar con una persona ahora mismo:")
NOT_ALONE = Text(
    en="Thank you for saying that. You don't have to carry it alone.",
    es="Gracias por decirlo. No tienes que llevarlo a solas.",
)
CALL_OR_TEXT = Text(
    en="• {name}: call or text {calls}", es="• {name}: llama o manda un mensaje de texto al {calls}"
)
CALL = Text(en="• {name}: call {calls}", es="• {name}: llama al {calls}")
CALL_AND_TEXT = Text(
    en="• {name}: call {calls} or text {number}",
    es="• {name}: llama al {calls} o manda un mensaje de texto al {number}",
)
TEXT_WORD = Text(
    en="• {name}: text {word} to {number}", es="• {name}: manda {word} por mensaje de texto al {number}"
)
NUMBER = Text(en="<b>{number}</b>", es="<b>{number}</b>")
OR = Text(en="{one} or {other}", es="{one} o al {other}")
HOURS = Text(en="{line} ({hours})", es="{line} ({hours})")
IN_DANGER = Text(
    en="• Life in danger, yours or somebody else's: {number}",
    es="• Si una vida corre peligro, la tuya o la de otra persona: {number}",
)
IN_DANGER_LOCAL = Text(
    en="• Life in danger, yours or somebody else's: your local emergency number",
    es="• Si una vida corre peligro, la tuya o la de otra persona: el número de emergencias de tu país",
)
DIRECTORY = Text(
    en="• Any other country: {address}",
    es="• En cualquier otro país: {address}",
)
DIRECTORY_ONLY = Text(
    en="• A free line near you, by country: {address}",
    es="• Una línea gratuita cerca de ti, por país: {address}",
)
PROGRAM = Text(
    en="I'm a program, and it may be that nobody reads here this minute. If it can't wait, please call.",
    es="Soy un programa, y puede que nadie esté leyendo aquí en este minuto. Si no puede esperar, llama, por favor.",
)

HEARD = Text(
    en="Some of what you wrote sounds very hard. If you are thinking of hurting yourself or ending your life, "
    "you can talk to a person right now:",
    es="Algo de lo que escribiste suena muy duro. Si estás pensando en hacerte daño o en terminar con tu vida, "
    "puedes hablar con una persona ahora mismo:",
)
HEARD_BY_NOBODY = Text(
    en="I'm a program: writing it here has told nobody. The button does.",
    es="Soy un programa: escribirlo aquí no le avisa a nadie. El botón sí.",
)
WHERE_YOU_ARE = Text(en="The numbers where you are:", es="Los números donde estás:")
TELLING = Text(
    en="I'm telling <b>{names}</b> now, and I'll say here when it has been seen. "
    "That can take a while: the numbers above answer sooner.",
    es="Le estoy avisando ahora a <b>{names}</b> y te diré aquí cuando lo haya visto. "
    "Puede tardar un rato: los números de arriba contestan antes.",
)
TELLING_MANY = Text(
    en="I'm telling <b>{names}</b> now, and I'll say here when somebody has seen it. "
    "That can take a while: the numbers above answer sooner.",
    es="Les estoy avisando ahora a <b>{names}</b> y te diré aquí cuando alguien lo haya visto. "
    "Puede tardar un rato: los números de arriba contestan antes.",
)
TELLING_BRIEF = Text(
    en="I'm telling <b>{names}</b> now, and I'll say here when it has been seen. The numbers answer sooner.",
    es="Estoy avisando a <b>{names}</b> y te diré aquí cuando se haya visto. Los números contestan antes.",
)
CANNOT_REACH = Text(
    en="I've noted it for your facilitator and keep trying, but at this moment I can't reach anybody. "
    "Please use one of the numbers above.",
    es="Lo anoté para quien facilita tu grupo y sigo intentando, pero en este momento no logro avisarle a nadie. "
    "Por favor usa uno de los números de arriba.",
)
TELLS_NOBODY = Text(
    en="You aren't a participant in a group here, so I have nobody to tell. The numbers above are for you too.",
    es="No participas en un grupo aquí, así que no tengo a quién avisar. Los números de arriba también son para ti.",
)
SAFE = Text(
    en="Thank you for telling me. <b>{names}</b> will see that too, and still gets the message that you asked. "
    "If it changes, I'm one tap away, and so are the numbers.",
    es="Gracias por decírmelo. <b>{names}</b> también lo verá, y el aviso de que pediste ayuda sigue en pie. "
    "Si algo cambia, estoy a un toque, y los números también.",
)
SAFE_ALONE = Text(
    en="Thank you for telling me. If it changes, the numbers are one tap away.",
    es="Gracias por decírmelo. Si algo cambia, los números están a un toque.",
)
