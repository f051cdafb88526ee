"""Spans of words: gold and found as sets of words, simple baselines, and their F1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attunement.evaluate.metrics import overlap_f1
from attunement.perceive.syntax import Word, split_words

Range = tuple[int, int]
_BREAK: Final = re.compile(
    r"[.!?;:,…]+|\b(?:because|since|when|that|so|but|and|if|while|after|as)\b", re.IGNORECASE
)
LIMIT: Final = 120
"""Words of a text that are read, as the perceiver reads them."""


def plain_words(text: str) -> tuple[Word, ...]:
    """The words that are read of a text, untagged: the span head needs their places alone."""
    return tuple(Word(*w) for w in split_words(text)[:LIMIT])


def covered(text: str, spans: Iterable[Range]) -> set[int]:
    """Indices of the words (marks apart) that some spans touch."""
    wanted = list(spans)
    return {
        i
        for i, (word, start, end) in enumerate(split_words(text))
        if word[0].isalnum() and any(start < e and end > s for s, e in wanted)
    }


def whole_utterance(text: str) -> tuple[Range, ...]:
    """The baseline that takes everything."""
    return ((0, len(text)),)


def last_clause(text: str) -> tuple[Range, ...]:
    """The baseline that takes the last clause: what follows the last mark or connective before a word."""
    end = len(text)
    for match in reversed(list(_BREAK.finditer(text))):
        if any(c.isalnum() for c in text[match.end() : end]):
            return ((match.end(), end),)
    return ((0, end),)


def span_f1(text: str, gold: Sequence[Range], found: Sequence[Range]) -> float:
    """Word F1 of two lists of spans in one text."""
    return overlap_f1(covered(text, gold), covered(text, found))
