import datetime as dt

import pytest

from domain.dates import recent_dates
from domain.ids import MembershipId, SlipId
from domain.slips import (
    NOTED_WITHIN,
    Account,
    Chip,
    Slip,
    SlipState,
    SlipStep,
    returned_on,
    step_after,
    step_before,
)

TODAY = dt.date(2026, 11, 24)
"""A Tuesday."""
NOON = dt.datetime(2026, 11, 24, 17, 0, tzinfo=dt.UTC)
ZONE = "America/New_York"


def slip(number: int, on: dt.date | None) -> Slip:
    return Slip(SlipId(number), MembershipId(1), SlipState.KEPT, None, on, {}, NOON)


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("today", ["2026-11-24"]),
        ("Yesterday", ["2026-11-23"]),
        ("anoche", ["2026-11-23"]),
        ("el lunes pasado", ["2026-11-23"]),
        ("on Monday", ["2026-11-23"]),
        ("3 days ago", ["2026-11-21"]),
        ("hace una semana", ["2026-11-17"]),
        ("Nov 20", ["2026-11-20"]),
        ("20/11", ["2026-11-20"]),
        ("20 de noviembre", ["2026-11-20"]),
        ("2025-12-30", ["2025-12-30"]),
        ("Tuesday", ["2026-11-24", "2026-11-17"]),
        ("7/8", ["2026-08-07", "2026-07-08"]),
        ("tomorrow", []),
        ("Dec 24", []),
        ("when I was at home", []),
    ],
)
def test_a_day_that_has_passed_is_read_as_people_write_it(typed: str, dates: list[str]) -> None:
    assert [dt.date.fromisoformat(one) for one in dates] == list(recent_dates(typed, TODAY))


def test_every_question_follows_the_one_before_and_nothing_leads_back_to_safety() -> None:
    asked: list[SlipStep] = []
    step: SlipStep | None = SlipStep.SAFETY
    while step is not None:
        asked.append(step)
        step = step_after(step)

    assert list(SlipStep) == asked
    assert SlipStep.WHEN is step_before(SlipStep.WHEN)
    assert SlipStep.AFTERWARDS is step_before(SlipStep.NEXT)


def test_an_answer_packs_and_unpacks_whatever_was_written() -> None:
    account = Account((Chip.STRESS, Chip.PLACE), "stress,alone\nand a second line")

    assert account == Account.unpack(account.pack())
    assert Account((), "only words") == Account.unpack("gone_chip\nonly words")


def test_a_ready_answer_tapped_twice_is_not_chosen() -> None:
    assert Account().is_empty
    assert Account().with_chip(Chip.STRESS).with_chip(Chip.STRESS).is_empty


def test_returns_count_by_distinct_dates_within_thirty_days() -> None:
    told = [
        slip(1, TODAY),
        slip(2, TODAY),
        slip(3, TODAY - NOTED_WITHIN),
        slip(4, TODAY - NOTED_WITHIN + dt.timedelta(days=1)),
    ]

    assert (TODAY - dt.timedelta(days=29), TODAY) == returned_on(told, [], TODAY, ZONE)


def test_a_slip_without_a_date_counts_for_the_day_on_which_it_was_told() -> None:
    assert (TODAY,) == returned_on([slip(1, None)], [], TODAY, ZONE)
