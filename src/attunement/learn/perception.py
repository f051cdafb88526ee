"""``attune train perception``: the body, its int8 export, and every head, from one command."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from attunement.learn import fit
from attunement.learn.body import BodyRecipe, train_body
from attunement.learn.causes import read_causes
from attunement.learn.data import (
    is_fitting,
    read_dialogues,
    read_goemotions,
)  # fmt: skip
from attunement.learn.export import export_body
from attunement.learn.language import fit_language
from attunement.learn.messages import (
    LabelledMessage,
    all_messages,
    everyday_texts,
    folder,
    need_exemplars,
    phrase_cues,
    risk_messages,
    scene_cues,
)  # fmt: skip
from attunement.learn.relevance import dialogue_pairs, exemplar_pairs, fit_relevance, scene_pairs
from attunement.learn.spans import fit_spans
from attunement.learn.syntax import fit_syntax
from attunement.learn.tone_heads import (
    fit_banking77,
    fit_clinc,
    fit_groups,
    fit_hostility,
    fit_politeness,
    fit_safety,
    fit_sarcasm,
)  # fmt: skip
from attunement.learn.vad import fit_vad
from attunement.models.heads import save_head, softmax
from attunement.models.runtime import Encoded, Encoder, Floats
from attunement.respond.scenes import SceneBook
from attunement.vocabulary import (
    EMOTIONS,
    FEELING_POLARITY,
    FEELINGS,
    INTENTS,
    NEEDS,
    SENTIMENT_GROUPS,
    SENTIMENTS,
)  # fmt: skip

log = logging.getLogger(__name__)
Ints = npt.NDArray[np.int64]
WIDE = ("mean", "low")


@dataclass(slots=True)
class Fitter:
    """Encodes texts once and writes heads for one body."""

    encoder: Encoder
    out: Path
    data: Path
    known: dict[str, Encoded] = field(default_factory=dict[str, Encoded])

    def encode(self, texts: Sequence[str], vectors: bool = False) -> list[Encoded]:
        """States of texts, without their token states (to spare memory); each text is encoded once."""
        missing = [t for t in dict.fromkeys(texts) if t not in self.known or
                   (vectors and self.known[t].vector is None)]  # fmt: skip
        empty = np.zeros((0, 0), dtype=np.float32)
        for start in range(0, len(missing), 2048):
            part = missing[start : start + 2048]
            for text, e in zip(part, self.encoder.encode(part, vectors=vectors), strict=True):
                kept = None if e.vector is None else e.vector.copy()
                self.known[text] = Encoded(empty, empty, e.mean.copy(), e.low, (), vector=kept)
        return [self.known[t] for t in texts]

    def save(self, name: str, meta: dict[str, Any], arrays: dict[str, Any]) -> None:
        """Write one head with the sha256 of its body."""
        meta = {"schema": 1, "body_sha256": self.encoder.body_sha256, **meta}
        save_head(self.out / f"{name}.npz", meta, arrays)
        log.info("head %s written", name)


def features(encoded: Sequence[Encoded], inputs: Sequence[str]) -> Floats:
    """Pooled states of several texts, float32 [texts, width]."""
    return np.stack([e.features(inputs) for e in encoded]).astype(np.float32)


def fit_emotions(fitter: Fitter, trained: dict[str, torch.Tensor] | None) -> None:
    """The 28-label head: the body's own head where there is one, calibrated on the fitting rows."""
    rows = read_goemotions(fitter.data / "goemotions" / "train.tsv")
    cal = [r for r in rows if is_fitting(r.text)]
    x_cal = features(fitter.encode([r.text for r in cal]), ("mean",))
    y_cal = _multi_hot([r.labels for r in cal])
    if trained is not None:
        weight = trained["linear.emotions.weight"].numpy()
        bias = trained["linear.emotions.bias"].numpy()
    else:
        rest = [r for r in rows if not is_fitting(r.text)]
        x = features(fitter.encode([r.text for r in rest]), ("mean",))
        weight, bias = fit.multilabel(x, _multi_hot([r.labels for r in rest]))
    logits = x_cal @ weight.T + bias
    scale, shift = fit.platt(logits, y_cal)
    p = np.asarray(1 / (1 + np.exp(-(logits * scale + shift))), dtype=np.float32)
    fitter.save(
        "emotions",
        {"task": "multilabel", "labels": EMOTIONS, "inputs": ("mean",), "licence": "CC BY 4.0",
         "data": ["GoEmotions"]},
        {"weight": weight, "bias": bias, "scale": scale, "shift": shift,
         "threshold": fit.f1_thresholds(p, y_cal), "cut": fit.coverage_cut(p, y_cal)},
    )  # fmt: skip


