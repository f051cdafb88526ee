"""How long reading takes: one message on one thread, beside one plain pass of the body; and in bulk.

``--data`` is any file of messages (GoEmotions TSV, EmpatheticDialogues CSV, JSON lines with text). Both
times of a message are taken right after each other, so that a busy machine slows both.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.metrics import bootstrap
from attunement.evaluate.parts import texts_of
from attunement.evaluate.run import Result, TaskOptions
from attunement.perceive.perceiver import Perceiver

SINGLE: Final = 500
WARM: Final = 20
_BATCH: Final = 256


def paired_times(
    read: Callable[[str], object], plain: Callable[[str], object], texts: Sequence[str]
) -> list[tuple[float, float]]:
    """Milliseconds of ``read`` and of ``plain`` on each text, one after the other in changing order."""
    out: list[tuple[float, float]] = []
    for i, text in enumerate(texts):
        pair = [0.0, 0.0]
        for k in (0, 1) if i % 2 else (1, 0):
            started = time.perf_counter()
            (read, plain)[k](text)
            pair[k] = (time.perf_counter() - started) * 1000
        out.append((pair[0], pair[1]))
    return out


def time_metrics(times: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """Percentiles of both, and the ratio of their medians."""
    x = np.array(times)

    def ratio(i: Any) -> float:
        return float(np.median(x[i, 0]) / np.median(x[i, 1]))

    return {
        "ms_p50": round(float(np.percentile(x[:, 0], 50)), 3),
        "ms_p95": round(float(np.percentile(x[:, 0], 95)), 3),
        "ms_p50_interval": bootstrap(lambda i: float(np.median(x[i, 0])), len(x)),
        "ms_plain_p50": round(float(np.percentile(x[:, 1], 50)), 3),
        "ms_plain_p95": round(float(np.percentile(x[:, 1], 95)), 3),
        "ratio_to_plain": round(ratio(np.arange(len(x))), 3),
        "ratio_to_plain_interval": bootstrap(ratio, len(x)),
    }


class Speed:
    """Times of the perceiver that ships."""

    def run(self, options: TaskOptions) -> Result:
        """Measure the first 500 messages one by one, then all (or ``--limit``) in bulk on two threads."""
        texts = texts_of(options.data)[: options.limit]
        if not texts:
            raise DataError(f"{options.data}: the file has no messages")
        one = Perceiver(threads=1)
        for text in texts[:WARM]:
            one.read([text])
        some = texts[:SINGLE]
        metrics = time_metrics(paired_times(lambda t: one.read([t]), lambda t: one.encoder.encode([t]), some))
        metrics["words_mean"] = round(float(np.mean([len(t.split()) for t in some])), 1)
        many = Perceiver(threads=2)
        many.read(texts[:_BATCH])
        metrics["bulk_messages_per_second"] = round(_bulk(many.read, texts), 1)
        metrics["bulk_plain_per_second"] = round(_bulk(many.encoder.encode, texts), 1)
        return Result(len(texts), metrics)


def _bulk(read: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    started = time.perf_counter()
    for start in range(0, len(texts), _BATCH):
        read(texts[start : start + _BATCH])
    return len(texts) / max(1e-9, time.perf_counter() - started)


def build() -> Speed:
    """Build the task for the registry."""
    return Speed()
