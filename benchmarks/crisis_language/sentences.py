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
    """Return all sentences of a language; which half one belongs to depends on its words alone."""
    path = pathlib.Path(__file__).with_name(f"sentences_{language}.tsv")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [
        Sentence(kind, text, hashlib.sha256(text.encode()).digest()[0] % 2 == 1) for kind, _, text in rows
    ]
