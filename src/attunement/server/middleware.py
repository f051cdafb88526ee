"""What stands before the routes: request ids and the last resort, the key, and the body.

Plain ASGI (asgi.readthedocs.io); each piece holds its settings and nothing of any request.
"""

from __future__ import annotations

import hmac
import json
import re
import uuid
from typing import Any, Final, cast

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from attunement.server.errors import ApiError, internal, report

OPEN: Final = frozenset({"/healthz", "/readyz"})
"""Addresses that need no key, because probes cannot have one."""

_SANE: Final = re.compile(r"[A-Za-z0-9._:-]{1,128}")
_ESCAPED_SURROGATE: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_PATIENCE: Final = 4
"""How many times the limit is read and thrown away, so that the client gets to see the answer."""


class Identify:
    """Gives every response ``x-request-id``, and an envelope to every exception.

    The id of the request is taken over when it is up to 128 letters, digits and ``._:-``.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _SANE.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        started = False

        async def tagged(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=message)["x-request-id"] = request_id
            await send(message)

        try:
            await self._app(scope, receive, tagged)
        except ClientDisconnect:
            return
        except Exception as error:  # the last resort: nothing of it may reach the client
            report(error, request_id)
            if not started:
                await internal().response()(scope, receive, tagged)


class Authenticate:
    """Refuses requests without the deployment's key, in constant time; ``key`` None lets all pass."""

    def __init__(self, app: ASGIApp, key: str | None) -> None:
        self._app = app
        self._key = key.encode() if key is not None else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http" or self._key is None or scope["path"] in OPEN:
            await self._app(scope, receive, send)
            return
        header = next((v for k, v in scope["headers"] if k == b"authorization"), b"")
        scheme, _, given = header.partition(b" ")
        if scheme.lower() == b"bearer" and hmac.compare_digest(given.strip(), self._key):
            await self._app(scope, receive, send)
            return
        refusal = ApiError(401, "send the API key of this server as 'Authorization: Bearer KEY'")
        await refusal.response({"www-authenticate": "Bearer"})(scope, receive, send)


class ReadBody:
    """Reads the body whole: bounded, JSON by its content type, UTF-8, without lone surrogates.

    A content type that is not JSON is refused, because a web page may send such a request to a server
    on the reader's own machine without asking (Fetch standard, "CORS-safelisted request-header").
    Lone surrogates, which clients send when they cut a text in the middle of an emoji, become U+FFFD.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            body = await self._read(Headers(scope=scope), receive)
            body = _checked(body, Headers(scope=scope))
        except ApiError as error:
            await error.response()(scope, receive, send)
            return
        given = False

        async def replay() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, replay, send)

    async def _read(self, headers: Headers, receive: Receive) -> bytes:
        too_large = ApiError(413, f"the body is over {self._most:,} bytes")
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared[:20]) > self._most * _PATIENCE:
            raise too_large
        body, size = bytearray(), 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            part = message.get("body", b"")
            size += len(part)
            if size <= self._most:
                body += part
            if size > self._most * _PATIENCE:
                raise too_large
            if not message.get("more_body", False):
                break
        if size > self._most:
            raise too_large
        return bytes(body)


def _checked(body: bytes, headers: Headers) -> bytes:
    """The body, if it may be JSON in UTF-8 (RFC 8259, section 8.1)."""
    if not body:
        return body
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not re.fullmatch(r"application/[\w.-]+\+json", kind):
        raise ApiError(415, "send JSON with the header 'Content-Type: application/json'")
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        raise ApiError(400, "the body is not UTF-8", code="invalid_json") from None
    if b"\x00" in body:
        raise ApiError(400, "the body is no valid JSON: it holds NUL", code="invalid_json")
    return _mended(body) if _ESCAPED_SURROGATE.search(body) else body


def _mended(body: bytes) -> bytes:
    """The body without lone surrogates; what is no JSON is left for the routes to refuse."""
    try:
        return json.dumps(_without_surrogates(json.loads(body))).encode()
    except (ValueError, RecursionError):
        return body


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(v) for v in cast("list[Any]", value)]
    if isinstance(value, dict):
        pairs = cast("dict[str, Any]", value).items()
        return {_without_surrogates(k): _without_surrogates(v) for k, v in pairs}
    return value
