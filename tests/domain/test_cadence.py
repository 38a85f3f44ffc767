import datetime as dt

import pytest

from domain.cadence import FORTNIGHT, MONTH, PRIORITY, QUARTER, WEEK, due, plans
from domain.instruments.catalogue import VERSIONS, in_use, version_of
from domain.instruments.version import Kind, Version
from domain.phases import Phase, Stage, Track

SINCE = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)
CONFIRMED = {"bam_iop_7day_en": True, "barc10_en": True, "pacs_en": True}


def stage(phase: Phase = Phase.STABILISATION, track: Track = Track.SUBSTANCE_USE) -> Stage:
    return Stage(phase, track, SINCE)


def versions(language: str = "en", choices: dict[str, bool] | None = None) -> dict[Kind, Version]:
    offered = in_use(CONFIRMED if choices is None else choices)
    found = {kind: version_of(kind, language, offered) for kind in PRIORITY}
    return {kind: version for kind, version in found.items() if version is not None}


def names(found: list) -> list[str]:  # type: ignore[type-arg] # what is due, in its order
    return [one.version.id for one in found]


def every(at: Stage) -> dict[Kind, dt.timedelta | None]:
    return {plan.kind: plan.every for plan in plans(at)}


@pytest.mark.parametrize(
    ("phase", "track", "expected"),
    [
        (Phase.STABILISATION, Track.SUBSTANCE_USE, (FORTNIGHT, WEEK)),
        (Phase.COPING, Track.DUAL_DIAGNOSIS, (WEEK, WEEK)),
        (Phase.PREVENTION, Track.DUAL_DIAGNOSIS, (WEEK, MONTH)),
        (Phase.PREVENTION, Track.EXECUTIVE, (FORTNIGHT, MONTH)),
        (Phase.AFTERCARE, Track.DUAL_DIAGNOSIS, (MONTH, MONTH)),
        (Phase.COPING, Track.MENTAL_HEALTH, (WEEK, None)),
    ],
)
def test_mood_and_use_are_asked_as_often_as_phase_and_track_say(
    phase: Phase, track: Track, expected: tuple[dt.timedelta, dt.timedelta | None]
) -> None:
    found = every(stage(phase, track))

    assert (expected[0], expected[0], expected[1]) == (
        found[Kind.PHQ2],
        found[Kind.GAD2],
        found.get(Kind.BAM),
    )


@pytest.mark.parametrize("phase", Phase)
def test_craving_of_the_week_is_asked_in_the_third_phase_alone(phase: Phase) -> None:
    assert (WEEK if phase is Phase.PREVENTION else None) == every(stage(phase)).get(Kind.PACS)


def test_in_aftercare_well_being_is_asked_monthly_and_recovery_capital_quarterly() -> None:
    found = every(stage(Phase.AFTERCARE))

    assert (MONTH, QUARTER) == (found[Kind.WHO5], found[Kind.BARC10])


@pytest.mark.parametrize("phase", Phase)
def test_nobody_is_asked_about_substances_on_a_track_without_them(phase: Phase) -> None:
    assert {Kind.PHQ2, Kind.GAD2, Kind.WHO5} == set(every(stage(phase, Track.MENTAL_HEALTH)))


def test_whoever_begins_is_due_for_all_and_mood_and_worry_come_first() -> None:
    assert ["phq4_en", "bam_iop_7day_en", "who5_en", "barc10_en"] == names(
        due(stage(), {}, versions(), SINCE)
    )


def test_nothing_is_due_before_its_time() -> None:
    last = {Kind.PHQ4: SINCE, Kind.BAM: SINCE, Kind.WHO5: SINCE, Kind.BARC10: SINCE}

    assert [] == due(stage(), last, versions(), SINCE + WEEK - DAY)
    assert ["bam_iop_7day_en"] == names(due(stage(), last, versions(), SINCE + WEEK))
    assert ["bam_iop_7day_en", "phq4_en"] == names(due(stage(), last, versions(), SINCE + FORTNIGHT))


def test_what_has_waited_longest_comes_first_so_that_nothing_is_put_off_for_ever() -> None:
    last = {Kind.PHQ4: SINCE + 5 * DAY, Kind.BAM: SINCE, Kind.WHO5: SINCE, Kind.BARC10: SINCE}
    at = stage(track=Track.DUAL_DIAGNOSIS)

    assert ["bam_iop_7day_en", "phq4_en"] == names(due(at, last, versions(), SINCE + 20 * DAY))


def test_a_change_of_phase_asks_once_about_well_being_and_recovery_capital() -> None:
    before = dict.fromkeys(PRIORITY, SINCE - DAY)
    after = {**before, Kind.WHO5: SINCE}

    assert ["who5_en", "barc10_en"] == names(due(stage(Phase.COPING), before, versions(), SINCE))
    assert ["barc10_en"] == names(due(stage(Phase.COPING), after, versions(), SINCE))


def test_two_short_forms_that_are_both_due_are_asked_as_the_phq_4() -> None:
    last = {Kind.BAM: SINCE, Kind.WHO5: SINCE, Kind.BARC10: SINCE}

    assert ["phq4_en"] == names(due(stage(), last, versions(), SINCE))
    assert ["phq2_en"] == names(due(stage(), {**last, Kind.GAD2: SINCE}, versions(), SINCE))


def test_without_the_phq_4_both_short_forms_are_asked_one_after_the_other() -> None:
    found = due(stage(), {}, versions(choices={"phq4_en": False}), SINCE)

    assert ["phq2_en", "gad2_en"] == names(found)[:2]


def test_an_english_phq_4_does_not_take_the_place_of_short_forms_in_ones_own_language() -> None:
    assert ["phq2_es", "gad2_es"] == names(due(stage(), {}, versions("es"), SINCE))[:2]


@pytest.mark.parametrize("grown", [Kind.PHQ9, Kind.PHQ8])
def test_whoever_answered_the_long_form_has_answered_the_short_one(grown: Kind) -> None:
    last = {Kind.PHQ2: SINCE - WEEK, grown: SINCE, Kind.GAD2: SINCE, Kind.BAM: SINCE, Kind.WHO5: SINCE}
    offered = versions(choices={})

    assert [] == due(stage(track=Track.DUAL_DIAGNOSIS), last, offered, SINCE + WEEK - DAY)


def test_the_30_day_form_of_the_bam_is_never_asked_more_often_than_every_four_weeks() -> None:
    offered = versions(choices={})
    last = dict.fromkeys(PRIORITY, SINCE)
    asked = [
        (at, names(due(stage(), {**last, Kind.PHQ4: SINCE + at * DAY}, offered, SINCE + at * DAY)))
        for at in range(29)
    ]

    assert VERSIONS["bam_30day_en"] is offered[Kind.BAM]
    assert [(28, ["bam_30day_en"])] == [one for one in asked if one[1]]


def test_a_version_that_is_not_in_use_is_not_due() -> None:
    assert {"phq4_en", "bam_30day_en", "who5_en"} == set(names(due(stage(), {}, versions(choices={}), SINCE)))
