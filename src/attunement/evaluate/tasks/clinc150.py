"""CLINC150 (Larson et al., 2019): 150 intents, and what is out of scope.

The head's cut was fitted on the fitting rows of the training part, where it rejects a twentieth of what is
in scope; nothing is fitted here.
"""

from __future__ import annotations

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.metrics import Floats, Ints, bootstrap, separation
from attunement.evaluate.parts import gold_places, named_head, outputs, probabilities
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.sets import Utterance, read_clinc
from attunement.models.heads import in_scope
from attunement.perceive.perceiver import Perceiver


def intent_metrics(p: Floats, gold: Ints, labels: list[str], cut: float) -> dict[str, object]:
    """Accuracy in scope, recall of what is not, and false rejection at ``cut``.

    ``p`` is float32 [rows, labels]; ``accuracy`` takes the best intent of every row in scope, and
    ``accuracy_kept`` counts rejected rows as wrong.
    """
    oos = labels.index("oos")
    inside = gold != oos
    sure = in_scope(p, labels)
    inner = p.copy()
    inner[:, oos] = -1.0
    right = (inner.argmax(axis=1) == gold)[inside]
    kept = sure >= cut
    metrics: dict[str, object] = {
        "accuracy": round(float(right.mean()), 4),
        "accuracy_interval": bootstrap(lambda i: float(right[i].mean()), len(right)),
        "accuracy_kept": round(float((right & kept[inside]).mean()), 4),
        "false_rejection": round(float((~kept[inside]).mean()), 4),
    }
    if not inside.all():
        rejected = ~kept[~inside]
        metrics |= {
            "oos_recall": round(float(rejected.mean()), 4),
            "oos_recall_interval": bootstrap(lambda i: float(rejected[i].mean()), len(rejected)),
            "oos_auroc": round(separation(sure[~inside], sure[inside]), 4),
        }
    return metrics


def chosen_rows(parts: dict[str, list[Utterance]], options: TaskOptions) -> tuple[list[Utterance], int]:
    """Rows in scope and out of scope of one part: val, or test where there is no val.

    Raises:
        DataError: the file has no such part.
    """
    part = options.split or next((p for p in ("val", "test") if p in parts), "val")
    if not parts.get(part):
        raise DataError(f"{options.data}: there is no part {part!r}; it has: {', '.join(parts)}")
    inside = parts[part][: options.limit]
    outside = parts.get(f"oos_{part}", [])
    return [*inside, *outside], len(outside)


class Clinc150:
    """Intents with rejection, by the head ``clinc150``."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on CLINC150's JSON; ``--split`` names the part (val, or test where there is no val)."""
        rows, outside = chosen_rows(read_clinc(options.data), options)
        encoder = Perceiver(threads=2).encoder
        head = named_head("clinc150", encoder)
        gold = gold_places(rows, head.labels)
        p = probabilities(head, outputs(head, encoder, [r.text for r in rows]))
        metrics = intent_metrics(p, gold, list(head.labels), float(np.asarray(head.arrays["cut"])))
        return Result(len(rows), {**metrics, "oos_rows": outside})


def build() -> Clinc150:
    """Build the task for the registry."""
    return Clinc150()
