"""The stage ``plan``: reading and recall in, Plan out."""

from __future__ import annotations

from types import MappingProxyType

from attunement.plan.mention import with_mentions
from attunement.plan.thread import read_thread
from attunement.protocols import Planner, Scratch
from attunement.turn import Turn


class PlanStage:
    """Plans with any ``Planner`` and notes the topic that the talk is on."""

    name: str = "plan"
    reads: frozenset[str] = frozenset({"message", "reading", "recall"})
    writes: frozenset[str] = frozenset({"plan", "extra.situation"})

    def __init__(self, planner: Planner) -> None:
        self._planner = planner

    def compute(self, turn: Turn, scratch: Scratch) -> Turn:
        """Write ``plan`` and the topic (``extra.situation``)."""
        thread = read_thread(turn)
        extra = MappingProxyType({**turn.extra, "situation": thread.situation})
        return turn.write(plan=with_mentions(turn, self._planner.plan(turn), thread.function), extra=extra)
