"""Running the server with uvicorn."""

from __future__ import annotations

import socket
from contextlib import suppress

import uvicorn

from attunement.errors import SettingsError
from attunement.server.app import create_app
from attunement.settings import Settings


def serve(settings: Settings) -> None:
    """Serve until interrupted; nothing is printed but warnings.

    The address is taken before the models are loaded, so that a port in use is known at once.

    Raises:
        SettingsError: the address cannot be listened on.
        ModelError: a shipped model is missing or damaged.
        StoreError: the store cannot be opened.
    """
    with _listen(settings.server.host, settings.server.port) as listening:
        config = uvicorn.Config(
            create_app(settings),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
        )
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise SettingsError(
            f"cannot listen on {host}:{port}: {error.strerror}; choose another host or port"
        ) from None
