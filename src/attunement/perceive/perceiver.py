"""One pass of the body, every head, one Reading per message."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, cast

import numpy as np

from attunement.models.heads import (
    Head,
    HeadBank,
    attentive,
    load_head,
    multilabel,
    sigmoid,
    single_label,
    token_shares,
)  # fmt: skip
from attunement.models.runtime import Encoded, Encoder, Floats
from attunement.perceive.frame import read_frame
from attunement.perceive.language import identify
from attunement.perceive.spans import read_cause
from attunement.perceive.syntax import Word, parse
from attunement.protocols import Scratch
from attunement.turn import (
    Ambiguity,
    Choice,
    Frame,
    Polarity,
    Reading,
    Risk,
    Score,
    Span,
    Tone,
)  # fmt: skip
from attunement.vocabulary import (
    EMOTIONS,
    FEELING_POLARITY,
    FEELINGS,
    INTENTS,
    NEEDS,
    SENTIMENT_GROUPS,
    SENTIMENTS,
    Intent,
    Need,
    RiskKind,
)  # fmt: skip

HEADS: Final = (
    "emotions", "feelings", "sentiment", "vad", "intent", "need", "act", "situation", "risk",
    "politeness", "sarcasm", "hostility", "cause", "syntax", "language",
)  # fmt: skip
_POLARITY: Final[dict[str, Polarity]] = {
    "positive": "pos", "negative": "neg", "mixed": "mixed", "neutral": "neutral",
}  # fmt: skip
_HINT: Final = 0.7
"""How sure a mere hint of danger (level 1) must be; thoughts, plans and acts count from the head's cut."""
_MAX_READ: Final = 4000
_LETTERS: Final = re.compile(r"[^\W\d_]", re.UNICODE)


def clean(text: str) -> str:
    """The text as models take it: control characters and lone surrogates become spaces.

    Length is kept, so that offsets stay those of the original.
    """
    return "".join(" " if (ord(c) < 32 or 0xD800 <= ord(c) <= 0xDFFF or ord(c) == 127) else c for c in text)


def default_folder() -> Path:
    """The folder of the model that ships."""
    return Path(__file__).parent.parent / "models" / "english"


class Perceiver:
    """The built-in perceiver.

    Args:
        folder: model folder; by default the one that ships.
        threads: threads of a pass.

    Raises:
        ModelError: a file is missing, damaged, or made for another body.
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        folder = folder or default_folder()
        self.encoder = Encoder(folder, threads=threads)
        self.heads = {
            name: load_head(folder / "heads" / f"{name}.npz", self.encoder.body_sha256) for name in HEADS
        }
        self.bank = HeadBank(self.heads)

    def read(self, batch: Sequence[str], scratch: Scratch | None = None) -> tuple[Reading, ...]:
        """Read messages; very long ones are read at their beginning and end.

        ``scratch`` receives ``encoded`` (states of each text) and ``words`` (its parse).
        """
        texts = [clean(t) for t in batch]
        encoded = self.encoder.encode([_shorten(t) for t in texts])
        if scratch is not None:
            scratch["encoded"] = encoded
            scratch["words"] = []
        return tuple(self._one(text, states, scratch) for text, states in zip(texts, encoded, strict=True))

    def _one(self, text: str, states: Encoded, scratch: Scratch | None) -> Reading:
        read = text if len(text) <= _MAX_READ else _shorten(text)
        words = parse(self.heads["syntax"], states, read)
        if scratch is not None:
            scratch["words"].append(words)
        logits = self.bank.logits(states)
        p = {n: self._probabilities(n, states, logits[n]) for n in _DECIDED}
        emotions = self._scores("emotions", p["emotions"], len(EMOTIONS))
        mood = int(p["sentiment"].argmax())
        positive, negative = _poles(p)
        valence, arousal, dominance = self._vad(states)
        situations = self._situations(p["situation"])
        label, sure = identify(self.heads["language"], text)
        language = label if sure >= 0.5 or label == "en" else "und"
        neutral = float(p["emotions"][EMOTIONS.index("neutral")])
        lift = 0.15 * ("!" in text) + 0.15 * _shouted(text)
        reading = Reading(
            language=language,
            emotions=self._with_spans(emotions, states, text),
            feelings=self._scores("feelings", p["feelings"], 5),
            sentiment=SENTIMENTS[mood],
            polarity=_POLARITY[SENTIMENTS[mood]],
            positive=positive,
            negative=negative,
            valence=valence,
            arousal=arousal,
            dominance=dominance,
            intensity=round(float(np.clip(0.65 * (1 - neutral) + 0.5 * (arousal - 0.3) + lift, 0, 1)), 3),
            tone=Tone(
                round(float(sigmoid(logits["politeness"])[0]), 4),
                round(float(p["sarcasm"][1]), 4),
                round(float(p["hostility"][1]), 4),
            ),
            intent=self._choice("intent", p["intent"]),
            need=self._choice("need", p["need"]),
            act=self._choice("act", p["act"]),
            situation=situations[0],
            situations=situations,
            cause=read_cause(self.heads["cause"], states, words, text),
            risk=self._risk(p["risk"]),
            frame=read_frame(words, read) if words else Frame(),
        )  # fmt: skip
        return _with_doubt(reading, p["sentiment"], words)

    def _probabilities(self, name: str, states: Encoded, logits: Floats) -> Floats:
        head = self.heads[name]
        decide = multilabel if head.meta["task"] == "multilabel" else single_label
        return decide(head, states, logits)

    def _scores(self, name: str, p: Floats, most: int) -> tuple[Score, ...]:
        head = self.heads[name]
        labels, cut = head.labels, float(head.arrays["cut"])
        return tuple(
            Score(labels[i], round(float(p[i]), 4), bool(p[i] >= cut)) for i in np.argsort(-p)[:most]
        )

    def _choice(self, name: str, p: Floats) -> Choice:
        best = int(p.argmax())
        return Choice(self.heads[name].labels[best], round(float(p[best]), 4))

    def _situations(self, p: Floats) -> tuple[Choice, ...]:
        """The likeliest situations; "other" leads when none is sure enough."""
        head = self.heads["situation"]
        labels = head.labels
        found = [Choice(labels[i], round(float(p[i]), 4)) for i in np.argsort(-p)[:4]]
        if found[0].label != "other" and found[0].probability < float(head.arrays["cut"]):
            doubt = round(1 - found[0].probability, 4)
            found = [Choice("other", doubt), *[c for c in found if c.label != "other"]]
        return tuple(found)

    def _vad(self, states: Encoded) -> tuple[float, float, float]:
        raw = (attentive(self.heads["vad"], states) - 1) / 4
        v, a, d = (round(float(np.clip(x, 0, 1)), 4) for x in raw)
        return v, a, d

    def _risk(self, p: Floats) -> Risk:
        head = self.heads["risk"]
        none = head.labels.index("none:0")
        danger = 1 - float(p[none])
        if danger < float(head.arrays["cut"]):
            return Risk(probability=round(danger, 4))
        p = p.copy()
        p[none] = -1
        kind, level = head.labels[int(p.argmax())].split(":")
        if level == "1" and danger < _HINT:
            return Risk(probability=round(danger, 4))
        return Risk(cast("RiskKind", kind), int(level), round(danger, 4))

    def _with_spans(self, scores: tuple[Score, ...], states: Encoded, text: str) -> tuple[Score, ...]:
        """Evidence words for the leading emotions, from each token's share of the decision."""
        head = self.heads["emotions"]
        out: list[Score] = []
        for rank, score in enumerate(scores):
            if rank < 3 and score.label != "neutral" and (score.in_set or rank == 0):
                shares = token_shares(head, states, head.labels.index(score.label))
                spans = evidence(shares, states.offsets, text)
                score = Score(score.label, score.probability, score.in_set, spans)
            out.append(score)
        return tuple(out)


