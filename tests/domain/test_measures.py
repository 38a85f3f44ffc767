import datetime as dt

import pytest

from domain.ids import GroupId, MeasureId, MembershipId, PersonId
from domain.instruments.catalogue import VERSIONS
from domain.instruments.typed import value_of
from domain.instruments.version import Kind
from domain.measures import Given, Measure, State, carried, growths, minutes_of
from tests.cast import NOON

MINUTE = dt.timedelta(minutes=1)
PHQ9 = (Kind.PHQ9, Kind.PHQ8)
GAD7 = (Kind.GAD7,)


def measure(version: str, *values: int | None, reopened: str | None = None) -> Measure:
    asked = VERSIONS[version].questions
    return Measure(
        measure_id=MeasureId(1),
        membership_id=MembershipId(2),
        person_id=PersonId(3),
        group_id=GroupId(4),
        version=VERSIONS[version],
        state=State.OPEN,
        offered_at=NOON,
        closes_at=NOON + dt.timedelta(days=2),
        ended_at=None,
        total=None,
        reopened=reopened,
        answers={one.id: Given(value, NOON + MINUTE) for one, value in zip(asked, values, strict=False)},
    )


@pytest.mark.parametrize(
    ("version", "values", "expected"),
    [
        ("phq2_en", (1, 1), ()),
        ("phq2_en", (1, 2), (PHQ9,)),
        ("phq2_es", (3, 0), (PHQ9,)),
        ("phq2_en", (3, None), (PHQ9,)),
        ("phq2_en", (2, None), ()),
        ("phq2_en", (None, None), ()),
        ("gad2_en", (1, 1), ()),
        ("gad2_es", (2, 1), (GAD7,)),
        ("phq4_en", (1, 1, 1, 1), ()),
        ("phq4_en", (2, 1, 0, 2), (GAD7,)),
        ("phq4_en", (2, 0, 1, 2), (PHQ9,)),
        ("phq4_en", (3, 3, 3, 3), (PHQ9, GAD7)),
        ("phq9_en", (3, 3, 3, 3, 3, 3, 3, 3, 3), ()),
        ("who5_en", (0, 0, 0, 0, 0), ()),
    ],
)
def test_a_short_form_grows_at_its_cut_off_into_the_long_one(
    version: str, values: tuple[int | None, ...], expected: tuple[tuple[Kind, ...], ...]
) -> None:
    short = measure(version, *values)

    assert expected == growths(short.version, short.values)


@pytest.mark.parametrize(
    ("short", "values", "long", "expected"),
    [
        ("phq2_en", (2, 1), "phq9_en", {"phq9_1": 2, "phq9_2": 1}),
        ("phq2_en", (3, None), "phq8_en", {"phq9_1": 3, "phq9_2": None}),
        ("gad2_en", (1, 3), "gad7_en", {"gad7_1": 1, "gad7_2": 3}),
        ("phq4_en", (0, 1, 2, 3), "phq9_en", {"phq9_1": 2, "phq9_2": 3}),
        ("phq4_en", (0, 1, 2, 3), "gad7_en", {"gad7_1": 0, "gad7_2": 1}),
        ("phq2_es", (2, 1), "phq9_es", {"phq9_es_1": 2, "phq9_es_2": 1}),
        ("phq4_en", (0, 1, 2, 3), "gad7_es", {"gad7_es_1": 0, "gad7_es_2": 1}),
    ],
)
def test_what_was_answered_is_taken_over_and_not_asked_twice(
    short: str, values: tuple[int | None, ...], long: str, expected: dict[str, int | None]
) -> None:
    taken = carried(measure(short, *values), VERSIONS[long])

    assert expected == {item: given.value for item, given in taken.items()}


def test_the_first_question_without_an_answer_is_the_current_one() -> None:
    begun = measure("phq9_en", 1, None)

    assert begun.current is not None
    assert "phq9_3" == begun.current.id
    assert (3, 9) == begun.place_of(begun.current)
    assert 7 == begun.left


def test_a_question_taken_up_again_is_the_current_one() -> None:
    begun = measure("phq9_en", 1, 2, reopened="phq9_1")

    assert begun.current is not None
    assert "phq9_1" == begun.current.id
    assert begun.before(begun.current) is None


def test_a_question_that_is_left_out_by_the_form_has_no_place() -> None:
    sober = measure("bam_30day_en", 0, 0, 0, 0)

    assert sober.current is not None
    assert "bam_6" == sober.current.id
    assert (5, 15) == sober.place_of(sober.current)
    assert "bam_4" == (sober.before(sober.current) or sober.current).id


@pytest.mark.parametrize(("questions", "expected"), [(2, 1), (4, 1), (9, 1), (17, 2), (23, 3)])
def test_how_long_it_takes_is_said_in_whole_minutes(questions: int, expected: int) -> None:
    assert expected == minutes_of(questions)


@pytest.mark.parametrize(
    ("version", "at", "text", "expected"),
    [
        ("phq9_en", 0, "Several days", 1),
        ("phq9_en", 0, "several DAYS.", 1),
        ("phq9_en", 0, "nearly", 3),
        ("phq9_en", 0, "2", 2),
        ("phq9_en", 0, "two", 2),
        ("phq9_en", 0, "4", None),
        ("phq9_en", 0, "often", None),
        ("phq9_es", 0, "ningun dia", 0),
        ("phq9_es", 0, "Más de la mitad", 2),
        ("phq9_es", 0, "tres", 3),
        ("who5_en", 0, "5", 5),
        ("who5_en", 0, "most of the time", 4),
        ("barc10_en", 0, "1", 1),
        ("barc10_en", 0, "4", 4),
        ("barc10_en", 0, "Strongly agree", 6),
        ("barc10_en", 0, "strongly", None),
        ("bam_30day_en", 1, "3", 1),
        ("bam_30day_en", 1, "4-8", 2),
        ("bam_30day_en", 1, "sixteen", None),
        ("bam_30day_en", 1, "30", 4),
        ("bam_30day_en", 1, "31", None),
        ("bam_30day_en", 0, "2", None),
        ("bam_30day_en", 0, "very good", 1),
        ("bam_iop_7day_en", 1, "0", 0),
        ("bam_iop_7day_en", 1, "two", 2),
        ("bam_iop_7day_en", 1, "6", 4),
        ("bam_iop_7day_en", 1, "three nights", 3),
        ("k6_en", 0, "3", None),
        ("pacs_en", 2, "30", None),
        ("pacs_en", 2, "3", 3),
        ("phq9_en", 0, "", None),
        ("phq9_en", 0, "²", None),
    ],
)
def test_a_written_answer_is_its_words_a_count_or_the_number_that_the_form_prints(
    version: str, at: int, text: str, expected: int | None
) -> None:
    known = VERSIONS[version]

    assert expected == value_of(known.questions[at], known.kind, text)
