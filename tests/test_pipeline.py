from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from attunement.errors import PipelineError
from attunement.pipeline import Pipeline
from attunement.turn import Plan, Reading, Reply, Sentence, Turn


class Writes:
    def __init__(self, name, reads=(), writes=(), **values):
        self.name, self.reads, self.writes = name, frozenset(reads), frozenset(writes)
        self.values = values

    def compute(self, turn, scratch):
        return replace(turn, **self.values)


class Waits:
    name, reads, writes = "waits", frozenset({"reading"}), frozenset({"plan"})

    async def perform(self, turn, scratch):
        await asyncio.sleep(0)
        return replace(turn, plan=Plan(stage="act"))


def run(*stages, executor=None):
    return asyncio.run(Pipeline(stages, executor).run(Turn("t", "hello")))


def test_a_stage_may_not_read_what_nobody_wrote():
    with pytest.raises(PipelineError, match="reads plan"):
        Pipeline([Writes("respond", reads=["plan"], writes=["reply"])])


def test_the_order_matters():
    perceive = Writes("perceive", reads=["message"], writes=["reading"])
    plan = Writes("plan", reads=["reading"], writes=["plan"])
    Pipeline([perceive, plan])
    with pytest.raises(PipelineError, match="no earlier stage"):
        Pipeline([plan, perceive])


def test_undeclared_writes_are_refused():
    with pytest.raises(PipelineError, match="wrote reply"):
        run(Writes("sly", writes=["reading"], reading=Reading(), reply=Reply()))


def test_inputs_may_not_be_changed():
    with pytest.raises(PipelineError, match="wrote message"):
        run(Writes("sly", writes=["reading"], reading=Reading(), message="other"))


def test_undeclared_extra_is_refused():
    with pytest.raises(PipelineError, match=r"extra\.mine"):
        run(Writes("plugin", extra={"mine": 1}))
    assert run(Writes("plugin", writes=["extra.mine"], extra={"mine": 1})).extra["mine"] == 1


def test_two_stages_need_two_names():
    with pytest.raises(PipelineError, match="named 'a'"):
        Pipeline([Writes("a"), Writes("a")])


def test_unknown_fields_cannot_be_declared():
    with pytest.raises(PipelineError, match="may not write mood"):
        Pipeline([Writes("a", writes=["mood"])])


def test_compute_and_waiting_stages_mix_and_are_traced():
    reply = Reply((Sentence("Hi.", "acknowledge"),))
    with ThreadPoolExecutor(1) as executor:
        turn = run(
            Writes("perceive", writes=["reading"], reading=Reading()),
            Waits(),
            Writes("respond", reads=["plan"], writes=["reply"], reply=reply),
            executor=executor,
        )
    assert turn.plan.stage == "act"
    assert turn.reply.text == "Hi."
    assert [(s.stage, s.wrote) for s in turn.trace] == [
        ("perceive", ("reading",)), ("waits", ("plan",)), ("respond", ("reply",)),
    ]  # fmt: skip
