"""What the routes share: the Companion, the settings, and the tenant of the deployment's key."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from attunement.companion import Companion
from attunement.relay.relay import Relay
from attunement.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Service:
    """One deployment.

    Attributes:
        companion: answers and judges.
        settings: what the operator decided.
        tenant: where the persons of this deployment's key are kept.
        pool: bounded threads for calls that compute or read the store.
        relay: answers from language models; None where no upstream is set.
    """

    companion: Companion
    settings: Settings
    tenant: str
    pool: Executor
    relay: Relay | None = None

    async def call(self, work: Callable[[], T]) -> T:
        """The result of ``work``, without holding up the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self.pool, work)


def tenant_of(settings: Settings) -> str:
    """The tenant of the settings; with an API key, one of its own for each key.

    The same person id under two keys is therefore two persons, and another key sees nothing of them.
    """
    key = settings.server.api_key
    if key is None:
        return settings.tenant
    digest = hashlib.sha256(b"attunement tenant\x00" + key.encode()).hexdigest()
    return f"{settings.tenant}.{digest[:12]}"


async def _service(request: Request) -> Service:
    return request.app.state.service


Serving = Annotated[Service, Depends(_service)]
"""The parameter by which a route gets its Service."""
