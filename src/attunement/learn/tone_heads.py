"""Heads of tone, groups of emotions, unsafe replies, and intents of public sets, all linear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from attunement.errors import DataError
from attunement.learn import fit
from attunement.learn.data import is_dev, is_fitting, read_csv, read_goemotions
from attunement.learn.sets import Utterance, read_banking, read_clinc, read_diasafety
from attunement.models.heads import in_scope, softmax
from attunement.models.runtime import Floats
from attunement.vocabulary import EKMAN, EMOTIONS, SENTIMENT_GROUPS

if TYPE_CHECKING:
    from attunement.learn.perception import Fitter

WIDE = ("mean", "low")
INTENT_INPUTS = ("mean", "low", "embed")
GROUPS = {
    **{f"ekman:{k}": v for k, v in EKMAN.items()},
    **{f"mood:{k}": v for k, v in SENTIMENT_GROUPS.items()},
}
"""Groupings of the 28 emotions by their publishers: Ekman's six with neutral, and sentiment."""


def fit_groups(fitter: Fitter) -> None:
    """One output for each group of emotions: better than joining 28 thresholded decisions."""
    from attunement.learn.perception import features

    rows = read_goemotions(fitter.data / "goemotions" / "train.tsv")
    x = features(fitter.encode([r.text for r in rows]), WIDE)
    y = np.zeros((len(rows), len(GROUPS)), dtype=np.float32)
    for column, members in enumerate(GROUPS.values()):
        ids = {EMOTIONS.index(m) for m in members}
        y[:, column] = [bool(ids & set(r.labels)) for r in rows]
    held = np.array([is_fitting(r.text) for r in rows])
    weight, bias = fit.multilabel(x[~held], y[~held], l2=3e-4)
    logits = x[held] @ weight.T + bias
    scale, shift = fit.platt(logits, y[held])
    p = np.asarray(1 / (1 + np.exp(-(logits * scale + shift))), dtype=np.float32)
    fitter.save(
        "groups",
        {"task": "multilabel", "labels": tuple(GROUPS), "inputs": WIDE, "licence": "CC BY 4.0",
         "data": ["GoEmotions"]},
        {"weight": weight, "bias": bias, "scale": scale, "shift": shift,
         "threshold": fit.f1_thresholds(p, y[held]), "cut": fit.coverage_cut(p, y[held])},
    )  # fmt: skip


def fit_politeness(fitter: Fitter) -> None:
    """Politeness of requests (TyDiP), standardised; mapped to 0 to 1 by a logistic function."""
    from attunement.learn.perception import features

    path = fitter.data / "tydip" / "all" / "en_train.csv"
    rows = [(r["sentence"], float(r["score"])) for _, r in read_csv(path, ("sentence", "score"))]
    x = features(fitter.encode([t for t, _ in rows]), WIDE)
    y = np.array([[s] for _, s in rows], dtype=np.float32)
    held = np.array([is_fitting(t) for t, _ in rows])
    best = max(
        (0.01, 0.03, 0.1, 0.3, 1.0),
        key=lambda l2: _pearson(x[held], y[held], *fit.ridge(x[~held], y[~held], l2)),
    )
    weight, bias = fit.ridge(x[~held], y[~held], best)
    fitter.save(
        "politeness",
        {"task": "regression", "labels": ("politeness",), "inputs": WIDE, "licence": "CC BY 4.0",
         "data": ["TyDiP"], "l2": best},
        {"weight": weight, "bias": bias},
    )  # fmt: skip


def _pearson(x: Floats, y: Floats, weight: Floats, bias: Floats) -> float:
    return float(np.corrcoef((x @ weight.T + bias)[:, 0], y[:, 0])[0, 1])


def fit_sarcasm(fitter: Fitter) -> None:
    """Sarcastic or not (iSarcasm); the cut is that of the best F1 on the fitting rows."""
    path = fitter.data / "isarcasm" / "train.En.csv"
    rows = [
        (r["tweet"], int(r["sarcastic"])) for _, r in read_csv(path, ("tweet", "sarcastic")) if r["tweet"]
    ]
    _binary(fitter, "sarcasm", [t for t, _ in rows], [g for _, g in rows], ("plain", "sarcastic"),
            "MIT", ["iSarcasm"])  # fmt: skip


def fit_hostility(fitter: Fitter) -> None:
    """Hostile or not (Davidson et al., Surge toxicity)."""
    rows = [
        (r["tweet"], int(r["class"] in ("0", "1")))
        for _, r in read_csv(fitter.data / "davidson" / "train.csv", ("tweet", "class"))
    ]
    rows = [r for i, r in enumerate(rows) if not r[1] or i % 3 == 0]
    rows += [
        (r["text"], int(r["is_toxic"] == "Toxic"))
        for _, r in read_csv(fitter.data / "surge_toxicity" / "train.csv", ("text", "is_toxic"))
    ]
    calm = [(r.text, 0) for r in read_goemotions(fitter.data / "goemotions" / "train.tsv")[::12]
            if not {EMOTIONS.index("anger"), EMOTIONS.index("annoyance")} & set(r.labels)]  # fmt: skip
    rows += calm
    _binary(fitter, "hostility", [t for t, _ in rows], [g for _, g in rows], ("calm", "hostile"),
            "MIT", ["Davidson et al. 2017", "Surge toxicity", "GoEmotions"])  # fmt: skip


