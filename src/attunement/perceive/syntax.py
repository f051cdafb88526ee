"""Words with tags and dependencies, read from the body's token states by one small head.

The head is a window of three words over the last and middle layer, one hidden layer, then Penn
Treebank tags, Universal Dependencies relations, and arcs scored by a bilinear form
(Dozat and Manning, 2017, reduced to greedy head choice).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import numpy as np

from attunement.models.heads import Head
from attunement.models.runtime import Encoded, Floats

WORD: Final = re.compile(r"\w+(?:['’]\w+)*['’]?|[^\w\s]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its text and place, Penn tag, relation to the word at index ``head`` (-1: root)."""

    text: str
    start: int
    end: int
    tag: str = ""
    relation: str = ""
    head: int = -1

    @property
    def lower(self) -> str:
        """Lower-case form with a straight apostrophe."""
        return self.text.lower().replace("’", "'")


def split_words(text: str) -> list[tuple[str, int, int]]:
    """Words and punctuation marks with their code-point offsets."""
    return [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]


def word_states(encoded: Encoded, words: list[tuple[str, int, int]]) -> Floats:
    """States of each word's first token, float32 [words, 768]; zeros past the truncation."""
    starts = {start: i for i, (start, end) in enumerate(encoded.offsets) if end > start}
    out = np.zeros((len(words), 2 * encoded.last.shape[1]), dtype=np.float32)
    for row, (_, start, _) in enumerate(words):
        token = starts.get(start)
        if token is not None:
            out[row] = np.concatenate([encoded.last[token], encoded.mid[token]])
    return out


def parse(head: Head, encoded: Encoded, text: str, limit: int = 120) -> tuple[Word, ...]:
    """Tag and parse the first ``limit`` words of a text."""
    words = split_words(text)[:limit]
    if not words:
        return ()
    a = head.arrays
    x = word_states(encoded, words)
    padded = np.pad(x, ((1, 1), (0, 0)))
    window = np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)
    hidden = np.maximum(window @ a["hidden_weight"].T + a["hidden_bias"], 0.0)
    tags = (hidden @ a["tag_weight"].T + a["tag_bias"]).argmax(axis=1)
    relations = (hidden @ a["relation_weight"].T + a["relation_bias"]).argmax(axis=1)
    child = hidden @ a["child_weight"].T
    parent = np.concatenate([a["root"][None, :], hidden @ a["parent_weight"].T])
    arcs = child @ parent.T + parent @ a["arc_bias"]
    distance = np.arange(len(words))[:, None] - np.arange(len(words))[None, :]
    arcs[:, 1:] += a["distance"][np.clip(distance + 16, 0, 32)]
    np.fill_diagonal(arcs[:, 1:], -1e9)
    heads = arcs.argmax(axis=1) - 1
    tag_names, relation_names = head.meta["tags"], head.meta["relations"]
    return tuple(
        Word(w, s, e, tag_names[tags[i]], relation_names[relations[i]], int(heads[i]))
        for i, (w, s, e) in enumerate(words)
    )
