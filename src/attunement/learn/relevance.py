"""Training of the relevance head: which sentence answers which message.

Two linear maps on the frozen retrieval vectors, one for messages and one for sentences, so that a
sentence lands near the messages it answers (InfoNCE with the other rows of the batch as negatives).
Pairs come from public dialogues, the exemplary replies and the scenes' own cues and sentences.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn

from attunement.learn.data import is_fitting, read_dialogues, read_jsonl
from attunement.models.runtime import Encoder, Floats
from attunement.respond.scenes import LINE_WIDTH, SceneBook

log = logging.getLogger(__name__)
Pair = tuple[str, str]


class _Blank(dict[str, str]):
    """Slot values for training text."""

    def __missing__(self, key: str) -> str:
        return {"who": "your friend", "name": "Sam", "thing": "it", "when": "today"}.get(key, "they")


def dialogue_pairs(path: Path, most: int = 2) -> list[Pair]:
    """Lines of the speaker with the listener's answer, from the first ``most`` lines of each talk."""
    pairs: list[Pair] = []
    for talk in read_dialogues(path):
        lines = talk.utterances
        pairs += [(lines[i], lines[i + 1]) for i in range(0, min(len(lines) - 1, most), 2)]
    return pairs


def exemplar_pairs(folder: Path) -> list[Pair]:
    """The last message of each context with each sentence of its exemplary reply."""
    pairs: list[Pair] = []
    for name in ("first", "third", "service"):
        path = folder / f"{name}.jsonl"
        for row in read_jsonl(path) if path.is_file() else ():
            context = row["context"]
            message = context if isinstance(context, str) else str(context[-1])  # pyright: ignore
            pairs += [(message, str(s["text"])) for s in row["sentences"]]  # pyright: ignore
    return pairs


def scene_pairs(book: SceneBook, rng: np.random.Generator, each: int = 3) -> list[Pair]:
    """Every line of a scene with some of its cues."""
    pairs: list[Pair] = []
    for scene in book.scenes:
        for line in scene.lines:
            text = book.text(scene, line, {s: _Blank()[s] for s in line.slots})
            picked = rng.choice(len(scene.cues), size=min(each, len(scene.cues)), replace=False)
            pairs += [(scene.cues[i], text) for i in picked]
    return pairs


def fit_relevance(
    encoder: Encoder, groups: Sequence[tuple[Sequence[Pair], float]], seed: int = 1, epochs: int = 12
) -> tuple[Floats, Floats, float]:
    """Maps for messages and sentences, float32 [128, 384] each, and held-out accuracy among 100."""
    pairs = [p for part, _ in groups for p in part]
    weight = torch.tensor([w for part, w in groups for _ in part], dtype=torch.float32)
    texts = sorted({t for p in pairs for t in p})
    place = {t: i for i, t in enumerate(texts)}
    parts = [encoder.embed(texts[i : i + 2048]) for i in range(0, len(texts), 2048)]
    vectors = torch.from_numpy(np.concatenate(parts).astype(np.float32))
    left = torch.tensor([place[a] for a, _ in pairs])
    right = torch.tensor([place[b] for _, b in pairs])
    held = torch.tensor([is_fitting(a) for a, _ in pairs])
    torch.manual_seed(seed)
    asking, answering = nn.Linear(384, LINE_WIDTH, bias=False), nn.Linear(384, LINE_WIDTH, bias=False)
    nn.init.orthogonal_(asking.weight)
    with torch.no_grad():
        answering.weight.copy_(asking.weight)
    params = [*asking.parameters(), *answering.parameters()]
    optimiser = torch.optim.AdamW(params, lr=2e-3, weight_decay=0.05)
    rows = torch.nonzero(~held)[:, 0]
    size = 512
    total = epochs * (len(rows) // size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=total + 1)
    for _ in range(epochs):
        for batch in rows[torch.randperm(len(rows))].split(size):
            scores = _scores(asking, answering, vectors[left[batch]], vectors[right[batch]])
            same = right[batch][None] == right[batch][:, None]
            scores = scores.masked_fill(same & ~torch.eye(len(batch), dtype=torch.bool), -1e4)
            gold = torch.arange(len(batch))
            loss = nn.functional.cross_entropy(scores, gold, reduction="none")
            loss = loss + nn.functional.cross_entropy(scores.T, gold, reduction="none")
            optimiser.zero_grad()
            (loss * weight[batch]).mean().backward()
            optimiser.step()
            schedule.step()
    accuracy = _accuracy(asking, answering, vectors, left[held], right[held])
    log.info("relevance: %d pairs, held-out accuracy among 100: %.3f", len(pairs), accuracy)
    a, b = asking.weight.detach().numpy(), answering.weight.detach().numpy()
    return a.astype(np.float32), b.astype(np.float32), accuracy


def _scores(asking: nn.Linear, answering: nn.Linear, left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    q = nn.functional.normalize(asking(left), dim=-1)
    s = nn.functional.normalize(answering(right), dim=-1)
    return q @ s.T / 0.07


def _accuracy(
    asking: nn.Linear, answering: nn.Linear, vectors: torch.Tensor, left: torch.Tensor, right: torch.Tensor
) -> float:
    hits, count = 0, 0
    with torch.no_grad():
        for batch in torch.randperm(len(left)).split(100):
            if len(batch) < 50:
                continue
            scores = _scores(asking, answering, vectors[left[batch]], vectors[right[batch]])
            hits += int((scores.argmax(1) == torch.arange(len(batch))).sum())
            count += len(batch)
    return hits / max(1, count)
