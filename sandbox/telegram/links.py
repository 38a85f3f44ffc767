"""Check and normalise the links that bots put into texts and buttons. It fetches nothing."""

import re

_USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d+)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*)://")


class LinkError(ValueError):
    """Say why a link is refused, in Telegram's words."""


def check_link(link: str, *, https_only: bool = False) -> str:
    """Return the link as Telegram stores it.

    Raises:
        LinkError: the link is not one that Telegram accepts.
    """
    trimmed = link.strip()
    if trimmed.lower().startswith(("tg:", "ton:")):
        if https_only:
            raise _refusal(link, "Only HTTPS links are allowed")
        scheme, _, rest = trimmed.partition(":")
        return f"{scheme.lower()}://{rest.removeprefix('//')}"
    scheme, rest = _split_scheme(link, trimmed)
    host, tail = _split_host(rest)
    if not host:
        raise _refusal(link, "URL host is empty")
    if https_only and scheme != "https":
        raise _refusal(link, "Only HTTPS links are allowed")
    if "." not in host and not host.startswith("["):
        raise _refusal(link, "Wrong HTTP URL")
    return f"{scheme}://{host.lower()}{tail if tail.startswith('/') else '/' + tail}"


def checked_link(link: str) -> str:
    """Return the stored form, or an empty string when the link is refused."""
    try:
        return check_link(link)
    except LinkError:
        return ""


def link_user_id(link: str) -> int | None:
    """Tell whom a tg://user?id=N link names; None when it is another kind of link."""
    found = _USER_LINK.match(link)
    return int(found.group(1)) if found else None


def _split_scheme(link: str, trimmed: str) -> tuple[str, str]:
    found = _SCHEME.match(trimmed)
    if found is None:
        return "http", trimmed
    scheme = found.group(1).lower()
    if scheme not in {"http", "https"}:
        raise _refusal(link, "Unsupported URL protocol")
    return scheme, trimmed[found.end() :]


def _split_host(rest: str) -> tuple[str, str]:
    end = next((at for at, character in enumerate(rest) if character in "/?#"), len(rest))
    return rest[:end].rpartition("@")[2], rest[end:]


def _refusal(link: str, reason: str) -> LinkError:
    return LinkError(f"URL '{link}' is invalid: {reason}")
