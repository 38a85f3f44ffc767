"""Says in the operator's log and counts what concerns alerts as a whole: who reaches nobody, who is seen by nobody, drills."""

import datetime as dt

import structlog

from bot.vitals import Vitals
from domain.drills import Drill
from domain.ids import AlertId
from domain.setbacks import reference
from services.container import Container

_log = structlog.get_logger(__name__)


def report(container: Container, vitals: Vitals) -> None:
    """Report from now on what every commit of this container brings."""

    def unheard(alert_id: AlertId) -> None:
        vitals.count("alerts_unheard")
        _log.error("alert_reaches_nobody", alert=reference(alert_id), alert_id=alert_id)

    def unseen(alert_id: AlertId) -> None:
        vitals.count("alerts_unseen")
        _log.error("alert_seen_by_nobody", alert=reference(alert_id), alert_id=alert_id)

    container.on_unheard(unheard)
    container.on_unseen(unseen)
    container.on_drill(_drill)


def _drill(drill: Drill) -> None:
    said = _log.error if drill.seen_at is None else _log.info
    said(
        "drill_over",
        alert=reference(drill.alert_id),
        sent_seconds=_seconds(drill.sent_after),
        seen_seconds=_seconds(drill.seen_after),
        rung=drill.rung.name.lower(),
    )


def _seconds(time: dt.timedelta | None) -> float | None:
    return None if time is None else round(time.total_seconds(), 1)