def _multi_hot(labels: Sequence[tuple[int, ...]]) -> Floats:
    out = np.zeros((len(labels), len(EMOTIONS)), dtype=np.float32)
    for i, ids in enumerate(labels):
        out[i, list(ids)] = 1.0
    return out


def fit_feelings(fitter: Fitter, trained: dict[str, torch.Tensor] | None) -> None:
    """The 32-label head of EmpatheticDialogues."""
    talks = read_dialogues(fitter.data / "empathetic_dialogues" / "train.csv")
    cal = [t for t in talks if is_fitting(t.situation)]
    rest = [t for t in talks if not is_fitting(t.situation)]
    x_cal = features(fitter.encode([t.situation for t in cal]), ("mean",))
    y_cal = np.array([t.feeling for t in cal])
    if trained is not None:
        weight, bias = trained["linear.feelings.weight"].numpy(), trained["linear.feelings.bias"].numpy()
    else:
        x = features(fitter.encode([t.situation for t in rest]), ("mean",))
        weight, bias = fit.logistic(x, np.array([t.feeling for t in rest]), len(FEELINGS))
    logits = x_cal @ weight.T + bias
    heat = fit.temperature(logits, y_cal)
    fitter.save(
        "feelings",
        {"task": "single", "labels": FEELINGS, "inputs": ("mean",), "licence": "CC BY 4.0",
         "data": ["EmpatheticDialogues"]},
        {"weight": weight, "bias": bias, "temperature": heat,
         "cut": fit.single_cut(softmax(logits / heat), y_cal)},
    )  # fmt: skip


def fit_vad_head(fitter: Fitter, body_state: Path | None) -> None:
    """Valence, arousal, dominance (EmoBank, share-alike): a head over token states, see ``learn.vad``."""
    fitter.save(
        "vad",
        {"task": "attentive", "labels": ("valence", "arousal", "dominance"), "inputs": (),
         "licence": "CC BY-SA 4.0",
         "data": ["EmoBank", "UD English EWT", "GoEmotions", "EmpatheticDialogues", "XED"]},
        dict(fit_vad(fitter.encoder, fitter.data, body_state)),
    )  # fmt: skip


def fit_cause_head(fitter: Fitter) -> None:
    """Which words say the cause and who feels it, from our own annotations."""
    rows = read_causes(folder() / "causes.tsv", fitter.data)
    fitter.save(
        "cause",
        {"task": "spans", "labels": ("cause", "who"), "inputs": (), "licence": "Apache-2.0",
         "data": ["own annotations on EmpatheticDialogues and GoEmotions"]},
        {**fit_spans(fitter.encoder, rows), "cut": 0.0},
    )  # fmt: skip


_MOODS = {"pos": "positive", "neg": "negative", "mixed": "mixed", "neutral": "neutral"}


def fit_sentiment(fitter: Fitter, messages: Sequence[LabelledMessage]) -> None:
    """Positive, negative, mixed or neutral, from all sets that tell."""
    rows: list[tuple[str, str, float]] = []
    for row in read_goemotions(fitter.data / "goemotions" / "train.tsv")[::3]:
        mood = _mood({EMOTIONS[i] for i in row.labels})
        if mood:
            rows.append((row.text, mood, 0.3 if mood == "neutral" else 0.5))
    for talk in read_dialogues(fitter.data / "empathetic_dialogues" / "train.csv"):
        sign = FEELING_POLARITY[FEELINGS[talk.feeling]]
        if sign:
            mood = "positive" if sign > 0 else "negative"
            rows += [(text, mood, 1.0) for text in (talk.situation, *talk.utterances[:1])]
    rows += [(m.text, _MOODS[m.feel], 4.0) for m in messages if m.feel]
    rows += [(m.text, _MOODS[m.feel], 1.0) for m in scene_cues() if m.feel]
    texts, labels, weights = ([r[k] for r in rows] for k in range(3))
    _single(
        fitter, "sentiment", [str(t) for t in texts], [str(x) for x in labels], SENTIMENTS, WIDE, l2=3e-4,
        weights=[float(w) for w in weights], balanced=0.4,
        data=["GoEmotions", "EmpatheticDialogues", "own messages"],
    )  # fmt: skip


def _mood(labels: set[str]) -> str | None:
    """The sentiment of a set of emotions; None where it has none that tells."""
    pos = labels & set(SENTIMENT_GROUPS["positive"])
    neg = labels & set(SENTIMENT_GROUPS["negative"])
    if pos and neg:
        return "mixed"
    if pos or neg:
        return "positive" if pos else "negative"
    return "neutral" if labels == {"neutral"} else None


