import datetime as dt

import pytest

from domain.checkins import State
from domain.schedules import PauseReason
from handlers.callbacks.pauses import PartnerTold, PauseSet, ReasonGiven, ReasonSkipped
from handlers.request import Attachment, Button
from handlers.texts import pauses as texts
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.evenings import DAY, DUE, HOUR, latest
from tests.handlers.test_schedules import of, typing_goes_to
from tests.phone import Phone, messages, tick
from tests.scenes import partners

WEEK = dt.date(2026, 3, 10)
"""A week after the first prompt of the cast."""


async def told_of_a_pause(storage: Storage, cast: Cast) -> list[str]:
    return [kind for kind in await messages(storage, cast.ben) if "paused" in kind]


async def test_a_pause_is_until_a_day_with_a_reason_and_then_there_is_calm(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("pause")
    assert [
        "3 days (until Fri, Mar 6)",
        "1 week (until Tue, Mar 10)",
        "2 weeks (until Tue, Mar 17)",
    ] == ana.labels
    await ana.tap("1 week")
    assert "Your pause has begun.</b> I ask again on Tue, Mar 10." in ana.text
    assert "your partner doesn't" in ana.text
    assert ["Holiday", "Illness", "Something else", "Skip"] == ana.labels
    await ana.tap("Illness")

    assert "All set. I ask again on Tue, Mar 10." in ana.text
    assert ["End the pause"] == ana.labels
    kept = await of(storage, cast.ana)
    assert (WEEK, PauseReason.ILLNESS) == (kept.paused_until, kept.pause_reason)


async def test_whoever_leaves_half_way_is_paused_all_the_same(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await ana.command("pause")
    await ana.tap("3 days")
    await tick(container, DUE)

    assert [] == await messages(storage, cast.ana)
    kept = await of(storage, cast.ana)
    assert (dt.date(2026, 3, 6), None) == (kept.paused_until, kept.pause_reason)


async def test_a_reason_can_be_skipped(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    await ana.tap("1 week")
    await ana.tap("Skip")

    assert "All set." in ana.text
    assert (await of(storage, cast.ana)).pause_reason is None


@pytest.mark.parametrize("answer", ["Yes, tell", "No"])
async def test_the_partner_is_told_only_when_that_is_wanted(
    storage: Storage, cast: Cast, ana: Phone, answer: str
) -> None:
    await partners(storage, cast.ana, cast.ben)
    await ana.command("pause")
    await ana.tap("1 week")
    await ana.tap("Holiday")
    assert "May I tell Ben?" in ana.text
    assert "not why" in ana.text
    assert [] == await told_of_a_pause(storage, cast)
    tap = ana.button(answer)
    await ana.press(tap)
    await ana.press(tap)

    assert "All set." in ana.text
    assert (1 if answer == "Yes, tell" else 0) == len(await told_of_a_pause(storage, cast))
    assert ("I'm telling Ben." in ana.text) == (answer == "Yes, tell")
    assert PauseReason.HOLIDAY is (await of(storage, cast.ana)).pause_reason


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("Mar 30", dt.date(2026, 3, 30)),
        ("30/3", dt.date(2026, 3, 30)),
        ("until Monday", dt.date(2026, 3, 9)),
        ("hasta el lunes", dt.date(2026, 3, 9)),
        ("10 days", dt.date(2026, 3, 13)),
    ],
)
async def test_the_day_can_be_typed(
    storage: Storage, cast: Cast, ana: Phone, typed: str, until: dt.date
) -> None:
    await ana.command("pause")
    await ana.say(typed)

    assert until == (await of(storage, cast.ana)).paused_until
    assert await typing_goes_to(storage, cast.ana) is None


async def test_a_date_that_may_be_two_is_asked_back(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    await ana.say("5/4")
    assert ["Until Sun, Apr 5", "Until Mon, May 4"] == ana.labels
    assert (await of(storage, cast.ana)).paused_until is None
    await ana.tap("Until Sun, Apr 5")

    assert dt.date(2026, 4, 5) == (await of(storage, cast.ana)).paused_until


@pytest.mark.parametrize("typed", ["a while", "", "Mar 2 2026", "<b>Monday</b>?", "🙂"])
async def test_what_is_no_coming_day_leaves_the_lengths_there(
    storage: Storage, cast: Cast, ana: Phone, typed: str
) -> None:
    await ana.command("pause")
    await ana.say(typed)

    assert texts.NOT_A_DATE.en in ana.text
    assert "1 week (until Tue, Mar 10)" in ana.labels
    assert (await of(storage, cast.ana)).paused_until is None


async def test_a_voice_note_is_no_day(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    await ana.say("Mar 30", Attachment.VOICE)

    assert texts.NOT_A_DATE.en in ana.text
    assert (await of(storage, cast.ana)).paused_until is None


async def test_a_running_pause_is_shown_and_ended(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    await ana.tap("1 week")
    await ana.command("schedule")
    assert "You're taking a pause. I ask again on Tue, Mar 10." in ana.text
    assert "End the pause" in ana.labels
    await ana.command("pause")
    assert ["End the pause", "Longer"] == ana.labels
    await ana.tap("End the pause")

    assert "I ask again on Tue, Mar 3 at 18:00." in ana.text
    assert (await of(storage, cast.ana)).paused_until is None


async def test_a_pause_is_made_longer_and_keeps_its_reason(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    await ana.tap("1 week")
    await ana.tap("Illness")
    await ana.command("pause")
    await ana.tap("Longer")
    assert "For now I ask again on Tue, Mar 10." in ana.text
    await ana.tap("3 days (until Fri, Mar 13)")

    assert "All set. I ask again on Fri, Mar 13." in ana.text
    kept = await of(storage, cast.ana)
    assert (dt.date(2026, 3, 13), PauseReason.ILLNESS) == (kept.paused_until, kept.pause_reason)


async def test_a_double_tap_makes_no_longer_pause(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    days = ana.button("3 days")
    await ana.press(days)
    await ana.press(days)

    assert dt.date(2026, 3, 6) == (await of(storage, cast.ana)).paused_until


async def test_buttons_of_a_pause_that_is_over_begin_none(storage: Storage, cast: Cast, ana: Phone) -> None:
    await partners(storage, cast.ana, cast.ben)
    ordinal = WEEK.toordinal()
    for press in (ReasonGiven(ordinal, PauseReason.OTHER), ReasonSkipped(ordinal), PartnerTold(ordinal)):
        await ana.press(Button("", press))

        assert texts.OLD_PRESS.en == ana.reply.notice
    assert (await of(storage, cast.ana)).paused_until is None
    assert [] == await told_of_a_pause(storage, cast)


async def test_a_length_from_weeks_ago_begins_no_pause(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    days = ana.button("3 days")
    ana.now += 10 * DAY
    await ana.press(days)

    assert texts.OLD_PRESS.en == ana.reply.notice
    assert (await of(storage, cast.ana)).paused_until is None


@pytest.mark.parametrize("ordinal", [0, -1, 9_999_999, WEEK.toordinal() + 4_000])
async def test_a_forged_date_is_refused(storage: Storage, cast: Cast, ana: Phone, ordinal: int) -> None:
    await ana.press(Button("", PauseSet(ordinal)))

    assert (await of(storage, cast.ana)).paused_until is None


async def test_a_pause_covers_a_check_in_that_was_asked_and_not_begun(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await tick(container, DUE)
    ana.now = DUE + HOUR
    await ana.command("pause")
    assert "1 week (until Wed, Mar 11)" in ana.labels
    await ana.tap("1 week")
    assert State.PAUSED is (await latest(storage, cast.ana)).state


async def test_the_pause_in_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    await partners(storage, cast.ana, cast.ben)
    ana = Phone(storage, container, cast.ana, "es")
    await ana.command("pause")
    await ana.say("hasta el lunes")
    await ana.tap("Vacaciones")
    await ana.tap("Sí, dile")

    assert "Te pregunto de nuevo el lun 9 mar." in ana.text
    assert "Se lo digo a Ben." in ana.text
