"""Keeping a finished Turn and what it told, once, where the person's consent allows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from attunement.identity import ancestors
from attunement.protocols import Record, Store
from attunement.recall.codec import Codec, IdentityCodec
from attunement.recall.facts import Assertion
from attunement.recall.look import ASKED, mark_of
from attunement.recall.memory import Embed, Shelf
from attunement.recall.profile import Profiles, learn
from attunement.turn import MemoryChange, Reading, Turn

HIDDEN: Final = "(a request to forget)"
"""What is kept in place of a message whose words are to be forgotten."""


class Remember:
    """The only writer of the store.

    Args:
        store: where records go.
        codec: of their payloads.
        embed: retrieval vector of a text, kept with remembered lines.
        body: sha256 of the body that makes those vectors.
    """

    def __init__(
        self, store: Store, codec: Codec | None = None, embed: Embed | None = None, body: str = ""
    ) -> None:
        self._store = store
        self.codec = codec or IdentityCodec()
        self.profiles = Profiles(store, self.codec)
        self.shelf = Shelf(store, self.codec, embed, body)

    def keep(self, turn: Turn, now: datetime | None = None) -> bool:
        """Write the Turn and what it told; False where there is no conversation or no consent."""
        at = now or turn.now or datetime.now(UTC)
        change = turn.recall.change if turn.recall else None
        if turn.person is not None:
            self._remember(turn, at, change or MemoryChange())
        allowed = turn.recall.consent if turn.recall else ("conversation",)
        if turn.conversation is None or "conversation" not in allowed:
            return False
        kept = _lean(_hidden(turn) if change is not None and change.hide else turn)
        previous = self._parent(turn)
        if turn.recall and change is not None and change.forget:
            left = [p.id for p in turn.recall.turns if p.id not in change.forget]
            previous = left[-1] if left else None
        self._store.put(
            Record(
                id=turn.id, tenant=turn.tenant, kind="turn", created_at=at,
                payload=self.codec.encode(turn.tenant, turn.person, kept.to_json().encode()),
                person=turn.person, conversation=turn.conversation, branch=turn.branch,
                parent=previous if previous and not previous.startswith("h") else None,
                consent_category="conversation", key_id=self.codec.key_id,
            )
        )  # fmt: skip
        if turn.person is not None and self.shelf.holds(turn.tenant, turn.person):
            self.shelf.seen(turn.tenant, turn.person)
        return True

    def _parent(self, turn: Turn) -> str | None:
        """The kept turn before this one: the last one recalled, or found by the lines of the call."""
        if turn.history:
            kept = (id for id in ancestors(turn) if self._store.get(turn.tenant, id) is not None)
            return next(kept, None)
        return turn.recall.turns[-1].id if turn.recall and turn.recall.turns else None

    def _remember(self, turn: Turn, at: datetime, change: MemoryChange) -> None:
        assert turn.person is not None
        if change.forget:
            self.shelf.forget(turn.tenant, turn.person, change.forget)
        if change.consent is not None:
            for category in ("memory", "profile"):
                self._store.set_consent(turn.tenant, turn.person, category, change.consent, at)
        granted = (turn.recall.consent if turn.recall else ()) if change.consent is None else ()
        if "memory" in granted or change.consent:
            facts = [Assertion.from_json(dict(f)) for f in change.facts]
            line = change.request == "none" and change.consent is None and _worth_a_line(turn)
            if facts or line:
                self.shelf.keep(turn, at, facts, line)
        if ("profile" in granted or change.consent) and change.request in ("none", "accept"):
            known = self.profiles.load(turn.tenant, turn.person)
            self.profiles.save(turn.tenant, turn.person, learn(known, turn.message, turn.id), at)
        self._mark(turn, at)

    def _mark(self, turn: Turn, at: datetime) -> None:
        """Note what the reply brought up, so that it is brought up once."""
        spoken = (
            {s.phrase.rsplit("-", 1)[0] for s in turn.reply.sentences if s.phrase} if turn.reply else set()
        )
        names: list[str] = []
        if "memory_consent" in spoken:
            assert turn.person is not None
            self._store.set_consent(turn.tenant, turn.person, ASKED, True, at)
        if turn.plan and turn.recall:
            ids = {i for m in turn.plan.mentions if m.group in spoken for i in m.memories}
            names += [mark_of(m, at) for m in turn.recall.memories if m.id in ids and m.why in _ONCE]
        if names:
            self.shelf.mark(turn, at, names)


_ONCE: Final = frozenset({"due", "ahead", "anniversary"})


def _worth_a_line(turn: Turn) -> bool:
    """A message of at least four words, with something said in it."""
    return len(turn.message.split()) >= 4 and len(turn.message) <= 2000


def _lean(turn: Turn) -> Turn:
    """The Turn without the words of earlier turns: they are kept once, where they were said."""
    if turn.recall is None or not turn.recall.turns:
        return turn
    bare = tuple(replace(p, message="", reply="") for p in turn.recall.turns)
    return turn.write(recall=replace(turn.recall, turns=bare, open_question=None))


def _hidden(turn: Turn) -> Turn:
    """The Turn without the words of its message."""
    language = turn.reading.language if turn.reading else "en"
    plan = replace(turn.plan, slots=MappingProxyType({}), mentions=()) if turn.plan else None
    recall = (
        replace(turn.recall, memories=(), turns=(), change=None, open_question=None) if turn.recall else None
    )
    bare = Reading(language=language)
    return turn.write(message=HIDDEN, history=(), reading=bare, recall=recall, plan=plan, verdicts=())
