"""The table of everything that a person can do and everything that they can be sent, with who may."""

from handlers.route import CommandRoute, NoticeRoute, PressRoute, TypedRoute

COMMANDS: tuple[CommandRoute, ...] = ()

PRESSES: tuple[PressRoute, ...] = ()

TYPED: tuple[TypedRoute, ...] = ()

NOTICES: tuple[NoticeRoute, ...] = ()
