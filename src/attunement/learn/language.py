"""Training of the language head on sentence pairs (Tatoeba) and our own English messages."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from attunement.learn.fit import temperature
from attunement.perceive.language import BUCKETS, ngrams

CODES = {
    "ara": "ar", "ben": "bn", "bul": "bg", "cat": "ca", "ces": "cs", "cmn_Hans": "zh",
    "cmn_Hant": "zh", "dan": "da", "deu": "de", "ell": "el", "est": "et", "fas": "fa", "fin": "fi",
    "fra": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ind": "id", "isl": "is",
    "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "mar": "mr", "mkd": "mk",
    "nld": "nl", "nob": "nb", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru",
    "slv": "sl", "spa": "es", "srp_Latn": "sr", "swe": "sv", "tgl": "tl", "tha": "th", "tur": "tr",
    "ukr": "uk", "urd": "ur", "vie": "vi",
}  # fmt: skip


def fit_language(
    folder: Path, english: list[str], *, each: int = 4000, seed: int = 1
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Train on ``each`` sentences of every language; returns (meta, arrays) with an int8 table."""
    rng = random.Random(seed)
    rows: list[tuple[str, str]] = []
    pool: list[str] = []
    for code, language in CODES.items():
        path = folder / f"eng-{code}.tsv"
        if not path.is_file():
            continue
        pairs = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")]
        pairs = [p for p in pairs if len(p) >= 2]
        rng.shuffle(pairs)
        pool += [p[0] for p in pairs[:600]]
        rows += [(p[1], language) for p in pairs[:each]]
    english = english + pool
    rng.shuffle(english)
    rows += [(t, "en") for t in english[: 4 * each]]
    rng.shuffle(rows)
    labels = sorted({language for _, language in rows})
    held, rows = rows[: len(rows) // 20], rows[len(rows) // 20 :]
    net = nn.Linear(BUCKETS, len(labels))
    optimiser = torch.optim.AdamW(net.parameters(), lr=0.02, weight_decay=1e-3)
    torch.manual_seed(seed)
    features = [ngrams(t).astype(np.float16) for t, _ in rows]
    gold = np.array([labels.index(language) for _, language in rows])
    total = 4 * (len(rows) // 128 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 0.02, total_steps=total)
    for _ in range(4):
        order = np.random.default_rng(seed).permutation(len(rows))
        for start in range(0, len(rows), 128):
            part = order[start : start + 128]
            x = torch.from_numpy(np.stack([features[i] for i in part]).astype(np.float32))
            loss = nn.functional.cross_entropy(net(x), torch.from_numpy(gold[part]))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step() if schedule.last_epoch < total - 1 else None
    weight, bias = net.weight.detach().numpy(), net.bias.detach().numpy()
    scale = np.abs(weight).max(axis=1) / 127
    table = np.round(weight / scale[:, None]).astype(np.int8)
    x = np.stack([ngrams(t) for t, _ in held])
    logits = (x @ (table * scale[:, None]).T + bias).astype(np.float32)
    y = np.array([labels.index(language) for _, language in held])
    meta = {
        "task": "language", "labels": labels, "inputs": [],
        "held_out_accuracy": float((logits.argmax(1) == y).mean()), "rows": len(rows),
    }  # fmt: skip
    arrays = {"table": table, "scale": scale, "bias": bias, "temperature": temperature(logits, y)}
    return meta, arrays
