import inspect

import pytest

from services import container, partner_services
from services.container import Services
from services.partner_services import PartnerServices

USE_CASES = sorted(
    {
        kind
        for kind in (vars(container) | vars(partner_services)).values()
        if inspect.isclass(kind) and kind.__module__.startswith("services.")
    }
    - {Services, PartnerServices, container.Container, container.Surroundings},
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
        for one in (vars(Services) | vars(PartnerServices)).values()
    )
