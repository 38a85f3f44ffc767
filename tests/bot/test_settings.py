import pathlib
import re

import pytest

from bot.setting_values import split_keys
from bot.settings import Settings, SettingsError, read, read_storage
from storage.vault import new_master_key

ROOT = pathlib.Path(__file__).parents[2]
KEY = "bm90IGEgc2VjcmV0OiBhIGtleSBtYWRlIGZvciB0ZXM="
LEAST = {"BOT_TOKEN": "4242:made-up", "ENCRYPTION_KEYS": KEY}
NOWHERE = "/nonexistent/.env"


def settings(**more: str) -> Settings:
    return read({**LEAST, **more}, NOWHERE)


def refusal(environ: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        read(environ, NOWHERE)
    return str(caught.value)


def test_the_least_is_a_token_and_a_key() -> None:
    read_settings = settings()

    assert read_settings.bot_id == 4242
    assert read_settings.bot_api_url == "https://api.telegram.org"
    assert read_settings.database_url.get_secret_value() == "sqlite+aiosqlite:///tandem.db"
    assert read_settings.tick_seconds == 10
    assert read_settings.http_listen == ""
    assert read_settings.webhook_url is None


@pytest.mark.parametrize("name", ["BOT_TOKEN", "ENCRYPTION_KEYS"])
def test_what_is_missing_is_named_with_its_cure(name: str) -> None:
    said = refusal({key: value for key, value in LEAST.items() if key != name})

    assert said.startswith(f"{name} is missing: ")


def test_a_missing_key_is_told_how_to_make_one() -> None:
    assert "tandem keys new" in refusal({"BOT_TOKEN": "4242:made-up"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "nonsense"),
        ("ENCRYPTION_KEYS", "c2hvcnQ="),
        ("ENCRYPTION_KEYS", f"{KEY},nonsense"),
        ("BOT_API_URL", "ftp://elsewhere"),
        ("DATABASE_URL", "mysql://elsewhere"),
        ("TICK_SECONDS", "soon"),
        ("TICK_SECONDS", "0"),
        ("WEBHOOK_LISTEN", "8080"),
        ("HTTP_LISTEN", "8081"),
        ("DEFAULT_COUNTRY", "USA"),
        ("CRISIS_LINES_CHECKED_ON", "lately"),
        ("LOG_LEVEL", "loud"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_cure(name: str, value: str) -> None:
    said = refusal({**LEAST, name: value})

    assert said.startswith(f"{name} cannot be used: ")
    assert "nonsense" not in said


def test_an_empty_value_is_not_set() -> None:
    assert settings(TICK_SECONDS="", WEBHOOK_URL=" ").tick_seconds == 10


def test_a_webhook_without_a_secret_is_refused() -> None:
    said = refusal({**LEAST, "WEBHOOK_URL": "https://bot.example"})

    assert said.startswith("WEBHOOK_SECRET is missing: ")


def test_a_secret_may_stand_in_a_file(tmp_path: pathlib.Path) -> None:
    (tmp_path / "token").write_text("77:from-a-file\n")

    found = read(
        {"BOT_TOKEN_FILE": str(tmp_path / "token"), "ENCRYPTION_KEYS": KEY},
        NOWHERE,
    )

    assert found.bot_id == 77


def test_a_secret_given_twice_is_refused(tmp_path: pathlib.Path) -> None:
    assert "both set" in refusal({**LEAST, "BOT_TOKEN_FILE": str(tmp_path / "token")})


def test_a_secret_file_that_is_not_there_is_named() -> None:
    said = refusal({"ENCRYPTION_KEYS": KEY, "BOT_TOKEN_FILE": "/nonexistent/token"})

    assert said.startswith("BOT_TOKEN_FILE cannot be read (/nonexistent/token: No such file")


def test_a_file_in_the_working_directory_is_read_and_the_environment_wins(tmp_path: pathlib.Path) -> None:
    (tmp_path / ".env").write_text(f"BOT_TOKEN=1:file\nENCRYPTION_KEYS={KEY}\nTICK_SECONDS=3\n")

    found = read({"BOT_TOKEN": "2:environment"}, tmp_path / ".env")

    assert (found.bot_id, found.tick_seconds) == (2, 3)


def test_the_first_of_several_keys_is_the_current_one() -> None:
    other = new_master_key()

    assert [other, KEY] == split_keys(settings(ENCRYPTION_KEYS=f"{other}, {KEY}").encryption_keys)


def test_no_secret_is_printed() -> None:
    shown = repr(settings(WEBHOOK_URL="https://bot.example", WEBHOOK_SECRET="s" * 32))

    assert "made-up" not in shown
    assert KEY not in shown
    assert "s" * 32 not in shown


def test_every_secret_is_known_to_the_log_and_no_common_word_is_cut_out_of_it() -> None:
    told = settings(
        WEBHOOK_URL="https://bot.example",
        WEBHOOK_SECRET="s" * 32,
        DATABASE_URL="postgresql://tandem:a-long-password@host/clinic",
    )

    assert {"4242:made-up", KEY, "s" * 32, "a-long-password"} == set(told.secrets)
    assert "bot" not in settings(DATABASE_URL="postgresql://tandem:bot@host/clinic").secrets


def test_the_database_alone_needs_no_token() -> None:
    assert "tandem.db" in read_storage({}, NOWHERE).database_url.get_secret_value()


def test_the_example_lists_exactly_the_settings() -> None:
    example = (ROOT / ".env.example").read_text()
    named = re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)

    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)
