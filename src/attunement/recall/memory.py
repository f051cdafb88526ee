"""The memory of one person: facts, lines and marks, loaded once and kept bounded in memory.

Every statement and every line is a record of its own, so that two talks at once lose and double
nothing. A book is loaded again when the store's stamp shows that someone else wrote; erased or
deleted records therefore leave the index too.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Any, Final

import numpy as np

from attunement.models.runtime import Floats
from attunement.protocols import Record, Store
from attunement.recall.codec import Codec
from attunement.recall.facts import Assertion, Fact, Ledger
from attunement.recall.search import Item, MemoryIndex
from attunement.turn import Turn

SHELF: Final = 64
"""How many persons' books are held at once."""
_EMBED_AT_LOAD: Final = 256
"""How many lines without a fitting vector are embedded anew when a book is loaded."""

Embed = Callable[[str], Floats]


@dataclass(slots=True)
class Book:
    """What is remembered of one person.

    Attributes:
        ledger: every statement, and what follows.
        index: the lines, for search.
        marks: what was done once ("due:ID", "ahead:ID"), with its time.
        stamp: state of the store that this was loaded from.
    """

    ledger: Ledger = field(default_factory=Ledger)
    index: MemoryIndex = field(default_factory=MemoryIndex)
    marks: dict[str, str] = field(default_factory=dict[str, str])
    stamp: str = ""

    @property
    def stated(self) -> Mapping[str, Assertion]:
        """Every statement, by id."""
        return self.ledger.stated

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What holds and what held."""
        return self.ledger.facts


class Shelf:
    """Books by tenant and person.

    Args:
        store: where the records lie.
        codec: of their payloads.
        embed: retrieval vector of a text; without it lines are searched by their words.
        body: name of the body whose vectors fit; others are embedded anew.
    """

    def __init__(self, store: Store, codec: Codec, embed: Embed | None = None, body: str = "") -> None:
        self._store = store
        self._codec = codec
        self._embed = embed
        self._body = body[:12]
        self._books: OrderedDict[tuple[str, str], Book] = OrderedDict()
        self._lock = Lock()

    def book(self, tenant: str, person: str) -> Book:
        """The person's book, as the store has it now."""
        key, stamp = (tenant, person), self._store.stamp(tenant, person)
        with self._lock:
            found = self._books.get(key)
        if found is None or found.stamp != stamp:
            found = self._load(tenant, person)
            found.stamp = stamp
        with self._lock:
            self._books[key] = found
            self._books.move_to_end(key)
            while len(self._books) > SHELF:
                self._books.popitem(last=False)
        return found

    def holds(self, tenant: str, person: str) -> bool:
        """Whether the person's book is held in memory."""
        with self._lock:
            return (tenant, person) in self._books

    def decode(self, record: Record) -> bytes:
        """The payload of a record."""
        return self._codec.decode(record.tenant, record.person, record.payload)

    def drop(self, tenant: str, person: str) -> None:
        """Forget the book that is held in memory."""
        with self._lock:
            self._books.pop((tenant, person), None)

    def _load(self, tenant: str, person: str) -> Book:
        book, items, vectors = Book(), list[Item](), list[Floats]()
        anew, stated = 0, list[Assertion]()
        for record in self._store.person(tenant, person, "memory"):
            raw: dict[str, Any] = json.loads(self._codec.decode(tenant, person, record.payload))
            if raw["type"] == "fact":
                stated.append(Assertion.from_json(raw["fact"]))
            elif raw["type"] == "mark":
                book.marks[raw["name"]] = raw["at"]
            elif raw["type"] == "said":
                items.append(
                    Item(record.id, raw["text"], datetime.fromisoformat(raw["at"]), "user", raw["talk"])
                )
                vector = self._vector(raw)
                if vector is None and self._embed is not None and anew < _EMBED_AT_LOAD:
                    anew += 1
                    vector = self._embed(raw["text"])
                vectors.append(np.zeros(384, dtype=np.float32) if vector is None else vector)
        book.ledger.state(stated)
        if items:
            book.index.add(items, np.stack(vectors))
        return book

    def _vector(self, raw: Mapping[str, Any]) -> Floats | None:
        if not raw.get("vector") or raw.get("body") != self._body:
            return None
        return np.frombuffer(base64.b64decode(raw["vector"]), dtype=np.float16).astype(np.float32)

    def keep(self, turn: Turn, at: datetime, facts: Iterable[Assertion], line: bool) -> None:
        """Write statements, and the message as a line, where consent was given.

        Args:
            turn: whose message it is; it must have a person.
            at: when it was written.
            facts: what it states.
            line: whether the message itself is kept as a memory.
        """
        assert turn.person is not None
        book, facts = self.book(turn.tenant, turn.person), list(facts)
        for said in facts:
            self._put(turn, said.id, said.known_since, {"type": "fact", "fact": said.to_json()})
        book.ledger.state(facts)
        id = f"s{turn.id}"
        if line and not any(item.id == id for item in book.index.items[-50:]):
            vector = self._embed(turn.message) if self._embed else None
            coded = (
                base64.b64encode(vector.astype(np.float16).tobytes()).decode() if vector is not None else ""
            )
            talk = turn.conversation or ""
            raw = {"type": "said", "text": turn.message, "at": at.isoformat(), "talk": talk,
                   "vector": coded, "body": self._body}  # fmt: skip
            self._put(turn, id, at.isoformat(), raw)
            row = np.zeros(384, dtype=np.float32) if vector is None else vector
            book.index.add([Item(id, turn.message, at, "user", talk)], row[None, :])
        self.seen(turn.tenant, turn.person)

    def mark(self, turn: Turn, at: datetime, names: Iterable[str]) -> None:
        """Note that something was done; a mark holds ids and times, never words."""
        assert turn.person is not None
        book = self.book(turn.tenant, turn.person)
        for name in names:
            id = hashlib.sha256(f"mark\x00{turn.person}\x00{name}".encode()).hexdigest()[:24]
            raw = {"type": "mark", "name": name, "at": at.isoformat()}
            self._put(turn, id, at.isoformat(), raw, "conversation")
            book.marks[name] = at.isoformat()
        self.seen(turn.tenant, turn.person)

    def forget(self, tenant: str, person: str, ids: Iterable[str]) -> int:
        """Delete records of the person: statements, lines, or turns; the number deleted.

        A turn whose parent goes is tied to the one before it, so that its talk stays whole.
        """
        gone = set(ids)
        turns = {r.id: r for r in self._store.person(tenant, person, "turn")}
        for record in turns.values():
            parent = record.parent
            while parent in gone and parent in turns:
                parent = turns[parent].parent
            if parent != record.parent and record.id not in gone:
                self._store.put(replace(record, parent=parent))
        count = self._store.delete(tenant, sorted(gone))
        self.drop(tenant, person)
        return count

    def seen(self, tenant: str, person: str) -> None:
        """The store's state is the book's own: what was just written is in both."""
        with self._lock:
            book = self._books.get((tenant, person))
        if book is not None:
            book.stamp = self._store.stamp(tenant, person)

    def _put(
        self, turn: Turn, id: str, at: str, raw: Mapping[str, Any], category: str = "memory"
    ) -> None:  # fmt: skip
        payload = json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace")
        self._store.put(
            Record(
                id=id, tenant=turn.tenant, kind="memory", created_at=datetime.fromisoformat(at),
                payload=self._codec.encode(turn.tenant, turn.person, payload), person=turn.person,
                conversation=turn.conversation, consent_category=category, key_id=self._codec.key_id,
            )
        )  # fmt: skip
