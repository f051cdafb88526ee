"""The official client against a real server on a loopback port."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time

import httpx
import pytest

from attunement.companion import Companion
from attunement.errors import SettingsError
from attunement.fakes import FakeBackend, fake_parts
from attunement.server import create_app, serve
from attunement.settings import ServerSettings, Settings
from serving import serving

openai = pytest.importorskip("openai")
pytestmark = pytest.mark.extra

REPLY = "That stays with you. I am here. What was it like?"
KEY = "loopback-key"
USER = {"role": "user", "content": "my dog died"}


@pytest.fixture(scope="module")
def address():
    settings = Settings(store="memory", server=ServerSettings(api_key=KEY, max_body_bytes=50_000))
    with Companion(parts=fake_parts(backend=FakeBackend(REPLY))) as companion:
        with serving(create_app(settings, companion)) as found:
            yield f"{found}/v1"


@pytest.fixture
def client(address):
    with openai.OpenAI(base_url=address, api_key=KEY, max_retries=0, timeout=20) as made:
        yield made


def test_plain(client):
    raw = client.chat.completions.with_raw_response.create(
        model="attunement", messages=[{"role": "developer", "content": "be kind"}, USER],
        extra_headers={"x-request-id": "mine-1"},
    )  # fmt: skip
    assert raw.headers["x-request-id"] == "mine-1"
    answer = raw.parse()
    assert answer._request_id == "mine-1"
    assert answer.choices[0].message.content == REPLY
    assert answer.choices[0].finish_reason == "stop"
    assert answer.model == "attunement"
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens == 16


def test_streamed_text_is_the_plain_text(client):
    plain = client.chat.completions.create(model="attunement", messages=[USER])
    with client.chat.completions.create(model="attunement", messages=[USER], stream=True) as stream:
        chunks = list(stream)
    assert "".join(c.choices[0].delta.content or "" for c in chunks) == plain.choices[0].message.content
    assert [c.choices[0].finish_reason for c in chunks] == [None] * 4 + ["stop"]
    assert {c.id for c in chunks} == {plain.id}
    assert all(c.usage is None for c in chunks)


def test_the_clients_own_accumulation_and_the_usage_chunk(client):
    with client.chat.completions.stream(
        model="attunement", messages=[USER], stream_options={"include_usage": True}
    ) as stream:
        final = stream.get_final_completion()
    assert final.choices[0].message.content == REPLY
    assert final.usage.completion_tokens == 11


def test_the_extension_travels_both_ways(client, address):
    answer = client.chat.completions.create(
        model="attunement", messages=[USER], user="ana",
        extra_body={"attunement": {"conversation": "c", "include": ["turn_id", "reply"]}},
    )  # fmt: skip
    found = answer.model_extra["attunement"]
    assert set(found) == {"turn_id", "reply"}
    assert answer.id == f"chatcmpl-{found['turn_id']}"
    headers = {"authorization": f"Bearer {KEY}"}
    kept = httpx.get(f"{address}/turns/{answer.id}", headers=headers).json()
    assert kept["reply"] == found["reply"] and kept["conversation_id"] == "c"


def test_models(client):
    assert [m.id for m in client.models.list()] == ["attunement"]
    assert client.models.retrieve("attunement").id == "attunement"
    with pytest.raises(openai.NotFoundError) as caught:
        client.models.retrieve("gpt-9")
    assert caught.value.code == "model_not_found"


def test_a_bad_request_has_its_class_param_and_message(client):
    with pytest.raises(openai.BadRequestError) as caught:
        client.chat.completions.create(model="attunement", messages=[])
    assert caught.value.param == "messages"
    assert caught.value.type == "invalid_request_error"
    assert "no message to answer" in caught.value.message
    with pytest.raises(openai.BadRequestError) as caught:
        client.chat.completions.create(
            model="attunement", messages=[USER], response_format={"type": "json_object"}, stream=True
        )
    assert caught.value.param == "response_format"


def test_a_wrong_key_is_an_authentication_error(client):
    with pytest.raises(openai.AuthenticationError) as caught:
        client.with_options(api_key="wrong").chat.completions.create(model="attunement", messages=[USER])
    assert caught.value.code == "invalid_api_key"


@pytest.mark.parametrize("size", [60_000, 150_000])
def test_a_large_body_gets_its_answer(client, size):
    with pytest.raises(openai.APIStatusError) as caught:
        client.chat.completions.create(model="attunement", messages=[{"role": "user", "content": "x" * size}])
    assert caught.value.status_code == 413
    assert caught.value.code == "body_too_large"


def test_many_at_once_each_get_their_own_reply(client):
    from concurrent.futures import ThreadPoolExecutor

    def ask(number):
        answer = client.chat.completions.create(
            model="attunement", messages=[{"role": "user", "content": f"line {number}"}],
            extra_body={"attunement": {"conversation": f"many-{number}", "include": ["turn_id"]}},
        )  # fmt: skip
        return answer.model_extra["attunement"]["turn_id"]

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ask, range(24)))) == 24


def test_a_client_that_leaves_early_does_not_disturb_the_next(client):
    with client.chat.completions.create(model="attunement", messages=[USER], stream=True) as stream:
        next(iter(stream))
    assert (
        client.chat.completions.create(model="attunement", messages=[USER]).choices[0].message.content
        == REPLY
    )


def test_a_port_in_use_is_said_before_any_model_is_loaded():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = Settings(store="memory", server=ServerSettings(port=port))
        with pytest.raises(SettingsError, match=f"127.0.0.1:{port}"):
            serve(settings)


SERVING = """
import sys
import attunement.server.app as app
from attunement.companion import Companion
from attunement.fakes import fake_parts
from attunement.server import serve
from attunement.settings import ServerSettings, Settings
app.Companion = lambda settings: Companion(parts=fake_parts())
serve(Settings(store="memory", server=ServerSettings(port=int(sys.argv[1]))))
"""


def test_serve_answers_prints_nothing_and_ends_at_an_interrupt():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ATTUNEMENT_")}
    process = subprocess.Popen(
        [sys.executable, "-c", SERVING, str(port)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                response = httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=30)
                break
            except httpx.TransportError:
                assert process.poll() is None and time.monotonic() < deadline
                time.sleep(0.1)
        assert response.json() == {"status": "ready"}
        assert "server" not in response.headers
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (out, err) == (b"", b"")
    assert process.returncode == 0
