"""Whatever is sent, the answer is never a 5xx, and an error is always an envelope."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

PATHS = ["/v1/chat/completions", "/v1/responses", "/v1/read", "/v1/check", "/v1/turns/none/feedback"]
TEXT = st.text(st.characters(), max_size=20)  # lone surrogates too
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
ANY = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
ROLE = st.sampled_from(["system", "developer", "user", "assistant", "tool", "function"]) | ANY
PARTS = st.fixed_dictionaries({"type": st.just("text") | ANY}, optional={"text": ANY})
MESSAGE = st.fixed_dictionaries(
    {"role": ROLE, "content": TEXT | st.lists(PARTS, max_size=3) | ANY}, optional={"name": ANY}
)
MESSAGES = st.lists(MESSAGE, max_size=4) | ANY
NAMES = st.lists(st.sampled_from(["turn_id", "reading", "why", "plan", "no"]) | ANY, max_size=3)
EXTENSION = st.fixed_dictionaries(
    {},
    optional={
        "person": TEXT | ANY,
        "conversation": TEXT | ANY,
        "locale": st.sampled_from(["en", "pt_BR"]) | ANY,
        "context": st.dictionaries(TEXT, SCALARS, max_size=3) | ANY,
        "include": NAMES | ANY,
    },
)
NEARLY_RIGHT = st.fixed_dictionaries(
    {},
    optional={
        "messages": MESSAGES,
        "stream": st.booleans() | ANY,
        "stream_options": st.fixed_dictionaries({"include_usage": st.booleans() | ANY}) | ANY,
        "n": st.just(1) | ANY,
        "user": TEXT | ANY,
        "response_format": st.just({"type": "text"}) | ANY,
        "tool_choice": st.just("auto") | ANY,
        "attunement": EXTENSION | ANY,
        "input": TEXT | st.lists(TEXT, max_size=3) | ANY,
        "draft": TEXT | ANY,
        "person": TEXT | ANY,
        "context": ANY,
        "value": st.sampled_from(["up", "down"]) | ANY,
        "reason": TEXT | ANY,
    },
)


@pytest.fixture(scope="module")
def shared(make):
    return make()


def judge(response):
    assert response.status_code in (200, 400, 404, 413, 415), response.text
    assert response.headers["x-request-id"]
    if response.status_code != 200:
        error = response.json()["error"]
        assert set(error) == {"message", "type", "param", "code"} and error["message"]
    elif response.headers["content-type"] == "application/json":
        assert not response.json().get("error")
    else:
        assert response.text.endswith("data: [DONE]\n\n") or "event: response.completed" in response.text


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(PATHS), content=st.binary(max_size=60))
def test_any_bytes(shared, path, content):
    judge(shared.raw(path, content))


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(PATHS), body=ANY)
def test_any_json(shared, path, body):
    judge(shared.raw(path, json.dumps(body).encode()))


@settings(max_examples=200, deadline=None)
@given(path=st.sampled_from(PATHS), body=NEARLY_RIGHT)
def test_bodies_that_are_nearly_right(shared, path, body):
    judge(shared.raw(path, json.dumps(body).encode()))


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(["person", "conversation", "locale"]), value=st.binary(min_size=1, max_size=30))
def test_any_header(shared, name, value):
    body = {"messages": [{"role": "user", "content": "hello"}]}
    headers = {f"x-attunement-{name}".encode(): value}
    judge(shared.post("/v1/chat/completions", body, headers=headers))


@settings(max_examples=60, deadline=None)
@given(id=st.text(max_size=30), last=st.sampled_from(["", "/why"]))
def test_any_turn_id(shared, id, last):
    from urllib.parse import quote

    response = shared.get(f"/v1/turns/{quote(id, safe='')}{last}")
    assert response.status_code == 404
    judge(response)
