"""One call of a language model, as the relay sees it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Any

from attunement.companion import Request
from attunement.respond.backends.openai_compatible import Event
from attunement.respond.upstreams import Target
from attunement.settings import RelayMode
from attunement.turn import Turn


@dataclass(frozen=True, slots=True)
class Call:
    """What a client asks for.

    Attributes:
        body: the request, as it came but for Attunement's own object.
        question: what is read and kept; None where nothing is to be.
        mode: what is done around the model; None leaves it to the upstream and the settings.
        budget_ms: the first words are to leave within this time.
        headers: the client's headers, lower case; only those that an upstream's settings name go on.
        compose: whether the composer can answer this call where no upstream does.
    """

    body: Mapping[str, Any]
    question: Request | None = None
    mode: RelayMode | None = None
    budget_ms: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    compose: bool = True

    @property
    def model(self) -> str | None:
        """The model asked for."""
        found = self.body.get("model")
        return found if isinstance(found, str) and found else None


@dataclass(slots=True)
class Whole:
    """An answer that is complete: its document, who gave it, and the Turn where one was read."""

    document: dict[str, Any]
    target: Target
    turn: Turn | None = None


@dataclass(slots=True)
class Streamed:
    """An answer whose first words have come; ``turn`` is finished when the events have ended."""

    events: AsyncGenerator[Event]
    target: Target
    turn_id: str | None = None
    turn: Turn | None = None


@dataclass(slots=True)
class Composed:
    """The composer's reply, kept, because no upstream answered."""

    turn: Turn


def restylable(body: Mapping[str, Any]) -> bool:
    """Whether the answer is free text: no JSON form is demanded, and no sound."""
    form = body.get("response_format")
    if isinstance(form, dict) and form.get("type") not in (None, "text"):  # pyright: ignore
        return False
    if body.get("grammar") or body.get("json_schema") or body.get("guided_json"):  # llama.cpp, vLLM
        return False
    return "audio" not in (body.get("modalities") or ())


def checkable(body: Mapping[str, Any]) -> bool:
    """Whether sentences may be held and replaced: one choice, and no probabilities of its tokens."""
    return (body.get("n") or 1) == 1 and not body.get("logprobs")
