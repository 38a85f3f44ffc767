import pathlib
import re

from domain.setbacks import ADJUSTABLE, LEVELS

DOCUMENT = pathlib.Path("docs/setbacks.md").read_text(encoding="utf-8")
ROWS = {
    row[0]: row
    for line in DOCUMENT.splitlines()
    if line.startswith("| ") and (row := [cell.strip() for cell in line.strip("|").split("|")])[0] != "rule"
}


def test_every_rule_stands_in_the_document_with_its_level() -> None:
    assert {rule.value: level.value for rule, level in LEVELS.items()} == {
        name: row[1] for name, row in ROWS.items()
    }


def test_what_may_be_changed_stands_there_as_it_is() -> None:
    for rule, row in ROWS.items():
        threshold = next((one for name, one in ADJUSTABLE.items() if name.value == rule), None)
        numbers = [int(found) for found in re.findall(r"\d+", row[3])]
        if threshold is None:
            assert row[3] == "no"
        elif len(threshold.choices) > 1:
            assert [min(threshold.choices), max(threshold.choices)] == numbers
            assert str(threshold.default) in row[2]
        assert threshold is None or threshold.may_be_off is row[3].endswith("off")
