"""The contracts between Attunement and its parts, built-in or a stranger's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal, Protocol, runtime_checkable

from attunement.turn import Message, PastTurn, Plan, Reading, Reply, Turn, Verdict

Scratch = dict[str, Any]
"""Arrays and caches of one run; never serialised."""


class Stage(Protocol):
    """What the pipeline asks of every stage: a name, and the fields it reads and writes."""

    name: str
    reads: frozenset[str]
    writes: frozenset[str]


@runtime_checkable
class ComputeStage(Stage, Protocol):
    """A stage that only computes; consecutive ones run in one hop on the executor."""

    def compute(self, turn: Turn, scratch: Scratch) -> Turn:
        """Return the Turn with this stage's fields written."""
        ...


@runtime_checkable
class AsyncStage(Stage, Protocol):
    """A stage that waits for something outside."""

    async def perform(self, turn: Turn, scratch: Scratch) -> Turn:
        """Return the Turn with this stage's fields written."""
        ...


class Perceiver(Protocol):
    """Reads messages; one message is a batch of one."""

    def read(self, batch: Sequence[str], scratch: Scratch | None = None) -> tuple[Reading, ...]:
        """One Reading per text, in order. ``scratch`` receives arrays when given."""
        ...


class Planner(Protocol):
    """Decides how to respond."""

    def plan(self, turn: Turn) -> Plan:
        """The plan for a Turn that has been read and recalled."""
        ...


class Backend(Protocol):
    """Writes replies from a planned Turn."""

    def write(self, turn: Turn, scratch: Scratch) -> Reply:
        """A complete reply."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply under judgement, from any source, with the Turn it answers."""

    turn: Turn
    reply: Reply


class Critic(Protocol):
    """Judges a reply. ``scope`` 'sentence' may drop one before release, 'reply' may cause a rewrite.

    Two more class attributes are optional: ``guards``, "truth" for what must never be released and "tone"
    (the default) for what gives way to facts; and ``partial``, whether a critic of whole replies can
    also judge the first sentence of one that is still being written (by default not).
    """

    name: ClassVar[str]
    scope: ClassVar[Literal["sentence", "reply"]]

    def judge(self, draft: Draft, scratch: Scratch) -> Sequence[Verdict]:
        """Zero or more verdicts; a value under 0.5 asks for a rewrite."""
        ...


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the store; all words are in ``payload``, everything else is clear."""

    id: str
    tenant: str
    kind: Literal["turn", "feedback", "memory", "profile"]
    created_at: datetime
    payload: bytes
    person: str | None = None
    conversation: str | None = None
    branch: str = ""
    parent: str | None = None
    idempotency_key: str | None = None
    consent_category: str = "conversation"
    key_id: str = "none"
    payload_version: int = 1
    meta: Mapping[str, str] = field(default_factory=dict[str, str])


class Store(Protocol):
    """Where turns and consent are kept. Every call names a tenant."""

    def put(self, record: Record) -> None:
        """Insert or replace one record."""
        ...

    def get(self, tenant: str, id: str) -> Record | None:
        """One record by id."""
        ...

    def conversation(self, tenant: str, conversation: str, limit: int) -> list[Record]:
        """The last ``limit`` turns of a conversation, oldest first."""
        ...

    def person(self, tenant: str, person: str, kind: str | None = None) -> list[Record]:
        """Everything kept of one person, or all of one kind, oldest first."""
        ...

    def stamp(self, tenant: str, person: str) -> str:
        """A short text that changes with the person's latest record."""
        ...

    def delete(self, tenant: str, ids: Sequence[str]) -> int:
        """Delete records by id, leaving no byte of them; the number deleted."""
        ...

    def last_conversation(self, tenant: str, person: str) -> str | None:
        """The conversation of the person's latest turn."""
        ...

    def erase(self, tenant: str, person: str) -> int:
        """Delete everything of one person; the number of records deleted."""
        ...

    def consent(self, tenant: str, person: str) -> dict[str, bool]:
        """The person's decisions by category; categories never decided are absent."""
        ...

    def set_consent(self, tenant: str, person: str, category: str, granted: bool, at: datetime) -> None:
        """Record a decision."""
        ...

    def close(self) -> None:
        """Release files and connections."""
        ...


__all__ = [
    "AsyncStage", "Backend", "ComputeStage", "Critic", "Draft", "Message", "PastTurn", "Perceiver",
    "Planner", "Record", "Scratch", "Stage", "Store",
]  # fmt: skip
