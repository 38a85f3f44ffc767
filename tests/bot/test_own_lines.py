import pathlib
import re
from collections.abc import Iterator

import pytest

from bot.crisis_lines import require_checked
from bot.operator import OperatorError
from bot.own_lines import own_lines
from domain import crisis
from handlers.crisis import sos_screen
from handlers.texts.words import Words
from tests.bot.test_crisis_lines import DAY, settings

EXAMPLE = re.findall(r"```toml\n(.*?)```", pathlib.Path("docs/crisis-lines.md").read_text(), re.DOTALL)[0]
TODAY = crisis.checked_on()
WRITTEN = "2026-11-20"


@pytest.fixture(autouse=True)
def ours_again() -> Iterator[None]:
    yield
    crisis.use({})


@pytest.fixture
def file(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "lines.toml"
    path.write_text(EXAMPLE.replace(WRITTEN, f"{TODAY:%Y-%m-%d}"), encoding="utf-8")
    return path


def test_the_documents_example_takes_the_place_of_ours(file: pathlib.Path) -> None:
    require_checked(settings(CRISIS_LINES=str(file)), TODAY)
    text = str(sos_screen(Words("en", "UTC"), "US").text)

    assert "Riverside night line: call <b>555 0100</b> (20:00-08:00)" in text
    assert "741741" not in text
    assert "<b>911</b>" in text
    assert "116 123" in str(sos_screen(Words("en", "UTC"), "GB").text)


def test_own_lines_grow_old_too(file: pathlib.Path) -> None:
    old = EXAMPLE.replace(WRITTEN, f"{TODAY - 400 * DAY:%Y-%m-%d}")
    file.write_text(old, encoding="utf-8")
    with pytest.raises(OperatorError, match="more than twelve months ago"):
        require_checked(settings(CRISIS_LINES=str(file)), TODAY)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[US", "no TOML"),
        ('[US]\nemergency = "911"', r"US\.checked_on"),
        ("[usa]\nchecked_on = 2026-11-20", "usa"),
        ('[US]\nchecked_on = 2020-01-01\nemergency = "call me"', r"US\.emergency"),
        ('[US]\nchecked_on = 2020-01-01\n[[US.lines]]\nname = "Nobody"', "no number to call"),
        ("[US]\nchecked_on = 2099-01-01", "still to come"),
        ("[US]\nchecked_on = 2020-01-01\nfax = 1", r"US\.fax"),
    ],
)
def test_what_is_wrong_with_the_file_is_said_in_one_sentence(
    file: pathlib.Path, content: str, problem: str
) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(OperatorError, match=problem):
        own_lines(str(file), TODAY)


def test_a_file_that_is_not_there_is_said_too() -> None:
    with pytest.raises(OperatorError, match="cannot be read"):
        own_lines("/nowhere/lines.toml", TODAY)
