"""A second, short stage for the body: our own messages, with the public sets replayed.

Situation, need, function in the talk and danger each get a linear head while the body learns; emotions
and feelings go on being trained on a sample, so that they are not forgotten. Fitting rows stay out, so
that cuts and temperatures are fitted on text that the body has never seen.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from attunement.learn.body import (
    BodyRecipe,
    Heads,
    load_tokenizer,
    pad,
    projection_texts,
    refit_projection,
    save,
)  # fmt: skip
from attunement.learn.data import is_fitting, read_dialogues, read_goemotions
from attunement.learn.encoder import WIDTH, Body, parameter_groups
from attunement.learn.messages import LabelledMessage, phrase_cues, risk_messages
from attunement.vocabulary import EMOTIONS

log = logging.getLogger(__name__)
TASKS = ("situation", "need", "act", "risk")
Row = tuple[tuple[int, ...], int | tuple[int, ...]]


class Tokens:
    """Token ids of texts."""

    def __init__(self, recipe: BodyRecipe) -> None:
        self._tokenizer = load_tokenizer(recipe.base, recipe.max_tokens)

    def __call__(self, text: str) -> tuple[int, ...]:
        """Ids with the special tokens, truncated."""
        return tuple(self._tokenizer.encode(text).ids)


def _own_rows(
    messages: Sequence[LabelledMessage], name: str, encode: Tokens, everyday: Sequence[str]
) -> tuple[list[Row], int]:
    found = [m for m in messages if getattr(m, name) and not is_fitting(m.text)]
    if name == "situation":
        found += [m for m in phrase_cues() if not is_fitting(m.text)]
    if name == "risk":
        risky = [m for m in risk_messages() if not is_fitting(m.text)]
        found = risky * 3 + [LabelledMessage(t, risk="none:0") for t in everyday if not is_fitting(t)]
    labels = sorted({str(getattr(m, name)) for m in found})
    return [(encode(m.text), labels.index(str(getattr(m, name)))) for m in found], len(labels)


def adapt(
    body: Body, messages: Sequence[LabelledMessage], everyday: Sequence[str], data: Path,
    out: Path, recipe: BodyRecipe,
) -> None:  # fmt: skip
    """Train the body in place, one pass over the rows of every task, and save it to ``out``.

    ``out`` holds the heads of the stage before; the retrieval projection is fitted again at the end.
    """
    heads = Heads()
    heads.load_state_dict(torch.load(out / "heads.pt", weights_only=True))
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    encode = Tokens(recipe)
    pools: dict[str, list[Row]] = {}
    extra = nn.ModuleDict()
    for name in TASKS:
        pools[name], width = _own_rows(messages, name, encode, everyday)
        extra[name] = nn.Linear(WIDTH, width)
    pools["situation"] = pools["situation"] * 2
    emotions = [r for r in read_goemotions(data / "goemotions" / "train.tsv") if not is_fitting(r.text)]
    talks = [
        t for t in read_dialogues(data / "empathetic_dialogues" / "train.csv") if not is_fitting(t.situation)
    ]
    pools["emotions"] = [(encode(r.text), r.labels) for r in rng.sample(emotions, min(16_000, len(emotions)))]
    pools["feelings"] = [(encode(t.situation), t.feeling) for t in rng.sample(talks, min(9_000, len(talks)))]
    plan = _plan(pools, recipe.batch, rng)
    modules = nn.ModuleList([heads, extra])
    groups = parameter_groups(body, modules, recipe.rate / 2, recipe.head_rate, recipe.layer_decay)
    optimiser = torch.optim.AdamW(groups, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [float(str(g["lr"])) for g in groups], total_steps=len(plan) + 1, pct_start=0.1,
        cycle_momentum=False,
    )  # fmt: skip
    body.train()
    for step, (name, batch) in enumerate(plan):
        ids, mask = pad([row[0] for row in batch])
        with torch.autocast("cpu", torch.bfloat16):
            mean = body(ids, mask)[2]
        head = getattr(heads, name) if name in ("emotions", "feelings") else extra[name]
        loss = _loss(head(mean.float()), [row[1] for row in batch], recipe)
        loss.backward()
        nn.utils.clip_grad_norm_(body.parameters(), 5.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        if step % 200 == 199:
            log.info("adapt %d/%d %s %.4f", step + 1, len(plan), name, float(loss.detach()))
    refit_projection(body, projection_texts(data, recipe), recipe)
    save(out, body.eval(), heads)


def _plan(pools: dict[str, list[Row]], size: int, rng: random.Random) -> list[tuple[str, list[Row]]]:
    plan: list[tuple[str, list[Row]]] = []
    for name, rows in pools.items():
        rng.shuffle(rows)
        for start in range(0, len(rows), size * 40):
            block = sorted(rows[start : start + size * 40], key=lambda r: len(r[0]))
            plan += [(name, block[i : i + size]) for i in range(0, len(block), size)]
    rng.shuffle(plan)
    return plan


def _loss(logits: Tensor, gold: list[int | tuple[int, ...]], recipe: BodyRecipe) -> Tensor:
    if isinstance(gold[0], tuple):
        target = torch.zeros(len(gold), len(EMOTIONS))
        for i, labels in enumerate(gold):
            assert isinstance(labels, tuple)
            target[i, list(labels)] = 1.0
        return nn.functional.binary_cross_entropy_with_logits(logits, target) * len(EMOTIONS) / 3
    labels = torch.tensor(gold)
    return nn.functional.cross_entropy(logits, labels, label_smoothing=recipe.smoothing)
