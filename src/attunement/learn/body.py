"""The body's training rows, its cross-fitted teachers, and the run that makes it.

Only data marked as shippable under attribution-only licences trains the body; share-alike sets train
heads on the frozen body. The fitting rows of every set stay out.
"""

from __future__ import annotations

import json
import logging
import os
import random
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from attunement.learn.data import is_fitting, read_csv, read_dialogues, read_goemotions
from attunement.learn.encoder import WIDTH, Body, base_folder, original_vectors
from attunement.learn.joint import Halves, Row, Schedule, Target, Task, pad, train_joint
from attunement.learn.messages import LabelledMessage, phrase_cues, risk_messages, scene_cues
from attunement.learn.sets import read_isarcasm, read_tydip
from attunement.learn.teachers import cross_fit, fold_of
from attunement.models.runtime import Floats
from attunement.vocabulary import EMOTIONS, FEELINGS

log = logging.getLogger(__name__)
OWN_TASKS = ("situation", "need", "intent", "act", "feel", "risk")
BRIGHTER_ENGLISH = ("anger", "fear", "joy", "sadness", "surprise")


@dataclass(frozen=True, slots=True)
class BodyRecipe:
    """Everything that decides a run of the body; written beside its checkpoint."""

    base: str | None = None
    max_tokens: int = 72
    limit: int = 0
    folds: int = 3
    teachers: int = 2
    own_repeats: int = 1
    teacher: Schedule = field(default_factory=lambda: Schedule(epochs=2.5))
    student: Schedule = field(default_factory=lambda: Schedule(epochs=3.0))


@dataclass(slots=True)
class Corpus:
    """Texts with their targets, in the order in which they were added."""

    texts: list[str] = field(default_factory=list[str])
    gold: list[dict[str, Target]] = field(default_factory=list[dict[str, Target]])
    folds: list[int] = field(default_factory=list[int])

    def add(self, text: str, gold: dict[str, Target], fold: int = -1) -> None:
        """One text with its targets by task."""
        self.texts.append(text)
        self.gold.append(gold)
        self.folds.append(fold)


def load_tokenizer(base: str | None, max_tokens: int) -> Tokenizer:
    """The base encoder's tokenizer, truncating at ``max_tokens``, without padding."""
    tokenizer = Tokenizer.from_file(str(Path(base_folder(base)) / "tokenizer.json"))
    tokenizer.enable_truncation(max_tokens)
    tokenizer.no_padding()
    return tokenizer


def emotion_corpus(data: Path, folds: int) -> tuple[Corpus, dict[str, Task]]:
    """GoEmotions and EmpatheticDialogues: the tasks that teachers learn."""
    corpus = Corpus()
    for row in read_goemotions(data / "goemotions" / "train.tsv"):
        if not is_fitting(row.text):
            corpus.add(row.text, {"emotions": row.labels}, fold_of(row.text, folds))
    for talk in read_dialogues(data / "empathetic_dialogues" / "train.csv"):
        if is_fitting(talk.situation):
            continue
        for text in (talk.situation, *talk.utterances[:1]):
            corpus.add(text, {"feelings": talk.feeling}, fold_of(talk.situation, folds))
    tasks = {"emotions": Task("multi", len(EMOTIONS)), "feelings": Task("single", len(FEELINGS), 0.6)}
    return corpus, tasks


def add_other_sets(corpus: Corpus, tasks: dict[str, Task], data: Path) -> None:
    """Smaller public sets, each where its file is present: BRIGHTER, TyDiP, iSarcasm."""
    readers = {"brighter": _brighter, "politeness": _tydip, "sarcasm": _isarcasm}
    for name, reader in readers.items():
        rows = [(t, g) for t, g in reader(data) if not is_fitting(t)]
        if not rows:
            continue
        for text, target in rows:
            corpus.add(text, {name: target})
        tasks[name] = _OTHER_TASKS[name]


_OTHER_TASKS = {
    "brighter": Task("multi", len(BRIGHTER_ENGLISH), 0.7),
    "politeness": Task("score", 1, 0.3),
    "sarcasm": Task("single", 2, 0.3),
}


def _brighter(data: Path) -> Iterable[tuple[str, Target]]:
    path = data / "brighter" / "track_a" / "train" / "eng.csv"
    if path.is_file():
        for _, row in read_csv(path, ("text", *BRIGHTER_ENGLISH)):
            yield row["text"], tuple(i for i, e in enumerate(BRIGHTER_ENGLISH) if row[e].strip() == "1")


def _tydip(data: Path) -> Iterable[tuple[str, Target]]:
    path = data / "tydip" / "all" / "en_train.csv"
    return [(r.text, r.scores[0]) for r in read_tydip(path)] if path.is_file() else []


