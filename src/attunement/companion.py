"""The Companion: one object that answers, guides, checks and learns.

The one real path is asynchronous (``run``); the sync calls go through one portal thread and therefore
also work inside a running loop (notebooks, web handlers).
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
import uuid
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attunement.errors import UsageError
from attunement.identity import ROOT, branch_after, branch_of, turn_id
from attunement.protocols import Record, Scratch
from attunement.turn import Message, Reply, Sentence, Turn, Verdict

if TYPE_CHECKING:
    from attunement.assembly import Parts
    from attunement.respond.guide import Guidance
    from attunement.settings import Settings

T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")
Messages = str | Sequence[Message | Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Request:
    """What a caller asks for, before it becomes a Turn.

    Attributes:
        messages: a text, or messages with ``role`` and ``content``.
        person: opaque id of who is spoken with.
        conversation: id of the talk.
        locale: BCP 47 tag.
        context: facts of the app.
        now: the time of the turn.
        tenant: under which rows are kept.
        whole: whether the messages are the whole talk, also where there is but one.
        resent: whether clients may send a call again: the last kept message, coming alone again, is then
            the same turn, not said twice; and one that comes alone after a talk that came whole is its first.
    """

    messages: Messages
    person: str | None = None
    conversation: str | None = None
    locale: str | None = None
    context: Mapping[str, str] = field(default_factory=dict[str, str])
    now: datetime | None = None
    tenant: str | None = None
    whole: bool = False
    resent: bool = False


class Companion:
    """Answers people, offline.

    Args:
        settings: the deployment's settings; by default read from the environment.
        parts: the pieces to use (store, perceiver, planner, backend, critics, clock); by default
            the built-in ones. The shipped fakes fit here.

    Example:
        >>> from attunement import Companion
        >>> from attunement.fakes import fake_parts
        >>> with Companion(parts=fake_parts()) as companion:
        ...     turn = companion.reply("my dog died last night")
        >>> bool(turn.reply.text)
        True
    """

    def __init__(self, settings: Settings | None = None, *, parts: Parts | None = None) -> None:
        from attunement.assembly import assemble, pipelines

        self.parts = parts or assemble(settings)
        self._executor = ThreadPoolExecutor(max_workers=2, thread_name_prefix="attunement")
        self._full, self._until_plan, self._finish, self._judge = pipelines(self.parts, self._executor)
        self._portal: _Portal | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Companion:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the store and the threads."""
        if self._portal is not None:
            self._portal.close()
        self._executor.shutdown(wait=True)
        self.parts.store.close()

    # -- the asynchronous path -------------------------------------------------------------------

    async def run(self, request: Request, scratch: Scratch | None = None) -> Turn:
        """One whole turn: read, recalled, planned, answered, checked and kept."""
        turn = await self._open(request)
        turn = await self._full.run(turn, scratch)
        await self.keep(turn)
        return turn

    async def plan(self, request: Request) -> Turn:
        """A Turn that is read, recalled and planned, but not answered or kept."""
        return await self._until_plan.run(await self._open(request))

    async def judge(self, request: Request, draft: str) -> Turn:
        """A Turn whose reply is ``draft``, with the verdicts of every critic."""
        turn = await self.plan(request)
        turn = replace(turn, reply=as_reply(draft))
        return await self._judge.run(turn)

    async def _open(self, request: Request) -> Turn:
        settings = self.parts.settings
        history, message = split_messages(request.messages)
        message = _SURROGATE.sub("\ufffd", message)
        tenant = request.tenant or settings.tenant
        branch = await self._branch(request, tenant, history, message)
        return Turn(
            id=turn_id(tenant, request.conversation, branch, message),
            message=message,
            tenant=tenant,
            person=request.person,
            conversation=request.conversation,
            branch=branch,
            history=history,
            locale=request.locale or settings.locale,
            context=MappingProxyType(dict(request.context)),
            capabilities=settings.capabilities,
            now=request.now or self.parts.clock(),
            seed=settings.seed,
        )

    async def _branch(self, request: Request, tenant: str, history: Sequence[Message], message: str) -> str:
        """Where the message stands: after the lines of the call, or after the last turn kept."""
        if history or request.conversation is None or request.whole:
            return branch_of(history)
        store, codec = self.parts.store, self.parts.remember.codec
        last = (await self.compute(lambda: store.conversation(tenant, request.conversation or "", 1)))[-1:]
        if not last:
            return ROOT
        kept: dict[str, Any] = json.loads(codec.decode(tenant, last[0].person, last[0].payload))
        if request.resent and kept["history"]:  # this client sends the talk, so that it begins anew here
            return ROOT
        if request.resent and kept["message"] == message:
            return kept["branch"]
        return branch_after(last[0].id)

    async def keep(self, turn: Turn) -> None:
        """Keep a finished Turn, where there is a conversation and consent.

        Raises:
            StoreError: the store cannot be written.
        """
        await self.compute(lambda: self.parts.remember.keep(turn))

    async def compose(self, turn: Turn) -> Turn:
        """A planned Turn with the composer's reply, checked; nothing is kept."""
        return await self._finish.run(turn)

    async def compute(self, work: Callable[[], T]) -> T:
        """The result of ``work`` from the bounded threads, without holding up the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    # -- the sync calls ---------------------------------------------------------------------------

    def reply(
        self, messages: Messages, *, person: str | None = None, conversation: str | None = None,
        locale: str | None = None, context: Mapping[str, str] | None = None,
        now: datetime | None = None,
    ) -> Turn:  # fmt: skip
        """Answer a message, or the last of several.

        Args:
            messages: a text, or messages with ``role`` and ``content``; they are the context.
            person: opaque id of who is spoken with.
            conversation: id of the talk; with it the talk is kept and goes on after a restart.
            locale: BCP 47 tag; its region decides which crisis lines are given.
            context: facts of the app, usable in phrases (``user_name``, ``order_number`` ...).
            now: the time of the turn.

        Returns:
            The finished Turn; its ``reply.text`` is what to show.

        Raises:
            UsageError: there is no message to answer.
            StoreError: the store cannot be written.
        """
        request = Request(messages, person, conversation, locale, context or {}, now)
        return self.wait(self.run(request))

    def stream(
        self, messages: Messages, *, person: str | None = None, conversation: str | None = None,
        locale: str | None = None, context: Mapping[str, str] | None = None,
        now: datetime | None = None,
    ) -> ReplyStream:  # fmt: skip
        """Answer sentence by sentence; the Turn is kept before the last sentence is released.

        Closing the stream early keeps what was released as the reply.
        """
        request = Request(messages, person, conversation, locale, context or {}, now)

        async def answer() -> Turn:
            return await self._full.run(await self._open(request))

        return ReplyStream(self.wait(answer()), lambda turn: self.wait(self.keep(turn)))

    def guide(
        self, messages: Messages, *, person: str | None = None, conversation: str | None = None,
        locale: str | None = None, context: Mapping[str, str] | None = None,
    ) -> Guidance:  # fmt: skip
        """Instructions for the caller's own model call, with the Turn they come from."""
        from attunement.respond.guide import render

        request = Request(messages, person, conversation, locale, context or {})
        return render(self.wait(self.plan(request)))

    def check(
        self, messages: Messages, draft: str, *, person: str | None = None,
        conversation: str | None = None, locale: str | None = None,
        context: Mapping[str, str] | None = None,
    ) -> tuple[Verdict, ...]:  # fmt: skip
        """Judge a reply text in its conversation, whoever wrote it."""
        request = Request(messages, person, conversation, locale, context or {})
        return self.wait(self.judge(request, draft)).verdicts

    def feedback(
        self, turn_id: str, value: Literal["up", "down"], reason: str | None = None,
        tenant: str | None = None,
    ) -> str:  # fmt: skip
        """Keep a person's judgement of a reply; returns the id of the feedback.

        Raises:
            UsageError: no such turn, or the value is neither "up" nor "down".
        """
        if value not in ("up", "down"):
            raise UsageError("feedback is 'up' or 'down'")
        store, tenant = self.parts.store, tenant or self.parts.settings.tenant
        turn = store.get(tenant, turn_id)
        if turn is None or turn.kind != "turn":
            raise UsageError(f"no turn {turn_id!r} is kept here")
        id = uuid.uuid4().hex
        payload = json.dumps({"schema": 1, "turn": turn_id, "value": value, "reason": reason})
        codec = self.parts.remember.codec
        store.put(
            Record(
                id=id, tenant=tenant, kind="feedback", created_at=self.parts.clock(),
                payload=codec.encode(tenant, turn.person, payload.encode()), person=turn.person,
                conversation=turn.conversation, parent=turn_id, key_id=codec.key_id,
            )
        )  # fmt: skip
        return id

    def turn(self, turn_id: str, tenant: str | None = None) -> Turn | None:
        """A kept Turn by its id."""
        tenant = tenant or self.parts.settings.tenant
        record = self.parts.store.get(tenant, turn_id)
        if record is None or record.kind != "turn":
            return None
        codec = self.parts.remember.codec
        return Turn.from_json(codec.decode(tenant, record.person, record.payload))

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of asynchronous ``work``, for callers that are not; it runs on one loop of its own."""
        with self._lock:
            if self._portal is None:
                self._portal = _Portal()
        return self._portal.call(work)


class ReplyStream:
    """Sentences of a reply, one by one; ``turn`` is what is kept."""

    def __init__(self, turn: Turn, keep: Callable[[Turn], None]) -> None:
        self.turn = turn
        self._keep = keep
        self._released = 0
        self._kept = False

    def __iter__(self) -> Iterator[Sentence]:
        sentences = self.turn.reply.sentences if self.turn.reply else ()
        try:
            for i, sentence in enumerate(sentences):
                self._released = i + 1
                if i + 1 == len(sentences):
                    self._commit()
                yield sentence
        finally:
            self.close()

    def close(self) -> None:
        """Keep what was released, if nothing was kept yet."""
        if not self._kept and self.turn.reply is not None:
            released = self.turn.reply.sentences[: self._released]
            self.turn = replace(self.turn, reply=Reply(released, self.turn.reply.language))
            if released:
                self._commit()

    def _commit(self) -> None:
        if not self._kept:
            self._kept = True
            self._keep(self.turn)


class _Portal:
    """One event loop in one thread, for callers without a loop and callers inside one."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="attunement-portal", daemon=True)
        self._thread.start()

    def call(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()


def split_messages(messages: Messages) -> tuple[tuple[Message, ...], str]:
    """History and the message to answer: the last one, which must be the person's.

    System and developer messages are the caller's own and are left out.

    Raises:
        UsageError: no message, an unknown role, or the last one is not the person's.
    """
    if isinstance(messages, str):
        return (), messages
    lines: list[Message] = []
    for raw in messages:
        if isinstance(raw, Message):
            lines.append(raw)
            continue
        role, content = raw.get("role"), raw.get("content")
        if role in ("system", "developer", "tool", "function"):
            continue
        if role not in ("user", "assistant"):
            raise UsageError(f"unknown role {role!r}; use 'user' or 'assistant'")
        text = _SURROGATE.sub("\ufffd", text_of(content))
        lines.append(Message(role, text))
    if not lines or lines[-1].role != "user":
        raise UsageError("there is no message to answer: the last one must have the role 'user'")
    return tuple(lines[:-1]), lines[-1].text


def text_of(content: Any) -> str:
    """The text of a message's content: a string, or OpenAI content parts."""
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    if isinstance(content, Sequence):
        parts = cast("Sequence[Any]", content)
        texts = [p.get("text", "") for p in parts if isinstance(p, Mapping)]  # pyright: ignore
        return "\n".join(t for t in cast("list[Any]", texts) if isinstance(t, str) and t)
    raise UsageError("a message's content must be text or a list of parts")


def as_reply(text: str) -> Reply:
    """Any text as a Reply, split into sentences; its tactics are not known."""
    pieces = [p.strip() for p in re.split(r"(?<=[.!?…])\s+", text.strip()) if p.strip()]
    return Reply(tuple(Sentence(p, "explore" if p.endswith("?") else "acknowledge") for p in pieces))
