import asyncio
import contextlib
import datetime as dt
import pathlib
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from bot import cli
from bot.clock import SystemClock
from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import World
from storage.vault import new_master_key

ROOT = pathlib.Path(__file__).parents[2]
TOKEN = "4242:made-up-token-of-a-test-bot-0123456789"
LINK = re.compile(r"https://t\.me/tandem_sandbox_bot\?start=[\w-]{22,64}")

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def telegram() -> Iterator[str]:
    """A simulated Telegram in a thread of its own: commands bring their own event loop."""
    address: list[str] = []
    is_up, is_over = threading.Event(), threading.Event()

    async def serve() -> None:
        async with RunningServer(World(lambda: dt.datetime.now(dt.UTC), TOKEN)) as server:  # noqa: TID251 a clock
            address.append(server.url)
            is_up.set()
            await asyncio.to_thread(is_over.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    is_up.wait(5)
    yield address[0]
    is_over.set()
    thread.join(5)


@pytest.fixture
def tandem(
    telegram: str,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Command:
    """Return a function that runs a command and returns exit code, output and errors."""
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": telegram,
        "DATABASE_URL": "sqlite:///clinic.db",
        "ENCRYPTION_KEYS": new_master_key(),
        # Our own check grows old with the years; this one is of today.
        "CRISIS_LINES_CHECKED_ON": SystemClock().now().date().isoformat(),
    }.items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str, **environ: str) -> tuple[int, str, str]:
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["tandem", *arguments])
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_new_group_ends_with_its_facilitators_link_alone(tandem: Command) -> None:
    code, out, _ = tandem("group", "create", "Tuesday evening", "--timezone", "Europe/Madrid")

    assert code == 0
    assert LINK.fullmatch(out.splitlines()[-1])


def test_groups_are_listed_with_program_and_zone(tandem: Command) -> None:
    tandem("group", "create", "Tuesday", "--timezone", "Europe/Madrid", "--program", "Riverside")

    assert tandem("group", "list") == (0, "Riverside\tTuesday\tEurope/Madrid\n", "")


def test_a_further_facilitator_gets_a_link_of_their_own(tandem: Command) -> None:
    _, created, _ = tandem("group", "create", "Tuesday", "--timezone", "UTC")
    code, out, _ = tandem("facilitator", "invite", "Tuesday")

    assert code == 0
    assert LINK.fullmatch(out.splitlines()[-1])
    assert out.splitlines()[-1] != created.splitlines()[-1]


