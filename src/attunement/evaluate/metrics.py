"""Metrics as their publishers define them, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def label_f1(gold: Floats, found: Floats) -> Floats:
    """F1 of each label; 0 where a label was neither given nor found. Both [rows, labels] of 0/1."""
    hits = (gold * found).sum(axis=0)
    total = gold.sum(axis=0) + found.sum(axis=0)
    return np.divide(2 * hits, total, out=np.zeros_like(hits, dtype=np.float32), where=total > 0)


def macro_f1(gold: Floats, found: Floats) -> float:
    """Mean F1 over labels."""
    return float(label_f1(gold, found).mean())


def expected_calibration_error(confidence: Floats, right: Floats, bins: int = 15) -> float:
    """Top-label ECE over equal-mass bins (Nguyen and O'Connor, 2015)."""
    order = np.argsort(confidence)
    parts = np.array_split(order, bins)
    gaps = [len(p) * abs(float(confidence[p].mean()) - float(right[p].mean())) for p in parts if len(p)]
    return float(sum(gaps) / max(1, len(confidence)))


def brier_skill(probability: Floats, gold: Floats) -> float:
    """1 - Brier score over that of the base rates; above 0 is better than always the base rate."""
    base = gold.mean(axis=0)
    reference = float(((gold - base) ** 2).mean())
    return 1 - float(((probability - gold) ** 2).mean()) / max(1e-12, reference)


def bootstrap(measure: Callable[[Ints], float], n: int, rounds: int = 1000, seed: int = 0) -> list[float]:
    """95% bootstrap interval of a measure of row indices."""
    rng = np.random.default_rng(seed)
    values = np.sort([measure(rng.integers(0, n, n)) for _ in range(rounds)])
    low, high = values[int(0.025 * rounds)], values[int(0.975 * rounds) - 1]
    return [round(float(low), 4), round(float(high), 4)]


def entropy(counts: Sequence[int]) -> float:
    """Shannon entropy in bits of a distribution given as counts."""
    p = np.array([c for c in counts if c], dtype=np.float64)
    if not len(p):
        return 0.0
    p /= p.sum()
    return float(-(p * np.log2(p)).sum())
