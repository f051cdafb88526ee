"""The stage ``plan``: reading and recall in, Plan out."""

from __future__ import annotations

from types import MappingProxyType

from attunement.plan.mention import with_mentions
from attunement.plan.style import with_style
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
        plan = with_style(turn, self._planner.plan(turn), thread.function)
        return turn.write(plan=with_mentions(turn, plan, thread.function), extra=extra)
