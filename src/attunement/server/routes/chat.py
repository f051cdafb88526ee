"""``POST /v1/chat/completions``: answered by an upstream, or by the composer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from attunement.relay.call import Call, Composed, Streamed
from attunement.relay.relay import Relay
from attunement.respond.sse import DONE, event
from attunement.server.answering import completion, events, included
from attunement.server.asking import call, question, refuse_unsupported
from attunement.server.service import Service, Serving
from attunement.server.streaming import HEADERS, EventStream, unless_gone
from attunement.server.wire import MODEL, ChatRequest, Completion, Extension, Part

router: Final = APIRouter()


@router.post("/chat/completions", responses={200: {"model": Completion}})
async def chat(request: Request, body: ChatRequest, service: Serving) -> Response:
    """One turn, whole or as server-sent events.

    A composed reply is complete, checked and kept before its first word leaves, so that errors always
    come as a status and both forms give the same Turn. A model's reply is kept before its last event
    leaves; when the client leaves first, what was released is kept.
    """
    if service.relay is not None and body.model != MODEL:
        return await _relayed(request, body, service, service.relay)
    refuse_unsupported(body)
    given = body.attunement or Extension()
    users = (body.safety_identifier, body.user)
    asked = question(body.messages, given, request, service, users)
    turn = await service.companion.run(asked)
    if not body.stream:
        return JSONResponse(completion(turn, body.messages, _parts(body)))
    sent = events(turn, body.messages, _parts(body), _usage(body))
    return StreamingResponse(sent, media_type="text/event-stream", headers=HEADERS)


async def _relayed(request: Request, body: ChatRequest, service: Service, relay: Relay) -> Response:
    asked = call(body, await request.json(), request, service)
    if body.stream:
        return await _streamed(request, body, asked, relay)
    answer = await unless_gone(request, relay.complete(asked))
    assert answer is not None
    if isinstance(answer, Composed):
        document = completion(answer.turn, body.messages, _parts(body))
        return JSONResponse(document, headers=_headers(MODEL, answer.turn.id))
    if answer.turn is not None and _parts(body):
        answer.document["attunement"] = included(answer.turn, _parts(body))
    id = answer.turn.id if answer.turn else None
    return JSONResponse(answer.document, headers=_headers(answer.target.upstream.name, id))


async def _streamed(request: Request, body: ChatRequest, asked: Call, relay: Relay) -> Response:
    """The stream. Errors before the first heartbeat come as a status, later ones as an event."""
    beat = relay.limits.heartbeat_s
    opening = asyncio.ensure_future(relay.open(asked))
    answer = await unless_gone(request, opening, most_s=beat)
    headers: dict[str, str] = {}
    if isinstance(answer, Streamed):
        headers = _headers(answer.target.upstream.name, answer.turn_id)
    elif answer is not None:
        headers = _headers(MODEL, answer.turn.id)
    return EventStream(_bytes(opening, body), beat, request.state.request_id, headers)


async def _bytes(opening: asyncio.Future[Streamed | Composed], body: ChatRequest) -> AsyncGenerator[bytes]:
    """The events as they travel; what was asked for of the Turn stands in one before the end."""
    try:
        answer = await opening
    except asyncio.CancelledError:
        opening.cancel()
        raise
    if isinstance(answer, Composed):
        async for text in events(answer.turn, body.messages, _parts(body), _usage(body)):
            yield text.encode()
        return
    base: dict[str, Any] = {}
    async with aclosing(answer.events) as passed:
        async for one in passed:
            base = one.data
            yield event(one.raw)
    if answer.turn is not None and _parts(body):
        last = {**base, "choices": [], "attunement": included(answer.turn, _parts(body))}
        last.pop("usage", None)
        yield event(json.dumps(last).encode())
    yield event(DONE)


def _headers(upstream: str, turn_id: str | None) -> dict[str, str]:
    """Who answered, and the id under which the Turn can be looked up."""
    headers = {"x-attunement-upstream": upstream}
    return headers | ({"x-attunement-turn": turn_id} if turn_id else {})


def _parts(body: ChatRequest) -> Sequence[Part]:
    return tuple(dict.fromkeys(body.attunement.include)) if body.attunement else ()


def _usage(body: ChatRequest) -> bool:
    return bool(body.stream_options and body.stream_options.include_usage)
