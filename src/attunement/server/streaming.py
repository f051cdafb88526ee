"""Streams to clients: heartbeats while a model thinks, and an end as soon as the client leaves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing, suppress
from typing import Any, Final, TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from attunement.errors import UpstreamError
from attunement.server.errors import envelope, from_upstream, internal, report

T = TypeVar("T")
HEADERS: Final = {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
    "x-accel-buffering": "no",
}
_BEAT: Final = b": waiting\n\n"
"""A comment, which clients pass over (WHATWG HTML, "Interpreting an event stream")."""


class EventStream(Response):
    """Sends events as they come.

    Args:
        events: whole events, as bytes.
        beat_s: silence after which a comment is sent.
        request_id: for the log, should something fail.
        headers: more headers of the answer.
        failed: the event that tells an error.
    """

    def __init__(
        self, events: AsyncGenerator[bytes], beat_s: float, request_id: str,
        headers: dict[str, str] | None = None, failed: Callable[[dict[str, Any]], bytes] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(status_code=200, headers=HEADERS | (headers or {}))
        del self.headers["content-length"]
        self._events = events
        self._beat_s = beat_s
        self._request_id = request_id
        self._failed = failed or error_event
        self._sent = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        pour = asyncio.ensure_future(self._pour(send))
        others = [asyncio.ensure_future(_gone(receive)), asyncio.ensure_future(self._beat(send))]
        try:
            await asyncio.wait({pour, others[0]}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (*others, pour):
                task.cancel()
            with suppress(asyncio.CancelledError, OSError, ClientDisconnect):
                await pour

    async def _pour(self, send: Send) -> None:
        loop = asyncio.get_running_loop()
        self._sent = loop.time()
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        async with aclosing(self._safe()) as events:
            async for event in events:
                await send({"type": "http.response.body", "body": event, "more_body": True})
                self._sent = loop.time()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _safe(self) -> AsyncGenerator[bytes]:
        """The events; after an error, one that tells it, because the status has left already."""
        try:
            async with aclosing(self._events) as events:
                async for event in events:
                    yield event
        except UpstreamError as error:
            yield self._failed(from_upstream(error).error)
        except Exception as error:
            report(error, self._request_id)
            yield self._failed(internal().error)

    async def _beat(self, send: Send) -> None:
        loop = asyncio.get_running_loop()
        while True:
            quiet = loop.time() - self._sent
            if self._sent and quiet >= self._beat_s:
                await send({"type": "http.response.body", "body": _BEAT, "more_body": True})
                self._sent, quiet = loop.time(), 0.0
            await asyncio.sleep(max(0.001, self._beat_s - quiet))


def error_event(error: dict[str, Any]) -> bytes:
    """The event that tells an error within a stream, and the end of the stream."""
    return b"data: " + json.dumps(envelope(error)).encode() + b"\n\ndata: [DONE]\n\n"


async def unless_gone(request: Request, work: Awaitable[T], most_s: float | None = None) -> T | None:
    """The result of ``work``; it is cancelled when the client leaves.

    Args:
        request: whose client is watched.
        work: a coroutine, or a task to go on with.
        most_s: after this time None is returned, and ``work`` (a task then) goes on.

    Raises:
        ClientDisconnect: the client left.
    """
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request.receive))
    try:
        await asyncio.wait({task, gone}, timeout=most_s, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        if gone.done():
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
            raise ClientDisconnect
        return None
    except asyncio.CancelledError:
        task.cancel()
        raise
    finally:
        gone.cancel()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
