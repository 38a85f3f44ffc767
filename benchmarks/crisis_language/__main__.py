"""Counts how many sentences of danger are found and how many harmless ones are left alone; prints the table of docs/crisis-language.md.

Run it: ``make bench-crisis`` or ``python -m benchmarks.crisis_language``. It ends with 1 below the goals on the held-out half.
"""

import re
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.crisis_language.sentences import DANGEROUS, LANGUAGES, Sentence, read_sentences
from benchmarks.intervals import wilson
from domain.crisis_language import Finding, read

GOALS = {"explicit": 0.90, "passive": 0.75, "harmless": 0.90}
_PLAIN_LIST = re.compile(
    r"\b(?:kill(ing)? myself|end my life|want to die|suicid\w*|better off without me|hurt(ing)? myself|self.?harm|overdos\w*"
    r"|take my own life|not want to live|no reason to live|end it all|cut(ting)? myself|matarme|suicid\w*|quitarme la vida"
    r"|quiero morir\w*|no quiero vivir|hacerme daño|sobredosis)\b",
    re.IGNORECASE,
)
"""A list of phrases as is common elsewhere, read without any context."""


def _heard(text: str) -> bool:
    return read(text).finding is not None


def _heard_at_once(text: str) -> bool:
    return read(text).finding not in {None, Finding.DOUBT}


def _listed(text: str) -> bool:
    return _PLAIN_LIST.search(text) is not None


READERS: dict[str, Callable[[str], bool]] = {
    "ours": _heard,
    "ours, without a question": _heard_at_once,
    "plain list": _listed,
}


def shares(sentences: Sequence[Sentence], hears: Callable[[str], bool]) -> dict[str, tuple[int, int]]:
    """Return by kind how many were found of how many; "harmless" is how many were left alone."""
    counts = {}
    for kind in DANGEROUS:
        of_kind = [one for one in sentences if one.kind == kind]
        counts[kind] = (sum(hears(one.text) for one in of_kind), len(of_kind))
    harmless = [one for one in sentences if not one.is_danger]
    counts["harmless"] = (sum(not hears(one.text) for one in harmless), len(harmless))
    return counts


def main() -> int:
    """Print the table; return 1 where a goal is missed."""
    is_reached = True
    for language in LANGUAGES:
        every = read_sentences(language)
        for is_held_out in (False, True):
            half = [one for one in every if one.is_held_out is is_held_out]
            print(f"\n{language}, {'held out' if is_held_out else 'fitted'}: {len(half)} sentences")
            for name, hears in READERS.items():
                counts = shares(half, hears)
                print(f"  {name:<26}" + "  ".join(_cell(kind, *count) for kind, count in counts.items()))
                if is_held_out and name == "ours":
                    is_reached &= all(
                        counts[kind][0] >= goal * counts[kind][1] for kind, goal in GOALS.items()
                    )
        begun = time.perf_counter()
        for one in every:
            read(one.text)
        print(f"  {(time.perf_counter() - begun) / len(every) * 1000:.2f} ms a sentence")
    return 0 if is_reached else 1


def _cell(kind: str, found: int, of: int) -> str:
    low, high = wilson(found / of, of)
    return f"{kind} {found / of:.2f} ({low:.2f}-{high:.2f}, n {of})"


if __name__ == "__main__":
    sys.exit(main())
