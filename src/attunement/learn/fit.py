"""Small solvers for heads on frozen states: logistic, ridge, calibration, thresholds, conformal.

All take float32 arrays [rows, width]; all are deterministic.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def _standard(x: Floats) -> tuple[Floats, Floats]:
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    return mean.astype(np.float32), scale.astype(np.float32)


def logistic(
    x: Floats, y: Ints, classes: int, *, l2: float = 1e-3, weights: Floats | None = None,
    balanced: float = 0.5, steps: int = 200,
) -> tuple[Floats, Floats]:  # fmt: skip
    """Multinomial logistic regression; returns weight [classes, width] and bias [classes].

    ``balanced`` raises the inverse class frequency to that power; ``weights`` are per row.
    """
    mean, scale = _standard(x)
    features = torch.from_numpy((x - mean) / scale)
    labels = torch.from_numpy(y)
    counts = np.bincount(y, minlength=classes).clip(1)
    per_class = (len(y) / (classes * counts)) ** balanced
    row = torch.from_numpy((per_class[y] * (1 if weights is None else weights)).astype(np.float32))
    weight = torch.zeros(classes, x.shape[1], requires_grad=True)
    bias = torch.zeros(classes, requires_grad=True)
    solver = torch.optim.LBFGS([weight, bias], max_iter=steps, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        solver.zero_grad()
        loss = nn.functional.cross_entropy(features @ weight.T + bias, labels, reduction="none")
        total = (loss * row).sum() / row.sum() + l2 * weight.pow(2).sum()
        total.backward()
        return total

    solver.step(closure)  # pyright: ignore[reportArgumentType]
    w = weight.detach().numpy() / scale
    return w.astype(np.float32), (bias.detach().numpy() - w @ mean).astype(np.float32)


def multilabel(x: Floats, y: Floats, *, l2: float = 1e-4, steps: int = 150) -> tuple[Floats, Floats]:
    """Independent logistic regressions; ``y`` is float32 [rows, labels] of 0 to 1."""
    mean, scale = _standard(x)
    features, gold = torch.from_numpy((x - mean) / scale), torch.from_numpy(y)
    weight = torch.zeros(y.shape[1], x.shape[1], requires_grad=True)
    bias = torch.zeros(y.shape[1], requires_grad=True)
    solver = torch.optim.LBFGS([weight, bias], max_iter=steps, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        solver.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(features @ weight.T + bias, gold)
        total = loss + l2 * weight.pow(2).sum()
        total.backward()
        return total

    solver.step(closure)  # pyright: ignore[reportArgumentType]
    w = weight.detach().numpy() / scale
    return w.astype(np.float32), (bias.detach().numpy() - w @ mean).astype(np.float32)


def ridge(x: Floats, y: Floats, l2: float) -> tuple[Floats, Floats]:
    """Ridge regression on standardised features: weight [targets, width], bias [targets]."""
    mean, scale = _standard(x)
    features = ((x - mean) / scale).astype(np.float64)
    centre = y.mean(axis=0)
    gram = features.T @ features + l2 * len(x) * np.eye(x.shape[1])
    w = np.linalg.solve(gram, features.T @ (y - centre)).T / scale
    return w.astype(np.float32), (centre - w @ mean).astype(np.float32)


def platt(logits: Floats, gold: Floats, prior: float = 4.0) -> tuple[Floats, Floats]:
    """Per-label scale and shift so that sigmoid(scale * logit + shift) is calibrated.

    A pull of strength ``prior`` towards the scale shared by all labels steadies rare labels.
    """
    x, y = torch.from_numpy(logits), torch.from_numpy(gold)
    shared = torch.ones(1, requires_grad=True)
    delta = torch.zeros(logits.shape[1], requires_grad=True)
    shift = torch.zeros(logits.shape[1], requires_grad=True)
    solver = torch.optim.LBFGS([shared, delta, shift], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        solver.zero_grad()
        logit = (shared + delta) * x + shift
        loss = nn.functional.binary_cross_entropy_with_logits(logit, y, reduction="sum")
        total = loss + prior * delta.pow(2).sum() + 0.05 * prior * shift.pow(2).sum()
        total.backward()
        return total

    solver.step(closure)  # pyright: ignore[reportArgumentType]
    scale = (shared + delta).detach().numpy().astype(np.float32)
    return scale.clip(0.05), shift.detach().numpy().astype(np.float32)


def temperature(logits: Floats, gold: Ints) -> float:
    """The temperature that minimises cross-entropy."""
    grid = np.exp(np.linspace(np.log(0.2), np.log(5.0), 161))
    rows = np.arange(len(gold))
    best = [float(-_log_softmax(logits / t)[rows, gold].mean()) for t in grid]
    return float(grid[int(np.argmin(best))])


def _log_softmax(x: Floats) -> Floats:
    shifted = x - x.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def f1_thresholds(probability: Floats, gold: Floats, smooth: float = 15.0) -> Floats:
    """Per-label threshold of the best F1 on the fitting rows.

    Rare labels have few fitting rows: the candidate curve is F1 with ``smooth`` pseudo-counts spread as
    the calibrated model expects them, so a lucky handful of rows does not set the threshold.
    """
    grid = np.linspace(0.05, 0.75, 71, dtype=np.float32)
    out = np.zeros(probability.shape[1], dtype=np.float32)
    for label in range(probability.shape[1]):
        p, y = probability[:, label], gold[:, label]
        scores: list[float] = []
        positives = float(y.sum())
        trust = positives / (positives + smooth)
        for cut in grid:
            chosen = p >= cut
            hits = trust * float(y[chosen].sum()) + (1 - trust) * float(p[chosen].sum())
            total = trust * positives + (1 - trust) * float(p.sum())
            scores.append(2 * hits / max(1e-6, float(chosen.sum()) + total))
        smoothed = np.convolve(np.pad(scores, 2, mode="edge"), np.ones(5) / 5, mode="valid")
        out[label] = grid[int(np.argmax(smoothed))]
    return out


def coverage_cut(probability: Floats, gold: Floats, miss: float = 0.1) -> float:
    """Conformal risk control (Angelopoulos et al., 2022) for multi-label sets.

    The largest cut whose false-negative rate of gold labels, with the finite-sample correction, is at
    most ``miss``: a label belongs to the set when its probability reaches the cut.
    """
    keep = gold.sum(axis=1) > 0
    p, y = probability[keep], gold[keep]
    n = len(p)
    for cut in np.sort(np.unique(np.quantile(p[y > 0], np.linspace(0, 1, 401))))[::-1]:
        missed = 1 - ((p >= cut) * y).sum(axis=1) / y.sum(axis=1)
        if (missed.sum() + 1) / (n + 1) <= miss:
            return float(cut)
    return 0.0


def single_cut(probability: Floats, gold: Ints, miss: float = 0.1) -> float:
    """Split-conformal cut for single-label sets: keep labels with at least this probability."""
    scores = np.sort(probability[np.arange(len(gold)), gold])
    rank = int(np.floor((len(gold) + 1) * miss)) - 1
    return float(scores[max(0, rank)]) if rank >= 0 else 0.0
