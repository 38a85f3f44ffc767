"""Lists the versions of questionnaires that the product ships, and chooses among those in use; it switches none on."""

import dataclasses
import importlib.resources
import json
from collections.abc import Iterable, Mapping
from typing import Final

from domain.instruments.reading import check, versions_from
from domain.instruments.version import Band, Kind, Scoring, Version

FALLBACK_LANGUAGE: Final = "en"

_KROENKE: Final = (
    "Kroenke K, Strine TW, Spitzer RL, Williams JBW, Berry JT, Mokdad AH. The PHQ-8 as a measure of current depression in "
    "the general population. J Affect Disord. 2009;114(1-3):163-173 (doi 10.1016/j.jad.2008.06.026)"
)
_MANUAL: Final = (
    "the PHQ instruction manual, as quoted in public copies: the PHQ-8 is scored like the PHQ-9, its total goes from 0 to 24, "
    "its cut points are those of the PHQ-9"
)


def _without_item_nine(version: Version) -> Version:
    """Return the PHQ-8: the PHQ-9 without its last item, on thoughts of death or self-harm."""
    kept = tuple(question for question in version.questions if question.safety_from is None)
    items = tuple(question.id for question in kept)
    highest = sum(max(option.value for option in question.options) for question in kept)
    short = dataclasses.replace(
        version,
        id=version.id.replace("phq9", "phq8"),
        kind=Kind.PHQ8,
        name="PHQ-8",
        title=version.title.replace("-9", "-8"),
        questions=kept,
        scoring=Scoring(
            version.scoring.method,
            items,
            0,
            highest,
            1,
            (),
            "The PHQ-9 without item 9.",
            version.scoring.missing,
        ),
        bands=tuple(Band(band.lowest, min(band.highest, highest), band.label) for band in version.bands),
        differences="Derived from the PHQ-9: the same words without item 9.",
        sources=(*version.sources, _KROENKE, _MANUAL),
    )
    check(short)
    return short


def _load() -> tuple[Version, ...]:
    path = importlib.resources.files("domain.instruments") / "versions.json"
    published = versions_from(json.loads(path.read_text(encoding="utf-8")))
    return (*published, *(_without_item_nine(one) for one in published if one.kind is Kind.PHQ9))


CATALOGUE: Final = _load()
"""Every version, those of the file first, then what is derived from them."""
VERSIONS: Final[Mapping[str, Version]] = {version.id: version for version in CATALOGUE}


def is_in_use(version: Version, choices: Mapping[str, bool]) -> bool:
    """Tell whether a version may be offered.

    A verified one may unless the operator has withdrawn it; any other only when the operator has confirmed it. `choices` is
    what the operator has said, by version: True confirmed, False withdrawn.
    """
    return choices.get(version.id, version.is_verified)


def in_use(choices: Mapping[str, bool]) -> tuple[Version, ...]:
    """Return the versions that may be offered."""
    return tuple(version for version in CATALOGUE if is_in_use(version, choices))


def version_of(kind: Kind, language: str, offered: Iterable[Version]) -> Version | None:
    """Return the version of a questionnaire for somebody's language, or else the English one; None when neither is offered.

    Of several, the one that asks about the shortest time: the 7-day form of the BAM before the 30-day one.
    """
    known = sorted((one for one in offered if one.kind is kind), key=lambda one: one.recall_days or 0)
    for speaks in (language, FALLBACK_LANGUAGE):
        for version in known:
            if version.speaks == speaks:
                return version
    return None
