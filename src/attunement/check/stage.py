"""The stage ``check``: every critic judges; a poor reply is rewritten once and the better one kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from attunement.protocols import Backend, Critic, Draft, Scratch
from attunement.turn import Reply, Turn, Verdict

PASS: Final = 0.5


def judge(critics: Sequence[Critic], draft: Draft, scratch: Scratch) -> tuple[Verdict, ...]:
    """All verdicts on a draft. A critic that crashes becomes a failed verdict."""
    out: list[Verdict] = []
    for critic in critics:
        try:
            out += critic.judge(draft, scratch)
        except Exception as error:  # a critic of any origin must not cost the reply
            why = f"the critic failed: {type(error).__name__}"
            out.append(Verdict(critic.name, PASS, why, "runner", "failed"))
    return tuple(out)


def worth(verdicts: Sequence[Verdict]) -> tuple[int, float]:
    """How good a reply is: fewest failures first, then the mean value."""
    failures = sum(v.value < PASS for v in verdicts)
    return -failures, sum(v.value for v in verdicts) / max(1, len(verdicts))


class Check:
    """Runs the critics over a complete reply.

    Args:
        critics: in order.
        backend: rewrites once when a critic says no; None only records.
    """

    name: str = "check"
    reads: frozenset[str] = frozenset({"message", "reading", "plan", "reply", "capabilities"})
    writes: frozenset[str] = frozenset({"reply", "verdicts", "extra.asked"})

    def __init__(self, critics: Sequence[Critic], backend: Backend | None = None) -> None:
        self.critics = tuple(critics)
        self._backend = backend

    def compute(self, turn: Turn, scratch: Scratch) -> Turn:
        """Write ``verdicts``, and ``reply`` where a better one was found."""
        assert turn.reply is not None
        verdicts = judge(self.critics, Draft(turn, turn.reply), scratch)
        failed = [v for v in verdicts if v.value < PASS]
        if not failed or self._backend is None:
            return turn.write(verdicts=verdicts)
        scratch["banned_phrases"] = tuple(s.phrase for s in turn.reply.sentences if s.phrase)
        second = self._backend.write(turn, scratch)
        again = judge(self.critics, Draft(turn, second), scratch) if second.sentences else ()
        if second.sentences and worth(again) > worth(verdicts):
            noted = tuple(replace(v, action="rewrote") for v in failed)
            extra = MappingProxyType({**turn.extra, "asked": tuple(scratch.get("asked", ()))})
            return turn.write(reply=second, verdicts=(*noted, *again), extra=extra)
        shorter = self._without_worst(turn, failed, scratch)
        if shorter is not None:
            dropped = tuple(replace(v, action="dropped") for v in failed)
            after = judge(self.critics, Draft(turn, shorter), scratch)
            return turn.write(reply=shorter, verdicts=(*dropped, *after))
        warned = tuple(replace(v, action="warned") if v.value < PASS else v for v in verdicts)
        return turn.write(verdicts=warned)

    def _without_worst(self, turn: Turn, failed: Sequence[Verdict], scratch: Scratch) -> Reply | None:
        """The reply without the one sentence whose loss helps most, if any loss helps."""
        assert turn.reply is not None
        sentences = turn.reply.sentences
        if len(sentences) < 2:
            return None
        best: tuple[tuple[int, float], Reply] | None = None
        for i in range(len(sentences)):
            reply = Reply((*sentences[:i], *sentences[i + 1 :]), turn.reply.language)
            score = worth(judge(self.critics, Draft(turn, reply), scratch))
            if best is None or score > best[0]:
                best = (score, reply)
        assert best is not None
        return best[1] if -best[0][0] < len(failed) else None
