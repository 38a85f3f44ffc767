"""What the visitor can make of the network between the bot and Telegram; the server does it."""

import enum

from sandbox.telegram.faults import Faults


class Network(enum.StrEnum):
    """How the network is."""

    FINE = "fine"
    SLOW = "slow"
    FAILING = "failing"
    AWAY = "away"


def make(faults: Faults, network: Network) -> None:
    """Let the network be like this from now on, and no other way."""
    faults.clear()
    if network is Network.SLOW:
        faults.slow(1.0, 4.0)
    elif network is Network.FAILING:
        faults.some(0.3)
    elif network is Network.AWAY:
        faults.outage(on=True)
