"""A body and heads of made-up weights: every word has a vector of its own, so that heads can be built by hand."""

from __future__ import annotations

import zlib

import numpy as np

from attunement.models.heads import Head
from attunement.models.runtime import Encoded
from attunement.perceive.syntax import split_words

WIDTH = 384


def word_vector(word: str) -> np.ndarray:
    rng = np.random.default_rng(zlib.crc32(word.lower().encode()))
    vector = rng.standard_normal(WIDTH).astype(np.float32)
    return vector / np.linalg.norm(vector)


class WordEncoder:
    """One token a word, with the same states in every layer."""

    body_sha256 = "0" * 64

    def encode(self, texts, batch=32, vectors=False):
        out = []
        for text in texts:
            words = split_words(text) or [("", 0, 0)]
            states = np.stack([word_vector(w) for w, _, _ in words])
            mean = states.mean(axis=0)
            unit = mean / max(1e-6, float(np.linalg.norm(mean)))
            offsets = tuple((s, e) for _, s, e in words)
            out.append(Encoded(states, states, mean, mean, offsets, vector=unit))
        return out


class WordPerceiver:
    def __init__(self, heads):
        self.encoder = WordEncoder()
        self.heads = heads


def keyword_head(
    name: str, keywords: dict[str, str], task: str = "single", cut: float = 0.5, inputs=("mean",)
) -> Head:
    """A linear head that likes one word for each label; an empty word means the label needs none."""
    weight = np.stack([word_vector(w) * 80 if w else np.zeros(WIDTH, np.float32) for w in keywords.values()])
    weight = np.concatenate([weight, *[np.zeros_like(weight)] * (len(inputs) - 1)], axis=1)
    bias = np.array([0.0 if w else 6.0 for w in keywords.values()], dtype=np.float32)
    arrays = {
        "weight": weight, "bias": bias, "temperature": np.float32(1.0), "cut": np.float32(cut),
        "scale": np.ones(len(bias), np.float32), "shift": np.full(len(bias), -3.0, np.float32),
    }  # fmt: skip
    return Head(name, {"task": task, "labels": tuple(keywords), "inputs": inputs}, arrays)
