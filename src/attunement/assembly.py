"""Putting the built-in parts together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TypeVar

from attunement.check.stage import Check
from attunement.models.runtime import Floats
from attunement.perceive.stage import Perceive
from attunement.pipeline import Pipeline
from attunement.plan.stage import PlanStage
from attunement.protocols import Backend, Critic, Perceiver, Planner, Scratch, Store
from attunement.recall.stage import RecallStage, Remember
from attunement.respond.stage import Respond
from attunement.settings import Settings, load_settings
from attunement.turn import Reading, Turn

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of a Companion; each fits its protocol."""

    settings: Settings
    store: Store
    perceiver: Perceiver
    planner: Planner
    backend: Backend
    critics: tuple[Critic, ...]
    remember: Remember
    clock: Callable[[], datetime]
    embed: Callable[[str], Floats] | None = None


class CachedReader:
    """A perceiver that keeps the readings and vectors of the latest texts, bounded."""

    def __init__(self, inner: Perceiver, size: int = 512) -> None:
        self.inner = inner
        self._size = size
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._vectors: OrderedDict[str, Floats] = OrderedDict()
        self._lock = Lock()

    def read(self, batch: Sequence[str], scratch: Scratch | None = None) -> tuple[Reading, ...]:
        """As the inner perceiver; texts read before come from the cache unless states are asked for."""
        own: Scratch = {} if scratch is None else scratch
        with self._lock:
            known = {t: self._readings[t] for t in batch if t in self._readings}
        missing = list(batch) if scratch is not None else [t for t in batch if t not in known]
        fresh = self.inner.read(missing, own) if missing else ()
        with self._lock:
            for i, (text, reading) in enumerate(zip(missing, fresh, strict=True)):
                known[text] = reading
                self._put(self._readings, text, reading)
                if "encoded" in own:
                    self._put(self._vectors, text, own["encoded"][i].embed)
        return tuple(known[t] for t in batch)

    def one(self, text: str) -> Reading:
        """The reading of one text."""
        return self.read([text])[0]

    def embed(self, text: str) -> Floats:
        """Unit retrieval vector of a text, float32 [384]."""
        with self._lock:
            found = self._vectors.get(text)
        if found is None:
            scratch: Scratch = {}
            encoder = getattr(self.inner, "encoder", None)
            if encoder is not None:
                from attunement.perceive.perceiver import clean

                found = encoder.encode([clean(text)[:4000]])[0].embed
            else:
                self.inner.read([text], scratch)
                found = scratch["encoded"][0].embed
            with self._lock:
                self._put(self._vectors, text, found)
        return found

    def _put(self, cache: OrderedDict[str, V], key: str, value: V) -> None:
        cache[key] = value
        cache.move_to_end(key)
        while len(cache) > self._size:
            cache.popitem(last=False)


def utc_now() -> datetime:
    """The present moment, with its zone."""
    return datetime.now(UTC)


def assemble(settings: Settings | None = None) -> Parts:
    """The built-in parts for some settings.

    Raises:
        ModelError: a shipped model is missing or damaged.
        StoreError: the store cannot be opened.
    """
    from attunement.perceive.perceiver import Perceiver as BuiltIn
    from attunement.perceive.perceiver import default_folder
    from attunement.plan.planner import RulePlanner
    from attunement.registry import build
    from attunement.respond.composer import Composer
    from attunement.respond.phrasebook import Phrasebook
    from attunement.respond.recollect import Recollecting
    from attunement.respond.scenes import SceneBook

    settings = settings or load_settings()
    inner = BuiltIn(threads=settings.threads)
    reader = CachedReader(inner)
    english = Path(__file__).parent / "languages" / "en"
    book = Phrasebook(english / "phrases", "en", inner.encoder.body_sha256)
    scenes = SceneBook(english / "scenes", "en", inner.encoder.body_sha256)
    store: Store = build("store", "sqlite", path=settings.store_path)
    critics: tuple[Critic, ...] = (
        build("critic", "wrong_valence", read=reader.one),
        build("critic", "repetition"),
        build("critic", "relevance", embed=reader.embed),
        build("critic", "robotic", embed=reader.embed),
        build("critic", "promises"),
        build("critic", "unsafe_advice", encoder=inner.encoder, folder=default_folder()),
    )
    return Parts(
        settings, store, reader, RulePlanner(), Recollecting(Composer(book, scenes), english / "phrases"),
        critics, Remember(store, None, reader.embed, inner.encoder.body_sha256), utc_now, reader.embed,
    )  # fmt: skip


def pipelines(parts: Parts, executor: Executor) -> tuple[Pipeline, Pipeline, Pipeline, Pipeline]:
    """The whole pipeline; the part up to the plan; the part after it; and the critics alone."""
    perceive = Perceive(parts.perceiver)
    recall = RecallStage(parts.store, parts.perceiver, executor, parts.remember.codec, parts.remember.shelf)
    plan = PlanStage(parts.planner)
    respond = Respond(parts.backend, parts.embed)
    check = Check(parts.critics, parts.backend)
    full = Pipeline([perceive, recall, plan, respond, check], executor)
    until_plan = Pipeline([perceive, recall, plan], executor)
    judging = Pipeline([_Given(), Check(parts.critics)], executor)
    finish = Pipeline([_Given(), respond, check], executor)
    return full, until_plan, finish, judging


class _Given:
    """Declares what a Turn already holds when only its later stages run."""

    name = "given"
    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset({"reading", "recall", "plan", "reply", "extra.situation"})

    def compute(self, turn: Turn, scratch: Scratch) -> Turn:
        return turn
