"""The only reader of the environment: every setting, its default and what is wrong with it."""

import os
import re
from datetime import timedelta
from enum import StrEnum
from functools import cached_property
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from leadhub.errors import SetupError
from leadhub.kit.scopes import Introspection

RETRIES = "1m,5m,30m,2h,5h,10h,10h"
_UNITS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}


def read_wait(text: str) -> timedelta:
    """A wait such as 90s, 5m or 2h; raises ValueError."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)", text)
    if found is None:
        raise ValueError("must be waits such as 1m,5m,30m,2h; units are ms, s, m, h and d")
    return timedelta(seconds=float(found[1]) * _UNITS[found[2]])


class Env(StrEnum):
    """Where this runs."""

    DEVELOPMENT = "development"
    STAGING = "staging"
    PRODUCTION = "production"


class Switch(StrEnum):
    """On or off."""

    ON = "on"
    OFF = "off"


class TrustedDocuments(StrEnum):
    """Which documents run: any, or only those that are published."""

    OFF = "off"
    ONLY = "only"


class Settings(BaseSettings):
    """Read from `LEADHUB_...`, or the files that `LEADHUB_..._FILE` name; docs/settings.md says the same in a table."""

    model_config = SettingsConfigDict(env_prefix="LEADHUB_", extra="ignore", frozen=True)

    database_url: str | None = None
    owner_database_url: str | None = None
    backup_database_url: str | None = None
    listen_url: str | None = None
    env: Env = Env.DEVELOPMENT
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    public_url: str | None = None
    metrics_port: int = Field(9100, ge=0, le=65535)
    pool_min: int = Field(2, ge=1, le=200)
    pool_max: int = Field(10, ge=1, le=200)
    signing_keys: str | None = None
    graphiql: Switch | None = None
    introspection: Switch | None = None
    trusted_documents: TrustedDocuments = TrustedDocuments.OFF
    allowed_origins: Annotated[list[str], NoDecode] = []
    trusted_proxies: Annotated[list[IPv4Network | IPv6Network], NoDecode] = []
    cost_limit: int = Field(5000, ge=1)
    cost_bucket: int = Field(10_000, ge=1)
    cost_restore: int = Field(500, ge=1)
    timeout_seconds: float = Field(10, gt=0, le=600)
    sign_in_limit: int = Field(10, ge=1)
    invitation_limit: int = Field(100, ge=1)
    capture_limit: int = Field(60, ge=1)
    event_retention_days: int = Field(90, ge=7)
    webhook_retries: Annotated[list[timedelta], NoDecode] = [read_wait(wait) for wait in RETRIES.split(",")]
    webhook_allow_loopback: Switch = Switch.OFF
    smtp_url: str | None = None
    traces_endpoint: str | None = None
    log_level: str = "INFO"

    @field_validator("webhook_retries", mode="before")
    @classmethod
    def _waits(cls, value: Any) -> Any:
        return [read_wait(wait.strip()) for wait in value.split(",")] if isinstance(value, str) else value

    @field_validator("allowed_origins", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return (
            [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        )

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
        return value.upper()

    @field_validator("allowed_origins")
    @classmethod
    def _origins(cls, value: list[str]) -> list[str]:
        for origin in value:
            if not re.fullmatch(r"https?://[^/\s*]+", origin):
                raise ValueError(
                    "must list origins such as https://app.example.com, without a path, each in full"
                )
        return [origin.lower() for origin in value]  # as browsers send them

    @field_validator("database_url", "owner_database_url", "backup_database_url", "listen_url")
    @classmethod
    def _database_address(cls, value: str | None) -> str | None:
        if value and not re.fullmatch(r"postgres(ql)?://[^/\s]+/[^/\s]+", value):
            raise ValueError("must look like postgres://user:password@host:5432/leadhub")
        return value

    @field_validator("public_url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"https?://[^/\s]+(/[^\s]*)?", value):
            raise ValueError("must look like https://leads.example.com")
        return value.rstrip("/") if value else value

    @field_validator("traces_endpoint")
    @classmethod
    def _collector_address(cls, value: str | None) -> str | None:
        if value and not re.fullmatch(r"https?://[^/\s]+(/[^\s]*)?", value):
            raise ValueError("must look like http://collector:4318")
        return value.rstrip("/") if value else None

    @model_validator(mode="after")
    def _pool_fits(self) -> "Settings":
        if self.pool_min > self.pool_max:
            raise ValueError("LEADHUB_POOL_MIN is greater than LEADHUB_POOL_MAX")
        return self

    @model_validator(mode="after")
    def _bucket_holds_the_limit(self) -> "Settings":
        if self.cost_limit > self.cost_bucket:
            raise ValueError("LEADHUB_COST_LIMIT is greater than LEADHUB_COST_BUCKET: nobody could spend it")
        return self

    @model_validator(mode="after")
    def _loopback_is_for_tests(self) -> "Settings":
        if self.is_production and self.webhook_allow_loopback is Switch.ON:
            raise ValueError("LEADHUB_WEBHOOK_ALLOW_LOOPBACK is for development; turn it off in production")
        return self

    @cached_property
    def issuer(self) -> str:
        """Who signs access tokens, and where links lead."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def is_production(self) -> bool:
        return self.env is Env.PRODUCTION

    @property
    def shows_graphiql(self) -> bool:
        return self.graphiql is Switch.ON or (self.graphiql is None and not self.is_production)

    @property
    def introspection_for(self) -> Introspection:
        """Nobody where it is off; in production signed-in callers alone."""
        if self.introspection is Switch.OFF:
            return Introspection.NOBODY
        return Introspection.SIGNED_IN if self.is_production else Introspection.EVERYBODY

    def need(self, name: str) -> str:
        """A setting that this command cannot do without; raises SetupError that names it."""
        value = getattr(self, name)
        if not value:
            raise SetupError(f"{_variable(name)} is not set; see docs/settings.md.")
        return str(value)


def load(**overrides: Any) -> Settings:
    """The settings of this process; raises SetupError with one line that names the wrong one."""
    try:
        return Settings(**_from_files() | overrides)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"][:1])
        message = first["msg"].removeprefix("Value error, ")
        raise SetupError(f"{_variable(name)}: {message}" if name else message) from None


def _variable(name: str) -> str:
    return f"LEADHUB_{name.upper()}"


def _from_files() -> dict[str, str]:
    """The settings that are given as files, without the newline that editors leave at the end."""
    named = {name: os.environ.get(f"{_variable(name)}_FILE") for name in Settings.model_fields}
    return {name: _read(_variable(name), path) for name, path in named.items() if path is not None}


def _read(variable: str, path: str) -> str:
    if variable in os.environ:
        raise SetupError(f"{variable} and {variable}_FILE are both set; set one of them.")
    try:
        return Path(path).read_text(encoding="utf-8").removesuffix("\n")
    except (OSError, ValueError) as error:
        # Never the content: of a file that is not UTF-8, the error's own text would hold some.
        reason = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        raise SetupError(f"{variable}_FILE: {path!r} cannot be read ({reason}).") from None


def environment(**overrides: str) -> dict[str, str]:
    """This process's environment for a child, with these settings in it."""
    given = {_variable(name): value for name, value in overrides.items()}
    inherited = {name: value for name, value in os.environ.items() if name.removesuffix("_FILE") not in given}
    return inherited | given
