"""Chunks of a chat completion as the events of the Responses API, and their end as a response.

Source: OpenAI API reference, "Streaming events" of the Responses API. A whole answer is the stream of it,
collected. No input or output of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

Json = dict[str, Any]
_KINDS: Final = {"output_text": "message", "reasoning_text": "reasoning"}
_ECHOED: Final = (
    "instructions", "metadata", "temperature", "top_p", "tools", "tool_choice", "parallel_tool_calls",
    "max_output_tokens", "text", "reasoning", "user", "safety_identifier", "truncation",
)  # fmt: skip


class Translator:
    """Makes the events of one response.

    Args:
        request: the request; what it set is repeated in the response.
        id: of the response.
        created: when it was made, seconds of the epoch.
    """

    def __init__(self, request: Mapping[str, Any], id: str, created: int) -> None:
        self._request = request
        self._id = id
        self._created = created
        self._number = 0
        self._output: list[Json] = []
        self._open: Json | None = None
        self._call: int | None = None
        self._usage: Json | None = None
        self._model: Any = request.get("model")
        self._finish: str | None = None
        self._more: Json = {}

    def start(self) -> Iterator[Json]:
        """The first events."""
        yield self._event("response.created", response=self.response("in_progress"))
        yield self._event("response.in_progress", response=self.response("in_progress"))

    def feed(self, chunk: Mapping[str, Any]) -> Iterator[Json]:
        """The events of one chunk."""
        self._model = chunk.get("model") or self._model
        self._usage = chunk.get("usage") or self._usage
        if "attunement" in chunk:
            self._more["attunement"] = chunk["attunement"]
        for choice in (chunk.get("choices") or ())[:1]:
            delta: Json = choice.get("delta") or {}
            thought = delta.get("reasoning_content") or delta.get("reasoning")
            if isinstance(thought, str) and thought:
                yield from self._words("reasoning_text", thought)
            if isinstance(delta.get("content"), str) and delta["content"]:
                yield from self._words("output_text", delta["content"])
            for call in delta.get("tool_calls") or ():
                yield from self._calls(call)
            self._finish = choice.get("finish_reason") or self._finish

    def finish(self) -> Iterator[Json]:
        """The last events."""
        yield from self._close()
        cut = self._finish in ("length", "content_filter")
        status = "incomplete" if cut else "completed"
        yield self._event(f"response.{status}", response=self.response(status))

    def fail(self, error: Mapping[str, Any]) -> Iterator[Json]:
        """The last events of a response that broke."""
        yield from self._close("incomplete")
        response = self.response("failed")
        response["error"] = {"code": "server_error", "message": error["message"]}
        yield self._event("response.failed", response=response)

    def response(self, status: str) -> Json:
        """The response as it stands."""
        echoed = {name: self._request.get(name) for name in _ECHOED}
        echoed["tools"] = echoed["tools"] or []
        echoed["tool_choice"] = echoed["tool_choice"] or "auto"
        if echoed["parallel_tool_calls"] is None:
            echoed["parallel_tool_calls"] = True
        reason = "max_output_tokens" if self._finish == "length" else "content_filter"
        return {
            "id": self._id, "object": "response", "created_at": self._created, "status": status,
            "model": self._model, "output": list(self._output), "error": None, "store": False,
            "incomplete_details": {"reason": reason} if status == "incomplete" else None,
            "previous_response_id": None, "usage": _usage(self._usage), **echoed, **self._more,
        }  # fmt: skip

    def _words(self, part: str, text: str) -> Iterator[Json]:
        if self._open is None or self._open["type"] != _KINDS[part]:
            yield from self._close()
            yield from self._begin(part)
        assert self._open is not None
        self._open["content"][0]["text"] += text
        more = {"logprobs": []} if part == "output_text" else {}
        yield self._event(f"response.{part}.delta", **self._where(), content_index=0, delta=text, **more)

    def _begin(self, part: str) -> Iterator[Json]:
        kind = _KINDS[part]
        item: Json = {"id": f"{kind[:3]}_{len(self._output)}_{self._id}", "type": kind, "content": []}
        item |= {"role": "assistant"} if kind == "message" else {"summary": []}
        item["status"] = "in_progress"
        yield from self._added(item)
        empty: Json = {"type": part, "text": ""} | ({"annotations": []} if part == "output_text" else {})
        item["content"] = [empty]
        shown = {**empty}
        yield self._event("response.content_part.added", **self._where(), content_index=0, part=shown)

    def _calls(self, call: Json) -> Iterator[Json]:
        index, function = call.get("index", 0), call.get("function") or {}
        if self._open is None or self._call != index:
            yield from self._close()
            item = {
                "id": f"fc_{len(self._output)}_{self._id}", "type": "function_call", "status": "in_progress",
                "call_id": call.get("id") or "", "name": function.get("name") or "", "arguments": "",
            }  # fmt: skip
            yield from self._added(item)
            self._call = index
        assert self._open is not None
        if text := function.get("arguments"):
            self._open["arguments"] += text
            yield self._event("response.function_call_arguments.delta", **self._where(), delta=text)

    def _added(self, item: Json) -> Iterator[Json]:
        self._open = item
        self._output.append(item)
        shown = json.loads(json.dumps(item))
        yield self._event("response.output_item.added", output_index=len(self._output) - 1, item=shown)

    def _close(self, status: str = "completed") -> Iterator[Json]:
        item = self._open
        if item is None:
            return
        if item["type"] == "function_call":
            yield self._event(
                "response.function_call_arguments.done", **self._where(), arguments=item["arguments"],
                name=item["name"],
            )  # fmt: skip
        else:
            part = item["content"][0]
            more = {"logprobs": []} if part["type"] == "output_text" else {}
            done = f"response.{part['type']}.done"
            yield self._event(done, **self._where(), content_index=0, text=part["text"], **more)
            yield self._event("response.content_part.done", **self._where(), content_index=0, part=part)
        item["status"] = status
        yield self._event("response.output_item.done", output_index=len(self._output) - 1, item=item)
        self._open, self._call = None, None

    def _where(self) -> Json:
        assert self._open is not None
        return {"item_id": self._open["id"], "output_index": len(self._output) - 1}

    def _event(self, kind: str, **fields: Any) -> Json:
        self._number += 1
        return {"type": kind, "sequence_number": self._number - 1, **fields}


def _usage(usage: Json | None) -> Json | None:
    if not usage:
        return None
    cached: Json = usage.get("prompt_tokens_details") or {}
    thought: Json = usage.get("completion_tokens_details") or {}
    return {
        "input_tokens": usage.get("prompt_tokens", 0),
        "input_tokens_details": {"cached_tokens": cached.get("cached_tokens") or 0, "cache_write_tokens": 0},
        "output_tokens": usage.get("completion_tokens", 0),
        "output_tokens_details": {"reasoning_tokens": thought.get("reasoning_tokens") or 0},
        "total_tokens": usage.get("total_tokens", 0),
    }
