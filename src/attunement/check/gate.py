"""The gate: a reply checked sentence by sentence while it is written.

No input or output of its own: the caller brings sentences and, where one is refused, the model's rewrite.
Sentence critics judge every sentence; critics of whole replies judge the first one, before anything is
released, if they can judge a part, and the reply at its end, for the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from attunement.check.stage import PASS, judge
from attunement.protocols import Critic, Draft, Scratch
from attunement.respond.facts import facts, kept
from attunement.respond.sentences import Piece, Sentences
from attunement.turn import Reply, Sentence, Turn, Verdict

_LONGER: Final = 80
"""Characters by which a rewrite may exceed twice the length of the sentence."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that may not leave as it is, the verdicts against it, and how grave they are."""

    piece: Piece
    verdicts: tuple[Verdict, ...]
    grave: bool

    @property
    def why(self) -> str:
        """The reasons, for whoever rewrites it."""
        return "; ".join(f"{v.critic.replace('_', ' ')}: {v.explanation}" for v in self.verdicts)


class Gate:
    """Judges the sentences of one reply.

    Args:
        turn: the planned Turn that is answered.
        critics: in order.
    """

    def __init__(self, turn: Turn, critics: Sequence[Critic]) -> None:
        self.turn = turn
        self.verdicts: list[Verdict] = []
        self.released: list[str] = []
        self._critics = tuple(critics)
        self._spare: Iterator[str] | None = None

    def stock(self, spare: Iterable[str]) -> None:
        """Give it the composer's sentences, which stand in for what is refused; only the first count."""
        if self._spare is None:
            self._spare = iter(spare)

    def judge(self, piece: Piece) -> Refusal | None:
        """What speaks against a sentence; None where nothing does."""
        if not piece.prose:
            return None
        first = not any(text.strip() for text in self.released)
        verdicts = self._verdicts(piece.text, first)
        failed = tuple(v for v in verdicts if v.value < PASS)
        if not failed:
            return None
        grave = {c.name for c in self._critics if getattr(c, "guards", "tone") == "truth"}
        return Refusal(piece, failed, any(v.critic in grave for v in failed))

    def release(self, text: str) -> str:
        """Note that ``text`` leaves."""
        self.released.append(text)
        return text

    def settle(self, refusal: Refusal, rewritten: str | None) -> str:
        """What leaves in place of a refused sentence; "" where nothing does.

        A rewrite is taken when it passes and keeps the facts. Without one, a sentence that is untrue or
        unsafe is replaced or dropped; one whose tone alone is off leaves as it is if it states facts.
        """
        original = refusal.piece.text
        if rewritten is not None and self._acceptable(original, rewritten):
            self._note(refusal, "rewrote")
            return self.release(_dressed(original, rewritten))
        if not refusal.grave and facts(original, self.turn.reading.language if self.turn.reading else "en"):
            self._note(refusal, "warned")
            return self.release(original)
        for spare in self._spare or ():
            if not self._fails(spare):
                self._note(refusal, "rewrote")
                return self.release(_dressed(original, spare))
        self._note(refusal, "dropped")
        return ""

    def close(self) -> tuple[Verdict, ...]:
        """All verdicts, with those of the critics of whole replies on what was released."""
        text = "".join(self.released).strip()
        if not text:
            return tuple(self.verdicts)
        whole = [c for c in self._critics if c.scope == "reply"]
        found = judge(whole, Draft(self.turn, reply_of(text, self.language)), {})
        warned = [replace(v, action="warned") if v.value < PASS else v for v in found]
        return (*self.verdicts, *warned)

    @property
    def language(self) -> str:
        """The language that was read."""
        return self.turn.reading.language if self.turn.reading else "en"

    def _verdicts(self, text: str, first: bool) -> tuple[Verdict, ...]:
        scratch: Scratch = {}
        fit = [c for c in self._critics if c.scope == "sentence" or (first and getattr(c, "partial", False))]
        return judge(fit, Draft(self.turn, reply_of(text.strip(), self.language)), scratch)

    def _fails(self, text: str) -> bool:
        first = not any(t.strip() for t in self.released)
        return any(v.value < PASS for v in self._verdicts(text, first))

    def _acceptable(self, original: str, rewritten: str) -> bool:
        text = rewritten.strip()
        if not text or "\n" in text or len(text) > 2 * len(original) + _LONGER:
            return False
        if not kept(original, text, self.turn.message, self.language):
            return False
        return not self._fails(text)

    def _note(self, refusal: Refusal, action: Literal["rewrote", "dropped", "warned"]) -> None:
        self.verdicts += [replace(v, action=action) for v in refusal.verdicts]


def reply_of(text: str, language: str = "en") -> Reply:
    """A model's text as a Reply, in sentences whose tactics are not known."""
    cut = Sentences()
    pieces = [*cut.feed(text), *cut.finish()]
    texts = [p.text.strip() for p in pieces if p.text.strip()]
    return Reply(tuple(Sentence(t, "explore" if t.endswith("?") else "acknowledge") for t in texts), language)


def _dressed(original: str, text: str) -> str:
    """``text`` with the white space that stood around the original."""
    before = original[: len(original) - len(original.lstrip())]
    after = original[len(original.rstrip()) :]
    return f"{before}{text.strip()}{after}"
