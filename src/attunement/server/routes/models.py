"""``GET /v1/models``: there is one."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from attunement.server.errors import ApiError
from attunement.server.wire import MODEL, Model, ModelList

router: Final = APIRouter()
_MADE: Final = 1_795_478_400
"""2026-11-24, when version 0.1 was made; clients sort by it."""


@router.get("/models")
async def models() -> ModelList:
    """The list of models."""
    return ModelList(data=[_attunement()])


@router.get("/models/{id:path}")
async def model(id: str) -> Model:
    """One model."""
    if id != MODEL:
        raise ApiError(404, f"there is one model, {MODEL!r}", param="model", code="model_not_found")
    return _attunement()


def _attunement() -> Model:
    return Model(id=MODEL, created=_MADE, owned_by=MODEL)
