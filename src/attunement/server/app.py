"""The application: middleware, handlers and routes around one Companion."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware import Middleware

from attunement import __version__
from attunement.companion import Companion
from attunement.errors import SettingsError
from attunement.relay.relay import Relay
from attunement.respond.upstreams import Upstreams
from attunement.server.errors import handlers
from attunement.server.middleware import Authenticate, Identify, ReadBody
from attunement.server.routes import chat, health, models, readings, responses, turns
from attunement.server.service import Service, tenant_of
from attunement.settings import Settings

_WORKERS = 2


def create_app(settings: Settings, companion: Companion | None = None) -> FastAPI:
    """The HTTP server as an ASGI application.

    Args:
        settings: the deployment's settings; ``settings.server`` has the key and the limit of bodies.
        companion: who answers. Without one, the built-in one is made here, and closed when the
            application shuts down; one that is given stays its owner's to close.

    Raises:
        SettingsError: the API key is empty.
        ModelError: a shipped model is missing or damaged.
        StoreError: the store cannot be opened.
    """
    if settings.server.api_key is not None and not settings.server.api_key.strip():
        raise SettingsError("setting server.api_key is empty; set a key, or remove the setting")
    answering = companion or Companion(settings)
    pool = ThreadPoolExecutor(max_workers=_WORKERS, thread_name_prefix="attunement-server")

    upstreams = Upstreams(settings.all_upstreams, settings.relay)
    relay = Relay(answering, upstreams, settings.relay) if upstreams else None

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        yield
        if relay is not None:
            await relay.aclose()
        pool.shutdown(wait=False, cancel_futures=True)
        if companion is None:
            await asyncio.to_thread(answering.close)

    app = FastAPI(
        title="Attunement",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        exception_handlers=handlers(),
        middleware=[
            Middleware(Identify),
            Middleware(Authenticate, key=settings.server.api_key),
            Middleware(ReadBody, most=settings.server.max_body_bytes),
        ],
    )
    app.state.service = Service(answering, settings, tenant_of(settings), pool, relay)
    app.include_router(health.router)
    for prefix, shown in (("/v1", True), ("", False)):
        for part in (chat, responses, models, readings, turns):
            app.include_router(part.router, prefix=prefix, include_in_schema=shown)
    return app
