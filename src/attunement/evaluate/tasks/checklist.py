"""Behaviour tests of reading one message: negation, typos, quoted feelings, mixed feelings and more."""

from __future__ import annotations

from typing import Any

from attunement.evaluate.expectations import found_of, judge, pass_rates, read_cases
from attunement.evaluate.run import Result, TaskOptions
from attunement.perceive.perceiver import Perceiver
from attunement.protocols import Perceiver as AnyPerceiver


class Checklist:
    """Pass rate over all cases and for each capability."""

    def __init__(self, perceiver: AnyPerceiver | None = None) -> None:
        self._perceiver = perceiver

    def run(self, options: TaskOptions) -> Result:
        """Measure on JSON lines of cases; ``--split wrong`` also lists what failed."""
        cases = read_cases(options.data)[: options.limit]
        texts = [t for c in cases for t in (c.text, c.text_b) if t is not None]
        perceiver = self._perceiver or Perceiver(threads=2)
        read = dict(zip(texts, perceiver.read(texts), strict=True))
        judged = [(c, judge(c.expect, read[c.text], read[c.text_b] if c.text_b else None)) for c in cases]
        metrics = pass_rates(judged)
        if options.split == "wrong":
            wrong: list[dict[str, Any]] = [
                {
                    "capability": c.capability,
                    "text": c.text,
                    "text_b": c.text_b,
                    "failed": {k: c.expect[k] for k, held in checks.items() if not held},
                    "found": [found_of(read[t]) for t in (c.text, c.text_b) if t is not None],
                }
                for c, checks in judged
                if not all(checks.values())
            ]
            metrics["wrong"] = wrong
        return Result(len(cases), metrics)


def build(perceiver: AnyPerceiver | None = None) -> Checklist:
    """Build the task for the registry; ``perceiver`` takes the place of the one that ships."""
    return Checklist(perceiver)
