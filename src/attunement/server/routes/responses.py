"""``POST /v1/responses``: the same turns in the shape of the Responses API, stateless."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncGenerator
from contextlib import aclosing
from itertools import chain
from typing import Any, Final

from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import JSONResponse, Response

from attunement.respond.backends.openai_compatible import Event, as_event
from attunement.server.errors import problem
from attunement.server.responses_in import chat_body
from attunement.server.responses_out import Translator
from attunement.server.service import Serving
from attunement.server.streaming import EventStream
from attunement.server.talking import streamed, whole
from attunement.server.wire import ChatRequest, ResponsesRequest

router: Final = APIRouter()


@router.post("/responses")
async def responses(request: Request, body: ResponsesRequest, service: Serving) -> Response:
    """One turn, whole or as server-sent events; nothing of it can be referred to later."""
    raw: dict[str, Any] = await request.json()
    chat = chat_body(raw)
    if body.stream:
        chat["stream_options"] = {"include_usage": True}
    try:
        asked = ChatRequest.model_validate(chat)
    except ValidationError as error:
        found = problem(error.errors())
        found.param = "input" if (found.param or "").startswith("messages") else found.param
        raise found from None
    created = int(service.companion.parts.clock().timestamp())
    translator = Translator(raw, f"resp_{uuid.uuid4().hex}", created)
    if not body.stream:
        document, headers = await whole(request, asked, chat, service)
        return JSONResponse(_collected(translator, document), headers=headers)
    events, headers = await streamed(request, asked, chat, service)
    beat = service.settings.relay.heartbeat_s

    def failed(error: dict[str, Any]) -> bytes:
        return b"".join(_bytes(event) for event in translator.fail(error))

    return EventStream(_stream(translator, events), beat, request.state.request_id, headers, failed)


def _collected(translator: Translator, document: dict[str, Any]) -> dict[str, Any]:
    document_events = (translator.start(), translator.feed(as_event(document).data), translator.finish())
    *_, last = chain.from_iterable(document_events)
    return last["response"]


async def _stream(translator: Translator, events: AsyncGenerator[Event]) -> AsyncGenerator[bytes]:
    for event in translator.start():
        yield _bytes(event)
    async with aclosing(events):
        async for one in events:
            for event in translator.feed(one.data):
                yield _bytes(event)
    for event in translator.finish():
        yield _bytes(event)


def _bytes(event: dict[str, Any]) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode()
