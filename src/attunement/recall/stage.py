"""The stages ``recall`` and ``remember``."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final

from attunement.identity import ROOT
from attunement.protocols import Perceiver, Record, Scratch, Store
from attunement.recall.codec import Codec, IdentityCodec
from attunement.recall.consent import granted
from attunement.recall.look import Heard, Look, Seen
from attunement.recall.memory import Shelf
from attunement.recall.profile import Profile, Profiles, as_mapping
from attunement.recall.remember import Remember
from attunement.recall.requests import read_consent
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
        codec: Codec | None = None, shelf: Shelf | None = None,
    ) -> None:  # fmt: skip
        self._store = store
        self._perceiver = perceiver
        self._executor = executor
        self._codec = codec or IdentityCodec()
        self._shelf = shelf or Shelf(store, self._codec)
        self._look = Look(self._shelf, store)
        self._profiles = Profiles(store, self._codec)

    async def perform(self, turn: Turn, scratch: Scratch) -> Turn:
        """Write ``recall``."""
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._executor, self._find, turn, scratch)
        return turn.write(recall=found)

    def _find(self, turn: Turn, scratch: Scratch) -> Recall:
        records: list[Record] = []
        if turn.history:
            past = past_turns(turn.history, self._perceiver)
        elif turn.conversation and turn.branch != ROOT:
            records = self._store.conversation(turn.tenant, turn.conversation, WINDOW)
            past = tuple(p for p in (self._past(r) for r in records if r.id != turn.id) if p is not None)
            past = _one_branch(past, records)
        else:
            past = ()
        last = past[-1] if past else None
        consent = granted(self._store, turn.tenant, turn.person)
        seen = self._remembered(turn, past, consent, records, scratch)
        return Recall(
            turns=past,
            open_question=_question(last.reply) if last else None,
            consent=consent,
            profile=self._profile(turn, consent),
            away_days=_away(records, turn),
            memories=seen.memories,
            change=seen.change,
            may_ask=seen.may_ask,
        )

    def _profile(self, turn: Turn, consent: tuple[str, ...]) -> Mapping[str, str]:
        """Style traits, and names of the person's people ("name.sister"), where they may be used."""
        if turn.person is None:
            return MappingProxyType({})
        known = self._profiles.load(turn.tenant, turn.person)
        if "profile" not in consent:  # what a person set is theirs to set, without more
            known = Profile({k: t for k, t in known.traits.items() if t.by_person})
        found = as_mapping(known)
        if "memory" in consent:
            for fact in self._shelf.book(turn.tenant, turn.person).ledger.of("person", "pet"):
                if fact.current and fact.said.value:
                    found[f"name.{fact.said.attribute}"] = fact.said.value
        return MappingProxyType(found)

    def _remembered(
        self, turn: Turn, past: tuple[PastTurn, ...], consent: tuple[str, ...], records: list[Record],
        scratch: Scratch,
    ) -> Seen:  # fmt: skip
        """What the memory gives; right after a yes, the messages before it are read again."""
        words = (scratch.get("words") or [()])[0]
        encoded = scratch.get("encoded")
        earlier: list[Heard] = []
        if read_consent(turn.message, past):
            times = {r.id: r.created_at for r in records}
            zone = turn.now.tzinfo if turn.now else None
            for one in past[-4:]:
                own: Scratch = {}
                self._perceiver.read([one.message], own)
                at = times.get(one.id, turn.now or datetime.now(UTC)).astimezone(zone)
                earlier.append(Heard(one.id, one.message, at, (own.get("words") or [()])[0]))
        return self._look(turn, past, consent, words, encoded[0].embed if encoded else None, earlier)

    def _past(self, record: Record) -> PastTurn | None:
        raw = json.loads(self._codec.decode(record.tenant, record.person, record.payload))
        return _from_raw(raw)


def _away(records: Sequence[Record], turn: Turn) -> float:
    """Days since the last turn of this talk; 0 where there is none or the clock went back."""
    if not records or turn.now is None:
        return 0.0
    return max(0.0, (turn.now - records[-1].created_at).total_seconds() / 86400)


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


__all__ = ["WINDOW", "RecallStage", "Remember", "past_turns"]
