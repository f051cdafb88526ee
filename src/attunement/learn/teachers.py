"""Cross-fitted teachers: soft targets for every row from bodies that never saw it.

The rows are split into folds by their text. Each teacher learns emotions and feelings on all folds but
one; a row's soft target comes from the teacher that left it out. Honest doubt over crowd labels that
often disagree is worth more to a small body than more passes over the labels.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from attunement.learn.encoder import Body
from attunement.learn.joint import Row, Schedule, Task, predict, train_joint
from attunement.models.heads import softmax
from attunement.models.runtime import Floats

log = logging.getLogger(__name__)


def fold_of(text: str, folds: int) -> int:
    """The fold of a text, by its digest."""
    return int(hashlib.sha1(f"fold:{text}".encode()).hexdigest(), 16) % folds


def cross_fit(
    rows: Sequence[Row], tasks: Mapping[str, Task], schedule: Schedule, out: Path, teachers: int = 3,
    base: str | None = None,
) -> dict[str, Floats]:  # fmt: skip
    """Soft targets of the rows whose fold has a teacher, for every task: float32 [rows, width].

    With fewer teachers than folds, the rows of the other folds have none (zeros, not to be used).

    A run that was stopped goes on with the first teacher that has no file in ``out``.
    """
    out.mkdir(parents=True, exist_ok=True)
    logits: list[dict[str, Floats]] = []
    for fold in range(teachers):
        path = out / f"teacher-{fold}.npz"
        if not path.is_file():
            body = Body(base)
            part = [r for r in rows if r.fold not in (fold, -1)]
            heads = train_joint(
                body, part, tasks, replace(schedule, seed=schedule.seed + fold), label=f"teacher {fold}"
            )
            torch.save({"body": body.state_dict(), "heads": heads.state_dict()}, out / f"teacher-{fold}.pt")
            work = path.with_suffix(".part.npz")
            np.savez(work, **predict(body, heads, [r for r in rows if r.fold == fold]))  # pyright: ignore
            os.replace(work, path)
        with np.load(path) as found:
            logits.append({k: found[k] for k in tasks})
    return {name: _join(rows, task, [found[name] for found in logits]) for name, task in tasks.items()}


def _join(rows: Sequence[Row], task: Task, logits: Sequence[Floats]) -> Floats:
    joined = np.zeros((len(rows), task.width), dtype=np.float32)
    for fold, part in enumerate(logits):
        joined[[i for i, r in enumerate(rows) if r.fold == fold]] = part
    if task.kind == "multi":
        return np.asarray(1 / (1 + np.exp(-joined)), dtype=np.float32)
    return softmax(joined)
