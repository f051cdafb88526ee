"""The latency budget of one call, and what gives way to it, in a stated order.

When time is short, first the drafts go (one instead of several), then rewrites by the model (the composer, or
a gap, instead), then the check, then steering; in the end the composer answers. What was skipped is noted.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final, Literal

Part = Literal["drafts", "rewrite", "check", "steer"]
ORDER: Final[tuple[Part, ...]] = ("drafts", "rewrite", "check", "steer")
"""What is skipped, first to last."""

_NEW: Final = 0.2
"""Weight of the newest measurement in the expected cost."""


class Costs:
    """What each part has cost lately, in milliseconds; shared by all calls."""

    def __init__(self) -> None:
        self._ms: dict[Part, float] = {"drafts": 1500.0, "rewrite": 700.0, "check": 15.0, "steer": 20.0}

    def expected(self, part: Part) -> float:
        """The cost to expect, milliseconds."""
        return self._ms[part]

    def note(self, part: Part, ms: float) -> None:
        """Learn from one measurement."""
        self._ms[part] += _NEW * (ms - self._ms[part])


class Budget:
    """Time left of one call.

    Args:
        ms: until the first words leave; None means no limit.
        costs: what parts are expected to cost.
        clock: seconds, ever rising.
    """

    def __init__(self, ms: int | None, costs: Costs, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until = math.inf if ms is None else clock() + ms / 1000
        self._costs = costs
        self.skipped: list[Part] = []

    @property
    def left_s(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._until - self._clock())

    def allows(self, part: Part) -> bool:
        """Whether there is time for a part, and for those that give way after it; notes what is skipped."""
        place = ORDER.index(part)
        needed = sum(self._costs.expected(p) for p in ORDER[place:] if p in (part, "check"))
        if self.left_s * 1000 > needed:
            return True
        self.skip(part)
        return False

    def skip(self, part: Part) -> None:
        """Note that a part was left out."""
        if part not in self.skipped:
            self.skipped.append(part)

    def met(self) -> None:
        """The first words have left: what follows holds nobody up, so the limit is lifted."""
        self._until = math.inf

    @contextmanager
    def measured(self, part: Part) -> Generator[None]:
        """Measure a part for the calls to come."""
        started = self._clock()
        try:
            yield
        finally:
            self._costs.note(part, (self._clock() - started) * 1000)
