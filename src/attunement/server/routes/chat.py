"""``POST /v1/chat/completions``: answered by an upstream, or by the composer."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from attunement.respond.backends.openai_compatible import Event
from attunement.respond.sse import DONE, event
from attunement.server.service import Serving
from attunement.server.streaming import EventStream
from attunement.server.talking import streamed, whole
from attunement.server.wire import ChatRequest, Completion

router: Final = APIRouter()


@router.post("/chat/completions", responses={200: {"model": Completion}})
async def chat(request: Request, body: ChatRequest, service: Serving) -> Response:
    """One turn, whole or as server-sent events.

    A composed reply is complete, checked and kept before its first word leaves, so that errors always
    come as a status and both forms give the same Turn. A model's reply is kept before its last event
    leaves; when the client leaves first, what was released is kept.
    """
    raw = await request.json()
    if not body.stream:
        document, headers = await whole(request, body, raw, service)
        return JSONResponse(document, headers=headers)
    events, headers = await streamed(request, body, raw, service)
    beat = service.settings.relay.heartbeat_s
    return EventStream(_bytes(events), beat, request.state.request_id, headers)


async def _bytes(events: AsyncGenerator[Event]) -> AsyncGenerator[bytes]:
    async with aclosing(events):
        async for one in events:
            yield event(one.raw)
    yield event(DONE)
