import pathlib
import re

from bot.settings import Settings
from handlers import routes

README = (pathlib.Path(__file__).parents[2] / "README.md").read_text()


def test_every_command_stands_in_the_readme() -> None:
    assert [] == [route.name for route in routes.COMMANDS if f"`/{route.name}" not in README]


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    commands = README.partition("## Commands")[2].partition("## ")[0]
    named = set(re.findall(r"`/([a-z]+)", commands))

    assert named == {route.name for route in routes.COMMANDS}


def test_every_setting_stands_in_the_readme() -> None:
    assert [] == [name for name in Settings.model_fields if f"`{name.upper()}`" not in README]
