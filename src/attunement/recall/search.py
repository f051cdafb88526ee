"""Finding memories of one person: meaning, words, time and people together, in milliseconds.

Four signals are brought to one scale and summed with fixed weights (convex combination; Bruch et al.,
2023, found it ahead of reciprocal rank fusion), then the best are ranked again by how much of the
question they and their neighbours cover. Weights were fixed on ``tests/data/memory_talk.json``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import numpy as np
import numpy.typing as npt

from attunement.models.runtime import Floats
from attunement.recall.facts import stems
from attunement.recall.timex import When, find_times

Scores = npt.NDArray[np.float64]
LIMIT: Final = 20_000
"""Most memories that one person's index holds; the oldest leave first."""
K1: Final = 1.2
B: Final = 0.75
"""Saturation and length normalisation of BM25 (Robertson and Zaragoza, 2009)."""
_DEEP: Final = 100
_QUESTION_WORDS: Final = frozenset(
    "what when where who whom whose which why how did do doe does is was were are has have had many much "
    "long often kind type name called call happen say said tell told".split()
)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each signal counts."""

    dense: float = 0.6
    lexical: float = 0.4
    speaker: float = 0.3
    time: float = 0.15
    near: float = 0.2
    cover: float = 0.3


@dataclass(frozen=True, slots=True)
class Item:
    """One remembered line.

    Attributes:
        id: of the memory.
        text: the words.
        at: when it was said.
        speaker: who said it.
        group: the talk that it belongs to; neighbours in one group lend each other weight.
    """

    id: str
    text: str
    at: datetime
    speaker: str = "user"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        text: the question or message.
        vector: its unit retrieval vector, float32 [384]; None searches by words alone.
        at: when it is asked; times in it are resolved against that.
        speakers: names that may stand for the speaker ("I", "my") besides those in the text.
    """

    text: str
    vector: Floats | None
    at: datetime
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A memory that was found: its score, and the share of each signal."""

    item: Item
    score: float
    signals: dict[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True)
class _Columns:
    """Whether each item and the next share a talk, days, speakers as places in ``names``."""

    same: Scores
    days: npt.NDArray[np.int64]
    speakers: npt.NDArray[np.int64]
    names: tuple[str, ...]


def terms(text: str) -> list[str]:
    """Search terms: stems of content words; numbers are kept."""
    return sorted(stems(text) - _QUESTION_WORDS) or sorted(stems(text))


class MemoryIndex:
    """The memories of one person, in memory alone.

    Args:
        limit: most items that are held.
        weights: of the signals.
    """

    def __init__(self, limit: int = LIMIT, weights: Weights | None = None) -> None:
        self.limit = limit
        self.weights = weights or Weights()
        self.items: list[Item] = []
        self._vectors: Floats = np.zeros((0, 384), dtype=np.float32)
        self._postings: dict[str, list[tuple[int, int]]] = {}
        self._lengths: list[int] = []
        self._arrays: dict[str, tuple[npt.NDArray[np.int64], Scores]] = {}
        self._columns: _Columns | None = None
        self._same: list[bool] = []
        self._days: list[int] = []
        self._speaker: list[int] = []
        self._names: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.items)

    def add(self, items: Sequence[Item], vectors: Floats) -> None:
        """Add items with their vectors, float32 [items, 384]; oldest are dropped over the limit."""
        if len(self.items) + len(items) > self.limit:
            keep = max(0, self.limit - len(items))
            self._rebuild(range(len(self.items) - keep, len(self.items)))
            items, vectors = items[-self.limit :], vectors[-self.limit :]
        need = len(self.items) + len(items)
        if need > len(self._vectors):
            grown = np.zeros((max(need, 2 * len(self._vectors), 64), vectors.shape[1]), dtype=np.float32)
            grown[: len(self.items)] = self._vectors[: len(self.items)]
            self._vectors = grown
        for item, vector in zip(items, vectors, strict=True):
            row = len(self.items)
            self._same.append(bool(self.items) and self.items[-1].group == item.group)
            self._days.append(item.at.toordinal())
            self._speaker.append(self._names.setdefault(item.speaker.lower(), len(self._names)))
            self.items.append(item)
            self._vectors[row] = vector
            counts = Counter(_tokens(item.text))
            self._lengths.append(sum(counts.values()))
            for term, count in counts.items():
                self._postings.setdefault(term, []).append((row, count))
        self._arrays.clear()
        self._columns = None

    def remove(self, ids: frozenset[str]) -> int:
        """Forget items; how many there were."""
        keep = [i for i, item in enumerate(self.items) if item.id not in ids]
        gone = len(self.items) - len(keep)
        if gone:
            self._rebuild(keep)
        return gone

    def _rebuild(self, keep: Sequence[int]) -> None:
        rows = list(keep)
        items, vectors = [self.items[i] for i in rows], self._vectors[rows].copy()
        self.items, self._lengths, self._postings = [], [], {}
        self._same, self._days, self._speaker, self._names = [], [], [], {}
        self._vectors = np.zeros((0, vectors.shape[1]), dtype=np.float32)
        self.add(items, vectors)

    def lexical(self, text: str) -> Scores:
        """BM25 of every item."""
        scores = np.zeros(len(self.items))
        if not self.items:
            return scores
        lengths = np.asarray(self._lengths, dtype=np.float64)
        norm = K1 * (1 - B + B * lengths / max(1e-9, lengths.mean()))
        for term in terms(text):
            rows, counts = self._posting(term)
            if len(rows):
                scores[rows] += self.idf(term) * counts * (K1 + 1) / (counts + norm[rows])
        return scores

    def idf(self, term: str) -> float:
        """Inverse document frequency, never below 0."""
        found = len(self._postings.get(term, ()))
        return math.log(1 + (len(self.items) - found + 0.5) / (found + 0.5))

    def _posting(self, term: str) -> tuple[npt.NDArray[np.int64], Scores]:
        if term not in self._arrays:
            pairs = self._postings.get(term, [])
            rows = np.array([r for r, _ in pairs], dtype=np.int64)
            self._arrays[term] = rows, np.array([c for _, c in pairs], dtype=np.float64)
        return self._arrays[term]

    def dense(self, vector: Floats) -> Scores:
        """Cosine of every item to a unit vector."""
        return (self._vectors[: len(self.items)] @ vector).astype(np.float64)

    def _neighbours(self, scores: Scores) -> Scores:
        """The better of the two lines beside each, within one talk."""
        same = self._column().same
        best = np.zeros(len(scores))
        if len(scores) > 1:
            best[1:] = scores[:-1] * same
            best[:-1] = np.maximum(best[:-1], scores[1:] * same)
        return best

    def _times(self, found: Sequence[When]) -> Scores:
        """1 for what was said within a time of the query, or up to a day after it."""
        out = np.zeros(len(self.items))
        for when in found:
            first, last = when.start.toordinal(), _last(when).toordinal() + 1
            days = self._column().days
            out = np.maximum(out, ((days >= first) & (days <= last)).astype(np.float64))
        return out

    def _speakers(self, query: Query) -> Scores:
        named = {w.lower() for w in re.findall(r"[^\W\d_]+", query.text)} | {
            s.lower() for s in query.speakers
        }
        column = self._column()
        said = [i for i, name in enumerate(column.names) if name in named]
        return np.isin(column.speakers, said).astype(np.float64)

    def _column(self) -> _Columns:
        """What the items have in columns, made once after they change."""
        if self._columns is None:
            self._columns = _Columns(
                np.array(self._same[1:], dtype=np.float64),
                np.array(self._days, dtype=np.int64),
                np.array(self._speaker, dtype=np.int64),
                tuple(self._names),
            )
        return self._columns

    def scores(self, query: Query) -> tuple[Scores, dict[str, Scores]]:
        """Score of every item, and the signals it is made of."""
        weights = self.weights
        nothing = np.zeros(len(self.items))
        signals = {
            "lexical": _scaled(self.lexical(_without_speakers(query.text, self.items))),
            "dense": _scaled(self.dense(query.vector)) if query.vector is not None else nothing,
            "speaker": self._speakers(query),
            "time": self._times(find_times(query.text, query.at, lambda _: True)),
        }  # fmt: skip
        base = weights.lexical * signals["lexical"] + weights.dense * signals["dense"]
        score = base + weights.near * self._neighbours(base)
        score += weights.speaker * signals["speaker"] * (base > 0) + weights.time * signals["time"]
        return score, signals

    def search(self, query: Query, k: int = 10, floor: float = 0.0) -> list[Hit]:
        """The ``k`` best memories, best first; those with a score under ``floor`` are left out."""
        if not self.items:
            return []
        score, signals = self.scores(query)
        deep = min(_DEEP, len(score))
        top = np.argpartition(-score, deep - 1)[:deep]
        score = score.copy()
        score[top] += self.weights.cover * self._cover(query.text, top)
        order = top[np.argsort(-score[top], kind="stable")][:k]
        return [
            Hit(self.items[i], float(score[i]), {name: round(float(s[i]), 3) for name, s in signals.items()})
            for i in order
            if score[i] >= floor
        ]

    def _cover(self, text: str, rows: npt.NDArray[np.int64]) -> Scores:
        """Share of the query's terms, by rarity, that each row has; half for what its neighbours have."""
        wanted = {t: self.idf(t) for t in terms(_without_speakers(text, self.items)) if t in self._postings}
        total = sum(wanted.values())
        out = np.zeros(len(rows))
        if not total:
            return out
        for term, weight in wanted.items():
            having = np.zeros(len(self.items) + 2)
            having[self._posting(term)[0] + 1] = 1
            beside = np.maximum(having[rows], having[rows + 2])
            out += weight * np.maximum(having[rows + 1], 0.5 * beside)
        return out / total

    def search_groups(self, query: Query, k: int = 10) -> list[tuple[str, float]]:
        """The ``k`` best talks: by their best lines, and by their words as one text."""
        if not self.items:
            return []
        score, _ = self.scores(query)
        score = score + self.weights.cover * self._cover(query.text, np.arange(len(score)))
        members: dict[str, list[int]] = {}
        for i, item in enumerate(self.items):
            members.setdefault(item.group, []).append(i)
        names = list(members)
        best = np.array([_decayed(np.sort(score[members[g]])[::-1]) for g in names])
        whole = self._group_words(query, members)
        total = _scaled(best) + 0.5 * _scaled(whole)
        order = np.argsort(-total, kind="stable")[:k]
        return [(names[i], float(total[i])) for i in order]

    def _group_words(self, query: Query, members: dict[str, list[int]]) -> Scores:
        """BM25 of each talk as one text."""
        names = list(members)
        place = {i: n for n, group in enumerate(names) for i in members[group]}
        lengths = np.array([sum(self._lengths[i] for i in members[g]) for g in names], dtype=np.float64)
        norm = K1 * (1 - B + B * lengths / max(1e-9, lengths.mean()))
        out = np.zeros(len(names))
        for term in terms(_without_speakers(query.text, self.items)):
            counts = np.zeros(len(names))
            for row, count in self._postings.get(term, ()):
                counts[place[row]] += count
            found = int((counts > 0).sum())
            if found:
                idf = math.log(1 + (len(names) - found + 0.5) / (found + 0.5))
                out += idf * counts * (K1 + 1) / (counts + norm)
        return out


def _last(when: When) -> date:
    return max(when.end, when.start)


def _decayed(scores: Scores) -> float:
    """The sum of the best lines, each next one counting half."""
    best = scores[:4]
    return float((best * 0.5 ** np.arange(len(best))).sum())


def _tokens(text: str) -> list[str]:
    out: list[str] = []
    for word in re.findall(r"\w+", text.lower()):
        out += [s for s in stems(word) if s not in _QUESTION_WORDS]
    return out


def _without_speakers(text: str, items: Sequence[Item]) -> str:
    """The query without the names of the speakers, which say whose lines, not which."""
    names = {item.speaker for item in items[-50:]}
    for name in names:
        text = re.sub(rf"\b{re.escape(name)}(?:['’]s)?\b", " ", text) if name else text
    return text


def _scaled(scores: Scores) -> Scores:
    """Scores between 0 (lowest) and 1 (best)."""
    low, high = (float(scores.min()), float(scores.max())) if len(scores) else (0.0, 0.0)
    return (scores - low) / (high - low) if high > low else np.zeros(len(scores))
