"""Settings: one typed tree, read once from the environment and passed in."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from attunement.errors import SettingsError


def data_folder() -> Path:
    """Where a person's data lies by default (XDG base directory specification)."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "attunement"


RelayMode = Literal["plain", "steer", "check", "candidates"]
"""What is done around a language model: nothing; instructions; and a check of every sentence; n drafts."""


def _url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", value):
        raise ValueError("write the address like http://127.0.0.1:11434/v1")
    return value.rstrip("/")


def _forwardable(names: tuple[str, ...]) -> tuple[str, ...]:
    lower = tuple(name.lower() for name in names)
    kept_back = ("authorization", "cookie", "host", "content-", "x-stainless-", "x-attunement-")
    for name in lower:
        if name.startswith(kept_back):
            raise ValueError(f"the header {name} is never forwarded")
    return lower


class Upstream(BaseModel):
    """One OpenAI-compatible server that language models answer from.

    Attributes:
        name: how fallbacks and the trace call it.
        url: its base address, up to and with ``/v1``.
        key_env: name of the environment variable that holds its key.
        models: the models it is asked for, the first by default; empty takes any name.
        weight: share of the calls where several upstreams have the model.
        fallbacks: upstreams to turn to, in order, when this one fails.
        drop_params: fields of a request that it refuses and that are left out.
        forward_headers: headers of the client that it gets to see.
        mode: what is done around its models, where neither call nor model says so.
        plain_models: models that are passed through untouched.
        instructions: where they stand: "split" (the steady part behind the client's system messages, the
            changing part before the last message, so that caches of the prefix hold), "merge" (all in the
            first system message, for templates that allow one), or "auto" (split until it is refused).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,64}$")]
    url: Annotated[str, AfterValidator(_url)]
    key_env: str | None = None
    models: tuple[str, ...] = ()
    weight: float = Field(default=1.0, gt=0)
    fallbacks: tuple[str, ...] = ()
    drop_params: tuple[str, ...] = ()
    forward_headers: Annotated[tuple[str, ...], AfterValidator(_forwardable)] = ()
    mode: RelayMode | None = None
    plain_models: tuple[str, ...] = ()
    instructions: Literal["auto", "split", "merge"] = "auto"

    @property
    def key(self) -> str | None:
        """The key, from the environment at this moment; it is kept in no setting."""
        return os.environ.get(self.key_env) if self.key_env else None


class RelaySettings(BaseSettings):
    """How calls of language models are relayed.

    Attributes:
        mode: what is done around a model by default.
        budget_ms: the first words of a reply are to leave within this time; None sets no such limit.
        connect_s: time to reach an upstream.
        first_s: time until its first word.
        idle_s: longest silence between two events.
        total_s: time for a whole reply.
        retries: attempts after the first, for each upstream.
        rest_s: how long an upstream that failed is tried last.
        heartbeat_s: silence after which a streaming client gets an SSE comment.
        rewrite_s: time for the rewrite of one sentence.
        drafts: drafts of the mode "candidates".
        composer: whether the composer answers when every upstream has failed.
    """

    model_config = SettingsConfigDict(env_prefix="ATTUNEMENT_RELAY_", extra="forbid")

    mode: RelayMode = "steer"
    budget_ms: int | None = Field(default=None, ge=1)
    connect_s: float = Field(default=5.0, gt=0)
    first_s: float = Field(default=60.0, gt=0)
    idle_s: float = Field(default=30.0, gt=0)
    total_s: float = Field(default=300.0, gt=0)
    retries: int = Field(default=1, ge=0, le=5)
    rest_s: float = Field(default=5.0, ge=0)
    heartbeat_s: float = Field(default=10.0, gt=0)
    rewrite_s: float = Field(default=8.0, gt=0)
    drafts: int = Field(default=3, ge=2, le=8)
    composer: bool = True


class ServerSettings(BaseSettings):
    """How ``attune serve`` listens.

    Attributes:
        host: address to listen on.
        port: port to listen on.
        api_key: what clients must send; None lets all in.
        max_body_bytes: largest request.
        trust_client_headers: whether a recognised client's unsigned header may name the person.
        identity_secret: with it, a person counts only in the header x-attunement-person, signed by
            x-attunement-signature (HMAC-SHA256, hex).
    """

    model_config = SettingsConfigDict(env_prefix="ATTUNEMENT_SERVER_", extra="forbid")

    host: str = "127.0.0.1"
    port: int = Field(default=8765, ge=1, le=65535)
    api_key: str | None = Field(default=None, repr=False)
    max_body_bytes: int = Field(default=2_000_000, ge=1_000)
    trust_client_headers: bool = False
    identity_secret: str | None = Field(default=None, min_length=8, repr=False)


class Settings(BaseSettings):
    """Everything that a deployment decides.

    Attributes:
        store: path of the SQLite file; "memory" keeps nothing on disk.
        tenant: name under which rows are kept.
        locale: BCP 47 tag used where the caller gives none.
        capabilities: acts that the deployment can really perform.
        seed: number that varies wording; the same seed gives the same replies.
        threads: threads of one model pass.
        llm: address of one OpenAI-compatible server, the short form of ``upstreams``.
        model: the model asked for there.
        llm_key_env: name of the environment variable that holds its key.
        upstreams: servers that language models answer from; none means that the composer answers.
        relay: how their calls are relayed.
    """

    model_config = SettingsConfigDict(env_prefix="ATTUNEMENT_", extra="forbid")

    store: str = Field(default_factory=lambda: str(data_folder() / "attunement.db"))
    tenant: str = "local"
    locale: str = "en"
    capabilities: tuple[str, ...] = ()
    seed: int = 0
    threads: int = Field(default=1, ge=1, le=64)
    llm: Annotated[str, AfterValidator(_url)] | None = None
    model: str | None = None
    llm_key_env: str = "ATTUNEMENT_LLM_KEY"
    upstreams: tuple[Upstream, ...] = ()
    relay: RelaySettings = Field(default_factory=lambda: RelaySettings())
    server: ServerSettings = Field(default_factory=lambda: ServerSettings())

    @model_validator(mode="after")
    def _names_fit(self) -> Settings:
        names = [u.name for u in self.all_upstreams]
        if len(set(names)) < len(names):
            raise ValueError("two upstreams have the same name")
        for upstream in self.upstreams:
            for name in upstream.fallbacks:
                if name not in names:
                    raise ValueError(f"upstream {upstream.name} falls back to {name}, which is not defined")
        if self.model is not None and self.llm is None:
            raise ValueError("a model is named without the address of its server (llm)")
        return self

    @property
    def all_upstreams(self) -> tuple[Upstream, ...]:
        """``llm`` and ``model`` first, where they are given, then ``upstreams``."""
        if self.llm is None:
            return self.upstreams
        models = (self.model,) if self.model else ()
        return (Upstream(name="llm", url=self.llm, key_env=self.llm_key_env, models=models), *self.upstreams)

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
        name = ".".join(str(part) for part in first["loc"]) or "upstreams"
        raise SettingsError(f"setting {name}: {first['msg'].removeprefix('Value error, ')}") from None
