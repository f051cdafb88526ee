"""``attune check``: judge any reply text in its conversation."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from attunement.cli.common import companion, emit, locale_or_system, say, text_argument


def check(
    draft: Annotated[str, typer.Argument(help="The reply to judge, or - for standard input.")],
    message: Annotated[list[str], typer.Option(help="Lines of the talk, the person's last.")],
    locale: Annotated[str | None, typer.Option(help="Language tag, such as en-GB.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Judge a reply. Lines given with --message alternate; the person speaks last."""
    text = text_argument(draft)
    roles = ["user" if (len(message) - i) % 2 else "assistant" for i in range(len(message))]
    lines = [{"role": r, "content": m} for r, m in zip(roles, message, strict=True)]
    with companion("memory") as attunement:
        verdicts = attunement.check(lines, text, locale=locale_or_system(locale))
    if as_json:
        emit({"schema": 1, "draft": text, "verdicts": [asdict(v) for v in verdicts]})
        return
    for verdict in verdicts:
        mark = "ok" if verdict.value >= 0.5 else "NO"
        say(f"{mark}  {verdict.critic:14} {verdict.value:.2f}  {verdict.explanation}")
