"""A request of the Responses API as one for chat completions.

Source: OpenAI API reference, "Create a model response". Stateless: what would need the server to remember
responses is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from attunement.server.errors import ApiError

Json = dict[str, Any]
_STATE: Final = ("previous_response_id", "conversation", "background", "prompt")
_OWN: Final = frozenset(
    {*_STATE, "input", "instructions", "tools", "tool_choice", "text", "reasoning", "max_output_tokens"}
    | {"store", "include", "truncation", "max_tool_calls", "stream_options"}
)
"""Fields that chat completions do not have; all others go on as they are."""

_PARTS: Final[dict[str, Callable[[Json], Json]]] = {
    "input_text": lambda p: {"type": "text", "text": p.get("text", "")},
    "output_text": lambda p: {"type": "text", "text": p.get("text", "")},
    "text": lambda p: {"type": "text", "text": p.get("text", "")},
    "refusal": lambda p: {"type": "text", "text": p.get("refusal", "")},
    "input_image": lambda p: {"type": "image_url", "image_url": _image(p)},
    "input_audio": lambda p: {"type": "input_audio", "input_audio": p.get("input_audio")},
    "input_file": lambda p: {"type": "file", "file": {k: v for k, v in p.items() if k != "type"}},
}


def chat_body(raw: Json) -> Json:
    """The body of the same request for chat completions.

    Raises:
        ApiError: it needs state, or holds an item or a tool that chat completions do not have.
    """
    for name in _STATE:
        if raw.get(name):
            raise ApiError(
                400, f"{name} needs stored responses; send the whole talk as input", param=name,
                code="unsupported_value",
            )  # fmt: skip
    body = {k: v for k, v in raw.items() if k not in _OWN}
    body["messages"] = _messages(raw)
    if isinstance(raw.get("tools"), list) and raw["tools"]:
        body["tools"] = [_tool(tool) for tool in raw["tools"]]
    if (choice := raw.get("tool_choice")) is not None:
        body["tool_choice"] = _choice(choice)
    if raw.get("max_output_tokens") is not None:
        body["max_completion_tokens"] = raw["max_output_tokens"]
    if effort := _object(raw.get("reasoning")).get("effort"):
        body["reasoning_effort"] = effort
    form = _object(_object(raw.get("text")).get("format"))
    if form.get("type") == "json_schema":
        schema = {k: v for k, v in form.items() if k != "type"}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif form.get("type") == "json_object":
        body["response_format"] = {"type": "json_object"}
    return body


def _messages(raw: Json) -> list[Json]:
    given = raw.get("input")
    messages: list[Json] = []
    if isinstance(raw.get("instructions"), str) and raw["instructions"]:
        messages.append({"role": "system", "content": raw["instructions"]})
    if isinstance(given, str):
        return [*messages, {"role": "user", "content": given}]
    if not isinstance(given, list):
        raise ApiError(400, "input: this is a text or a list of items", param="input")
    for place, item in enumerate(cast("list[Any]", given)):
        _add(messages, _object(item), place)
    if not messages:
        raise ApiError(400, "input: there is no message to answer", param="input")
    return messages


def _add(messages: list[Json], item: Json, place: int) -> None:
    kind = item.get("type", "message" if "role" in item else None)
    if kind == "message":
        messages.append({"role": item.get("role"), "content": _content(item.get("content"), place)})
    elif kind == "function_call":
        function = {"name": item.get("name"), "arguments": item.get("arguments")}
        call = {"id": item.get("call_id"), "type": "function", "function": function}
        if messages and messages[-1].get("tool_calls"):
            messages[-1]["tool_calls"].append(call)
        else:
            messages.append({"role": "assistant", "content": None, "tool_calls": [call]})
    elif kind == "function_call_output":
        output = item.get("output")
        content = output if isinstance(output, str) else _content(output, place)
        messages.append({"role": "tool", "tool_call_id": item.get("call_id"), "content": content})
    elif kind != "reasoning":  # thoughts are not sent back
        raise ApiError(400, f"input[{place}]: items of this type are not taken", param="input")


def _content(content: Any, place: int) -> Any:
    if content is None or isinstance(content, str):
        return content
    if not isinstance(content, list):
        raise ApiError(400, f"input[{place}].content: this is a text or a list of parts", param="input")
    parts: list[Json] = []
    for part in cast("list[Any]", content):
        found = _object(part)
        make = _PARTS.get(str(found.get("type")))
        if make is None:
            raise ApiError(400, f"input[{place}].content: parts of this type are not taken", param="input")
        parts.append(make(found))
    if all(p["type"] == "text" for p in parts):
        return "\n".join(str(p["text"]) for p in parts)
    return parts


def _image(part: Json) -> Json:
    image = {"url": part.get("image_url")}
    return image | ({"detail": part["detail"]} if part.get("detail") else {})


def _tool(tool: Any) -> Json:
    found = _object(tool)
    if found.get("type") != "function":
        raise ApiError(400, "tools: only tools of type 'function' are taken", param="tools")
    return {"type": "function", "function": {k: v for k, v in found.items() if k != "type"}}


def _choice(choice: Any) -> Any:
    found = _object(choice)
    if found.get("type") == "function":
        return {"type": "function", "function": {"name": found.get("name")}}
    return choice


def _object(value: Any) -> Json:
    return cast("Json", value) if isinstance(value, dict) else {}
