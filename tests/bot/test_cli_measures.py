"""The operator's commands about questionnaires; `tandem` is the fixture of the other commands."""

import pytest

from tests.bot.test_cli import Command, tandem, telegram

__all__ = ["tandem", "telegram"]


def line_of(out: str, instrument: str) -> list[str]:
    (line,) = (one for one in out.splitlines() if one.startswith(f"{instrument}\t"))
    return line.split("\t")


def test_every_version_is_listed_with_language_wording_standing_and_source(tandem: Command) -> None:
    code, out, _ = tandem("measures", "list")

    assert (0, 18) == (code, len(out.splitlines()))
    assert ["phq9_en", "en", "verified", "on"] == line_of(out, "phq9_en")[:4]
    assert [
        "barc10_en",
        "en",
        "not verified: options, instruction",
        "off: needs your confirmation",
    ] == line_of(out, "barc10_en")[:4]
    assert "Developed by Drs. Robert L. Spitzer" in line_of(out, "phq9_en")[4]
    assert "(non-commercial use only)" in line_of(out, "who5_en")[4]


def test_a_version_that_is_confirmed_is_on_until_it_is_withdrawn(tandem: Command) -> None:
    code, out, _ = tandem("measures", "confirm", "pacs_en")
    assert code == 0
    assert "permission not required for use" in out
    assert "on: confirmed" == line_of(tandem("measures", "list")[1], "pacs_en")[3]

    assert 0 == tandem("measures", "withdraw", "pacs_en")[0]
    assert "off: withdrawn" == line_of(tandem("measures", "list")[1], "pacs_en")[3]


def test_a_version_is_shown_whole_to_be_compared(tandem: Command) -> None:
    code, out, _ = tandem("measures", "show", "bam_iop_7day_en")

    assert code == 0
    assert "[not verified]" in out
    assert "0 None | 1 One night | 2 Two nights | 3 Three nights | 4 Four or more nights" in out
    assert "Cut-off: use >= 1: any use: further assessment and clinical attention\n" in out
    assert "In the past 7 days, how many days did you use any of the following drugs:" in out


@pytest.mark.parametrize("command", ["show", "confirm", "withdraw"])
def test_a_version_that_there_is_not_is_told_in_a_sentence(tandem: Command, command: str) -> None:
    code, _, err = tandem("measures", command, "mmpi_en")

    assert code == 2
    assert "mmpi_en" in err
    assert "tandem measures list" in err
