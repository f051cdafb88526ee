"""``GET /v1/models``: the composer, and what the upstreams have."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from attunement.server.errors import ApiError
from attunement.server.service import Service, Serving
from attunement.server.wire import MODEL, Model, ModelList

router: Final = APIRouter()
_MADE: Final = 1_795_478_400
"""2026-11-24, when version 0.1 was made; clients sort by it."""


@router.get("/models")
async def models(service: Serving) -> ModelList:
    """The list of models."""
    return ModelList(data=await _all(service))


@router.get("/models/{id:path}")
async def model(id: str, service: Serving) -> Model:
    """One model."""
    for found in await _all(service):
        if found.id == id:
            return found
    raise ApiError(
        404, "there is no such model; GET /v1/models lists them", param="model", code="model_not_found"
    )


async def _all(service: Service) -> list[Model]:
    found = [Model(id=MODEL, created=_MADE, owned_by=MODEL)]
    if service.relay is not None:
        targets = await service.relay.upstreams.listed()
        found += [
            Model(id=t.model, created=_MADE, owned_by=t.upstream.name) for t in targets if t.model != MODEL
        ]
    return found
