"""Does what the operator's commands ask for, other than arguments and exit codes; people's data it never shows."""

import asyncio
import contextlib
import datetime as dt
import pathlib
from collections.abc import AsyncIterator

import typer
from telegram.error import InvalidToken, TelegramError

from bot import logs, running
from bot.account import bot_of, wrong_token
from bot.clock import SystemClock
from bot.crisis_lines import require_checked
from bot.operator import NOT_REACHABLE, WRONG_USE, OperatorError
from bot.setting_values import split_keys
from bot.settings import Settings, StorageSettings, read, read_storage
from domain.errors import Refused
from domain.groups import Group, check_new_group
from handlers.edge.markup import plain
from handlers.errors import refusals
from handlers.texts.words import FALLBACK_LANGUAGE, Words
from services.container import Container, Surroundings
from storage import schema
from storage.database import Database
from storage.schema import Standing
from storage.unit_of_work import Storage
from storage.vault import MasterKeys

CALL_SECONDS = 10
"""How long a command waits for Telegram."""


def run() -> None:
    """Run the bot."""
    settings = read()
    advice = require_checked(settings, _today())
    logs.set_up(settings.log_level, settings.log_format, settings.secrets)
    if advice is not None:
        typer.echo(advice, err=True)
    running.run(settings)


def check() -> None:
    """Check settings, database and Telegram one after another, and say how each stands."""
    settings = read()
    typer.echo("Settings: good.")
    typer.echo(f"Crisis lines: {require_checked(settings, _today()) or 'checked in the last twelve months.'}")
    asyncio.run(_check(settings))


def upgrade() -> None:
    """Bring the database to this version's schema."""
    asyncio.run(_upgrade(read_storage()))


def create_group(name: str, timezone: str, program: str) -> None:
    """Create a group and print the facilitator's link last."""
    try:
        # Before anything is asked of Telegram or made: what cannot be done leaves nothing behind.
        check_new_group(program, name, timezone)
    except Refused as refused:
        raise _told(refused) from None
    asyncio.run(_create_group(read(), name, timezone, program))


def list_groups() -> None:
    """Print every group on a line of its own."""
    asyncio.run(_list_groups(read()))


def invite_facilitator(name: str, program: str | None) -> None:
    """Print a new facilitator's link last."""
    asyncio.run(_invite_facilitator(read(), name, program))


def _today() -> dt.date:
    return SystemClock().now().date()


async def _check(settings: Settings) -> None:
    database = Database(settings.database_url.get_secret_value())
    try:
        typer.echo(f"Database: {await _database_standing(settings, database)}")
    finally:
        await database.close()
    typer.echo(f"Telegram: the bot is @{await _username(settings)}.")


async def _database_standing(settings: Settings, database: Database) -> str:
    if database.is_sqlite and _is_to_be_made(database):
        return "none yet; `tandem run` creates it."
    state = await schema.standing(database)
    if state is Standing.EMPTY:
        return "empty; `tandem run` or `tandem db upgrade` fills in the tables."
    if state is Standing.NEWER:
        await schema.upgrade(database)
    if state is Standing.BEHIND:
        return "of an earlier version; `tandem run` or `tandem db upgrade` brings it up to date."
    await _storage(settings, database).open()
    return "good, and the keys fit."


async def _upgrade(settings: StorageSettings) -> None:
    database = Database(settings.database_url.get_secret_value())
    try:
        is_changed = await schema.upgrade(database)
    finally:
        await database.close()
    typer.echo("The database is up to date now." if is_changed else "The database was up to date already.")


async def _create_group(settings: Settings, name: str, timezone: str, program: str) -> None:
    username = await _username(settings)
    now = SystemClock().now()
    async with container_of(settings, username) as container, container.transaction() as services:
        group_id = await services.joining.create_group(program, name, timezone, now)
        link = await services.joining.invite_facilitator(group_id, now)
    typer.echo(f"{name} is there. Its facilitator opens this link, which works once, within three days:")
    typer.echo(link)


async def _list_groups(settings: Settings) -> None:
    async with container_of(settings, "") as container, container.transaction() as services:
        groups = await services.joining.groups()
    if not groups:
        typer.echo("There is no group yet. Make one: tandem group create NAME --timezone ZONE", err=True)
    for program, group in groups:
        typer.echo(f"{program}\t{group.name}\t{group.timezone}")


async def _invite_facilitator(settings: Settings, name: str, program: str | None) -> None:
    username = await _username(settings)
    async with container_of(settings, username) as container, container.transaction() as services:
        group = named(await services.joining.groups(), name, program)
        link = await services.joining.invite_facilitator(group.group_id, SystemClock().now())
    typer.echo(
        f"Whoever opens this link becomes facilitator of {group.name}; it works once, within three days:"
    )
    typer.echo(link)


def named(groups: list[tuple[str, Group]], name: str, program: str | None) -> Group:
    """Return the group of this name.

    Raises:
        OperatorError: there is none, or several programs have one.
    """
    found = [group for title, group in groups if group.name == name and program in {None, title}]
    if not found:
        raise OperatorError(f"There is no group called {name}. See: tandem group list", WRONG_USE)
    if len(found) > 1:
        raise OperatorError(f"Several programs have a group called {name}: add --program NAME.", WRONG_USE)
    return found[0]


@contextlib.asynccontextmanager
async def container_of(settings: Settings, username: str) -> AsyncIterator[Container]:
    """Open the database, brought up to date, for one command; an expected refusal becomes the operator's sentence."""
    database = Database(settings.database_url.get_secret_value())
    try:
        await schema.upgrade(database)
        storage = _storage(settings, database)
        await storage.open()
        yield Container(storage, Surroundings(username, settings.default_country))
    except Refused as error:
        raise _told(error) from None
    finally:
        await database.close()


def _storage(settings: Settings, database: Database) -> Storage:
    return Storage(database, MasterKeys(split_keys(settings.encryption_keys)), settings.bot_id)


async def _username(settings: Settings) -> str:
    bot = bot_of(settings)
    try:
        async with asyncio.timeout(CALL_SECONDS), bot:
            return bot.username
    except InvalidToken:
        raise wrong_token() from None
    except (TelegramError, TimeoutError):
        raise OperatorError(
            f"Telegram cannot be reached at {settings.bot_api_url}: check the network, then try again.",
            NOT_REACHABLE,
        ) from None


def _told(refused: Refused) -> OperatorError:
    """Say an expected refusal in the words that people get, without markup."""
    text = refusals().get(refused.key)
    words = Words(FALLBACK_LANGUAGE, "UTC")
    sentence = (
        f"That cannot be done ({refused.key})." if text is None else plain(str(words(text, **refused.data)))
    )
    return OperatorError(sentence, WRONG_USE)


def _is_to_be_made(database: Database) -> bool:
    file = pathlib.Path(database.url.database or "")
    return not database.url.database or (file.parent.is_dir() and not file.exists())
