"""Routes for tests of the bot: views that answer, fail, refuse or linger on command; they stand in for the real ones."""

import asyncio
import dataclasses

import pytest
from markupsafe import Markup

from domain.access import Audience
from domain.errors import NotUnderstood
from domain.messages import CheckInDue, CheckInReminder, RelayArrived, UrgentAlertRaised
from handlers import routes
from handlers.callbacks.checkins import StartCheckIn
from handlers.callbacks.crisis import HelpNow
from handlers.pictures.picture import Picture
from handlers.request import Button, Reply, Request, Screen, show
from handlers.route import CommandRoute, Notice, NoticeRoute, PressRoute, TypedRoute
from services.container import Services


@dataclasses.dataclass(frozen=True, slots=True)
class Undrawable(Picture):
    """A picture that cannot be drawn; registered under no kind of its own."""

    kind = "undrawable"

    def render(self) -> bytes:
        """Fail."""
        raise ZeroDivisionError


@dataclasses.dataclass
class Play:
    """What the views do, and what they have been asked."""

    served: list[str] = dataclasses.field(default_factory=list)
    failures: int = 0
    is_slow: bool = False
    is_undrawable: bool = False
    has_time: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)
    rendered: list[str] = dataclasses.field(default_factory=list)
    screen: Screen | None = None
    notice: str | None = None

    async def echo(self, request: Request, services: Services) -> Reply:
        """Say the same, anchored to the person's words."""
        del services
        self.served.append(request.text or "")
        if self.is_undrawable:
            return Reply((Screen(Markup("Your week"), picture=Undrawable()),))
        return show(
            Markup.escape(request.text or "nothing"), (Button("Again", StartCheckIn()),), anchor="echo"
        )

    async def broken(self, request: Request, services: Services) -> Reply:
        """Fail as often as planned after an effect that must not stay."""
        if request.actor is not None:
            await services.people.anchor(request.actor.person_id, "left behind", 1, request.now)
        if self.failures > 0:
            self.failures -= 1
            raise ZeroDivisionError
        return await self.echo(request, services)

    async def refusing(self, request: Request, services: Services) -> Reply:
        """Refuse after an effect that must not stay."""
        if request.actor is not None:
            await services.people.anchor(request.actor.person_id, "left behind", 1, request.now)
        raise NotUnderstood("checkins.not_a_number")

    async def pressed(self, request: Request, press: StartCheckIn, services: Services) -> Reply:
        """Count the presses."""
        del press, services, request
        if self.is_slow:
            await self.has_time.wait()
        self.served.append("press")
        return show(
            Markup("pressed {}").format(self.served.count("press")), anchor="echo", notice=self.notice
        )

    async def helped(self, request: Request, press: HelpNow, services: Services) -> Reply:
        """Say what follows a call for help."""
        del press
        return await self.sos(request, services)

    async def sos(self, request: Request, services: Services) -> Reply:
        """Say what follows a call for help."""
        del request, services
        self.served.append("sos")
        return Reply((Screen(Markup("I'm telling Fay now.")),), is_new=True)

    async def told(self, notice: Notice, message: object, services: Services) -> Screen | None:
        """Render any unasked message, or fail as often as planned."""
        del notice, services
        if self.failures > 0:
            self.failures -= 1
            raise ZeroDivisionError
        self.rendered.append(type(message).__name__)
        return self.screen


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Play:
    """Put the test's routes in the place of the real ones."""
    play = Play(screen=Screen(Markup("Time for your check-in."), anchor="checkin:1"))
    views = {"echo": play.echo, "broken": play.broken, "refuse": play.refusing, "sos": play.sos}
    monkeypatch.setattr(
        routes, "COMMANDS", tuple(CommandRoute(name, view, Audience.ANYONE) for name, view in views.items())
    )
    monkeypatch.setattr(
        routes,
        "PRESSES",
        (
            PressRoute(StartCheckIn, play.pressed, Audience.ANYONE),
            PressRoute(HelpNow, play.helped, Audience.ANYONE),
        ),
    )
    monkeypatch.setattr(routes, "TYPED", (TypedRoute(None, play.echo, Audience.ANYONE),))
    kinds = (CheckInDue, CheckInReminder, RelayArrived, UrgentAlertRaised)
    monkeypatch.setattr(routes, "NOTICES", tuple(NoticeRoute(kind, play.told) for kind in kinds))
    return play
