"""Settings: one typed tree, read once from the environment and passed in."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from attunement.errors import SettingsError


def data_folder() -> Path:
    """Where a person's data lies by default (XDG base directory specification)."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "attunement"


class ServerSettings(BaseSettings):
    """How ``attune serve`` listens."""

    model_config = SettingsConfigDict(env_prefix="ATTUNEMENT_SERVER_", extra="forbid")

    host: str = "127.0.0.1"
    port: int = Field(default=8765, ge=1, le=65535)
    api_key: str | None = None
    max_body_bytes: int = Field(default=2_000_000, ge=1_000)


class Settings(BaseSettings):
    """Everything that a deployment decides.

    Attributes:
        store: path of the SQLite file; "memory" keeps nothing on disk.
        tenant: name under which rows are kept.
        locale: BCP 47 tag used where the caller gives none.
        capabilities: acts that the deployment can really perform.
        seed: number that varies wording; the same seed gives the same replies.
        threads: threads of one model pass.
    """

    model_config = SettingsConfigDict(env_prefix="ATTUNEMENT_", extra="forbid")

    store: str = Field(default_factory=lambda: str(data_folder() / "attunement.db"))
    tenant: str = "local"
    locale: str = "en"
    capabilities: tuple[str, ...] = ()
    seed: int = 0
    threads: int = Field(default=1, ge=1, le=64)
    server: ServerSettings = Field(default_factory=lambda: ServerSettings())

    @property
    def store_path(self) -> Path | None:
        """Path of the store, None for memory."""
        return None if self.store == "memory" else Path(self.store).expanduser()


def load_settings(**overrides: object) -> Settings:
    """Read the environment, with overrides.

    Raises:
        SettingsError: a value cannot be used; names the setting.
    """
    try:
        return Settings(**{k: v for k, v in overrides.items() if v is not None})  # pyright: ignore
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"setting {name}: {first['msg']}") from None
