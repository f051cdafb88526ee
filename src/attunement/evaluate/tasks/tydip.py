"""TyDiP (Srinivasan and Choi, 2022), English: how polite a request is; Spearman's rank correlation."""

from __future__ import annotations

import numpy as np

from attunement.evaluate.metrics import bootstrap, spearman
from attunement.evaluate.parts import choose, outputs
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.sets import read_tydip
from attunement.perceive.perceiver import Perceiver


class TyDiP:
    """Rank correlation of the head ``politeness`` with the publishers' scores."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on a CSV with sentence and score; of a training file, the fitting rows.

        The body itself learns from all other rows of that file, so its dev rows would flatter.
        """
        rows, part = choose(read_tydip(options.data), lambda r: r.text, options, on_train="fitting")
        perceiver = Perceiver(threads=2)
        found = outputs(perceiver.heads["politeness"], perceiver.encoder, [r.text for r in rows])[:, 0]
        gold = np.array([r.scores[0] for r in rows], dtype=np.float32)
        return Result(
            len(rows),
            {
                "part": part,
                "spearman": round(spearman(found, gold), 4),
                "spearman_interval": bootstrap(lambda i: spearman(found[i], gold[i]), len(rows)),
            },
        )


def build() -> TyDiP:
    """Build the task for the registry."""
    return TyDiP()
