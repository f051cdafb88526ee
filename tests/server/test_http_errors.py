"""Every error comes in the envelope, and tells nothing that it should not."""

from __future__ import annotations

import asyncio
import logging

import pytest

from attunement.companion import Companion
from attunement.errors import DataError, SettingsError, StoreError, UsageError
from attunement.fakes import FakeBackend, FakeStore, fake_parts
from attunement.recall.stage import Remember
from attunement.server import create_app
from attunement.settings import ServerSettings, Settings

CHAT = "/v1/chat/completions"
USER = {"role": "user", "content": "hello"}
SECRET = "my secret diagnosis"


class Failing(FakeBackend):
    def __init__(self, error):
        super().__init__()
        self.error = error

    def write(self, turn, scratch):
        raise self.error


class BrokenStore(FakeStore):
    def get(self, tenant, id):
        raise StoreError(f"cannot read {SECRET}")

    def put(self, record):
        raise StoreError(f"disk full while writing {SECRET}")


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "messages"),
        ({"messages": []}, "messages"),
        ({"messages": "hello"}, "messages"),
        ({"messages": None}, "messages"),
        ({"messages": ["hello"]}, "messages"),
        ({"messages": [{"role": "user", "content": 5}]}, "messages"),
        ({"messages": [{"role": "user", "content": ["hello"]}]}, "messages"),
        ({"messages": [{"role": "user", "content": None}]}, "messages"),
        ({"messages": [{"role": "user", "content": [{"type": "image_url"}]}]}, "messages"),
        ({"messages": [{"role": "king", "content": "hello"}]}, "messages"),
        ({"messages": [USER, {"role": "king", "content": "hello"}, USER]}, "messages"),
        ({"messages": [{"content": "hello"}]}, "messages"),
        ({"messages": [{"role": "system", "content": "hello"}]}, "messages"),
        ({"messages": [USER, {"role": "assistant", "content": "Hi."}]}, "messages"),
        ({"messages": [USER], "n": 2}, "n"),
        ({"messages": [USER], "n": 0}, "n"),
        ({"messages": [USER], "stream": "perhaps"}, "stream"),
        ({"messages": [USER], "stream_options": {"include_usage": 7}}, "stream_options.include_usage"),
        ({"messages": [USER], "response_format": {"type": "json_object"}}, "response_format"),
        ({"messages": [USER], "response_format": {"type": "json_schema"}, "stream": True}, "response_format"),
        ({"messages": [USER], "response_format": "json"}, "response_format"),
        ({"messages": [USER], "tool_choice": "required"}, "tool_choice"),
        ({"messages": [USER], "tool_choice": {"type": "function", "function": {}}}, "tool_choice"),
        ({"messages": [USER], "user": 5}, "user"),
        ({"messages": [USER], "attunement": "x"}, "attunement"),
        ({"messages": [USER], "attunement": {"include": ["secrets"]}}, "attunement.include"),
        ({"messages": [USER], "attunement": {"person": "x" * 129}}, "attunement.person"),
        ({"messages": [USER], "attunement": {"person": "a\x00b"}}, "attunement.person"),
        ({"messages": [USER], "attunement": {"conversation": "a\nb"}}, "attunement.conversation"),
        ({"messages": [USER], "attunement": {"locale": "not a tag"}}, "attunement.locale"),
        ({"messages": [USER], "attunement": {"context": {"a": {"b": 1}}}}, "attunement.context"),
        ({"messages": [USER], "attunement": {"context": {"a": "x" * 2001}}}, "attunement.context"),
        ({"messages": [USER], "attunement": {"context": dict.fromkeys(map(str, range(65)), 1)}},
         "attunement.context"),
        ([], None),
        (None, None),
    ],
)  # fmt: skip
def test_a_wrong_body_is_a_400_that_names_the_field(server, error_of, body, param):
    response = server.post(CHAT, body)
    assert response.status_code == 400
    assert error_of(response)["param"] == param


@pytest.mark.parametrize(
    ("header", "value"), [("person", "x" * 129), ("conversation", "x" * 129), ("locale", "???")]
)
def test_a_wrong_header_is_a_400_that_names_the_header(server, error_of, header, value):
    name = f"x-attunement-{header}"
    response = server.post(CHAT, {"messages": [USER]}, headers={name: value})
    assert response.status_code == 400
    assert error_of(response)["param"] == name


def test_the_message_says_where_in_a_list_and_never_repeats_the_value(server, error_of):
    response = server.post(CHAT, {"messages": [USER, {"role": SECRET, "content": "x"}]})
    message = error_of(response)["message"]
    assert message.startswith("messages[1].role: ")
    assert SECRET not in response.text


