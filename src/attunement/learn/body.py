"""Fine-tuning of the body on emotions and feelings, with retrieval kept by distillation.

Losses per batch: binary cross-entropy with ``pos_weight = (1/p)^0.25`` over the 28 emotions, or
cross-entropy with label smoothing over the 32 feelings; always ``1 - cos`` between ``embed`` and the
original encoder's sentence vector. Only data marked as shippable under attribution-only licences
trains the body; share-alike sets train heads on the frozen body.
"""

from __future__ import annotations

import json
import logging
import math
import os
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from attunement.learn.data import is_fitting, read_dialogues, read_goemotions
from attunement.learn.encoder import WIDTH, Body, base_folder, parameter_groups
from attunement.learn.messages import own_messages, phrase_cues
from attunement.vocabulary import EMOTIONS, FEELINGS

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BodyRecipe:
    """Everything that decides a run of the body; written beside its checkpoint."""

    seed: int = 1
    base: str | None = None
    goemotions_epochs: float = 5.0
    dialogues_epochs: float = 2.5
    batch: int = 32
    max_tokens: int = 72
    rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.85
    smoothing: float = 0.1
    feelings_weight: float = 0.6
    distil_weight: float = 0.3
    consistency: float = 0.0
    warmup: float = 0.1
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """One training text with its tokens, its task and its target row."""

    ids: tuple[int, ...]
    task: str
    target: int | tuple[int, ...]
    teacher: int


class Heads(nn.Module):
    """Linear heads used while the body learns; the shipped ones are refitted afterwards."""

    def __init__(self) -> None:
        super().__init__()
        self.emotions = nn.Linear(WIDTH, len(EMOTIONS))
        self.feelings = nn.Linear(WIDTH, len(FEELINGS))


def load_tokenizer(base: str | None, max_tokens: int) -> Tokenizer:
    """The base encoder's tokenizer, truncating at ``max_tokens``, without padding."""
    tokenizer = Tokenizer.from_file(str(Path(base_folder(base)) / "tokenizer.json"))
    tokenizer.enable_truncation(max_tokens)
    tokenizer.no_padding()
    return tokenizer


