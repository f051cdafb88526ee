"""The stage ``perceive``: message in, Reading out."""

from __future__ import annotations

from attunement.protocols import Perceiver, Scratch
from attunement.turn import Turn


class Perceive:
    """Reads the message of a Turn with any ``Perceiver``."""

    name: str = "perceive"
    reads: frozenset[str] = frozenset({"message"})
    writes: frozenset[str] = frozenset({"reading"})

    def __init__(self, perceiver: Perceiver) -> None:
        self._perceiver = perceiver

    def compute(self, turn: Turn, scratch: Scratch) -> Turn:
        """Write ``reading``."""
        return turn.write(reading=self._perceiver.read([turn.message], scratch)[0])
