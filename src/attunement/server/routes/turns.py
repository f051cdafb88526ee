"""``/v1/turns/{id}``: what was kept, why it was said, and how it was liked."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from fastapi import APIRouter

from attunement.explain import explain, turn_document
from attunement.server.errors import ApiError
from attunement.server.service import Service, Serving
from attunement.server.wire import FeedbackRequest
from attunement.turn import Turn

router: Final = APIRouter()
_SCHEMA: Final = 1


@router.get("/turns/{id}")
async def turn(id: str, service: Serving) -> dict[str, Any]:
    """A kept Turn as ``attune reply --json`` prints it, with the message it answered."""
    kept = await _kept(service, id)
    return {**turn_document(kept), "message": kept.message}


@router.get("/turns/{id}/why")
async def why(id: str, service: Serving) -> dict[str, Any]:
    """The reasons of a reply, taken from its Turn: lists of plain lines by stage."""
    kept = await _kept(service, id)
    return {"schema": _SCHEMA, "turn_id": kept.id, "why": asdict(explain(kept))}


@router.post("/turns/{id}/feedback")
async def feedback(id: str, body: FeedbackRequest, service: Serving) -> dict[str, Any]:
    """Keep a person's judgement of a reply."""
    kept = await _kept(service, id)
    noted = await service.call(
        lambda: service.companion.feedback(kept.id, body.value, body.reason, service.tenant)
    )
    return {
        "schema": _SCHEMA, "feedback_id": noted, "turn_id": kept.id, "value": body.value,
        "reason": body.reason,
    }  # fmt: skip


async def _kept(service: Service, id: str) -> Turn:
    """The Turn of an id, which may have the prefix that completions have."""
    bare = id.removeprefix("chatcmpl-")
    found = await service.call(lambda: service.companion.turn(bare, service.tenant))
    if found is None:
        raise ApiError(
            404, "no such turn is kept; turns are kept where a conversation is named", param="id",
            code="turn_not_found",
        )  # fmt: skip
    return found
