"""Undoes how people write in a message: accents, spellings, slang, letters pulled apart; it judges nothing.

What comes out is made for matching alone: sentences of plain lower-case words, contractions written out.
"""

import difflib
import functools
import importlib.resources
import re
import textwrap
import tomllib
import unicodedata
from collections.abc import Mapping
from typing import Final

LONGEST: Final = 20_500
"""So many characters of a message are read: as many as a note may have."""

_LONGEST_SENTENCE: Final = 600
"""What goes on for longer is read in pieces, so that the work grows with the length of a message and no faster."""

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("'`\u2019\u2018\u00b4\u02bc", ""))
_QUOTED: Final = re.compile(
    r"\"[^\"\n]{1,300}\"|\u201c[^\u201d\n]{1,300}\u201d|\u00ab[^\u00bb\n]{1,300}\u00bb"
)
QUOTE: Final = "qqquote"
"""Stands where something was quoted."""
LAUGH: Final = "qqlaugh"
"""Stands where somebody laughs."""
_LAUGHS: Final = re.compile(
    r"\b(?:l+o+l+z*|lmf?a+o+|rofl|(?:a?ha){2,}h?|(?:a?ja){2,}j?|(?:he){2,}|(?:je){2,}|xd+)\b|[\U0001f602\U0001f923\U0001f605\U0001f639]"
)
_APART: Final = re.compile(r"(?<![a-z0-9])(?:[a-z0-9@$][ .*_\-]){3,}[a-z0-9@$](?![a-z0-9])")
_LEET: Final = str.maketrans("013457@$", "oieastas")
_OD: Final = re.compile(r"\bo\.?d\.?['\u2019]?(?:d|ed)\b(?<!odd)|\bo\.d\.(?=\s|$)")
_TOKEN: Final = re.compile(r"[a-z0-9@$]+")
_PULLED: Final = re.compile(r"([a-z])\1{2,}")
_ENDS: Final = re.compile(r"[.!?;\n\u2026\u00a1\u00bf]+|\bqqlaugh\b(?=\s+[a-z]+\s+(?:but|pero)\b)")
_WORD: Final = re.compile(r"[a-z0-9]+|,|:")

_SPELLED: Final[Mapping[str, str]] = tomllib.loads(
    (importlib.resources.files("domain.crisis_language") / "spelled.toml").read_text(encoding="utf-8")
)["words"]
_SLIPPED: Final = ("myself", "suicide", "suicidal", "suicidio", "overdose", "overdosed")
"""Words that are so long that a slip of the finger leaves them alone of their kind, and that carry so much that it must not hide them."""
_SHORT: Final = 5
_NO_SLIPS: Final = frozenset({"overdone", "suicides", "suicidas", "suicida"})
_PHRASES: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\bmy self\b", "myself"),
        (r"\bdo not know (?=why i )", ""),
        (r"\b(?:can|could) not stop\b|\bcan not help\b", "keep "),
        (r"\b(?:no )?(?:puedo )?(?:dejo|dejar|paro|parar) de (?=pens|quer|imagin)", "keep "),
        (r"\bnot going to (?:lie|sugarcoat it)\b|\bno (?:te )?voy a mentir(?:te)?\b", ""),
        (
            r"\b(?:do not see|there is no|see no|have no) (?:any )?other (?:solution|way|option|choice)(?: out)? (?:than|but)\b",
            "only option is ",
        ),
        (
            r"\bno (?:veo|hay|tengo) otr[oa] (?:salida|opcion|camino|solucion) (?:mas )?que\b",
            "only option is ",
        ),
        (r"\bself[ -]harm", "self harm"),
        (r"\b(?:really|just|fucking|actually|honestly|literally|even|seriously|kinda) ", ""),
        (r"\b(?:de verdad|realmente|solo|nada mas|pinche|puto) ", ""),
    )
)
"""Turns of phrase that would hide what is meant: filling words, and denials that deny nothing."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a message as plain words; what was quoted stands as `QUOTE`, laughing as `LAUGH`."""
    whole = _OD.sub("overdosed", text[:LONGEST].casefold())
    folded = unicodedata.normalize("NFKD", whole.translate(_APOSTROPHES))
    letters = "".join(sign for sign in folded if not unicodedata.combining(sign))
    letters = _QUOTED.sub(f" {QUOTE} ", letters)
    letters = _LAUGHS.sub(f" {LAUGH} ", letters)
    letters = _APART.sub(lambda found: re.sub(r"[ .*_\-]", "", found[0]), letters)
    letters = _TOKEN.sub(lambda found: _unmixed(found[0]), letters)
    letters = _PULLED.sub(r"\1", letters)
    parts = (piece for part in _ENDS.split(letters) for piece in textwrap.wrap(part, _LONGEST_SENTENCE))
    return [plain for part in parts if (plain := _spelled_out(part))]


def _unmixed(token: str) -> str:
    """Return a word with the letters that its digits and signs stand for; a number stays one."""
    is_mixed = any(sign.isalpha() for sign in token) and not token.isalpha() and not token[0].isdigit()
    return token.translate(_LEET) if is_mixed else token


def _spelled_out(sentence: str) -> str:
    words = [_SPELLED[word] if word in _SPELLED else _mended(word) for word in _WORD.findall(sentence)]
    plain = " ".join(word for word in words if word).replace(" ,", ",").replace(" :", ":")
    for pattern, instead in _PHRASES:
        plain = pattern.sub(instead, plain)
    return " ".join(plain.split())


@functools.lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """Return the grave word that a slip of the finger hides; any other word as it is."""
    if len(word) < _SHORT or word[0] not in "mso" or word in _NO_SLIPS:
        return word
    return next(iter(difflib.get_close_matches(word, _SLIPPED, n=1, cutoff=0.83)), word)
