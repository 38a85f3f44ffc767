import sys

import pytest

from bot import cli


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("run",),
        ("sandbox",),
        ("check",),
        ("db",),
        ("db", "upgrade"),
        ("group",),
        ("group", "create"),
        ("group", "list"),
        ("facilitator",),
        ("facilitator", "invite"),
        ("keys",),
        ("keys", "new"),
        ("measures",),
        ("measures", "list"),
        ("measures", "show"),
        ("measures", "confirm"),
        ("measures", "withdraw"),
    ],
)
def test_every_help_has_an_example(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["tandem", *command, "--help"])
    with pytest.raises(SystemExit) as ended:
        cli.main()

    assert ended.value.code == 0
    assert "Example: " in capsys.readouterr().out
