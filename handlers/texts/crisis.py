"""Words for the hardest moments: first the numbers, then what happens next; never a promise that somebody watches."""

from handlers.texts.words import Label

HELP_NOW = Label(en="I need help now", es="Necesito ayuda ahora")
