"""Hold what the page shows: who is there, how far the story is, how the bot stands. It knows no HTTP."""

import asyncio
import datetime as dt
import time

from sandbox import peek
from sandbox.ground import Ground
from sandbox.guide import Deed, DeedKind, Guide, kinds
from sandbox.keeper import BotState
from sandbox.network import Network
from sandbox.places import PLACES
from sandbox.scene import Json, bot_scene, bubble_scene, clock_scene, person_scene
from sandbox.stream import Stream, packed_event
from sandbox.telegram.world import Event, EventKind, Person
from sandbox.travel import Leg

_REPLY_SECONDS = 2.0
_LATE_REPLY_SECONDS = 0.4
"""A message is a reply for so long after somebody did something; the shorter once there has been one."""
_WAITS_POLL_SECONDS = 0.5
_SHOWN_MESSAGES = (EventKind.MESSAGE, EventKind.EDITED, EventKind.REACTION)


class Stage:
    """Pass everything visible on to the open pages, and what is done on the pages on to the people."""

    def __init__(self, guide: Guide) -> None:
        self.stream = Stream()
        self.guide = guide
        self.parts: dict[int, str] = {}
        self.links: dict[int, str] = {}
        self.setting = "Starting"
        self.network = Network.FINE
        self._ground: Ground | None = None
        self._acted_at: dict[int, float] = {}
        self._answered: set[int] = set()
        self._leg: Leg | None = None
        self._waits: Json = {}

    @property
    def ground(self) -> Ground:
        """Return the sandbox beneath."""
        assert self._ground is not None  # noqa: S101  `stand_on` comes before anything else
        return self._ground

    def stand_on(self, ground: Ground) -> None:
        """Begin to show this sandbox."""
        self._ground = ground
        ground.world.on_change(self._changed)

    def picture(self) -> bytes:
        """Return everything that a page needs to begin with."""
        ground = self.ground
        return packed_event(
            "picture",
            {
                "clock": clock_scene(ground.clock.now()),
                "bot": bot_scene(ground.bot.state, ground.bot.starts),
                "network": {"how": self.network},
                "username": ground.world.bot.username,
                "people": [self._person(ground.world.people[each]) for each in self.parts],
                "guide": self.guide.scene(),
                "leg": _leg_scene(self._leg),
                "waits": self._waits,
                "setting": self.setting,
                "places": list(PLACES),
            },
        )

    def add_person(self, person: Person, part: str) -> None:
        """Put a phone on the page."""
        self.parts[person.id] = part
        self.stream.tell("person", self._person(person))

    def give_link(self, person: Person, url: str) -> None:
        """Lay a link beside somebody's phone, as if it had come by letter."""
        self.links[person.id] = url
        self.stream.tell("person", self._person(person))

    def tell_setting(self, setting: str) -> None:
        """Say what is being prepared; an empty text means that the page is ready to be played on."""
        self.setting = setting
        self.stream.tell("setting", setting)

    def tell_bot(self, state: BotState) -> None:
        """Say how the bot process stands."""
        self.stream.tell("bot", bot_scene(state, self.ground.bot.starts if self._ground else 0))

    def tell_network(self, network: Network) -> None:
        """Say how the network between the bot and Telegram is."""
        self.network = network
        self.stream.tell("network", {"how": network})

    def tell_leg(self, leg: Leg) -> None:
        """Say how far time has travelled."""
        self._leg = None if leg.is_over else leg
        # Whatever comes while time passes, nobody asked for.
        self._acted_at.clear()
        self.stream.tell("leg", _leg_scene(self._leg))
        self.stream.tell("clock", clock_scene(self.ground.clock.now()))

    def done(self, person: Person, kind: DeedKind, what: frozenset[str]) -> None:
        """Take note of what somebody is about to do on the page."""
        self._acted_at[person.id] = time.monotonic()
        self._answered.discard(person.id)
        if kind is DeedKind.OPENED and person.id in self.links:
            del self.links[person.id]
            self.stream.tell("person", self._person(person))
        self._guide(Deed(person.name, kind, what))

    def travelled(self) -> None:
        """Take note that time has passed."""
        self._guide(Deed("", DeedKind.TRAVELLED))

    def next_check_in_at(self) -> dt.datetime | None:
        """Return when the next check-in is due; None when none is planned."""
        return peek.look(self.ground.database).next_check_in_at

    async def watch_waits(self) -> None:
        """Count what waits for as long as a page is open."""
        while True:
            if self.stream.is_watched:
                waits = await asyncio.to_thread(peek.look, self.ground.database)
                at_telegram = len(self.ground.world.queue.pending(self.ground.world.now))
                due = waits.next_check_in_at
                self._tell_waits(
                    {
                        "telegram": at_telegram,
                        "inbox": waits.inbox,
                        "outbox": waits.outbox,
                        "nextCheckIn": due and due.isoformat(),
                    }
                )
            await asyncio.sleep(_WAITS_POLL_SECONDS)

    def _changed(self, event: Event) -> None:
        if event.kind is EventKind.PROFILE:
            self._refresh(*self.parts)
        if event.chat_id not in self.parts:
            return
        if event.message is not None and event.kind in _SHOWN_MESSAGES:
            self._show_message(event)
        elif event.kind is EventKind.DELETED and event.message is not None:
            self.stream.tell("deleted", {"chat": event.chat_id, "id": event.message.id})
        elif event.kind is EventKind.TOAST and event.toast is not None:
            toast = event.toast
            self.stream.tell("toast", {"chat": toast.user_id, "text": toast.text, "isAlert": toast.is_alert})
        elif event.kind is EventKind.ACTION:
            self.stream.tell("action", {"chat": event.chat_id, "action": event.action})
        elif event.kind is EventKind.MEMBERSHIP:
            self._refresh(event.chat_id)

    def _refresh(self, *people: int) -> None:
        for each in people:
            self.stream.tell("person", self._person(self.ground.world.people[each]))

    def _show_message(self, event: Event) -> None:
        bubble = event.message
        assert bubble is not None  # noqa: S101  the caller looked
        is_unasked = event.kind is EventKind.MESSAGE and bubble.from_bot and not self._is_reply(event.chat_id)
        self.stream.tell("message", {**bubble_scene(self.ground.world, bubble), "unasked": is_unasked})
        if bubble.from_bot:
            self._answered.add(event.chat_id)
            seen = kinds(button.data for row in bubble.buttons for button in row)
            self._guide(Deed(self.ground.world.people[event.chat_id].name, DeedKind.SAW, seen))

    def _is_reply(self, person_id: int) -> bool:
        seconds = _LATE_REPLY_SECONDS if person_id in self._answered else _REPLY_SECONDS
        return time.monotonic() - self._acted_at.get(person_id, -seconds) < seconds

    def _guide(self, deed: Deed) -> None:
        if self.guide.take(deed):
            self.stream.tell("guide", self.guide.scene())

    def _person(self, person: Person) -> Json:
        scene = person_scene(self.ground.world, person, self.parts[person.id])
        return {**scene, "link": self.links.get(person.id)}

    def _tell_waits(self, waits: Json) -> None:
        if waits != self._waits:
            self._waits = waits
            self.stream.tell("waits", waits)


def _leg_scene(leg: Leg | None) -> Json | None:
    if leg is None:
        return None
    whole = (leg.target - leg.began_at).total_seconds() or 1.0
    return {"share": round((leg.now - leg.began_at).total_seconds() / whole, 3)}
