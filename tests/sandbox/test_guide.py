from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.pairing import PairAccepted
from sandbox.guide import Deed, DeedKind, Guide, Step, kinds, opened, saw, tapped

STEPS = (
    Step("open", ("Dana",), "Open", "…", (opened("Dana"),)),
    Step(
        "yes", ("Ana", "Ben"), "Both say yes", "…", (tapped("Ana", PairAccepted), tapped("Ben", PairAccepted))
    ),
    Step("told", ("Ana",), "Told", "…", (saw("Ana", HelpNow),), after=("yes",)),
)


def done(guide: Guide) -> list[str]:
    return [step["key"] for step in guide.scene() if step["done"]]


def test_a_step_is_ticked_off_when_it_happens_in_whatever_order() -> None:
    guide = Guide(STEPS)

    assert guide.take(Deed("Ana", DeedKind.TAPPED, frozenset({"pr.yes"})))
    assert guide.take(Deed("Ben", DeedKind.TAPPED, frozenset({"pr.yes"})))
    assert ["yes"] == done(guide)


def test_a_step_of_two_waits_for_both() -> None:
    guide = Guide(STEPS)
    guide.take(Deed("Ana", DeedKind.TAPPED, frozenset({"pr.yes"})))

    assert [] == done(guide)
    assert (1, 2) == (guide.scene()[1]["met"], guide.scene()[1]["goals"])


def test_a_step_that_comes_after_another_does_not_count_before_it() -> None:
    guide = Guide(STEPS)

    assert not guide.take(Deed("Ana", DeedKind.SAW, frozenset({"sos"})))
    assert [] == done(guide)


def test_what_others_do_ticks_off_nothing() -> None:
    guide = Guide(STEPS)

    assert not guide.take(Deed("Ben", DeedKind.OPENED))
    assert not guide.take(Deed("Dana", DeedKind.SENT, frozenset({"/pair"})))


def test_the_kind_of_a_button_is_what_stands_before_its_ids() -> None:
    assert frozenset({"al.open", "sos"}) == kinds(["al.open:3f:1", "sos", None])
