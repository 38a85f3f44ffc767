import dataclasses
import datetime as dt

import pytest

from domain.access import Role
from domain.errors import NotUnderstood
from domain.ids import EnrolmentId, GroupId, PersonId
from domain.joining import LONGEST_NAME, Consent, Enrolment, Step, is_taken, name_from, signature_from
from domain.phases import Track

NOON = dt.datetime(2026, 3, 3, 17, tzinfo=dt.UTC)
BEGUN = Enrolment(
    enrolment_id=EnrolmentId(1),
    person_id=PersonId(1),
    group_id=GroupId(1),
    role=Role.PARTICIPANT,
    has_read_welcome=False,
    has_read_sight=False,
    agreed_at=None,
    signature=None,
    display_name=None,
    timezone=None,
    checkin_minute=None,
    track=None,
    is_finished=False,
)
ANSWERS = [
    {"has_read_welcome": True},
    {"has_read_sight": True},
    {"agreed_at": NOON},
    {"signature": "Ana"},
    {"display_name": "Sky"},
    {"timezone": "UTC"},
    {"checkin_minute": 0},
    {"track": Track.EXECUTIVE},
]


def test_the_next_question_is_the_first_without_an_answer() -> None:
    enrolment, steps = BEGUN, [BEGUN.step]
    for answer in ANSWERS:
        enrolment = dataclasses.replace(enrolment, **answer)
        steps.append(enrolment.step)

    assert list(Step) == steps


def test_a_facilitator_is_asked_for_a_name_only() -> None:
    begun = dataclasses.replace(BEGUN, role=Role.FACILITATOR)
    read = dataclasses.replace(begun, has_read_welcome=True)
    named = dataclasses.replace(read, display_name="Dana")

    assert [Step.WELCOME, Step.NAME, Step.DONE] == [begun.step, read.step, named.step]


def test_there_is_no_way_back_before_the_first_question_and_after_the_last() -> None:
    assert BEGUN.previous is None
    assert Step.WELCOME is dataclasses.replace(BEGUN, has_read_welcome=True).previous
    assert dataclasses.replace(BEGUN, is_finished=True).previous is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Sky  ", "Sky"),
        ("Sky\nBlue", "Sky Blue"),
        ("A\u202eb\u200b\u2066c", "Abc"),
        ("Zoe\u0308", "Zoë"),
        ("<b>&", "<b>&"),
        ("אבי", "אבי"),
        ("🌊", "🌊"),
        ("J.R.", "J.R."),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
        ("Z" + "\u0323" * 30, "Ẓ" + "\u0323" * 2),
    ],
)
def test_a_name_is_what_can_be_seen_of_it(typed: str, name: str) -> None:
    assert name == name_from(typed)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "joining.name_empty"),
        ("\u200b\u202e", "joining.name_empty"),
        ("...", "joining.name_empty"),
        ("x" * (LONGEST_NAME + 1), "joining.name_too_long"),
        ("x" * 5000, "joining.name_too_long"),
        ("@sky", "joining.name_is_contact"),
        ("t.me/sky", "joining.name_is_contact"),
        ("https://x.y", "joining.name_is_contact"),
        ("sky.com", "joining.name_is_contact"),
        ("+1 (555) 010-99", "joining.name_is_contact"),
    ],
)
def test_a_name_that_hides_or_leads_elsewhere_is_refused(typed: str, key: str) -> None:
    with pytest.raises(NotUnderstood) as refusal:
        name_from(typed)

    assert key == refusal.value.key


@pytest.mark.parametrize("typed", ["", "123", "🌊", "x" * 81])
def test_a_signature_is_a_name_with_letters(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        signature_from(typed)


def test_a_full_name_is_a_signature() -> None:
    assert "Ana María O'Neill-Pérez" == signature_from(" Ana María O'Neill-Pérez ")


@pytest.mark.parametrize(("name", "is_so"), [("ana", True), ("Aná", True), ("Anna", False), ("🌊", True)])
def test_a_name_is_taken_when_it_could_be_mistaken(name: str, is_so: bool) -> None:
    assert is_so == is_taken(name, ["Ana", "Ben", "🌊"])


def test_emoji_names_are_told_apart() -> None:
    assert not is_taken("🔥", ["🌊"])


def test_a_consent_counts_until_it_expires_or_is_taken_back() -> None:
    ends = NOON + dt.timedelta(days=365)
    consent = Consent(GroupId(1), "program", "1", NOON, ends, None)

    assert consent.counts_at(ends - dt.timedelta(seconds=1))
    assert not consent.counts_at(ends)
    assert not dataclasses.replace(consent, revoked_at=NOON).counts_at(NOON)