def fit_need_intent(fitter: Fitter, messages: Sequence[LabelledMessage]) -> None:
    """Need and intent, from our own messages and labels."""
    for name, labels in (("need", NEEDS), ("intent", INTENTS)):
        rows = [m for m in messages if getattr(m, name)]
        _single(
            fitter, name, [m.text for m in rows], [str(getattr(m, name)) for m in rows], labels, WIDE,
            l2=1e-2, balanced=0.35, data=["own messages", "own labels on EmpatheticDialogues"],
        )  # fmt: skip


def fit_situation(fitter: Fitter, messages: Sequence[LabelledMessage]) -> None:
    """Situations from prototypes; the cut below which "other" is said is fitted on the fitting rows."""
    rows = [m for m in (*messages, *phrase_cues(), *scene_cues()) if m.situation]
    labels = sorted({str(m.situation) for m in rows})
    _single(
        fitter, "situation", [m.text for m in rows], [str(m.situation) for m in rows], labels, WIDE,
        l2=2e-2, balanced=0.5, data=["own messages", "own labels on EmpatheticDialogues"],
        cut=_other_cut,
    )  # fmt: skip


def _other_cut(p: Floats, y: Ints, labels: Sequence[str]) -> float:
    """The cut that makes the most of right situations minus 0.7 of the wrong ones."""
    other = labels.index("other")
    best, top = p.argmax(axis=1), p.max(axis=1)
    grid = np.linspace(0.05, 0.6, 56)
    gain = [
        float(((best == y) & (best != other) & (top >= c)).sum())
        - 0.7 * float(((best != y) & (best != other) & (top >= c)).sum())
        for c in grid
    ]
    return float(grid[int(np.argmax(gain))])


def fit_act(fitter: Fitter, messages: Sequence[LabelledMessage]) -> None:
    """What a message does in the talk: tell, greet, ask about the assistant, ask for advice ..."""
    skip = ("answer_", "deepen_", "turn_", "closing_")
    rows = [m for m in messages if m.act and not m.act.startswith(skip)]
    keep = [m for m in rows if m.act not in ("mixed_feelings", "sarcasm_seen", "stuck", "clarify_ambiguous",
                                             "too_long", "empty_message", "emoji_only_pos", "emoji_only_neg",
                                             "other_language")]  # fmt: skip
    labels = sorted({str(m.act) for m in keep})
    _single(
        fitter, "act", [m.text for m in keep], [str(m.act) for m in keep], labels, WIDE, l2=5e-3,
        balanced=0.3, data=["own messages", "own labels on EmpatheticDialogues"],
    )  # fmt: skip


def fit_risk(fitter: Fitter, everyday: Sequence[str]) -> None:
    """Kind and level of danger; the cut is 0.5."""
    rows = risk_messages()
    harmless = [LabelledMessage(t, risk="none:0") for t in everyday]
    texts = [m.text for m in (*rows, *harmless)]
    gold = [str(m.risk) for m in (*rows, *harmless)]
    labels = sorted(set(gold))
    weights = [1.0] * len(rows) + [0.25] * len(harmless)

    def cut(p: Floats, y: Ints, names: Sequence[str]) -> float:
        # A missed danger costs more than a question too many: 0.5 gave 1.8% false alarms on the
        # situations of the fitting rows of EmpatheticDialogues.
        return 0.5

    _single(
        fitter, "risk", texts, gold, labels, WIDE, l2=1.5e-3, weights=weights, balanced=0.3,
        data=["own messages"], cut=cut,
    )  # fmt: skip


def _single(
    fitter: Fitter, name: str, texts: Sequence[str], gold: Sequence[str], labels: Sequence[str],
    inputs: Sequence[str], *, l2: float, balanced: float, data: list[str],
    weights: Sequence[float] | None = None,
    cut: Callable[[Floats, Ints, Sequence[str]], float] | None = None,
) -> None:  # fmt: skip
    """Fit one softmax head; temperature and cut come from the fitting rows, which nothing trains on."""
    x = features(fitter.encode(texts), inputs)
    y = np.array([labels.index(g) for g in gold], dtype=np.int64)
    w = np.ones(len(y), dtype=np.float32) if weights is None else np.array(weights, np.float32)
    held = np.array([is_fitting(t) for t in texts])
    weight, bias = fit.logistic(x[~held], y[~held], len(labels), l2=l2, weights=w[~held], balanced=balanced)
    logits = (x[held] @ weight.T + bias).astype(np.float32)
    heat = fit.temperature(logits, y[held])
    p = softmax(logits / heat)
    accuracy = float((p.argmax(axis=1) == y[held]).mean())
    log.info("%s: %d rows, accuracy on fitting rows %.3f", name, len(y), accuracy)
    chosen = cut(p, y[held], labels) if cut else fit.single_cut(p, y[held])
    fitter.save(
        name,
        {"task": "single", "labels": tuple(labels), "inputs": tuple(inputs), "licence": "Apache-2.0",
         "data": data, "rows": len(y), "fitting_accuracy": round(accuracy, 4)},
        {"weight": weight, "bias": bias, "temperature": heat, "cut": chosen},
    )  # fmt: skip