def _binary(
    fitter: Fitter, name: str, texts: Sequence[str], gold: Sequence[int], labels: tuple[str, str],
    licence: str, data: list[str],
) -> None:  # fmt: skip
    from attunement.learn.perception import features

    x = features(fitter.encode(texts), WIDE)
    y = np.array(gold, dtype=np.int64)
    held = np.array([is_fitting(t) for t in texts])
    weight, bias = fit.logistic(x[~held], y[~held], 2, l2=1e-2, balanced=0.3)
    logits = x[held] @ weight.T + bias
    heat = fit.temperature(logits, y[held])
    p = softmax(logits / heat)[:, 1:]
    cut = fit.f1_thresholds(p, y[held][:, None].astype(np.float32), smooth=5.0)
    fitter.save(
        name,
        {"task": "single", "labels": labels, "inputs": WIDE, "licence": licence, "data": data},
        {"weight": weight, "bias": bias, "temperature": heat, "cut": float(cut[0])},
    )  # fmt: skip


def _fit_intents(
    fitter: Fitter, rows: Sequence[Utterance]
) -> tuple[tuple[str, ...], dict[str, Any], Floats, npt.NDArray[np.int64]]:
    """Labels, arrays, and the calibrated probabilities and gold of the fitting rows."""
    from attunement.learn.perception import features

    labels = tuple(sorted({r.intent for r in rows}))
    x = features(fitter.encode([r.text for r in rows], vectors=True), INTENT_INPUTS)
    y = np.array([labels.index(r.intent) for r in rows], dtype=np.int64)
    held = np.array([is_fitting(r.text) for r in rows])
    weight, bias = fit.logistic(x[~held], y[~held], len(labels), l2=3e-4)
    logits = x[held] @ weight.T + bias
    heat = fit.temperature(logits, y[held])
    return labels, {"weight": weight, "bias": bias, "temperature": heat}, softmax(logits / heat), y[held]


def fit_clinc(fitter: Fitter) -> None:
    """150 intents with rejection: the cut rejects a twentieth of the in-scope fitting rows."""
    path = fitter.data / "clinc150" / "train_val.json"
    parts = read_clinc(path)
    if "train" not in parts or "oos_train" not in parts:
        raise DataError(f"{path}: there are no parts train and oos_train")
    labels, arrays, p, gold = _fit_intents(fitter, parts["train"] + parts["oos_train"])
    sure = np.sort(in_scope(p, labels)[gold != labels.index("oos")])
    fitter.save(
        "clinc150",
        {"task": "single", "labels": labels, "inputs": INTENT_INPUTS, "licence": "CC BY 3.0",
         "data": ["CLINC150"]},
        {**arrays, "cut": float(sure[int(0.05 * len(sure))])},
    )  # fmt: skip


def fit_banking77(fitter: Fitter) -> None:
    """77 intents of bank customers; the rows of the dev tenth stay out."""
    rows = [r for r in read_banking(fitter.data / "banking77" / "train.csv") if not is_dev(r.text)]
    labels, arrays, p, gold = _fit_intents(fitter, rows)
    fitter.save(
        "banking77",
        {"task": "single", "labels": labels, "inputs": INTENT_INPUTS, "licence": "CC BY 4.0",
         "data": ["BANKING77"]},
        {**arrays, "cut": fit.single_cut(p, gold)},
    )  # fmt: skip


def fit_safety(fitter: Fitter) -> None:
    """Unsafe replies in context (DiaSafety); the contexts of the dev tenth stay out."""
    from attunement.check.critics.unsafe_advice import pair_features

    rows = [r for r in read_diasafety(fitter.data / "diasafety" / "train.json") if not is_dev(r.context)]
    gold = [r.category if r.unsafe else "safe" for r in rows]
    labels = ["safe", *sorted({r.category for r in rows})]
    contexts = fitter.encode([r.context for r in rows], vectors=True)
    replies = fitter.encode([r.reply for r in rows], vectors=True)
    x = np.stack([pair_features(c, r) for c, r in zip(contexts, replies, strict=True)])
    y = np.array([labels.index(g) for g in gold], dtype=np.int64)
    held = np.array([is_fitting(r.context) for r in rows])
    weight, bias = fit.logistic(x[~held], y[~held], len(labels), l2=3e-3)
    logits = x[held] @ weight.T + bias
    heat = fit.temperature(logits, y[held])
    unsafe = 1 - softmax(logits / heat)[:, 0]
    safe = np.sort(unsafe[y[held] == 0])
    fitter.save(
        "safety",
        {"task": "pair", "labels": tuple(labels), "inputs": (), "licence": "Apache-2.0",
         "data": ["DiaSafety"]},
        {"weight": weight, "bias": bias, "temperature": heat,
         "cut": float(np.clip(safe[int(0.95 * len(safe))], 0.5, 0.95))},
    )  # fmt: skip
