"""Which language a short message is in: character n-grams, hashed, into one linear layer.

The shape is that of fastText's language identification (Joulin et al., 2016) without the embedding:
counts of 1- to 4-grams in 2^14 buckets, log-scaled, times an int8 matrix.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import Final

import numpy as np

from attunement.models.heads import Head, softmax
from attunement.models.runtime import Floats

BUCKETS: Final = 1 << 14
_NOISE: Final = re.compile(r"https?://\S+|@\w+|[\d_]+|[^\w\s']", re.UNICODE)


def ngrams(text: str) -> Floats:
    """Hashed character n-gram features of one text, float32 [16384], unit length."""
    found: dict[int, int] = {}
    for word in _NOISE.sub(" ", text.lower()).split()[:60]:
        padded = f" {word} "
        for size in (1, 2, 3, 4):
            for i in range(len(padded) - size + 1):
                bucket = _bucket(padded[i : i + size])
                found[bucket] = found.get(bucket, 0) + 1
    out = np.zeros(BUCKETS, dtype=np.float32)
    if found:
        keys = np.fromiter(found.keys(), dtype=np.int64)
        values = np.log1p(np.fromiter(found.values(), dtype=np.float32))
        out[keys] = values / np.linalg.norm(values)
    return out


@cache
def _bucket(gram: str) -> int:
    return zlib.crc32(gram.encode("utf-8", "surrogatepass")) % BUCKETS


def identify(head: Head, text: str) -> tuple[str, float]:
    """The most probable language (ISO 639-1) and its probability; ("und", 0) without letters."""
    x = ngrams(text)
    used = np.flatnonzero(x)
    if not len(used) or not any(c.isalpha() for c in text):
        return "und", 0.0
    weight = head.arrays["table"][:, used].astype(np.float32) * head.arrays["scale"][:, None]
    p = softmax((weight @ x[used] + head.arrays["bias"]) / head.arrays["temperature"])
    best = int(p.argmax())
    return head.labels[best], float(p[best])
