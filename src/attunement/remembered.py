"""Values of a Turn that carry memory: what was brought back, what will be written, what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Memory:
    """Something a person told earlier that bears on this turn.

    Attributes:
        id: of the fact, or of the turn whose line this is.
        kind: kind of fact, or "said" for a line.
        subject, attribute, value: the fact; a line has none.
        words: the sentence it was taken from.
        said_at: ISO time of the message.
        starts, ends: ISO dates of an event, or from and until when it holds.
        feeling: polarity of the message that said it.
        why: what brought it back ("due", "ahead", "anniversary", "asked", "close").
        score: how well it fits, for what was searched.
    """

    id: str
    kind: str
    subject: str = "user"
    attribute: str = ""
    value: str = ""
    words: str = ""
    said_at: str = ""
    starts: str | None = None
    ends: str | None = None
    hour: float | None = None
    precision: str = "day"
    feeling: str = "neutral"
    why: str = "close"
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class MemoryChange:
    """What ``remember`` will write once the reply is out.

    Attributes:
        request: what the person asked of the memory ("forget", "correct", "accept", "decline",
            "recollect"), "none" where nothing was asked.
        facts: statements to keep, as JSON objects.
        forget: ids of records to delete.
        consent: the person's decision, where this message gave one.
        hide: the words of this message are not to be kept.
    """

    request: str = "none"
    facts: tuple[Mapping[str, Any], ...] = ()
    forget: tuple[str, ...] = ()
    consent: bool | None = None
    hide: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence about what is remembered, which the reply carries.

    Attributes:
        group: the phrase group.
        slots: values for its slots.
        memories: ids of the memories that it speaks of.
        alone: whether it is the whole reply.
        reason: why it is said now.
    """

    group: str
    slots: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    memories: tuple[str, ...] = ()
    alone: bool = False
    reason: str = ""
