"""Behaviour tests of a message read in the light of the lines before it ("great, just great").

Each case goes through a Companion with its history; the same message without it shows what the history
is worth.
"""

from __future__ import annotations

from typing import Any

from attunement.companion import Companion
from attunement.errors import DataError
from attunement.evaluate.expectations import Case, found_of, judge, pass_rates, read_cases
from attunement.evaluate.run import Result, TaskOptions
from attunement.settings import load_settings
from attunement.turn import Reading


class Context:
    """Pass rate with the history and without it."""

    def __init__(self, companion: Companion | None = None) -> None:
        self._companion = companion

    def run(self, options: TaskOptions) -> Result:
        """Measure on JSON lines of cases with history; ``--split wrong`` also lists what failed."""
        cases = read_cases(options.data)[: options.limit]
        if self._companion is not None:
            return self._measure(self._companion, cases, options)
        with Companion(load_settings(store="memory")) as companion:
            return self._measure(companion, cases, options)

    @staticmethod
    def _measure(companion: Companion, cases: list[Case], options: TaskOptions) -> Result:
        inside = [_read(companion, c, c.history) for c in cases]
        alone = [_read(companion, c, ()) for c in cases]
        judged = [(c, judge(c.expect, r)) for c, r in zip(cases, inside, strict=True)]
        apart = [(c, judge(c.expect, r)) for c, r in zip(cases, alone, strict=True)]
        metrics = pass_rates(judged)
        metrics.pop("by_capability")
        metrics["pass_rate_without_history"] = pass_rates(apart)["pass_rate"]
        changed = [a != b for (_, a), (_, b) in zip(judged, apart, strict=True)]
        metrics["changed_by_history"] = round(sum(changed) / len(changed), 4)
        if options.split == "wrong":
            metrics["wrong"] = [
                {
                    "history": list(c.history),
                    "text": c.text,
                    "failed": {k: c.expect[k] for k, held in checks.items() if not held},
                    "found": found_of(r),
                }
                for (c, checks), r in zip(judged, inside, strict=True)
                if not all(checks.values())
            ]
        return Result(len(cases), metrics)


def _read(companion: Companion, case: Case, history: tuple[dict[str, str], ...]) -> Reading:
    messages: list[dict[str, Any]] = [*history, {"role": "user", "content": case.text}]
    reading = companion.reply(messages).reading
    if reading is None:
        raise DataError(f"{case.text!r} was not read")
    return reading


def build(companion: Companion | None = None) -> Context:
    """Build the task for the registry; ``companion`` takes the place of the built-in one."""
    return Context(companion)
