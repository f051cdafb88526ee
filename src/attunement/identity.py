"""What a call means: the id of a turn, and the branch of the talk it stands on.

The same message after the same lines is the same turn, sent again or answered once more; after other lines
it is on another branch.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from attunement.turn import Message, Turn

_BRANCH: Final = 16
_ID: Final = 24


def branch_of(history: Sequence[Message]) -> str:
    """The branch that begins after these lines."""
    return _steps(history)[-1]


def branch_after(turn_id: str) -> str:
    """The branch that goes on from a kept turn, where the call brings no lines of its own."""
    return hashlib.sha256(turn_id.encode()).hexdigest()[:_BRANCH]


def turn_id(tenant: str, conversation: str | None, branch: str, message: str) -> str:
    """The id of the turn that answers ``message`` on a branch."""
    key = "\x00".join((tenant, conversation or "", branch, message))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID]


def ancestors(turn: Turn, most: int = 4) -> list[str]:
    """The ids that the turns before this one have if they were kept, the nearest first."""
    branches, found = _steps(turn.history), list[str]()
    for place in range(len(turn.history) - 1, -1, -1):
        line = turn.history[place]
        if line.role == "user":
            found.append(turn_id(turn.tenant, turn.conversation, branches[place], line.text))
        if len(found) == most:
            break
    return found


def _steps(history: Sequence[Message]) -> list[str]:
    """The branch before each line, and after the last."""
    digest = hashlib.sha256()
    branches = [digest.hexdigest()[:_BRANCH]]
    for line in history:
        digest.update(f"{line.role}\x00{line.text}\x01".encode("utf-8", "surrogatepass"))
        branches.append(digest.hexdigest()[:_BRANCH])
    return branches


ROOT: Final = branch_of(())
"""The branch of a first message."""
