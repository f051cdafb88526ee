"""Valence, arousal and dominance: a head that attends over tokens, taught by fine-tuned bodies.

EmoBank is share-alike, so the shipped body never learns from it. Copies of the body do, and what they
say of unlabelled text teaches the head, beside the gold scores; only the head ships, under EmoBank's
licence.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from attunement.learn.body import load_tokenizer
from attunement.learn.data import (
    is_fitting,
    read_conllu,
    read_dialogues,
    read_emobank,
    read_goemotions,
)  # fmt: skip
from attunement.learn.encoder import WIDTH, Body
from attunement.learn.joint import Row, Schedule, Task, predict, train_joint
from attunement.models.runtime import Encoder, Floats

log = logging.getLogger(__name__)
HIDDEN, ATTEND, UPPER = 160, 4, 160
SCORES = ("valence", "arousal", "dominance")


class AttentiveNet(nn.Module):
    """The trainable form of ``models.heads.attentive``."""

    def __init__(self) -> None:
        super().__init__()
        pooled = ATTEND * HIDDEN + 2 * WIDTH
        self.hidden = nn.Linear(2 * WIDTH, HIDDEN)
        self.attend = nn.Linear(HIDDEN, ATTEND, bias=False)
        self.upper = nn.Linear(pooled, UPPER)
        self.out = nn.Linear(UPPER, len(SCORES))
        self.skip = nn.Linear(pooled, len(SCORES), bias=False)
        self.drop = nn.Dropout(0.2)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Scores [batch, 3] for token states [batch, tokens, 768] and mask [batch, tokens]."""
        hidden = torch.relu(self.hidden(self.drop(x)))
        scores = self.attend(hidden).masked_fill(mask.unsqueeze(-1) == 0, -1e4)
        weights = scores.softmax(dim=1)
        sums = (weights.transpose(1, 2) @ hidden).flatten(1)
        mean = (x * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
        pooled = self.drop(torch.cat([sums, mean], dim=-1))
        return self.out(torch.relu(self.upper(pooled))) + self.skip(pooled)


def unlabelled(data: Path, most: int, seed: int) -> list[str]:
    """Ship text of several kinds: blogs and reviews, talk, comments, subtitles."""
    texts: list[str] = []
    trees = data / "ud_english_ewt" / "en_ewt-ud-train.conllu"
    if trees.is_file():
        texts += [t.text for t in read_conllu(trees) if 3 < len(t.words) < 50]
    rng = np.random.default_rng(seed)
    pools = [
        [r.text for r in read_goemotions(data / "goemotions" / "train.tsv")],
        [u for t in read_dialogues(data / "empathetic_dialogues" / "train.csv") for u in t.utterances],
    ]
    xed = data / "xed" / "en-annotated.tsv"
    if xed.is_file():
        pools.append([line.rpartition("\t")[0] for line in xed.read_text(encoding="utf-8").splitlines()])
    each = max(0, most - len(texts)) // len(pools)
    for pool in pools:
        texts += [pool[i] for i in rng.permutation(len(pool))[:each]]
    return [t for t in dict.fromkeys(texts) if t.strip()]


def teach(
    data: Path, body_state: Path, texts: Sequence[str], *, seeds: Sequence[int], epochs: float
) -> Floats:
    """Mean standardised scores of fine-tuned copies of the body on ``texts``, float32 [texts, 3]."""
    tokenizer = load_tokenizer(None, 96)
    rows = [r for r in read_emobank(data / "emobank" / "train.csv") if not is_fitting(r.text)]
    gold = np.array([r.scores for r in rows])
    mean, scale = gold.mean(axis=0), gold.std(axis=0)
    encoded = tokenizer.encode_batch([r.text for r in rows])
    train = [
        Row(tuple(e.ids), {n: float((r.scores[k] - mean[k]) / scale[k]) for k, n in enumerate(SCORES)})
        for e, r in zip(encoded, rows, strict=True)
    ]
    tasks = {name: Task("score", 1, 1.0 if name == "valence" else 0.5) for name in SCORES}
    asked = [Row(tuple(e.ids), {}) for e in tokenizer.encode_batch(list(texts))]
    total = np.zeros((len(texts), len(SCORES)), dtype=np.float32)
    for seed in seeds:
        body = Body()
        body.load_state_dict(torch.load(body_state, weights_only=True))
        schedule = replace(Schedule(), seed=seed, epochs=epochs, rate=1e-4)
        heads = train_joint(body, train, tasks, schedule, label=f"vad teacher {seed}")
        found = predict(body, heads, asked)
        total += np.concatenate([found[n] for n in SCORES], axis=1) / len(seeds)
    return total


def fit_attentive(
    encoder: Encoder, texts: Sequence[str], target: Floats, weight: Floats, *, seed: int = 1, epochs: int = 8
) -> AttentiveNet:
    """Train the head on frozen token states; targets [texts, 3] are standardised."""
    torch.manual_seed(seed)
    states: list[npt.NDArray[np.float16]] = []
    for start in range(0, len(texts), 1024):
        for e in encoder.encode(texts[start : start + 1024]):
            states.append(np.concatenate([e.last, e.mid], axis=1).astype(np.float16))
    net = AttentiveNet()
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.05)
    size, rng = 64, np.random.default_rng(seed)
    total = epochs * (len(texts) // size + 2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3, total_steps=total + 1)
    net.train()
    for epoch in range(epochs):
        order = rng.permutation(len(texts))
        blocks = [
            sorted(order[i : i + size * 40], key=lambda k: len(states[k]))
            for i in range(0, len(order), size * 40)
        ]
        batches = [b[i : i + size] for b in blocks for i in range(0, len(b), size)]
        losses: list[float] = []
        for k in rng.permutation(len(batches)):
            part = batches[k]
            longest = max(len(states[i]) for i in part)
            x = torch.zeros(len(part), longest, 2 * WIDTH)
            mask = torch.zeros(len(part), longest)
            for row, i in enumerate(part):
                x[row, : len(states[i])] = torch.from_numpy(states[i].astype(np.float32))
                mask[row, : len(states[i])] = 1
            error = (net(x, mask) - torch.from_numpy(target[part])).pow(2) * torch.tensor([1.0, 0.5, 0.5])
            loss = (error.sum(1) * torch.from_numpy(weight[part])).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            losses.append(float(loss.detach()))
        log.info("vad epoch %d loss %.4f", epoch + 1, float(np.mean(losses)))
    return net.eval()


def fit_vad(
    encoder: Encoder, data: Path, body_state: Path | None, *, most: int = 16_000
) -> dict[str, Floats]:
    """Arrays of the attentive head, in EmoBank's own units (1 to 5).

    Without ``body_state`` there are no teachers: the head learns from the gold scores alone.
    """
    rows = [r for r in read_emobank(data / "emobank" / "train.csv") if not is_fitting(r.text)]
    gold = np.array([r.scores for r in rows], dtype=np.float32)
    mean, scale = gold.mean(axis=0), gold.std(axis=0)
    texts, target = [r.text for r in rows], (gold - mean) / scale
    weight = np.full(len(texts), 1.5, dtype=np.float32)
    if body_state is not None:
        more = unlabelled(data, most, seed=5)
        taught = teach(data, body_state, [*more, *texts], seeds=(1,), epochs=3)
        target = np.concatenate([taught[: len(more)], 0.5 * target + 0.5 * taught[len(more) :]])
        texts = [*more, *texts]
        weight = np.concatenate([np.ones(len(more), dtype=np.float32), weight])
    net = fit_attentive(encoder, texts, target.astype(np.float32), weight)
    state = {k: v.detach().numpy() for k, v in net.state_dict().items()}
    return {
        "hidden_weight": state["hidden.weight"], "hidden_bias": state["hidden.bias"],
        "attend_weight": state["attend.weight"],
        "upper_weight": state["upper.weight"], "upper_bias": state["upper.bias"],
        "weight": state["out.weight"] * scale[:, None], "skip_weight": state["skip.weight"] * scale[:, None],
        "bias": state["out.bias"] * scale + mean,
    }  # fmt: skip


__all__ = ["AttentiveNet", "fit_vad", "teach", "unlabelled"]
