"""Celebrating what hurts, or condoling what delights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, Literal

from attunement.protocols import Draft, Scratch
from attunement.turn import Reading, Verdict

_SOURCE: Final = "polarity of the message against tactics and valence of the reply"


class WrongValence:
    """Compares the polarity that was read with the tactics of the reply and the reply's own valence.

    ``read`` reads the reply's text; without it only tactics are judged.
    """

    name: ClassVar[str] = "wrong_valence"
    scope: ClassVar[Literal["sentence", "reply"]] = "reply"
    partial: ClassVar[bool] = True

    def __init__(self, read: Callable[[str], Reading] | None = None) -> None:
        self._read = read

    def judge(self, draft: Draft, scratch: Scratch) -> Sequence[Verdict]:
        """One verdict: 1 fits, 0 is the opposite feeling."""
        reading, plan = draft.turn.reading, draft.turn.plan
        if reading is None or not draft.reply.sentences:
            return ()
        polarity = plan.polarity if plan else reading.polarity
        tactics = {s.tactic for s in draft.reply.sentences}
        value, why = 1.0, f"the message is {polarity}; nothing in the reply contradicts it"
        if polarity == "neg" and "celebrate" in tactics:
            value, why = 0.1, "it celebrates something that hurts"
        elif polarity == "pos" and "apologise" in tactics:
            value, why = 0.3, "it condoles over good news"
        elif self._read is not None:
            own = self._read(draft.reply.text)
            if polarity == "neg" and own.valence > 0.72 and own.polarity == "pos":
                value, why = 0.3, f"the reply sounds cheerful (valence {own.valence:.2f})"
            elif polarity == "pos" and own.valence < 0.3 and own.polarity == "neg":
                value, why = 0.3, f"the reply sounds gloomy (valence {own.valence:.2f})"
        return (Verdict(self.name, value, why, _SOURCE),)


def build(read: Callable[[str], Reading] | None = None) -> WrongValence:
    """Build the critic for the registry."""
    return WrongValence(read)
