"""An MCP server with four tools: read, check, recall, remember (extra ``mcp``).

Protocol and SDK: modelcontextprotocol.io. The tools answer with the same documents as the command line.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final

from mcp.server.mcpserver import MCPServer

from attunement import __version__
from attunement.check.gate import reply_of
from attunement.companion import Companion, Request
from attunement.explain import reading_document

_MOST: Final = 100


def mcp_server(companion: Companion) -> MCPServer[Any]:
    """The server around a Companion, which stays its owner's to close."""
    parts = companion.parts
    tenant = parts.settings.tenant
    server: MCPServer[Any] = MCPServer("attunement", version=__version__, log_level="WARNING")

    @server.tool()
    async def read(text: str) -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction]
        """Read how a person feels in a text: emotions, sentiment, need, situation, danger."""
        (reading,) = await companion.compute(lambda: parts.perceiver.read([text]))
        return reading_document(reading)

    @server.tool()
    async def check(message: str, draft: str, locale: str | None = None) -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction]
        """Judge a draft of a reply to a person: wrong feeling, promises, unsafe advice, stock phrases."""
        turn = await companion.judge(Request(message, locale=locale), draft)
        return {"schema": 1, "draft": draft, "verdicts": [asdict(v) for v in turn.verdicts]}

    @server.tool()
    async def recall(person: str, conversation: str | None = None, limit: int = 20) -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction]
        """What is kept of the talks with a person: messages and replies, oldest first."""
        most = max(1, min(limit, _MOST))

        def find() -> list[dict[str, Any]]:
            kept = [r for r in parts.store.person(tenant, person) if r.kind == "turn"]
            if conversation is not None:
                kept = [r for r in kept if r.conversation == conversation]
            return [_exchange(companion, r.id, tenant) for r in kept[-most:]]

        return {"schema": 1, "person": person, "turns": await companion.compute(find)}

    @server.tool()
    async def remember(person: str, conversation: str, message: str, reply: str) -> dict[str, Any]:  # pyright: ignore[reportUnusedFunction]
        """Keep one exchange with a person, where the person's consent allows it."""
        turn = await companion.plan(Request(message, person=person, conversation=conversation))
        turn = turn.write(reply=reply_of(reply, turn.reading.language if turn.reading else "en"))
        kept = await companion.compute(lambda: parts.remember.keep(turn))
        return {"schema": 1, "turn_id": turn.id if kept else None, "kept": kept}

    return server


def _exchange(companion: Companion, id: str, tenant: str) -> dict[str, Any]:
    turn = companion.turn(id, tenant)
    assert turn is not None
    return {
        "turn_id": turn.id, "conversation_id": turn.conversation, "message": turn.message,
        "at": json.loads(json.dumps(turn.now.isoformat() if turn.now else None)),
        "reply": turn.reply.text if turn.reply else "",
    }  # fmt: skip
