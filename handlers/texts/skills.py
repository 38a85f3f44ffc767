"""Words of the skills that a hard check-in hands back: one small thing to do now, in our own words; none promises relief."""

from domain.skills import Skill
from handlers.texts.words import Text

CARDS = {
    Skill.RIDE_THE_WAVE: Text(
        en="<b>Ride the wave</b>\nA craving usually rises, crests and passes, often in about twenty minutes. Find where you "
        "feel it in your body. Breathe there, and watch it change. You don't have to fight it or follow it.",
        es="<b>Surfear la ola</b>\nLas ganas suelen subir, llegar a su punto más alto y pasar, muchas veces en unos veinte "
        "minutos. Busca en qué parte del cuerpo las sientes. Respira ahí y mira cómo cambian. No hace falta pelear ni ceder.",
    ),
    Skill.WAIT_AND_CALL: Text(
        en="<b>Wait ten minutes, and call</b>\nYou don't have to decide about tonight. Decide about the next ten minutes: in "
        "that time, call or write to one person. After that you can decide again.",
        es="<b>Espera diez minutos y llama</b>\nNo tienes que decidir sobre toda la noche. Decide sobre los próximos diez "
        "minutos: en ese rato, llama o escribe a una persona. Después puedes decidir otra vez.",
    ),
    Skill.LEAVE_THE_PLACE: Text(
        en="<b>Change the place</b>\nStand up and go where using is harder: another room, the street, a shop, somebody's "
        "kitchen. You can explain later. Moving first makes the rest easier.",
        es="<b>Cambia de lugar</b>\nLevántate y ve adonde consumir sea más difícil: otro cuarto, la calle, una tienda, la "
        "cocina de alguien. Ya explicarás después. Moverte primero hace más fácil lo demás.",
    ),
    Skill.PLAY_IT_FORWARD: Text(
        en="<b>Play it to the end</b>\nThe craving shows the first minutes. Let it run on: two hours later, bedtime, tomorrow "
        "morning. Then picture tomorrow morning the other way, and who you'd tell.",
        es="<b>Mira la película hasta el final</b>\nLas ganas muestran los primeros minutos. Deja que siga: dos horas después, "
        "la hora de dormir, mañana temprano. Luego imagina esa mañana de la otra manera, y a quién se lo contarías.",
    ),
    Skill.BODY_FIRST: Text(
        en="<b>Ask your body first</b>\nHungry? Angry? Lonely? Tired? Pick the loudest one and take care of that: something "
        "to eat, a walk, a message, lying down. Cravings are stronger on an empty tank.",
        es="<b>Pregúntale primero al cuerpo</b>\n¿Hambre? ¿Enojo? ¿Soledad? ¿Cansancio? Elige lo que más se note y atiéndelo: "
        "comer algo, caminar, un mensaje, acostarte. Las ganas pesan más con el tanque vacío.",
    ),
    Skill.ONE_SMALL_THING: Text(
        en="<b>One small thing</b>\nOn a day this heavy, one small thing is enough: a glass of water, an open window, a "
        "shower. Do it before you feel like it. The wish often comes after.",
        es="<b>Una cosa pequeña</b>\nEn un día tan pesado basta una cosa pequeña: un vaso de agua, una ventana abierta, una "
        "ducha. Hazla antes de tener ganas. Las ganas muchas veces llegan después.",
    ),
    Skill.TELL_ONE_PERSON: Text(
        en="<b>Tell one person</b>\nNo long story needed. “Today is heavy, I just wanted somebody to know” is a whole "
        "message. Said out loud, it weighs a little less.",
        es="<b>Cuéntaselo a una persona</b>\nNo hace falta una historia larga. «Hoy pesa mucho, solo quería que alguien lo "
        "supiera» es un mensaje entero. Dicho en voz alta, pesa un poco menos.",
    ),
    Skill.STEP_OUTSIDE: Text(
        en="<b>Five minutes outside</b>\nOr at an open window. Look for three things that move: a tree, a car, a cloud. Light "
        "and air don't solve it. They make the next hour easier to carry.",
        es="<b>Cinco minutos afuera</b>\nO en una ventana abierta. Busca tres cosas que se muevan: un árbol, un carro, una "
        "nube. La luz y el aire no lo resuelven. Hacen más llevadera la próxima hora.",
    ),
    Skill.KIND_WORDS: Text(
        en="<b>What would you tell a friend?</b>\nSomebody you like had exactly this day. What would you say to them? Say "
        "that sentence to yourself, once, slowly.",
        es="<b>¿Qué le dirías a alguien que quieres?</b>\nImagina que esa persona tuvo justo este día. ¿Qué le dirías? Dite "
        "esa misma frase, una vez, despacio.",
    ),
    Skill.LONG_BREATH: Text(
        en="<b>A long breath out</b>\nIn through the nose while you count to 4. Out through the mouth, slowly, to 6. Ten "
        "rounds take under two minutes. The way out is what calms.",
        es="<b>Soltar el aire despacio</b>\nToma aire por la nariz contando hasta 4. Suéltalo por la boca, lento, hasta 6. "
        "Diez veces toman menos de dos minutos. Lo que calma es soltarlo.",
    ),
    Skill.FIVE_SENSES: Text(
        en="<b>5-4-3-2-1</b>\nName 5 things you see, 4 you can touch, 3 you hear, 2 you smell, 1 you taste. Take your time "
        "with each. It brings you back to where you are.",
        es="<b>5-4-3-2-1</b>\nNombra 5 cosas que ves, 4 que puedes tocar, 3 que oyes, 2 que hueles, 1 que saboreas. Sin "
        "prisa con cada una. Te trae de vuelta adonde estás.",
    ),
    Skill.LET_GO: Text(
        en="<b>Tighten, and let go</b>\nMake fists for five seconds, then open them. The same with your shoulders, your face, "
        "your feet. Notice the difference each time. Leave out what hurts.",
        es="<b>Aprieta y suelta</b>\nCierra los puños cinco segundos y ábrelos. Lo mismo con los hombros, la cara, los pies. "
        "Nota la diferencia cada vez. Deja fuera lo que duela.",
    ),
    Skill.COLD_WATER: Text(
        en="<b>Cold water</b>\nLet it run over your wrists, or hold something cold in your hands for half a minute. Notice "
        "only the cold. It gives a racing head one simple thing.",
        es="<b>Agua fría</b>\nDéjala correr por las muñecas, o sostén algo frío en las manos medio minuto. Nota solo el frío. "
        "Le da a una cabeza acelerada una sola cosa sencilla.",
    ),
    Skill.PARK_IT: Text(
        en="<b>Park it on paper</b>\nWrite down what is turning in your head, one line each. Put a time beside it: tomorrow "
        "at ten. Until then it is on the paper, not on you.",
        es="<b>Déjalo en un papel</b>\nEscribe lo que te da vueltas, una línea por cosa. Ponle una hora: mañana a las diez. "
        "Hasta entonces lo guarda el papel, no tú.",
    ),
}
