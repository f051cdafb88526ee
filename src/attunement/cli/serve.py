"""``attune serve``: the OpenAI-compatible endpoint."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from attunement.cli.common import say
from attunement.errors import MissingExtraError
from attunement.settings import ServerSettings, load_settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.", min=1, max=65535)] = None,
    store: Annotated[str | None, typer.Option(help="Store file, or 'memory'.")] = None,
) -> None:
    """Serve the OpenAI-compatible endpoint."""
    if find_spec("fastapi") is None or find_spec("uvicorn") is None:
        raise MissingExtraError("attune serve", "server")
    from attunement.server import serve as run

    base = ServerSettings()  # pyright: ignore[reportCallIssue]
    server = base.model_copy(update={"host": host or base.host, "port": port or base.port})
    settings = load_settings(store=store, server=server)
    say(f"Attunement answers at http://{server.host}:{server.port}/v1 (model: attunement)")
    run(settings)
