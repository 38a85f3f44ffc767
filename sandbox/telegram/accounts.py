"""Keep who has a Telegram account here: people and the bot. What they do is elsewhere."""

import dataclasses


@dataclasses.dataclass(eq=False)
class Account:
    """Hold one person's account; `has_started` is true once they wrote to the bot.

    Who does not `takes_voice` has switched voice messages off, which Premium accounts can.
    """

    id: int
    name: str
    username: str | None = None
    language_code: str = "en"
    blocked: bool = False
    deactivated: bool = False
    has_started: bool = False
    takes_voice: bool = True


@dataclasses.dataclass(eq=False)
class BotAccount:
    """Hold the bot's own account; without `reads_groups` it sees only what is meant for it in groups."""

    id: int
    token: str
    username: str
    name: str = "Tandem"
    reads_groups: bool = False
    is_logged_out: bool = False
