"""Which rows of a file are measured, and what heads say of texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

import numpy as np

from attunement.errors import DataError, ModelError, UsageError
from attunement.evaluate.metrics import Floats, Ints
from attunement.evaluate.run import TaskOptions
from attunement.learn.data import is_dev, is_fitting, read_dialogues, read_goemotions
from attunement.learn.sets import Utterance, numbered_json_lines
from attunement.models.heads import Head, load_head, sigmoid, softmax
from attunement.models.runtime import Encoded, Encoder
from attunement.perceive.perceiver import clean, default_folder

T = TypeVar("T")
_CHUNK: Final = 512
_PARTS: Final[dict[str, Callable[[str], bool]]] = {
    "all": lambda _: True,
    "dev": is_dev,
    "fitting": is_fitting,
}


def choose(
    rows: Sequence[T], text: Callable[[T], str], options: TaskOptions, on_train: str = "dev"
) -> tuple[list[T], str]:
    """The rows to measure, and the name of that part.

    ``--split`` says which: all, dev (rows of a training file that no head learns from) or fitting. By
    default a file with "train" in its name is read in its part ``on_train``, any other one whole.

    Raises:
        UsageError: there is no such part.
        DataError: the part has no rows.
    """
    part = options.split or (on_train if "train" in options.data.name.lower() else "all")
    if part not in _PARTS:
        raise UsageError(f"unknown --split {part!r}; known: {', '.join(_PARTS)}")
    kept = [r for r in rows if _PARTS[part](text(r))][: options.limit]
    if not kept:
        raise DataError(f"{options.data}: no rows in the part {part!r}; try --split all")
    return kept, part


def texts_of(path: Path) -> list[str]:
    """The messages of a GoEmotions TSV, an EmpatheticDialogues CSV (first utterances), or JSON lines.

    Raises:
        DataError: the file cannot be read as what its name says.
    """
    if path.suffix == ".tsv":
        return [r.text for r in read_goemotions(path)]
    if path.suffix == ".csv":
        return [t.utterances[0] for t in read_dialogues(path) if t.utterances]
    texts: list[str] = []
    for number, row in numbered_json_lines(path):
        if not isinstance(row.get("text"), str):
            raise DataError(f"{path}:{number}: expected a text under 'text'")
        texts.append(row["text"])
    return texts


def named_head(name: str, encoder: Encoder, folder: Path | None = None) -> Head:
    """A head of the model folder that reading a message does not need.

    Raises:
        ModelError: it is not there (the message says how to train it), or does not fit the body.
    """
    path = (folder or default_folder()) / "heads" / f"{name}.npz"
    if not path.is_file():
        raise ModelError(
            f"the model has no head {name}; "
            f"train it with: attune train perception --data FOLDER --heads {name}"
        )
    return load_head(path, encoder.body_sha256)


def encoded(encoder: Encoder, texts: Sequence[str], vectors: bool = False) -> Iterator[Encoded]:
    """States of texts in order, a few hundred at a time to spare memory."""
    for start in range(0, len(texts), _CHUNK):
        yield from encoder.encode([clean(t) for t in texts[start : start + _CHUNK]], vectors=vectors)


def outputs(head: Head, encoder: Encoder, texts: Sequence[str]) -> Floats:
    """Raw outputs of a linear head on texts, float32 [texts, labels]."""
    return np.stack([head.logits(e) for e in encoded(encoder, texts, "embed" in head.inputs)])


def probabilities(head: Head, logits: Floats) -> Floats:
    """Calibrated probabilities for raw outputs [texts, labels], as the head's task wants them."""
    if head.meta["task"] == "multilabel":
        return sigmoid(np.asarray(head.arrays["scale"] * logits + head.arrays["shift"], dtype=np.float32))
    return softmax(logits / head.arrays["temperature"])


def gold_places(rows: Sequence[Utterance], labels: Sequence[str]) -> Ints:
    """Each row's intent as its place among a head's labels.

    Raises:
        DataError: an intent is unknown to the head; names file and row.
    """
    places = {label: i for i, label in enumerate(labels)}
    for row in rows:
        if row.intent not in places:
            raise DataError(f"{row.place}: the head knows no intent {row.intent!r}")
    return np.array([places[r.intent] for r in rows], dtype=np.int64)
