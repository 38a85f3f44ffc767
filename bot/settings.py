"""Reads the settings once, from the environment and `.env`; it starts nothing and has no second source of truth.

Each secret may instead stand in a file that ``NAME_FILE`` points to. An empty value counts as not set.
"""

import datetime as dt
import os
import pathlib
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, TypeVar

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from sqlalchemy import make_url

from bot.setting_values import (
    as_address,
    as_database,
    as_keys,
    as_mail_address,
    as_token,
    as_url,
    as_webhook_secret,
    split_keys,
    upper,
)

SECRETS: Final = ("BOT_TOKEN", "ENCRYPTION_KEYS", "WEBHOOK_SECRET", "DATABASE_URL", "SMTP_PASSWORD")
"""The settings that may be given as a file."""
ENV_FILE: Final = ".env"
SHORTEST_CUT: Final = 8
"""Characters of a secret that is cut out of the log; a shorter one would cut words to pieces."""
OFFICIAL_API: Final = "https://api.telegram.org"

_CURES: Final = {
    "BOT_TOKEN": "set it to the token that @BotFather gave you, for example 123456:ABC-DEF",
    "BOT_API_URL": f"set it to an http or https address, or leave it out for {OFFICIAL_API}",
    "DATABASE_URL": "set it to sqlite+aiosqlite:///tandem.db or postgresql://user:password@host/name",
    "ENCRYPTION_KEYS": "make a key with `tandem keys new` and put it there; keep a copy apart from the database",
    "TICK_SECONDS": "set it to a number of seconds from 0.1 to 60, or leave it out for 10",
    "WEBHOOK_URL": "set it to the https address at which Telegram reaches this bot, or leave it out to poll",
    "WEBHOOK_SECRET": "set it to 16 to 256 characters of A-Z a-z 0-9 _ - wherever WEBHOOK_URL is set",
    "WEBHOOK_CERT": "set it to the file with the certificate and those above it, together with WEBHOOK_KEY, or leave both out behind a proxy",
    "WEBHOOK_KEY": "set it to the file with the certificate's key, together with WEBHOOK_CERT",
    "WEBHOOK_LISTEN": "set it to host:port, for example 127.0.0.1:8080",
    "HTTP_LISTEN": "set it to host:port, for example 127.0.0.1:8081, or leave it out for no health page",
    "DEFAULT_COUNTRY": "set it to a country code of two letters, for example US",
    "CRISIS_LINES": "set it to a file with your own crisis lines, or leave it out",
    "CRISIS_LINES_CHECKED_ON": "set it to the date on which you called them, for example 2027-11-01, or leave it out",
    "SMTP_HOST": "set it to your mail server's name, or leave it out for no e-mail",
    "SMTP_PORT": "set it to a port, or leave it out for 587",
    "SMTP_USER": "set it to the name with which to log in there, or leave it out",
    "SMTP_PASSWORD": "set it wherever SMTP_USER is set",
    "SMTP_FROM": "set it to the address from which e-mail comes, wherever SMTP_HOST is set",
    "SMTP_TLS": "set it to starttls, tls or none",
    "LOG_LEVEL": "set it to DEBUG, INFO, WARNING or ERROR",
    "LOG_FORMAT": "set it to text or json",
}


class SettingsError(Exception):
    """The settings cannot be used; the message names each variable with its cure."""


Listen = Annotated[str, AfterValidator(as_address)]


