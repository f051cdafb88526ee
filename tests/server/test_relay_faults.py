"""Faults of upstreams and of clients: a retry, a fallback or a clean error; nothing hangs."""

from __future__ import annotations

import asyncio
import json
import logging
import time

import httpx
import pytest

from attunement.companion import Companion
from attunement.fake_upstream import STATUSES, STREAM_FAULTS, FakeUpstream
from attunement.fakes import FakeBackend, FakePerceiver, fake_parts
from attunement.server import create_app
from attunement.settings import RelaySettings, ServerSettings, Settings
from attunement.turn import Turn
from serving import serving

CHAT = "/v1/chat/completions"
COMPOSED = "That stays with you. What was it like?"
SAID = "One two three four five. Six."
USER = {"role": "user", "content": "my secret diagnosis"}
LIMITS = {"connect_s": 0.5, "first_s": 0.3, "idle_s": 0.3, "total_s": 0.5, "retries": 1, "rest_s": 0}
BUDGET_S = 0.5
SLACK_S = 1.0
"""A busy machine's own delay, and the pause before a retry."""
TIMES = 3
"""How often each fault is injected here; benchmarks/proxy.py injects each a hundred times."""

MIDWAY = ("cut_mid", "stall", "error_event", "no_end")
BOTH = pytest.mark.parametrize("stream", [False, True])


@pytest.fixture
def build(make, model):
    model.text = SAID

    def made(mode="steer", upstreams=None, **relay):
        return make(
            fake_parts(backend=FakeBackend(COMPOSED)), upstreams=upstreams or [model.entry],
            relay={**LIMITS, "mode": mode, **relay},
        )  # fmt: skip

    return made


def ask(server, stream, **fields):
    body = {"model": "fake-model", "messages": [USER], "stream": stream, **fields}
    body.setdefault("attunement", {"conversation": "c"})
    return server.post(CHAT, body)


def read(response):
    """(text, error) of a stream that ended as it must."""
    blocks = [b for b in response.text.split("\n\n") if b and not b.startswith(":")]
    assert blocks[-1] == "data: [DONE]"
    events = [json.loads(b.removeprefix("data: ")) for b in blocks[:-1]]
    text = "".join(e["choices"][0]["delta"].get("content") or "" for e in events if e.get("choices"))
    return text, next((e["error"] for e in events if "error" in e), None)


@pytest.mark.parametrize("mode", ["plain", "steer", "check"])
@BOTH
@pytest.mark.parametrize("fault", [*STATUSES, *STREAM_FAULTS])
def test_every_fault_in_every_mode_ends_cleanly_and_in_time(build, model, error_of, fault, stream, mode):
    server = build(mode)
    model.always = fault
    for _ in range(TIMES):
        started = time.monotonic()
        response = ask(server, stream)
        took = time.monotonic() - started
        assert took < 1.2 * BUDGET_S + SLACK_S, took
        if response.status_code != 200:
            error = error_of(response)
            assert response.headers["x-should-retry"] in ("true", "false")
            assert "sk-secret" not in error["message"]
            assert mode == "plain" or fault == "refuse_400"
        elif stream:
            text, error = read(response)
            assert SAID.startswith(text) if error else text in (SAID, COMPOSED)
            assert not error or (fault in MIDWAY and error["code"].startswith("upstream_"))
        else:
            assert response.json()["choices"][0]["message"]["content"] in (SAID, COMPOSED)


@BOTH
def test_an_upstream_that_is_down_leaves_the_word_to_the_composer(build, stream):
    server = build(upstreams=[{"name": "down", "url": "http://127.0.0.1:9/v1", "models": ["fake-model"]}])
    response = ask(server, stream)
    text = read(response)[0] if stream else response.json()["choices"][0]["message"]["content"]
    assert text == COMPOSED and response.headers["x-attunement-upstream"] == "attunement"
    (turn,) = server.kept()
    assert turn.reply.text == COMPOSED
    assert "composer, after upstream_unreachable; down: upstream_unreachable" in turn.trace[-1].note


@BOTH
@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"attunement": {"plain": True}}, 502),
        ({"response_format": {"type": "json_object"}}, 502),
        ({"tools": [], "tool_choice": "required"}, 502),
        ({"n": 2}, 502),
        ({"messages": [USER, {"role": "assistant", "content": "I"}]}, 502),
    ],
)
def test_the_composer_never_answers_what_it_cannot(build, model, error_of, stream, fields, status):
    server = build()
    model.always = "error_503"
    response = ask(server, stream, **fields)
    assert response.status_code == status
    assert error_of(response)["code"] == "upstream_failed"
    assert response.headers["x-should-retry"] == "true"


def test_the_composer_can_be_left_out(build, model, error_of):
    model.always = "rate_429_long"
    response = ask(build(composer=False), False)
    assert response.status_code == 429
    assert (response.headers["retry-after"], response.headers["x-should-retry"]) == ("120", "true")
    error = response.json()["error"]
    assert (error["type"], error["code"]) == ("rate_limit_error", "rate_limit_exceeded")


def test_a_refused_request_is_told_with_its_field(build, model, error_of):
    model.always = "refuse_400"
    response = ask(build(), True)
    error = error_of(response)
    assert response.status_code == 400 and len(model.requests) == 1
    assert (error["message"], error["param"], error["code"]) == (
        "max_tokens is too large",
        "max_tokens",
        "bad",
    )
    assert response.headers["x-should-retry"] == "false"


