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


def ranks(values: Floats) -> npt.NDArray[np.float64]:
    """Ranks from 1, ties at their mean rank."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts).astype(np.float64)
    return (last - (counts - 1) / 2)[place]


def spearman(x: Floats, y: Floats) -> float:
    """Spearman's rank correlation; 0 where one side is constant."""
    a, b = ranks(x), ranks(y)
    if a.std() == 0 or b.std() == 0:
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])


def binary_f1(gold: npt.NDArray[np.bool_], found: npt.NDArray[np.bool_]) -> float:
    """F1 of the class that ``True`` stands for; 0 where it was neither given nor found."""
    total = int(gold.sum()) + int(found.sum())
    return 2 * int((gold & found).sum()) / total if total else 0.0


def macro_f1_of_two(gold: npt.NDArray[np.bool_], found: npt.NDArray[np.bool_]) -> float:
    """Mean F1 of a class and its opposite."""
    return (binary_f1(gold, found) + binary_f1(~gold, ~found)) / 2


def separation(outside: Floats, inside: Floats) -> float:
    """How often a value of ``inside`` is over one of ``outside`` (area under the ROC curve)."""
    if not len(inside) or not len(outside):
        return 0.0
    place = ranks(np.concatenate([inside, outside]))[: len(inside)]
    return float((place.sum() - len(inside) * (len(inside) + 1) / 2) / (len(inside) * len(outside)))


def risk_coverage(confidence: Floats, right: Floats) -> npt.NDArray[np.float64]:
    """Share of errors among the 1, 2, ... surest rows (El-Yaniv and Wiener, 2010), float64 [rows].

    Its mean is the area under the risk-coverage curve; 0 would be perfect.
    """
    order = np.argsort(-confidence, kind="stable")
    wrong = 1.0 - right[order].astype(np.float64)
    return np.cumsum(wrong) / np.arange(1, len(wrong) + 1)


def overlap_f1(gold: set[int], found: set[int]) -> float:
    """F1 of two sets of places; 1 where both are empty (as SQuAD 2 counts unanswerable questions)."""
    if not gold and not found:
        return 1.0
    return 2 * len(gold & found) / (len(gold) + len(found))
