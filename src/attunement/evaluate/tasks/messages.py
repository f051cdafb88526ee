"""Situation, need, intent, feeling and risk on labelled messages (JSON lines)."""

from __future__ import annotations

from typing import Any

from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import read_jsonl
from attunement.perceive.perceiver import Perceiver


class Messages:
    """Accuracy for every label that the file's rows have."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on rows with "text" and any of situation, need, intent, feel, kind and level."""
        rows = read_jsonl(options.data)[: options.limit]
        readings = Perceiver(threads=2).read([str(r["text"]) for r in rows])
        metrics: dict[str, Any] = {}
        for name in ("situation", "need", "intent", "feel"):
            pairs = [(r, x) for r, x in zip(rows, readings, strict=True) if r.get(name)]
            if pairs:
                hits = [_right(name, r, x) for r, x in pairs]
                metrics[name] = round(sum(hits) / len(hits), 4)
        named = [
            (r, x)
            for r, x in zip(rows, readings, strict=True)
            if r.get("situation") and x.situation.label != "other"
        ]
        if named:
            metrics["situation_named"] = round(len(named) / len(rows), 4)
            hits = [_right("situation", r, x) for r, x in named]
            metrics["situation_precision"] = round(sum(hits) / len(hits), 4)
        risky = [(r, x) for r, x in zip(rows, readings, strict=True) if "level" in r]
        if risky:
            metrics |= _risk(risky)
        return Result(len(rows), metrics)


def _right(name: str, row: dict[str, Any], reading: Any) -> bool:
    if name == "situation":
        return reading.situation.label in {row["situation"], *row.get("also", [])}
    if name == "feel":
        return reading.polarity == row["feel"]
    return getattr(reading, name).label == row[name]


def _risk(pairs: list[tuple[dict[str, Any], Any]]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for level in (1, 2, 3):
        part = [x for r, x in pairs if r["level"] == level]
        if part:
            out[f"risk_recall.{level}"] = round(sum(x.risk.level > 0 for x in part) / len(part), 4)
    for family in sorted({str(r["family"]) for r, _ in pairs if r["level"] == 0}):
        part = [x for r, x in pairs if r["level"] == 0 and r["family"] == family]
        out[f"false_alarms.{family}"] = round(sum(x.risk.level > 0 for x in part) / len(part), 4)
    kinds = [x.risk.kind == r["kind"] for r, x in pairs if r["level"] and x.risk.level]
    if kinds:
        out["risk_kind"] = round(sum(kinds) / len(kinds), 4)
    return out


def build() -> Messages:
    """Build the task for the registry."""
    return Messages()
