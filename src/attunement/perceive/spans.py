"""Where a message says what brought the feeling about, and who feels it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from attunement.models.heads import Head
from attunement.models.runtime import Encoded, Floats
from attunement.perceive.syntax import Word, word_states
from attunement.turn import Cause, Span

_LEAD: Final = frozenset(
    "because since when that as so and but if while after cause cuz , . ! ? ; : - by of for about".split()
)
"""Connectives and marks that do not belong to the cause itself."""


def word_scores(head: Head, encoded: Encoded, words: Sequence[Word]) -> Floats:
    """Logits of each word for being part of the cause and for naming who feels, float32 [words, 2]."""
    a = head.arrays
    x = np.pad(word_states(encoded, [(w.text, w.start, w.end) for w in words]), ((1, 1), (0, 0)))
    window = np.concatenate([x[:-2], x[1:-1], x[2:]], axis=1)
    hidden = np.maximum(window @ a["hidden_weight"].T + a["hidden_bias"], 0.0)
    return np.asarray(hidden @ a["weight"].T + a["bias"], dtype=np.float32)


def best_run(scores: Floats) -> tuple[int, int] | None:
    """The contiguous run of words with the largest sum of scores; None where no word is over zero."""
    best, top = None, 0.0
    start, total = 0, 0.0
    for i, score in enumerate(scores):
        if total <= 0:
            start, total = i, 0.0
        total += float(score)
        if total > top:
            best, top = (start, i + 1), total
    return best


def read_cause(head: Head, encoded: Encoded, words: Sequence[Word], text: str) -> Cause | None:
    """The likeliest cause span, without leading connectives; None where none is likely."""
    if not words:
        return None
    run = best_run(word_scores(head, encoded, words)[:, 0] - float(head.arrays["cut"]))
    if run is None:
        return None
    first, last = run
    while first < last - 1 and words[first].lower in _LEAD:
        first += 1
    while last > first + 1 and not words[last - 1].text[:1].isalnum():
        last -= 1
    span = Span(words[first].start, words[last - 1].end)
    return Cause(text[span.start : span.end], span)
