"""Holds every scoring against the worked examples, and against a table that is written here and nowhere else."""

import itertools
import json
import pathlib
from typing import Any

import pytest

from domain.instruments.catalogue import CATALOGUE, VERSIONS
from domain.instruments.scoring import is_alarming, lowest_possible, score
from domain.instruments.version import Version
from tests.domain.scoring_table import CUTOFFS, PARTS, POINTS, TIMES, TOTALS

EXAMPLES = json.loads((pathlib.Path(__file__).parent / "worked_examples.json").read_text(encoding="utf-8"))
CASES = [(version, example) for version, examples in EXAMPLES.items() for example in examples]

HOLDS = {">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b}
WITH_TOTAL = sorted(TOTALS)
BAMS = ("bam_30day_en", "bam_iop_7day_en")


def answered(version: Version, values: list[int]) -> dict[str, int | None]:
    return {question.id: value for question, value in zip(version.questions, values, strict=True)}


def band_of(version: str, total: int) -> str | None:
    for line in TOTALS[version]:
        name, _, span = line.rpartition(" ")
        lowest, _, highest = span.partition("-")
        if int(lowest) <= total <= int(highest):
            return name
    return None


def test_the_table_knows_every_version_and_all_48_examples_are_there() -> None:
    assert {version.id for version in CATALOGUE} == set(POINTS)
    assert set(POINTS) - set(BAMS) == set(TOTALS) == set(CUTOFFS)
    assert 48 == len(CASES)


@pytest.mark.parametrize(
    ("name", "example"), CASES, ids=lambda one: one if isinstance(one, str) else one["name"]
)
def test_a_worked_example_comes_out_as_published(name: str, example: dict[str, Any]) -> None:
    version = VERSIONS[name]
    answers = answered(version, example["answers"])
    found = score(version, answers)
    seen: dict[str, Any] = {
        "total": found.total,
        "raw": found.raw,
        "band": None if found.band is None else found.band.label,
        "flags": list(found.flags),
        "safety": any(is_alarming(one, answers[one.id]) for one in version.questions),
        "cut15": any(cutoff.value == 15 for cutoff in found.reached),
        **{part.part.name: part.value for part in found.parts},
    }

    assert example["expect"] == {key: seen[key] for key in example["expect"]}


@pytest.mark.parametrize("name", sorted(POINTS))
def test_every_answer_of_every_item_counts_what_the_table_says(name: str) -> None:
    version = VERSIONS[name]

    assert POINTS[name] == [{one.text: one.value for one in item.options} for item in version.questions]


@pytest.mark.parametrize("name", WITH_TOTAL)
def test_every_item_moves_the_total_by_its_own_points_and_no_other(name: str) -> None:
    version, times = VERSIONS[name], TIMES.get(name, 1)
    least = [min(points.values()) for points in POINTS[name]]
    for at, points in enumerate(POINTS[name]):
        for value in points.values():
            values = [*least[:at], value, *least[at + 1 :]]

            assert sum(values) * times == score(version, answered(version, values)).total


@pytest.mark.parametrize("name", WITH_TOTAL)
def test_every_possible_total_has_its_band_and_its_cut_offs(name: str) -> None:
    version, times = VERSIONS[name], TIMES.get(name, 1)
    for values in climb(POINTS[name]):
        total = sum(values) * times
        found = score(version, answered(version, values))
        reached = {one.value for one in found.reached if one.on == "total"}

        assert total == found.total
        assert band_of(name, total) == (None if found.band is None else found.band.label)
        assert {value for value, sign in CUTOFFS[name].items() if HOLDS[sign](total, value)} == reached


def climb(points: list[dict[str, int]]) -> list[list[int]]:
    """Return answers for every possible sum, one item after another raised step by step."""
    values = [min(one.values()) for one in points]
    steps = [list(values)]
    for at, one in enumerate(points):
        for value in sorted(one.values())[1:]:
            values[at] = value
            steps.append(list(values))
    return steps


@pytest.mark.parametrize("name", BAMS)
def test_every_item_of_the_bam_counts_in_its_part_alone(name: str) -> None:
    version = VERSIONS[name]
    numbers = [question.number for question in version.questions]
    for at, points in enumerate(POINTS[name]):
        for value in points.values():
            # Item 4 stands at 1, so that item 5 is asked.
            values = [1 if number == "4" else 0 for number in numbers]
            values[at] = value
            found = score(version, answered(version, values))
            by_number = dict(zip(numbers, values, strict=True))
            if by_number["4"] == 0:
                by_number["5"] = 0

            assert found.total is None
            assert {part: sum(by_number[one] for one in items) for part, (items, _) in PARTS.items()} == {
                one.part.name: one.value for one in found.parts
            }


@pytest.mark.parametrize("name", BAMS)
def test_the_parts_of_the_bam_have_their_ranges_and_flags(name: str) -> None:
    for use, high in itertools.product((0, 1), (0, 4)):
        version = VERSIONS[name]
        values = [use if one.number in PARTS["use"][0] else high for one in version.questions]
        found = score(version, answered(version, values))

        assert {part: most for part, (_, most) in PARTS.items()} == {
            p.part.name: p.part.highest for p in found.parts
        }
        assert {
            "use": use >= 1,
            "risk": high * 6 >= 12,
            "protective": high * 6 <= 12,
        } == {part.part.name: part.is_flagged for part in found.parts}


def test_the_cut_offs_of_the_7_day_bam_that_were_not_read_for_it_are_marked() -> None:
    assert {"use": True, "risk": False, "protective": False} == {
        cutoff.on: cutoff.is_verified for cutoff in VERSIONS["bam_iop_7day_en"].cutoffs
    }


@pytest.mark.parametrize("name", WITH_TOTAL)
def test_one_skipped_item_means_no_total_and_no_band(name: str) -> None:
    version = VERSIONS[name]
    for question in version.questions:
        answers = {one.id: one.options[0].value for one in version.questions if one.id != question.id}
        for skipped in (answers, {**answers, question.id: None}):
            found = score(version, skipped)

            assert (None, None, None, (), 1) == (
                found.total,
                found.raw,
                found.band,
                found.reached,
                found.missing,
            )


def test_a_skipped_item_of_the_bam_leaves_the_other_parts_their_sums() -> None:
    version = VERSIONS["bam_30day_en"]
    answers: dict[str, int | None] = {question.id: 1 for question in version.questions}
    found = score(version, {**answers, "bam_8": None, "bam_14": 4})

    assert {"use": 3, "risk": None, "protective": 9} == {one.part.name: one.value for one in found.parts}
    assert 1 == found.missing


def test_no_alcohol_counts_as_no_heavy_day_without_asking_for_it() -> None:
    version = VERSIONS["bam_30day_en"]
    answers: dict[str, int | None] = {"bam_4": 0, "bam_6": 0}

    assert 0 == score(version, answers).part("use").value
    assert "bam_5" not in {one.id for one in version.asked(answers)}
    assert not [one for one in version.asked(answers) if one.number.startswith("7")]
    assert 7 == sum(one.number.startswith("7") for one in version.asked({"bam_4": 0, "bam_6": 1}))


def test_each_half_of_the_phq_4_counts_by_itself() -> None:
    version = VERSIONS["phq4_en"]
    found = score(version, answered(version, [2, 1, 1, 1]))

    assert (("anxiety",), 3, 2) == (found.flags, found.part("anxiety").value, found.part("depression").value)


def test_a_missing_answer_counts_as_its_least_where_only_the_least_is_asked_for() -> None:
    version = VERSIONS["phq2_en"]

    assert 3 == lowest_possible(version, version.scoring.items, {"phq2_1": 3, "phq2_2": None})
    assert 10 == lowest_possible(VERSIONS["barc10_en"], VERSIONS["barc10_en"].scoring.items, {})


@pytest.mark.parametrize(("value", "expected"), [(0, False), (1, True), (2, True), (3, True), (None, False)])
def test_item_nine_is_told_from_1_on_and_a_skip_is_not(value: int | None, expected: bool) -> None:
    assert expected is is_alarming(VERSIONS["phq9_en"].questions[8], value)
