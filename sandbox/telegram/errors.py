"""Say no in the Bot API's words: status, description and parameters. It decides nothing about when to say no."""

from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


class ApiError(Exception):
    """Carry one refused request back to the caller, as the envelope will show it."""

    def __init__(
        self, status: int, description: str, *, retry_after: int | None = None, migrate_to: int | None = None
    ) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to

    def envelope(self) -> Json:
        """Show the error as the JSON body that Telegram answers."""
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        if self.migrate_to is not None:
            body["parameters"] = {"migrate_to_chat_id": self.migrate_to}
        return body


def bad_request(text: str) -> ApiError:
    """Refuse with 400; the first letter is lowered unless the text is a CONSTANT."""
    return ApiError(400, f"Bad Request: {_lower_first(text)}")


def forbidden(text: str) -> ApiError:
    """Refuse with 403, as for a person who blocked the bot."""
    return ApiError(403, f"Forbidden: {_lower_first(text)}")


def conflict(text: str) -> ApiError:
    """Refuse with 409, as between two pollers."""
    return ApiError(409, f"Conflict: {text}")


def too_many_requests(seconds: int) -> ApiError:
    """Refuse with 429 and the whole seconds to wait, at least one."""
    wait = max(1, seconds)
    return ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


def _lower_first(text: str) -> str:
    if text[1:2] == "_" or "A" <= text[1:2] <= "Z":
        return text
    return text[:1].lower() + text[1:]
