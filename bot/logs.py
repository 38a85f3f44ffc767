"""Sets up the one log: events with ids, never what people wrote; tokens are cut out wherever they turn up."""

import logging
import pathlib
import re
import sys
import traceback
from typing import Any

import structlog

from domain.errors import TandemError

_TOKEN = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{20,}")
_CUT = "[token]"
_FRAMES = 8
"""Innermost frames that tell where an error arose."""
_QUIET = ("aiohttp", "httpx", "httpcore", "aiosqlite", "sqlalchemy", "alembic", "asyncio")


def set_up(level: str, form: str, secrets: tuple[str, ...] = ()) -> None:
    """Send every event to stderr, as text or as JSON lines, with these secrets cut out."""
    structlog.configure(
        processors=_processors(form, secrets),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = _Forward()
    logging.basicConfig(
        handlers=[handler], level=max(logging.WARNING, logging.getLevelNamesMapping()[level]), force=True
    )
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # The library logs whole updates when something goes wrong with them; what matters reaches us as errors.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)


def _processors(form: str, secrets: tuple[str, ...]) -> list[structlog.typing.Processor]:
    def cut(logger: object, method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
        del logger, method
        return {key: _clean(value, secrets) for key, value in event.items()}

    shared: list[structlog.typing.Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_words,
        cut,
    ]
    if form == "json":
        return [*shared, structlog.processors.JSONRenderer()]
    return [*shared, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]


def _without_words(
    logger: object, method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Tell an error by its kind and where it arose: its own text may quote what somebody wrote."""
    del logger, method
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event["error"] = _kind(error)
        event["trace"] = _trace(error)
    return event


def _kind(error: BaseException) -> str:
    kind = f"{type(error).__name__}({error.key})" if isinstance(error, TandemError) else type(error).__name__
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return kind if cause is None else f"{kind} from {_kind(cause)}"


def _trace(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return " > ".join(f"{pathlib.Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)


def _clean(value: Any, secrets: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, _CUT)
        return _TOKEN.sub(_CUT, value)
    if isinstance(value, dict):
        return {key: _clean(one, secrets) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(one, secrets) for one in value]
    return value


class _Forward(logging.Handler):
    """Passes other libraries' warnings on, without their arguments: those may hold what people wrote."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log the library's name and its fixed text."""
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        structlog.get_logger(record.name).log(record.levelno, "library", text=str(record.msg), error=error)
