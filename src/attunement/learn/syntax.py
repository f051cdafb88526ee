"""Training of the syntax head on Universal Dependencies trees over the frozen body."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from attunement.learn.data import Tree, read_conllu
from attunement.models.heads import Head
from attunement.models.runtime import Encoder
from attunement.perceive.syntax import parse, split_words, word_states

log = logging.getLogger(__name__)
HIDDEN, ARC = 256, 96
Row = tuple[npt.NDArray[np.float16], list[int], list[int], list[int]]


def align(tree: Tree) -> tuple[list[tuple[str, int, int]], list[str], list[str], list[int]]:
    """Our words of a tree's text with tag, relation and head index (-1: root) of each.

    A word takes the labels of the tree word that holds its first character; the pieces of a tree word
    that we split further follow their first piece with the relation ``cont``.
    """
    words = split_words(tree.text)
    starts, position = list[int](), 0
    for form in tree.words:
        found = tree.text.find(form, position)
        position = found if found >= 0 else position
        starts.append(position)
        position += len(form) if found >= 0 else 0
    owner = [int(np.searchsorted(starts, start, side="right")) - 1 for _, start, _ in words]
    first: dict[int, int] = {}
    for i, source in enumerate(owner):
        first.setdefault(max(0, source), i)
    covers: dict[int, int] = {}
    for source in range(len(tree.words)):
        inside = [i for i, (_, s, e) in enumerate(words) if s <= starts[source] < e]
        covers[source] = first.get(source, inside[0] if inside else -1)
    tags, relations, heads = list[str](), list[str](), list[int]()
    for i, source in enumerate(owner):
        source = max(0, source)
        if first[source] != i:
            tags.append(tree.tags[source])
            relations.append("cont")
            heads.append(first[source])
            continue
        parent, guard = tree.heads[source], 0
        while parent >= 0 and covers[parent] == i and guard < 5:
            parent, guard = tree.heads[parent], guard + 1
        tags.append(tree.tags[source])
        relations.append(tree.relations[source])
        heads.append(covers[parent] if parent >= 0 else -1)
    return words, tags, relations, heads


class SyntaxNet(nn.Module):
    """The trainable form of the head that ``perceive.syntax.parse`` runs."""

    def __init__(self, width: int, tags: int, relations: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(3 * width, HIDDEN)
        self.drop = nn.Dropout(0.25)
        self.tag = nn.Linear(HIDDEN, tags)
        self.relation = nn.Linear(HIDDEN, relations)
        self.child = nn.Linear(HIDDEN, ARC, bias=False)
        self.parent = nn.Linear(HIDDEN, ARC, bias=False)
        self.root = nn.Parameter(torch.zeros(ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.distance = nn.Parameter(torch.zeros(33))

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag, relation and arc scores for states [batch, words, width]."""
        side = torch.zeros_like(x[:, :1])
        window = torch.cat([torch.cat([side, x[:, :-1]], 1), x, torch.cat([x[:, 1:], side], 1)], dim=-1)
        h = self.drop(torch.relu(self.hidden(self.drop(window))))
        parent = torch.cat([self.root.expand(len(x), 1, -1), self.parent(h)], dim=1)
        arcs = self.child(h) @ parent.transpose(1, 2) + (parent @ self.arc_bias).unsqueeze(1)
        n = x.shape[1]
        gap = (torch.arange(n)[:, None] - torch.arange(n)[None, :] + 16).clamp(0, 32)
        arcs = arcs + nn.functional.pad(self.distance[gap], (1, 0))
        blocked = torch.cat([torch.ones_like(mask[:, :1]), mask], dim=1)
        arcs = arcs.masked_fill(~blocked.bool().unsqueeze(1), -1e9)
        arcs[:, torch.arange(n), torch.arange(n) + 1] = -1e9
        return self.tag(h), self.relation(h), arcs


def _lowered(tree: Tree) -> Tree:
    """The tree as people type: lower case, no apostrophes kept apart, same offsets."""
    return Tree(
        tuple(w.lower() for w in tree.words), tree.tags, tree.heads, tree.relations, tree.text.lower()
    )


