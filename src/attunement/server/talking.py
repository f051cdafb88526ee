"""One turn for a route: answered by an upstream or by the composer, whole or streamed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any

from fastapi import Request

from attunement.relay.call import Call, Composed, Streamed
from attunement.relay.relay import Relay
from attunement.respond.backends.openai_compatible import Event
from attunement.server.answering import completion, events, included
from attunement.server.asking import call, question, refuse_unsupported
from attunement.server.service import Service
from attunement.server.streaming import unless_gone
from attunement.server.wire import MODEL, ChatRequest, Extension, Part
from attunement.turn import Turn

Raw = dict[str, Any]
Headers = dict[str, str]


async def whole(request: Request, body: ChatRequest, raw: Raw, service: Service) -> tuple[Raw, Headers]:
    """The document of a chat completion, and headers that say who answered.

    Raises:
        ApiError: the composer cannot do what is asked.
        UpstreamError: no upstream answers, and the composer cannot.
        ClientDisconnect: the client left; the upstream's connection is closed.
    """
    relay = _relay(body, service)
    if relay is None:
        turn = await _composed(request, body, service)
        return completion(turn, body.messages, parts(body)), {}
    answer = await unless_gone(request, relay.complete(call(body, raw, request, service)))
    assert answer is not None
    if isinstance(answer, Composed):
        document = completion(answer.turn, body.messages, parts(body))
        return document, _headers(MODEL, answer.turn.id)
    if answer.turn is not None and parts(body):
        answer.document["attunement"] = included(answer.turn, parts(body))
    return answer.document, _headers(answer.target.upstream.name, answer.turn.id if answer.turn else None)


async def streamed(
    request: Request, body: ChatRequest, raw: Raw, service: Service
) -> tuple[AsyncGenerator[Event], Headers]:
    """The events of a chat completion. What comes before the first heartbeat is due may still raise.

    Raises:
        ApiError: the composer cannot do what is asked.
        UpstreamError: no upstream answers, and the composer cannot.
        ClientDisconnect: the client left; the upstream's connection is closed.
    """
    relay = _relay(body, service)
    if relay is None:
        turn = await _composed(request, body, service)
        return events(turn, body.messages, parts(body), _usage(body)), {}
    return await _opened(request, body, call(body, raw, request, service), relay)


def parts(body: ChatRequest) -> Sequence[Part]:
    """What of the Turn is asked for, each once."""
    return tuple(dict.fromkeys(body.attunement.include)) if body.attunement else ()


def _relay(body: ChatRequest, service: Service) -> Relay | None:
    return None if body.model == MODEL else service.relay


async def _composed(request: Request, body: ChatRequest, service: Service) -> Turn:
    refuse_unsupported(body)
    given = body.attunement or Extension()
    users = (body.safety_identifier, body.user)
    return await service.companion.run(question(body.messages, given, request, service, users))


async def _opened(
    request: Request, body: ChatRequest, asked: Call, relay: Relay
) -> tuple[AsyncGenerator[Event], Headers]:
    opening = asyncio.ensure_future(relay.open(asked))
    answer = await unless_gone(request, opening, most_s=relay.limits.heartbeat_s)
    headers: Headers = {}
    if isinstance(answer, Streamed):
        headers = _headers(answer.target.upstream.name, answer.turn_id)
    elif answer is not None:
        headers = _headers(MODEL, answer.turn.id)
    return _events(opening, body), headers


async def _events(opening: asyncio.Future[Streamed | Composed], body: ChatRequest) -> AsyncGenerator[Event]:
    """The events; what was asked for of the Turn stands in one before the end."""
    answer = await opening
    if isinstance(answer, Composed):
        async for one in events(answer.turn, body.messages, parts(body), _usage(body)):
            yield one
        return
    base: Raw = {}
    async with aclosing(answer.events) as passed:
        async for one in passed:
            base = one.data
            yield one
    if answer.turn is not None and parts(body):
        last = {**base, "choices": [], "attunement": included(answer.turn, parts(body))}
        last.pop("usage", None)
        yield Event(last, json.dumps(last).encode())


def _headers(upstream: str, turn_id: str | None) -> Headers:
    """Who answered, and the id under which the Turn can be looked up."""
    headers = {"x-attunement-upstream": upstream}
    return headers | ({"x-attunement-turn": turn_id} if turn_id else {})


def _usage(body: ChatRequest) -> bool:
    return bool(body.stream_options and body.stream_options.include_usage)
