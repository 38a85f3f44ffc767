import json
import logging

import pytest
import structlog

from bot import logs
from domain.errors import Unreadable

TOKEN = "4242:AAE-made-up-token-of-a-test-bot-012345"
SECRET = "an-odd-secret-without-the-shape-of-a-token"
WORDS = "I drank last night"


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_secret_reaches_the_log_in_any_place(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", form, (SECRET,))
    log = structlog.get_logger("test")
    log.info(TOKEN, url=f"https://api/bot{TOKEN}/x", deep={"list": [TOKEN, SECRET]})
    log.error("failed", exc_info=ValueError(TOKEN))
    logging.getLogger("elsewhere").warning("url %s", f"https://api/bot{TOKEN}/x")

    said = capsys.readouterr().err
    assert TOKEN not in said
    assert SECRET not in said
    assert "[token]" in said


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_people_wrote_does_not_reach_the_log_with_an_error(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up("DEBUG", form)
    note = WORDS
    try:
        int(note)
    except ValueError as error:
        structlog.get_logger("test").error("failed", row=7, exc_info=error)
    logging.getLogger("telegram.ext.Application").critical("update %s", note)
    logging.getLogger("elsewhere").error("bad note: %s", note)

    said = capsys.readouterr().err
    assert WORDS not in said
    assert "ValueError" in said
    assert "test_logs.py" in said
    assert "bad note: %s" in said


def test_our_own_errors_name_their_key(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("INFO", "json")
    error = Unreadable("vault.key_missing")
    error.__cause__ = ZeroDivisionError()
    structlog.get_logger("test").error("failed", exc_info=error)
    line = json.loads(capsys.readouterr().err)

    assert line["error"] == "Unreadable(vault.key_missing) from ZeroDivisionError"
    assert line["event"] == "failed"
    assert line["level"] == "error"


def test_quieter_levels_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up("WARNING", "text")
    structlog.get_logger("test").info("unheard")

    assert capsys.readouterr().err == ""
