"""What is known of one call while it is answered."""

from __future__ import annotations

import time
from typing import Any

from attunement.check.gate import Gate
from attunement.relay.budget import Budget
from attunement.relay.call import Call
from attunement.respond.guide import Guidance, beside
from attunement.respond.upstreams import Attempts, Style, Target
from attunement.settings import RelayMode
from attunement.turn import Turn


class Work:
    """One call under way.

    Attributes:
        turn: read and planned; None where the call passes plain, or there was no time.
        composed: the same Turn with the composer's reply, once that was needed.
        guidance: instructions for the model; None where it gets none.
        gate: judges sentences; None where none is held.
        target: who answers.
    """

    def __init__(self, call: Call, route: list[Target], budget: Budget, mode: RelayMode) -> None:
        self.call = call
        self.route = route
        self.budget = budget
        self.mode: RelayMode = mode
        self.attempts = Attempts(lambda: budget.left_s, call.headers)
        self.turn: Turn | None = None
        self.composed: Turn | None = None
        self.guidance: Guidance | None = None
        self.gate: Gate | None = None
        self.target = route[0]
        self.started = time.perf_counter()

    def build(self, target: Target, style: Style) -> dict[str, Any]:
        """The body for a target: the client's own, with the instructions beside its messages."""
        body = dict(self.call.body)
        if target.model:
            body["model"] = target.model
        if self.guidance is not None:
            body["messages"] = beside(body["messages"], self.guidance, style)
        return body

    def note(self) -> str:
        """Who answered and how, what failed before, and what the budget left no time for."""
        skipped = (f"skipped {part}: budget" for part in self.budget.skipped)
        return "; ".join([*self.attempts.notes, *skipped])
