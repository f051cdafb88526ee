"""Deletion test (DeYoung et al., 2020): does a label fall when the words said to carry it are taken out?

The likeliest emotion other than neutral is read; its fifth of the words with the largest shares
(``token_shares``, pieces of a word added up) is deleted, and, to compare, as many words at random.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from attunement.evaluate.metrics import Floats, bootstrap
from attunement.evaluate.parts import encoded, outputs, probabilities, texts_of
from attunement.evaluate.run import Result, TaskOptions
from attunement.models.heads import Head, multilabel, token_shares
from attunement.models.runtime import Encoded
from attunement.perceive.perceiver import Perceiver
from attunement.perceive.syntax import split_words

Range = tuple[int, int]
SHARE: Final = 0.2
SHORTEST: Final = 5
DRAWS: Final = 3
"""Random deletions for each message; their mean drop is compared."""


def word_shares(shares: Floats, offsets: Sequence[Range], words: Sequence[Range]) -> npt.NDArray[np.float64]:
    """Each word's share: the sum over its tokens, float64 [words]; 0 past the truncation."""
    out = np.zeros(len(words))
    for share, (start, end) in zip(shares, offsets, strict=True):
        if end > start:
            for i, (first, last) in enumerate(words):
                if start < last and end > first:
                    out[i] += float(share)
                    break
    return out


def without(text: str, spans: Sequence[Range]) -> str:
    """The text with some words cut out."""
    out, at = "", 0
    for start, end in sorted(spans):
        out += text[at:start]
        at = end
    return " ".join((out + text[at:]).split())


def deletions(
    text: str, head: Head, states: Encoded, label: int, rng: np.random.Generator
) -> tuple[str, list[str]]:
    """The text without its most attributed fifth, and copies without random fifths."""
    words = [(start, end) for _, start, end in split_words(text)]
    count = max(1, round(SHARE * len(words)))
    weight = word_shares(token_shares(head, states, label), states.offsets, words)
    best = [words[i] for i in np.argsort(-weight, kind="stable")[:count]]
    draws = [[words[i] for i in rng.permutation(len(words))[:count]] for _ in range(DRAWS)]
    return without(text, best), [without(text, d) for d in draws]


class Faithfulness:
    """Mean fall of the read label's probability, attributed against random."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on messages of five words or more whose likeliest emotion is not neutral."""
        perceiver = Perceiver(threads=2)
        encoder, head = perceiver.encoder, perceiver.heads["emotions"]
        neutral = head.labels.index("neutral")
        rng = np.random.default_rng(0)
        texts = [t for t in texts_of(options.data) if len(split_words(t)) >= SHORTEST][: options.limit]
        before: list[float] = []
        labels: list[int] = []
        cut: list[str] = []
        for text, states in zip(texts, encoded(encoder, texts), strict=True):
            p = multilabel(head, states)
            label = int(p.argmax())
            if label == neutral:
                continue
            chosen, randoms = deletions(text, head, states, label, rng)
            before.append(float(p[label]))
            labels.append(label)
            cut += [chosen, *randoms]
        if not cut:
            return Result(0, {"attributed_drop": None, "random_drop": None, "ratio": None})
        after = probabilities(head, outputs(head, encoder, cut)).reshape(len(labels), 1 + DRAWS, -1)
        kept = np.take_along_axis(after, np.array(labels)[:, None, None], axis=2)[:, :, 0]
        drop = np.array(before, dtype=np.float32)[:, None] - kept
        return Result(len(labels), drop_metrics(drop[:, 0], drop[:, 1:].mean(axis=1, dtype=np.float32)))


def drop_metrics(attributed: Floats, random: Floats) -> dict[str, object]:
    """Mean falls of the label's probability, and how many times larger the attributed one is."""

    def ratio(i: npt.NDArray[np.int64]) -> float:
        return float(attributed[i].mean()) / max(1e-6, float(random[i].mean()))

    return {
        "attributed_drop": round(float(attributed.mean()), 4),
        "random_drop": round(float(random.mean()), 4),
        "ratio": round(ratio(np.arange(len(random))), 3),
        "ratio_interval": bootstrap(ratio, len(random)),
    }


def build() -> Faithfulness:
    """Build the task for the registry."""
    return Faithfulness()
