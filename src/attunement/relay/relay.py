"""The relay: a call in, the model's answer out, steered and checked, or the composer's reply."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, cast

from attunement.check.gate import Gate, reply_of
from attunement.check.stage import judge, worth
from attunement.companion import Companion
from attunement.errors import UpstreamError
from attunement.protocols import Draft
from attunement.relay.budget import Budget, Costs
from attunement.relay.call import Call, Composed, Streamed, Whole, checkable, restylable
from attunement.relay.flow import Flow
from attunement.relay.review import Review, message_of, traced
from attunement.relay.work import Work
from attunement.respond.backends.openai_compatible import Event, as_event
from attunement.respond.guide import render
from attunement.respond.sentences import Piece
from attunement.respond.upstreams import Style, Target, Upstreams
from attunement.settings import RelayMode, RelaySettings
from attunement.turn import Turn


class Relay:
    """Answers calls from upstreams.

    Args:
        companion: reads, plans, checks and keeps; composes where no upstream answers.
        upstreams: the servers of language models.
        limits: modes and times.
    """

    def __init__(self, companion: Companion, upstreams: Upstreams, limits: RelaySettings) -> None:
        self.companion = companion
        self.upstreams = upstreams
        self.limits = limits
        self._costs = Costs()
        self._review = Review(companion, upstreams, limits)

    async def aclose(self) -> None:
        """Close the connections to the upstreams."""
        await self.upstreams.aclose()

    async def complete(self, call: Call) -> Whole | Composed:
        """A whole answer.

        Raises:
            UpstreamError: no upstream answers, and the composer cannot.
        """
        work = await self._begin(call)
        try:
            if work.mode == "candidates" and work.budget.allows("drafts"):
                target, document = await self._best(work)
            else:
                target, document = await self.upstreams.complete(work.route, work.build, work.attempts)
        except UpstreamError as error:
            return await self._compose(work, error)
        work.target = target
        return Whole(document, target, await self._whole(work, document))

    async def open(self, call: Call) -> Streamed | Composed:
        """A streamed answer, once its first words have come.

        Raises:
            UpstreamError: no upstream answers, and the composer cannot. The events may raise it too.
        """
        work = await self._begin(call)
        try:
            if work.mode == "candidates" and work.budget.allows("drafts"):
                target, document = await self._best(work)
                events = _as_events(document)
            else:
                opened = await self.upstreams.open(work.route, work.build, work.attempts)
                target, events = opened.target, opened.events
        except UpstreamError as error:
            return await self._compose(work, error)
        work.target = target
        streamed = Streamed(events, target, work.turn.id if work.turn else None)
        streamed.events = self._flow(work, events, streamed)
        return streamed

    # -- before the model --------------------------------------------------------------------------

    async def _begin(self, call: Call) -> Work:
        route = self.upstreams.route(call.model)
        if not route:
            raise UpstreamError(
                "no upstream has this model; GET /v1/models lists them", status=404, again=False,
                code="model_not_found", refused=True,
            )  # fmt: skip
        ms = self.limits.budget_ms if call.budget_ms is None else call.budget_ms
        budget = Budget(ms, self._costs)
        work = Work(call, route, budget, self._mode(call, route[0]))
        if work.mode == "plain" or call.question is None:
            work.mode = "plain"
            return work
        await self._plan(work)
        turn = work.turn
        if turn is None or turn.plan is None:
            return work
        if turn.plan.mode != "plain":
            work.guidance = render(turn)
        if work.mode in ("check", "candidates") and checkable(call.body):
            work.gate = Gate(turn, self.companion.parts.critics)
        return work

    def _mode(self, call: Call, target: Target) -> RelayMode:
        if not restylable(call.body) or target.model in target.upstream.plain_models:
            return "plain"
        mode = call.mode or target.upstream.mode or self.limits.mode
        return "check" if mode == "candidates" and not checkable(call.body) else mode

    async def _plan(self, work: Work) -> None:
        """Read and plan, if there is time; half of what is left is the most it may take."""
        question = work.call.question
        if question is None or not work.budget.allows("steer"):
            return
        limit = work.budget.left_s / 2
        try:
            with work.budget.measured("steer"):
                async with asyncio.timeout(None if math.isinf(limit) else limit):
                    work.turn = await self.companion.plan(question)
        except TimeoutError:
            work.budget.skip("steer")

    # -- the model's answer ------------------------------------------------------------------------

    async def _best(self, work: Work) -> tuple[Target, dict[str, Any]]:
        """The draft that the critics like best; those that fail are left out."""

        def build(target: Target, style: Style) -> dict[str, Any]:
            body = work.build(target, style)
            body.pop("stream_options", None)
            return {**body, "stream": False}

        asked = (self.upstreams.complete(work.route, build, work.attempts) for _ in range(self.limits.drafts))
        with work.budget.measured("drafts"):
            found = await asyncio.gather(*asked, return_exceptions=True)
        drafts = [f for f in found if not isinstance(f, BaseException)]
        if not drafts:
            raise next(f for f in found if isinstance(f, BaseException))
        turn = work.turn
        if turn is None or len(drafts) == 1:
            return drafts[0]
        critics = self.companion.parts.critics

        def rank() -> tuple[Target, dict[str, Any]]:
            def value(draft: tuple[Target, dict[str, Any]]) -> tuple[bool, tuple[int, float]]:
                message = message_of(draft[1])
                text = str(message.get("content") or "")
                calls = bool(message.get("tool_calls"))
                return calls, worth(judge(critics, Draft(turn, reply_of(text, turn.locale)), {}))

            return max(drafts, key=value)

        return await self.companion.compute(rank)

    async def _whole(self, work: Work, document: dict[str, Any]) -> Turn | None:
        """Check the text of a document in place, keep the Turn, and give it."""
        message = message_of(document)
        text = message.get("content")
        if work.turn is None or not isinstance(text, str):
            return work.turn
        out = await self._review.text(work, text)
        out += await self._review.ending(work, out, bool(message.get("tool_calls")))
        if out != text:
            message["content"] = out
        return await self._review.keep(work, out)

    async def _flow(
        self, work: Work, events: AsyncGenerator[Event], streamed: Streamed
    ) -> AsyncGenerator[Event]:
        """The events for the client; whatever happens, what was released is kept."""
        review = self._review

        async def check(piece: Piece) -> str:
            return await review.sentence(work, piece)

        async def ending(text: str) -> str:
            more = await review.ending(work, text, flow.other)
            streamed.turn = await review.keep(work, text + more)
            return more

        async def rescue() -> str | None:
            composed = await review.composed(work) if self._may_compose(work) else None
            if composed is None or composed.reply is None:
                return None
            streamed.turn = traced(work, composed, "composer, after a broken stream")
            await self.companion.keep(streamed.turn)
            return composed.reply.text

        options = work.call.body.get("stream_options")
        usage = isinstance(options, dict) and bool(cast("dict[str, Any]", options).get("include_usage"))
        flow = Flow(check if work.gate is not None else None, usage, ending, rescue)
        try:
            async with aclosing(flow.run(events)) as passed:
                async for event in passed:
                    if flow.text:
                        work.budget.met()
                    yield event
        finally:
            if streamed.turn is None and flow.text.strip():
                streamed.turn = await review.keep(work, flow.text)

    # -- the composer ------------------------------------------------------------------------------

    def _may_compose(self, work: Work) -> bool:
        return (
            self.limits.composer and work.call.compose and work.mode != "plain"
            and work.call.question is not None
        )  # fmt: skip

    async def _compose(self, work: Work, error: UpstreamError) -> Composed:
        """The composer's reply in place of a model's; the error where it may not answer."""
        question = work.call.question
        if error.refused or question is None or not self._may_compose(work):
            raise error
        if work.turn is None:
            work.turn = await self.companion.plan(question)
        composed = await self._review.composed(work)
        assert composed is not None
        turn = traced(work, composed, f"composer, after {error.code}")
        await self.companion.keep(turn)
        return Composed(turn)


async def _as_events(document: dict[str, Any]) -> AsyncGenerator[Event]:
    """A whole answer as a stream of one event."""
    yield as_event(document)
