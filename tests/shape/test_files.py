import ast
import pathlib

import pytest

ROOT = pathlib.Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "services", "storage", "domain", "sandbox", "benchmarks", "tests")
LONGEST = 250
LONGER_FOR_A_REASON = {
    "storage/migrations/versions/0001_first.py": "a schema is one revision, written by Alembic and never edited again",
    "storage/migrations/versions/0002_lasting_checkins.py": "the same, with what it moves and gives back",
}
"""Files that may be longer, each with why."""

FILES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
PRODUCT_FILES = [path for path in FILES if path.relative_to(ROOT).parts[0] != "tests"]


def name(path: pathlib.Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_is_short_enough_to_be_about_one_thing(path: pathlib.Path) -> None:
    lines = len(path.read_text().splitlines())

    assert lines <= LONGEST or name(path) in LONGER_FOR_A_REASON


@pytest.mark.parametrize("path", PRODUCT_FILES, ids=name)
def test_a_file_says_in_its_first_line_what_it_is_for(path: pathlib.Path) -> None:
    text = path.read_text()
    if path.name == "__init__.py" and not text.strip():
        return

    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", PRODUCT_FILES, ids=name)
def test_every_public_name_has_a_docstring(path: pathlib.Path) -> None:
    if "migrations" in path.parts:
        return
    module = ast.parse(path.read_text())
    bare = [node.name for node in _public(module) if not ast.get_docstring(node)]

    assert bare == []


@pytest.mark.parametrize("path", PRODUCT_FILES, ids=name)
def test_no_name_says_nothing(path: pathlib.Path) -> None:
    assert path.stem not in {"utils", "helpers", "manager", "common", "data", "info", "misc"}


def _public(node: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    found: list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(
            child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        ) and not child.name.startswith("_"):
            found.append(child)
            if isinstance(child, ast.ClassDef):
                found.extend(_public(child))
    return found