@pytest.mark.parametrize(
    "content",
    [
        b"{", b"", b"nonsense", b'{"messages": [}', b"\xff\xfe", b"[" * 50_000, b"7" * 5000,
        '{"messages": []}'.encode("utf-16"), b'{"\x00": 1}', b'{"a": "\\ud800"', b"\xed\xa0\x80",
    ],
)  # fmt: skip
def test_what_is_no_json_is_a_400(server, error_of, content):
    response = server.raw(CHAT, content)
    assert response.status_code == 400
    error_of(response)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp"])
def test_another_content_type_is_refused(server, error_of, kind):
    response = server.raw("/v1/read", b'{"input": "x"}', kind)
    assert response.status_code == 415
    error_of(response)
    assert server.parts.perceiver.calls == []


@pytest.mark.parametrize(
    "kind", ["application/json; charset=utf-8", "APPLICATION/JSON", "application/a+json"]
)
def test_any_json_content_type_is_taken(server, kind):
    assert server.raw("/v1/read", b'{"input": "x"}', kind).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/", 404, "not_found"),
        ("GET", "/v1/models/gpt/4", 404, "model_not_found"),
        ("GET", "/v1/turns/none", 404, "turn_not_found"),
        ("GET", "/v1/turns/none/why", 404, "turn_not_found"),
        ("GET", CHAT, 405, "method_not_allowed"),
        ("DELETE", "/v1/models", 405, "method_not_allowed"),
    ],
)
def test_what_does_not_exist(server, error_of, method, path, status, code):
    response = server.send(method, path)
    assert response.status_code == status
    assert error_of(response)["code"] == code
    assert ("allow" in response.headers) == (status == 405)


def test_a_body_over_the_limit_is_a_413_declared_or_not(make, error_of):
    server = make(max_body_bytes=1000)
    frame = b'{"input": "%s"}'
    exact = frame % (b"x" * (1000 - len(frame) + 2))
    assert len(exact) == 1000
    assert server.raw("/v1/read", exact).status_code == 200

    async def pieces(count):
        for _ in range(count):
            yield b"x" * 500

    for content in (exact + b" ", b"x" * 100_000, pieces(3), pieces(100)):
        response = server.raw("/v1/read", content)
        assert response.status_code == 413
        assert "1,000" in error_of(response)["message"]
    assert len(server.parts.perceiver.calls) == 1


def test_a_failing_store_is_a_503_without_its_words(make, error_of, caplog):
    store = BrokenStore()
    server = make(fake_parts(store=store, remember=Remember(store)))
    body = {"messages": [USER], "attunement": {"conversation": "c"}}
    for response in (server.post(CHAT, body), server.get("/v1/turns/x"), server.get("/readyz")):
        assert response.status_code == 503
        assert error_of(response)["code"] == "store_unavailable"
        assert SECRET not in response.text
    assert "StoreError" in caplog.text and SECRET not in caplog.text
    assert server.get("/healthz").status_code == 200


@pytest.mark.parametrize("error", [ValueError(SECRET), DataError(SECRET), RecursionError(SECRET)])
@pytest.mark.parametrize("stream", [False, True])
def test_a_crash_is_a_500_that_tells_nothing_and_logs_no_words(make, error_of, caplog, error, stream):
    server = make(fake_parts(backend=Failing(error)))
    body = {"messages": [{"role": "user", "content": SECRET}], "stream": stream}
    with caplog.at_level(logging.DEBUG):
        response = server.post(CHAT, body, headers={"x-request-id": "find-me"})
    assert response.status_code == 500
    assert error_of(response)["code"] == "internal_error"
    assert SECRET not in response.text and type(error).__name__ not in response.text
    assert "find-me" in caplog.text and type(error).__name__ in caplog.text
    assert SECRET not in caplog.text


def test_a_usage_error_is_a_400_with_its_advice(make, error_of):
    server = make(fake_parts(backend=Failing(UsageError("name a persona"))))
    response = server.post(CHAT, {"messages": [USER]})
    assert response.status_code == 400
    assert error_of(response)["message"] == "name a persona"


@pytest.mark.parametrize("path", ["/healthz", "/v1/models", "/nothing", "/v1/turns/none"])
def test_every_response_has_a_request_id(server, path):
    given = server.get(path, headers={"x-request-id": "req_1.a:b-C"})
    assert given.headers["x-request-id"] == "req_1.a:b-C"
    one, two = (server.get(path).headers["x-request-id"] for _ in range(2))
    assert one and two and one != two


