import pytest

from domain.errors import Outdated
from domain.ids import AlertId
from domain.setbacks import Outcome
from handlers.callbacks.alerts import Resolved, ShowDetails
from handlers.callbacks.payload import unpack


def test_a_press_means_what_was_packed() -> None:
    for press in (ShowDetails(AlertId(2**63 - 1)), Resolved(AlertId(5), Outcome.TALKED)):
        assert press == unpack(press.pack())


@pytest.mark.parametrize(
    "data",
    [
        "",
        ":",
        "nothing",
        "al.show",
        "al.show:",
        "al.show:1:2",
        "al.show:A",
        "al.show: 1",
        "al.show:01",
        "al.show:1_0",
        "al.show:+1",
        "al.show:١",  # noqa: RUF001 a digit that int() takes
        "al.show:" + "z" * 50,
        "al.end:1:won",
        "al.end:1",
        "AL.SHOW:1",
    ],
)
def test_forged_data_is_an_old_button(data: str) -> None:
    with pytest.raises(Outdated):
        unpack(data)
