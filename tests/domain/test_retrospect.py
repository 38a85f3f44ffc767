import datetime as dt

from domain.phases import Phase, Stage, Track
from domain.progress import Course, Day
from domain.retrospect import Band, bands_of

FIRST = dt.date(2026, 3, 1)
DAY = dt.timedelta(days=1)
COURSE = Course(tuple(Day(FIRST + number * DAY) for number in range(10)))


def stage(phase: Phase, since: int, track: Track = Track.SUBSTANCE_USE) -> Stage:
    return Stage(phase, track, FIRST + since * DAY)


def test_a_phase_lasts_until_the_next_one() -> None:
    stages = [stage(Phase.STABILISATION, -20), stage(Phase.COPING, 4)]

    assert (Band(Phase.STABILISATION, 0, 3), Band(Phase.COPING, 4, 9)) == bands_of(stages, COURSE)


def test_days_before_the_first_phase_have_none() -> None:
    assert (Band(Phase.STABILISATION, 6, 9),) == bands_of([stage(Phase.STABILISATION, 6)], COURSE)
    assert () == bands_of([], COURSE)


def test_another_track_is_no_other_phase() -> None:
    stages = [stage(Phase.COPING, 0), stage(Phase.COPING, 5, Track.DUAL_DIAGNOSIS)]

    assert (Band(Phase.COPING, 0, 9),) == bands_of(stages, COURSE)


def test_a_phase_that_comes_back_is_a_band_of_its_own() -> None:
    stages = [stage(Phase.COPING, 0), stage(Phase.STABILISATION, 3), stage(Phase.COPING, 6)]

    assert [(0, 2), (3, 5), (6, 9)] == [(band.first, band.last) for band in bands_of(stages, COURSE)]
