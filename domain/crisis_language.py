"""Finds words in what somebody wrote that may mean danger to their life; it only ever adds help, and tells nobody.

It is wide on purpose: it does not tell denials, quotations or other people apart, since being offered a number once too
often costs less than once too seldom. What it does not find proves nothing.
"""

import re
import unicodedata
from typing import Final

_ENGLISH: Final = (
    r"kill(ing)? my ?self|end(ing)? (it all|my (own )?life)|tak(e|ing) my (own )?life|(want|wanna|going|ready) (to )?die",
    r"wish i (was|were) dead|better off (dead|without me)|(not|dont) want to (live|be alive|be here anymore|wake up)",
    r"no (reason|point) (to live|in living)|suicid\w*|(hurt|harm|cut)(ting|ing)? my ?self|overdos\w*|cant go on",
)
_SPANISH: Final = (
    r"matarme|me (quiero|voy a) matar|quitarme la vida|(acabar|terminar) con mi vida|(quiero|ganas de) morir(me)?",
    r"me quiero morir|no quiero (vivir|seguir viviendo|despertar)|no vale la pena vivir|mejor sin mi",
    r"hacerme dano|lastimarme|cortarme|sobredosis|ya no puedo mas",
)
_DANGER: Final = re.compile(rf"\b(?:{'|'.join((*_ENGLISH, *_SPANISH))})\b")
_APOSTROPHES: Final = str.maketrans("", "", "'`\u2019\u00b4")


def may_mean_danger(text: str) -> bool:
    """Tell whether the words, English or Spanish, may mean that the writer's life is in danger."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _DANGER.search(" ".join(letters.split())) is not None
