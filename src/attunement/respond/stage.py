"""The stage ``respond``: plan in, Reply out."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from attunement.models.runtime import Floats
from attunement.protocols import Backend, Scratch
from attunement.turn import Turn


class Respond:
    """Writes the reply with a backend.

    ``embed`` gives the retrieval vector of a text; it is used for the message before this one.
    """

    name: str = "respond"
    reads: frozenset[str] = frozenset({"message", "reading", "recall", "plan"})
    writes: frozenset[str] = frozenset({"reply", "extra.considered", "extra.asked", "extra.scene"})

    def __init__(self, backend: Backend, embed: Callable[[str], Floats] | None = None) -> None:
        self.backend = backend
        self._embed = embed

    def compute(self, turn: Turn, scratch: Scratch) -> Turn:
        """Write ``reply``, and what else was considered."""
        past = turn.recall.turns if turn.recall else ()
        if past and self._embed and past[-1].message.strip():
            scratch["context_vector"] = self._embed(past[-1].message)
        reply = self.backend.write(turn, scratch)
        considered = tuple(
            tuple((c.phrase.id, round(c.score, 3)) for c in pool) for pool in scratch.get("considered", ())
        )
        extra = {**turn.extra, "considered": considered, "asked": tuple(scratch.get("asked", ()))}
        if "scene" in scratch:
            extra["scene"] = scratch["scene"]
        return turn.write(reply=reply, extra=MappingProxyType(extra))
