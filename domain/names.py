"""Finds in a text what would lead to somebody outside of this product: usernames, numbers, links; it judges nothing."""

import re
import unicodedata
from typing import Final

FEWEST_DIGITS: Final = 7
"""A local telephone number without area code; fewer digits are a time, a price or an amount."""
MOST_DIGITS: Final = 15
"""The longest telephone number there is. Source: ITU-T E.164."""

_LINK = re.compile(r"\b(?:https?://)?(?:t|telegram|wa|signal)\.(?:me|dog)/\S+|\btg://\S+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_USERNAME = re.compile(r"(?<![\w@.])@[A-Za-z0-9_.]{3,32}")
_NUMBER = re.compile(r"\+?\(?\d(?:[\d\s().-]*\d)?")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}-\d{1,2}-\d{2,4}")


def contacts_in(text: str) -> list[str]:
    """Return the usernames, telephone numbers, mail addresses and profile links in a text, as written, in its order.

    Wide letters and digits count as plain ones. Dates and short numbers are left alone.
    """
    plain = unicodedata.normalize("NFKC", text)
    found: list[tuple[int, str]] = []
    for pattern in (_LINK, _MAIL, _USERNAME):
        found += [(hit.start(), hit.group()) for hit in pattern.finditer(plain)]
        plain = pattern.sub(lambda hit: " " * len(hit.group()), plain)
    plain = _DATE.sub(lambda hit: "/" * len(hit.group()), plain)
    found += [(hit.start(), hit.group()) for hit in _NUMBER.finditer(plain) if _is_telephone(hit.group())]
    return [contact for _, contact in sorted(found)]


def _is_telephone(written: str) -> bool:
    return FEWEST_DIGITS <= sum(sign.isdigit() for sign in written) <= MOST_DIGITS
