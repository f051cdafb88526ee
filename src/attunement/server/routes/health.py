"""``GET /healthz`` and ``GET /readyz``, for probes: no key is asked."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter

from attunement.server.service import Serving

router: Final = APIRouter()


@router.api_route("/healthz", methods=["GET", "HEAD"])
async def healthz() -> dict[str, Any]:
    """The process answers."""
    return {"status": "ok"}


@router.api_route("/readyz", methods=["GET", "HEAD"])
async def readyz(service: Serving) -> dict[str, Any]:
    """The store can be read and the models read a message; 503 or 500 otherwise."""
    parts = service.companion.parts
    await service.call(lambda: parts.store.get(service.tenant, "ready"))
    await service.call(lambda: parts.perceiver.read(["ready"]))
    return {"status": "ready"}
