"""``attune train phrases``: one vector per phrase, for ranking phrases against messages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from attunement.models.heads import load_head
from attunement.models.runtime import Encoder
from attunement.respond.phrasebook import Phrasebook
from attunement.respond.scenes import SceneBook, pack, unpack

CUE_SHARE = 0.8
"""Share of the cue in a phrase's vector; the rest is its own text."""


def embed_phrases(encoder: Encoder, folder: Path, language: str) -> int:
    """Write ``cues.npz`` for a language's phrases; returns how many there are."""
    book = Phrasebook(folder, language, None)
    slots = {s: "it" for p in book.phrases for s in p.slots}
    cues = encoder.encode([p.cue for p in book.phrases], vectors=True)
    texts = encoder.encode([book.text(p, slots) for p in book.phrases], vectors=True)
    vectors = np.stack(
        [CUE_SHARE * c.embed + (1 - CUE_SHARE) * t.embed for c, t in zip(cues, texts, strict=True)]
    )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    scale = (np.abs(vectors).max(axis=1) / 127).astype(np.float32)
    part = folder / "cues.part.npz"
    with part.open("wb") as out:
        np.savez(
            out,
            ids=np.array([p.id for p in book.phrases]),
            table=np.round(vectors / scale[:, None]).astype(np.int8),
            scale=scale,
            body_sha256=np.array(encoder.body_sha256),
        )
    part.replace(folder / "cues.npz")
    return len(book.phrases)


def embed_scenes(encoder: Encoder, folder: Path, language: str, heads: Path) -> int:
    """Write ``vectors.npz`` for a language's scenes; returns how many there are.

    ``centres.npz`` beside the index holds the mean vectors of public messages of each scene in the space
    of the original encoder, to which ``embed`` is distilled; a scene without one takes the mean of its cues.
    """
    book = SceneBook(folder, language, None)
    cues = encoder.embed([c for s in book.scenes for c in s.cues])
    owners = np.repeat(np.arange(len(book.scenes)), [len(s.cues) for s in book.scenes])
    with np.load(folder / "centres.npz", allow_pickle=False) as data:
        known = dict(zip(map(str, data["names"]), unpack(data["table"], data["scale"]), strict=True))
    centres = np.stack([known.get(s.name, cues[owners == i].mean(axis=0)) for i, s in enumerate(book.scenes)])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    texts = [book.text(s, p, dict.fromkeys(p.slots, "they")) for s in book.scenes for p in s.lines]
    head = load_head(heads / "relevance.npz", encoder.body_sha256)
    lines = encoder.embed(texts) @ head.arrays["answering_weight"].T
    lines /= np.linalg.norm(lines, axis=1, keepdims=True) + 1e-9
    packed: dict[str, tuple[Any, Any]] = {
        "cues": pack(cues),
        "centres": pack(centres.astype(np.float32)),
        "lines": pack(lines),
    }
    arrays: dict[str, Any] = {k: v[0] for k, v in packed.items()}
    arrays |= {f"{k}_scale": v[1] for k, v in packed.items()}
    part = folder / "vectors.part.npz"
    with part.open("wb") as out:
        np.savez(
            out, names=np.array([s.name for s in book.scenes]), owners=owners.astype(np.int32),
            asking=head.arrays["asking_weight"].astype(np.float16),
            body_sha256=np.array(encoder.body_sha256),
            **arrays,
        )  # fmt: skip
    part.replace(folder / "vectors.npz")
    return len(book.scenes)
