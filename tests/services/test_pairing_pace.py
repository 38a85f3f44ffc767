import asyncio
import threading
from typing import Any

import pytest

from domain.access import SYSTEM
from domain.pair_drafts import Draft
from domain.pairing import Plan, plan
from services import proposing
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast


async def test_others_are_served_while_pairs_are_drawn(
    storage: Storage, container: Container, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """25 people with a long past take up to half a second on a busy machine: the loop must not stand still for it."""
    goes_on = threading.Event()

    def held(*given: Any) -> Plan:
        assert goes_on.wait(timeout=5)
        return plan(*given)

    monkeypatch.setattr(proposing, "plan", held)
    async with container.transaction() as services:
        asyncio.get_running_loop().call_later(0.01, goes_on.set)
        drawn = await proposing.Proposing(services._work, services.outbox).proposal(
            SYSTEM, cast.ana.group_id, Draft(), NOON
        )

    assert 1 == len(drawn.plan.matches)
