"""ISarcasmEval (Abu Farha et al., 2022), English: F1 of the sarcastic class, as its publishers measure."""

from __future__ import annotations

import numpy as np

from attunement.evaluate.metrics import binary_f1, bootstrap, separation
from attunement.evaluate.parts import choose, outputs, probabilities
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.sets import read_isarcasm
from attunement.perceive.perceiver import Perceiver


class ISarcasm:
    """The head ``sarcasm`` at its fitted cut."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on a CSV with tweet (or text) and sarcastic; of a training file, the fitting rows.

        The body itself learns from all other rows of that file, so its dev rows would flatter.
        """
        rows, part = choose(read_isarcasm(options.data), lambda r: r[0], options, on_train="fitting")
        perceiver = Perceiver(threads=2)
        head = perceiver.heads["sarcasm"]
        p = probabilities(head, outputs(head, perceiver.encoder, [t for t, _ in rows]))[:, 1]
        gold = np.array([bool(g) for _, g in rows])
        found = p >= float(head.arrays["cut"])
        hits = int((gold & found).sum())
        return Result(
            len(rows),
            {
                "part": part,
                "f1_sarcastic": round(binary_f1(gold, found), 4),
                "f1_sarcastic_interval": bootstrap(lambda i: binary_f1(gold[i], found[i]), len(rows)),
                "precision": round(hits / max(1, int(found.sum())), 4),
                "recall": round(hits / max(1, int(gold.sum())), 4),
                "auroc": round(separation(p[~gold], p[gold]), 4),
                "sarcastic_share": round(float(gold.mean()), 4),
            },
        )


def build() -> ISarcasm:
    """Build the task for the registry."""
    return ISarcasm()
