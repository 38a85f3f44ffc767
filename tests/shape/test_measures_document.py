import datetime as dt
import pathlib

import pytest

from domain.cadence import FORTNIGHT, MONTH, PRIORITY, QUARTER, WEEK, Plan, plans
from domain.instruments.catalogue import CATALOGUE
from domain.instruments.version import Kind, Version
from domain.measures import LASTS
from domain.phases import Phase, Stage, Track

DOCUMENT = (pathlib.Path(__file__).parents[2] / "docs/measures.md").read_text(encoding="utf-8")
EVERY = {WEEK: "weekly", FORTNIGHT: "every 2 weeks", MONTH: "every 4 weeks", QUARTER: "every 13 weeks"}
STAGES = [Stage(phase, track, dt.date.min) for phase in Phase for track in Track]


def how_often(kind: Kind, stage: Stage) -> str:
    plan = next((one for one in plans(stage) if one.kind is kind), None)
    if plan is None:
        return "-"
    parts = ["at the change of phase"] * plan.at_change + ([] if plan.every is None else [EVERY[plan.every]])
    return ", ".join(parts)


def version_row(version: Version) -> str:
    wording = "verified" if version.is_verified else "not verified: " + ", ".join(version.unverified)
    return f"| `{version.id}` | {version.title} | {version.edition} | {version.language} | {wording} | {len(version.sources)} |"


def terms_row(version: Version) -> str:
    return f"| `{version.id}` | {version.licence} | {version.attribution} |"


def cadence_row(kind: Kind, track: Track) -> str:
    phases = " | ".join(how_often(kind, Stage(phase, track, dt.date.min)) for phase in Phase)
    return f"| {kind} | {track} | {phases} |"


@pytest.mark.parametrize("version", CATALOGUE, ids=lambda version: version.id)
def test_every_version_stands_there_with_what_is_verified_and_its_terms(version: Version) -> None:
    assert version_row(version) in DOCUMENT
    assert terms_row(version) in DOCUMENT


@pytest.mark.parametrize("track", Track)
def test_the_cadence_stands_there_as_it_is(track: Track) -> None:
    kinds = {plan.kind for phase in Phase for plan in plans(Stage(phase, track, dt.date.min))}

    assert [] == [
        row for kind in PRIORITY if kind in kinds if (row := cadence_row(kind, track)) not in DOCUMENT
    ]


def test_every_reason_stands_there() -> None:
    every: set[Plan] = {plan for stage in STAGES for plan in plans(stage)}

    assert [] == sorted({plan.reason for plan in every if plan.reason not in DOCUMENT})


def test_the_order_and_the_time_to_finish_stand_there() -> None:
    assert " → ".join(PRIORITY) in DOCUMENT
    assert f"{LASTS.days} days" in DOCUMENT
