"""Reads the versions from their file into values, and refuses a file that contradicts itself; it knows no path."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.instruments.version import (
    Band,
    Bound,
    Cutoff,
    Kind,
    Method,
    Option,
    Part,
    Question,
    Scoring,
    Version,
)

FORMAT = 1


def versions_from(document: Mapping[str, Any]) -> tuple[Version, ...]:
    """Return all versions of the file in its order.

    Raises:
        ValueError: the file is of another format, or something in it does not fit together.
    """
    if document.get("format") != FORMAT:
        raise ValueError(f"format {document.get('format')} of the questionnaires is not known")
    versions = tuple(_version(one) for one in document["versions"])
    _all_different("versions", [version.id for version in versions])
    for version in versions:
        check(version)
    return versions


def check(version: Version) -> None:
    """See that a version fits together: what is scored is asked, and bands cover the whole range of the total.

    Raises:
        ValueError: it does not.
    """
    asked = {question.id: question for question in version.questions}
    _all_different(f"items of {version.id}", [question.id for question in version.questions])
    for question in version.questions:
        _all_different(f"answers of {question.id}", [option.value for option in question.options])
        if question.only_above_zero is not None and question.only_above_zero not in asked:
            raise ValueError(f"{question.id} depends on an item that is not there")
    scoring = version.scoring
    scored = {*scoring.items, *(item for part in scoring.parts for item in part.items)}
    if not scored or not scored <= set(asked):
        raise ValueError(f"{version.id} scores items that are not asked")
    if scoring.has_total:
        _check_range(version, scoring.items, scoring.lowest, scoring.highest, scoring.multiplier)
    for part in scoring.parts:
        _check_range(version, part.items, part.lowest, part.highest, 1)
    _check_bands(version)


def _check_range(version: Version, items: Sequence[str], lowest: int, highest: int, multiplier: int) -> None:
    values = [
        [option.value for option in question.options]
        for question in version.questions
        if question.id in items
    ]
    ends = (sum(map(min, values)) * multiplier, sum(map(max, values)) * multiplier)
    if ends != (lowest, highest):
        raise ValueError(f"{version.id} scores {ends}, not {(lowest, highest)}")


def _check_bands(version: Version) -> None:
    if not version.bands:
        return
    at = version.scoring.lowest
    for band in version.bands:
        if band.lowest != at or band.highest < band.lowest:
            raise ValueError(f"the bands of {version.id} leave a gap at {at}")
        at = band.highest + 1
    if at != version.scoring.highest + 1:
        raise ValueError(f"the bands of {version.id} end at {at - 1}")


def _all_different(what: str, values: Sequence[object]) -> None:
    if len(values) != len(set(values)):
        raise ValueError(f"two {what} are the same")


def _version(one: Mapping[str, Any]) -> Version:
    scales = {
        name: tuple(Option(value, text) for value, text in scale) for name, scale in one["scales"].items()
    }
    return Version(
        id=one["id"],
        kind=Kind(one["kind"]),
        name=one["name"],
        title=one["title"],
        edition=one["edition"],
        language=one["language"],
        recall_days=one.get("recall_days"),
        recall=one["recall"],
        stem=one.get("stem"),
        instruction=one.get("instruction"),
        questions=tuple(_question(item, scales) for item in one["items"]),
        scoring=_scoring(one["scoring"]),
        bands=tuple(Band(lowest, highest, label) for lowest, highest, label in one["bands"]),
        bands_note=one.get("bands_note"),
        cutoffs=tuple(_cutoff(cutoff) for cutoff in one["cutoffs"]),
        attribution=one["attribution"],
        licence=one["licence"],
        licence_note=one.get("licence_note"),
        differences=one.get("differences"),
        is_verified=one["is_verified"],
        verified_parts=dict(one["verified_parts"]),
        read_on=one["read_on"],
        sources=tuple(one["sources"]),
    )


def _question(item: Mapping[str, Any], scales: Mapping[str, tuple[Option, ...]]) -> Question:
    return Question(
        id=item["id"],
        number=item["number"],
        text=item["text"],
        options=scales[item["scale"]],
        lead=item.get("lead"),
        help=item.get("help"),
        only_above_zero=item.get("only_above_zero"),
        else_value=item.get("else_value"),
        safety_from=item.get("safety_from"),
        loinc=item.get("loinc"),
        is_verified=item["is_verified"],
    )


def _scoring(one: Mapping[str, Any]) -> Scoring:
    return Scoring(
        method=Method(one["method"]),
        items=tuple(one.get("items", ())),
        lowest=one.get("lowest", 0),
        highest=one.get("highest", 0),
        multiplier=one.get("multiplier", 1),
        parts=tuple(
            Part(part["name"], tuple(part["items"]), part["lowest"], part["highest"])
            for part in one.get("subscales", ())
        ),
        rule=one.get("rule"),
        missing=one.get("missing"),
    )


def _cutoff(one: Mapping[str, Any]) -> Cutoff:
    return Cutoff(
        on=one["on"],
        bound=Bound(one["is"]),
        value=one["value"],
        meaning=one["meaning"],
        sources=tuple(one["sources"]),
        is_verified=one["is_verified"],
    )
