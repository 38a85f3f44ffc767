"""Words of the way in: what this is and is not, who sees what, a name, a place, a time."""

from domain.phases import Track
from handlers.texts.words import Label, Text

WELCOME = Text(
    en="Hi, I'm Tandem, a program, not a person. I check in with you between group sessions, connect you with a "
    "partner, and let {facilitators} know if things get hard.",
    es="Hola, soy Tandem, un programa, no una persona. Te pregunto cómo estás entre las sesiones de grupo, te conecto "
    "con alguien de tu grupo y le aviso a {facilitators} si las cosas se ponen difíciles.",
)
NO_EMERGENCY = Text(
    en="I am not an emergency service. If you are in danger now, {call}.",
    es="No soy un servicio de emergencia. Si corres peligro ahora, {call}.",
)
CALL_BOTH = Text(
    en="call <b>{emergency}</b> or <b>{line}</b>", es="llama al <b>{emergency}</b> o al <b>{line}</b>"
)
CALL_ONE = Text(en="call <b>{number}</b>", es="llama al <b>{number}</b>")
CALL_LOCAL = Text(en="call your local emergency number", es="llama al número de emergencias de tu país")
YOU_MAY = Text(
    en="Everything can be skipped. You can stop any time with /leave.",
    es="Puedes saltarte cualquier cosa. Puedes parar cuando quieras con /leave.",
)
WHAT_IS_SEEN = Label(en="What will people see?", es="¿Qué verán los demás?")
LETS_START = Label(en="Let's start", es="Empecemos")
ENGLISH = Label(en="English", es="English")
SPANISH = Label(en="Español", es="Español")

SIGHT = Text(
    en="<b>What is kept, and who sees it</b>\n\n"
    "<b>{facilitators}</b>: that you checked in, your answers, and alerts. Not your private notes.\n"
    "<b>Your partner</b>: only what you choose later. For now: nothing.\n"
    "<b>The group</b>: only what you share yourself.\n"
    "<b>Telegram</b> carries our messages and could read them. So please don't write full names or places that you "
    "wouldn't want read.\n\n"
    "What you write is stored encrypted. /privacy shows all of this again, with everybody who looked. /mydata gives "
    "you a copy, /erase deletes it.",
    es="<b>Qué se guarda y quién lo ve</b>\n\n"
    "<b>{facilitators}</b>: si hiciste tu registro, tus respuestas y las alertas. No tus notas privadas.\n"
    "<b>Tu compañía</b> (la persona con quien te emparejes): solo lo que tú elijas después. Por ahora: nada.\n"
    "<b>El grupo</b>: solo lo que tú compartas.\n"
    "<b>Telegram</b> lleva nuestros mensajes y podría leerlos. Así que, por favor, no escribas nombres completos ni "
    "lugares que no quieras que se lean.\n\n"
    "Lo que escribes se guarda cifrado. /privacy te muestra todo esto otra vez, con cada persona que miró. /mydata te da "
    "una copia, /erase lo borra.",
)
GO_ON = Label(en="Go on", es="Seguir")
BACK = Label(en="Back", es="Atrás")

