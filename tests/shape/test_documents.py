import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).parents[2]
DOCUMENTS = [
    "ARCHITECTURE.md",
    "GLOSSARY.md",
    "README.md",
    *(f"docs/decisions/{path.name}" for path in (ROOT / "docs/decisions").glob("*.md")),
]
FOLDERS = ("bot", "handlers", "services", "storage", "domain", "sandbox", "tests", "docs")
GLOSSARY = (ROOT / "GLOSSARY.md").read_text()
ROWS = re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]*) \|$", GLOSSARY, re.MULTILINE)[2:]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_is_there(document: str) -> None:
    text = (ROOT / document).read_text()
    named = {
        path
        for path in re.findall(r"`([\w./-]+)`", text)
        if path.startswith(tuple(f"{folder}/" for folder in FOLDERS))
    }
    linked = {str((ROOT / document).parent / link) for link in re.findall(r"\]\(([^):#]+)\)", text)}

    assert [] == sorted(path for path in named | linked if not (ROOT / path).exists())


def test_the_documents_name_paths_at_all() -> None:
    assert len(ROWS) > 40
    assert "`bot/intake.py`" in (ROOT / "ARCHITECTURE.md").read_text()


def test_the_map_of_folders_names_only_what_is_there() -> None:
    tree = (ROOT / "ARCHITECTURE.md").read_text().split("```")[1]
    named = []
    for columns in (re.split(r" {2,}", line) for line in tree.strip().splitlines()):
        parts = [part.split(";")[0].split(" (")[0].strip(" /") for part in columns[-1].split("·")]
        named += [columns[0].strip("/") + "/" + part for part in parts if " " not in part]

    assert len(named) > 40
    assert [] == [name for name in named if not any((ROOT / f"{name}{end}").exists() for end in ("", ".py"))]


@pytest.mark.parametrize(("term", "where"), ROWS)
def test_a_term_of_the_glossary_stands_in_the_file_it_names(term: str, where: str) -> None:
    for path in re.findall(r"`([\w./-]+)`", where):
        files = [ROOT / path] if (ROOT / path).is_file() else sorted((ROOT / path).rglob("*.py"))
        text = " ".join(file.read_text().lower() for file in files)
        words = [re.sub(r"\W+", "", one.lower()) for one in re.split(r",| \(", term)]

        assert any(re.sub(r"\W+", "", word) in re.sub(r"[\W_]+", "", text) for word in words)
