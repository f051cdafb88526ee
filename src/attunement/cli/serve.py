"""``attune serve``: the OpenAI-compatible endpoint."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Any

import typer

from attunement.cli.common import say
from attunement.errors import MissingExtraError
from attunement.settings import ServerSettings, load_settings

if TYPE_CHECKING:
    from attunement.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.", min=1, max=65535)] = None,
    store: Annotated[str | None, typer.Option(help="Store file, or 'memory'.")] = None,
    llm: Annotated[
        str | None,
        typer.Option(help="Address of an OpenAI-compatible server, such as http://127.0.0.1:11434/v1."),
    ] = None,
    model: Annotated[str | None, typer.Option(help="The model asked for there.")] = None,
    mode: Annotated[
        str | None, typer.Option(help="What is done around a model: plain, steer, check or candidates.")
    ] = None,
    find: Annotated[bool, typer.Option("--find", help="Look for model servers on this machine.")] = False,
) -> None:
    """Serve the OpenAI-compatible endpoint."""
    for module in ("fastapi", "uvicorn", "httpx"):
        if find_spec(module) is None:
            raise MissingExtraError("attune serve", "server")
    from attunement.server import serve as run

    base = ServerSettings()  # pyright: ignore[reportCallIssue]
    server = base.model_copy(update={"host": host or base.host, "port": port or base.port})
    settings = load_settings(
        store=store, server=server, llm=llm, model=model, relay={"mode": mode} if mode else None
    )
    if find:
        settings = settings.model_copy(update={"upstreams": (*settings.upstreams, *_found(settings))})
    say(f"Attunement answers at http://{server.host}:{server.port}/v1 (models: {_models(settings)})")
    run(settings)


def _found(settings: Settings) -> tuple[Any, ...]:
    from attunement.respond.local import local_upstreams

    known = {u.url for u in settings.all_upstreams}
    found = tuple(u for u in local_upstreams() if u.url not in known)
    say("found: " + (", ".join(f"{u.name} at {u.url}" for u in found) or "no model server on this machine"))
    return found


def _models(settings: Settings) -> str:
    names = ["attunement"]
    for upstream in settings.all_upstreams:
        names += upstream.models or (f"those of {upstream.name}",)
    return ", ".join(names)