class StorageSettings(BaseSettings):
    """What commands need that only touch the database."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", case_sensitive=False)

    database_url: Annotated[SecretStr, AfterValidator(as_database)] = SecretStr(
        "sqlite+aiosqlite:///tandem.db"
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(upper)] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take only what `read` has gathered."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)


class Settings(StorageSettings):
    """Everything that can be set; the names in capitals are a public contract."""

    bot_token: Annotated[SecretStr, AfterValidator(as_token)]
    bot_api_url: Annotated[str, AfterValidator(as_url)] = OFFICIAL_API
    encryption_keys: Annotated[SecretStr, AfterValidator(as_keys)]
    tick_seconds: Annotated[float, Field(ge=0.1, le=60)] = 10
    webhook_url: Annotated[str, AfterValidator(as_url)] | None = None
    webhook_secret: Annotated[SecretStr | None, AfterValidator(as_webhook_secret)] = None
    webhook_listen: Listen = "127.0.0.1:8080"
    webhook_cert: str = ""
    webhook_key: str = ""
    http_listen: Listen = ""
    default_country: Annotated[str, BeforeValidator(upper), Field(pattern=r"^[A-Z]{2}$")] = "US"
    crisis_lines: str = ""
    crisis_lines_checked_on: dt.date | None = None

    smtp_host: Annotated[str, Field(pattern=r"^[\w.:-]*$")] = ""
    smtp_port: Annotated[int, Field(ge=1, le=65535)] = 587
    smtp_user: str = ""
    smtp_password: SecretStr | None = None
    smtp_from: Annotated[str, AfterValidator(as_mail_address)] = ""
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"

    @model_validator(mode="after")
    def _is_whole(self) -> "Settings":
        missing = {
            "SMTP_FROM": self.smtp_host and not self.smtp_from,
            "SMTP_PASSWORD": self.smtp_user and self.smtp_password is None,
            "WEBHOOK_SECRET": self.webhook_url and self.webhook_secret is None,
            "WEBHOOK_KEY": self.webhook_cert and not self.webhook_key,
            "WEBHOOK_CERT": self.webhook_key and not self.webhook_cert,
        }
        for name in (name for name, is_missing in missing.items() if is_missing):
            raise ValueError(name)
        return self

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return everything that must never stand in a log: token, keys, the webhook's secret, the database's password."""
        password = make_url(self.database_url.get_secret_value()).password
        webhook_secret = self.webhook_secret and self.webhook_secret.get_secret_value()
        smtp_password = self.smtp_password and self.smtp_password.get_secret_value()
        found = (
            self.bot_token.get_secret_value(),
            *split_keys(self.encryption_keys),
            webhook_secret,
            smtp_password,
            password,
        )
        return tuple(secret for secret in found if secret and len(secret) >= SHORTEST_CUT)

    @property
    def bot_id(self) -> int:
        """Return the bot's own id, which its token begins with."""
        return int(self.bot_token.get_secret_value().partition(":")[0])


_S = TypeVar("_S", bound=StorageSettings)


def read(environ: Mapping[str, str] | None = None, env_file: str | pathlib.Path = ENV_FILE) -> Settings:
    """Read all settings.

    Raises:
        SettingsError: one is missing or cannot be used.
    """
    return _built(Settings, environ, env_file)


def read_storage(
    environ: Mapping[str, str] | None = None, env_file: str | pathlib.Path = ENV_FILE
) -> StorageSettings:
    """Read what is needed to reach the database.

    Raises:
        SettingsError: one cannot be used.
    """
    return _built(StorageSettings, environ, env_file)


def _built(kind: type[_S], environ: Mapping[str, str] | None, env_file: str | pathlib.Path) -> _S:
    values = _gathered(os.environ if environ is None else environ, env_file)
    try:
        return kind.model_validate({name.lower(): value for name, value in values.items()})
    except ValidationError as error:
        raise SettingsError(
            "\n".join(dict.fromkeys(_sentence(one, values) for one in error.errors()))
        ) from None


def _gathered(environ: Mapping[str, str], env_file: str | pathlib.Path) -> dict[str, str]:
    beside = {name.upper(): value or "" for name, value in dotenv_values(env_file).items()}
    present = {name: value.strip() for name, value in {**beside, **environ}.items() if value.strip()}
    values = {name: present[name] for name in _CURES if name in present}
    for name in SECRETS:
        path = present.get(f"{name}_FILE")
        if path is None:
            continue
        if name in values:
            raise SettingsError(f"{name} and {name}_FILE are both set; keep one of them.")
        values[name] = _secret_in(name, path)
    return {name: value for name, value in values.items() if value}


def _secret_in(name: str, path: str) -> str:
    try:
        return pathlib.Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text file"
        raise SettingsError(f"{name}_FILE cannot be read ({path}: {reason}).") from None


def _sentence(error: Any, values: Mapping[str, str]) -> str:
    # The model-wide rules have no location; their message is the variable's name.
    name = str(error["loc"][0] if error["loc"] else error["ctx"]["error"]).upper()
    what = "cannot be used" if name in values else "is missing"
    return f"{name} {what}: {_CURES[name]}."
