import datetime as dt

from domain.alert_figures import AlertFigures, Raised, alert_figures
from domain.setbacks import Level, Outcome
from tests.cast import NOON

MINUTE = dt.timedelta(minutes=1)


def test_a_week_in_sums() -> None:
    raised = [
        Raised(Level.URGENT, NOON, NOON + 4 * MINUTE, Outcome.TALKED),
        Raised(Level.HIGH, NOON, NOON + 10 * MINUTE, Outcome.FALSE_ALARM),
        Raised(Level.HIGH, NOON, None, None),
        Raised(Level.WATCH, NOON, NOON + 900 * MINUTE, Outcome.TALKED),
    ]
    assert AlertFigures(3, 2, 7 * MINUTE, 1, 3, 1) == alert_figures(raised)


def test_without_alerts_there_is_nothing_to_tell() -> None:
    assert AlertFigures(0, 0, None, 0, 0, 0) == alert_figures([])
