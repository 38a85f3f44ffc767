"""Looks up which view serves what somebody did, and whether that person may; it calls none of them."""

import dataclasses
from collections.abc import Iterable

from domain.access import Actor, Audience
from domain.errors import Outdated
from domain.messages import Message
from handlers.callbacks.payload import Press
from handlers.route import CommandRoute, NoticeRoute, NoticeView, PressRoute, TypedRoute
from handlers.system import not_for


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """All routes by what leads to them."""

    commands: dict[str, CommandRoute]
    presses: dict[type[Press], PressRoute]
    typed: dict[str | None, TypedRoute]
    notices: dict[type[Message], NoticeView]

    def press(self, press: Press) -> PressRoute:
        """Return the route of a press.

        Raises:
            Outdated: this version has no such button any more.
        """
        try:
            return self.presses[type(press)]
        except KeyError:
            raise Outdated("system.old_button") from None


def table(
    commands: Iterable[CommandRoute] = (),
    presses: Iterable[PressRoute] = (),
    typed: Iterable[TypedRoute] = (),
    notices: Iterable[NoticeRoute] = (),
) -> Table:
    """Return the table of these routes."""
    return Table(
        commands={route.name: route for route in commands},
        presses={route.press: route for route in presses},
        typed={route.dialogue: route for route in typed},
        notices={route.message: route.view for route in notices},
    )


def admit(actor: Actor | None, audience: Audience) -> None:
    """Let a person through to a route, the only check by role.

    Raises:
        NotAllowed: the route is not for this person.
    """
    if audience is not Audience.ANYONE and (actor is None or not actor.belongs_to(audience)):
        raise not_for(audience, is_stranger=not is_known(actor))


def is_known(actor: Actor | None) -> bool:
    """Tell whether somebody has a seat in any group; whoever has none is a stranger."""
    return actor is not None and bool(actor.seats)
