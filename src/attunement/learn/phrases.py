"""``attune train phrases``: one vector per phrase, for ranking phrases against messages."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from attunement.models.runtime import Encoder
from attunement.respond.phrasebook import Phrasebook

CUE_SHARE = 0.8
"""Share of the cue in a phrase's vector; the rest is its own text."""


def embed_phrases(encoder: Encoder, folder: Path, language: str) -> int:
    """Write ``cues.npz`` for a language's phrases; returns how many there are."""
    book = Phrasebook(folder, language, None)
    slots = {s: "it" for p in book.phrases for s in p.slots}
    cues = encoder.encode([p.cue for p in book.phrases])
    texts = encoder.encode([book.text(p, slots) for p in book.phrases])
    vectors = np.stack(
        [CUE_SHARE * c.embed + (1 - CUE_SHARE) * t.embed for c, t in zip(cues, texts, strict=True)]
    )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    scale = (np.abs(vectors).max(axis=1) / 127).astype(np.float32)
    part = folder / "cues.part.npz"
    with part.open("wb") as out:
        np.savez_compressed(
            out,
            ids=np.array([p.id for p in book.phrases]),
            table=np.round(vectors / scale[:, None]).astype(np.int8),
            scale=scale,
            body_sha256=np.array(encoder.body_sha256),
        )
    part.replace(folder / "cues.npz")
    return len(book.phrases)
