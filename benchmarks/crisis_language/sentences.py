"""Reads the labelled sentences and halves them by their words; it judges none.

Every sentence was made up for this purpose: no word in them is that of a real person.
"""

import dataclasses
import hashlib
import pathlib
from typing import Final

LANGUAGES: Final = ("en", "es")
DANGEROUS: Final = ("explicit", "passive", "self_harm", "overdose", "threat", "third_danger")
HARMLESS: Final = ("idiom", "third_person", "negation", "past", "quote", "recovery")


@dataclasses.dataclass(frozen=True)
class Sentence:
    """A sentence; `kind` is one of `DANGEROUS` or `HARMLESS`, `is_held_out` belongs to the half that no rule was tuned on."""

    kind: str
    text: str
    is_held_out: bool

    @property
    def is_danger(self) -> bool:
        """Tell whether it speaks of danger."""
        return self.kind in DANGEROUS


def read_sentences(language: str) -> list[Sentence]:
    """Return all sentences of a language.

    Which half one belongs to depends on its words alone; those that were written later, when rules were widened, are never held out.
    """
    first = [
        Sentence(kind, text, hashlib.sha256(text.encode()).digest()[0] % 2 == 1)
        for kind, text in _rows(f"sentences_{language}.tsv")
    ]
    return first + [Sentence(kind, text, is_held_out=False) for kind, text in _rows(f"later_{language}.tsv")]


def _rows(name: str) -> list[tuple[str, str]]:
    lines = pathlib.Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [(kind, text) for kind, _, text in rows]
