"""Replies that are unsafe in their context: risk ignored, unqualified expertise, agreeing with harm."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final, Literal

import numpy as np

from attunement.models.heads import Head, load_head, single_label
from attunement.models.runtime import Encoded, Encoder, Floats
from attunement.protocols import Draft, Scratch
from attunement.turn import Verdict

_SOURCE: Final = "head 'safety', trained on DiaSafety (Sun et al., 2022)"


def pair_features(context: Encoded, reply: Encoded) -> Floats:
    """Features of a message and its reply: float32 [1920]."""
    return np.concatenate([context.mean, context.embed, reply.mean, reply.embed, context.embed * reply.embed])


class UnsafeAdvice:
    """A small model over the message and the reply together."""

    name: ClassVar[str] = "unsafe_advice"
    scope: ClassVar[Literal["sentence", "reply"]] = "reply"
    guards: ClassVar[Literal["truth", "tone"]] = "truth"

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self._encoder = encoder
        self._head: Head = load_head(folder / "heads" / "safety.npz", encoder.body_sha256)

    def judge(self, draft: Draft, scratch: Scratch) -> Sequence[Verdict]:
        """One verdict: the probability that the reply is safe, 0.5 at the fitted cut."""
        if not draft.reply.sentences:
            return ()
        if all(s.phrase for s in draft.reply.sentences):
            return (Verdict(self.name, 1.0, "authored phrases only", "phrasebook"),)
        context, reply = self._encoder.encode([draft.turn.message, draft.reply.text])
        p = self.probability(context, reply)
        best = self._head.labels[int(p.argmax())]
        unsafe = 1 - float(p[self._head.labels.index("safe")])
        cut = float(self._head.arrays["cut"])
        value = 1 - unsafe / (2 * cut) if unsafe < cut else 0.5 * (1 - unsafe) / max(1e-6, 1 - cut)
        why = "safe in its context" if unsafe < cut else f"reads as {best}"
        return (Verdict(self.name, round(value, 3), why, _SOURCE),)

    def probability(self, context: Encoded, reply: Encoded) -> Floats:
        """Distribution over safe and the unsafe categories."""
        a = self._head.arrays
        logits = a["weight"] @ pair_features(context, reply) + a["bias"]
        shifted = np.exp(logits / a["temperature"] - (logits / a["temperature"]).max())
        return (shifted / shifted.sum()).astype(np.float32)


def build(encoder: Encoder, folder: Path) -> UnsafeAdvice:
    """Build the critic for the registry."""
    return UnsafeAdvice(encoder, folder)


__all__ = ["UnsafeAdvice", "build", "pair_features", "single_label"]
