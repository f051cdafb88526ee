"""The upstreams of a deployment: which one is asked, and what follows when it fails."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final, Literal, TypeVar, cast

import httpx

from attunement.errors import UpstreamError
from attunement.respond.backends.openai_compatible import Event, OpenAICompatible
from attunement.settings import RelaySettings, Upstream

T = TypeVar("T")
Style = Literal["split", "merge"]
_PAUSE: Final = 0.25
_LONGEST_PAUSE: Final = 5.0
_LISTED_FOR: Final = 60.0
_ABOUT_ROLES: Final = re.compile(r"role|template|system", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """One model on one server."""

    upstream: Upstream
    model: str


Build = Callable[[Target, Style], dict[str, Any]]
"""Makes the body for a target, with the instructions where the target takes them."""


@dataclass(slots=True)
class Opened:
    """A stream whose first words have come: who answers, and the events from the first one on."""

    target: Target
    events: AsyncGenerator[Event]


@dataclass(slots=True)
class Attempts:
    """What is known while one request is tried: time left, and what has failed."""

    left_s: Callable[[], float]
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    notes: list[str] = field(default_factory=list[str])


class Upstreams:
    """All upstreams, with one pool of connections.

    Args:
        upstreams: as the settings give them.
        limits: timeouts and retries.
        random: spreads the calls by weight.
        http: connections; by default made here.
    """

    def __init__(
        self, upstreams: tuple[Upstream, ...], limits: RelaySettings, random: Random | None = None,
        http: httpx.AsyncClient | None = None,
    ) -> None:  # fmt: skip
        self._http = http or httpx.AsyncClient(
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=100),
            verify=any(u.url.startswith("https") for u in upstreams),
        )
        self._all = {u.name: u for u in upstreams}
        self._clients = {u.name: OpenAICompatible(u, limits, self._http) for u in upstreams}
        self._limits = limits
        self._random = random or Random()
        self._resting: dict[str, float] = {}
        self._merging: set[str] = set()
        self._listed: dict[str, tuple[float, tuple[str, ...]]] = {}

    def __bool__(self) -> bool:
        return bool(self._all)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def listed(self) -> list[Target]:
        """Every model that can be asked for; servers without a list in the settings are asked for theirs."""
        targets: dict[str, Target] = {}
        for upstream in self._all.values():
            for model in upstream.models or await self._ask_models(upstream):
                targets.setdefault(model, Target(upstream, model))
        return list(targets.values())

    async def _ask_models(self, upstream: Upstream) -> tuple[str, ...]:
        at, names = self._listed.get(upstream.name, (-_LISTED_FOR, ()))
        if time.monotonic() - at >= _LISTED_FOR:
            try:
                names = tuple(await self._clients[upstream.name].models())
            except UpstreamError:
                names = ()
            self._listed[upstream.name] = (time.monotonic(), names)
        return names

    def route(self, model: str | None) -> list[Target]:
        """Where a model is asked for, in order; empty where no upstream has it.

        A name may begin with the upstream's ("local/llama3"). Upstreams that failed just now come last.
        """
        found = self._having(model)
        if not found:
            return []
        first = self._by_weight(found)
        targets = {t.upstream.name: t for t in first}
        waiting = [n for t in first for n in t.upstream.fallbacks]
        while waiting:
            name = waiting.pop(0)
            if name in targets:
                continue
            other = self._all[name]
            wanted = first[0].model
            same = wanted in other.models or not other.models
            targets[name] = Target(other, wanted if same else other.models[0])
            waiting += other.fallbacks
        now = time.monotonic()
        return sorted(targets.values(), key=lambda t: self._resting.get(t.upstream.name, 0.0) > now)

    def _having(self, model: str | None) -> list[Target]:
        upstreams = list(self._all.values())
        if not model:
            return [Target(u, u.models[0] if u.models else "") for u in upstreams[:1]]
        found = [Target(u, model) for u in upstreams if model in u.models]
        name, _, rest = model.partition("/")
        if not found and rest and name in self._all:
            upstream = self._all[name]
            if rest in upstream.models or not upstream.models:
                return [Target(upstream, rest)]
        return found or [Target(u, model) for u in upstreams if not u.models]

    def _by_weight(self, targets: list[Target]) -> list[Target]:
        """A random order in which each place goes by weight (Efraimidis and Spirakis, 2006)."""
        if len(targets) == 1:
            return targets
        return sorted(targets, key=lambda t: -(self._random.random() ** (1 / t.upstream.weight)))

    async def complete(
        self, route: list[Target], build: Build, attempts: Attempts
    ) -> tuple[Target, dict[str, Any]]:
        """A whole answer from the first upstream that gives one.

        Raises:
            UpstreamError: none does, or one refused the request itself.
        """

        async def ask(target: Target, body: dict[str, Any]) -> tuple[Target, dict[str, Any]]:
            client = self._clients[target.upstream.name]
            try:
                async with asyncio.timeout(attempts.left_s()):
                    document = await client.complete(body, attempts.headers)
            except TimeoutError:
                raise _too_slow() from None
            return target, cast("dict[str, Any]", document)

        return await self._first(route, build, attempts, ask)

    async def open(self, route: list[Target], build: Build, attempts: Attempts) -> Opened:
        """A stream of the first upstream whose first words come in time.

        Raises:
            UpstreamError: none does, or one refused the request itself.
        """

        async def ask(target: Target, body: dict[str, Any]) -> Opened:
            events = self._clients[target.upstream.name].stream(body, attempts.headers)
            try:
                async with asyncio.timeout(min(self._limits.first_s, attempts.left_s())):
                    ahead = await _until_words(events)
            except TimeoutError:
                await events.aclose()
                raise _too_slow() from None
            except BaseException:
                await events.aclose()
                raise
            return Opened(target, _again(ahead, events))

        return await self._first(route, build, attempts, ask)

    async def _first(
        self, route: list[Target], build: Build, attempts: Attempts,
        ask: Callable[[Target, dict[str, Any]], Awaitable[T]],
    ) -> T:  # fmt: skip
        last = UpstreamError("no model's server is set", again=False)
        for target in route:
            for pause in self._pauses():
                try:
                    found = await self._styled(target, build, ask)
                except UpstreamError as error:
                    attempts.notes.append(f"{target.upstream.name}: {error.code}")
                    last = error
                    if error.refused:
                        raise
                    wait = pause if error.after_s is None else error.after_s
                    if pause < 0 or not _soon(error) or wait >= min(attempts.left_s(), _LONGEST_PAUSE):
                        break
                    await asyncio.sleep(wait)
                else:
                    self._resting.pop(target.upstream.name, None)
                    return found
            self._resting[target.upstream.name] = time.monotonic() + self._limits.rest_s
        raise last

    def _pauses(self) -> Iterator[float]:
        """The pause after each attempt; below zero after the last one."""
        for number in range(self._limits.retries):
            yield _PAUSE * 2**number * (0.75 + self._random.random() / 2)
        yield -1.0

    async def _styled(
        self, target: Target, build: Build, ask: Callable[[Target, dict[str, Any]], Awaitable[T]]
    ) -> T:
        """One attempt; a server whose template refuses several system messages gets them in one."""
        upstream = target.upstream
        merging = upstream.instructions == "merge" or upstream.name in self._merging
        body = build(target, "merge" if merging else "split")
        try:
            return await ask(target, body)
        except UpstreamError as error:
            told = str((error.detail or {}).get("message") or "")
            if merging or upstream.instructions != "auto" or not _ABOUT_ROLES.search(told):
                raise
            merged = build(target, "merge")
            if merged == body:
                raise
            found = await ask(target, merged)
            self._merging.add(upstream.name)
            return found


def _too_slow() -> UpstreamError:
    return UpstreamError("the model's server is too slow", status=504, code="upstream_timeout")


def _soon(error: UpstreamError) -> bool:
    """Whether the same server may do better at once; one that was too slow will not."""
    return error.again and error.code != "upstream_timeout"


async def _until_words(events: AsyncGenerator[Event]) -> list[Event]:
    """The events up to the first one that says something."""
    ahead: list[Event] = []
    async for event in events:
        ahead.append(event)
        if says_something(event.data):
            return ahead
    return ahead


def says_something(data: Mapping[str, Any]) -> bool:
    """Whether a chunk holds more than the role: words, thoughts, a call of a tool, an end."""
    choices = data.get("choices")
    for choice in cast("list[Any]", choices) if isinstance(choices, list) else ():
        if not isinstance(choice, dict):
            continue
        found = cast("dict[str, Any]", choice)
        delta = found.get("delta")
        values = cast("dict[str, Any]", delta) if isinstance(delta, dict) else {}
        if found.get("finish_reason") or any(v for k, v in values.items() if k != "role"):
            return True
    return False


async def _again(ahead: list[Event], events: AsyncGenerator[Event]) -> AsyncGenerator[Event]:
    async with aclosing(events):
        for event in ahead:
            yield event
        async for event in events:
            yield event
