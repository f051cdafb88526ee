"""``attunement.wrap`` around the official clients."""

from __future__ import annotations

import asyncio
from typing import ClassVar

import pytest

import attunement
from attunement.companion import Companion
from attunement.fake_upstream import FakeUpstream
from attunement.fakes import FakeBackend, fake_parts
from attunement.turn import Turn, Verdict
from serving import serving

openai = pytest.importorskip("openai")
pytestmark = pytest.mark.extra
USER = {"role": "user", "content": "my dog died"}
DRAFT = "I hear you. That is bad. What happened?"
MENDED = "I hear you. That is hard. What happened?"


class Words:
    name: ClassVar[str] = "words"
    scope: ClassVar[str] = "sentence"

    def judge(self, draft, scratch):
        return (Verdict("words", 0.0 if "bad" in draft.reply.text else 1.0, "it says bad", "tests"),)


@pytest.fixture(scope="module")
def served():
    fake = FakeUpstream()
    with serving(fake) as address:
        yield fake, f"{address}/v1"


@pytest.fixture
def fake(served):
    served[0].__init__(
        lambda b: "That is hard." if b["messages"][0]["content"].startswith("Rewrite one") else DRAFT
    )
    return served[0]


@pytest.fixture
def companion():
    with Companion(parts=fake_parts(critics=(Words(),), backend=FakeBackend("Composed."))) as made:
        yield made


def kept(companion):
    records = companion.parts.store.records.values()
    return [Turn.from_json(r.payload).reply.text for r in records if r.kind == "turn"]


@pytest.mark.parametrize(("mode", "text"), [("check", MENDED), ("steer", DRAFT)])
def test_a_sync_client(served, fake, companion, mode, text):
    with attunement.wrap(
        openai.OpenAI(base_url=served[1], api_key="k", max_retries=0), companion, mode=mode, conversation="c"
    ) as client:
        answer = client.chat.completions.create(model="fake-model", messages=[USER])
        assert answer.choices[0].message.content == text
        with client.chat.completions.create(model="fake-model", messages=[USER], stream=True) as stream:
            assert "".join(c.choices[0].delta.content or "" for c in stream) == text
        assert client.models.list().data[0].id == "fake-model"
    roles = [m["role"] for m in fake.requests[0]["messages"]]
    assert roles == ["system", "system", "user"] and "attunement" not in fake.requests[0]
    assert kept(companion) == [text]


def test_an_async_client(served, fake, companion):
    async def run():
        inner = openai.AsyncOpenAI(base_url=served[1], api_key="k", max_retries=0)
        async with attunement.wrap(inner, companion) as client:
            answer = await client.chat.completions.create(
                model="fake-model", messages=[USER], attunement={"conversation": "c", "person": "p"}
            )
            stream = await client.chat.completions.create(model="fake-model", messages=[USER], stream=True)
            text = "".join([c.choices[0].delta.content or "" async for c in stream])
            return answer.choices[0].message.content, text

    assert asyncio.run(run()) == (MENDED, MENDED)
    assert kept(companion) == [MENDED]


def test_what_is_plain_passes_untouched(served, fake, companion):
    client = attunement.wrap(openai.OpenAI(base_url=served[1], api_key="k", max_retries=0), companion)
    for fields in ({"attunement": {"plain": True}}, {"response_format": {"type": "json_object"}}):
        answer = client.chat.completions.create(model="fake-model", messages=[USER], **fields)
        assert answer.choices[0].message.content == DRAFT
        assert fake.requests[-1]["messages"] == [USER]
    client.close()


def test_a_stream_left_early_keeps_what_was_let_out(served, fake, companion):
    client = attunement.wrap(
        openai.OpenAI(base_url=served[1], api_key="k", max_retries=0), companion, conversation="c"
    )
    with client.chat.completions.create(model="fake-model", messages=[USER], stream=True) as stream:
        for chunk in stream:
            if chunk.choices[0].delta.content:
                break
    assert kept(companion) == ["I hear you."]
    client.close()
