"""Remember the latest requests for tests and the page. It keeps no file content."""

import collections
import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping

_KEPT = 10_000
_MAX_VALUE_LENGTH = 500


@dataclasses.dataclass(frozen=True, slots=True)
class Call:
    """Hold one request: when (world time), which method in lower case, what, and how it was answered."""

    at: dt.datetime
    method: str
    parameters: Mapping[str, str]
    status: int
    description: str = ""


class CallLog:
    """Keep the newest requests, oldest first."""

    def __init__(self) -> None:
        self._calls: collections.deque[Call] = collections.deque(maxlen=_KEPT)

    def __iter__(self) -> Iterator[Call]:
        return iter(self._calls)

    def __len__(self) -> int:
        return len(self._calls)

    def of(self, method: str) -> list[Call]:
        """Return the requests of one method, oldest first."""
        return [call for call in self._calls if call.method == method.lower()]

    def clear(self) -> None:
        """Forget all requests."""
        self._calls.clear()

    def add(
        self,
        at: dt.datetime,
        method: str,
        parameters: Mapping[str, object],
        status: int,
        description: str = "",
    ) -> None:
        """Remember one request, its long values cut."""
        summary = {name: str(value)[:_MAX_VALUE_LENGTH] for name, value in parameters.items()}
        self._calls.append(Call(at, method.lower(), summary, status, description))
