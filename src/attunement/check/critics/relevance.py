"""Whether the reply belongs to this message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, Literal

from attunement.models.runtime import Floats
from attunement.protocols import Draft, Scratch
from attunement.turn import Verdict

_SOURCE: Final = "cosine of sentence vectors; the cut is the 2nd percentile of exemplary replies"
_LOW: Final = -0.02
_HIGH: Final = 0.35


class Relevance:
    """Closeness of the reply to the message and the line before it."""

    name: ClassVar[str] = "relevance"
    scope: ClassVar[Literal["sentence", "reply"]] = "reply"

    def __init__(self, embed: Callable[[str], Floats]) -> None:
        self._embed = embed

    def judge(self, draft: Draft, scratch: Scratch) -> Sequence[Verdict]:
        """One verdict: 0.5 at the lowest closeness that exemplary replies have."""
        plan = draft.turn.plan
        if not draft.reply.sentences or not draft.turn.message.strip():
            return ()
        if plan is not None and plan.mode != "empathic":
            return (Verdict(self.name, 1.0, "an answer about the talk itself", _SOURCE),)
        close = float(self._embed(draft.turn.message) @ self._embed(draft.reply.text))
        value = min(1.0, max(0.0, 0.5 + 0.5 * (close - _LOW) / (_HIGH - _LOW)))
        return (Verdict(self.name, round(value, 3), f"closeness {close:.2f}", _SOURCE),)


def build(embed: Callable[[str], Floats]) -> Relevance:
    """Build the critic for the registry."""
    return Relevance(embed)