@pytest.mark.parametrize("given", ["", "a b", "x" * 129, "<script>", "é".encode()])
def test_a_request_id_that_is_not_sane_is_replaced(server, given):
    found = server.get("/healthz", headers={"x-request-id": given}).headers["x-request-id"]
    assert len(found) == 32 and found.isalnum()


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Bearer wrong", "Bearer s3cre", "Bearer s3crett", "Basic s3cret",
               "s3cret", "Bearer s3cret x", "Bearer é".encode()],
)  # fmt: skip
def test_without_the_key_nothing_is_answered(make, error_of, header):
    server = make(api_key="s3cret")
    headers = {} if header is None else {"authorization": header}
    for method, path in (("GET", "/v1/models"), ("POST", CHAT), ("GET", "/nothing"), ("GET", "/v1/turns/x")):
        response = server.send(method, path, headers=headers, content=b"{")
        assert response.status_code == 401
        assert error_of(response)["code"] == "invalid_api_key"
        assert response.headers["www-authenticate"] == "Bearer"
        assert "s3cret" not in response.text
    assert server.get("/healthz").status_code == server.get("/readyz").status_code == 200


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_with_the_key_everything_is_answered(make, scheme):
    server = make(api_key="schlüssel")
    headers = {"authorization": f"{scheme} schlüssel".encode()}
    assert server.get("/v1/models", headers=headers).status_code == 200
    assert server.post(CHAT, {"messages": [USER]}, headers=headers).status_code == 200


def test_without_a_setting_any_key_passes(server):
    assert server.get("/v1/models", headers={"authorization": "Bearer sk-any"}).status_code == 200


@pytest.mark.parametrize("key", ["", "  "])
def test_an_empty_key_is_refused_at_the_start(key):
    with Companion(parts=fake_parts()) as companion, pytest.raises(SettingsError, match="api_key"):
        create_app(Settings(store="memory", server=ServerSettings(api_key=key)), companion)


def test_the_same_person_under_two_keys_is_two_persons(make):
    parts = fake_parts()
    one, two = make(parts, api_key="one"), make(parts, api_key="two")
    headers = {key: {"authorization": f"Bearer {key}"} for key in ("one", "two")}
    extension = {"person": "p", "conversation": "c", "include": ["turn_id", "recall"]}
    first = one.say("hello", headers=headers["one"], attunement=extension)["attunement"]
    other = two.say("yes", headers=headers["two"], attunement=extension)["attunement"]
    again = one.say("yes", headers=headers["one"], attunement=extension)["attunement"]
    assert other["recall"]["turns"] == []
    assert again["recall"]["turns"] == [first["turn_id"]]
    path = f"/v1/turns/{first['turn_id']}"
    assert one.get(path, headers=headers["one"]).status_code == 200
    assert two.get(path, headers=headers["two"]).status_code == 404
    liked = two.post(f"{path}/feedback", {"value": "up"}, headers=headers["two"])
    assert liked.status_code == 404
    liked = one.post(f"{path}/feedback", {"value": "up"}, headers=headers["one"])
    assert liked.status_code == 200
    tenants = {r.tenant for r in parts.store.records.values()}
    assert len(tenants) == 2 and all(t.startswith("local.") for t in tenants)
    assert not any("one" in t or "two" in t for t in tenants)


def test_without_a_key_the_tenant_is_that_of_the_settings(make):
    server = make(tenant="shop")
    server.say("hello", attunement={"conversation": "c"})
    assert [turn.tenant for turn in server.kept()] == ["shop"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", CHAT, {"messages": [USER]}),
        ("POST", "/v1/read", {"input": "hello"}),
        ("POST", "/v1/check", {"messages": [USER], "draft": "Hello."}),
        ("GET", "/v1/turns/none", None),
        ("POST", "/v1/turns/none/feedback", {"value": "up"}),
        ("GET", "/readyz", None),
    ],
)
def test_slow_work_never_holds_up_the_loop(make, method, path, body):
    import threading

    began, go_on = threading.Event(), threading.Event()
    late = []

    def wait():
        began.set()
        if not go_on.wait(5):
            late.append(path)

    class SlowStore(FakeStore):
        def get(self, tenant, id):
            wait()
            return super().get(tenant, id)

    parts = fake_parts(store=SlowStore())
    inner = parts.perceiver.read

    def slow(batch, scratch=None):
        wait()
        return inner(batch, scratch)

    parts.perceiver.read = slow
    server = make(parts)

    async def both():
        task = asyncio.create_task(server.ask(method, path, json=body))
        while not (began.is_set() or task.done()):
            await asyncio.sleep(0.001)
        health = await server.ask("GET", "/healthz")
        unfinished = not task.done()
        go_on.set()
        return health, unfinished, await task

    health, unfinished, response = server.runner.run(both())
    assert health.status_code == 200 and unfinished and not late
    assert response.status_code in (200, 404)


def test_the_application_closes_its_own_companion_and_no_other(monkeypatch):
    async def live(app):
        async with app.router.lifespan_context(app):
            pass

    settings = Settings(store="memory", server=ServerSettings(api_key=None))
    own, given = fake_parts(), fake_parts()
    monkeypatch.setattr("attunement.server.app.Companion", lambda _: Companion(parts=own))
    asyncio.run(live(create_app(settings)))
    assert own.store.closed
    with Companion(parts=given) as companion:
        asyncio.run(live(create_app(settings, companion)))
        assert not given.store.closed
