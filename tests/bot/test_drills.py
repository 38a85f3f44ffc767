"""`tandem drill`: a test alert through the whole chain of a running bot, with the time of each step."""

import asyncio
import datetime as dt
import re

import pytest

from bot.drills import _drill
from tests.bot.conftest import said, until
from tests.bot.test_alert_delivery import Clinic, clinic
from tests.bot.test_cli import Command, tandem, telegram

__all__ = ["clinic", "tandem", "telegram"]


async def test_each_step_is_printed_with_its_time_and_the_group_hears_how_it_went(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    fay = clinic.phones["Fay"]
    work = asyncio.ensure_future(  # noqa: TID251 the command runs beside the bot, as in a terminal of its own
        _drill(clinic.app.settings, "Tuesday", None, dt.timedelta(seconds=20))
    )
    # The bot is another process: its tick finds what the command has put in line.
    await until(lambda: bool(clinic.app.courier.wake() or any("This is a drill" in one for one in said(fay))))
    assert not any("drill" in one for one in said(clinic.phones["Ana"]))
    drill = next(message for message in fay.chat if "This is a drill" in message.text)
    await until(clinic.app.is_idle)
    fay.tap(drill.id, "I've seen the drill")
    await work
    await until(lambda: any("Drill of Tuesday" in one for one in said(fay)))

    printed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Tuesday: ")]
    assert ["raised", "sent", "seen"] == [line.split()[1] for line in printed]
    assert re.fullmatch(r"Tuesday: sent after \d+\.\d s", printed[1])
    assert printed[2].endswith("on rung on call")


async def test_what_does_not_end_in_time_goes_on_by_itself(
    clinic: Clinic, capsys: pytest.CaptureFixture[str]
) -> None:
    await _drill(clinic.app.settings, "Friday", "Riverside", dt.timedelta(0))
    found = capsys.readouterr()

    assert "Friday: raised" in found.out
    assert "goes on by itself" in found.err


def test_a_drill_that_nobody_would_hear_of_is_refused(tandem: Command) -> None:
    tandem("group", "create", "Tuesday", "--timezone", "UTC")
    code, _, err = tandem("drill", "--group", "Tuesday")

    assert code == 2
    assert "nobody facilitates it" in err
