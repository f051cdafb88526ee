"""``GET /healthz`` and ``GET /readyz``, for probes: no key is asked."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter

from attunement.server.service import Serving

router: Final = APIRouter()


@router.head("/healthz", include_in_schema=False)
@router.get("/healthz")
async def healthz() -> dict[str, Any]:
    """The process answers."""
    return {"status": "ok"}


@router.head("/readyz", include_in_schema=False)
@router.get("/readyz")
async def readyz(service: Serving) -> dict[str, Any]:
    """The store can be read and the models read a message; 503 or 500 otherwise."""
    parts = service.companion.parts
    await service.call(lambda: parts.store.get(service.tenant, "ready"))
    await service.call(lambda: parts.perceiver.read(["ready"]))
    return {"status": "ready"}
