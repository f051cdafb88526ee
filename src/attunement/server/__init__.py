"""The HTTP server: an OpenAI-compatible endpoint answered by Attunement (extra ``server``)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attunement.server.app import create_app
    from attunement.server.run import serve

__all__ = ["create_app", "serve"]


def __getattr__(name: str) -> Any:
    """Import FastAPI and uvicorn only when the server is really asked for (PEP 562)."""
    module = {"create_app": "app", "serve": "run"}.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
