"""Attunement: emotional intelligence for conversational AI.

>>> from attunement import Companion  # doctest: +SKIP
>>> Companion().reply("my dog died last night").reply.text  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from attunement.errors import AttunementError

if TYPE_CHECKING:
    from attunement.companion import Companion, Request
    from attunement.explain import Explanation
    from attunement.pipeline import Pipeline
    from attunement.relay.wrap import wrap
    from attunement.respond.guide import Guidance
    from attunement.settings import Settings
    from attunement.turn import Message, Reading, Reply, Turn, Verdict

__version__ = "0.1.0"
__all__ = [
    "AttunementError", "Companion", "Explanation", "Guidance", "Message", "Pipeline", "Reading", "Reply",
    "Request", "Settings", "Turn", "Verdict", "wrap",
]  # fmt: skip

_HOMES = {
    "Companion": "companion", "Request": "companion", "Explanation": "explain", "Pipeline": "pipeline",
    "Guidance": "respond.guide", "Settings": "settings", "Message": "turn", "Reading": "turn",
    "Reply": "turn", "Turn": "turn", "Verdict": "turn", "wrap": "relay.wrap",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import public names when they are first used, so that ``import attunement`` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'attunement' has no attribute {name!r}")
    return getattr(import_module(f"attunement.{_HOMES[name]}"), name)
