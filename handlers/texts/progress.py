"""Words of looking back: figures with their counts and their rule, never a verdict."""

from handlers.texts.words import Text

ANSWERED = Text(
    en="Answered on {answered} of {asked} days asked; days without an answer aren't counted in any number.",
    es="Respondiste {answered} de los {asked} días en que se te preguntó; los días sin respuesta no cuentan en ningún "
    "número.",
)
