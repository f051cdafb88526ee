"""A server of fakes, driven in this process."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from attunement.companion import Companion
from attunement.fake_upstream import FakeUpstream
from attunement.fakes import FakeBackend, fake_parts
from attunement.server import create_app
from attunement.settings import RelaySettings, ServerSettings, Settings
from serving import serving

REPLY = "That stays with you. I am here. What was it like?"


@dataclass
class Driver:
    """Sends requests to one application; ``parts`` are what answers."""

    app: Any
    parts: Any
    runner: asyncio.Runner

    async def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, path, **options)

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        return self.runner.run(self.ask(method, path, **options))

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.send("GET", path, **options)

    def post(self, path: str, body: Any, **options: Any) -> httpx.Response:
        return self.send("POST", path, json=body, **options)

    def raw(self, path: str, content: Any, kind: str = "application/json") -> httpx.Response:
        return self.send("POST", path, content=content, headers={"content-type": kind})

    def say(self, text: Any, headers: Any = None, **fields: Any) -> Any:
        """The document of one completion, which must succeed."""
        body = {"messages": [{"role": "user", "content": text}], **fields}
        response = self.post("/v1/chat/completions", body, headers=headers)
        assert response.status_code == 200, response.text
        return response.json()

    def kept(self) -> list[Any]:
        """The Turns in the store, oldest first."""
        from attunement.turn import Turn

        records = [r for r in self.parts.store.records.values() if r.kind == "turn"]
        return [Turn.from_json(r.payload) for r in sorted(records, key=lambda r: r.created_at)]


@pytest.fixture(scope="module")
def make() -> Iterator[Callable[..., Driver]]:
    """Makes servers: ``make(parts, api_key=..., max_body_bytes=..., tenant=...)``."""
    companions: list[Companion] = []
    apps: list[Any] = []
    with asyncio.Runner() as runner:

        def build(
            parts: Any = None, tenant: str = "local", upstreams: Any = (), relay: Any = None, **server: Any
        ) -> Driver:
            parts = parts or fake_parts(backend=FakeBackend(REPLY))
            companion = Companion(parts=parts)
            companions.append(companion)
            listening = ServerSettings(**{"api_key": None, "max_body_bytes": 100_000, **server})
            limits = {"connect_s": 1, "first_s": 1, "idle_s": 1, "total_s": 5, "rest_s": 0, **(relay or {})}
            settings = Settings(
                store="memory", tenant=tenant, server=listening, upstreams=upstreams,
                relay=RelaySettings(**limits),
            )  # fmt: skip
            apps.append(create_app(settings, companion))
            return Driver(apps[-1], parts, runner)

        yield build
        for app in apps:
            if app.state.service.relay is not None:
                runner.run(app.state.service.relay.aclose())
    for companion in companions:
        companion.close()


@pytest.fixture(scope="module")
def upstream() -> Iterator[FakeUpstream]:
    """A fake server of a language model on a loopback port; ``entry`` is its place in the settings."""
    fake = FakeUpstream()
    with serving(fake) as address:
        fake.entry = {"name": "fake", "url": f"{address}/v1", "models": ("fake-model",)}  # pyright: ignore
        yield fake


@pytest.fixture
def model(upstream: FakeUpstream) -> FakeUpstream:
    """The fake server as it begins."""
    upstream.__init__()
    return upstream


@pytest.fixture
def server(make: Callable[..., Driver]) -> Driver:
    """A fresh server without a key."""
    return make()


@pytest.fixture
def error_of() -> Callable[[httpx.Response], dict[str, Any]]:
    """The error of an envelope, whose form is asserted."""

    def check(response: httpx.Response) -> dict[str, Any]:
        assert response.headers["content-type"] == "application/json"
        assert response.headers["x-request-id"]
        document = response.json()
        assert set(document) == {"error"}
        error = document["error"]
        assert set(error) == {"message", "type", "param", "code"}
        assert error["message"] and error["code"]
        assert "Traceback" not in error["message"] and "\n" not in error["message"]
        expected = "server_error" if response.status_code >= 500 else "invalid_request_error"
        assert error["type"] == ("rate_limit_error" if response.status_code == 429 else expected)
        assert response.headers["x-should-retry"] in ("true", "false")
        return error

    return check
