"""Describe people, messages and times as JSON for the page. It decides nothing and keeps nothing."""

import datetime as dt
import hashlib
from typing import Any

from sandbox.clock import STORY_ZONE
from sandbox.keeper import BotState
from sandbox.telegram.bubbles import Bubble, Button
from sandbox.telegram.person import WITHOUT_CAPTION
from sandbox.telegram.world import Person, World

Json = dict[str, Any]

_START = '<span class="bot_command">/start</span>'
"""What the app shows of opening a link: never the link's secret."""


def person_scene(world: World, person: Person, part: str) -> Json:
    """Describe a phone with everything on its screen; `part` is what its owner is in the story."""
    return {
        "id": person.id,
        "name": person.name,
        "part": part,
        "started": person.has_started,
        "blocked": person.blocked,
        "commands": person.commands,
        "messages": [bubble_scene(world, each) for each in person.chat],
        "bot": world.bot.name,
    }


def bubble_scene(world: World, bubble: Bubble) -> Json:
    """Describe one message."""
    return {
        "id": bubble.id,
        "chat": bubble.chat_id,
        "mine": not bubble.from_bot,
        "at": bubble.date.isoformat(),
        "html": _START if not bubble.from_bot and bubble.text.startswith("/start ") else bubble.html,
        "rows": [[_button_scene(each) for each in row] for row in bubble.buttons],
        "media": bubble.media,
        "file": _file_scene(world, bubble),
        "seconds": bubble.seconds,
        "edited": bubble.edited,
        "words": _words_to_edit(bubble),
        "replyTo": bubble.reply_to,
        "reactions": list(bubble.reactions),
        "protected": bubble.is_protected,
    }


def clock_scene(now: dt.datetime) -> Json:
    """Describe the time; the page lets it run on until the next word."""
    return {"now": now.isoformat(), "zone": STORY_ZONE.key}


def bot_scene(state: BotState, starts: int) -> Json:
    """Describe how the bot process stands."""
    return {"state": state.value, "starts": starts}


def _words_to_edit(bubble: Bubble) -> str | None:
    """Return what the owner can change; None where there is nothing, or it would show a link's secret."""
    if bubble.from_bot or bubble.media in WITHOUT_CAPTION or bubble.text.startswith("/start "):
        return None
    return bubble.caption if bubble.media else bubble.text


def _button_scene(button: Button) -> Json:
    return {
        "label": button.label,
        "data": button.data,
        "url": button.url,
        "copy": button.copy_text,
        "style": button.style,
    }


def _file_scene(world: World, bubble: Bubble) -> Json | None:
    content = bubble.photo or bubble.file
    message = world.chats[bubble.chat_id].messages.get(bubble.id)
    if content is None or message is None or message.media is None:
        return None
    # The digest tells a picture from the one it replaced, so that no browser shows the old one.
    digest = hashlib.sha256(content).hexdigest()[:12]
    return {
        "kind": "photo" if bubble.photo else message.media.kind,
        "name": message.media.file.name if message.media.file else "photo.png",
        "bytes": len(content),
        "url": f"/media/{bubble.chat_id}/{bubble.id}/{digest}",
    }
