"""The stages ``recall`` and ``remember``."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from concurrent.futures import Executor
from datetime import UTC, datetime
from typing import Any, Final

from attunement.identity import ROOT, ancestors
from attunement.protocols import Perceiver, Record, Scratch, Store
from attunement.recall.codec import Codec, IdentityCodec
from attunement.recall.consent import granted
from attunement.turn import Message, PastTurn, Recall, Turn

WINDOW: Final = 24
"""How many earlier turns of the conversation are brought back."""


class RecallStage:
    """Brings back the conversation so far: the messages of the call, or else the store's."""

    name: str = "recall"
    reads: frozenset[str] = frozenset({"message", "history", "conversation", "person", "reading"})
    writes: frozenset[str] = frozenset({"recall"})

    def __init__(
        self, store: Store, perceiver: Perceiver, executor: Executor | None = None,
        codec: Codec | None = None,
    ) -> None:  # fmt: skip
        self._store = store
        self._perceiver = perceiver
        self._executor = executor
        self._codec = codec or IdentityCodec()

    async def perform(self, turn: Turn, scratch: Scratch) -> Turn:
        """Write ``recall``."""
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._executor, self._find, turn)
        return turn.write(recall=found)

    def _find(self, turn: Turn) -> Recall:
        if turn.history:
            past = past_turns(turn.history, self._perceiver)
        elif turn.conversation and turn.branch != ROOT:
            records = self._store.conversation(turn.tenant, turn.conversation, WINDOW)
            past = tuple(p for p in (self._past(r) for r in records if r.id != turn.id) if p is not None)
            past = _one_branch(past, records)
        else:
            past = ()
        last = past[-1] if past else None
        return Recall(
            turns=past,
            open_question=_question(last.reply) if last else None,
            consent=granted(self._store, turn.tenant, turn.person),
            away_days=0.0,
        )

    def _past(self, record: Record) -> PastTurn | None:
        raw = json.loads(self._codec.decode(record.tenant, record.person, record.payload))
        return _from_raw(raw)


def _one_branch(past: tuple[PastTurn, ...], records: Sequence[Record]) -> tuple[PastTurn, ...]:
    """Only the turns on the line that leads to the newest one; abandoned branches are left out."""
    parents = {r.id: r.parent for r in records}
    line: list[str] = []
    current: str | None = records[-1].id if records else None
    while current is not None and current not in line:
        line.append(current)
        current = parents.get(current)
    return tuple(p for p in past if p.id in line)


def _from_raw(raw: dict[str, Any]) -> PastTurn | None:
    reading, reply, plan = raw.get("reading"), raw.get("reply"), raw.get("plan")
    if not reading or not reply:
        return None
    sentences: list[dict[str, Any]] = reply["sentences"]
    extra: dict[str, Any] = raw.get("extra") or {}
    asked: list[str] = extra.get("asked") or []
    return PastTurn(
        id=raw["id"],
        message=raw["message"],
        reply=" ".join(s["text"] for s in sentences),
        situation=extra.get("situation", reading["situation"]["label"]),
        polarity=plan["polarity"] if plan else reading["polarity"],
        intensity=reading["intensity"],
        tactics=tuple(s["tactic"] for s in sentences),
        phrases=tuple(s["phrase"] for s in sentences if s["phrase"]),
        risk_level=reading["risk"]["level"],
        crisis_kind=reading["risk"]["kind"],
        asked=tuple(asked),
    )


def past_turns(history: Sequence[Message], perceiver: Perceiver) -> tuple[PastTurn, ...]:
    """Earlier turns from the messages of a call: the last ones are read in one batch."""
    pairs: list[tuple[str, str]] = []
    for message in history[-2 * WINDOW :]:
        if message.role == "user":
            pairs.append((message.text, ""))
        elif pairs and not pairs[-1][1]:
            pairs[-1] = (pairs[-1][0], message.text)
        elif not pairs:
            pairs.append(("", message.text))
    read = perceiver.read([m for m, _ in pairs[-6:]]) if pairs else ()
    missing = len(pairs) - len(read)
    out: list[PastTurn] = []
    for i, (message, reply) in enumerate(pairs):
        if i < missing or not message:
            out.append(PastTurn(f"h{i}", message, reply, "other", "neutral", 0.0))
            continue
        reading = read[i - missing]
        out.append(
            PastTurn(
                f"h{i}", message, reply, reading.situation.label, reading.polarity,
                reading.intensity, risk_level=reading.risk.level, crisis_kind=reading.risk.kind,
            )
        )  # fmt: skip
    return tuple(out)


def _question(reply: str) -> str | None:
    text = reply.rstrip()
    if not text.endswith("?"):
        return None
    start = max(text.rfind(mark, 0, -1) for mark in ".!?")
    return text[start + 1 :].strip()


class Remember:
    """Keeps a finished Turn, once, where the person's consent allows it."""

    def __init__(self, store: Store, codec: Codec | None = None) -> None:
        self._store = store
        self.codec = codec or IdentityCodec()

    def keep(self, turn: Turn, now: datetime | None = None) -> bool:
        """Write the Turn to the store; False where there is no conversation or no consent."""
        allowed = turn.recall.consent if turn.recall else ("conversation",)
        if turn.conversation is None or "conversation" not in allowed:
            return False
        self._store.put(
            Record(
                id=turn.id,
                tenant=turn.tenant,
                kind="turn",
                created_at=now or turn.now or datetime.now(UTC),
                payload=self.codec.encode(turn.tenant, turn.person, turn.to_json().encode()),
                person=turn.person,
                conversation=turn.conversation,
                branch=turn.branch,
                parent=self._parent(turn),
                consent_category="conversation",
                key_id=self.codec.key_id,
            )
        )
        return True

    def _parent(self, turn: Turn) -> str | None:
        """The kept turn before this one: the last one recalled, or found by the lines of the call."""
        if turn.history:
            kept = (id for id in ancestors(turn) if self._store.get(turn.tenant, id) is not None)
            return next(kept, None)
        return turn.recall.turns[-1].id if turn.recall and turn.recall.turns else None
