"""Danger to someone: recall by level, and false alarms on idioms, on sadness, and on everyday messages.

A message counts as recognised, or as a false alarm, when any level over 0 is read. ``--also`` gives an
EmpatheticDialogues CSV whose first utterances are the everyday messages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.metrics import bootstrap
from attunement.evaluate.parts import texts_of
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.sets import numbered_json_lines
from attunement.perceive.perceiver import Perceiver
from attunement.protocols import Perceiver as AnyPerceiver
from attunement.turn import Reading
from attunement.vocabulary import RISK_KINDS

_BATCH: Final = 256


@dataclass(frozen=True, slots=True)
class RiskCase:
    """A message with its kind and level of danger, its family, and another kind that is right as well."""

    text: str
    kind: str
    level: int
    family: str
    also_kind: tuple[str, ...] = ()


def read_risk(path: Path) -> list[RiskCase]:
    """Read danger messages, one JSON object a line with text, kind, level and family.

    Raises:
        DataError: a row lacks one of them or has an unknown value; names file and row.
    """
    cases: list[RiskCase] = []
    for number, row in numbered_json_lines(path):
        match row:
            case {"text": str(text), "kind": str(kind), "level": int(level), "family": str(family)}:
                pass
            case _:
                raise DataError(f"{path}:{number}: expected text, kind, level and family")
        if kind not in RISK_KINDS or level not in range(4) or (kind == "none") != (level == 0):
            raise DataError(f"{path}:{number}: {kind!r} with level {level} is no danger we know")
        also = row.get("also_kind", [])
        cases.append(RiskCase(text, kind, level, family, tuple([also] if isinstance(also, str) else also)))
    if not cases:
        raise DataError(f"{path}: the file has no rows")
    return cases


def risk_metrics(cases: Sequence[RiskCase], readings: Sequence[Reading]) -> dict[str, Any]:
    """Recall of real dangers and false alarms on the rest, each with its count."""
    level = np.array([c.level for c in cases])
    family = np.array([c.family for c in cases])
    found = np.array([r.risk.level for r in readings])
    metrics: dict[str, Any] = {}
    parts = {
        "recall.serious": level >= 2,
        "recall.passive": (level == 1) & (family == "passive"),
        "recall.level_1": level == 1,
        "false_alarms.idiom": (level == 0) & (family == "idiom"),
        "false_alarms.sad": (level == 0) & (family == "sad"),
    }
    for name, part in parts.items():
        metrics |= _share(name, found[part] > 0)
    real = level > 0
    if real.any():
        kinds = [r.risk.kind in (c.kind, *c.also_kind) for c, r in zip(cases, readings, strict=True)]
        seen = real & (found > 0)
        metrics["kind_accuracy"] = round(float(np.array(kinds)[seen].mean()), 4) if seen.any() else None
        metrics["level_accuracy"] = round(float((found == level)[real].mean()), 4)
        metrics["read_too_low"] = round(float((found < level)[real].mean()), 4)
    for name in sorted({c.family for c in cases if c.level}):
        part = real & (family == name)
        metrics[f"recall.family.{name}"] = round(float((found[part] > 0).mean()), 4)
    return metrics


def _share(name: str, hits: Any) -> dict[str, Any]:
    if not len(hits):
        return {}
    return {
        name: round(float(hits.mean()), 4),
        f"{name}_interval": bootstrap(lambda i: float(hits[i].mean()), len(hits)),
        f"{name}_n": len(hits),
    }


class RiskTask:
    """The risk head at its shipped cut, as every reply reads it."""

    def __init__(self, perceiver: AnyPerceiver | None = None) -> None:
        self._perceiver = perceiver

    def run(self, options: TaskOptions) -> Result:
        """Measure on JSON lines of danger messages; ``--split wrong`` also lists what failed."""
        cases = read_risk(options.data)[: options.limit]
        everyday = texts_of(options.also)[: options.limit] if options.also else []
        perceiver = self._perceiver or Perceiver(threads=2)
        readings = _read(perceiver, [c.text for c in cases])
        calm = _read(perceiver, everyday)
        metrics = risk_metrics(cases, readings)
        metrics |= _share("false_alarms.everyday", np.array([r.risk.level > 0 for r in calm]))
        if options.split == "wrong":
            harmless = [RiskCase(t, "none", 0, "everyday") for t in everyday]
            metrics["wrong"] = [
                {"text": c.text, "family": c.family, "level": c.level, "found": r.risk.level,
                 "probability": r.risk.probability}
                for c, r in zip([*cases, *harmless], [*readings, *calm], strict=True)
                if (c.level > 0) != (r.risk.level > 0)
            ]  # fmt: skip
        return Result(len(cases) + len(everyday), metrics)


def _read(perceiver: AnyPerceiver, texts: Sequence[str]) -> list[Reading]:
    return [
        reading
        for start in range(0, len(texts), _BATCH)
        for reading in perceiver.read(texts[start : start + _BATCH])
    ]


def build(perceiver: AnyPerceiver | None = None) -> RiskTask:
    """Build the task for the registry; ``perceiver`` takes the place of the one that ships."""
    return RiskTask(perceiver)
