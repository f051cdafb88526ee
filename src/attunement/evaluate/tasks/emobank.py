"""EmoBank (Buechel and Hahn, 2017): valence, arousal, dominance; Pearson r per dimension."""

from __future__ import annotations

import numpy as np

from attunement.evaluate.metrics import bootstrap
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import read_emobank
from attunement.models.heads import attentive
from attunement.perceive.perceiver import Perceiver


class EmoBank:
    """Correlation of the three dimensions."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on an EmoBank CSV."""
        rows = read_emobank(options.data)[: options.limit]
        perceiver = Perceiver(threads=2)
        head = perceiver.heads["vad"]
        found = np.stack([attentive(head, e) for e in perceiver.encoder.encode([r.text for r in rows])])
        gold = np.array([r.scores for r in rows])
        metrics: dict[str, object] = {}
        for k, name in enumerate("VAD"):
            x, y = found[:, k], gold[:, k]
            metrics[f"pearson.{name}"] = round(float(np.corrcoef(x, y)[0, 1]), 4)
        metrics["pearson.V_interval"] = bootstrap(
            lambda i: float(np.corrcoef(found[i, 0], gold[i, 0])[0, 1]), len(rows), 500
        )
        return Result(len(rows), metrics)


def build() -> EmoBank:
    """Build the task for the registry."""
    return EmoBank()
