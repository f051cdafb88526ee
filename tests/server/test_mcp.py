"""The tools, through the official client of the protocol."""

from __future__ import annotations

import asyncio

import pytest

from attunement.companion import Companion
from attunement.fakes import FakeCritic, fake_parts

mcp = pytest.importorskip("mcp")
pytestmark = pytest.mark.extra


def call(companion, *calls):
    from attunement.server.mcp import mcp_server

    async def run():
        async with mcp.Client(mcp_server(companion)) as client:
            names = {tool.name for tool in (await client.list_tools()).tools}
            return names, [(await client.call_tool(name, given)).structured_content for name, given in calls]

    return asyncio.run(run())


def test_read_check_recall_and_remember():
    with Companion(parts=fake_parts(critics=(FakeCritic(0.2),))) as companion:
        kept = {"person": "ana", "conversation": "c", "message": "my dog died", "reply": "I hear you. Oh."}
        names, (reading, verdicts, saved, found, other) = call(
            companion,
            ("read", {"text": "my dog died"}),
            ("check", {"message": "my dog died", "draft": "Cheer up!"}),
            ("remember", kept),
            ("recall", {"person": "ana"}),
            ("recall", {"person": "bob", "conversation": "c", "limit": 0}),
        )
    assert names == {"read", "check", "recall", "remember"}
    assert reading["sentiment"] == "negative"
    assert [v["value"] for v in verdicts["verdicts"]] == [0.2]
    assert saved["kept"]
    (turn,) = found["turns"]
    assert (turn["message"], turn["reply"], turn["turn_id"]) == (
        "my dog died",
        "I hear you. Oh.",
        saved["turn_id"],
    )
    assert other["turns"] == []


def test_without_consent_nothing_is_remembered():
    parts = fake_parts()
    parts.store.set_consent("local", "ana", "conversation", False, parts.clock())
    with Companion(parts=parts) as companion:
        given = {"person": "ana", "conversation": "c", "message": "hi", "reply": "Hello."}
        _, (saved, found) = call(companion, ("remember", given), ("recall", {"person": "ana"}))
    assert saved == {"schema": 1, "turn_id": None, "kept": False} and found["turns"] == []
