"""The only reader of the environment: every setting, its default and what is wrong with it."""

import os
import re
from enum import StrEnum
from functools import cached_property
from ipaddress import IPv4Network, IPv6Network
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from leadhub.errors import SetupError
from leadhub.kit.scopes import Introspection


class Env(StrEnum):
    """Where this runs."""

    DEVELOPMENT = "development"
    STAGING = "staging"
    PRODUCTION = "production"


class Switch(StrEnum):
    """On or off."""

    ON = "on"
    OFF = "off"


class Settings(BaseSettings):
    """Read from `LEADHUB_...`; docs/settings.md says the same in a table."""

    model_config = SettingsConfigDict(env_prefix="LEADHUB_", extra="ignore", frozen=True)

    database_url: str | None = None
    owner_database_url: str | None = None
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
    trusted_proxies: Annotated[list[IPv4Network | IPv6Network], NoDecode] = []
    timeout_seconds: float = Field(10, gt=0, le=600)
    sign_in_limit: int = Field(10, ge=1)
    invitation_limit: int = Field(100, ge=1)
    smtp_url: str | None = None
    log_level: str = "INFO"

    @field_validator("trusted_proxies", mode="before")
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

    @field_validator("database_url", "owner_database_url")
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

    @model_validator(mode="after")
    def _pool_fits(self) -> "Settings":
        if self.pool_min > self.pool_max:
            raise ValueError("LEADHUB_POOL_MIN is greater than LEADHUB_POOL_MAX")
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
            raise SetupError(f"LEADHUB_{name.upper()} is not set; see docs/settings.md.")
        return str(value)


def load(**overrides: Any) -> Settings:
    """The settings of this process; raises SetupError with one line that names the wrong one."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"][:1])
        message = first["msg"].removeprefix("Value error, ")
        raise SetupError(f"LEADHUB_{name.upper()}: {message}" if name else message) from None


def environment(**overrides: str) -> dict[str, str]:
    """This process's environment for a child, with these settings in it."""
    return {**os.environ, **{f"LEADHUB_{name.upper()}": value for name, value in overrides.items()}}
