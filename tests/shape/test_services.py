import inspect

import pytest

from services import care_services, container, partner_services, ways_out
from services.care_services import CareServices
from services.container import Services
from services.partner_services import PartnerServices
from services.ways_out import WaysOut

PARTS = (container, partner_services, care_services, ways_out)
USE_CASES = sorted(
    {
        kind
        for part in PARTS
        for kind in vars(part).values()
        if inspect.isclass(kind) and kind.__module__.startswith("services.")
    }
    - {Services, PartnerServices, CareServices, WaysOut, container.Container, container.Surroundings},
    key=lambda kind: kind.__name__,
)
GIVEN = {"self", "work", "outbox", "alarm", "bot_username"}
"""One transaction, and of the other services only the way out and the way to raise an alert."""


@pytest.mark.parametrize("use_cases", USE_CASES, ids=lambda kind: kind.__name__)
def test_of_other_services_one_is_given_only_outbox_and_alarm(use_cases: type) -> None:
    assert set(inspect.signature(use_cases.__init__).parameters) <= GIVEN


def test_every_service_is_looked_at() -> None:
    assert len(USE_CASES) == sum(
        isinstance(one, container.cached_property)
        for part in (Services, PartnerServices, CareServices, WaysOut)
        for one in vars(part).values()
    )
