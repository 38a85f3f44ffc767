import html

import pytest

from domain.checkins import State
from domain.forms import Form
from domain.phases import Phase, Track
from domain.retrospect import Theme
from domain.setbacks import Cause, Rule
from handlers.callbacks.progress import ShowProgress
from handlers.edge import markup
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import DAY
from tests.handlers.test_progress import PNG, a_week, shown
from tests.phone import Phone
from tests.scenes import TODAY, alert_about, answered


async def test_each_way_of_not_answering_has_a_sign_and_a_count_of_its_own(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    states = (State.SKIPPED, State.PAUSED, State.UNREACHABLE, State.EXCUSED, State.MISSED, State.PARTIAL)
    for back, state in enumerate(states, 1):
        await answered(storage, cast.ana, TODAY - back * DAY, state, **({"mood": 5} if back == 6 else {}))
    await ana.command("progress")

    assert ("partly", "missed", "excused", "unreachable", "paused", "skipped", "") == shown(ana).marks
    for said in ("not answered 1", "skipped 1", "paused 1", "messages didn't arrive 1", "our outage 1"):
        assert said in html.unescape(ana.text)
    assert "Answered on 1 of 3 days asked" in ana.text


async def test_short_check_ins_and_late_answers_are_signed(storage: Storage, cast: Cast, ana: Phone) -> None:
    await answered(storage, cast.ana, TODAY - DAY, form=Form.SHORT, mood=7)
    late = await answered(storage, cast.ana, TODAY - 2 * DAY, mood=6, craving=1)
    async with storage.unit_of_work() as work:
        due_at = NOON - 2 * DAY
        await work.checkins.take_up_late(late, due_at, due_at)
    await ana.command("progress")

    picture = shown(ana)
    assert ("full", "short") == picture.marks[4:6]
    assert (4,) == picture.late
    assert "Short check-ins: 1. Answered or changed later: 1." in ana.text


async def test_what_the_facilitator_was_told_is_signed(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await alert_about(storage, container, cast)
    await ana.command("progress")

    assert (6,) == shown(ana).told
    assert "Your facilitator was told: Tue, Mar 3." in ana.text


async def test_a_partner_s_worry_is_no_sign_in_the_person_s_picture(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await a_week(storage, cast)
    await alert_about(storage, container, cast, NOON, Cause(Rule.CONCERN, None, None, cast.ben.membership_id))
    await ana.command("progress")

    assert () == shown(ana).told


async def test_phases_stand_over_the_days(storage: Storage, cast: Cast, ana: Phone) -> None:
    await a_week(storage, cast)
    async with storage.unit_of_work() as work:
        for phase, back in ((Phase.STABILISATION, 40), (Phase.COPING, 2)):
            await work.phases.move(cast.ana.membership_id, phase, Track.SUBSTANCE_USE, TODAY - back * DAY)
    await ana.command("progress")

    assert [(0, 3), (4, 6)] == [band[:2] for band in shown(ana).bands]
    assert "Phase 2 Coping from Sun, Mar 1." in ana.text


async def test_whoever_is_not_asked_about_craving_sees_tension_in_its_place(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await answered(storage, cast.ana, mood=5, tension=6, sleep=4)
    await ana.command("progress")

    assert ["Mood", "Tension"] == [line.name for line in shown(ana).main]
    assert ["Confidence", "Sleep"] == [line.name for line in shown(ana).small]
    assert "Craving" not in ana.text


async def test_of_several_check_ins_a_day_the_rule_is_told(storage: Storage, cast: Cast, ana: Phone) -> None:
    await answered(storage, cast.ana, mood=5, craving=1)
    await ana.command("progress")
    assert "several check-ins" not in ana.text
    await answered(storage, cast.ana, slot=1, mood=6, craving=7)
    await ana.command("progress")

    assert "A day with several check-ins shows its strongest craving" in ana.text


async def test_dark_pictures_are_remembered(storage: Storage, cast: Cast, ana: Phone) -> None:
    await a_week(storage, cast)
    await ana.command("progress")
    await ana.tap("30 days")
    await ana.tap("Dark picture")
    assert (Theme.DARK, 30) == (shown(ana).theme, len(shown(ana).marks))
    await ana.command("progress")
    assert Theme.DARK == shown(ana).theme
    await ana.tap("Light picture")

    assert Theme.LIGHT == shown(ana).theme


@pytest.mark.parametrize("days", [7, 30, 90])
async def test_every_period_is_drawn(storage: Storage, cast: Cast, ana: Phone, days: int) -> None:
    await a_week(storage, cast)
    await ana.press(Button("", ShowProgress(cast.ana.membership_id, days)))

    picture = shown(ana)
    assert days == len(picture.marks) == len(picture.main[0].values)
    assert picture.render().startswith(PNG)
    labels = [label for _, label in picture.ticks]
    assert 4 <= len(labels) <= 8
    assert all(label for label in labels)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_the_words_fit_below_the_picture_however_much_there_is_to_say(
    storage: Storage, container: Container, cast: Cast, language: str
) -> None:
    states = (State.SKIPPED, State.PAUSED, State.UNREACHABLE, State.EXCUSED, State.MISSED)
    for back in range(1, 40):
        if back % 2:
            await answered(storage, cast.ana, TODAY - back * DAY, states[back // 2 % 5])
            continue
        one = await answered(
            storage,
            cast.ana,
            TODAY - back * DAY,
            mood=10,
            craving=10,
            tension=10,
            sleep=10,
            confidence=10,
            use=1,
        )
        async with storage.unit_of_work() as work:
            await work.checkins.take_up_late(one, NOON - back * DAY, NOON - back * DAY)
    await answered(storage, cast.ana, TODAY - 2 * DAY, slot=1, mood=4)
    await alert_about(storage, container, cast)
    async with storage.unit_of_work() as work:
        for phase in Phase:
            await work.phases.move(
                cast.ana.membership_id, phase, Track.SUBSTANCE_USE, TODAY - (40 - 9 * phase) * DAY
            )
    ana = Phone(storage, container, cast.ana, language=language)
    await ana.press(Button("", ShowProgress(cast.ana.membership_id, 90)))

    assert len(shown(ana).legend) >= 9
    assert markup.length(ana.text) <= markup.CAPTION_CHARACTERS
