"""``attune chat``: talk in the terminal."""

from __future__ import annotations

import importlib
import sys
import uuid
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from attunement.cli.common import companion, locale_or_system, say
from attunement.cli.reply import show_why
from attunement.errors import MissingExtraError, UpstreamError

if TYPE_CHECKING:
    from attunement.cli.llm import ModelTalk
    from attunement.companion import Companion
    from attunement.turn import Turn

_NOTICE = (
    "Attunement, a program (not a person). It reads feeling in what you write and answers, offline.\n"
    "This talk is kept on this device only; /me shows it, /forget erases it. /help lists the rest."
)
_HELP = (
    "/good          the last reply was good\n/bad REASON    the last reply was not, and why\n"
    "/why           what was read, planned and checked\n/me            what is kept of you\n"
    "/forget        erase everything kept of you\n/new           begin a new talk\n/quit          leave"
)


def chat(
    person: Annotated[str, typer.Option(help="Who is talking.")] = "me",
    locale: Annotated[str | None, typer.Option(help="Language tag, such as en-GB.")] = None,
    store: Annotated[str | None, typer.Option(help="Store file, or 'memory'.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin a new talk.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Explain every reply.")] = False,
    llm: Annotated[str | None, typer.Option(help="Address of an OpenAI-compatible server.")] = None,
    model: Annotated[str | None, typer.Option(help="The model asked for there.")] = None,
    mode: Annotated[str | None, typer.Option(help="plain, steer, check or candidates.")] = None,
) -> None:
    """Talk in the terminal."""
    language = locale_or_system(locale)
    with companion(store, llm=llm, model=model, relay={"mode": mode} if mode else None) as attunement:
        session = _Session(attunement, person, language, why)
        say(_NOTICE)
        if upstreams := attunement.parts.settings.all_upstreams:
            say(f"Replies come from a language model at {upstreams[0].url}; what you write is sent there.")
        if not new and session.resume():
            say("(going on with the last talk; /new begins another)")
        while True:
            try:
                line = _ask()
            except (EOFError, KeyboardInterrupt):
                say("")
                break
            if not session.handle(line):
                break
        session.close()


def _model_talk(attunement: Companion) -> ModelTalk | None:
    """Who answers in the composer's place; None where no upstream is set."""
    if not attunement.parts.settings.all_upstreams:
        return None
    if find_spec("httpx") is None:
        raise MissingExtraError("attune chat --llm", "llm")
    from attunement.cli.llm import ModelTalk

    return ModelTalk(attunement, lambda text: say(text, end=""))


def _ask() -> str:
    if sys.stdin.isatty():
        importlib.import_module("readline")  # gives input() line editing and history
        return input("you> ")
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


class _Session:
    """One person at the terminal."""

    def __init__(self, attunement: Companion, person: str, locale: str, why: bool) -> None:
        self._attunement = attunement
        self._person = person
        self._locale = locale
        self._why = why
        self._conversation = uuid.uuid4().hex[:12]
        self._last: Turn | None = None
        self._model = _model_talk(attunement)

    def close(self) -> None:
        """Close the connections to a model's server."""
        if self._model is not None:
            self._model.close()

    def resume(self) -> bool:
        """Go on with the person's last talk, if there is one."""
        parts = self._attunement.parts
        found = parts.store.last_conversation(parts.settings.tenant, self._person)
        self._conversation = found or self._conversation
        return found is not None

    def handle(self, line: str) -> bool:
        """Answer one line; False ends the session."""
        if line.startswith("/"):
            return self._command(*line[1:].partition(" ")[::2])
        self._last = self._answer(line)
        if self._why and self._last is not None:
            show_why(self._last)
        say("")
        return True

    def _answer(self, line: str) -> Turn | None:
        if self._model is not None:
            try:
                return self._model.answer(line, self._person, self._conversation, self._locale)
            except UpstreamError as error:
                say(f"({error})")
                return None
            finally:
                say("")
        stream = self._attunement.stream(
            line, person=self._person, conversation=self._conversation, locale=self._locale
        )
        say(" ".join(sentence.text for sentence in stream))
        return stream.turn

    def _command(self, name: str, rest: str) -> bool:
        if name in ("quit", "exit", "q"):
            return False
        if name in ("good", "bad"):
            self._judge("up" if name == "good" else "down", rest.strip())
        elif name == "why":
            show_why(self._last) if self._last else say("There is no reply yet.")
        elif name == "me":
            self._show()
        elif name == "forget":
            parts = self._attunement.parts
            count = parts.store.erase(parts.settings.tenant, self._person)
            self._conversation, self._last = uuid.uuid4().hex[:12], None
            say(f"Erased: {count} records.")
        elif name == "new":
            self._conversation, self._last = uuid.uuid4().hex[:12], None
            say("A new talk.")
        else:
            say(_HELP)
        return True

    def _judge(self, value: str, reason: str) -> None:
        if self._last is None:
            say("There is no reply yet.")
            return
        self._attunement.feedback(self._last.id, "up" if value == "up" else "down", reason or None)
        say("Noted, thank you.")

    def _show(self) -> None:
        parts = self._attunement.parts
        records = parts.store.person(parts.settings.tenant, self._person)
        turns = sum(r.kind == "turn" for r in records)
        say(f"Kept of you on this device: {turns} turns, {len(records) - turns} other records.")
        say(f"'attune person export {self._person}' shows every word; /forget erases them.")