def pad(rows: list[tuple[int, ...]]) -> tuple[Tensor, Tensor]:
    """Pad token rows to one length: int64 ids and mask of shape [batch, longest]."""
    longest = max(len(r) for r in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids, mask


def _examples(data: Path, recipe: BodyRecipe) -> tuple[list[Example], list[str]]:
    tokenizer = load_tokenizer(recipe.base, recipe.max_tokens)
    texts: list[str] = []
    targets: list[tuple[str, int | tuple[int, ...]]] = []
    for row in read_goemotions(data / "goemotions" / "train.tsv"):
        if not is_fitting(row.text):
            texts.append(row.text)
            targets.append(("emotions", row.labels))
    for talk in read_dialogues(data / "empathetic_dialogues" / "train.csv"):
        if is_fitting(talk.situation):
            continue
        for text in (talk.situation, *talk.utterances[:1]):
            texts.append(text)
            targets.append(("feelings", talk.feeling))
    if recipe.limit:
        chosen = random.Random(recipe.seed).sample(range(len(texts)), min(recipe.limit, len(texts)))
        texts, targets = [texts[i] for i in chosen], [targets[i] for i in chosen]
    encoded = tokenizer.encode_batch(texts)
    return [
        Example(tuple(e.ids), task, target, i)
        for i, (e, (task, target)) in enumerate(zip(encoded, targets, strict=True))
    ], texts


def projection_texts(data: Path, recipe: BodyRecipe, most: int = 40_000) -> list[str]:
    """Texts for the projection: own messages and phrase cues, and a sample of the training texts."""
    own = [m.text for m in (*own_messages(), *phrase_cues())]
    public = _examples(data, recipe)[1]
    chosen = random.Random(recipe.seed).sample(public, min(most, len(public)))
    return own + chosen


def teacher_vectors(examples: list[Example], base: str | None, cache: Path) -> np.ndarray:
    """Sentence vectors of the untouched base encoder, float16 [examples, 384], cached on disk."""
    if cache.is_file():
        found = np.load(cache)
        if len(found) == len(examples):
            return found
    body = Body(base).eval()
    vectors = np.zeros((len(examples), WIDTH), dtype=np.float16)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            vectors[part] = body(*pad([examples[i].ids for i in part]))[3].numpy()
    cache.parent.mkdir(parents=True, exist_ok=True)
    part_file = cache.with_suffix(".part.npy")
    np.save(part_file, vectors)
    os.replace(part_file, cache)
    return vectors


def _batches(examples: list[Example], recipe: BodyRecipe, rng: random.Random) -> list[list[Example]]:
    """Batches of one task each, bucketed by length, over all epochs, shuffled within each pass."""
    passes = {"emotions": recipe.goemotions_epochs, "feelings": recipe.dialogues_epochs}
    rounds = math.ceil(max(passes.values()))
    plan: list[list[Example]] = []
    for number in range(rounds):
        current: list[list[Example]] = []
        for task, epochs in passes.items():
            share = epochs / rounds
            pool = [e for e in examples if e.task == task]
            rng.shuffle(pool)
            pool = pool[: round(len(pool) * share)] if share < 1 else pool
            if number >= epochs and share >= 1:
                continue
            for start in range(0, len(pool), recipe.batch * 50):
                block = sorted(pool[start : start + recipe.batch * 50], key=lambda e: len(e.ids))
                current += [block[i : i + recipe.batch] for i in range(0, len(block), recipe.batch)]
        rng.shuffle(current)
        plan += current
    return plan


def _loss(heads: Heads, mean: Tensor, batch: list[Example], weight: Tensor, recipe: BodyRecipe) -> Tensor:
    if batch[0].task == "emotions":
        gold = torch.zeros(len(batch), len(EMOTIONS))
        for i, example in enumerate(batch):
            assert isinstance(example.target, tuple)
            gold[i, list(example.target)] = 1.0
        logits = heads.emotions(mean)
        loss = nn.functional.binary_cross_entropy_with_logits(logits, gold, pos_weight=weight)
        return loss * len(EMOTIONS) / 4
    labels = torch.tensor([e.target for e in batch])
    logits = heads.feelings(mean)
    loss = nn.functional.cross_entropy(logits, labels, label_smoothing=recipe.smoothing)
    return loss * recipe.feelings_weight


def train_body(data: Path, out: Path, recipe: BodyRecipe) -> Body:
    """Train the body and write ``body.pt``, ``heads.pt`` and ``recipe.json`` into ``out``.

    The retrieval projection is fitted once more at the end, on the finished body.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    examples, _ = _examples(data, recipe)
    vectors = teacher_vectors(examples, recipe.base, out / "teacher.npy")
    body, heads = Body(recipe.base), Heads()
    plan = _batches(examples, recipe, rng)
    labels = [e.target for e in examples if e.task == "emotions"]
    counts = np.bincount([i for t in labels if isinstance(t, tuple) for i in t], minlength=28)
    prior = np.clip(counts / max(1, len(labels)), 1e-4, 1.0)
    weight = torch.tensor((1.0 / prior) ** 0.25, dtype=torch.float32)
    groups = parameter_groups(body, heads, recipe.rate, recipe.head_rate, recipe.layer_decay)
    optimiser = torch.optim.AdamW(groups, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [float(g["lr"]) for g in groups], total_steps=len(plan) + 1,  # pyright: ignore
        pct_start=recipe.warmup, cycle_momentum=False,
    )  # fmt: skip
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1), encoding="utf-8")
    started, seen = time.monotonic(), [0.0, 0.0, 0]
    body.train()
    for step, batch in enumerate(plan):
        ids, mask = pad([e.ids for e in batch])
        with torch.autocast("cpu", torch.bfloat16):
            _, _, mean, embed = body(ids, mask)
        target = torch.from_numpy(vectors[[e.teacher for e in batch]].astype(np.float32))
        kept = (1 - (embed * target).sum(-1)).mean()
        task = _loss(heads, mean.float(), batch, weight, recipe)
        (task + recipe.distil_weight * kept).backward()
        nn.utils.clip_grad_norm_(body.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        seen = [seen[0] + float(task.detach()), seen[1] + float(kept.detach()), seen[2] + 1]
        if step % 200 == 199:
            pace = (time.monotonic() - started) / (step + 1)
            log.info(
                "step %d/%d task %.4f distil %.4f, %.0f min left", step + 1, len(plan),
                seen[0] / seen[2], seen[1] / seen[2], pace * (len(plan) - step - 1) / 60,
            )  # fmt: skip
            seen = [0.0, 0.0, 0]
        if step % 2000 == 1999:
            save(out, body, heads)
    save(out, body, heads)
    kept = refit_projection(body, projection_texts(data, recipe), recipe)
    log.info("retrieval projection: held-out cosine %.4f", kept)
    save(out, body, heads)
    return body.eval()


def refit_projection(body: Body, texts: list[str], recipe: BodyRecipe) -> float:
    """Fit the retrieval projection alone, on the finished body; returns the held-out mean cosine.

    The targets are the untouched base encoder's vectors of the same texts.
    """
    tokenizer = load_tokenizer(recipe.base, recipe.max_tokens)
    rows = [tuple(e.ids) for e in tokenizer.encode_batch(texts)]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    pooled = torch.zeros(len(rows), 3 * WIDTH)
    target = torch.zeros(len(rows), WIDTH)
    teacher = Body(recipe.base).eval()
    body = body.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            batch = pad([rows[i] for i in part])
            pooled[part] = body.pooled(*batch).float()
            target[part] = teacher(*batch)[3]
    torch.manual_seed(recipe.seed)
    picked = torch.randperm(len(rows))
    held, rest = picked[: len(rows) // 20], picked[len(rows) // 20 :]
    nn.init.normal_(body.narrow.weight, std=0.01)
    layers = [body.project, body.widen, body.narrow]
    optimiser = torch.optim.AdamW([p for m in layers for p in m.parameters()], lr=1e-3)
    epochs, size = 14, 256
    total = epochs * (len(rest) // size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3, total_steps=total + 1)
    for _ in range(epochs):
        for part in rest[torch.randperm(len(rest))].split(size):
            loss = (1 - (body.vector(pooled[part]) * target[part]).sum(-1)).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    with torch.no_grad():
        return float((body.vector(pooled[held]) * target[held]).sum(-1).mean())


def save(out: Path, body: Body, heads: Heads) -> None:
    """Write both state dictionaries whole or not at all."""
    for name, module in (("body.pt", body), ("heads.pt", heads)):
        part = out / f"{name}.part"
        torch.save(module.state_dict(), part)
        os.replace(part, out / name)
