"""The HTTP server: an OpenAI-compatible endpoint answered by Attunement (extra ``server``)."""

from __future__ import annotations

from attunement.server.app import create_app
from attunement.server.run import serve

__all__ = ["create_app", "serve"]
