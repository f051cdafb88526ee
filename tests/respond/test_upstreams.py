"""The upstreams' client against a fake server on a loopback port."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from attunement.errors import SettingsError, UpstreamError
from attunement.fake_upstream import FakeUpstream
from attunement.respond.backends.openai_compatible import retry_after
from attunement.respond.local import local_upstreams
from attunement.respond.sse import Decoder
from attunement.respond.upstreams import Attempts, Target, Upstreams
from attunement.settings import RelaySettings, Settings, Upstream, load_settings
from serving import serving

USER = {"role": "user", "content": "my dog died"}
QUICK = RelaySettings(connect_s=1, first_s=0.4, idle_s=0.4, total_s=2, retries=1, rest_s=0.2)


@pytest.fixture(scope="module")
def fake():
    made = FakeUpstream("One two three four five six.")
    with serving(made) as address:
        made.address = f"{address}/v1"
        yield made


@pytest.fixture(autouse=True)
def fresh(fake):
    fake.faults, fake.always, fake.extra = [], None, {}
    fake.requests, fake.headers, fake.left = [], [], 0


def upstream(fake, name="a", **fields):
    return Upstream(**{"name": name, "url": fake.address, "models": ("fake-model",), **fields})


def ask(*upstreams, model=None, stream=False, left=60.0, **fields):
    """(who answered, the text or document, notes) of one request."""

    async def run():
        pool = Upstreams(upstreams, QUICK, Random(1))
        attempts = Attempts(lambda: left, {"x-one": "1", "x-stainless-os": "Linux"})

        def build(target, style):
            return {"model": target.model, "messages": [USER], "stream": stream, **fields}

        try:
            route = pool.route(model)
            if not stream:
                target, document = await pool.complete(route, build, attempts)
                return target, document, attempts.notes
            opened = await pool.open(route, build, attempts)
            async with aclosing(opened.events) as events:
                return opened.target, [e.data async for e in events], attempts.notes
        finally:
            await pool.aclose()

    return asyncio.run(run())


def text_of(events):
    return "".join((e["choices"] or [{"delta": {}}])[0]["delta"].get("content") or "" for e in events)


def test_a_whole_answer_and_a_streamed_one(fake):
    target, document, notes = ask(upstream(fake))
    assert (target.model, notes) == ("fake-model", [])
    assert document["choices"][0]["message"]["content"] == "One two three four five six."
    assert text_of(ask(upstream(fake), stream=True)[1]) == "One two three four five six."


def test_unknown_fields_travel_both_ways_and_dropped_ones_do_not(fake, monkeypatch):
    monkeypatch.setenv("FAKE_KEY", "k-1")
    fake.extra = {"x_new": {"deep": [1]}}
    _, document, _ = ask(
        upstream(fake, key_env="FAKE_KEY", drop_params=("seed",), forward_headers=("X-One",)),
        seed=3, top_k=4, nested={"a": None},
    )  # fmt: skip
    assert document["x_new"] == {"deep": [1]}
    sent, headers = fake.requests[0], fake.headers[0]
    assert (sent["top_k"], sent["nested"], "seed" in sent) == (4, {"a": None}, False)
    assert headers["authorization"] == "Bearer k-1" and headers["x-one"] == "1"
    assert not [h for h in headers if h.startswith("x-stainless")]


_PASSING = ("error_500", "error_503", "rate_429", "cut_first", "only_garbage", "error_event", "not_json")


@pytest.mark.parametrize(
    ("fault", "stream"),
    # In a stream, words were released before an error event: nothing may be tried again then.
    [(f, s) for f in _PASSING for s in (False, True) if not (s and f == "error_event")],
)
def test_a_passing_fault_is_tried_again(fake, fault, stream):
    fake.faults = [fault]
    _, answer, notes = ask(upstream(fake), stream=stream)
    text = text_of(answer) if stream else answer["choices"][0]["message"]["content"]
    assert text == "One two three four five six."
    assert len(fake.requests) == 2 and len(notes) == 1 and notes[0].startswith("a: ")


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(
    ("fault", "status", "again", "asked"),
    [
        ("refuse_400", 400, False, 1), ("key_401", 502, False, 1), ("missing_404", 404, False, 1),
        ("rate_429_long", 429, True, 1), ("spent_429", 429, False, 1), ("error_500", 502, True, 2),
        ("cut_first", 502, True, 2), ("not_json", 502, True, 2), ("slow_first", 504, True, 1),
    ],
)  # fmt: skip
def test_a_lasting_fault_is_one_clean_error_in_time(fake, fault, status, again, asked, stream):
    fake.always = fault
    started = time.monotonic()
    with pytest.raises(UpstreamError) as caught:
        ask(upstream(fake), stream=stream, left=1.5)
    assert (caught.value.status, caught.value.again) == (status, again)
    assert len(fake.requests) == asked
    assert time.monotonic() - started < 3
    assert "sk-secret" not in str(caught.value)
    if fault == "rate_429_long":
        assert caught.value.after_s == 120


@pytest.mark.parametrize("fault", ["error_500", "key_401", "rate_429_long", "slow_first", "missing_404"])
def test_the_fallback_answers(fake, fault):
    fake.faults = [fault, fault] if fault == "error_500" else [fault]
    first, second = upstream(fake, fallbacks=("b",)), upstream(fake, "b", models=("other",))
    target, events, notes = ask(first, second, model="fake-model", stream=True)
    assert (target.upstream.name, target.model) == ("b", "other")
    assert text_of(events) == "One two three four five six." and notes


def test_an_upstream_that_is_down_falls_back_and_rests(fake):
    down = Upstream(name="down", url="http://127.0.0.1:9", models=("m",), fallbacks=("b",))

    async def run():
        pool = Upstreams((down, upstream(fake, "b")), QUICK, Random(1))

        def build(target, style):
            return {"model": target.model, "messages": [USER]}

        target, _ = await pool.complete(pool.route("m"), build, Attempts(lambda: 9))
        resting = [t.upstream.name for t in pool.route("m")]
        await asyncio.sleep(0.3)
        rested = [t.upstream.name for t in pool.route("m")]
        await pool.aclose()
        return target.upstream.name, resting, rested

    assert asyncio.run(run()) == ("b", ["b", "down"], ["down", "b"])


@pytest.mark.parametrize(
    ("fault", "code"), [("cut_mid", "upstream_cut"), ("no_end", "upstream_cut"),
                        ("stall", "upstream_timeout"), ("error_event", "upstream_failed")],
)  # fmt: skip
def test_a_stream_that_breaks_after_its_first_words_says_so(fake, fault, code):
    fake.always = fault
    with pytest.raises(UpstreamError) as caught:
        ask(upstream(fake), stream=True)
    assert caught.value.code == code


def test_garbage_between_events_is_passed_over(fake):
    fake.always = "garbage"
    assert text_of(ask(upstream(fake), stream=True)[1]) == "One two three four five six."


def test_a_server_that_cannot_stream_is_one_event(fake):
    fake.always = "whole"
    _, events, _ = ask(upstream(fake), stream=True)
    assert text_of(events) == "One two three four five six."
    assert events[0]["object"] == "chat.completion.chunk"


def test_closing_the_stream_reaches_the_upstream(fake):
    fake.gap_s = 0.2
    try:

        async def run():
            pool = Upstreams((upstream(fake),), QUICK)
            opened = await pool.open(
                pool.route(None), lambda t, s: {"model": "m", "stream": True}, Attempts(lambda: 9)
            )
            await anext(opened.events)
            await opened.events.aclose()
            for _ in range(40):
                if fake.left:
                    break
                await asyncio.sleep(0.05)
            await pool.aclose()

        asyncio.run(run())
    finally:
        fake.gap_s = 0
    assert fake.left == 1


def test_a_template_that_refuses_several_system_messages_gets_one(fake):
    fake.always = "roles"
    styles = []

    async def run():
        pool = Upstreams((upstream(fake),), QUICK)

        def build(target, style):
            styles.append(style)
            system = [{"role": "system", "content": "x"}] * (1 if style == "merge" else 2)
            return {"model": "m", "messages": [*system, USER]}

        for _ in range(2):
            await pool.complete(pool.route(None), build, Attempts(lambda: 9))
        await pool.aclose()

    asyncio.run(run())
    assert styles == ["split", "merge", "merge"]


def test_routes(fake):
    one = upstream(fake, "one", models=("m", "n"), weight=3, fallbacks=("three",))
    two = upstream(fake, "two", models=("m",))
    three = upstream(fake, "three", models=())

    async def run():
        pool = Upstreams((one, two, three), QUICK, Random(7))
        first = [pool.route("m")[0].upstream.name for _ in range(400)]
        found = (
            [t.upstream.name for t in pool.route("n")],
            [(t.upstream.name, t.model) for t in pool.route("two/m")],
            [(t.upstream.name, t.model) for t in pool.route("any")],
            [t.model for t in pool.route(None)],
            Upstreams((two,), QUICK).route("unknown"),
        )
        listed = {(t.upstream.name, t.model) for t in await pool.listed()}
        await pool.aclose()
        return first, found, listed

    first, found, listed = asyncio.run(run())
    assert 260 < first.count("one") < 340
    assert found == (["one", "three"], [("two", "m")], [("three", "any")], ["m", "m"], [])
    assert listed == {("one", "m"), ("one", "n"), ("three", "fake-model")}


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "2"}, 2.0), ({"retry-after-ms": "40"}, 0.04), ({"retry-after": "soon"}, None),
        ({"retry-after": "-1"}, None), ({"retry-after": "nan"}, None), ({}, None),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, None),
    ],
)  # fmt: skip
def test_retry_after(headers, seconds):
    assert retry_after(headers) == seconds


@given(
    st.lists(st.text(st.characters(blacklist_characters="\r\n"), min_size=1, max_size=8), max_size=6),
    st.lists(st.integers(0, 200), max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)
def test_events_cut_anywhere_are_put_together(payloads, cuts, end):
    stream = "".join(f": note{end}event: x{end}data: {p}{end}{end}" for p in payloads).encode(
        "utf-8", "replace"
    )
    places = sorted({0, len(stream), *[c for c in cuts if c < len(stream)]})
    decoder = Decoder()
    found = [p for a, b in pairwise(places) for p in decoder.feed(stream[a:b])]
    assert found + decoder.finish() == [p.encode("utf-8", "replace") for p in payloads]


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "localhost"}, {"name": "a b"}, {"forward_headers": ["X-Stainless-OS"]}, {"weight": 0},
        {"forward_headers": ["Authorization"]}, {"colour": "red"}, {"mode": "loud"},
    ],
)  # fmt: skip
def test_wrong_upstreams_are_refused(fields):
    with pytest.raises(ValidationError):
        Upstream(**{"name": "a", "url": "http://x/v1", **fields})


def test_upstreams_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("ATTUNEMENT_LLM", "http://127.0.0.1:11434/v1/")
    monkeypatch.setenv("ATTUNEMENT_MODEL", "llama3")
    monkeypatch.setenv("ATTUNEMENT_LLM_KEY", "secret-key")
    monkeypatch.setenv("ATTUNEMENT_UPSTREAMS", '[{"name": "b", "url": "https://x.example/v1"}]')
    monkeypatch.setenv("ATTUNEMENT_RELAY_MODE", "check")
    found = load_settings()
    assert [(u.name, u.url, u.models) for u in found.all_upstreams] == [
        ("llm", "http://127.0.0.1:11434/v1", ("llama3",)), ("b", "https://x.example/v1", ()),
    ]  # fmt: skip
    assert found.relay.mode == "check"
    assert found.all_upstreams[0].key == "secret-key" and "secret-key" not in repr(found)


@pytest.mark.parametrize(
    "values",
    [
        {"upstreams": [{"name": "a", "url": "http://x", "fallbacks": ["b"]}]},
        {"upstreams": [{"name": "a", "url": "http://x"}] * 2},
        {"model": "m"},
        {"llm": "ftp://x"},
    ],
)
def test_settings_that_do_not_fit_are_named(values):
    with pytest.raises(SettingsError, match="setting "):
        load_settings(**values)
    assert Settings(upstreams=()).all_upstreams == ()


def test_targets_are_values():
    assert Target(Upstream(name="a", url="http://x"), "m") == Target(Upstream(name="a", url="http://x"), "m")


def test_servers_on_this_machine_are_found_by_their_lists(fake):
    port = int(fake.address.rsplit(":", 1)[1].removesuffix("/v1"))
    found = local_upstreams((("nobody", 9), ("ollama", port)))
    assert [(u.name, u.url, u.models) for u in found] == [("ollama", fake.address, ("fake-model",))]
