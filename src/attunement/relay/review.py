"""What stands between a model's words and the client: the check, rewrites, help in danger, keeping."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, cast

from attunement.check.gate import Refusal, reply_of
from attunement.companion import Companion
from attunement.errors import UpstreamError
from attunement.relay.work import Work
from attunement.respond.guide import help_line
from attunement.respond.prompts import prompt
from attunement.respond.sentences import Piece, Sentences
from attunement.respond.upstreams import Attempts, Style, Target, Upstreams
from attunement.settings import RelaySettings
from attunement.turn import Step, Turn

_REWRITE_TOKENS: Final = 200


class Review:
    """Checks and keeps the answers of a relay.

    Args:
        companion: has the critics, the composer and the store.
        upstreams: rewrite sentences.
        limits: times.
    """

    def __init__(self, companion: Companion, upstreams: Upstreams, limits: RelaySettings) -> None:
        self._companion = companion
        self._upstreams = upstreams
        self._limits = limits

    async def sentence(self, work: Work, piece: Piece) -> str:
        """What leaves in place of a sentence; "" where nothing does."""
        gate = work.gate
        assert gate is not None
        if not piece.prose or not work.budget.allows("check"):
            return gate.release(piece.text)
        with work.budget.measured("check"):
            refusal = await self._companion.compute(lambda: gate.judge(piece))
        if refusal is None:
            return gate.release(piece.text)
        rewritten = await self._rewrite(work, refusal) if work.budget.allows("rewrite") else None
        if work.turn is not None and work.turn.plan is not None and work.turn.plan.mode != "plain":
            composed = await self.composed(work)
            gate.stock(s.text for s in (composed.reply.sentences if composed and composed.reply else ()))
        return await self._companion.compute(lambda: gate.settle(refusal, rewritten))

    async def text(self, work: Work, text: str) -> str:
        """What leaves in place of a whole text."""
        if work.gate is not None:
            cut = Sentences()
            pieces = [*cut.feed(text), *cut.finish()]
            text = "".join([await self.sentence(work, piece) for piece in pieces])
        return text

    async def ending(self, work: Work, text: str, other: bool) -> str:
        """What is added after the last sentence: a reply where none is left, help where it is missing."""
        more = ""
        if work.gate is not None and work.gate.verdicts and not text.strip() and not other:
            composed = await self.composed(work)
            more = composed.reply.text if composed and composed.reply else ""
        return more + _help(work.turn, text + more)

    async def composed(self, work: Work) -> Turn | None:
        """The Turn with the composer's reply; written once."""
        if work.composed is None and work.turn is not None:
            work.composed = await self._companion.compose(work.turn)
        return work.composed

    async def keep(self, work: Work, text: str) -> Turn | None:
        """Keep the Turn with the text that was released as its reply."""
        turn, gate = work.turn, work.gate
        if turn is None or not text.strip():
            return turn
        verdicts = turn.verdicts
        if gate is not None:
            judged = work.budget.allows("check")
            verdicts = await self._companion.compute(gate.close) if judged else tuple(gate.verdicts)
        name, model = work.target.upstream.name, work.target.model
        extra = {**turn.extra, "relay": {"upstream": name, "model": model, "mode": work.mode, "text": text}}
        language = turn.reading.language if turn.reading else "en"
        turn = turn.write(reply=reply_of(text, language), verdicts=verdicts, extra=MappingProxyType(extra))
        turn = traced(work, turn, f"{name}, {work.mode}")
        await self._companion.keep(turn)
        return turn

    async def _rewrite(self, work: Work, refusal: Refusal) -> str | None:
        """The model's second try at a sentence; None where it does not come in time."""
        assert work.turn is not None
        text = prompt("rewrite").substitute(
            why=refusal.why, message=work.turn.message, sentence=refusal.piece.text.strip()
        )

        def build(target: Target, style: Style) -> dict[str, Any]:
            messages = [{"role": "user", "content": text}]
            return {"model": target.model, "messages": messages, "max_tokens": _REWRITE_TOKENS}

        left = min(self._limits.rewrite_s, work.budget.left_s)
        until = time.monotonic() + left
        attempts = Attempts(lambda: max(0.0, until - time.monotonic()), work.call.headers)
        try:
            with work.budget.measured("rewrite"):
                async with asyncio.timeout(left):
                    _, document = await self._upstreams.complete([work.target], build, attempts)
        except (UpstreamError, TimeoutError):
            return None
        content = message_of(document).get("content")
        return content.strip() if isinstance(content, str) and content.strip() else None


def traced(work: Work, turn: Turn, who: str) -> Turn:
    """The Turn with the step of the relay: who answered, what failed, what was skipped."""
    ms = round((time.perf_counter() - work.started) * 1000, 3)
    note = "; ".join(part for part in (who, work.note()) if part)
    return turn.write(trace=(*turn.trace, Step("relay", ms, ("reply", "verdicts"), note)))


def message_of(document: Mapping[str, Any]) -> dict[str, Any]:
    """The message of the first choice; an empty one where there is none."""
    choices = document.get("choices")
    for choice in cast("list[Any]", choices) if isinstance(choices, list) else ():
        message = cast("dict[str, Any]", choice).get("message") if isinstance(choice, dict) else None
        if isinstance(message, dict):
            return cast("dict[str, Any]", message)
    return {}


def _help(turn: Turn | None, text: str) -> str:
    """The line of help that a reply to someone in danger must not lack."""
    if turn is None or turn.plan is None or not turn.plan.hand_over or not text.strip():
        return ""
    numbers = [turn.plan.slots[k] for k in ("line_phone", "emergency") if k in turn.plan.slots]
    if any(number in text for number in numbers):
        return ""
    return "\n\n" + prompt("help").substitute(help=help_line(turn))
