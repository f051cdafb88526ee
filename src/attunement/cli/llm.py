"""A talk at the terminal that a language model answers, steered and checked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from attunement.companion import Request
from attunement.relay.call import Call, Composed
from attunement.relay.relay import Relay
from attunement.respond.upstreams import Upstreams

if TYPE_CHECKING:
    from attunement.companion import Companion
    from attunement.turn import Turn


class ModelTalk:
    """Answers lines from the upstreams of the Companion's settings.

    Args:
        companion: reads, plans, checks, keeps, and answers where no model does.
        show: prints a piece of the reply.
    """

    def __init__(self, companion: Companion, show: Callable[[str], None]) -> None:
        settings = companion.parts.settings
        self._companion = companion
        self._relay = Relay(companion, Upstreams(settings.all_upstreams, settings.relay), settings.relay)
        self._show = show
        self._messages: list[dict[str, Any]] = []
        self._of: str | None = None

    def answer(self, line: str, person: str, conversation: str, locale: str) -> Turn | None:
        """Show the reply to a line as it comes; the Turn that is kept.

        Raises:
            UpstreamError: the model's server refused the request, or broke off.
        """
        if conversation != self._of:
            self._of, self._messages = conversation, self._earlier(conversation)
        user = {"role": "user", "content": line}
        request = Request(line, person, conversation, locale)
        call = Call({"messages": [*self._messages, user], "stream": True}, request)
        turn, text = self._companion.wait(self._answer(call))
        self._messages += [user, {"role": "assistant", "content": text}]
        return turn

    def close(self) -> None:
        """Close the connections."""
        self._companion.wait(self._relay.aclose())

    async def _answer(self, call: Call) -> tuple[Turn | None, str]:
        answer = await self._relay.open(call)
        if isinstance(answer, Composed):
            text = answer.turn.reply.text if answer.turn.reply else ""
            self._show(text)
            return answer.turn, text
        said: list[str] = []
        async with aclosing(answer.events) as events:
            async for event in events:
                for choice in event.data.get("choices") or ():
                    if piece := choice["delta"].get("content"):
                        said.append(piece)
                        self._show(piece)
        return answer.turn, "".join(said)

    def _earlier(self, conversation: str) -> list[dict[str, Any]]:
        """The lines of a talk that goes on."""
        parts, lines = self._companion.parts, list[dict[str, Any]]()
        for record in parts.store.conversation(parts.settings.tenant, conversation, 24):
            turn = self._companion.turn(record.id)
            if turn is not None and turn.reply is not None:
                lines.append({"role": "user", "content": turn.message})
                lines.append({"role": "assistant", "content": turn.reply.text})
        return lines