def _isarcasm(data: Path) -> Iterable[tuple[str, Target]]:
    path = data / "isarcasm" / "train.En.csv"
    return read_isarcasm(path) if path.is_file() else []


def add_messages(
    corpus: Corpus, tasks: dict[str, Task], messages: Sequence[LabelledMessage], everyday: Sequence[str],
    repeats: int,
) -> None:  # fmt: skip
    """Our own messages and labels, the phrase cues, the danger messages, and harmless everyday ones."""
    rows = [*messages, *phrase_cues(), *scene_cues(), *risk_messages(), *risk_messages()]
    harmless = set(everyday)
    rows += [LabelledMessage(t, risk="none:0") for t in everyday]
    labels = {name: sorted({str(getattr(m, name)) for m in rows if getattr(m, name)}) for name in OWN_TASKS}
    for message in rows:
        if is_fitting(message.text):
            continue
        gold: dict[str, Target] = {
            name: labels[name].index(str(getattr(message, name)))
            for name in OWN_TASKS
            if getattr(message, name)
        }
        for _ in range(1 if message.text in harmless else repeats):
            if gold:
                corpus.add(message.text, gold)
    weights = {"situation": 0.5, "risk": 0.6}
    for name in OWN_TASKS:
        tasks[name] = Task("single", len(labels[name]), weights.get(name, 0.3))


def encode_rows(corpus: Corpus, recipe: BodyRecipe) -> list[Row]:
    """The corpus as training rows; a sample of it where the recipe sets a limit."""
    tokenizer = load_tokenizer(recipe.base, recipe.max_tokens)
    encoded = tokenizer.encode_batch(corpus.texts)
    rows = [
        Row(tuple(e.ids), g, {}, f, i)
        for i, (e, g, f) in enumerate(zip(encoded, corpus.gold, corpus.folds, strict=True))
    ]
    if recipe.limit and recipe.limit < len(rows):
        rows = random.Random(recipe.student.seed).sample(rows, recipe.limit)
    return rows


def teacher_vectors(rows: Sequence[Row], base: str | None, cache: Path) -> Halves:
    """Sentence vectors of the untouched base encoder, float16 [rows, 384], cached on disk."""
    if cache.is_file():
        found = np.load(cache)
        if len(found) == len(rows):
            return found
    body = Body(base).eval()
    vectors = np.zeros((len(rows), WIDTH), dtype=np.float16)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            vectors[part] = original_vectors(body, *pad([rows[i].ids for i in part])).numpy()
    cache.parent.mkdir(parents=True, exist_ok=True)
    work = cache.with_suffix(".part.npy")
    np.save(work, vectors)
    os.replace(work, cache)
    return vectors


def train_body(
    data: Path, out: Path, recipe: BodyRecipe, messages: Sequence[LabelledMessage] = (),
    everyday: Sequence[str] = (),
) -> Body:  # fmt: skip
    """Train the teachers, then the body; write ``body.pt``, ``heads.pt`` and ``recipe.json`` into ``out``.

    ``messages`` are our own labelled ones; ``everyday`` are public messages taken to be harmless.
    """
    out.mkdir(parents=True, exist_ok=True)
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1), encoding="utf-8")
    corpus, tasks = emotion_corpus(data, recipe.folds)
    taught = encode_rows(corpus, recipe)
    soft = cross_fit(taught, tasks, recipe.teacher, out / "teachers", recipe.teachers, recipe.base)
    places = {(r.ids, r.fold): i for i, r in enumerate(taught) if r.fold < recipe.teachers}
    add_other_sets(corpus, tasks, data)
    if messages:
        add_messages(corpus, tasks, messages, everyday, recipe.own_repeats)
    rows = encode_rows(corpus, recipe)
    rows = [_with_soft(replace(r, vector=i), places, soft) for i, r in enumerate(rows)]
    vectors = teacher_vectors(rows, recipe.base, out / "original.npy")
    body = Body(recipe.base)
    heads = train_joint(body, rows, tasks, recipe.student, soft, vectors)
    for name, module in (("body.pt", body), ("heads.pt", heads)):
        part = out / f"{name}.part"
        torch.save(module.state_dict(), part)
        os.replace(part, out / name)
    return body


def _with_soft(row: Row, places: dict[tuple[tuple[int, ...], int], int], soft: dict[str, Floats]) -> Row:
    """The row with its place in the soft targets of every taught task."""
    place = places.get((row.ids, row.fold)) if row.fold >= 0 else None
    return row if place is None else replace(row, soft=dict.fromkeys(soft, place))
