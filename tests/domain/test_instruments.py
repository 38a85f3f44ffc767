import dataclasses
import hashlib
import json
import pathlib
from typing import Any

import pytest

from domain.instruments.catalogue import CATALOGUE, VERSIONS, in_use, is_in_use, version_of
from domain.instruments.reading import check, versions_from
from domain.instruments.version import Bound, Kind, Version

DOCUMENT = json.loads(
    (pathlib.Path(__file__).parents[2] / "domain/instruments/versions.json").read_text(encoding="utf-8")
)
PUBLISHED = [one["id"] for one in DOCUMENT["versions"]]
NOT_VERIFIED = {"bam_iop_7day_en", "barc10_en", "pacs_en", "who5_es"}

WORDINGS = {
    "phq9_en": "97c76ab407e6",
    "phq2_en": "3d9846c9d40e",
    "gad7_en": "739314ec8edd",
    "gad2_en": "1c83fc86a332",
    "phq4_en": "365d877be21d",
    "who5_en": "7f0fde9c61dd",
    "bam_30day_en": "7454c58542d0",
    "bam_iop_7day_en": "5059cb41e3c7",
    "barc10_en": "dc085bb744f6",
    "pacs_en": "35ca81848f0e",
    "k6_en": "090fc134abad",
    "phq9_es": "f19b315ff7b4",
    "phq2_es": "85b3e32a4af4",
    "gad7_es": "03e8f09c46e8",
    "gad2_es": "7ccac6e58bb0",
    "who5_es": "3b9eda0160a5",
    "phq8_en": "8cbb29e9cc09",
    "phq8_es": "08a6a1a0216f",
}
"""The first figures of the SHA-256 of every word that a person is shown: stem, items, leads, helps, answers and their numbers."""


def fingerprint(version: Version) -> str:
    shown = [
        version.title,
        version.stem,
        version.attribution,
        *(
            (
                one.number,
                one.text,
                one.lead,
                one.help,
                [(option.value, option.text) for option in one.options],
            )
            for one in version.questions
        ),
    ]
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode()).hexdigest()[:12]


def test_there_are_sixteen_published_versions_and_the_phq_8_derived_from_two_of_them() -> None:
    assert 16 == len(PUBLISHED)
    assert [*PUBLISHED, "phq8_en", "phq8_es"] == [version.id for version in CATALOGUE]


@pytest.mark.parametrize("version", CATALOGUE, ids=lambda version: version.id)
def test_no_published_word_is_altered(version: Version) -> None:
    assert WORDINGS[version.id] == fingerprint(version)


@pytest.mark.parametrize("version", CATALOGUE, ids=lambda version: version.id)
def test_a_version_says_where_it_is_from_and_under_what_terms(version: Version) -> None:
    assert version.attribution
    assert version.licence
    assert len(version.sources) >= 2
    assert version.unverified or version.is_verified


def test_what_is_not_verified_is_off_until_the_operator_confirms_it() -> None:
    assert NOT_VERIFIED == {version.id for version in CATALOGUE if not is_in_use(version, {})}
    assert is_in_use(VERSIONS["pacs_en"], {"pacs_en": True})


def test_what_is_verified_is_on_until_the_operator_withdraws_it() -> None:
    assert is_in_use(VERSIONS["who5_en"], {})
    assert not is_in_use(VERSIONS["who5_en"], {"who5_en": False})


def test_the_phq_8_is_the_phq_9_without_its_last_item() -> None:
    short, whole = VERSIONS["phq8_en"], VERSIONS["phq9_en"]

    assert whole.questions[:8] == short.questions
    assert (0, 24) == (short.scoring.lowest, short.scoring.highest)
    assert (20, 24, "Severe") == dataclasses.astuple(short.bands[-1])
    assert (10, Bound.AT_LEAST) == (short.principal.value, short.principal.bound) if short.principal else None
    assert all(question.safety_from is None for question in short.questions)


def test_only_item_nine_of_the_phq_9_is_told_at_once() -> None:
    assert {("phq9_en", "phq9_9", 1), ("phq9_es", "phq9_es_9", 1)} == {
        (version.id, question.id, question.safety_from)
        for version in CATALOGUE
        for question in version.questions
        if question.safety_from is not None
    }


@pytest.mark.parametrize(
    ("kind", "language", "choices", "expected"),
    [
        (Kind.PHQ9, "es", {}, "phq9_es"),
        (Kind.PHQ9, "en", {}, "phq9_en"),
        (Kind.PHQ9, "es", {"phq9_es": False}, "phq9_en"),
        (Kind.WHO5, "es", {}, "who5_en"),
        (Kind.WHO5, "es", {"who5_es": True}, "who5_es"),
        (Kind.PHQ4, "es", {}, "phq4_en"),
        (Kind.BAM, "en", {}, "bam_30day_en"),
        (Kind.BAM, "en", {"bam_iop_7day_en": True}, "bam_iop_7day_en"),
        (Kind.PACS, "en", {}, None),
    ],
)
def test_a_person_gets_their_own_language_where_it_is_in_use_and_english_else(
    kind: Kind, language: str, choices: dict[str, bool], expected: str | None
) -> None:
    version = version_of(kind, language, in_use(choices))

    assert expected == (None if version is None else version.id)


def broken(change: dict[str, Any]) -> dict[str, Any]:
    first = {**DOCUMENT["versions"][1], **change}
    return {"format": 1, "versions": [first]}


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"format": 2, "versions": []}, "format 2"),
        ({"format": 1, "versions": DOCUMENT["versions"][:1] * 2}, "versions"),
        (broken({"bands": [[0, 2, "low"], [4, 6, "high"]]}), "gap at 3"),
        (broken({"bands": [[0, 5, "low"]]}), "end at 5"),
        (broken({"scoring": {"method": "sum", "items": ["phq2_9"], "lowest": 0, "highest": 3}}), "not asked"),
        (
            broken({"scoring": {"method": "sum", "items": ["phq2_1", "phq2_2"], "lowest": 0, "highest": 8}}),
            r"scores \(0, 6\), not \(0, 8\)",
        ),
        (broken({"items": DOCUMENT["versions"][1]["items"][:1] * 2}), "items of phq2_en"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(document: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        versions_from(document)


def test_an_item_cannot_depend_on_one_that_is_not_there() -> None:
    whole = VERSIONS["bam_30day_en"]
    without = tuple(question for question in whole.questions if question.id != "bam_6")

    with pytest.raises(ValueError, match="bam_7a depends"):
        check(dataclasses.replace(whole, questions=without))
