"""From what travels to what the Companion is asked: bodies, the object ``attunement``, headers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, Final, cast

from fastapi import Request
from pydantic import ValidationError

from attunement.companion import Request as Question
from attunement.server.errors import ApiError, problem
from attunement.server.wire import ChatRequest, Extension, WireMessage
from attunement.turn import Message

_HEADER: Final = "x-attunement-"
_LONGEST_USER: Final = 128


def from_headers(request: Request) -> Extension:
    """Person, conversation and locale from the headers ``x-attunement-*``.

    Raises:
        ApiError: a header has a value that cannot be used.
    """
    given = {
        name: _utf8(value)
        for name in ("person", "conversation", "locale")
        if (value := request.headers.get(_HEADER + name)) is not None
    }
    try:
        return Extension.model_validate(given)
    except ValidationError as error:
        found = problem(error.errors())
        raise ApiError(400, _HEADER + found.message, param=f"{_HEADER}{found.param}") from None


def question(
    messages: Sequence[WireMessage], given: Extension, request: Request, tenant: str,
    user: str | None = None,
) -> Question:  # fmt: skip
    """What the Companion is asked. A body counts before a header, and ``user`` last."""
    headers = from_headers(request)
    return Question(
        messages=talk(messages),
        person=given.person or headers.person or _person(user),
        conversation=given.conversation or headers.conversation,
        locale=given.locale or headers.locale,
        context=given.context or {},
        tenant=tenant,
    )


def talk(messages: Sequence[WireMessage]) -> tuple[Message, ...]:
    """The lines of the two who talk; assistant messages without text (calls of tools) are left out."""
    lines: list[Message] = []
    for message in messages:
        if message.role == "user" or (message.role == "assistant" and message.text):
            lines.append(Message(message.role, message.text))
    return tuple(lines)


def refuse_unsupported(body: ChatRequest) -> None:
    """Refuse what the composer cannot do, rather than answer something else.

    Raises:
        ApiError: several choices, JSON output, or a call of a tool is demanded.
    """
    if body.n is not None and body.n > 1:
        raise ApiError(400, "one choice is given; leave n out", param="n", code="unsupported_value")
    if body.response_format is not None and _type(body.response_format) != "text":
        raise ApiError(
            400, 'replies are text; leave response_format out, or give {"type": "text"}',
            param="response_format", code="unsupported_value",
        )  # fmt: skip
    if body.tool_choice == "required" or _type(body.tool_choice) in ("function", "custom"):
        raise ApiError(
            400, "tools are never called here; leave tool_choice out",
            param="tool_choice", code="unsupported_value",
        )  # fmt: skip


def _type(value: Any) -> Any:
    """The ``type`` of a JSON object; None for other values."""
    return cast("dict[str, Any]", value).get("type") if isinstance(value, dict) else None


def _person(user: str | None) -> str | None:
    """The field ``user`` as a person's id; one that is no short printable text becomes its digest."""
    if not user or (len(user) <= _LONGEST_USER and user.isprintable()):
        return user or None
    return "user-" + hashlib.sha256(user.encode()).hexdigest()


def _utf8(value: str) -> str:
    """A header's value; Starlette gives it as Latin-1, clients send UTF-8."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