NAME = Text(
    en="<b>What shall people here call you?</b>\nThis is the only name your group will see. It doesn't have to be your "
    "own: a nickname is a good idea. Just type it.",
    es="<b>¿Cómo quieres que te llamen aquí?</b>\nEs el único nombre que verá tu grupo. No tiene que ser el tuyo: un "
    "apodo es buena idea. Solo escríbelo.",
)
FACILITATOR_NAME = Text(
    en="<b>What shall your group call you?</b>\nParticipants see this name when they are told who sees their answers, "
    "for example “Dana”. Just type it.",
    es="<b>¿Cómo quieres que te llame tu grupo?</b>\nQuienes participan ven este nombre cuando se les dice quién ve sus "
    "respuestas, por ejemplo «Dana». Solo escríbelo.",
)
ZONE = Text(
    en="<b>Where do you live?</b>\nSo that I ask at the right time of your day, also when the clocks change. Tap, type a "
    "city, or share a location (📎): I look up its time zone and don't keep it.",
    es="<b>¿Dónde vives?</b>\nPara preguntarte a la hora correcta de tu día, también cuando cambia la hora. Toca, escribe "
    "una ciudad, o comparte una ubicación (📎): busco su zona horaria y no la guardo.",
)
ANOTHER_ZONE = Label(en="Another place", es="Otro lugar")
TIME = Text(
    en="<b>When shall I ask how you are?</b>\nIt takes half a minute. Your group's plan: {time}, {days}. Tap, or type a "
    "time like 19:30 or 7:30 pm. You can change time and days whenever you like with /schedule.",
    es="<b>¿A qué hora te pregunto cómo estás?</b>\nToma medio minuto. El plan de tu grupo: {time}, {days}. Toca, o "
    "escribe una hora como 19:30 o 7:30 pm. Puedes cambiar la hora y los días cuando quieras con /schedule.",
)
WHICH_HALF = Text(en="<b>Which of these do you mean?</b>", es="<b>¿Cuál de estas horas?</b>")
GROUP_TIME = Label(en="{time} (the group's time)", es="{time} (la hora del grupo)")
TIME_CHOICE = Label(en="{time}", es="{time}")
TRACK = Text(
    en="<b>Which program are you in?</b>\nIt decides what I ask you. Nobody but {facilitators} sees it, and it can be changed.",
    es="<b>¿En qué programa estás?</b>\nDe eso depende qué te pregunto. No lo ve nadie más que {facilitators}, y se puede cambiar.",
)
TRACKS = {
    Track.SUBSTANCE_USE: Label(en="Alcohol or other drugs", es="Alcohol u otras drogas"),
    Track.DUAL_DIAGNOSIS: Label(
        en="Alcohol or drugs, and mental health", es="Alcohol o drogas, y salud mental"
    ),
    Track.TRAUMA_INFORMED: Label(en="Alcohol or drugs, and trauma", es="Alcohol o drogas, y trauma"),
    Track.EXECUTIVE: Label(en="The one beside a job (executive)", es="El de quienes trabajan (ejecutivo)"),
    Track.MENTAL_HEALTH: Label(en="Mental health only", es="Solo salud mental"),
}
NOT_SURE = Label(en="I'm not sure", es="No sé bien")
DONE = Text(
    en="<b>You're in, {name}.</b>\nI'll ask at {time}, {days} ({city} time). Your facilitator can see that you "
    "have joined.\n\nWant to do the first check-in now? It shows you how it works and takes half a minute.",
    es="<b>Ya estás dentro, {name}.</b>\nTe preguntaré a las {time}, {days} (hora de {city}). Quien facilita "
    "tu grupo puede ver que te uniste.\n\n¿Quieres hacer tu primer registro ahora? Así ves cómo funciona y toma medio minuto.",
)
FIRST_CHECK_IN = Label(en="Start my first check-in", es="Hacer mi primer registro")
LATER = Text(
    en="All right, nothing is shared. Your place is kept here: tap below or send /start whenever you like.",
    es="Está bien, no se comparte nada. Tu lugar queda guardado aquí: toca abajo o manda /start cuando quieras.",
)

FACILITATOR_WELCOME = Text(
    en="Hi, I'm Tandem. I keep a group together between its sessions. You've been invited to lead the group "
    "<b>{group}</b> of {program}.\n\n"
    "You would see participants' check-ins, and get an alert when somebody has a hard time. I am not an emergency "
    "service and don't make you one: in danger, people are told to call for help themselves.",
    es="Hola, soy Tandem. Mantengo unido a un grupo entre sus sesiones. Te invitaron a facilitar el grupo "
    "<b>{group}</b> de {program}.\n\n"
    "Verías las respuestas de quienes participan y recibirías una alerta cuando alguien la pase mal. No soy un servicio de "
    "emergencia ni te convierto en uno: ante un peligro, se le dice a cada persona a quién llamar.",
)
YES_THATS_ME = Label(en="Yes, that's me", es="Sí, soy yo")
FACILITATOR_LATER = Text(
    en="All right, nothing has changed. If this link wasn't meant for you, please tell the person who sent it. "
    "Otherwise it waits here for you.",
    es="Está bien, no cambió nada. Si este enlace no era para ti, avísale por favor a quien te lo mandó. Si era para ti, "
    "aquí te espera.",
)
GUIDE = Text(
    en="<b>Welcome, {name}. You lead “{group}”.</b> Three steps:\n\n"
    "<b>1. Invite.</b> /invite makes a link for one person, /invite 8 makes eight. Each works once, for 72 hours. Send "
    "each to one participant yourself.\n"
    "<b>2. Pair.</b> When two or more have joined, /pair proposes partners. You see them before anything is sent.\n"
    "<b>3. Then I write to you</b> when somebody joins, and at once when somebody reports use, a craving of 8 or more, a "
    "very low mood, misses three check-ins in a row, or asks for help. /today shows everybody, /alerts who needs your "
    "eyes.\n\n"
    "Participants can see whenever you looked at something about them.",
    es="<b>Te damos la bienvenida, {name}. Facilitas «{group}».</b> Tres pasos:\n\n"
    "<b>1. Invita.</b> /invite crea un enlace para una persona, /invite 8 crea ocho. Cada uno sirve una vez, durante 72 "
    "horas. Mándale cada enlace a una sola persona.\n"
    "<b>2. Forma parejas.</b> Cuando se hayan unido dos o más, /pair propone quién acompaña a quién. Lo ves antes de "
    "que se mande algo.\n"
    "<b>3. Después te escribo</b> cuando alguien se une, y enseguida cuando alguien cuenta que consumió, tiene ganas de "
    "consumir de 8 o más, un ánimo muy bajo, deja pasar tres registros seguidos o pide ayuda. /today muestra a todo el "
    "grupo, /alerts a quién hay que mirar.\n\n"
    "Cada participante puede ver cuándo miraste algo suyo.",
)

