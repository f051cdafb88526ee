"""Sentences about what is remembered, beside or instead of what another backend writes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from attunement.protocols import Backend, Scratch
from attunement.recall.tell import told_slots
from attunement.respond.phrasebook import Phrase, Phrasebook
from attunement.turn import Mention, Reply, Sentence, Turn

INDEX: Final = "memory.jsonl"
"""These groups are chosen by the plan, not by closeness, so they have an index of their own."""


class Recollecting:
    """Wraps a backend: says what the plan mentions of memory, and leaves the rest to it.

    Args:
        inner: writes everything else.
        folder: the language's ``phrases`` folder.
        language: of the phrases.
    """

    def __init__(self, inner: Backend, folder: Path, language: str = "en") -> None:
        self.inner = inner
        self.book = Phrasebook(folder, language, None, INDEX)

    def write(self, turn: Turn, scratch: Scratch) -> Reply:
        """The inner backend's reply with the mentions of the plan."""
        plan = turn.plan
        if plan is None or not plan.mentions:
            return self.inner.write(turn, scratch)
        said = [s for mention in plan.mentions for s in self._say(mention, turn, scratch)]
        if not said or plan.mentions[0].alone:
            scratch["asked"] = ()
            return Reply(tuple(said), self.book.language) if said else self.inner.write(turn, scratch)
        first = self.inner.write(turn, scratch) if plan.tactics else Reply((), self.book.language)
        calm = [s for s in first.sentences if not s.text.rstrip().endswith("?")][:1]
        return replace(first, sentences=(*calm, *said))

    def _say(self, mention: Mention, turn: Turn, scratch: Scratch) -> list[Sentence]:
        slots = dict(mention.slots)
        if mention.group in ("memory_told", "memory_more", "memory_corrected"):
            told = self._told(mention, turn)
            if told is None:
                return []
            slots["memory"] = told
        phrase = self._choose(mention.group, slots, turn, scratch)
        if phrase is None:
            return []
        masked = self.book.text(phrase, {s: f"<{s}>" for s in phrase.slots})
        return [Sentence(self.book.text(phrase, slots), phrase.tactic, phrase.id, masked)]

    def _told(self, mention: Mention, turn: Turn) -> str | None:
        """The fact itself, as a clause that may stand within a sentence."""
        known = turn.recall.memories if turn.recall else ()
        memory = next((m for m in known if m.id in mention.memories), None)
        if memory is None:
            return None
        name, slots = told_slots(memory, turn.now or datetime.now(UTC))
        phrase = next((p for p in self.book.phrases if p.id == f"memory_fact-{name}"), None)
        if phrase is None:
            return None
        text = self.book.text(phrase, slots)
        plain = slots.get("value", "") if text.startswith(slots.get("value", "\x00")) else ""
        return text if plain[:1].isupper() else text[:1].lower() + text[1:]

    def _choose(
        self, group: str, slots: Mapping[str, str], turn: Turn, scratch: Scratch
    ) -> Phrase | None:  # fmt: skip
        """A phrase of the group whose slots are filled: one not used lately, by the seed."""
        used = {p for t in (turn.recall.turns if turn.recall else ()) for p in t.phrases}
        banned = set(scratch.get("banned_phrases", ()))
        taken = {m for m in scratch.get("recollected", ())}
        rows = [self.book.phrases[i] for i in self.book.by_group.get(group, ())]
        fitting = [p for p in rows if all(slots.get(s) for s in p.slots)]
        for barred in (used | banned | taken, banned | taken, set[str]()):
            free = [p for p in fitting if p.id not in barred]
            if free:
                digest = hashlib.sha256(f"{turn.seed}:{turn.id}:{group}".encode()).digest()
                chosen = free[int.from_bytes(digest[:4], "big") % len(free)]
                scratch["recollected"] = (*taken, chosen.id)
                return chosen
        return None
