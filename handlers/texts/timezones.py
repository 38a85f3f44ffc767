"""Words of places and their time: which city, which zone, and what a move changes."""

from handlers.texts.words import Label, Text

TIMEZONE_COMMAND = Label(en="Where I live, for the right time of day", es="Dónde vivo, para la hora correcta")

WHERE_NOW = Text(
    en="<b>Your times are those of {city}.</b> It is {time} there now.\n\nDo you live somewhere else? Tap a place, type "
    "a city, or share a location (📎). I only look up its time zone; the location itself is not kept.",
    es="<b>Tus horas son las de {city}.</b> Allí son las {time}.\n\n¿Vives en otro lugar? Toca uno, escribe una ciudad o "
    "comparte una ubicación (📎). Solo busco su zona horaria; la ubicación no se guarda.",
)
WHICH_CITY = Text(
    en="<b>Which city?</b>\nType yours, or a bigger one near it, for example “Denver”. You can also share a location "
    "(📎): I look up its time zone and don't keep it.",
    es="<b>¿Qué ciudad?</b>\nEscribe la tuya, o una más grande que quede cerca, por ejemplo «Denver». También puedes "
    "compartir una ubicación (📎): busco su zona horaria y no la guardo.",
)
PLACE_FOUND = Text(
    en="<b>Is this it?</b>\nTap it, or type another city.",
    es="<b>¿Es esta?</b>\nTócala, o escribe otra ciudad.",
)
PLACES_FOUND = Text(
    en="<b>Is it one of these?</b>\nTap it, or type another city.",
    es="<b>¿Es una de estas?</b>\nTócala, o escribe otra ciudad.",
)
NO_PLACE = Text(
    en="I don't know that place. Please try the nearest big city, with its state or country: “Portland, Maine”.",
    es="No conozco ese lugar. Prueba por favor con la ciudad grande más cercana y su estado o país: «León, México».",
)
LOOKS_LIKE = Text(
    en="<b>That looks like {city} time</b> ({time} now). Is that right?\n\nThe location itself is not kept.",
    es="<b>Eso parece la hora de {city}</b> (ahora son las {time}). ¿Es correcto?\n\nLa ubicación no se guarda.",
)
NO_ZONE_THERE = Text(
    en="I can't tell the time zone of that location. Please type the nearest big city.",
    es="No puedo saber la zona horaria de esa ubicación. Escribe por favor la ciudad grande más cercana.",
)
ONLY_PLACES = Text(
    en="I can't read a place in that. Please type a city, or share a location (📎).",
    es="No puedo leer un lugar ahí. Escribe por favor una ciudad, o comparte una ubicación (📎).",
)
YES = Label(en="Yes", es="Sí")
ANOTHER_PLACE = Label(en="Another place", es="Otro lugar")
TO_SCHEDULE = Label(en="My schedule", es="Mi horario")

ZONE_CHOICE = Label(en="{city} (now {time})", es="{city} (ahora {time})")
CITY_CHOICE = Label(en="{name}, {region} (now {time})", es="{name}, {region} (ahora {time})")
REGION_CHOICE = Label(en="{name}: {city} time (now {time})", es="{name}: hora de {city} (ahora {time})")

MOVED = Text(
    en="<b>It is {time} in {city} now.</b> From here on I go by that clock. A day you were already asked about is not "
    "asked again.",
    es="<b>En {city} son las {time} ahora.</b> Desde aquí sigo ese reloj. Un día por el que ya te pregunté no se "
    "pregunta otra vez.",
)
SAME_PLACE = Text(
    en="Your times were already those of {city} ({time} now). Nothing changed.",
    es="Tus horas ya eran las de {city} (ahora {time}). No cambió nada.",
)