def test_a_group_that_several_programs_have_needs_the_program(tandem: Command) -> None:
    for program in ("Riverside", "Hilltop"):
        tandem("group", "create", "Tuesday", "--timezone", "UTC", "--program", program)

    code, _, err = tandem("facilitator", "invite", "Tuesday")

    assert (code, "--program" in err) == (2, True)
    assert tandem("facilitator", "invite", "Tuesday", "--program", "Hilltop")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("group", "create", "Tuesday", "--timezone", "Mars/Olympus"), "Mars/Olympus"),
        (("group", "create", " ", "--timezone", "UTC"), "name"),
        (("facilitator", "invite", "Nowhere"), "tandem group list"),
        (("group", "create", "Tuesday"), "--timezone"),
        (("dance",), "dance"),
        (("sandbox", "--port", "0"), "port"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(tandem: Command, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = tandem(*arguments)

    assert code == 2
    assert said in err
    assert "Traceback" not in err


def test_a_group_that_cannot_be_is_refused_before_anything_is_asked_or_made(tandem: Command) -> None:
    code, _, err = tandem(
        "group", "create", "X", "--timezone", "Mars/Phobos", BOT_API_URL="http://127.0.0.1:9"
    )

    assert (code, "Mars/Phobos" in err) == (2, True)
    assert not pathlib.Path("clinic.db").exists()


def test_a_group_that_exists_is_not_made_twice(tandem: Command) -> None:
    tandem("group", "create", "Tuesday", "--timezone", "UTC")

    assert tandem("group", "create", "Tuesday", "--timezone", "UTC")[0] == 2


def test_wrong_settings_are_told_with_their_cure(tandem: Command) -> None:
    code, _, err = tandem("run", ENCRYPTION_KEYS="")

    assert code == 3
    assert err.startswith("ENCRYPTION_KEYS is missing: ")
    assert "tandem keys new" in err


@pytest.mark.parametrize("command", [("check",), ("group", "create", "X", "--timezone", "UTC"), ("run",)])
def test_a_wrong_token_is_told(
    tandem: Command, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.account.FIRST_WAIT_SECONDS", 0.01)
    code, _, err = tandem(*command, BOT_TOKEN="4242:another-token-that-nobody-gave-out-00")

    assert code == 3
    assert err.strip().splitlines()[-1].startswith("BOT_TOKEN cannot be used: Telegram does not know it.")
    assert "another-token" not in err


def test_a_telegram_that_is_away_is_told(tandem: Command) -> None:
    code, _, err = tandem("group", "create", "X", "--timezone", "UTC", BOT_API_URL="http://127.0.0.1:9")

    assert code == 4
    assert err.startswith("Telegram cannot be reached at http://127.0.0.1:9")


def test_check_says_how_everything_stands(tandem: Command) -> None:
    assert tandem("check")[1].splitlines() == [
        "Settings: good.",
        "Crisis lines: checked in the last twelve months.",
        "Database: none yet; `tandem run` creates it.",
        "Telegram: the bot is @tandem_sandbox_bot.",
    ]
    assert not pathlib.Path("clinic.db").exists()
    tandem("group", "create", "Tuesday", "--timezone", "UTC")

    assert "Database: good, and the keys fit." in tandem("check")[1]


@pytest.mark.parametrize("command", [("check",), ("group", "list"), ("run",), ("db", "upgrade")])
def test_a_database_of_a_later_version_is_refused(tandem: Command, command: tuple[str, ...]) -> None:
    tandem("db", "upgrade")
    with contextlib.closing(sqlite3.connect("clinic.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    code, _, err = tandem(*command)

    assert code == 3
    assert err.startswith("The database is newer than this program (its revision is 9999)")


@pytest.mark.parametrize("command", [("check",), ("group", "list"), ("run",)])
def test_a_database_sealed_with_another_key_is_told(tandem: Command, command: tuple[str, ...]) -> None:
    tandem("group", "create", "Tuesday", "--timezone", "UTC")
    code, _, err = tandem(*command, ENCRYPTION_KEYS=new_master_key())

    assert code == 3
    assert err.startswith("ENCRYPTION_KEYS does not hold the key")


def test_a_locked_database_is_told(tandem: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.database.BUSY_TIMEOUT_MILLISECONDS", 50)
    tandem("db", "upgrade")
    with contextlib.closing(sqlite3.connect("clinic.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, _, err = tandem("group", "list")

    assert code == 4
    assert err.startswith("The database is locked by another program")


@pytest.mark.parametrize(
    ("url", "code", "beginning"),
    [
        ("sqlite:////nonexistent/folder/clinic.db", 4, "The database file cannot be opened"),
        ("sqlite:///broken.db", 4, "The file in DATABASE_URL is no intact SQLite database"),
        ("postgresql://nobody@127.0.0.1:9/clinic", 4, "The database server does not let us in"),
        ("postgresql://nobody@127.0.0.1:port/clinic", 3, "DATABASE_URL cannot be used"),
    ],
)
@pytest.mark.parametrize("command", [("group", "list"), ("db", "upgrade"), ("check",)])
def test_a_database_that_cannot_be_opened_is_told(
    tandem: Command, url: str, code: int, beginning: str, command: tuple[str, ...]
) -> None:
    pathlib.Path("broken.db").write_bytes(b"this is no database at all" * 100)
    told = tandem(*command, DATABASE_URL=url)

    assert code == told[0]
    assert told[2].startswith(beginning)


def test_a_new_key_can_be_used_at_once(tandem: Command) -> None:
    _, key, _ = tandem("keys", "new")

    assert tandem("group", "list", ENCRYPTION_KEYS=key.strip())[0] == 0


def test_the_module_is_the_command() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "keys", "new"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (ended.returncode, len(ended.stdout.strip())) == (0, 44)
