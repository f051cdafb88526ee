"""``attunement.wrap(client)``: guidance and check around an OpenAI client, in the caller's own process.

The client is used by its shape alone (``chat.completions.create``, sync or async), so that this needs
neither the ``openai`` package nor a server. The steps are written once, as a generator of things to wait
for; a sync and an async driver carry them out.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Iterator, Mapping
from contextlib import aclosing, closing
from typing import Any, Final, Literal, cast

from attunement.check.gate import Gate, reply_of
from attunement.companion import Companion, Request
from attunement.relay.call import checkable, restylable
from attunement.relay.clients import is_background
from attunement.respond.guide import beside, render
from attunement.respond.prompts import prompt
from attunement.respond.sentences import Piece, Sentences
from attunement.turn import Turn

Steps = Generator[Any, Any, Any]
"""Yields coroutines and bodies of model calls; is sent their results; returns its own."""

_REWRITE_TOKENS: Final = 200


def wrap(
    client: Any, companion: Companion | None = None, *, mode: Literal["steer", "check"] = "check",
    person: str | None = None, conversation: str | None = None, locale: str | None = None,
) -> Any:  # fmt: skip
    """A client that is used like ``client``, and whose chat completions are steered and checked.

    A call may bring ``attunement={...}`` with person, conversation, locale, context, mode or plain.

    Args:
        client: ``openai.OpenAI()``, ``openai.AsyncOpenAI()``, or anything of that shape; it is not changed.
        companion: reads, plans, checks and keeps; by default one with the settings of the environment.
        mode: "steer" adds instructions, "check" also judges every sentence.
        person: who is spoken with.
        conversation: id of the talk; with it the turns are kept.
        locale: BCP 47 tag.

    Example:
        >>> client = attunement.wrap(openai.OpenAI())  # doctest: +SKIP
        >>> client.chat.completions.create(model="gpt-4o", messages=[...])  # doctest: +SKIP
    """
    given = {"mode": mode, "person": person, "conversation": conversation, "locale": locale}
    return _Door(client, ("chat", "completions", "create"), companion or Companion(), given)


class _Door:
    """Passes every attribute on, and stands before the one at the end of ``path``."""

    def __init__(
        self, inner: Any, path: tuple[str, ...], companion: Companion, given: Mapping[str, Any]
    ) -> None:
        self._inner = inner
        self._path = path
        self._companion = companion
        self._given = given

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if name != self._path[0]:
            return found
        if len(self._path) > 1:
            return _Door(found, self._path[1:], self._companion, self._given)
        return _Create(found, self._companion, self._given)

    def __enter__(self) -> _Door:
        self._inner.__enter__()
        return self

    def __exit__(self, *error: Any) -> Any:
        return self._inner.__exit__(*error)

    async def __aenter__(self) -> _Door:
        await self._inner.__aenter__()
        return self

    async def __aexit__(self, *error: Any) -> Any:
        return await self._inner.__aexit__(*error)


class _Create:
    """``create``, steered and checked."""

    def __init__(self, create: Callable[..., Any], companion: Companion, given: Mapping[str, Any]) -> None:
        self._create = create
        self._companion = companion
        self._given = given

    def __call__(self, **body: Any) -> Any:
        given = {**self._given, **(body.pop("attunement", None) or {})}
        messages = [_plain(m) for m in body.get("messages") or ()]
        talk = [m for m in messages if m.get("role") == "user"]
        plain = given.get("plain") or not restylable(body) or not talk or is_background(messages)
        if plain:
            return self._create(**body)
        session = _Session(self._companion, given, {**body, "messages": messages})
        if inspect.iscoroutinefunction(self._create) or inspect.iscoroutinefunction(
            getattr(self._create, "__wrapped__", None)
        ):
            return self._asynchronous(session, bool(body.get("stream")))
        answer = self._drive(session.ask())
        if body.get("stream"):
            return _SyncStream(answer, self._pour(session, answer))
        return self._drive(session.whole(answer))

    async def _asynchronous(self, session: _Session, stream: bool) -> Any:
        answer = await self._adrive(session.ask())
        if stream:
            return _AsyncStream(answer, self._apour(session, answer))
        return await self._adrive(session.whole(answer))

    def _drive(self, steps: Steps) -> Any:
        result: Any = None
        while True:
            try:
                wanted = steps.send(result)
            except StopIteration as end:
                return end.value
            result = self._create(**wanted) if isinstance(wanted, dict) else self._companion.wait(wanted)

    async def _adrive(self, steps: Steps) -> Any:
        result: Any = None
        while True:
            try:
                wanted = steps.send(result)
            except StopIteration as end:
                return end.value
            work = self._create(**wanted) if isinstance(wanted, dict) else wanted
            result = await cast("Coroutine[Any, Any, Any]", work)

    def _pour(self, session: _Session, chunks: Any) -> Iterator[Any]:
        try:
            for chunk in chunks:
                yield self._drive(session.chunk(chunk))
        finally:
            self._drive(session.left())

    async def _apour(self, session: _Session, chunks: Any) -> AsyncIterator[Any]:
        try:
            async for chunk in chunks:
                yield await self._adrive(session.chunk(chunk))
        finally:
            await self._adrive(session.left())


class _Session:
    """The steps of one call."""

    def __init__(self, companion: Companion, given: Mapping[str, Any], body: dict[str, Any]) -> None:
        self._companion = companion
        self._given = given
        self._body = body
        self._turn: Turn | None = None
        self._gate: Gate | None = None
        self._cut = Sentences()
        self._said: list[str] = []
        self._kept = False

    def ask(self) -> Steps:
        """Plan, and ask the model with the instructions."""
        given = self._given
        messages = self._body["messages"]
        last = max(i for i, m in enumerate(messages) if m.get("role") == "user")
        request = Request(
            [m for m in messages[: last + 1] if m.get("role") != "assistant" or m.get("content")],
            given.get("person"), given.get("conversation"), given.get("locale"), given.get("context") or {},
            resent=True,
        )  # fmt: skip
        self._turn = turn = yield self._companion.plan(request)
        body = dict(self._body)
        if turn.plan is not None and turn.plan.mode != "plain":
            body["messages"] = beside(messages, render(turn))
        if given.get("mode") == "check" and checkable(body):
            self._gate = Gate(turn, self._companion.parts.critics)
        return (yield body)

    def whole(self, answer: Any) -> Steps:
        """Check the text of a whole answer in place, and keep it."""
        message = answer.choices[0].message if getattr(answer, "choices", None) else None
        if message is not None and isinstance(message.content, str) and message.content:
            text = yield from self._text(message.content, final=True)
            message.content = text
            yield from self.left()
        return answer

    def chunk(self, chunk: Any) -> Steps:
        """Hold back what is no whole sentence yet, and let out what passes."""
        choice = chunk.choices[0] if getattr(chunk, "choices", None) else None
        if choice is None or choice.index:
            return chunk
        text = choice.delta.content if isinstance(choice.delta.content, str) else ""
        final = bool(choice.finish_reason)
        if text or final:
            out = yield from self._text(text, final)
            if text or out:
                choice.delta.content = out
        if final:
            yield from self.left()
        return chunk

    def left(self) -> Steps:
        """Keep what was let out, once."""
        text = "".join(self._said)
        if self._kept or self._turn is None or not text.strip():
            return None
        self._kept = True
        verdicts = (yield self._companion.compute(self._gate.close)) if self._gate else ()
        language = self._turn.reading.language if self._turn.reading else "en"
        turn = self._turn.write(reply=reply_of(text, language), verdicts=verdicts)
        yield self._companion.keep(turn)
        return None

    def _text(self, text: str, final: bool) -> Steps:
        if self._gate is None:
            self._said.append(text)
            return text
        out: list[str] = []
        for piece in (*self._cut.feed(text), *(self._cut.finish() if final else ())):
            out.append((yield from self._sentence(self._gate, piece)))
        self._said += out
        return "".join(out)

    def _sentence(self, gate: Gate, piece: Piece) -> Steps:
        refusal = yield self._companion.compute(lambda: gate.judge(piece))
        if refusal is None:
            return gate.release(piece.text)
        assert self._turn is not None
        text = prompt("rewrite").substitute(
            why=refusal.why, message=self._turn.message, sentence=piece.text.strip()
        )
        message = {"role": "user", "content": text}
        answer = yield {
            "model": self._body.get("model"),
            "messages": [message],
            "max_tokens": _REWRITE_TOKENS,
        }
        rewritten = answer.choices[0].message.content if answer.choices else None
        composed = yield self._companion.compose(self._turn)
        gate.stock(s.text for s in (composed.reply.sentences if composed.reply else ()))
        return (yield self._companion.compute(lambda: gate.settle(refusal, rewritten)))


class _Passing:
    """Passes on everything of a stream but its chunks."""

    def __init__(self, inner: Any, chunks: Any) -> None:
        self._inner = inner
        self._chunks = chunks

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


class _SyncStream(_Passing):
    """A stream with other chunks, read in a loop."""

    def __iter__(self) -> Iterator[Any]:
        return self._chunks

    def __next__(self) -> Any:
        return next(self._chunks)

    def __enter__(self) -> _SyncStream:
        return self

    def __exit__(self, *_: object) -> None:
        with closing(self._chunks):
            self._inner.close()


class _AsyncStream(_Passing):
    """A stream with other chunks, awaited."""

    def __aiter__(self) -> AsyncIterator[Any]:
        return self._chunks

    async def __anext__(self) -> Any:
        return await anext(self._chunks)

    async def __aenter__(self) -> _AsyncStream:
        return self

    async def __aexit__(self, *_: object) -> None:
        async with aclosing(self._chunks):
            await self._inner.close()


def _plain(message: Any) -> dict[str, Any]:
    """A message as a dictionary; clients also take their own answers back as objects."""
    if isinstance(message, Mapping):
        return dict(cast("Mapping[str, Any]", message))
    return cast("dict[str, Any]", message.model_dump(exclude_none=True))
