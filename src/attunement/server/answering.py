"""From a finished Turn to what travels: a completion, or the events of a streamed one."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Sequence
from dataclasses import asdict
from typing import Any

from attunement.explain import explain, turn_document
from attunement.respond.backends.openai_compatible import Event
from attunement.server.wire import (
    MODEL,
    Answer,
    AnswerMessage,
    Chunk,
    ChunkChoice,
    Completion,
    Delta,
    Part,
    Usage,
    WireMessage,
)  # fmt: skip
from attunement.turn import Turn


def included(turn: Turn, names: Sequence[Part]) -> dict[str, Any]:
    """The parts of a Turn that were asked for, as ``attune reply --json`` prints them."""
    document = turn_document(turn)
    return {name: asdict(explain(turn)) if name == "why" else document[name] for name in names}


def usage(turn: Turn, messages: Sequence[WireMessage]) -> Usage:
    """Words sent and words answered."""
    sent = sum(len(m.text.split()) for m in messages)
    answered = len(turn.reply.text.split()) if turn.reply else 0
    return Usage(prompt_tokens=sent, completion_tokens=answered, total_tokens=sent + answered)


def completion(turn: Turn, messages: Sequence[WireMessage], include: Sequence[Part]) -> dict[str, Any]:
    """The document of a completion."""
    content = turn.reply.text if turn.reply else ""
    message = AnswerMessage(role="assistant", content=content, refusal=None)
    answer = Answer(index=0, message=message, logprobs=None, finish_reason="stop")
    result = Completion(
        id=_id(turn), object="chat.completion", created=_created(turn), model=MODEL,
        choices=[answer], usage=usage(turn, messages),
    )  # fmt: skip
    if include:
        result.attunement = included(turn, include)
    return result.model_dump(mode="json", exclude_unset=True)


async def events(
    turn: Turn, messages: Sequence[WireMessage], include: Sequence[Part], with_usage: bool
) -> AsyncGenerator[Event]:
    """The events: the role, one for each sentence, the stop, and the usage if asked.

    The contents joined are the text of the unstreamed reply.
    """
    yield _event(_chunk(turn, Delta(role="assistant", content=""), None, with_usage))
    for number, sentence in enumerate(turn.reply.sentences if turn.reply else ()):
        text = f" {sentence.text}" if number else sentence.text
        yield _event(_chunk(turn, Delta(content=text), None, with_usage))
    last = _chunk(turn, Delta(), "stop", with_usage)
    if include:
        last.attunement = included(turn, include)
    yield _event(last)
    if with_usage:
        yield _event(_bare(turn, [], usage(turn, messages)))


def _chunk(turn: Turn, delta: Delta, finish: Any, with_usage: bool) -> Chunk:
    """A chunk with one choice; where usage is asked for, ``usage`` is null until the last."""
    chunk = _bare(turn, [ChunkChoice(index=0, delta=delta, logprobs=None, finish_reason=finish)])
    if with_usage:
        chunk.usage = None
    return chunk


def _bare(turn: Turn, choices: list[ChunkChoice], counted: Usage | None = None) -> Chunk:
    chunk = Chunk(
        id=_id(turn), object="chat.completion.chunk", created=_created(turn), model=MODEL,
        choices=choices,
    )  # fmt: skip
    if counted is not None:
        chunk.usage = counted
    return chunk


def _event(chunk: Chunk) -> Event:
    """One event, in ASCII: some clients also end lines at U+2028, which a text may hold."""
    data = chunk.model_dump(mode="json", exclude_unset=True)
    return Event(data, json.dumps(data).encode())


def _id(turn: Turn) -> str:
    return f"chatcmpl-{turn.id}"


def _created(turn: Turn) -> int:
    return int(turn.now.timestamp()) if turn.now else 0
