"""GoEmotions (Demszky et al., 2020): 28 emotions, multi-label; macro-F1 as its publishers measure."""

from __future__ import annotations

import numpy as np

from attunement.evaluate.metrics import (
    Floats,
    bootstrap,
    brier_skill,
    expected_calibration_error,
    label_f1,
    macro_f1,
)  # fmt: skip
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import read_goemotions
from attunement.models.heads import Head, load_head, multilabel
from attunement.perceive.perceiver import Perceiver, default_folder
from attunement.vocabulary import EKMAN, EMOTIONS, SENTIMENT_GROUPS


def grouped(rows: Floats, groups: dict[str, tuple[str, ...]]) -> Floats:
    """Rows over the 28 emotions as rows over groups of them."""
    places = [[EMOTIONS.index(e) for e in members] for members in groups.values()]
    return np.stack([rows[:, p].max(axis=1) for p in places], axis=1)


class GoEmotions:
    """Reads every text once; the thresholds are those in the head, fitted elsewhere."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on a GoEmotions TSV."""
        rows = read_goemotions(options.data)[: options.limit]
        perceiver = Perceiver(threads=2)
        head = perceiver.heads["emotions"]
        encoded = perceiver.encoder.encode([r.text for r in rows])
        p = np.stack([multilabel(head, e) for e in encoded])
        gold = np.zeros_like(p)
        for i, row in enumerate(rows):
            gold[i, list(row.labels)] = 1
        found = decide(p, head.arrays["threshold"])
        sets = p >= float(head.arrays["cut"])
        top = p.argmax(axis=1)
        together = load_head(default_folder() / "heads" / "groups.npz", perceiver.encoder.body_sha256)
        q = np.stack([multilabel(together, e) for e in encoded])
        ekman, mood = (group_scores(together, q, gold, k) for k in ("ekman", "mood"))
        index = np.arange(len(rows))
        metrics = {
            "macro_f1": round(macro_f1(gold, found), 4),
            "macro_f1_interval": bootstrap(lambda i: macro_f1(gold[i], found[i]), len(rows), 300),
            "macro_f1_ekman": round(ekman, 4),
            "macro_f1_sentiment": round(mood, 4),
            "ece": round(expected_calibration_error(p[index, top], gold[index, top]), 4),
            "brier_skill": round(brier_skill(p, gold), 4),
            "coverage": round(float(((gold * sets).sum(1) / gold.sum(1)).mean()), 4),
            "set_size": round(float(sets.sum(axis=1).mean()), 3),
            "f1": {e: round(float(f), 3) for e, f in zip(EMOTIONS, label_f1(gold, found), strict=True)},
        }
        return Result(len(rows), metrics)


def group_scores(head: Head, p: Floats, gold: Floats, kind: str) -> float:
    """Macro-F1 over one grouping of the emotions; groups have outputs and thresholds of their own."""
    table = EKMAN if kind == "ekman" else SENTIMENT_GROUPS
    places = [head.labels.index(f"{kind}:{name}") for name in table]
    found = decide(p[:, places], head.arrays["threshold"][places])
    return macro_f1(grouped(gold, table), found)


def decide(probability: Floats, threshold: Floats) -> Floats:
    """Labels at or over their thresholds; the nearest one where none is."""
    found = (probability >= threshold).astype(np.float32)
    empty = found.sum(axis=1) == 0
    nearest = (probability / threshold)[empty].argmax(axis=1)
    found[np.flatnonzero(empty), nearest] = 1
    return found


def build() -> GoEmotions:
    """Build the task for the registry."""
    return GoEmotions()
