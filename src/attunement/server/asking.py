"""From what travels to what the Companion is asked: bodies, the object ``attunement``, headers."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import Any, Final, cast

from fastapi import Request
from pydantic import ValidationError

from attunement.companion import Request as Question
from attunement.relay.call import Call
from attunement.relay.clients import is_background, recognise
from attunement.server.errors import ApiError, problem
from attunement.server.service import Service
from attunement.server.wire import ChatRequest, Extension, WireMessage, unanswerable
from attunement.turn import Message

_HEADER: Final = "x-attunement-"
_LONGEST_USER: Final = 128


def from_headers(request: Request) -> Extension:
    """Person, conversation, locale, mode and budget from the headers ``x-attunement-*``.

    Raises:
        ApiError: a header has a value that cannot be used.
    """
    given = {
        name: _utf8(value)
        for name in ("person", "conversation", "locale", "mode", "plain", "budget_ms")
        if (value := request.headers.get(_HEADER + name.replace("_", "-"))) is not None
    }
    try:
        return Extension.model_validate(given)
    except ValidationError as error:
        found = problem(error.errors())
        name = (found.param or "").replace("_", "-")
        raise ApiError(400, _HEADER + found.message, param=f"{_HEADER}{name}") from None


def question(
    messages: Sequence[WireMessage], given: Extension, request: Request, service: Service,
    users: Sequence[str | None] = (),
) -> Question:  # fmt: skip
    """What the Companion is asked. A body counts before a header, and the fields ``users`` last.

    A recognised client's own header names the talk; its header that names a person counts only where the
    settings trust it, because anyone can write it.

    Raises:
        ApiError: a header cannot be used, or a person's signature is wrong.
    """
    headers = from_headers(request)
    client = recognise(request.headers)
    server = service.settings.server
    person = given.person or headers.person
    if server.identity_secret is not None:
        person = _signed(request, headers.person, server.identity_secret)
    elif not person and client and client.person and server.trust_client_headers:
        person = _person(request.headers.get(client.person))
    talk_id = given.conversation or headers.conversation
    if not talk_id and client:
        talk_id = _person(request.headers.get(client.conversation))
    return Question(
        messages=talk(messages),
        person=person or next((p for user in users if (p := _person(user))), None),
        conversation=talk_id,
        locale=given.locale or headers.locale,
        context=given.context or {},
        tenant=service.tenant,
        whole=bool(client and client.whole),
        resent=True,
    )


def call(body: ChatRequest, raw: dict[str, Any], request: Request, service: Service) -> Call:
    """The call of a language model that a request asks for.

    Nothing is read or kept of a client's background tasks, of messages without text, and where the
    request says plain.

    Raises:
        ApiError: a header cannot be used.
    """
    given, headers = body.attunement or Extension(), from_headers(request)
    plain = given.plain if given.plain is not None else headers.plain
    mode = "plain" if plain else given.mode or headers.mode
    sent = {k: v for k, v in raw.items() if k != "attunement"}
    asked = None
    if mode != "plain" and not is_background(raw["messages"]) and talk(body.messages):
        users = (body.safety_identifier, body.user, _metadata(raw))
        asked = question(body.messages, given, request, service, users)
    return Call(
        body=sent,
        question=asked,
        mode="plain" if asked is None else mode,
        budget_ms=given.budget_ms or headers.budget_ms,
        headers=dict(request.headers),
        compose=asked is not None and _composable(body),
    )


def talk(messages: Sequence[WireMessage]) -> tuple[Message, ...]:
    """The lines of the two who talk, up to the person's last one; empty where that has no text.

    Assistant messages without text (calls of tools) are left out.
    """
    lines: list[Message] = []
    for message in messages:
        if message.role == "user" or (message.role == "assistant" and message.text):
            lines.append(Message(message.role, message.text))
    while lines and lines[-1].role != "user":
        lines.pop()
    return tuple(lines) if lines and lines[-1].text.strip() else ()


def _composable(body: ChatRequest) -> bool:
    """Whether the composer can answer: the person spoke last, and nothing but text is demanded."""
    try:
        refuse_unsupported(body)
    except ApiError:
        return False
    return unanswerable(body.messages) is None


def _signed(request: Request, person: str | None, secret: str) -> str | None:
    """The person of the header, whose signature is the HMAC-SHA256 of its value (RFC 2104), in hex.

    Raises:
        ApiError: there is no signature, or a wrong one.
    """
    if person is None:
        return None
    given = request.headers.get(_HEADER + "signature", "")
    right = hmac.new(secret.encode(), person.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(given.encode("latin-1", "replace"), right.encode()):
        name = _HEADER + "signature"
        raise ApiError(401, f"{name} does not sign {_HEADER}person", param=name, code="invalid_signature")
    return person


def _metadata(raw: dict[str, Any]) -> str | None:
    """``metadata.user_id``, which some clients send."""
    metadata = raw.get("metadata")
    found = cast("dict[str, Any]", metadata).get("user_id") if isinstance(metadata, dict) else None
    return found if isinstance(found, str) else None


def refuse_unsupported(body: ChatRequest) -> None:
    """Refuse what the composer cannot do, rather than answer something else.

    Raises:
        ApiError: nothing can be answered, or several choices, JSON output, or a call of a tool are demanded.
    """
    if reason := unanswerable(body.messages):
        raise ApiError(400, f"messages: {reason}", param="messages")
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
    """A client's own id as ours; one that is no short printable text becomes its digest."""
    if not user or (len(user) <= _LONGEST_USER and user.isprintable()):
        return user or None
    return "user-" + hashlib.sha256(user.encode()).hexdigest()


def _utf8(value: str) -> str:
    """A header's value; Starlette gives it as Latin-1, clients send UTF-8."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
