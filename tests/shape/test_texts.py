import ast
import importlib
import pathlib
import pkgutil
import re
import string

import pytest

import handlers.texts
from handlers.texts.words import Label, Text

ROOT = pathlib.Path(__file__).parents[2]
NO_CATALOGUE = {"quoting", "words"}
AREAS = [
    module.name for module in pkgutil.iter_modules(handlers.texts.__path__) if module.name not in NO_CATALOGUE
]
SENTENCES: list[tuple[str, Text | Label]] = []
for area in AREAS:
    module = importlib.import_module(f"handlers.texts.{area}")
    for constant, value in vars(module).items():
        found = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
        SENTENCES += [(f"{area}.{constant}", one) for one in found if isinstance(one, Text | Label)]

TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
UNKIND = (
    r"\b(addicts?|abusers?|alcoholics?|junkies|relapse[ds]?|dirty|clean|failed|failure|non-?compliant|committed suicide)\b",
    r"\b(adict[oa]s?|drogadict[oa]s?|alcohólic[oa]s?|borrach[oa]s?|recaíd[ao]s?|sucio|limpi[oa]|fracas\w+)\b",
)
"""Words that we do not use about people: NIDA, Words Matter (public domain), and their Spanish counterparts."""


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize(("where", "sentence"), SENTENCES)
def test_both_languages_are_there_and_say_the_same_things(where: str, sentence: Text | Label) -> None:
    assert sentence.en.strip()
    assert sentence.es.strip()
    assert places(sentence.en) == places(sentence.es)


@pytest.mark.parametrize(("where", "sentence"), SENTENCES)
def test_no_word_labels_a_person(where: str, sentence: Text | Label) -> None:
    for text in (sentence.en, sentence.es):
        assert [] == [found for pattern in UNKIND for found in re.findall(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize(("where", "sentence"), SENTENCES)
def test_markup_is_only_what_the_app_knows(where: str, sentence: Text | Label) -> None:
    for text in (sentence.en, sentence.es):
        opened = re.findall(r"<([a-z-]+)[^>]*>", text)
        closed = re.findall(r"</([a-z-]+)>", text)

        assert set(opened) <= (TAGS if isinstance(sentence, Text) else set())
        assert sorted(opened) == sorted(closed)


def test_every_text_is_used() -> None:
    sources = [path for folder in ("handlers", "bot") for path in (ROOT / folder).rglob("*.py")]
    used = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for path in sources
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    }
    named = {where.split(".")[1] for where, _ in SENTENCES}

    assert named - used - {"REFUSALS"} == set()
