import datetime as dt
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.settling import ALERT_TRIES_WHEN_UNSURE, TRIES_WHEN_REFUSED, TRIES_WHEN_UNSURE, ending_of
from domain.ids import AlertId, CheckInId, PersonId
from domain.messages import CheckInDue, CheckInReminder, Message, UrgentAlertRaised
from handlers.edge.failures import NotSent
from storage.outbox import DEAD, UNSURE, Claimed
from tests.cast import NOON

DUE = CheckInDue(CheckInId(1))
REMINDER = CheckInReminder(CheckInId(1), 1)
ALERT = UrgentAlertRaised(AlertId(1), 0)


def row(message: Message, tries: int) -> Claimed:
    return Claimed(
        id=1,
        person_id=PersonId(1),
        kind=message.kind,
        data={},
        lane=message.lane,
        not_before=NOON,
        expires_at=None,
        tries=tries,
        was_interrupted=False,
    )


@pytest.mark.parametrize(
    ("message", "tries", "error", "state", "counts"),
    [
        (DUE, 1, NotSent("x"), None, False),
        (DUE, 50, NotSent("x"), None, False),
        (DUE, 1, RetryAfter(7), None, False),
        (DUE, 50, InvalidToken("x"), None, False),
        (DUE, TRIES_WHEN_UNSURE - 1, NetworkError("x"), None, True),
        (DUE, TRIES_WHEN_UNSURE, NetworkError("x"), UNSURE, True),
        (REMINDER, 1, NetworkError("x"), UNSURE, True),
        (ALERT, ALERT_TRIES_WHEN_UNSURE - 1, NetworkError("x"), None, True),
        (ALERT, ALERT_TRIES_WHEN_UNSURE, NetworkError("x"), UNSURE, True),
        (DUE, 1, Forbidden("Forbidden: bot was blocked by the user"), DEAD, True),
        (ALERT, 1, BadRequest("Chat not found"), DEAD, True),
        (DUE, TRIES_WHEN_REFUSED - 1, BadRequest("message is too odd"), None, True),
        (DUE, TRIES_WHEN_REFUSED, BadRequest("message is too odd"), DEAD, True),
    ],
)
def test_what_becomes_of_a_message(
    *, message: Message, tries: int, error: Any, state: str | None, counts: bool
) -> None:
    ending = ending_of(row(message, tries), message, error)

    assert (state, counts) == (ending.state, ending.counts)


@pytest.mark.parametrize(
    "text",
    [
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot can't initiate conversation with a user",
        "Bad Request: chat not found",
    ],
)
def test_only_these_words_mean_that_nobody_is_there(text: str) -> None:
    assert ending_of(row(DUE, 1), DUE, Forbidden(text)).is_gone


@pytest.mark.parametrize(
    "error", [Forbidden("Forbidden: something new"), InvalidToken("x"), BadRequest("message is too long")]
)
def test_nobody_is_marked_unreachable_for_our_own_mistakes(error: Any) -> None:
    assert not ending_of(row(DUE, 1), DUE, error).is_gone


def test_an_alert_is_tried_until_its_repeat_is_due() -> None:
    waits = [
        ending_of(row(ALERT, tries), ALERT, NetworkError("x")).wait
        for tries in range(1, ALERT_TRIES_WHEN_UNSURE)
    ]

    assert waits == sorted(waits)
    assert dt.timedelta(minutes=15) <= dt.timedelta(seconds=sum(waits)) <= dt.timedelta(minutes=20)
