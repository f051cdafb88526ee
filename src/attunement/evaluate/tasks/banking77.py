"""BANKING77 (Casanueva et al., 2020): 77 intents of bank customers."""

from __future__ import annotations

import numpy as np

from attunement.evaluate.metrics import bootstrap
from attunement.evaluate.parts import choose, gold_places, named_head, outputs, probabilities
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.sets import read_banking
from attunement.perceive.perceiver import Perceiver


class Banking77:
    """Accuracy of the head ``banking77``, which is trained on demand."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on BANKING77's CSV; of a training file, the dev rows."""
        rows, part = choose(read_banking(options.data), lambda r: r.text, options)
        encoder = Perceiver(threads=2).encoder
        head = named_head("banking77", encoder)
        gold = gold_places(rows, head.labels)
        p = probabilities(head, outputs(head, encoder, [r.text for r in rows]))
        right = p.argmax(axis=1) == gold
        sets = p >= head.arrays["cut"]
        return Result(
            len(rows),
            {
                "part": part,
                "accuracy": round(float(right.mean()), 4),
                "accuracy_interval": bootstrap(lambda i: float(right[i].mean()), len(rows)),
                "coverage": round(float(sets[np.arange(len(rows)), gold].mean()), 4),
                "set_size": round(float(sets.sum(axis=1).mean()), 3),
            },
        )


def build() -> Banking77:
    """Build the task for the registry."""
    return Banking77()
