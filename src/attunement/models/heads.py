"""Heads: small separate files that read the body's states.

A head is one ``.npz`` with its arrays and a JSON ``meta``: task, labels, inputs, licence, data, and
the sha256 of the body that it fits. Linear heads on the mean state allow an exact share of each
token in each decision.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from attunement.errors import ModelError
from attunement.models.runtime import Encoded, Floats


@dataclass(frozen=True, slots=True)
class Head:
    """A head as it lies on disk: its arrays by name, and its description."""

    name: str
    meta: dict[str, Any]
    arrays: dict[str, Floats]

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels in the order of the outputs."""
        return tuple(self.meta["labels"])

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the pooled states that the head reads."""
        return tuple(self.meta["inputs"])

    def logits(self, encoded: Encoded) -> Floats:
        """Raw outputs, float32 [labels]."""
        x = encoded.features(self.inputs)
        if "hidden_weight" in self.arrays:
            x = np.maximum(self.arrays["hidden_weight"] @ x + self.arrays["hidden_bias"], 0.0)
        return self.arrays["weight"] @ x + self.arrays["bias"]


class HeadBank:
    """All linear heads on the mean states of one body, read with one matrix product.

    Args:
        heads: by name; those with other inputs or hidden layers are left out.
    """

    def __init__(self, heads: Mapping[str, Head]) -> None:
        self._place: dict[str, slice] = {}
        rows: list[Floats] = []
        biases: list[Floats] = []
        start = 0
        for name, head in heads.items():
            if not head.inputs or not set(head.inputs) <= set(BANKED) or "hidden_weight" in head.arrays:
                continue
            weight = head.arrays["weight"]
            wide = np.zeros((len(weight), len(BANKED) * BODY_WIDTH), dtype=np.float32)
            for i, part in enumerate(head.inputs):
                column = BANKED.index(part) * BODY_WIDTH
                wide[:, column : column + BODY_WIDTH] = weight[:, i * BODY_WIDTH : (i + 1) * BODY_WIDTH]
            rows.append(wide)
            biases.append(head.arrays["bias"])
            self._place[name] = slice(start, start + len(weight))
            start += len(weight)
        self._weight = np.ascontiguousarray(np.concatenate(rows)) if rows else np.zeros((0, 0), np.float32)
        self._bias = np.concatenate(biases) if biases else np.zeros(0, np.float32)

    def logits(self, encoded: Encoded) -> dict[str, Floats]:
        """Raw outputs of every banked head, float32 [labels] each."""
        found = self._weight @ encoded.features(BANKED) + self._bias
        return {name: found[place] for name, place in self._place.items()}


BANKED: Final = ("mean", "low")
BODY_WIDTH: Final = 384


def load_head(path: Path, body_sha256: str) -> Head:
    """Load one head and make sure that it fits the body.

    Raises:
        ModelError: missing, damaged, or made for another body.
    """
    try:
        with np.load(path, allow_pickle=False) as data:
            meta = json.loads(str(data["meta"]))
            arrays = {
                k: (v.astype(np.float32) if v.dtype == np.float16 else v)
                for k, v in data.items()
                if k != "meta"
            }
    except FileNotFoundError:
        raise ModelError(f"head {path.stem} is missing; reinstall the package") from None
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"head {path.name} is damaged: {error}") from None
    if meta.get("body_sha256") != body_sha256:
        raise ModelError(f"head {path.name} was made for another body; train it again")
    return Head(path.stem, meta, arrays)


def save_head(path: Path, meta: dict[str, Any], arrays: dict[str, Any]) -> None:
    """Write a head whole or not at all (weights as float16, int8 tables as they are)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part.npz")
    packed = {k: _packed(k, v) for k, v in arrays.items()}
    with part.open("wb") as out:
        np.savez_compressed(out, meta=np.array(json.dumps(meta)), **packed)
    part.replace(path)


def _packed(key: str, value: Any) -> Any:
    array = np.asarray(value)
    if array.dtype == np.int8:
        return array
    return array.astype(np.float16 if key.endswith("weight") else np.float32)


def softmax(logits: Any) -> Floats:
    """Probabilities over the last axis."""
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(logits: Floats) -> Floats:
    """Elementwise logistic function."""
    return (1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30)))).astype(np.float32)


def multilabel(head: Head, encoded: Encoded, logits: Floats | None = None) -> Floats:
    """Calibrated probability of each label (Platt scaling); from ``logits`` where they are known."""
    raw = head.logits(encoded) if logits is None else logits
    return sigmoid(np.asarray(head.arrays["scale"] * raw + head.arrays["shift"], dtype=np.float32))


def single_label(head: Head, encoded: Encoded, logits: Floats | None = None) -> Floats:
    """Calibrated distribution over the labels (temperature scaling)."""
    raw = head.logits(encoded) if logits is None else logits
    return softmax(raw / head.arrays["temperature"])


def in_scope(p: Floats, labels: Sequence[str]) -> Floats:
    """How sure the best intent other than "oos" is, for distributions [rows, labels]: float32 [rows]."""
    return np.delete(p, labels.index("oos"), axis=1).max(axis=1)


def token_shares(head: Head, encoded: Encoded, label: int) -> Floats:
    """Each token's exact share of a linear decision on the mean state, float32 [tokens]."""
    weight = head.arrays["weight"][label, : encoded.last.shape[1]]
    return np.asarray(encoded.last @ weight / len(encoded.last), dtype=np.float32)


def attentive(head: Head, encoded: Encoded) -> Floats:
    """Scores of a head that weighs tokens before it decides, float32 [labels].

    A hidden layer on each token's last and middle state; several attention weights over the tokens; one
    more hidden layer on the weighted sums and the mean.
    """
    a = head.arrays
    x = np.concatenate([encoded.last, encoded.mid], axis=1)
    hidden = np.maximum(x @ a["hidden_weight"].T + a["hidden_bias"], 0.0)
    weights = softmax((hidden @ a["attend_weight"].T).T)
    pooled = np.concatenate([(weights @ hidden).ravel(), encoded.mean, encoded.low])
    upper = np.maximum(a["upper_weight"] @ pooled + a["upper_bias"], 0.0)
    return np.asarray(a["weight"] @ upper + a["skip_weight"] @ pooled + a["bias"], dtype=np.float32)
