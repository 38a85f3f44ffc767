"""A real PostgreSQL for tests: Debian's binaries, a fresh cluster on a socket in a temporary folder, also as root."""

import contextlib
import dataclasses
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator

import psycopg
from psycopg import sql
from sqlalchemy import make_url

SERVER_USER = "postgres"
START_SECONDS = 20


@dataclasses.dataclass(frozen=True)
class Server:
    """A running server; `url` is that of a database on it, with ``{}`` for the database's name."""

    url: str
    control: tuple[object, ...]
    arguments: tuple[object, ...]

    def stop(self) -> None:
        """End it as a power cut would."""
        _as_server_user([*self.control, "-m", "immediate", "stop"])

    def start(self) -> None:
        """Let it come back."""
        _as_server_user([*self.control, *self.arguments, "start"])


@contextlib.contextmanager
def running_server() -> Iterator[str]:
    """Start a server and give the URL of a database on it, with ``{}`` for the database's name."""
    with restartable_server() as server:
        yield server.url


@contextlib.contextmanager
def restartable_server() -> Iterator[Server]:
    """Start a server that can be stopped and come back."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tandem-postgres-"))
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam(SERVER_USER).pw_uid, -1)
    binaries = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    cluster = folder / "cluster"
    _as_server_user([binaries / "initdb", "-D", cluster, "-U", "tandem", "--auth=trust", "--no-sync"])
    control = (binaries / "pg_ctl", "-D", cluster, "-s", "-w", "-t", str(START_SECONDS))
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c log_parameter_max_length_on_error=0"
    server = Server(
        f"postgresql://tandem@/{{}}?host={folder}", control, ("-l", folder / "log", "-o", options)
    )
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def create_database(server: str, source: str | None = None) -> str:
    """Create an empty database, or a copy of the one at another URL, and return its URL."""
    name = f"test_{time.monotonic_ns()}"
    copied = sql.SQL("")
    if source is not None:
        template = sql.Identifier(str(make_url(source).database))
        copied = sql.SQL(" TEMPLATE {} STRATEGY file_copy").format(template)
    _execute(server, sql.SQL("CREATE DATABASE {}{}").format(sql.Identifier(name), copied))
    return server.format(name)


def drop_database(server: str, url: str) -> None:
    """Delete a database, whoever is still connected to it."""
    name = sql.Identifier(str(make_url(url).database))
    _execute(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def _execute(server: str, command: sql.Composed) -> None:
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(command)


def _as_server_user(command: list[object]) -> None:
    as_other = ["runuser", "-u", SERVER_USER, "--"] if os.geteuid() == 0 else []
    subprocess.run(  # noqa: S603 our own arguments
        [*as_other, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/"
    )
