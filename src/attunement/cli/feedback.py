"""``attune feedback``: say whether a reply was good."""

from __future__ import annotations

from typing import Annotated

import typer

from attunement.cli.common import companion, emit, say
from attunement.errors import UsageError


def feedback(
    turn: Annotated[str, typer.Argument(help="The turn's id.")],
    value: Annotated[str, typer.Argument(help="up or down.")],
    reason: Annotated[str | None, typer.Option(help="Why.")] = None,
    store: Annotated[str | None, typer.Option(help="Store file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Keep a judgement of a reply."""
    if value not in ("up", "down"):
        raise UsageError("feedback is 'up' or 'down'")
    with companion(store) as attunement:
        id = attunement.feedback(turn, "up" if value == "up" else "down", reason)
    if as_json:
        emit({"schema": 1, "feedback_id": id, "turn_id": turn, "value": value, "reason": reason})
    else:
        say("Noted.")
