"""Our own held-out annotations of causes and experiencers: word F1, and how far the annotators agree.

``--data`` is the folder of the public data sets, whose texts the annotations point to. Only the fitting
rows are read, which the span head never learns from.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.metrics import bootstrap
from attunement.evaluate.parts import encoded
from attunement.evaluate.run import Result, TaskOptions
from attunement.evaluate.spans import Range, last_clause, plain_words, span_f1, whole_utterance
from attunement.learn.causes import Annotated, Offsets, read_causes
from attunement.learn.data import is_fitting
from attunement.models.heads import Head
from attunement.models.runtime import Encoder
from attunement.perceive.perceiver import Perceiver, clean
from attunement.perceive.spans import best_run, read_cause, word_scores


def _ranges(span: Offsets) -> tuple[Range, ...]:
    return () if span is None else (span,)


def agreement(rows: Sequence[Annotated], found: Sequence[tuple[Range, ...]], field: str) -> dict[str, Any]:
    """Word F1 of found spans against each annotator, and of the annotators against each other.

    ``field`` is "causes" or "who". Two readers who both mark nothing agree wholly.
    """
    pairs = [tuple(_ranges(s) for s in getattr(r, field)) for r in rows]
    scores = np.array(
        [
            [span_f1(r.text, a, f), span_f1(r.text, b, f), span_f1(r.text, a, b)]
            for r, (a, b), f in zip(rows, pairs, found, strict=True)
        ]
    )
    ours = scores[:, :2].mean(axis=1)
    marked = [[bool(a), bool(b), bool(f)] for (a, b), f in zip(pairs, found, strict=True)]
    shares = np.array(marked).mean(axis=0)
    return {
        "token_f1": round(float(ours.mean()), 4),
        "token_f1_interval": bootstrap(lambda i: float(ours[i].mean()), len(rows)),
        "token_f1.a": round(float(scores[:, 0].mean()), 4),
        "token_f1.b": round(float(scores[:, 1].mean()), 4),
        "agreement": round(float(scores[:, 2].mean()), 4),
        "agreement_on_presence": round(float(np.mean([a == b for a, b, _ in marked])), 4),
        "marked": {k: round(float(s), 3) for k, s in zip(("a", "b", "found"), shares, strict=True)},
    }


def found_spans(
    heads: dict[str, Head], encoder: Encoder, texts: Sequence[str]
) -> tuple[list[tuple[Range, ...]], list[tuple[Range, ...]]]:
    """The cause span and the span of who feels it, for each text; empty where there is none."""
    head = heads["cause"]
    causes: list[tuple[Range, ...]] = []
    who: list[tuple[Range, ...]] = []
    for text, states in zip(texts, encoded(encoder, texts), strict=True):
        words = plain_words(clean(text))
        cause = read_cause(head, states, words, text)
        causes.append(((cause.span.start, cause.span.end),) if cause else ())
        run = best_run(word_scores(head, states, words)[:, 1]) if words else None
        who.append(((words[run[0]].start, words[run[1] - 1].end),) if run else ())
    return causes, who


class CauseSpans:
    """The head ``cause`` against two annotators."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on the fitting rows of ``causes.tsv``."""
        labels = Path(str(files("attunement.languages") / "en" / "messages" / "causes.tsv"))
        rows = [r for r in read_causes(labels, options.data) if is_fitting(r.text)][: options.limit]
        if not rows:
            raise DataError(f"{labels.name}: no fitting rows")
        perceiver = Perceiver(threads=2)
        causes, who = found_spans(perceiver.heads, perceiver.encoder, [r.text for r in rows])
        metrics = agreement(rows, causes, "causes")
        for name, baseline in (("whole_message", whole_utterance), ("last_clause", last_clause)):
            simple = agreement(rows, [baseline(r.text) for r in rows], "causes")
            metrics[f"baseline.{name}"] = simple["token_f1"]
        metrics |= {f"who.{k}": v for k, v in agreement(rows, who, "who").items()}
        return Result(len(rows), metrics)


def build() -> CauseSpans:
    """Build the task for the registry."""
    return CauseSpans()