def train_heads(
    model: Path, data: Path, *, heads: dict[str, torch.Tensor] | None = None,
    body_state: Path | None = None, exemplars: Path | None = None, only: Sequence[str] = (),
) -> None:  # fmt: skip
    """Fit every head for the body in ``model`` and write them to ``model/heads``.

    ``heads`` are those that were trained with the body; ``body_state`` is its checkpoint.
    """
    fitter = Fitter(Encoder(model, threads=2), model / "heads", data)
    own = all_messages(data)
    needs = own + (need_exemplars(exemplars) if exemplars else [])
    jobs: dict[str, Callable[[], None]] = {
        "emotions": lambda: fit_emotions(fitter, heads),
        "feelings": lambda: fit_feelings(fitter, heads),
        "groups": lambda: fit_groups(fitter),
        "cause": lambda: fit_cause_head(fitter),
        "politeness": lambda: fit_politeness(fitter),
        "sarcasm": lambda: fit_sarcasm(fitter),
        "hostility": lambda: fit_hostility(fitter),
        "situation": lambda: fit_situation(fitter, own),
        "need": lambda: fit_need_intent(fitter, needs),
        "act": lambda: fit_act(fitter, own),
        "risk": lambda: fit_risk(fitter, everyday_texts(data) + [m.text for m in own]),
        "sentiment": lambda: fit_sentiment(fitter, own),
        "safety": lambda: fit_safety(fitter),
        "syntax": lambda: _syntax(fitter),
        "language": lambda: _language(fitter, own),
        "relevance": lambda: _relevance(fitter, exemplars),
        "clinc150": lambda: fit_clinc(fitter),
        "banking77": lambda: fit_banking77(fitter),
        "vad": lambda: fit_vad_head(fitter, body_state),
    }
    for name, job in jobs.items():
        if not only or name in only:
            job()


def _syntax(fitter: Fitter) -> None:
    meta, arrays = fit_syntax(
        fitter.encoder, fitter.data / "ud_english_ewt" / "en_ewt-ud-train.conllu", epochs=5
    )
    extra = {"labels": (), "inputs": (), "licence": "CC BY-SA 4.0", "data": ["UD English EWT"]}
    fitter.save("syntax", {**extra, **meta}, arrays)


def _language(fitter: Fitter, own: Sequence[LabelledMessage]) -> None:
    rows = read_goemotions(fitter.data / "goemotions" / "train.tsv")
    english = [m.text for m in own] + [r.text for r in rows[:4000]]
    meta, arrays = fit_language(fitter.data / "tatoeba", english)
    licence = {"licence": "CC BY 2.0 FR", "data": ["Tatoeba", "GoEmotions", "own messages"]}
    fitter.save("language", {**licence, **meta}, arrays)


def _relevance(fitter: Fitter, exemplars: Path | None) -> None:
    book = SceneBook(folder().parent / "scenes", "en", None)
    groups = [
        (dialogue_pairs(fitter.data / "empathetic_dialogues" / "train.csv"), 0.5),
        (exemplar_pairs(exemplars) if exemplars else [], 2.0),
        (scene_pairs(book, np.random.default_rng(1)), 1.0),
    ]
    asking, answering, accuracy = fit_relevance(fitter.encoder, groups)
    fitter.save(
        "relevance",
        {"task": "pair", "labels": (), "inputs": ("embed",), "licence": "CC BY 4.0",
         "data": ["EmpatheticDialogues", "exemplary replies", "own scenes"], "accuracy": round(accuracy, 4)},
        {"asking_weight": asking, "answering_weight": answering},
    )  # fmt: skip


def train_perception(
    data: Path, out: Path, model: Path, recipe: BodyRecipe, *, exemplars: Path | None = None,
    only: Sequence[str] = (),
) -> None:  # fmt: skip
    """The whole command: body (unless only heads are asked for), export, heads."""
    if not only:
        own = all_messages(data) + (need_exemplars(exemplars) if exemplars else [])
        body = train_body(data, out, recipe, own, everyday_texts(data))
        export_body(body, model, name="english", version="1", base=recipe.base)
    trained: dict[str, torch.Tensor] | None = None
    if (out / "heads.pt").is_file():
        trained = torch.load(out / "heads.pt", weights_only=True)
    state = out / "body.pt"
    train_heads(
        model,
        data,
        heads=trained,
        body_state=state if state.is_file() else None,
        exemplars=exemplars,
        only=only,
    )
