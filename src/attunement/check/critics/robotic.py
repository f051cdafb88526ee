"""Stock phrasing, clinical labels, and the voice of a form letter."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.resources import files
from typing import ClassVar, Final, Literal

import numpy as np

from attunement.check.critics.repetition import words_of
from attunement.models.runtime import Floats
from attunement.protocols import Draft, Scratch
from attunement.turn import Verdict

_SOURCE: Final = "closeness to authored stock sentences"
_CUT: Final = 0.86


class Robotic:
    """Finds sentences that are close in meaning and wording to known stock sentences."""

    name: ClassVar[str] = "robotic"
    scope: ClassVar[Literal["sentence", "reply"]] = "sentence"

    def __init__(self, embed: Callable[[str], Floats], language: str = "en") -> None:
        self._embed = embed
        self._language = language

    @cached_property
    def _stock(self) -> tuple[tuple[str, ...], tuple[frozenset[str], ...], Floats]:
        path = files("attunement.languages") / self._language / "stock.toml"
        listed: list[str] = tomllib.loads(path.read_text(encoding="utf-8"))["sentences"]
        sentences = tuple(listed)
        bags = tuple(frozenset(words_of(s)) for s in sentences)
        return sentences, bags, np.stack([self._embed(s) for s in sentences])

    def judge(self, draft: Draft, scratch: Scratch) -> Sequence[Verdict]:
        """One verdict for the worst sentence."""
        worst: float = 0.0
        which: str = ""
        for sentence in draft.reply.sentences:
            bag = frozenset(words_of(sentence.text))
            if len(bag) > 14 or not bag:
                continue
            sentences, bags, vectors = self._stock
            shared = np.array([len(bag & b) / len(bag | b) for b in bags])
            likely = np.flatnonzero(shared >= 0.25)
            if not len(likely):
                continue
            close = vectors[likely] @ self._embed(sentence.text)
            best = int(close.argmax())
            if float(close[best]) > worst:
                worst, which = float(close[best]), sentences[likely[best]]
        if worst >= _CUT:
            return (Verdict(self.name, round(1 - worst, 3), f"close to stock: {which!r}", _SOURCE),)
        return (Verdict(self.name, 1.0, "no stock phrasing", _SOURCE),)


def build(embed: Callable[[str], Floats]) -> Robotic:
    """Build the critic for the registry."""
    return Robotic(embed)
