"""Shift of person and slots, on cases that were written before the code (JSON lines)."""

from __future__ import annotations

from typing import Any

from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import read_jsonl
from attunement.perceive.frame import read_frame
from attunement.perceive.perceiver import Perceiver, clean
from attunement.perceive.shift import shift_clause
from attunement.perceive.syntax import parse


def plain(text: str | None) -> str:
    """Text without what does not matter: case of the first letter, doubled spaces, apostrophe forms."""
    out = " ".join((text or "").replace("’", "'").split()).strip(" .!?,;")
    return out[:1].lower() + out[1:]


class Understanding:
    """Share of cases with an acceptable answer, for turned clauses and for slots."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on a file of cases; ``--split wrong`` also lists what failed."""
        rows = read_jsonl(options.data)[: options.limit]
        perceiver = Perceiver()
        right = {"shift": 0, "slots": 0}
        total = {"shift": 0, "slots": 0}
        wrong: list[dict[str, Any]] = []
        for row in rows:
            kind, text = str(row["kind"]), str(row["text"])
            words = parse(perceiver.heads["syntax"], perceiver.encoder.encode([clean(text)])[0], text)
            total[kind] += 1
            found: Any
            if kind == "shift":
                found = shift_clause(words, text)
                good = plain(found) in {plain(e) for e in _texts(row["expect"])}
            else:
                frame = read_frame(words, text)
                slots: Any = row["slots"]
                found = {k: getattr(frame, k) for k in slots}
                good = all(_slot(found[k], slots[k]) for k in slots)
            right[kind] += good
            if not good:
                wrong.append({"text": text, "found": found, "wanted": row.get("expect", row.get("slots"))})
        metrics: dict[str, Any] = {k: round(right[k] / total[k], 4) for k in total if total[k]}
        metrics["all"] = round(sum(right.values()) / max(1, len(rows)), 4)
        if options.split == "wrong":
            metrics["wrong"] = wrong
        return Result(len(rows), metrics)


def _texts(value: Any) -> list[str]:
    return [str(v) for v in value]


def _slot(found: str | None, wanted: Any) -> bool:
    if wanted is None:
        return found is None
    return found is not None and plain(found).lower() in {plain(w).lower() for w in _texts(wanted)}


def build() -> Understanding:
    """Build the task for the registry."""
    return Understanding()
