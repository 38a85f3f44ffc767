"""Words about when facilitators are on call."""

from handlers.texts.words import Text

REFUSALS = {
    "cover.no_hours": Text(
        en="I need at least one day of the week, and two times of day.",
        es="Necesito al menos un día de la semana y dos horas del día.",
    ),
}
