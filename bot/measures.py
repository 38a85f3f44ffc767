"""Does what the operator's commands about questionnaires ask for; it shows wordings and switches, never an answer."""

import asyncio
from collections.abc import Iterator

import typer

from bot.clock import SystemClock
from bot.commands import container_of
from bot.operator import WRONG_USE, OperatorError
from bot.settings import Settings, read
from domain.instruments.catalogue import VERSIONS
from domain.instruments.version import Version
from services.instruments import Listed


def listed() -> None:
    """Print every version on a line of its own."""
    asyncio.run(_listed(read()))


def show(instrument: str) -> None:
    """Print all of one version; it needs no database."""
    version = VERSIONS.get(instrument)
    if version is None:
        raise OperatorError(
            f"There is no questionnaire called {instrument}. See: tandem measures list", WRONG_USE
        )
    for line in (*_head(version), *_items(version), *_scoring(version)):
        typer.echo(line)


def confirm(instrument: str) -> None:
    """Switch a version on."""
    version = asyncio.run(_chosen(read(), instrument, is_on=True))
    typer.echo(f"{version.id} may be offered from now on. By this you say that you compared its words with")
    typer.echo("the publisher's form (tandem measures show) and that its terms allow your use:")
    for line in _terms(version):
        typer.echo(line)


def withdraw(instrument: str) -> None:
    """Switch a version off."""
    version = asyncio.run(_chosen(read(), instrument, is_on=False))
    typer.echo(f"{version.id} is not offered any more. What was begun can be finished.")


async def _listed(settings: Settings) -> None:
    async with container_of(settings, "") as container, container.transaction() as services:
        every = await services.instruments.listed()
    for one in every:
        typer.echo(
            "\t".join(
                (
                    one.version.id,
                    one.version.language,
                    _wording(one.version),
                    _standing(one),
                    _source(one.version),
                )
            )
        )


async def _chosen(settings: Settings, instrument: str, *, is_on: bool) -> Version:
    now = SystemClock().now()
    async with container_of(settings, "") as container, container.transaction() as services:
        choose = services.instruments.confirm if is_on else services.instruments.withdraw
        return await choose(instrument, now)


def _wording(version: Version) -> str:
    return "verified" if version.is_verified else f"not verified: {', '.join(version.unverified)}"


def _standing(one: Listed) -> str:
    match one.choice:
        case True:
            return "on: confirmed"
        case False:
            return "off: withdrawn"
        case _:
            return "on" if one.is_in_use else "off: needs your confirmation"


def _source(version: Version) -> str:
    limits = " (non-commercial use only)" if "NON-COMMERCIAL" in version.licence else ""
    return f"{version.edition}{limits}. {version.attribution}"


def _head(version: Version) -> Iterator[str]:
    yield f"{version.id} · {version.title} · {version.edition} · {version.language}"
    yield f"Wording: {_wording(version)}; sources read on {version.read_on}"
    yield from _terms(version)
    if version.differences:
        yield f"Differences between sources: {version.differences}"
    for source in version.sources:
        yield f"Source: {source}"
    if version.instruction:
        yield f"Instruction (not shown to people): {version.instruction}"
    if version.stem:
        yield f"Stem: {version.stem}"


def _terms(version: Version) -> Iterator[str]:
    yield f"Printed with it: {version.attribution}"
    yield f"Terms: {version.licence}"
    if version.licence_note:
        yield f"Note: {version.licence_note}"


def _items(version: Version) -> Iterator[str]:
    for question in version.questions:
        if question.lead:
            yield f"   {question.lead}"
        mark = "" if question.is_verified else " [not verified]"
        yield f"{question.number}. {question.text}{mark}"
        if question.help:
            yield f"   {question.help}"
        yield "   " + " | ".join(f"{option.value} {option.text}" for option in question.options)


def _scoring(version: Version) -> Iterator[str]:
    scoring = version.scoring
    if scoring.has_total:
        yield f"Total: {scoring.lowest} to {scoring.highest}. {scoring.rule or ''}".rstrip()
    for part in scoring.parts:
        yield f"Part {part.name}: {', '.join(part.items)}; {part.lowest} to {part.highest}"
    for band in version.bands:
        yield f"Band: {band.lowest} to {band.highest} {band.label}"
    for cutoff in version.cutoffs:
        mark = "" if cutoff.is_verified else " [not verified]"
        yield f"Cut-off: {cutoff.on} {cutoff.bound} {cutoff.value}: {cutoff.meaning}{mark}"
