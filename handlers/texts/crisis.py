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
ASKED = Text(
    en="That sounds heavy, so I'd rather ask than guess: <b>are you thinking of ending your life, or of hurting yourself?</b>",
    es="Eso suena muy pesado, y prefiero preguntar antes que suponer: <b>¿estás pensando en terminar con tu vida o en hacerte "
    "daño?</b>",
)
ASKED_WHY = Text(
    en="I'm a program and can misread. Nobody has been told.",
    es="Soy un programa y puedo entender mal. No le avisé a nadie.",
)
YES = Label(en="Yes", es="Sí")
NO = Label(en="No, not that", es="No, eso no")
NOT_MEANT = Text(
    en="Thank you for telling me. I won't ask about that again today. If it changes, the numbers and people are one tap away.",
    es="Gracias por decírmelo. Hoy no vuelvo a preguntar por eso. Si algo cambia, los números y las personas están a un toque.",
)
HEARD_AND_TOLD = Text(
    en="Thank you for writing that. What you wrote sounds as if your life could be in danger. "
    "You don't have to carry it alone. You can talk to a person right now:",
    es="Gracias por escribirlo. Lo que escribiste suena como si tu vida pudiera correr peligro. "
    "No tienes que llevarlo a solas. Puedes hablar con una persona ahora mismo:",
)
OVERDOSE = Text(
    en="<b>If somebody took too much, please call {number} now.</b> Then, until help comes:\n"
    "• Shake and shout. No answer is an emergency.\n"
    "• Naloxone (Narcan), if it is there. No change after 2 to 3 minutes: a second dose.\n"
    "• Help them breathe. If they breathe, lay them on their side.\n"
    "• Stay. Naloxone wears off.\n"
    "If it is you: call, open the door, and don't stay alone.",
    es="<b>Si alguien tomó de más, por favor llama al {number} ahora.</b> Después, hasta que llegue la ayuda:\n"
    "• Sacude y llama en voz alta. Si no responde, es una emergencia.\n"
    "• Naloxona (Narcan), si la hay. Si en 2 o 3 minutos nada cambia, una segunda dosis.\n"
    "• Ayuda a que respire. Si respira, ponle de lado.\n"
    "• Quédate. El efecto de la naloxona se va.\n"
    "Si eres tú: llama, abre la puerta y no te quedes a solas.",
)
EMERGENCY_NUMBER = Text(en="your local emergency number", es="número de emergencias de tu país")
THREAT = Text(
    en="That sounds as if somebody could get hurt. Before anything else: a little distance, and a person to talk to. "
    "These lines are for this too:",
    es="Eso suena como si alguien pudiera salir lastimado. Antes que nada: un poco de distancia y una persona con quien hablar. "
    "Estas líneas también son para esto:",
)
THREAT_TOLD = Text(
    en="<b>{names}</b> will be told that you wrote something like this, not your words, so that somebody can talk with you.",
    es="<b>{names}</b> recibirá el aviso de que escribiste algo así, sin tus palabras, para que alguien pueda hablar contigo.",
)
SOMEBODY = Text(
    en="You are worried about somebody, and that matters. If they could die now, please call {number}. If you can, stay with "
    "them and ask directly; asking does not make it worse. These lines help people who worry too:",
    es="Te preocupa alguien, y eso importa. Si podría morir ahora, por favor llama al {number}. Si puedes, quédate y pregunta de "
    "frente; preguntar no lo empeora. Estas líneas también ayudan a quien se preocupa:",
)
SOMEBODY_TOLD = Text(
    en="I'm a program and have told nobody. Is it somebody from your group? Then tell your facilitator directly.",
    es="Soy un programa y no le avisé a nadie. ¿Es alguien de tu grupo? Entonces díselo directamente a quien lo facilita.",
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