def evidence(
    shares: Floats, offsets: Sequence[tuple[int, int]], text: str, most: int = 3
) -> tuple[Span, ...]:
    """The words with the largest shares, as spans in order of place."""
    words: dict[tuple[int, int], float] = {}
    for share, (start, end) in zip(shares, offsets, strict=True):
        if end <= start or end > len(text):
            continue
        while start and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        if any(c.isalnum() or ord(c) > 0x2000 for c in text[start:end]):
            words[start, end] = words.get((start, end), 0.0) + float(share)
    best = sorted(words.items(), key=lambda item: -item[1])[:most]
    if not best:
        return ()
    top = best[0][1]
    return tuple(sorted((Span(*k) for k, v in best if v > 0 and v >= 0.5 * top), key=lambda s: s.start))


def _shorten(text: str) -> str:
    if len(text) <= _MAX_READ:
        return text
    return text[: _MAX_READ // 2] + " " + text[-_MAX_READ // 2 + 1 :]


def _shouted(text: str) -> bool:
    letters = _LETTERS.findall(text)
    return len(letters) > 8 and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _poles(p: Mapping[str, Floats]) -> tuple[float, float]:
    """Pleasant and unpleasant mass, averaged over the sentiment, feelings and emotions heads."""
    own = p["sentiment"][:2] + 0.5 * p["sentiment"][2]
    felt = _FELT @ p["feelings"]
    shown = 1 - np.exp(_SHOWN @ np.log1p(-np.minimum(p["emotions"], 0.999)))
    both = (2 * own + felt + shown) / 4
    return round(float(both[0]), 4), round(float(both[1]), 4)


_DECIDED: Final = (
    "emotions", "feelings", "sentiment", "intent", "need", "act", "situation", "risk", "sarcasm", "hostility",
)  # fmt: skip
_FELT: Final = np.array(
    [[float(FEELING_POLARITY[f] == sign) for f in FEELINGS] for sign in (1, -1)], dtype=np.float32
)
_SHOWN: Final = np.array(
    [[float(e in SENTIMENT_GROUPS[g]) for e in EMOTIONS] for g in ("positive", "negative")], dtype=np.float32
)


def _with_doubt(reading: Reading, sentiment: Floats, words: Sequence[Word]) -> Reading:
    top = np.sort(sentiment)[::-1]
    opposed = {int(i) for i in np.argsort(-sentiment)[:2]} == {0, 1} and top[0] - top[1] < 0.15
    reason: str | None = None
    if sum(w.text[:1].isalnum() for w in words) <= 2 and reading.intent.label == "statement":
        reason = "too short"
    elif opposed:
        reason = "two opposed readings"
    return replace(reading, ambiguous=Ambiguity(reason is not None, reason))


__all__ = ["HEADS", "INTENTS", "NEEDS", "Head", "Intent", "Need", "Perceiver", "clean", "sigmoid"]
