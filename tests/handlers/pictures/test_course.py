import json
import re
import struct

import pytest

from domain.retrospect import Theme
from handlers.pictures.canvas import width_of
from handlers.pictures.course import WIDTH, CoursePicture
from handlers.pictures.legend import rows_of
from handlers.pictures.marks import Mark, drawn
from handlers.pictures.palette import DARK, LIGHT, Palette
from handlers.pictures.picture import picture_from
from handlers.screens.progress import course_picture
from handlers.texts import progress as texts
from handlers.texts.words import LANGUAGES, Words
from tests.handlers.pictures.days import look_back

SMALLEST = 27
"""Units of the drawing that are eleven points on a phone 390 points wide."""


def picture(days: int, language: str = "en", theme: Theme = Theme.LIGHT) -> CoursePicture:
    return course_picture(Words(language, "UTC"), look_back(days, theme))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours. Source: WCAG 2.2, relative luminance and contrast ratio."""

    def luminance(color: str) -> float:
        parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_signs_stand_out_from_their_ground(colors: Palette) -> None:
    for words in (colors.ink, colors.quiet, colors.mood, colors.craving, colors.small):
        assert contrast(words, colors.paper) >= 4.5
    for band in colors.bands:
        assert contrast(colors.ink, band) >= 4.5
    for sign in (colors.mark, colors.setback):
        for ground in (colors.paper, colors.pause):
            assert contrast(sign, ground) >= 3


def test_no_two_signs_have_the_same_form() -> None:
    plain = Palette(*("#000000",) * 11, bands=("#000000", "#000000"))
    forms = {str(tuple(drawn(mark, 50, 50, 10, plain))) for mark in Mark}

    assert len(Mark) == len(forms)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [7, 30, 90])
def test_a_picture_survives_being_stored_and_is_no_larger_than_a_phone_shows(
    days: int, language: str, theme: Theme
) -> None:
    made = picture(days, language, theme)
    stored = picture_from(made.kind, json.loads(json.dumps(made.pack())))
    wide, high = struct.unpack(">II", stored.render()[16:24])

    assert made == stored
    assert 640 <= wide <= 760
    assert 800 <= high <= 1160


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [7, 30, 90])
def test_words_are_large_enough_and_stay_on_the_paper(days: int, language: str) -> None:
    pattern = r'<text x="([\d.-]+)"[^>]*font-size="(\d+)" font-weight="(\d+)"[^>]*anchor="(\w+)">([^<]*)<'
    found = re.findall(pattern, picture(days, language).svg())

    assert len(found) > 15
    for x, size, weight, anchor, words in found:
        assert int(size) >= SMALLEST
        wide = width_of(words, int(size), is_bold=weight == "700")
        left = float(x) - {"start": 0, "middle": 0.5, "end": 1}[anchor] * wide
        assert left >= 0
        assert left + wide <= WIDTH


def test_lines_break_where_there_is_no_answer() -> None:
    made = picture(30)
    for line in (*made.main, *made.small):
        gaps = "".join(" " if value is None else "x" for value in line.values)
        assert len(re.findall("xx+", gaps)) > 1

    runs = sum(
        len(re.findall("xx+", "".join(" " if value is None else "x" for value in line.values)))
        for line in (*made.main, *made.small)
    )
    assert runs == made.svg().count("<polyline")


def test_many_days_are_signed_week_by_week_and_few_are_not() -> None:
    assert () == picture(30).weekdays
    assert ("Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon") == picture(90).weekdays


def test_the_legend_names_every_sign_that_occurs_and_no_other() -> None:
    made = picture(90)
    words = dict(made.legend)

    assert {*made.marks, Mark.LATE, Mark.USE, Mark.TOLD} - {Mark.NONE} == set(words)
    assert texts.MARKS[Mark.MISSED].en == words[Mark.MISSED]
    assert Mark.USE not in dict(picture(7).legend)
    for words_of in words.values():
        assert words_of in made.svg().replace("&#39;", "'")


def test_a_legend_takes_as_many_rows_as_it_needs() -> None:
    rows = rows_of([("full", "x" * 20)] * 4, 888)

    assert [2, 2] == [len(row) for row in rows]
    assert [] == rows_of([], 888)


def test_phases_have_their_longest_name_that_fits() -> None:
    assert "Phase 2 Coping" in picture(30).svg()
    narrow = CoursePicture.unpack({**picture(30).pack(), "bands": [[0, 1, ["Phase 1 Stabilising", "1"]]]})
    assert ">1<" in narrow.svg()
    assert "Stabilising" not in narrow.svg()


def test_words_in_a_picture_are_escaped() -> None:
    made = CoursePicture.unpack({**picture(7).pack(), "title": "<b> & \U0001f642"})

    assert "&lt;b&gt; &amp;" in made.svg()
    assert made.render().startswith(b"\x89PNG")
