"""Does what the operator's command for drills asks for: begins one, and prints the time of each step; it names nobody."""

import asyncio
import datetime as dt

import typer

from bot.clock import SystemClock
from bot.commands import container_of, named
from bot.operator import WRONG_USE, OperatorError
from bot.settings import Settings, read
from domain.drills import Drill
from domain.ids import AlertId
from services.container import Container

LOOK_SECONDS = 0.5
"""How often it is looked how far the drills are."""


def drill(group: str | None, program: str | None, wait_minutes: float) -> None:
    """Begin a drill in one group, or in every one, and print its times until it is over or the wait is."""
    asyncio.run(_drill(read(), group, program, dt.timedelta(minutes=wait_minutes)))


async def _drill(settings: Settings, group: str | None, program: str | None, wait: dt.timedelta) -> None:
    async with container_of(settings, "") as container:
        begun = await _begun(container, group, program)
        until = SystemClock().now() + wait
        said: dict[AlertId, list[str]] = {}
        while begun:
            for alert_id, name in list(begun.items()):
                async with container.transaction() as services:
                    found = await services.drills.get(alert_id)
                if found is None:
                    del begun[alert_id]
                    continue
                _say_news(name, found, said.setdefault(alert_id, []))
                if found.over_at is not None:
                    del begun[alert_id]
            if begun and SystemClock().now() >= until:
                typer.echo("The rest goes on by itself; its result is in the log of `tandem run`.", err=True)
                return
            await asyncio.sleep(LOOK_SECONDS if begun else 0)


async def _begun(container: Container, group: str | None, program: str | None) -> dict[AlertId, str]:
    async with container.transaction() as services:
        groups = await services.joining.groups()
    if group is not None:
        groups = [(program or "", named(groups, group, program))]
    begun: dict[AlertId, str] = {}
    for _, one in groups:
        async with container.transaction() as services:
            alert_id = await services.drills.begin(one.group_id, SystemClock().now())
        if alert_id is None:
            typer.echo(f"{one.name}: nobody facilitates it, or a drill is running.", err=True)
        else:
            begun[alert_id] = one.name
    if not begun:
        raise OperatorError("No drill has begun. See: tandem group list", WRONG_USE)
    return begun


def _say_news(name: str, found: Drill, said: list[str]) -> None:
    steps = [f"raised {found.raised_at:%H:%M:%S} UTC"]
    if found.sent_after is not None:
        steps.append(f"sent after {found.sent_after.total_seconds():.1f} s")
    if found.over_at is not None:
        end = "seen by nobody"
        if found.seen_after is not None:
            end = f"seen after {found.seen_after.total_seconds():.1f} s"
        steps.append(f"{end}, on rung {found.rung.name.lower().replace('_', ' ')}")
    for step in steps[len(said) :]:
        typer.echo(f"{name}: {step}")
    said[:] = steps
