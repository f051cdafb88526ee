"""Whether probabilities can be believed: ECE, Brier skill, conformal coverage, risk and coverage.

``--data`` is a GoEmotions TSV (28 emotions, multi-label), an EmpatheticDialogues CSV (32 feelings from the
situation, single-label), or the folder of the public sets, which reads the dev part of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.metrics import (
    Floats,
    bootstrap,
    brier_skill,
    expected_calibration_error,
    risk_coverage,
)  # fmt: skip
from attunement.evaluate.parts import outputs, probabilities
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import read_dialogues, read_goemotions
from attunement.perceive.perceiver import Perceiver
from attunement.vocabulary import EMOTIONS, FEELINGS

ENOUGH: Final = 30
"""Positives that a label must have to be judged by itself."""


def calibration_metrics(p: Floats, gold: Floats, sets: Floats, labels: Sequence[str]) -> dict[str, Any]:
    """Everything about the probabilities ``p`` [rows, labels] of ``gold`` 0/1 and prediction ``sets`` 0/1.

    Coverage is the mean share of a row's gold labels in its set: for one gold label, whether it is in.
    """
    index = np.arange(len(p))
    top = p.argmax(axis=1)
    sure, right = p[index, top], gold[index, top]
    covered = (gold * sets).sum(axis=1) / np.maximum(1.0, gold.sum(axis=1))
    often = [k for k in range(len(labels)) if gold[:, k].sum() >= ENOUGH]
    skills = {labels[k]: round(brier_skill(p[:, [k]], gold[:, [k]]), 4) for k in often}
    coverage = {labels[k]: round(float(sets[gold[:, k] > 0, k].mean()), 4) for k in often}
    errors = risk_coverage(sure, right)
    steps = {f"{c}%": round(float(errors[max(1, len(p) * c // 100) - 1]), 4) for c in range(5, 101, 5)}
    return {
        "ece": round(expected_calibration_error(sure, right), 4),
        "ece_interval": bootstrap(lambda i: expected_calibration_error(sure[i], right[i]), len(p), 300),
        "brier_skill": round(brier_skill(p, gold), 4),
        "brier_skill_lowest": min(skills.values(), default=None),
        "coverage": round(float(covered.mean()), 4),
        "coverage_interval": bootstrap(lambda i: float(covered[i].mean()), len(p)),
        "set_size": round(float(sets.sum(axis=1).mean()), 3),
        "empty_sets": round(float((sets.sum(axis=1) == 0).mean()), 4),
        "label_coverage_lowest": min(coverage.values(), default=None),
        "risk_coverage_area": round(float(errors.mean()), 4),
        "risk_at_coverage": steps,
        "brier_skill_by_label": skills,
        "coverage_by_label": coverage,
    }


def _files(data: Path) -> dict[str, Path]:
    if data.is_dir():
        known = {
            "emotions": data / "goemotions" / "dev.tsv",
            "feelings": data / "empathetic_dialogues" / "valid.csv",
        }
        found = {name: path for name, path in known.items() if path.is_file()}
        if not found:
            raise DataError(f"{data}: neither goemotions/dev.tsv nor empathetic_dialogues/valid.csv is there")
        return found
    return {"emotions" if data.suffix == ".tsv" else "feelings": data}


class Calibration:
    """The heads ``emotions`` and ``feelings`` as they ship."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on whichever of the two sets is given; metrics begin with the head's name."""
        perceiver = Perceiver(threads=2)
        metrics: dict[str, Any] = {}
        total = 0
        for name, path in _files(options.data).items():
            texts, gold = _rows(name, path, options.limit)
            head = perceiver.heads[name]
            p = probabilities(head, outputs(head, perceiver.encoder, texts))
            sets = (p >= head.arrays["cut"]).astype(np.float32)
            found = calibration_metrics(p, gold, sets, head.labels)
            metrics |= {f"{name}.{k}": v for k, v in found.items()}
            total += len(texts)
        return Result(total, metrics)


def _rows(name: str, path: Path, limit: int | None) -> tuple[list[str], Floats]:
    if name == "emotions":
        rows = read_goemotions(path)[:limit]
        texts, labels, width = [r.text for r in rows], [list(r.labels) for r in rows], len(EMOTIONS)
    else:
        talks = read_dialogues(path)[:limit]
        texts, labels, width = [t.situation for t in talks], [[t.feeling] for t in talks], len(FEELINGS)
    gold = np.zeros((len(texts), width), dtype=np.float32)
    for i, places in enumerate(labels):
        gold[i, places] = 1.0
    return texts, gold


def build() -> Calibration:
    """Build the task for the registry."""
    return Calibration()
