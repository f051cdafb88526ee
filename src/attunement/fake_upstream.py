"""A fake OpenAI-compatible server, with faults: an ASGI application for tests and benchmarks.

>>> fake = FakeUpstream("That sounds hard. What happened?")
>>> fake.faults.append("error_503")  # the next request fails, the one after it is answered
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any, Final, cast

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]

STATUSES: Final[dict[str, tuple[int, dict[str, str], dict[str, Any]]]] = {
    "refuse_400": (400, {}, {"message": "max_tokens is too large", "param": "max_tokens", "code": "bad"}),
    "key_401": (401, {}, {"message": "Incorrect API key provided: sk-secret"}),
    "missing_404": (404, {}, {"message": "no such model"}),
    "rate_429": (429, {"retry-after-ms": "30"}, {"message": "slow down"}),
    "rate_429_long": (429, {"retry-after": "120"}, {"message": "slow down"}),
    "spent_429": (429, {}, {"message": "no money", "code": "insufficient_quota"}),
    "error_500": (500, {}, {"message": "boom"}),
    "error_503": (503, {}, {"message": "loading"}),
}
"""Faults that are a status: the status, its headers and its error."""

STREAM_FAULTS: Final = (
    "cut_first", "cut_mid", "garbage", "only_garbage", "not_json", "slow_first", "stall", "error_event",
    "no_end", "whole", "roles",
)  # fmt: skip
"""The other faults: what happens to the answer itself."""


class FakeUpstream:
    """Answers every chat with ``text``, in pieces of a word, or does what ``faults`` says next.

    ``POST /faults`` with ``{"always": FAULT}`` sets one from another process.

    Args:
        text: the answer; a function gets the body and gives the text, or a whole message.
        first_s: seconds before the first word.
        gap_s: seconds between words.
    """

    def __init__(
        self, text: str | Callable[[dict[str, Any]], Any] = "I hear you. What happened?",
        first_s: float = 0.0, gap_s: float = 0.0,
    ) -> None:  # fmt: skip
        self.text = text
        self.first_s = first_s
        self.gap_s = gap_s
        self.models = ["fake-model"]
        self.faults: list[str] = []
        self.always: str | None = None
        self.extra: dict[str, Any] = {}
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.left: int = 0
        """How many clients closed the connection before the end."""

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        """Handle one connection (ASGI)."""
        if scope["type"] != "http":
            return
        if scope["path"].endswith("/models"):
            rows = [{"id": m, "object": "model", "created": 1, "owned_by": "fake"} for m in self.models]
            await _answer(send, 200, {"object": "list", "data": rows})
            return
        content = b""
        while True:
            message = await receive()
            content += message.get("body", b"")
            if not message.get("more_body"):
                break
        body: dict[str, Any] = json.loads(content)
        if scope["path"] == "/faults":
            self.always = body.get("always")
            await _answer(send, 200, {})
            return
        self.requests.append(body)
        self.headers.append({k.decode(): v.decode("latin-1") for k, v in scope["headers"]})
        fault = self.faults.pop(0) if self.faults else self.always
        await self._chat(body, fault, receive, send)

    async def _chat(self, body: dict[str, Any], fault: str | None, receive: Receive, send: Send) -> None:
        if fault in STATUSES:
            status, headers, error = STATUSES[fault]
            await _answer(send, status, {"error": {"type": "fake", **error}}, headers)
        elif fault == "roles" and [m["role"] for m in body["messages"]].count("system") > 1:
            error = {"message": "Jinja exception: conversation roles must alternate", "type": "fake"}
            await _answer(send, 500, {"error": error})
        elif fault == "not_json":
            await _start(send, 200, {"content-type": "text/html"})
            await send({"type": "http.response.body", "body": b"<html>it works</html>"})
        elif not await self._wait(3600.0 if fault == "slow_first" else self.first_s, receive):
            return
        elif body.get("stream") and fault != "whole":
            await self._stream(body, fault, receive, send)
        elif fault == "cut_first" or fault == "cut_mid":
            await _start(send, 200, {"content-type": "application/json", "content-length": "900"})
            await send({"type": "http.response.body", "body": b'{"id": ', "more_body": True})
            raise ConnectionError("cut")
        elif fault == "stall":
            await self._wait(3600.0, receive)
        elif fault in ("garbage", "only_garbage"):
            await _answer(send, 200, ["nothing"])
        elif fault == "error_event":
            await _answer(send, 200, {"error": {"message": "boom"}})
        else:
            await _answer(send, 200, self._document(body))

    def _message(self, body: dict[str, Any]) -> dict[str, Any]:
        said = self.text if isinstance(self.text, str) else self.text(body)
        message = cast("dict[str, Any]", said) if isinstance(said, dict) else {"content": said}
        return {"role": "assistant", **message}

    def _document(self, body: dict[str, Any]) -> dict[str, Any]:
        message = self._message(body)
        finish = "tool_calls" if message.get("tool_calls") else "stop"
        choices = [
            {"index": i, "message": message, "logprobs": None, "finish_reason": finish}
            for i in range(body.get("n") or 1)
        ]
        usage = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}
        return {
            "id": "chatcmpl-fake", "object": "chat.completion", "created": 1, "model": body.get("model"),
            "choices": choices, "usage": usage, **self.extra,
        }  # fmt: skip

    async def _stream(self, body: dict[str, Any], fault: str | None, receive: Receive, send: Send) -> None:
        await _start(send, 200, {"content-type": "text/event-stream"})
        if fault == "cut_first":
            await send({"type": "http.response.body", "body": b": hello\n\n", "more_body": True})
            raise ConnectionError("cut")
        base = {
            "id": "chatcmpl-fake", "object": "chat.completion.chunk", "created": 1,
            "model": body.get("model"), **self.extra,
        }  # fmt: skip
        message = self._message(body)
        calls = bool(message.get("tool_calls"))
        for number, delta in enumerate(_deltas(message)):
            if fault == "only_garbage" or (fault == "garbage" and number % 3 == 2):
                await _event(send, b"{nonsense" * (1 if fault == "garbage" else 40))
            if fault == "only_garbage":
                for _ in range(40):
                    await _event(send, b"[1, 2")
                return await _end(send)
            if number > 1 and not await self._wait(self.gap_s, receive):
                return None
            if number == 4 and not await self._midway(fault, send, receive):
                return None
            choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": None}
            await _event(send, json.dumps({**base, "choices": [choice]}).encode())
        await self._last(body, base, fault, calls, send)

    async def _midway(self, fault: str | None, send: Send, receive: Receive) -> bool:
        if fault == "cut_mid":
            raise ConnectionError("cut")
        if fault == "error_event":
            await _event(send, b'{"error": {"message": "overloaded", "type": "fake"}}')
            await _end(send)
            return False
        return await self._wait(3600.0 if fault == "stall" else 0.0, receive)

    async def _last(
        self, body: dict[str, Any], base: dict[str, Any], fault: str | None, calls: bool, send: Send
    ) -> None:
        if fault != "no_end":
            finish = "tool_calls" if calls else "stop"
            choice = {"index": 0, "delta": {}, "logprobs": None, "finish_reason": finish}
            await _event(send, json.dumps({**base, "choices": [choice]}).encode())
            if (body.get("stream_options") or {}).get("include_usage") or self.always == "usage":
                usage = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}
                await _event(send, json.dumps({**base, "choices": [], "usage": usage}).encode())
            await _event(send, b"[DONE]")
        await _end(send)

    async def _wait(self, seconds: float, receive: Receive) -> bool:
        """Sleep; False where the client left meanwhile."""
        if seconds <= 0:
            return True
        gone = asyncio.ensure_future(receive())
        done, _ = await asyncio.wait({gone}, timeout=seconds)
        if not done:
            gone.cancel()
            return True
        self.left += 1
        return False


def _deltas(message: dict[str, Any]) -> list[dict[str, Any]]:
    content = message.pop("content", None)
    calls = message.pop("tool_calls", None)
    thoughts = message.pop("reasoning_content", None)
    deltas: list[dict[str, Any]] = [{**message, "content": "" if content is not None else None}]
    deltas += [{"reasoning_content": w} for w in re.findall(r"\S+\s*", thoughts or "")]
    deltas += [{"content": word} for word in re.findall(r"\s*\S+\s*?|\s+", content or "")]
    for number, call in enumerate(calls or ()):
        deltas.append({"tool_calls": [{"index": number, **call}]})
    return deltas


async def _start(send: Send, status: int, headers: dict[str, str]) -> None:
    pairs = [(k.encode(), v.encode()) for k, v in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})


async def _answer(send: Send, status: int, document: Any, headers: dict[str, str] | None = None) -> None:
    await _start(send, status, {"content-type": "application/json", **(headers or {})})
    await send({"type": "http.response.body", "body": json.dumps(document).encode()})


async def _event(send: Send, payload: bytes) -> None:
    body = b"data: " + payload + b"\n\n"
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _end(send: Send) -> None:
    await send({"type": "http.response.body", "body": b""})


app: Final = FakeUpstream("I am with you in this. " * 8 + "Tell me.", first_s=0.02)
"""The one that ``benchmarks/proxy.py`` serves."""