STALE = Label(
    en="That button is from an earlier step, so I left it alone. Here is where we are.",
    es="Ese botón es de un paso anterior, así que no cambié nada. Aquí estamos.",
)

LINK_REFUSED = Text(
    en="This link has been used or has run out. Ask the person who sent it for a new one.",
    es="Este enlace ya se usó o venció. Pídele uno nuevo a quien te lo mandó.",
)
TAP_PLEASE = Text(
    en="Please tap one of the buttons below; typing comes a little later.",
    es="Toca por favor uno de los botones de abajo; escribir viene un poco después.",
)
TAP_TRACK = Text(
    en="Please tap one of these. “I'm not sure” is fine too.",
    es="Toca por favor una de estas opciones. «No sé bien» también está bien.",
)
ONLY_TEXT = Text(
    en="I can only read typed words here. Please write it.",
    es="Aquí solo puedo leer palabras escritas. Escríbelo, por favor.",
)
REFUSALS = {
    "joining.name_empty": Text(
        en="I couldn't read a name in that. Please type one with letters, like Sky.",
        es="No pude leer un nombre ahí. Escribe uno con letras, por favor, como Cielo.",
    ),
    "joining.name_too_long": Text(
        en="That's longer than {limit} characters. A shorter name, please.",
        es="Eso tiene más de {limit} caracteres. Un nombre más corto, por favor.",
    ),
    "joining.name_is_contact": Text(
        en="That looks like a link, a username or a number. To keep you private, please choose a name without one.",
        es="Eso parece un enlace, un usuario o un número. Para cuidar tu privacidad, elige por favor un nombre sin eso.",
    ),
    "joining.name_taken": Text(
        en="Somebody in the group already goes by that name. Please choose another one.",
        es="Alguien del grupo ya usa ese nombre. Elige otro, por favor.",
    ),
    "joining.signature_empty": Text(
        en="I couldn't read a name in that. Please type your name with letters.",
        es="No pude leer un nombre ahí. Escribe tu nombre con letras, por favor.",
    ),
    "joining.signature_too_long": Text(
        en="That's longer than {limit} characters, which is long for a name. Please type just your name.",
        es="Eso tiene más de {limit} caracteres, es mucho para un nombre. Escribe solo tu nombre, por favor.",
    ),
    "joining.zone_unknown": Text(
        en="I don't know that place. Please try the nearest big city, with its state or country: “Portland, Maine”.",
        es="No conozco ese lugar. Prueba por favor con la ciudad grande más cercana y su estado o país: «León, México».",
    ),
    "joining.time_unclear": Text(
        en="I couldn't read that as a time. Please write it like 19:30 or 7:30 pm, or tap one.",
        es="No pude leer eso como una hora. Escríbela por favor como 19:30 o 7:30 pm, o toca una.",
    ),
    "joining.already_in": Text(
        en="You are already in this group. The link stays good for somebody else.",
        es="Ya estás en este grupo. El enlace sigue sirviendo para otra persona.",
    ),
    "joining.already_facilitator": Text(
        en="You already lead this group. The link stays good for a colleague.",
        es="Ya facilitas este grupo. El enlace sigue sirviendo para un colega.",
    ),
    "joining.participant_cannot_lead": Text(
        en="This link is for leading the group that you take part in, and one person can't do both in one group. "
        "Nothing changed, and the link stays good for the person it was meant for.",
        es="Este enlace es para facilitar el grupo en el que participas, y una persona no puede hacer las dos cosas en un "
        "mismo grupo. No cambió nada, y el enlace sigue sirviendo para quien era.",
    ),
    "joining.link_is_for_participants": Text(
        en="This link is for a participant, and you lead the group. It stays good: send it on to one person.",
        es="Este enlace es para participar, y tú facilitas el grupo. Sigue sirviendo: mándaselo a una persona.",
    ),
}
"""What stands above a question that was not understood, or in place of a door that does not open."""
