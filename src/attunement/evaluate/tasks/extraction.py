"""Facts, relations and times taken from annotated utterances (JSON lines).

A row has ``text``, ``date`` and ``facts``; a fact marked ``optional`` counts neither way. A fact is
found when its kind, subject, attribute and half of its content words agree, and the time begins as
annotated.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import read_jsonl
from attunement.perceive.perceiver import Perceiver
from attunement.protocols import Scratch
from attunement.recall.extract import extract
from attunement.recall.facts import Assertion, canonical, same_value, stems


def agrees(gold: dict[str, Any], found: Assertion) -> bool:
    """Whether an extracted fact is the annotated one."""
    subjects = {canonical(s) for s in str(gold["subject"]).split("/")}
    attributes = {canonical(a) for a in str(gold["attribute"]).split("/")}
    if gold["kind"] != found.kind or canonical(found.subject) not in subjects:
        return False
    if gold["kind"] not in ("event", "goal", "worry") and canonical(found.attribute) not in attributes:
        return False
    if "when" in gold and not (found.valid_from or "").startswith(str(gold["when"])):
        return False
    if gold["kind"] in ("person", "pet"):
        return (gold["value"] or "").lower() == found.value.lower()
    values = [v for v in str(gold["value"]).split("/") if v]
    shared = [len(stems(v) & stems(found.value)) / len(stems(v)) for v in values]
    loose = gold["kind"] in ("event", "goal", "worry", "about", "place")
    return not values or any(same_value(v, found.value) for v in values) or (loose and max(shared) >= 0.5)


class Extraction:
    """Precision and recall over all facts, by kind, and of resolved times."""

    def run(self, options: TaskOptions) -> Result:
        """Measure; ``--split`` names a part ("open" or "held")."""
        rows: list[dict[str, Any]] = list(read_jsonl(options.data))
        rows = [r for r in rows if options.split in (None, r.get("part"))][: options.limit]
        perceiver = Perceiver(threads=2)
        tally: dict[str, list[int]] = {}
        times = [0, 0]
        silent = [0, 0]
        for row in rows:
            scratch: Scratch = {}
            perceiver.read([str(row["text"])], scratch)
            at = datetime.fromisoformat(str(row["date"]))
            found = extract(str(row["text"]), at, scratch["words"][0])
            _count(row["facts"], found, tally, times)
            if not row["facts"]:
                silent[0] += not found
                silent[1] += 1
        sums = [sum(v[i] for v in tally.values()) for i in range(3)]
        metrics: dict[str, Any] = _shares(*sums)
        metrics["time_accuracy"] = round(times[0] / max(1, times[1]), 4)
        metrics["silent_on_nothing"] = round(silent[0] / max(1, silent[1]), 4)
        metrics["by_kind"] = {k: _shares(*v) for k, v in sorted(tally.items())}
        return Result(len(rows), metrics)


def _count(
    gold: list[dict[str, Any]], found: tuple[Assertion, ...], tally: dict[str, list[int]], times: list[int]
) -> None:
    left = list(found)
    for wanted in sorted(gold, key=lambda g: bool(g.get("optional"))):
        hit = next((f for f in left if agrees(wanted, f)), None)
        if "when" in wanted and not wanted.get("optional"):
            bare = {k: v for k, v in wanted.items() if k != "when"}
            named = any(agrees(bare, f) for f in left)
            times[0] += hit is not None
            times[1] += named
        if hit is not None:
            left.remove(hit)
        if not wanted.get("optional"):
            row = tally.setdefault(str(wanted["kind"]), [0, 0, 0])
            row[0] += hit is not None
            row[2] += 1
    for extra in left:
        tally.setdefault(extra.kind, [0, 0, 0])[1] += 1


def _shares(right: int, wrong: int, wanted: int) -> dict[str, float]:
    return {
        "precision": round(right / max(1, right + wrong), 4),
        "recall": round(right / max(1, wanted), 4),
        "wanted": wanted,
    }


def build() -> Extraction:
    """Build the task for the registry."""
    return Extraction()
