"""``attune reply``: one turn."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from attunement.cli.common import companion, emit, locale_or_system, moment, say, text_argument
from attunement.errors import UsageError


def facts(pairs: list[str]) -> dict[str, str]:
    """Facts of the app given as KEY=VALUE.

    Raises:
        UsageError: a pair has no "=".
    """
    out: dict[str, str] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key.isidentifier():
            raise UsageError(f"--context {pair!r}: write it like user_name=Ana")
        out[key] = value
    return out


def reply(
    text: Annotated[str, typer.Argument(help="The message, or - for standard input.")],
    person: Annotated[str | None, typer.Option(help="Who is spoken with.")] = None,
    conversation: Annotated[str | None, typer.Option(help="The talk to go on with.")] = None,
    locale: Annotated[str | None, typer.Option(help="Language tag, such as en-GB.")] = None,
    now: Annotated[str | None, typer.Option(help="The time of the turn, ISO 8601.")] = None,
    context: Annotated[list[str] | None, typer.Option(help="Fact of the app: KEY=VALUE.")] = None,
    store: Annotated[str | None, typer.Option(help="Store file, or 'memory'.")] = None,
    why: Annotated[bool, typer.Option(help="Show what was read, planned and checked.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Answer one message."""
    from attunement.explain import turn_document

    message = text_argument(text)
    at, given = moment(now), facts(context or [])
    with companion(store) as attunement:
        if person and not conversation:
            settings = attunement.parts.settings
            conversation = attunement.parts.store.last_conversation(settings.tenant, person)
            conversation = conversation or f"{person}-1"
        turn = attunement.reply(
            message, person=person, conversation=conversation, locale=locale_or_system(locale),
            context=given, now=at,
        )  # fmt: skip
    if as_json:
        emit(turn_document(turn))
        return
    say(turn.reply.text if turn.reply else "")
    if why:
        show_why(turn)


def show_why(turn: Any) -> None:
    """Print the explanation of a Turn."""
    from attunement.explain import explain

    for title, lines in explain(turn).sections():
        say(f"\n{title}")
        for line in lines:
            say(f"  {line}")