def fit_syntax(
    encoder: Encoder, train: Path, *, seed: int = 1, epochs: int = 8
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Train on a CoNLL-U file, each tree as written and in lower case; returns (meta, arrays)."""
    torch.manual_seed(seed)
    trees = [t for t in read_conllu(train) if 1 < len(t.words) <= 60]
    trees += [_lowered(t) for t in trees[::2]]
    tag_names = sorted({t for tree in trees for t in tree.tags})
    relation_names = sorted({r for tree in trees for r in tree.relations} | {"cont"})
    encoded = encoder.encode([t.text for t in trees])
    rows: list[Row] = []
    for tree, states in zip(trees, encoded, strict=True):
        words, tags, relations, heads = align(tree)
        if not words or len(states.offsets) >= encoder.max_tokens:
            continue
        rows.append(
            (
                word_states(states, words).astype(np.float16),
                [tag_names.index(t) for t in tags],
                [relation_names.index(r) for r in relations],
                [h + 1 for h in heads],
            )
        )
    net = SyntaxNet(rows[0][0].shape[1], len(tag_names), len(relation_names))
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.01)
    rng = np.random.default_rng(seed)
    total = epochs * (len(rows) // 32 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3, total_steps=total + 1)
    for epoch in range(epochs):
        order = rng.permutation(len(rows))
        blocks = [
            sorted(order[i : i + 1600], key=lambda r: len(rows[r][1])) for i in range(0, len(order), 1600)
        ]
        batches = [b[i : i + 32] for b in blocks for i in range(0, len(b), 32)]
        losses: list[float] = []
        for k in rng.permutation(len(batches)):
            loss = _loss(net, [rows[i] for i in batches[k]])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step() if schedule.last_epoch < total else None
            losses.append(float(loss.detach()))
        log.info("syntax epoch %d loss %.4f", epoch + 1, float(np.mean(losses)))
    return {"task": "syntax", "tags": tag_names, "relations": relation_names}, _arrays(net)


def _loss(net: SyntaxNet, batch: list[Row]) -> Tensor:
    longest = max(len(r[1]) for r in batch)
    x = torch.zeros(len(batch), longest, batch[0][0].shape[1])
    mask = torch.zeros(len(batch), longest)
    gold = torch.full((3, len(batch), longest), -100, dtype=torch.long)
    for i, (states, *labels) in enumerate(batch):
        n = len(labels[0])
        x[i, :n] = torch.from_numpy(states.astype(np.float32))
        mask[i, :n] = 1
        for k in range(3):
            gold[k, i, :n] = torch.tensor(labels[k])
    outputs = net(x, mask)
    return torch.stack(
        [
            nn.functional.cross_entropy(o.flatten(0, 1), gold[k].flatten(), ignore_index=-100)
            for k, o in enumerate(outputs)
        ]
    ).sum()


def _arrays(net: SyntaxNet) -> dict[str, Any]:
    state = {k: v.detach().numpy() for k, v in net.state_dict().items()}
    return {
        "hidden_weight": state["hidden.weight"], "hidden_bias": state["hidden.bias"],
        "tag_weight": state["tag.weight"], "tag_bias": state["tag.bias"],
        "relation_weight": state["relation.weight"], "relation_bias": state["relation.bias"],
        "child_weight": state["child.weight"], "parent_weight": state["parent.weight"],
        "root": state["root"], "arc_bias": state["arc_bias"], "distance": state["distance"],
    }  # fmt: skip


def score_syntax(encoder: Encoder, head: Head, path: Path, limit: int = 0) -> dict[str, float]:
    """Tag accuracy, unlabelled and labelled attachment over our words of a CoNLL-U file."""
    trees = read_conllu(path)[: limit or None]
    encoded = encoder.encode([t.text for t in trees])
    tag = arc = both = total = 0
    for tree, states in zip(trees, encoded, strict=True):
        words, tags, relations, heads = align(tree)
        found = parse(head, states, tree.text, limit=len(words))
        for word, t, r, h in zip(found, tags, relations, heads, strict=True):
            total += 1
            tag += word.tag == t
            arc += word.head == h
            both += word.head == h and word.relation == r
    return {"tag": tag / total, "uas": arc / total, "las": both / total}
