"""What of the memory bears on this turn: what is due, what lies ahead, whose day it is, what is close.

The stage ``recall`` calls ``look`` once. Without consent nothing is read or taken; then only whether
this is a fitting moment to ask for it is noted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, cast

from attunement.models.runtime import Floats
from attunement.perceive.syntax import Word
from attunement.protocols import Store
from attunement.recall.extract import extract
from attunement.recall.facts import Assertion, Fact, Ledger, fact_words, topic_key
from attunement.recall.memory import Book, Shelf
from attunement.recall.requests import Request, mentions_topic, read_consent, read_request
from attunement.recall.search import Query
from attunement.turn import Memory, MemoryChange, PastTurn, Turn

DUE_DAYS: Final = 21
"""How many days after an event it is still natural to ask about it."""
CLOSE: Final = 0.75
"""Least score of a remembered line that is brought back."""
ASKED: Final = "asked"
"""Beside the decisions on consent the store notes that consent was asked for."""
_MOST: Final = 3
_TOLD: Final = 5
_WORTH: Final = frozenset({"event", "person", "pet", "milestone", "goal", "worry", "place"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What ``look`` found."""

    memories: tuple[Memory, ...] = ()
    change: MemoryChange | None = None
    may_ask: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """One earlier message with its parse and time, for what is remembered after a yes."""

    turn: str
    text: str
    at: datetime
    words: tuple[Word, ...]


class Look:
    """Looks into the memory for one turn.

    Args:
        shelf: the books.
        store: for the decisions on consent.
    """

    def __init__(self, shelf: Shelf, store: Store) -> None:
        self._shelf = shelf
        self._store = store

    def __call__(
        self, turn: Turn, past: Sequence[PastTurn], consent: Sequence[str], words: Sequence[Word],
        vector: Floats | None, earlier: Sequence[Heard] = (),
    ) -> Seen:  # fmt: skip
        """Memories for the turn, and what is to be written after it."""
        if turn.person is None or turn.now is None:
            return Seen()
        feeling = turn.reading.polarity if turn.reading else "neutral"
        decided = read_consent(turn.message, past)
        if decided is not None:
            facts = [f for h in earlier for f in extract(h.text, h.at, h.words, h.turn)] if decided else []
            facts = [f for f in facts if not _fleeting(f)]
            return Seen(change=MemoryChange("accept" if decided else "decline", _raw(facts), consent=decided))
        heard = extract(turn.message, turn.now, words, turn.id, feeling)
        if "memory" not in consent:
            return self._without(turn, past, heard, words, "conversation" in consent)
        book = self._shelf.book(turn.tenant, turn.person)
        request = read_request(turn.message, turn.now, book, past, words, turn.id)
        if request.kind == "forget":
            return self._forget(turn, request, book, past)
        if request.kind == "correct":
            gone = () if request.facts else tuple(f.id for f in request.concerned)
            change = MemoryChange("correct", _raw(request.facts), gone)
            shown = [_memory(f, "asked") for f in _after(book, request)]
            return Seen(tuple(shown[:_MOST]), change)
        if request.kind == "recollect":
            told = tuple(_memory(f, "asked") for f in request.concerned[:_TOLD])
            return Seen(told, MemoryChange("recollect"))
        found = list(due(book, heard, turn.now))
        found += self._close(turn, book, vector)
        kept = tuple(f for f in heard if not _fleeting(f))
        return Seen(tuple(found), MemoryChange(facts=_raw(kept)))

    def _without(
        self, turn: Turn, past: Sequence[PastTurn], heard: Sequence[Assertion], words: Sequence[Word],
        kept: bool,
    ) -> Seen:  # fmt: skip
        """Without consent: whether to ask for it, once, because something worth keeping was told."""
        assert turn.person is not None and turn.now is not None
        decided = self._store.consent(turn.tenant, turn.person)
        request = read_request(turn.message, turn.now, Book(), past, words, turn.id)
        if request.kind == "forget":
            return self._forget(turn, request, self._shelf.book(turn.tenant, turn.person), past)
        told = [f for f in heard if f.kind in _WORTH]
        ahead = any(f.kind == "event" and (f.valid_from or "") >= turn.now.date().isoformat() for f in told)
        fitting = ahead or bool(past and told)
        fresh = "memory" not in decided and ASKED not in decided
        return Seen(may_ask=fitting and fresh and kept and turn.conversation is not None)

    def _forget(self, turn: Turn, request: Request, book: Book, past: Sequence[PastTurn]) -> Seen:
        """Which records go: the facts, the lines and the turns that hold the words."""
        ids: set[str] = set()
        for fact in request.concerned:
            ids |= {i for i, said in book.stated.items() if topic_key(said) == topic_key(fact.said)}
            ids |= set(fact.sources)
        if request.topic:
            ids |= {i for i, said in book.stated.items() if mentions_topic(request.topic, said.words)}
        elif not request.everything and past:
            ids.add(past[-1].id)
        if request.everything:
            ids |= {item.id for item in book.index.items} | set(book.stated)
        ids |= {item.id for item in book.index.items if mentions_topic(request.topic, item.text)}
        ids |= self._turns_about(turn, request.topic, ids)
        ids |= {f"s{i}" for i in ids}
        ids |= {i for i, said in book.stated.items() if said.turn in ids}
        held = tuple(sorted(i for i in ids if self._store.get(turn.tenant, i) is not None))
        return Seen(change=MemoryChange("forget", forget=held, hide=bool(request.topic)))

    def _turns_about(self, turn: Turn, topic: str, ids: Set[str]) -> set[str]:
        """Kept turns that hold words of the topic anywhere, or that spoke of one of these memories."""
        assert turn.person is not None
        out: set[str] = set()
        for record in self._store.person(turn.tenant, turn.person, "turn"):
            raw: dict[str, Any] = json.loads(self._shelf.decode(record))
            shown = {m["id"] for m in (raw.get("recall") or {}).get("memories", ())}
            if shown & ids or mentions_topic(topic, " ".join(_strings(raw))):
                out.add(record.id)
        return out

    def _close(self, turn: Turn, book: Book, vector: Floats | None) -> Iterator[Memory]:
        """Remembered lines that are close to the message, by more than its small words."""
        assert turn.now is not None
        if len(turn.message.split()) < 3 or not len(book.index):
            return
        for hit in book.index.search(Query(turn.message, vector, turn.now), _MOST, CLOSE):
            if hit.item.id == f"s{turn.id}" or not hit.signals.get("lexical"):
                continue
            yield Memory(
                hit.item.id, "said", words=hit.item.text, said_at=hit.item.at.isoformat(),
                why="close", score=round(hit.score, 3),
            )  # fmt: skip


