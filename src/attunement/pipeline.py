"""The pipeline: a visible list of stages and one short loop.

At construction it checks that every stage's reads are written before it. At run time it records the
trace and refuses writes that a stage did not declare. Consecutive compute stages go to one bounded
executor in one hop; I/O stages are awaited.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import fields
from itertools import groupby

from attunement.errors import PipelineError
from attunement.protocols import AsyncStage, ComputeStage, Scratch
from attunement.turn import Step, Turn

INPUTS = frozenset(
    {
        "id",
        "message",
        "tenant",
        "person",
        "conversation",
        "branch",
        "history",
        "locale",
        "context",
        "capabilities",
        "now",
        "seed",
        "schema",
    }
)
"""Fields that the caller fills; no stage may write them."""

_FIELDS = tuple(f.name for f in fields(Turn) if f.name not in INPUTS | {"trace", "extra"})

AnyStage = ComputeStage | AsyncStage


class Pipeline:
    """An ordered list of stages.

    Args:
        stages: compute stages (``compute``) and I/O stages (``perform``), in order.
        executor: where compute stages run; None runs them in the calling thread.

    Raises:
        PipelineError: a stage reads what no earlier stage writes, or declares an unknown field.
    """

    def __init__(self, stages: Sequence[AnyStage], executor: Executor | None = None) -> None:
        self.stages = tuple(stages)
        self._executor = executor
        known = set(INPUTS)
        names: set[str] = set()
        for stage in self.stages:
            if stage.name in names:
                raise PipelineError(f"two stages are named {stage.name!r}")
            names.add(stage.name)
            missing = sorted(stage.reads - known)
            if missing:
                raise PipelineError(
                    f"stage {stage.name!r} reads {', '.join(missing)}, which no earlier stage writes"
                )
            wrong = sorted(w for w in stage.writes if w not in _FIELDS and not w.startswith("extra."))
            if wrong:
                raise PipelineError(f"stage {stage.name!r} may not write {', '.join(wrong)}")
            known |= stage.writes

    async def run(self, turn: Turn, scratch: Scratch | None = None) -> Turn:
        """Fold the stages over ``turn`` and return the traced result."""
        scratch = {} if scratch is None else scratch
        for computes, group in groupby(self.stages, key=lambda s: isinstance(s, ComputeStage)):
            stages = list(group)
            if computes:
                loop = asyncio.get_running_loop()
                if self._executor is None:
                    turn = self._compute(stages, turn, scratch)
                else:
                    turn = await loop.run_in_executor(self._executor, self._compute, stages, turn, scratch)
            else:
                for stage in stages:
                    assert isinstance(stage, AsyncStage)
                    started = time.perf_counter()
                    result = await stage.perform(turn, scratch)
                    turn = _record(stage, turn, result, started)
        return turn

    @staticmethod
    def _compute(stages: Sequence[AnyStage], turn: Turn, scratch: Scratch) -> Turn:
        for stage in stages:
            assert isinstance(stage, ComputeStage)
            started = time.perf_counter()
            turn = _record(stage, turn, stage.compute(turn, scratch), started)
        return turn


def _record(stage: AnyStage, before: Turn, after: Turn, started: float) -> Turn:
    """Check the writes of one stage and add its step to the trace."""
    wrote = {n for n in _FIELDS if getattr(after, n) is not getattr(before, n)}
    keys = before.extra.keys() | after.extra.keys()
    wrote |= {f"extra.{k}" for k in keys if before.extra.get(k) is not after.extra.get(k)}
    touched = {n for n in INPUTS if getattr(after, n) is not getattr(before, n)}
    undeclared = sorted((wrote - stage.writes) | touched)
    if undeclared:
        raise PipelineError(f"stage {stage.name!r} wrote {', '.join(undeclared)} without declaring it")
    ms = (time.perf_counter() - started) * 1000
    return after.write(trace=(*after.trace, Step(stage.name, round(ms, 3), tuple(sorted(wrote)))))
