"""One training loop for every task that may shape the body: mixed batches, hard and soft targets.

A row is one text with whatever targets it has. Batches are bucketed by length and mix tasks; each task
adds its mean loss over the batch. Soft targets are probabilities of cross-fitted teachers (see
``teachers``): a row's own teachers have never seen it, so their doubt is honest.
"""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from attunement.learn.encoder import WIDTH, Body, parameter_groups
from attunement.models.runtime import Floats

log = logging.getLogger(__name__)

Halves = npt.NDArray[np.float16]
Target = int | tuple[int, ...] | float


@dataclass(frozen=True, slots=True)
class Task:
    """A head used while the body learns.

    Attributes:
        kind: independent labels, one label of several, or one score (standardised).
        width: number of outputs.
        weight: of its loss.
        smoothing: label smoothing of a single-label task.
    """

    kind: Literal["multi", "single", "score"]
    width: int
    weight: float = 1.0
    smoothing: float = 0.1


@dataclass(frozen=True, slots=True)
class Row:
    """One training text: its token ids, and its targets by task.

    ``soft`` and ``vector`` are its rows in the soft targets and in the original encoder's vectors.
    """

    ids: tuple[int, ...]
    gold: Mapping[str, Target]
    soft: Mapping[str, int] = field(default_factory=dict[str, int])
    fold: int = -1
    vector: int = -1


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast."""

    seed: int = 1
    epochs: float = 4.0
    batch: int = 32
    rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.85
    warmup: float = 0.1
    soft_weight: float = 0.5
    dropout: float = 0.1
    keep_weight: float = 2.0


class TaskHeads(nn.Module):
    """A linear head on the mean state for every task."""

    def __init__(self, tasks: Mapping[str, Task]) -> None:
        super().__init__()
        self.linear = nn.ModuleDict({name: nn.Linear(WIDTH, task.width) for name, task in tasks.items()})

    def forward(self, mean: Tensor) -> dict[str, Tensor]:
        """Logits of every task for the mean states [rows, 384]."""
        return {name: layer(mean) for name, layer in self.linear.items()}


def pad(rows: Sequence[tuple[int, ...]]) -> tuple[Tensor, Tensor]:
    """Pad token rows to one length: int64 ids and mask of shape [batch, longest]."""
    longest = max(len(r) for r in rows)
    ids = np.zeros((len(rows), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = row
        mask[i, : len(row)] = 1
    return torch.from_numpy(ids), torch.from_numpy(mask)


def batches(rows: Sequence[Row], schedule: Schedule, rng: random.Random) -> list[list[Row]]:
    """Batches bucketed by length over all epochs; a broken epoch takes a random share of the rows."""
    plan: list[list[Row]] = []
    for number in range(math.ceil(schedule.epochs)):
        pool = list(rows)
        rng.shuffle(pool)
        share = min(1.0, schedule.epochs - number)
        pool = pool[: round(len(pool) * share)]
        current: list[list[Row]] = []
        for start in range(0, len(pool), schedule.batch * 50):
            block = sorted(pool[start : start + schedule.batch * 50], key=lambda r: len(r.ids))
            current += [block[i : i + schedule.batch] for i in range(0, len(block), schedule.batch)]
        rng.shuffle(current)
        plan += current
    return plan


def prior_weights(rows: Sequence[Row], name: str, width: int) -> Tensor:
    """``(1 / p) ** 0.25`` for each label of a multi-label task."""
    counts, total = np.zeros(width), 0
    for row in rows:
        target = row.gold.get(name)
        if isinstance(target, tuple):
            total += 1
            counts[list(target)] += 1
    prior = np.clip(counts / max(1, total), 1e-4, 1.0)
    return torch.tensor((1.0 / prior) ** 0.25, dtype=torch.float32)


@dataclass(slots=True)
class Losses:
    """Task losses of one batch."""

    tasks: Mapping[str, Task]
    weights: Mapping[str, Tensor]
    soft: Mapping[str, Floats]
    soft_weight: float

    def __call__(self, logits: Mapping[str, Tensor], batch: Sequence[Row]) -> Tensor:
        """The summed loss of a batch, each task weighted by the share of rows that it has."""
        total = torch.zeros(())
        for name, task in self.tasks.items():
            hard = [i for i, r in enumerate(batch) if name in r.gold]
            doubt = [i for i, r in enumerate(batch) if name in r.soft]
            part = torch.zeros(())
            share = self.soft_weight if doubt else 0.0
            if hard:
                gold = [batch[i].gold[name] for i in hard]
                loss = self._hard(logits[name][hard], gold, task, name).sum()
                both = sum(1 for i in hard if name in batch[i].soft)
                part = part + loss * (1 - share * both / len(hard))
            if doubt:
                target = torch.from_numpy(self.soft[name][[batch[i].soft[name] for i in doubt]])
                part = part + self._soft(logits[name][doubt], target, task).sum() * share
            total = total + task.weight * part / len(batch)
        return total

    def _hard(self, logits: Tensor, gold: Sequence[Target], task: Task, name: str) -> Tensor:
        if task.kind == "multi":
            target = torch.zeros(len(gold), task.width)
            for i, labels in enumerate(gold):
                assert isinstance(labels, tuple)
                target[i, list(labels)] = 1.0
            loss = nn.functional.binary_cross_entropy_with_logits(
                logits, target, pos_weight=self.weights[name], reduction="none"
            )
            return loss.sum(1) / 4
        if task.kind == "score":
            return (logits[:, 0] - torch.tensor(gold, dtype=torch.float32)).pow(2)
        return nn.functional.cross_entropy(
            logits, torch.tensor(gold), label_smoothing=task.smoothing, reduction="none"
        )

    @staticmethod
    def _soft(logits: Tensor, target: Tensor, task: Task) -> Tensor:
        if task.kind == "multi":
            loss = nn.functional.binary_cross_entropy_with_logits(logits, target, reduction="none")
            return loss.sum(1) / 4
        return nn.functional.cross_entropy(logits, target, reduction="none")


def set_dropout(body: Body, rate: float) -> None:
    """Dropout on states alone: dropping attention costs time and gave nothing."""
    for module in body.modules():
        if isinstance(module, nn.Dropout):
            module.p = rate
    for layer in (*body.bert.encoder.layer, body.retrieval.layer):
        attention: Any = layer
        attention.attention.self.dropout.p = 0.0


def train_joint(
    body: Body, rows: Sequence[Row], tasks: Mapping[str, Task], schedule: Schedule,
    soft: Mapping[str, Floats] | None = None, vectors: Halves | None = None, label: str = "body",
) -> TaskHeads:  # fmt: skip
    """Train the body in place on all tasks at once; word embeddings stay as they are.

    With ``vectors`` (the original encoder's, float16 [texts, 384]) the retrieval branch learns to keep them.

    Returns:
        The heads, for predictions and as a start for those that ship.
    """
    torch.manual_seed(schedule.seed)
    rng = random.Random(schedule.seed)
    heads = TaskHeads(tasks)
    plan = batches(rows, schedule, rng)
    losses = Losses(
        tasks, {n: prior_weights(rows, n, t.width) for n, t in tasks.items() if t.kind == "multi"},
        soft or {}, schedule.soft_weight,
    )  # fmt: skip
    set_dropout(body, schedule.dropout)
    body.bert.embeddings.requires_grad_(False)
    groups = parameter_groups(body, heads, schedule.rate, schedule.head_rate, schedule.layer_decay)
    optimiser = torch.optim.AdamW(groups, fused=True)
    cycle = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [float(str(g["lr"])) for g in groups], total_steps=len(plan) + 1,
        pct_start=schedule.warmup, cycle_momentum=False,
    )  # fmt: skip
    body.train()
    started, seen = time.monotonic(), 0.0
    for step, batch in enumerate(plan):
        ids, mask = pad([r.ids for r in batch])
        with torch.autocast("cpu", torch.bfloat16):
            _, mid, mean = body.states(ids, mask)
            embed = None if vectors is None else body.retrieval(mid, mask)
        loss = losses(heads(mean.float()), batch)
        if embed is not None and vectors is not None:
            target = torch.from_numpy(vectors[[r.vector for r in batch]].astype(np.float32))
            loss = loss + schedule.keep_weight * (1 - (embed * target).sum(-1)).mean()
        loss.backward()
        nn.utils.clip_grad_norm_(body.parameters(), 5.0)
        optimiser.step()
        cycle.step()
        optimiser.zero_grad(set_to_none=True)
        seen += float(loss.detach())
        if step % 200 == 199:
            pace = (time.monotonic() - started) / (step + 1)
            left = pace * (len(plan) - step - 1) / 60
            log.info("%s %d/%d loss %.4f, %.1f min left", label, step + 1, len(plan), seen / 200, left)
            seen = 0.0
    body.eval()
    return heads.eval()


def predict(body: Body, heads: TaskHeads, rows: Sequence[Row]) -> dict[str, Floats]:
    """Logits of every task for rows, float32 [rows, width]."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    out: dict[str, Floats] = {}
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            found = heads(body.mean(*pad([rows[i].ids for i in part])).float())
            for name, value in found.items():
                if name not in out:
                    out[name] = np.zeros((len(rows), value.shape[1]), dtype=np.float32)
                out[name][part] = value.float().numpy()
    return out
