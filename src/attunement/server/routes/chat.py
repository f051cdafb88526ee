"""``POST /v1/chat/completions``: answered by the composer."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from attunement.server.answering import completion, events
from attunement.server.asking import question, refuse_unsupported
from attunement.server.service import Serving
from attunement.server.wire import ChatRequest, Completion, Extension

router: Final = APIRouter()
_STREAM: Final = {"cache-control": "no-cache", "x-accel-buffering": "no"}


@router.post("/chat/completions", responses={200: {"model": Completion}})
async def chat(request: Request, body: ChatRequest, service: Serving) -> Response:
    """One turn, whole or as server-sent events.

    A composed reply is complete, checked and kept before its first word leaves, so that errors always
    come as a status and both forms give the same Turn.
    """
    refuse_unsupported(body)
    given = body.attunement or Extension()
    asked = question(body.messages, given, request, service.tenant, body.user)
    turn = await service.companion.run(asked)
    include = tuple(dict.fromkeys(given.include))
    if not body.stream:
        return JSONResponse(completion(turn, body.messages, include))
    with_usage = bool(body.stream_options and body.stream_options.include_usage)
    sent = events(turn, body.messages, include, with_usage)
    return StreamingResponse(sent, media_type="text/event-stream", headers=_STREAM)
