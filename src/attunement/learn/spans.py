"""Training of the span head: the words that say what brought a feeling about, and who feels it.

Every message was annotated twice and apart; a word's target is the share of annotators who chose it.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from attunement.learn.causes import Annotated
from attunement.learn.data import is_fitting
from attunement.models.runtime import Encoder, Floats
from attunement.perceive.syntax import split_words, word_states

log = logging.getLogger(__name__)
HIDDEN = 64


def targets(row: Annotated, words: Sequence[tuple[str, int, int]]) -> Floats:
    """Share of annotators that chose each word, float32 [words, 2] (cause, who)."""
    out = np.zeros((len(words), 2), dtype=np.float32)
    for column, spans in enumerate((row.causes, row.who)):
        for span in spans:
            if span is not None:
                for i, (_, start, end) in enumerate(words):
                    if start < span[1] and end > span[0]:
                        out[i, column] += 0.5
    return out


class SpanNet(nn.Module):
    """A window of three words, one hidden layer, two outputs a word."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(3 * width, HIDDEN)
        self.out = nn.Linear(HIDDEN, 2)
        self.drop = nn.Dropout(0.4)

    def forward(self, window: torch.Tensor) -> torch.Tensor:
        """Logits [words, 2]."""
        return self.out(self.drop(torch.relu(self.hidden(self.drop(window)))))


def window_of(x: Floats) -> Floats:
    """Each word's states beside its neighbours', float32 [words, 3 * width]."""
    padded = np.pad(x, ((1, 1), (0, 0)))
    return np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)


def fit_spans(
    encoder: Encoder, rows: Sequence[Annotated], *, seed: int = 1, epochs: int = 9
) -> dict[str, Floats]:
    """Train on the rows that do not belong to the fitting tenth; returns the arrays."""
    torch.manual_seed(seed)
    rows = [r for r in rows if not is_fitting(r.text)]
    xs: list[npt.NDArray[np.float16]] = []
    ys: list[Floats] = []
    for row, states in zip(rows, encoder.encode([r.text for r in rows]), strict=True):
        words = split_words(row.text)
        xs.append(window_of(word_states(states, words)).astype(np.float16))
        ys.append(targets(row, words))
    net = SpanNet(xs[0].shape[1] // 3)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.1)
    rng = np.random.default_rng(seed)
    net.train()
    for epoch in range(epochs):
        losses: list[float] = []
        order = rng.permutation(len(rows))
        for start in range(0, len(order), 16):
            part = order[start : start + 16]
            x = torch.from_numpy(np.concatenate([xs[i] for i in part]).astype(np.float32))
            y = torch.from_numpy(np.concatenate([ys[i] for i in part]))
            loss = nn.functional.binary_cross_entropy_with_logits(net(x), y)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(float(loss.detach()))
        log.info("spans epoch %d loss %.4f", epoch + 1, float(np.mean(losses)))
    state = {k: v.detach().numpy() for k, v in net.eval().state_dict().items()}
    return {
        "hidden_weight": state["hidden.weight"], "hidden_bias": state["hidden.bias"],
        "weight": state["out.weight"], "bias": state["out.bias"],
    }  # fmt: skip
