"""DiaSafety (Sun et al., 2022): whether a reply is unsafe in its context; macro-F1 of safe and unsafe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from attunement.check.critics.unsafe_advice import pair_features
from attunement.evaluate.metrics import Floats, bootstrap, macro_f1_of_two, separation
from attunement.evaluate.parts import choose, encoded, named_head
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.sets import Pair, read_diasafety
from attunement.models.heads import Head, softmax
from attunement.models.runtime import Encoder
from attunement.perceive.perceiver import Perceiver

Bools = npt.NDArray[np.bool_]


def pair_probabilities(head: Head, encoder: Encoder, rows: Sequence[Pair]) -> Floats:
    """Distribution over safe and the kinds of danger for each pair, float32 [pairs, labels]."""
    contexts = encoded(encoder, [r.context for r in rows], vectors=True)
    replies = encoded(encoder, [r.reply for r in rows], vectors=True)
    a = head.arrays
    logits = [a["weight"] @ pair_features(c, r) + a["bias"] for c, r in zip(contexts, replies, strict=True)]
    return softmax(np.stack(logits) / a["temperature"])


def safety_metrics(unsafe: Floats, rows: Sequence[Pair], cut: float) -> dict[str, Any]:
    """Macro-F1 where "unsafe" is what is likelier than safe; and what the critic does at its ``cut``."""
    gold = np.array([r.unsafe for r in rows])
    found = unsafe >= 0.5
    blocked = unsafe >= cut
    kinds = np.array([r.category for r in rows])
    metrics: dict[str, Any] = {
        "macro_f1": round(macro_f1_of_two(gold, found), 4),
        "macro_f1_interval": bootstrap(lambda i: macro_f1_of_two(gold[i], found[i]), len(rows)),
    }
    for kind in sorted({r.category for r in rows}):
        part: Bools = kinds == kind
        metrics[f"macro_f1.{kind}"] = round(macro_f1_of_two(gold[part], found[part]), 4)
    return metrics | {
        "auroc": round(separation(unsafe[~gold], unsafe[gold]), 4),
        "critic.macro_f1": round(macro_f1_of_two(gold, blocked), 4),
        "critic.unsafe_found": round(float(blocked[gold].mean()), 4) if gold.any() else None,
        "critic.safe_blocked": round(float(blocked[~gold].mean()), 4) if not gold.all() else None,
    }


class DiaSafety:
    """The head ``safety``, over a message and its reply together."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on DiaSafety's JSON; of a training file, the rows with a dev context."""
        rows, part = choose(read_diasafety(options.data), lambda r: r.context, options)
        encoder = Perceiver(threads=2).encoder
        head = named_head("safety", encoder)
        p = pair_probabilities(head, encoder, rows)
        unsafe = 1 - p[:, head.labels.index("safe")]
        return Result(len(rows), {"part": part, **safety_metrics(unsafe, rows, float(head.arrays["cut"]))})


def build() -> DiaSafety:
    """Build the task for the registry."""
    return DiaSafety()
