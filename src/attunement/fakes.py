"""Fakes of every contract, for users' own tests and ours: small, fast, deterministic.

``fake_parts()`` gives a whole set that needs no model files.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Literal

import numpy as np

from attunement.assembly import Parts
from attunement.models.runtime import Encoded, Floats
from attunement.protocols import Critic, Draft, Record, Scratch
from attunement.recall.stage import Remember
from attunement.settings import Settings
from attunement.turn import Choice, Frame, Plan, Reading, Reply, Score, Sentence, Turn, Verdict


class FakePerceiver:
    """Gives the Reading that ``readings`` names for a text, else ``default``."""

    def __init__(self, readings: dict[str, Reading] | None = None, default: Reading | None = None) -> None:
        self.readings = readings or {}
        self.default = default or Reading(
            emotions=(Score("sadness", 0.8, True),),
            feelings=(Score("sad", 0.7, True),),
            sentiment="negative",
            polarity="neg",
            valence=0.2,
            intensity=0.6,
            intent=Choice("statement", 0.9),
            need=Choice("heard", 0.9),
            situation=Choice("other", 0.5),
            frame=Frame(time="past"),
        )
        self.calls: list[tuple[str, ...]] = []

    def read(self, batch: Sequence[str], scratch: Scratch | None = None) -> tuple[Reading, ...]:
        """Readings in order; ``scratch["encoded"]`` gets vectors made from the texts."""
        self.calls.append(tuple(batch))
        if scratch is not None:
            scratch["encoded"] = [fake_encoding(t) for t in batch]
        return tuple(self.readings.get(t, self.default) for t in batch)


def fake_encoding(text: str) -> Encoded:
    """States that depend on the text alone."""
    rng = np.random.default_rng(zlib.crc32(text.encode("utf-8", "surrogatepass")))
    vector: Floats = rng.standard_normal(384).astype(np.float32)
    vector /= np.linalg.norm(vector)
    states = np.tile(vector, (1, 1))
    return Encoded(states, states, vector, vector, ((0, len(text)),), vector=vector)


class FakeStore:
    """A store in a dictionary."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, str], Record] = {}
        self.consents: dict[tuple[str, str], dict[str, bool]] = {}
        self.closed = False

    def put(self, record: Record) -> None:
        """Insert or replace."""
        self.records[record.tenant, record.id] = record

    def get(self, tenant: str, id: str) -> Record | None:
        """One record by id."""
        return self.records.get((tenant, id))

    def conversation(self, tenant: str, conversation: str, limit: int) -> list[Record]:
        """The last turns of a conversation, oldest first."""
        rows = [
            r
            for r in self.records.values()
            if (r.tenant, r.conversation, r.kind) == (tenant, conversation, "turn")
        ]
        return sorted(rows, key=lambda r: r.created_at)[-limit:]

    def person(self, tenant: str, person: str, kind: str | None = None) -> list[Record]:
        """Everything of one person, or all of one kind, oldest first."""
        rows = [r for r in self.records.values() if (r.tenant, r.person) == (tenant, person)]
        return sorted((r for r in rows if kind in (None, r.kind)), key=lambda r: r.created_at)

    def stamp(self, tenant: str, person: str) -> str:
        """Ids and times of the person's records."""
        return "/".join(f"{r.id}@{r.created_at}" for r in self.person(tenant, person))

    def delete(self, tenant: str, ids: Sequence[str]) -> int:
        """Delete records by id."""
        return sum(self.records.pop((tenant, id), None) is not None for id in ids)

    def last_conversation(self, tenant: str, person: str) -> str | None:
        """The conversation of the latest turn."""
        rows = [r for r in self.person(tenant, person) if r.conversation and r.kind == "turn"]
        return rows[-1].conversation if rows else None

    def erase(self, tenant: str, person: str) -> int:
        """Delete everything of one person."""
        keys = [k for k, r in self.records.items() if (r.tenant, r.person) == (tenant, person)]
        for key in keys:
            del self.records[key]
        self.consents.pop((tenant, person), None)
        return len(keys)

    def consent(self, tenant: str, person: str) -> dict[str, bool]:
        """Decisions by category."""
        return dict(self.consents.get((tenant, person), {}))

    def set_consent(self, tenant: str, person: str, category: str, granted: bool, at: datetime) -> None:
        """Record a decision."""
        self.consents.setdefault((tenant, person), {})[category] = granted

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True


class FakePlanner:
    """Always the same plan."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.fixed = plan or Plan(tactics=("reflect_meaning", "explore"), groups=("other",), polarity="neg")

    def plan(self, turn: Turn) -> Plan:
        """The fixed plan."""
        return self.fixed


class FakeBackend:
    """Replies in turn with the given texts, the last one for ever."""

    def __init__(self, *texts: str) -> None:
        self.texts = texts or ("That stays with you. What was it like?",)
        self.calls = 0

    def write(self, turn: Turn, scratch: Scratch) -> Reply:
        """The next text, split into sentences."""
        from attunement.companion import as_reply

        text = self.texts[min(self.calls, len(self.texts) - 1)]
        self.calls += 1
        return as_reply(text)


class FakeCritic:
    """Gives values in turn, the last one for ever; ``error`` is raised instead where given."""

    name: ClassVar[str] = "fake"
    scope: ClassVar[Literal["sentence", "reply"]] = "reply"

    def __init__(self, *values: float, error: Exception | None = None) -> None:
        self.values = values or (1.0,)
        self.error = error
        self.calls = 0

    def judge(self, draft: Draft, scratch: Scratch) -> Sequence[Verdict]:
        """One verdict."""
        if self.error is not None:
            raise self.error
        value = self.values[min(self.calls, len(self.values) - 1)]
        self.calls += 1
        return (Verdict(self.name, value, "fake", "fakes"),)


def ticking_clock(
    start: datetime = datetime(2026, 1, 1, tzinfo=UTC), step: timedelta = timedelta(minutes=1)
) -> Callable[[], datetime]:
    """A clock that moves on by ``step`` at every look."""
    now = [start - step]

    def look() -> datetime:
        now[0] += step
        return now[0]

    return look


def fake_parts(**changes: object) -> Parts:
    """A whole set of fakes; any field of ``Parts`` may be replaced."""
    store = changes.pop("store", None) or FakeStore()
    critics: tuple[Critic, ...] = (FakeCritic(),)
    parts = Parts(
        settings=Settings(store="memory"),
        store=store,  # pyright: ignore[reportArgumentType]
        perceiver=FakePerceiver(),
        planner=FakePlanner(),
        backend=FakeBackend(),
        critics=critics,
        remember=Remember(store),  # pyright: ignore[reportArgumentType]
        clock=ticking_clock(),
    )
    return replace(parts, **changes)  # pyright: ignore[reportArgumentType]


__all__ = [
    "FakeBackend", "FakeCritic", "FakePerceiver", "FakePlanner", "FakeStore", "Sentence", "fake_encoding",
    "fake_parts", "ticking_clock",
]  # fmt: skip
