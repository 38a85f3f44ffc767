"""The questions of partner check-ins and the small things for a week, by the ids in `domain.exchange_prompts`."""

from handlers.texts.words import Label, Text

QUESTIONS = {
    "tank": Text(
        en="How full is your tank today? 0 is empty, 10 is full.",
        es="¿Cuánta energía tienes hoy? 0 es nada, 10 es toda.",
    ),
    "helped": Text(
        en="What has helped you these days, even a little?",
        es="¿Qué te ha ayudado estos días, aunque sea un poco?",
    ),
    "load": Text(
        en="How heavy is this week so far? 0 is light, 10 is very heavy.",
        es="¿Qué tan pesada va la semana? 0 es ligera, 10 es muy pesada.",
    ),
    "wish": Text(
        en="What would do you good from a partner this week?",
        es="¿Qué te haría bien de tu compañía esta semana?",
    ),
    "uneasy": Text(
        en="Name one thing that you did lately although it wasn't easy.",
        es="Cuenta una cosa que hiciste hace poco aunque no era fácil.",
    ),
    "near": Text(
        en="How close do you feel to other people today? 0 is not at all, 10 is very close.",
        es="¿Qué tan cerca te sientes hoy de otras personas? 0 es nada, 10 es muy cerca.",
    ),
    "ahead": Text(
        en="What lies ahead of you in the next days?",
        es="¿Qué te espera en los próximos días?",
    ),
    "thanks": Text(
        en="Name one small thing that you are glad of this week.",
        es="Cuenta una cosa pequeña que te alegra de esta semana.",
    ),
}
CHOICES = {
    ("helped", 0): Label(en="Rest", es="Descansar"),
    ("helped", 1): Label(en="Somebody", es="Una persona"),
    ("helped", 2): Label(en="Moving", es="Moverme"),
    ("helped", 3): Label(en="A routine", es="Una rutina"),
    ("helped", 4): Label(en="Something else", es="Otra cosa"),
    ("wish", 0): Label(en="A hello now and then", es="Un hola de vez en cuando"),
    ("wish", 1): Label(en="Somebody to listen", es="Que me escuchen"),
    ("wish", 2): Label(en="Doing something together", es="Hacer algo en compañía"),
    ("wish", 3): Label(en="Some quiet", es="Un poco de calma"),
    ("ahead", 0): Label(en="Something good", es="Algo bueno"),
    ("ahead", 1): Label(en="Something hard", es="Algo difícil"),
    ("ahead", 2): Label(en="Some of both", es="Un poco de ambas"),
    ("ahead", 3): Label(en="Nothing special", es="Nada especial"),
}
SMALL_THINGS = (
    Label(en="Take one walk", es="Dar un paseo"),
    Label(en="Call somebody I trust", es="Llamar a alguien de confianza"),
    Label(en="Go to bed on time, once", es="Acostarme a mi hora una vez"),
    Label(en="Go to one meeting", es="Ir a una reunión"),
    Label(en="Eat one proper meal a day", es="Comer bien una vez al día"),
)
