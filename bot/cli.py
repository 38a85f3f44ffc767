"""Is the command line: reads arguments, calls, and says in a sentence what is in the way; it does no work itself.

Exit codes: 0 done, 2 wrong use, 3 wrong settings, 4 a service is not reachable.
"""

import sys
from types import ModuleType
from typing import Annotated

import typer

app = typer.Typer(
    name="tandem",
    help="Peer accountability between group sessions, in Telegram.",
    epilog="Example: tandem sandbox",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_database = typer.Typer(
    help="The database.", epilog="Example: tandem db upgrade", no_args_is_help=True, rich_markup_mode=None
)
_group = typer.Typer(
    help="Groups.",
    epilog="Example: tandem group create 'Tuesday evening' --timezone America/New_York",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_facilitator = typer.Typer(
    help="Facilitators.",
    epilog="Example: tandem facilitator invite 'Tuesday evening'",
    no_args_is_help=True,
    rich_markup_mode=None,
)
_keys = typer.Typer(
    help="Master keys.", epilog="Example: tandem keys new", no_args_is_help=True, rich_markup_mode=None
)
_measures = typer.Typer(
    help="Questionnaires: which versions may be offered.",
    epilog="Example: tandem measures list",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(_database, name="db")
app.add_typer(_group, name="group")
app.add_typer(_facilitator, name="facilitator")
app.add_typer(_keys, name="keys")
app.add_typer(_measures, name="measures")

_Instrument = Annotated[str, typer.Argument(help="The version's id, as `tandem measures list` prints it.")]
_Program = Annotated[
    str | None, typer.Option("--program", help="The clinic or organisation, when there are several.")
]


@app.command(
    epilog="Example: BOT_TOKEN_FILE=/run/secrets/token ENCRYPTION_KEYS_FILE=/run/secrets/keys tandem run"
)
def run() -> None:
    """Run the bot until it is told to stop (Ctrl-C, SIGTERM)."""
    _commands().run()


@app.command(epilog="Example: tandem sandbox --port 8090")
def sandbox(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the page is served.")] = 8090,
    *,
    empty: Annotated[bool, typer.Option("--empty", help="Begin without a prepared group.")] = False,
) -> None:
    """Show the whole product on this machine, with a simulated Telegram and no token."""
    from sandbox.launcher import main as launch  # noqa: PLC0415 the product does not know the sandbox; only this command does

    launch(port=port, empty=empty)


@app.command(epilog="Example: tandem check")
def check() -> None:
    """Check settings, database and Telegram, and change nothing."""
    _commands().check()


@app.command(epilog="Example: tandem drill --group 'Tuesday evening'")
def drill(
    group: Annotated[str | None, typer.Option("--group", help="One group; without it every group.")] = None,
    program: _Program = None,
    wait: Annotated[float, typer.Option(min=0, help="Minutes to wait for its end.")] = 90,
) -> None:
    """Send a marked test alert through the whole chain of the running bot, and print the time of each step."""
    from bot import drills  # noqa: PLC0415 as below

    drills.drill(group, program, wait)


@_database.command("upgrade", epilog="Example: tandem db upgrade")
def upgrade() -> None:
    """Bring the database to this version's schema; `run` does the same when it starts."""
    _commands().upgrade()


@_group.command("create", epilog="Example: tandem group create 'Tuesday evening' --timezone America/New_York")
def create_group(
    name: Annotated[str, typer.Argument(help="What its members call it.")],
    timezone: Annotated[str, typer.Option("--timezone", help="Its time zone, for example Europe/Madrid.")],
    program: Annotated[str, typer.Option("--program", help="The clinic or organisation.")] = "Our program",
) -> None:
    """Create a group and print its facilitator's link, alone on the last line."""
    _commands().create_group(name, timezone, program)


@_group.command("list", epilog="Example: tandem group list")
def list_groups() -> None:
    """List all groups with their program and time zone."""
    _commands().list_groups()


@_facilitator.command("invite", epilog="Example: tandem facilitator invite 'Tuesday evening'")
def invite_facilitator(
    group: Annotated[str, typer.Argument(help="The group's name.")], program: _Program = None
) -> None:
    """Print a new link by which one person becomes facilitator of the group, alone on the last line."""
    _commands().invite_facilitator(group, program)


@_keys.command("new", epilog='Example: echo "ENCRYPTION_KEYS=$(tandem keys new)" >> .env')
def new_key() -> None:
    """Print a new master key for ENCRYPTION_KEYS."""
    from storage.vault import new_master_key  # noqa: PLC0415 late: needs nothing else

    typer.echo(new_master_key())


@_measures.command("list", epilog="Example: tandem measures list")
def list_measures() -> None:
    """List the versions: id, language, wording verified or not, on or off and why, source."""
    _measure_commands().listed()


@_measures.command("show", epilog="Example: tandem measures show pacs_en")
def show_measure(instrument: _Instrument) -> None:
    """Print all that a version asks and how it is scored, to be compared with its publisher's form."""
    _measure_commands().show(instrument)


@_measures.command("confirm", epilog="Example: tandem measures confirm pacs_en")
def confirm_measure(instrument: _Instrument) -> None:
    """Let a version be offered: you have compared its words with its publisher's form, and its licence allows it."""
    _measure_commands().confirm(instrument)


@_measures.command("withdraw", epilog="Example: tandem measures withdraw who5_en")
def withdraw_measure(instrument: _Instrument) -> None:
    """Let a version be offered no more; what was begun can be finished."""
    _measure_commands().withdraw(instrument)


def main() -> None:
    """Run the command that the arguments name."""
    try:
        app()
    except Exception as error:
        from bot.operator import explained  # noqa: PLC0415 late: only when something went wrong

        told = explained(error)
        if told is None:
            raise
        typer.echo(str(told), err=True)
        sys.exit(told.exit_code)


def _measure_commands() -> ModuleType:
    from bot import measures  # noqa: PLC0415 as below

    return measures


def _commands() -> ModuleType:
    """Import what commands do, which takes a while, only when one is run: help comes at once."""
    from bot import commands  # noqa: PLC0415 see above

    return commands