def test_a_stream_cut_after_words_tells_so_and_keeps_what_was_released(build, model):
    model.always = "cut_mid"
    server = build()
    text, error = read(ask(server, True))
    assert SAID.startswith(text) and text
    assert error["code"] == "upstream_cut" and error["type"] == "server_error"
    assert server.kept()[0].extra["relay"]["text"] == text


def test_a_stream_cut_within_the_first_held_sentence_is_rescued(build, model):
    model.always = "cut_mid"
    server = build("check")
    assert read(ask(server, True)) == (COMPOSED, None)
    assert server.kept()[0].reply.text == COMPOSED


def test_a_client_that_waits_gets_heartbeats(build, model):
    model.first_s = 0.25
    response = ask(build(heartbeat_s=0.05), True)
    assert response.text.startswith(": waiting\n\n")
    assert read(response) == (SAID, None)


def test_an_error_after_a_heartbeat_is_an_event(build, model):
    model.always = "slow_first"
    response = ask(build("plain", heartbeat_s=0.05), True)
    assert response.status_code == 200 and ": waiting" in response.text
    assert read(response)[1]["code"] == "upstream_timeout"


def test_nothing_a_person_wrote_and_no_key_is_logged(build, model, caplog, monkeypatch):
    monkeypatch.setenv("FAKE_KEY", "key-never-shown")
    server = build(upstreams=[{**model.entry, "key_env": "FAKE_KEY"}], composer=False)
    with caplog.at_level(logging.DEBUG):
        for fault in ("error_500", "key_401", "cut_first", "refuse_400", "slow_first"):
            model.always = fault
            ask(server, False)
    ours = "\n".join(r.getMessage() for r in caplog.records if r.name.startswith("attunement"))
    assert "upstream_failed" in ours
    everything = caplog.text
    assert "secret diagnosis" not in everything and "key-never-shown" not in everything


# -- real connections: clients that leave ------------------------------------------------------------


@pytest.fixture(scope="module")
def slow():
    """A slow upstream behind a served Attunement: (fake, address, parts)."""
    fake = FakeUpstream("word. " * 200, gap_s=0.05)
    parts = fake_parts(backend=FakeBackend(COMPOSED))
    with serving(fake) as behind, Companion(parts=parts) as companion:
        settings = Settings(
            store="memory", server=ServerSettings(api_key=None),
            upstreams=[{"name": "fake", "url": f"{behind}/v1", "models": ["fake-model"]}],
            relay=RelaySettings(**{**LIMITS, "first_s": 30, "total_s": 30, "idle_s": 30}),
        )  # fmt: skip
        with serving(create_app(settings, companion)) as address:
            yield fake, address, parts


def until(condition, seconds=5.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


def kept(parts):
    return [Turn.from_json(r.payload) for r in parts.store.records.values() if r.kind == "turn"]


@pytest.mark.parametrize("mode", ["plain", "steer", "check"])
def test_a_client_that_leaves_closes_the_upstream_and_what_it_saw_is_kept(slow, mode):
    fake, address, parts = slow
    fake.left, fake.first_s = 0, 0.0
    parts.store.records.clear()
    body = {"model": "fake-model", "messages": [USER], "stream": True,
            "attunement": {"mode": mode, "conversation": mode}}  # fmt: skip
    seen = ""
    with httpx.stream("POST", f"{address}{CHAT}", json=body, timeout=20) as response:
        for line in response.iter_lines():
            seen += line
            if seen.count("word") >= 3:
                break
    assert until(lambda: fake.left == 1)
    if mode == "plain":
        assert kept(parts) == []
        return
    assert until(lambda: kept(parts))
    (turn,) = kept(parts)
    assert 3 <= len(turn.reply.sentences) < 30 and set(turn.reply.text.split()) == {"word."}


@BOTH
def test_a_client_that_leaves_before_the_first_word_closes_the_upstream(slow, stream):
    fake, address, _ = slow
    fake.left, fake.first_s = 0, 20.0
    body = {"model": "fake-model", "messages": [USER], "stream": stream}
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{address}{CHAT}", json=body, timeout=0.5)
    assert until(lambda: fake.left == 1)


def test_many_streams_at_once_and_half_of_them_leave(slow):
    fake, address, _ = slow
    fake.left, fake.first_s = 0, 0.0
    fake.text, fake.gap_s = "One two. Three four.", 0.01

    async def one(http, number):
        body = {"model": "fake-model", "stream": True, "messages": [{"role": "user", "content": f"n {number}"}],
                "attunement": {"mode": "check"}}  # fmt: skip
        text = ""
        async with http.stream("POST", f"{address}{CHAT}", json=body) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: {"):
                    choices = json.loads(line[6:])["choices"]
                    text += (choices[0]["delta"].get("content") or "") if choices else ""
                if number % 2 and text:
                    return text
        return text

    async def run():
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(timeout=60, limits=limits) as http:
            return await asyncio.gather(*(one(http, n) for n in range(100)))

    texts = asyncio.run(run())
    assert all(t == "One two. Three four." for t in texts[::2])
    assert all(t.startswith("One two.") for t in texts[1::2])


def test_the_perceiver_is_not_asked_for_plain_calls(make, model):
    perceiver = FakePerceiver()
    server = make(fake_parts(perceiver=perceiver), upstreams=[model.entry])
    ask(server, True, attunement={"plain": True})
    assert perceiver.calls == []
