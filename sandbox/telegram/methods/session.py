"""Let the bot log out of this server or close it. It stops no process."""

from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import State


def log_out(state: State, parameters: Parameters) -> bool:
    """End the bot's session here; every later call is refused until the world lets it in again."""
    del parameters
    state.bot.is_logged_out = True
    return True


def close(state: State, parameters: Parameters) -> bool:
    """Agree to close; a simulated server has nothing to hand over."""
    del state, parameters
    return True
