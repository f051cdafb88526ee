"""LoCoMo (Maharana et al., 2024): which turns and sessions of a very long talk hold the evidence.

For every question of categories 1 to 4 the share of its evidence among the ten best, then the mean;
category 5 (unanswerable) stands apart. BM25 alone, sentence vectors alone and a random choice are
measured in the same run. Nothing is fitted here.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.run import Result, TaskOptions
from attunement.models.runtime import Encoder, Floats
from attunement.perceive.perceiver import clean, default_folder
from attunement.recall.search import Item, MemoryIndex, Query, Scores

K: Final = 10
_CATEGORIES: Final = {1: "multi_hop", 2: "temporal", 3: "open_domain", 4: "single_hop", 5: "adversarial"}


@dataclass(frozen=True, slots=True)
class Talk:
    """A long talk: its lines, and questions with the ids of the lines that answer them."""

    items: tuple[Item, ...]
    questions: tuple[tuple[str, tuple[str, ...], int], ...]


def read_talk(path: Path) -> Talk:
    """Read one conversation of the publisher's format.

    Raises:
        DataError: the file is no such conversation.
    """
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        numbers = sorted(int(k[8:]) for k in raw if re.fullmatch(r"session_\d+", k))
        items: list[Item] = []
        for number in numbers:
            at = _date(str(raw[f"session_{number}_date_time"]))
            for line in raw[f"session_{number}"]:
                seen = f" [shares {line['blip_caption']}]" if line.get("blip_caption") else ""
                items.append(Item(line["dia_id"], line["text"] + seen, at, line["speaker"], f"D{number}"))
        known = {i.id for i in items}
        questions: list[tuple[str, tuple[str, ...], int]] = []
        for row in raw.get("qa", ()):
            found = tuple(e for part in row["evidence"] for e in re.findall(r"D\d+:\d+", part) if e in known)
            if found:
                questions.append((row["question"], tuple(dict.fromkeys(found)), int(row["category"])))
    except (AttributeError, KeyError, TypeError, ValueError, OSError) as error:
        raise DataError(f"{path}: not a LoCoMo conversation: {error}") from None
    return Talk(tuple(items), tuple(questions))


def _date(text: str) -> datetime:
    return datetime.strptime(text, "%I:%M %p on %d %B, %Y").replace(tzinfo=UTC)


def share_found(evidence: Sequence[str], found: Sequence[str]) -> float:
    """Share of the evidence among what was found."""
    return len(set(evidence) & set(found)) / len(set(evidence))


def _group(id: str) -> str:
    return id.split(":")[0]


def _best_groups(items: Sequence[Item], scores: Scores) -> list[str]:
    """Sessions in the order of their best line."""
    order = np.argsort(-scores, kind="stable")
    return list(dict.fromkeys(items[i].group for i in order))[:K]


Found = tuple[list[str], list[str]]


class Locomo:
    """Recall of the evidence at ten, by turn and by session."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on a folder of conversations, or one file."""
        paths = sorted(options.data.glob("*.json")) if options.data.is_dir() else [options.data]
        encoder = Encoder(default_folder(), threads=2)
        rows: list[dict[str, Any]] = []
        spent: list[float] = []
        for path in paths:
            talk = read_talk(path)
            vectors = np.stack([e.embed for e in encoder.encode([clean(i.text) for i in talk.items])])
            index = MemoryIndex()
            index.add(talk.items, vectors)
            questions = talk.questions[: options.limit]
            asked = [e.embed for e in encoder.encode([clean(q) for q, _, _ in questions])]
            for (question, evidence, category), vector in zip(questions, asked, strict=True):
                started = time.perf_counter()
                ours = _ours(index, question, vector)
                spent.append((time.perf_counter() - started) * 1000)
                rows.append({"category": category, **_measure(index, question, vector, evidence, ours)})
        return Result(len(rows), _summary(rows, spent))


def _ours(index: MemoryIndex, question: str, vector: Floats) -> Found:
    query = Query(question, vector, index.items[-1].at)
    turns = [hit.item.id for hit in index.search(query, K)]
    return turns, [name for name, _ in index.search_groups(query, K)]


def _measure(
    index: MemoryIndex, question: str, vector: Floats, evidence: Sequence[str], ours: Found
) -> dict[str, float]:  # fmt: skip
    sessions = tuple(dict.fromkeys(_group(e) for e in evidence))
    out = {"turn": share_found(evidence, ours[0]), "session": share_found(sessions, ours[1])}
    baselines: dict[str, Callable[[], Scores]] = {
        "bm25": lambda: index.lexical(question),
        "dense": lambda: index.dense(vector),
    }
    for name, score in baselines.items():
        scores = score()
        best = [index.items[i].id for i in np.argsort(-scores, kind="stable")[:K]]
        out[f"turn.{name}"] = share_found(evidence, best)
        out[f"session.{name}"] = share_found(sessions, _best_groups(index.items, scores))
    count = len({i.group for i in index.items})
    out["turn.random"] = min(1.0, K / len(index.items))
    out["session.random"] = min(1.0, K / count)
    return out


def _summary(rows: list[dict[str, Any]], spent: list[float]) -> dict[str, Any]:
    def mean(part: list[dict[str, Any]], name: str) -> float:
        return round(float(np.mean([r[name] for r in part])), 4) if part else 0.0

    answerable = [r for r in rows if r["category"] != 5]
    metrics: dict[str, Any] = {
        "session.recall_at_10": mean(answerable, "session"),
        "turn.recall_at_10": mean(answerable, "turn"),
        "by_category": {
            name: {
                level: mean([r for r in rows if r["category"] == number], level)
                for level in ("session", "turn")
            }
            for number, name in _CATEGORIES.items()
        },
    }
    for name in ("random", "bm25", "dense"):
        metrics[name] = {level: mean(answerable, f"{level}.{name}") for level in ("session", "turn")}
    metrics["ms_p50"] = round(float(np.percentile(spent, 50)), 3) if spent else 0.0
    metrics["ms_p95"] = round(float(np.percentile(spent, 95)), 3) if spent else 0.0
    return metrics


def build() -> Locomo:
    """Build the task for the registry."""
    return Locomo()
