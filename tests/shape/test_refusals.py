import ast
import pathlib

import pytest

from domain import errors as tree
from handlers.errors import refusals

ROOT = pathlib.Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "services", "storage", "domain")
REFUSING = {
    name for name, kind in vars(tree).items() if isinstance(kind, type) and issubclass(kind, tree.Refused)
}


def raised_keys() -> list[tuple[str, str]]:
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id in REFUSING
                ):
                    keys = node.args[:1]
                    found += [
                        (f"{path.relative_to(ROOT)}:{node.lineno}", key.value)
                        for key in keys
                        if isinstance(key, ast.Constant) and isinstance(key.value, str)
                    ]
    return found


@pytest.mark.parametrize(("where", "key"), raised_keys())
def test_every_refusal_has_a_sentence(where: str, key: str) -> None:
    assert key in refusals()


def test_a_key_names_its_area_and_its_case() -> None:
    assert [] == [key for key in refusals() if key.count(".") != 1]
