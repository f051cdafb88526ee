"""Clients that are recognised by their headers, and their background tasks (titles, tags, follow-ups).

The table is ``clients.toml``; it says where each entry comes from.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from attunement.companion import text_of
from attunement.errors import UsageError

_LOOKED_AT: Final = 4000
"""Characters of a message that are compared; templates stand at its beginning."""


@dataclass(frozen=True, slots=True)
class Client:
    """A recognised client.

    Attributes:
        name: of the table.
        conversation: its header with the id of the talk.
        person: its header with the id of the person, if it has one.
        whole: whether its messages are always the whole talk.
        tasks: patterns of its background tasks.
    """

    name: str
    conversation: str
    person: str | None
    whole: bool
    tasks: tuple[re.Pattern[str], ...]


@cache
def clients() -> tuple[Client, ...]:
    """All recognised clients."""
    table = tomllib.loads((files("attunement.relay") / "clients.toml").read_text(encoding="utf-8"))
    return tuple(
        Client(
            name, row["conversation"], row.get("person"), row["whole"],
            tuple(re.compile(p, re.IGNORECASE) for p in row["tasks"]),
        )
        for name, row in table.items()
    )  # fmt: skip


def recognise(headers: Mapping[str, str]) -> Client | None:
    """The client whose headers these are."""
    for client in clients():
        if headers.get(client.conversation) or (client.person and headers.get(client.person)):
            return client
    return None


def is_background(messages: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a call is a client's own task, made of a talk but no part of it."""
    looked_at = [m for m in messages if m.get("role") == "user"][-1:]
    looked_at += [m for m in messages[:1] if m.get("role") in ("system", "developer")]
    for message in looked_at:
        try:
            text = text_of(message.get("content"))[:_LOOKED_AT]
        except UsageError:
            continue
        if any(task.search(text) for client in clients() for task in client.tasks):
            return True
    return False
