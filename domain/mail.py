"""Says what an e-mail address is, and when the code that confirms one holds; it sends nothing."""

import dataclasses
import datetime as dt
import re
from typing import Final

from domain.errors import NotUnderstood

LONGEST_ADDRESS: Final = 254
CODE_LASTS: Final = dt.timedelta(minutes=30)
CODE_AGAIN_AFTER: Final = dt.timedelta(minutes=1)
MOST_WRONG_CODES: Final = 5
CODE_DIGITS: Final = 6
_ADDRESS: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
"""What servers take everywhere; source: the HTML standard's e-mail state, with at least two labels."""


@dataclasses.dataclass(frozen=True, slots=True)
class MailAddress:
    """Where somebody gets e-mail; `confirmed_at` None is an address whose code has not come back."""

    address: str
    asked_at: dt.datetime
    confirmed_at: dt.datetime | None
    wrong_codes: int

    def takes_code(self, now: dt.datetime) -> bool:
        """Tell whether a code may still be typed."""
        return (
            self.confirmed_at is None
            and now - self.asked_at <= CODE_LASTS
            and self.wrong_codes < MOST_WRONG_CODES
        )


def mail_address(text: str) -> str:
    """Return the address that somebody typed.

    Raises:
        NotUnderstood: it is none.
    """
    plain = text.strip().strip("<>").removeprefix("mailto:")
    if len(plain) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(plain) or ".." in plain:
        raise NotUnderstood("mail.no_address")
    return plain


def code_from(digest: bytes) -> str:
    """Return the digits that a keyed digest means."""
    return f"{int.from_bytes(digest[:8]) % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def digits_in(text: str) -> str:
    """Return the digits of what was typed, for example of ``123 456``."""
    return "".join(sign for sign in text[:40] if sign.isascii() and sign.isdigit())