def _strings(raw: Any) -> Iterator[str]:
    """Every text within a JSON value; names of fields are left out."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for value in cast("dict[str, Any]", raw).values():
            yield from _strings(value)
    elif isinstance(raw, list):
        for value in cast("list[Any]", raw):
            yield from _strings(value)


def _raw(facts: Sequence[Assertion]) -> tuple[dict[str, object], ...]:
    return tuple(f.to_json() for f in facts)


def _fleeting(said: Assertion) -> bool:
    """Statements too slight to keep: someone who was merely mentioned stays, a nameless worry goes."""
    return said.confidence < 0.5


def _memory(fact: Fact, why: str) -> Memory:
    said = fact.said
    return Memory(
        fact.id, said.kind, said.subject, said.attribute, said.value, said.words, said.known_since,
        said.valid_from, said.valid_until, said.hour, said.precision, said.feeling, why,
        round(fact.confidence, 3),
    )  # fmt: skip


def _after(book: Book, request: Request) -> list[Fact]:
    """What will hold once a correction is written."""
    trial = Ledger()
    trial.state((*book.stated.values(), *request.facts))
    made = {f.id for f in request.facts}
    return [f for f in trial.facts if f.current and f.id in made]


def painful(kind: str, attribute: str, value: str, feeling: str) -> bool:
    """Whether a fact hurts: by what it is, or by how it was told."""
    words = fact_words()["painful"]
    if kind == "milestone" and attribute in words["milestones"]:
        return True
    return feeling == "neg" or any(w in value.lower() for w in words["events"])


def due(book: Book, heard: Sequence[Assertion], now: datetime) -> Iterator[Memory]:
    """Events to ask about, events just ahead, and anniversaries of today."""
    today = now.date()
    spoken = {topic_key(f) for f in heard}
    for fact in book.ledger.of("event", "milestone"):
        said = fact.said
        if not fact.current or not said.valid_from or topic_key(said) in spoken:
            continue
        if said.kind == "event":
            why = _event_state(said, now, book)
            if why:
                yield _memory(fact, why)
        elif said.precision == "day":
            first = date.fromisoformat(said.valid_from)
            again = (first.month, first.day) == (today.month, today.day) and today.year > first.year
            if again and f"anniversary:{fact.id}:{today.year}" not in book.marks:
                yield _memory(fact, "anniversary")


def _event_state(said: Assertion, now: datetime, book: Book) -> str | None:
    """Is it "due" (once it is over), "ahead" (on its day or the day before), or neither."""
    first = date.fromisoformat(said.valid_from or "")
    last = date.fromisoformat(said.valid_until or said.valid_from or "")
    told = datetime.fromisoformat(said.known_since)
    key = "/".join(topic_key(said)) + (said.valid_from or "")
    if told.date() > last or said.precision in ("season", "year"):
        return None
    over = now.date() > last or (now.date() == last and said.hour is not None and now.hour >= said.hour + 2)
    if over:
        recent = now.date() - last <= timedelta(days=DUE_DAYS)
        return "due" if recent and mark_name("due", said.id, key) not in book.marks else None
    near = first - timedelta(days=1) <= now.date() <= first and told.date() < now.date()
    return "ahead" if near and mark_name("ahead", said.id, key) not in book.marks else None


def mark_name(why: str, id: str, key: str = "") -> str:
    """The name of the mark that something was brought up; it holds no words."""
    return f"{why}:{hashlib.sha256(key.encode()).hexdigest()[:16] if key else id}"


def mark_of(memory: Memory, now: datetime) -> str:
    """The mark for a memory that was spoken of in a reply."""
    if memory.why == "anniversary":
        return f"anniversary:{memory.id}:{now.year}"
    said = Assertion(memory.kind, memory.subject, memory.attribute, memory.value, memory.starts, memory.ends)  # pyright: ignore[reportArgumentType]
    return mark_name(memory.why, memory.id, "/".join(topic_key(said)) + (memory.starts or ""))
