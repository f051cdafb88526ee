"""Tactics: which may stand for which, and how a turn is shaped from them.

Explore, then comfort, then act (Hill, Helping Skills; Liu et al., 2021, ESConv). Advice comes only
after a reflection or on request.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from attunement.vocabulary import Tactic

REACTION: Final[dict[str, dict[str, float]]] = {
    "neg": {
        "reflect_meaning": 0.05, "reflect_feeling": 0.05, "acknowledge": 0.02, "validate": 0.02,
        "normalise": -0.06, "affirm": -0.08,
    },
    "pos": {
        "celebrate": 0.07, "reflect_meaning": 0.02, "acknowledge": 0.02, "affirm": -0.02,
        "reflect_feeling": 0.0, "humour": 0.0, "validate": -0.06,
    },
    "mixed": {
        "reflect_meaning": 0.05, "reflect_feeling": 0.05, "validate": 0.02, "acknowledge": 0.02,
        "normalise": -0.04,
    },
    "neutral": {
        "acknowledge": 0.04, "reflect_meaning": 0.02, "humour": 0.0, "affirm": -0.04,
        "reflect_feeling": -0.04, "celebrate": -0.1,
    },
    "service": {
        "own": 0.05, "acknowledge": 0.04, "validate": 0.04, "apologise": 0.02, "reflect_meaning": 0.0,
    },
}  # fmt: skip
"""Tactics that may open a reply, with the preference for each, by polarity of the message."""

_SECOND: Final[Mapping[str, float]] = {
    "validate": 0.02, "normalise": 0.02, "affirm": 0.02, "reflect_meaning": -0.02,
}  # fmt: skip
FAMILIES: Final[dict[str, Mapping[str, float]]] = {
    "explore": {"explore": 0.02, "clarify": 0.0},
    "clarify": {"clarify": 0.02, "explore": -0.02},
    "validate": _SECOND,
    "suggest": {"suggest": 0.03, "inform": 0.0},
    "inform": {"inform": 0.03, "suggest": 0.0},
    "close": {"close": 0.03, "affirm": 0.0},
    "acknowledge": {
        "acknowledge": 0.04, "reflect_meaning": 0.02, "reflect_feeling": 0.02, "validate": 0.02,
        "own": 0.02, "humour": 0.0, "affirm": 0.0, "inform": 0.0, "normalise": 0.0, "celebrate": -0.02,
        "apologise": 0.0, "close": -0.04,
    },
}  # fmt: skip
"""Tactics that may fill the slot of a planned one, with the preference for each."""


def shape(
    rng: np.random.Generator, *, first: bool, question: bool, advice: bool, grave: bool
) -> tuple[Tactic, ...]:
    """Slots after the reaction: a second sentence, a question, advice, or a close.

    About two thirds end in a question, as the exemplary replies do. A first answer has two or three
    sentences; later ones may be a single one.
    """
    if advice:
        return ("suggest",) if rng.random() < 0.6 or not question else ("suggest", "clarify")
    draw = rng.random()
    if question:
        if draw < (0.5 if grave else 0.35):
            return ("validate", "explore")
        return ("explore",)
    if draw < (0.0 if first else 0.2):
        return ()
    return ("validate",) if draw < 0.72 else ("close",)
