"""An OpenAI-compatible server, over httpx: whole answers and streams, every fault an ``UpstreamError``.

Fields are sent and given back as they are. The shapes are those of the OpenAI API reference ("Create chat
completion"); the quirks of other servers are named where they are handled.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from time import time
from typing import Any, Final, cast

import httpx

from attunement.errors import UpstreamError
from attunement.respond.sse import DONE, Decoder
from attunement.settings import RelaySettings, Upstream

_MOST: Final = 32_000_000
_MOST_GARBAGE: Final = 20
_KEY_REFUSED: Final = "the model's server refused the key of this deployment"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a stream: its JSON, and the bytes it came in."""

    data: dict[str, Any]
    raw: bytes


class OpenAICompatible:
    """One server.

    Args:
        upstream: its address, key and quirks.
        limits: how long to wait for what.
        http: the connections, shared with other servers and closed by their owner.
    """

    def __init__(self, upstream: Upstream, limits: RelaySettings, http: httpx.AsyncClient) -> None:
        self.upstream = upstream
        self._limits = limits
        self._http = http

    async def complete(self, body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Any:
        """The document of a whole answer.

        Raises:
            UpstreamError: it failed, refused, or sent no JSON object.
        """
        try:
            async with asyncio.timeout(self._limits.total_s):
                async with self._send(body, headers, self._limits.total_s) as response:
                    content = await self._read(response)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, TimeoutError) as error:
            raise _fault(error) from None
        document = _json(content)
        if not isinstance(document, dict):
            raise UpstreamError("the model's server sent no JSON", code="upstream_garbage")
        if "error" in document and "choices" not in document:  # some servers send errors with status 200
            raise _told(document)
        return cast("dict[str, Any]", document)

    async def stream(
        self, body: Mapping[str, Any], headers: Mapping[str, str] | None = None
    ) -> AsyncGenerator[Event]:
        """The events of a streamed answer, without ``[DONE]``. Closing it closes the connection.

        Raises:
            UpstreamError: it failed, refused, went silent, or ended before the answer did.
        """
        silence = max(self._limits.first_s, self._limits.idle_s)
        try:
            async with self._send(body, headers, silence) as response:
                kind = response.headers.get("content-type", "").partition(";")[0].strip()
                if kind == "application/json":  # servers that cannot stream answer whole
                    yield as_event(_json(await self._read(response)))
                    return
                async with aclosing(self._events(response)) as events:
                    async for event in events:
                        yield event
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, TimeoutError) as error:
            raise _fault(error) from None

    async def models(self) -> list[str]:
        """The models that the server lists; empty where it lists none.

        Raises:
            UpstreamError: it cannot be reached.
        """
        try:
            response = await self._http.get(
                f"{self.upstream.url}/models", headers=self._headers(None), timeout=self._limits.connect_s
            )
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise _fault(error) from None
        found = _json(response.content)
        listed = cast("dict[str, Any]", found).get("data") if isinstance(found, dict) else None
        rows = cast("list[Any]", listed) if isinstance(listed, list) else []
        return [str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row]

    def _send(self, body: Mapping[str, Any], headers: Mapping[str, str] | None, silence: float) -> Any:
        limits = httpx.Timeout(silence, connect=self._limits.connect_s, write=silence, pool=silence)
        kept = {k: v for k, v in body.items() if k not in self.upstream.drop_params}
        content = json.dumps(kept, separators=(",", ":")).encode()
        url = f"{self.upstream.url}/chat/completions"
        return self._http.stream("POST", url, content=content, headers=self._headers(headers), timeout=limits)

    def _headers(self, given: Mapping[str, str] | None) -> dict[str, str]:
        """Our own headers, and of the client's only those that the settings name."""
        wanted = self.upstream.forward_headers
        headers = {name: given[name] for name in wanted if given and name in given}
        headers |= {"content-type": "application/json", "accept-encoding": "identity"}
        if key := self.upstream.key:
            headers["authorization"] = f"Bearer {key}"
        return headers

    async def _read(self, response: httpx.Response) -> bytes:
        """The body of an answer; an ``UpstreamError`` for a status that is none."""
        content = bytearray()
        async for piece in response.aiter_bytes():
            content += piece
            if len(content) > _MOST:
                raise UpstreamError("the model's server sent over 32 MB", code="upstream_garbage")
        if response.status_code >= 300:
            raise _status(response, _json(bytes(content)))
        return bytes(content)

    async def _events(self, response: httpx.Response) -> AsyncGenerator[Event]:
        if response.status_code >= 300:
            await self._read(response)
        decoder, pieces = Decoder(), response.aiter_bytes()
        ended, garbage, first = False, 0, True
        while True:
            try:
                async with asyncio.timeout(self._limits.first_s if first else self._limits.idle_s):
                    payloads = decoder.feed(await anext(pieces))
            except StopAsyncIteration:
                payloads, pieces = decoder.finish(), None
            for payload in payloads:
                if payload == DONE:
                    return
                data = _json(payload)
                if not isinstance(data, dict):
                    garbage += 1
                    if garbage > _MOST_GARBAGE:
                        raise UpstreamError("the model's server sends no events", code="upstream_garbage")
                    continue
                found = cast("dict[str, Any]", data)
                if found.get("error"):
                    raise _told(found)
                first, ended = False, ended or _finished(found)
                yield Event(found, payload)
            if pieces is None:
                break
        if not ended:
            raise UpstreamError("the model's server broke off", code="upstream_cut")


