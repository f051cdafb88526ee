"""The events of one streamed answer on their way to the client: held, checked, replaced, kept."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import Any, Final, cast

from attunement.errors import UpstreamError
from attunement.respond.backends.openai_compatible import Event
from attunement.respond.sentences import Piece, Sentences

Pass = Callable[[Piece], Awaitable[str]]
"""What leaves in place of a piece; "" where nothing does."""

_TEXT: Final = "content"


class Flow:
    """Follows the first choice of an answer.

    Args:
        check: what leaves in place of a piece; None lets every event pass as it came.
        usage: whether the client asked for the chunk with the usage.
        ending: called with the text that was released, before the last event leaves; gives a text to add.
        rescue: a whole reply for a stream that broke before anything was released; None where none is.
    """

    def __init__(
        self, check: Pass | None, usage: bool, ending: Callable[[str], Awaitable[str]],
        rescue: Callable[[], Awaitable[str | None]],
    ) -> None:  # fmt: skip
        self.released: list[str] = []
        self.other = False
        self._check = check
        self._usage = usage
        self._ending = ending
        self._rescue = rescue
        self._sentences = Sentences()
        self._base: dict[str, Any] = {}
        self._role = False
        self._ended = False

    @property
    def text(self) -> str:
        """What was released so far."""
        return "".join(self.released)

    async def run(self, events: AsyncGenerator[Event]) -> AsyncGenerator[Event]:
        """The events for the client.

        Raises:
            UpstreamError: the stream broke after something was released.
        """
        try:
            async with aclosing(events):
                async for event in events:
                    async with aclosing(self._one(event)) as passed:
                        async for out in passed:
                            yield out
        except UpstreamError:
            text = None if self.text or self.other else await self._rescue()
            if text is None:
                raise
            yield self._said(text)
            yield self._chunk({}, "stop")
            return
        if not self._ended:  # a stream that ended with [DONE] alone
            for out in await self._finish():
                yield out

    async def _one(self, event: Event) -> AsyncGenerator[Event]:
        choice, delta = _first(event.data)
        if choice is None:
            if "choices" not in event.data:
                yield _event({**event.data, "choices": []})
            elif event.data["choices"] or self._usage or "usage" not in event.data:
                yield event
            return
        self._base = {k: v for k, v in event.data.items() if k not in ("choices", "usage")}
        held = self._check is not None and bool(delta.get(_TEXT))
        self._role = self._role or bool(delta.get("role") and not held)
        text = delta.get(_TEXT)
        finish = choice.get("finish_reason")
        calls = bool(delta.get("tool_calls") or delta.get("function_call"))
        self.other = self.other or calls
        if self._check is None:
            self.released.append(text if isinstance(text, str) else "")
        elif isinstance(text, str) and text:
            for piece in self._sentences.feed(text):
                if out := await self._check(piece):
                    yield self._said(out)
            event = _event(_without_text(event.data))
        if finish or calls:
            for out in await self._finish(final=bool(finish)):
                yield out
        if finish or not text or self._check is None or _has_more(delta):
            yield event

    async def _finish(self, final: bool = True) -> list[Event]:
        """What is still held, and what is added at the end."""
        out: list[Event] = []
        if self._check is not None:
            for piece in self._sentences.finish():
                if text := await self._check(piece):
                    out.append(self._said(text))
        if final and not self._ended:
            self._ended = True
            if more := await self._ending(self.text):
                out.append(self._said(more))
        return out

    def _said(self, text: str) -> Event:
        self.released.append(text)
        delta = {"content": text} if self._role else {"role": "assistant", "content": text}
        self._role = True
        return self._chunk(delta, None)

    def _chunk(self, delta: dict[str, Any], finish: str | None) -> Event:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return _event({**self._base, "choices": [choice]})


def _event(data: dict[str, Any]) -> Event:
    return Event(data, json.dumps(data, separators=(",", ":")).encode())


def _first(data: Mapping[str, Any]) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """The first choice and its delta; None where the event has none."""
    choices = data.get("choices")
    for choice in cast("list[Any]", choices) if isinstance(choices, list) else ():
        if isinstance(choice, dict) and not cast("dict[str, Any]", choice).get("index"):
            found = cast("dict[str, Any]", choice)
            delta = found.get("delta")
            return found, cast("dict[str, Any]", delta) if isinstance(delta, dict) else {}
    return None, {}


def _without_text(data: Mapping[str, Any]) -> dict[str, Any]:
    """The event with an empty text in its first choice."""
    choices = list(data["choices"])
    for place, choice in enumerate(choices):
        if not choice.get("index"):
            choices[place] = {**choice, "delta": {k: v for k, v in choice["delta"].items() if k != _TEXT}}
            break
    return {**data, "choices": choices}


def _has_more(delta: Mapping[str, Any]) -> bool:
    """Whether a delta says more than its text and its role."""
    return any(v for k, v in delta.items() if k not in (_TEXT, "role"))
