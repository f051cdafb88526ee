"""``POST /v1/read`` and ``POST /v1/check``: perception and the critics, each alone."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from fastapi import APIRouter, Request

from attunement.explain import reading_document
from attunement.server.asking import question
from attunement.server.service import Service, Serving
from attunement.server.wire import CheckRequest, Extension, ReadRequest
from attunement.turn import Reading

router: Final = APIRouter()
_BATCH: Final = 32
_SCHEMA: Final = 1


@router.post("/read")
async def read(body: ReadRequest, service: Serving) -> dict[str, Any]:
    """The readings of texts, in their order; nothing is kept."""
    readings: list[dict[str, Any]] = []
    for start in range(0, len(body.input), _BATCH):  # others get their turn between batches
        found = await _batch(service, body.input[start : start + _BATCH])
        readings += [reading_document(reading) for reading in found]
    return {"object": "list", "data": readings}


@router.post("/check")
async def check(request: Request, body: CheckRequest, service: Serving) -> dict[str, Any]:
    """The verdicts on a draft, whoever wrote it; nothing is kept."""
    given = Extension(
        person=body.person, conversation=body.conversation, locale=body.locale, context=body.context
    )
    asked = question(body.messages, given, request, service)
    turn = await service.companion.judge(asked, body.draft)
    return {"schema": _SCHEMA, "draft": body.draft, "verdicts": [asdict(v) for v in turn.verdicts]}


async def _batch(service: Service, texts: list[str]) -> tuple[Reading, ...]:
    return await service.call(lambda: service.companion.parts.perceiver.read(texts))