def _finished(data: Mapping[str, Any]) -> bool:
    choices = data.get("choices")
    if not isinstance(choices, list):
        return False
    return any(isinstance(c, dict) and c.get("finish_reason") for c in cast("list[Any]", choices))


def _json(content: bytes) -> Any:
    """What the bytes mean; None where they are no JSON."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def as_event(document: Any) -> Event:
    """A whole answer as the one event of a stream."""
    if not isinstance(document, dict):
        raise UpstreamError("the model's server sent no JSON", code="upstream_garbage")
    found = cast("dict[str, Any]", document)
    if "choices" not in found:
        raise _told(found)
    choices: list[Any] = []
    for choice in found["choices"]:
        delta = dict(choice.get("message") or {})
        for number, call in enumerate(delta.get("tool_calls") or ()):
            call.setdefault("index", number)
        rest = {k: v for k, v in choice.items() if k != "message"}
        choices.append({**rest, "delta": delta, "finish_reason": choice.get("finish_reason") or "stop"})
    data = {**found, "object": "chat.completion.chunk", "choices": choices}
    return Event(data, json.dumps(data).encode())


def _status(response: httpx.Response, told: Any) -> UpstreamError:
    status, detail = response.status_code, _detail(told)
    after = retry_after(response.headers)
    if status in (401, 403):
        return UpstreamError(_KEY_REFUSED, code="upstream_key_refused", again=False)
    if status == 404:
        return UpstreamError(
            "the model's server does not have this model", status=404, code="model_not_found", again=False
        )
    if status == 429:
        spent = detail.get("code") == "insufficient_quota"
        return UpstreamError(
            "the model's server takes no more requests now", status=429, code="rate_limit_exceeded",
            again=not spent, after_s=after,
        )  # fmt: skip
    if status in (408, 409, 425) or status >= 500:
        said = f"the model's server answered with status {status}"
        return UpstreamError(said, code="upstream_failed", after_s=after, detail=detail)
    if status < 400:
        return UpstreamError("the model's server redirects; give its real address", again=False)
    return UpstreamError(
        str(detail.get("message") or f"the model's server refused the request with status {status}"),
        status=status, code=str(detail.get("code") or "upstream_refused"), again=False, refused=True,
        detail=detail,
    )  # fmt: skip


def _told(document: Mapping[str, Any]) -> UpstreamError:
    """An error that came with status 200, or in a stream."""
    return UpstreamError(
        "the model's server reports an error", code="upstream_failed", detail=_detail(document)
    )


def _detail(told: Any) -> dict[str, object]:
    if not isinstance(told, dict):
        return {}
    error = cast("dict[str, Any]", told).get("error", told)
    if isinstance(error, dict):
        return cast("dict[str, object]", error)
    return {"message": error} if isinstance(error, str) else {}


def _fault(error: Exception) -> UpstreamError:
    """What an exception of the connection means. Its own words may hold an address with a key."""
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return UpstreamError("the model's server cannot be reached", code="upstream_unreachable")
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return UpstreamError("the model's server is too slow", status=504, code="upstream_timeout")
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return UpstreamError("the address of the model's server is wrong", again=False)
    return UpstreamError("the model's server broke off", code="upstream_cut")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait, from ``retry-after-ms`` or ``retry-after`` (RFC 9110, section 10.2.3)."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        value = headers.get(name)
        if value is None:
            continue
        try:
            seconds = float(value) / unit
        except ValueError:
            try:
                seconds = parsedate_to_datetime(value).timestamp() - time()
            except (ValueError, TypeError, OverflowError):
                continue
        if 0 <= seconds < 86_400:
            return seconds
    return None


def build(upstream: Upstream, limits: RelaySettings, http: httpx.AsyncClient) -> OpenAICompatible:
    """Build the client of one server for the registry."""
    return OpenAICompatible(upstream, limits, http)
