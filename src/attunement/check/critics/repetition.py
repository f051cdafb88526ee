"""Saying again what was said: a sentence, an opening, or the message itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar, Final, Literal

from attunement.protocols import Draft, Scratch
from attunement.turn import Turn, Verdict

_WORD: Final = re.compile(r"\w+(?:['’]\w+)*", re.UNICODE)
_SOURCE: Final = "exact and near-exact matches within the conversation"


def words_of(text: str) -> list[str]:
    """Lower-case words with straight apostrophes."""
    return [w.lower().replace("’", "'") for w in _WORD.findall(text)]


def longest_copied_run(message: str, reply: str) -> int:
    """Length in words of the longest run of the message that the reply repeats."""
    a, b = words_of(message), words_of(reply)
    best, row = 0, [0] * (len(b) + 1)
    for word in a:
        previous = 0
        for j, other in enumerate(b, 1):
            current = row[j]
            row[j] = previous + 1 if word == other else 0
            best = max(best, row[j])
            previous = current
    return best


class Repetition:
    """Lowers the value for repeated sentences, a repeated opening, and parroting."""

    name: ClassVar[str] = "repetition"
    scope: ClassVar[Literal["sentence", "reply"]] = "reply"
    partial: ClassVar[bool] = True

    def judge(self, draft: Draft, scratch: Scratch) -> Sequence[Verdict]:
        """One verdict."""
        earlier = _earlier(draft.turn)
        said = {" ".join(words_of(s)) for text in earlier for s in re.split(r"(?<=[.!?])\s+", text)}
        for sentence in draft.reply.sentences:
            if " ".join(words_of(sentence.text)) in said:
                return (Verdict(self.name, 0.1, f"said before: {sentence.text!r}", _SOURCE),)
        opening = words_of(draft.reply.text)[:3]
        if len(opening) == 3 and any(words_of(t)[:3] == opening for t in earlier[-4:]):
            return (Verdict(self.name, 0.4, "opens as a recent reply did", _SOURCE),)
        run = longest_copied_run(draft.turn.message, draft.reply.text)
        if run > 5:
            return (Verdict(self.name, 0.3, f"repeats {run} words of the message", _SOURCE),)
        return (Verdict(self.name, 1.0, "nothing is said twice", _SOURCE),)


def _earlier(turn: Turn) -> list[str]:
    if turn.recall and turn.recall.turns:
        return [p.reply for p in turn.recall.turns if p.reply]
    return [m.text for m in turn.history if m.role == "assistant"]


def build() -> Repetition:
    """Build the critic for the registry."""
    return Repetition()
