import datetime as dt

import pytest

from bot.crisis_lines import require_checked
from bot.operator import WRONG_SETTINGS, OperatorError
from bot.settings import Settings, read
from domain import crisis
from storage.vault import new_master_key

DAY = dt.timedelta(days=1)
LAST = crisis.checked_on() + crisis.FRESH_FOR


def settings(**more: str) -> Settings:
    return read(
        {"BOT_TOKEN": "1:a-made-up-token", "ENCRYPTION_KEYS": new_master_key(), **more},
        env_file="/nowhere/.env",
    )


def test_for_eleven_months_nothing_is_said() -> None:
    assert require_checked(settings(), LAST - 31 * DAY) is None


def test_in_the_last_month_the_operator_is_told_at_every_start() -> None:
    advice = require_checked(settings(), LAST)

    assert advice is not None
    assert LAST.isoformat() in advice


def test_after_twelve_months_nothing_starts_and_the_sentence_says_what_to_call() -> None:
    with pytest.raises(OperatorError) as caught:
        require_checked(settings(), LAST + DAY)

    assert WRONG_SETTINGS == caught.value.exit_code
    assert "988" in str(caught.value)
    assert f"CRISIS_LINES_CHECKED_ON={(LAST + DAY).isoformat()}" in str(caught.value)


def test_in_a_country_without_lines_the_sentence_names_the_directory() -> None:
    with pytest.raises(OperatorError, match=crisis.DIRECTORY):
        require_checked(settings(DEFAULT_COUNTRY="ZZ"), LAST + DAY)


def test_an_operators_own_check_counts_for_twelve_months() -> None:
    own = settings(CRISIS_LINES_CHECKED_ON=LAST.isoformat())

    assert require_checked(own, LAST + 300 * DAY) is None
    with pytest.raises(OperatorError):
        require_checked(own, LAST + crisis.FRESH_FOR + DAY)


def test_a_check_in_the_future_counts_for_nothing() -> None:
    ahead = settings(CRISIS_LINES_CHECKED_ON=(LAST + 400 * DAY).isoformat())

    with pytest.raises(OperatorError):
        require_checked(ahead, LAST + DAY)
