"""Makes sure before a start that somebody has compared the crisis lines with their sources lately, the operator's own too."""

import datetime as dt

from bot.operator import WRONG_SETTINGS, OperatorError
from bot.own_lines import own_lines
from bot.settings import Settings
from domain import crisis

SOON = dt.timedelta(days=30)
"""So long before the end it is said at every start."""


def require_checked(settings: Settings, today: dt.date) -> str | None:
    """Put the operator's own lines in the place of ours; return what they should know of the lines' age, None while all are fresh.

    Raises:
        OperatorError: a line was last checked more than twelve months ago, by us or by the operator; or their file is wrong.
    """
    crisis.use(own_lines(settings.crisis_lines, today))
    checked_on = crisis.checked_on()
    if settings.crisis_lines_checked_on is not None and settings.crisis_lines_checked_on <= today:
        checked_on = max(checked_on, settings.crisis_lines_checked_on)
    until = checked_on + crisis.FRESH_FOR
    cure = (
        f"Call what people in {settings.default_country} are given ({_numbers(settings.default_country)}), "
        f"and then set CRISIS_LINES_CHECKED_ON={today.isoformat()}; or install a newer version."
    )
    if today > until:
        raise OperatorError(
            f"The crisis lines were last checked on {checked_on.isoformat()}, more than twelve months ago. {cure}",
            WRONG_SETTINGS,
        )
    if today > until - SOON:
        return f"The crisis lines have to be checked before {until.isoformat()}. {cure}"
    return None


def _numbers(code: str) -> str:
    known = crisis.country(code)
    if known is None:
        return f"the local emergency number, {crisis.DIRECTORY}"
    found = [f"{line.name} {', '.join([*line.calls, *filter(None, [line.text_to])])}" for line in known.lines]
    return "; ".join([*filter(None, [known.emergency]), *found])
