"""The closed sets of labels that every part of Attunement shares.

Sources: GoEmotions (Demszky et al., 2020) for ``EMOTIONS`` and its groupings, EmpatheticDialogues
(Rashkin et al., 2019) for ``FEELINGS``, Hill's helping skills for ``STAGES``.
"""

from __future__ import annotations

from typing import Final, Literal

EMOTIONS: Final[tuple[str, ...]] = (
    "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity",
    "desire", "disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear",
    "gratitude", "grief", "joy", "love", "nervousness", "optimism", "pride", "realization", "relief",
    "remorse", "sadness", "surprise", "neutral",
)  # fmt: skip

FEELINGS: Final[tuple[str, ...]] = (
    "afraid", "angry", "annoyed", "anticipating", "anxious", "apprehensive", "ashamed", "caring",
    "confident", "content", "devastated", "disappointed", "disgusted", "embarrassed", "excited",
    "faithful", "furious", "grateful", "guilty", "hopeful", "impressed", "jealous", "joyful", "lonely",
    "nostalgic", "prepared", "proud", "sad", "sentimental", "surprised", "terrified", "trusting",
)  # fmt: skip

EKMAN: Final[dict[str, tuple[str, ...]]] = {
    "anger": ("anger", "annoyance", "disapproval"),
    "disgust": ("disgust",),
    "fear": ("fear", "nervousness"),
    "joy": (
        "joy", "amusement", "approval", "excitement", "gratitude", "love", "optimism", "relief",
        "pride", "admiration", "desire", "caring",
    ),
    "sadness": ("sadness", "disappointment", "embarrassment", "grief", "remorse"),
    "surprise": ("surprise", "realization", "confusion", "curiosity"),
    "neutral": ("neutral",),
}  # fmt: skip
"""The publisher's map of the 28 emotions to Ekman's six and neutral."""

SENTIMENT_GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "positive": (
        "amusement", "excitement", "joy", "love", "desire", "optimism", "caring", "pride",
        "admiration", "gratitude", "relief", "approval",
    ),
    "negative": (
        "fear", "nervousness", "remorse", "embarrassment", "disappointment", "sadness", "grief",
        "disgust", "anger", "annoyance", "disapproval",
    ),
    "ambiguous": ("realization", "surprise", "curiosity", "confusion"),
    "neutral": ("neutral",),
}  # fmt: skip
"""The publisher's sentiment grouping of the 28 emotions."""

FEELING_POLARITY: Final[dict[str, int]] = {
    "afraid": -1, "angry": -1, "annoyed": -1, "anticipating": 1, "anxious": -1, "apprehensive": -1,
    "ashamed": -1, "caring": 1, "confident": 1, "content": 1, "devastated": -1, "disappointed": -1,
    "disgusted": -1, "embarrassed": -1, "excited": 1, "faithful": 1, "furious": -1, "grateful": 1,
    "guilty": -1, "hopeful": 1, "impressed": 1, "jealous": -1, "joyful": 1, "lonely": -1,
    "nostalgic": 0, "prepared": 1, "proud": 1, "sad": -1, "sentimental": 0, "surprised": 0,
    "terrified": -1, "trusting": 1,
}  # fmt: skip
"""Fixed polarity of each feeling: 1 pleasant, -1 unpleasant, 0 either."""

Sentiment = Literal["positive", "negative", "mixed", "neutral"]
Tactic = Literal[
    "acknowledge", "reflect_feeling", "reflect_meaning", "restate", "validate", "normalise", "explore",
    "clarify", "affirm", "celebrate", "humour", "suggest", "inform", "apologise", "own", "close",
]  # fmt: skip
Need = Literal["heard", "helped", "informed", "celebrated", "chat"]
Stage = Literal["explore", "comfort", "act"]
Intent = Literal[
    "request", "complaint", "thanks", "greeting", "goodbye", "about_assistant", "insult", "question",
    "statement", "out_of_scope",
]  # fmt: skip
RiskKind = Literal["self_harm", "harm_to_others", "abuse", "medical", "none"]

SENTIMENTS: Final[tuple[Sentiment, ...]] = ("positive", "negative", "mixed", "neutral")
NEEDS: Final[tuple[Need, ...]] = ("heard", "helped", "informed", "celebrated", "chat")
INTENTS: Final[tuple[Intent, ...]] = (
    "request", "complaint", "thanks", "greeting", "goodbye", "about_assistant", "insult", "question",
    "statement", "out_of_scope",
)  # fmt: skip
RISK_KINDS: Final[tuple[RiskKind, ...]] = ("self_harm", "harm_to_others", "abuse", "medical", "none")
TACTICS: Final[tuple[Tactic, ...]] = (
    "acknowledge", "reflect_feeling", "reflect_meaning", "restate", "validate", "normalise", "explore",
    "clarify", "affirm", "celebrate", "humour", "suggest", "inform", "apologise", "own", "close",
)  # fmt: skip
STAGES: Final[tuple[Stage, ...]] = ("explore", "comfort", "act")
