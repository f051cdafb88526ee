"""RECCON (Poria et al., 2021): which words of an utterance caused a feeling; never trained on.

Which utterance holds the cause is given, as in the publishers' span extraction. ``token_f1`` is the mean
over pairs of a target with a feeling and an utterance that caused it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.metrics import bootstrap
from attunement.evaluate.parts import encoded
from attunement.evaluate.run import Result, TaskOptions
from attunement.evaluate.spans import Range, last_clause, plain_words, span_f1, whole_utterance
from attunement.learn.sets import CausePair, read_reccon
from attunement.models.heads import Head
from attunement.models.runtime import Encoder
from attunement.perceive.perceiver import Perceiver, clean
from attunement.perceive.spans import read_cause


def found_causes(head: Head, encoder: Encoder, texts: Sequence[str]) -> list[tuple[Range, ...]]:
    """The cause span that the perceiver would give for each text; empty where it gives none."""
    out: list[tuple[Range, ...]] = []
    for text, states in zip(texts, encoded(encoder, texts), strict=True):
        cause = read_cause(head, states, plain_words(clean(text)), text)
        out.append(((cause.span.start, cause.span.end),) if cause else ())
    return out


def cause_metrics(rows: Sequence[CausePair], found: Sequence[tuple[Range, ...]]) -> dict[str, Any]:
    """Word F1 of the found spans and of both baselines on the same rows.

    A cause is known to be there: where none was found, ``token_f1`` takes the whole utterance, and
    ``token_f1_found_only`` counts 0.
    """
    strict = np.array([span_f1(r.text, r.spans, f) for r, f in zip(rows, found, strict=True)])
    whole = np.array([span_f1(r.text, r.spans, whole_utterance(r.text)) for r in rows])
    last = np.array([span_f1(r.text, r.spans, last_clause(r.text)) for r in rows])
    none = np.array([not f for f in found])
    ours = np.where(none, whole, strict)
    better = whole if whole.mean() >= last.mean() else last
    metrics: dict[str, Any] = {
        "token_f1": round(float(ours.mean()), 4),
        "token_f1_interval": bootstrap(lambda i: float(ours[i].mean()), len(rows)),
        "token_f1_found_only": round(float(strict.mean()), 4),
        "nothing_found": round(float(none.mean()), 4),
        "baseline.whole_utterance": round(float(whole.mean()), 4),
        "baseline.last_clause": round(float(last.mean()), 4),
        "over_better_baseline": round(float((ours - better).mean()), 4),
        "over_better_baseline_interval": bootstrap(lambda i: float((ours - better)[i].mean()), len(rows)),
    }
    own = np.array([r.own for r in rows])
    for name, part in (("same_utterance", own), ("other_utterance", ~own)):
        if part.any():
            metrics[f"token_f1.{name}"] = round(float(ours[part].mean()), 4)
    return metrics


class Reccon:
    """The head ``cause`` on the utterances of dialogues."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on RECCON's JSON."""
        every = read_reccon(options.data)
        rows = [r for r in every if r.spans][: options.limit]
        if not rows:
            raise DataError(f"{options.data}: no cause span stands in its utterance")
        perceiver = Perceiver(threads=2)
        found = found_causes(perceiver.heads["cause"], perceiver.encoder, [r.text for r in rows])
        unlocated = sum(not r.spans for r in every)
        return Result(len(rows), {**cause_metrics(rows, found), "unlocated": unlocated})


def build() -> Reccon:
    """Build the task for the registry."""
    return Reccon()
