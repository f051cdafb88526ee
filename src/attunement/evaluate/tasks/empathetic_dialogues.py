"""EmpatheticDialogues (Rashkin et al., 2019): 32 feelings, from the situation text."""

from __future__ import annotations

import numpy as np

from attunement.evaluate.metrics import bootstrap
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import read_dialogues
from attunement.models.heads import single_label
from attunement.perceive.perceiver import Perceiver


class EmpatheticDialogues:
    """Accuracy and top-3 accuracy over dialogues."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on an EmpatheticDialogues CSV; ``--split utterance`` reads the first utterance."""
        talks = read_dialogues(options.data)[: options.limit]
        first = options.split == "utterance"
        texts = [t.utterances[0] if first and t.utterances else t.situation for t in talks]
        perceiver = Perceiver(threads=2)
        head = perceiver.heads["feelings"]
        p = np.stack([single_label(head, e) for e in perceiver.encoder.encode(texts)])
        gold = np.array([t.feeling for t in talks])
        order = np.argsort(-p, axis=1)
        right = (order[:, 0] == gold).astype(np.float64)
        top3 = (order[:, :3] == gold[:, None]).any(axis=1)
        return Result(
            len(talks),
            {
                "accuracy": round(float(right.mean()), 4),
                "accuracy_interval": bootstrap(lambda i: float(right[i].mean()), len(talks)),
                "top3": round(float(top3.mean()), 4),
            },
        )


def build() -> EmpatheticDialogues:
    """Build the task for the registry."""
    return EmpatheticDialogues()
