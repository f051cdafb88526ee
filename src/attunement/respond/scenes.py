"""Scenes: small, concrete kinds of things that happen to people, each with sentences that fit it.

A scene is recognised by the closeness of the message to its cues (messages as people would write them)
and to its centre (the mean vector of public messages of its kind). Its sentences come in roles: a
reaction, a second sentence, a question, sometimes advice; any combination of a scene's sentences reads
as one reply. ``index.jsonl`` holds what each sentence is for, ``SITUATION.ftl`` the text, and
``vectors.npz`` the vectors, tied to the body by its sha256.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np

from attunement.errors import ModelError
from attunement.models.runtime import Floats
from attunement.respond.fluent import FluentTexts
from attunement.respond.phrasebook import Phrase
from attunement.vocabulary import Stage, Tactic

ROLES: Final = {"r": "reaction", "s": "second", "q": "question", "a": "advice"}
"""The letter in an id ("cat_died-r1") and the role it names."""
_STAGES: Final[dict[str, Stage]] = {"reaction": "explore", "second": "comfort", "question": "explore",
                                    "advice": "act"}  # fmt: skip
LINE_WIDTH: Final = 128


@dataclass(frozen=True, slots=True)
class Scene:
    """One kind of event.

    Attributes:
        name: stable name.
        situation: the situation it belongs to, and the name of its Fluent file.
        feel: how the person feels in it: "neg", "pos", "mixed" or "any".
        who: kinds of persons for which its slots are right; empty where no sentence names anyone.
        cues: messages as people would write them.
        lines: its sentences as phrases.
    """

    name: str
    situation: str
    feel: str
    who: tuple[str, ...]
    cues: tuple[str, ...]
    lines: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A scene that a message may belong to, with its closeness (0 to 1)."""

    scene: Scene
    closeness: float
    place: int


@dataclass(frozen=True, slots=True)
class _Vectors:
    cues: Floats
    owners: Any
    centres: Floats
    lines: Floats
    asking: Floats


class SceneBook:
    """The scenes of one language.

    Args:
        folder: the language's ``scenes`` folder.
        language: BCP 47.
        body_sha256: the body whose vectors recognise the scenes; None to use no vectors.

    Raises:
        ModelError: the index is missing or damaged, or the vectors fit another body.
    """

    def __init__(self, folder: Path, language: str, body_sha256: str | None) -> None:
        self._folder = folder
        self._body = body_sha256
        self._texts = FluentTexts(folder, language)
        self.scenes = _read_index(folder / "index.jsonl")
        firsts = np.cumsum([0, *(len(s.lines) for s in self.scenes)])
        self._first_line = [int(n) for n in firsts]

    @cached_property
    def _vectors(self) -> _Vectors:
        path = self._folder / "vectors.npz"
        try:
            with np.load(path, allow_pickle=False) as data:
                if self._body is not None and str(data["body_sha256"]) != self._body:
                    raise ModelError("the scene vectors fit another body; run 'attune train phrases'")
                if [str(n) for n in data["names"]] != [s.name for s in self.scenes]:
                    raise ModelError("the scene vectors are older than the index; run 'attune train phrases'")
                return _Vectors(
                    unpack(data["cues"], data["cues_scale"]), data["owners"],
                    unpack(data["centres"], data["centres_scale"]),
                    unpack(data["lines"], data["lines_scale"]), data["asking"].astype(np.float32),
                )  # fmt: skip
        except (OSError, KeyError, ValueError):
            raise ModelError("the scene vectors are missing; run 'attune train phrases'") from None

    def match(self, vector: Floats, most: int = 8) -> tuple[Match, ...]:
        """The closest scenes for a message's unit vector [384], best first."""
        v = self._vectors
        near = np.full(len(self.scenes), -1.0, dtype=np.float32)
        np.maximum.at(near, v.owners, v.cues @ vector)
        closeness = 0.5 * near + 0.5 * (v.centres @ vector)
        best = np.argpartition(-closeness, min(most, len(closeness) - 1))[:most]
        best = best[np.argsort(-closeness[best])]
        return tuple(Match(self.scenes[i], float(closeness[i]), int(i)) for i in best)

    def relevance(self, vector: Floats, place: int) -> Floats:
        """How well each line of the scene at ``place`` answers the message, float32 [lines]."""
        v = self._vectors
        asked = v.asking @ vector
        asked /= np.linalg.norm(asked) + 1e-9
        rows = v.lines[self._first_line[place] : self._first_line[place + 1]]
        return np.asarray(rows @ asked, dtype=np.float32)

    def text(self, scene: Scene, line: Phrase, slots: Mapping[str, str]) -> str:
        """The sentence of a line with its slots filled."""
        return self._texts.text(scene.situation, line.id, slots)


def unpack(table: Any, scale: Any) -> Floats:
    """Rows kept as int8 with one scale a row."""
    return np.asarray(table.astype(np.float32) * scale[:, None], dtype=np.float32)


def pack(rows: Floats) -> tuple[Any, Floats]:
    """Rows as int8 and one scale a row."""
    scale = (np.abs(rows).max(axis=1) / 127).astype(np.float32) + 1e-12
    return np.round(rows / scale[:, None]).astype(np.int8), scale


def _read_index(path: Path) -> tuple[Scene, ...]:
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise ModelError(f"the scene index {path.name} is missing; reinstall") from None
    out: list[Scene] = []
    for number, row in enumerate(rows, 1):
        try:
            raw: dict[str, Any] = json.loads(row)
            name = str(raw["name"])
            lines = tuple(_line(name, line) for line in raw["lines"])
            out.append(
                Scene(
                    name, raw["situation"], raw["feel"], tuple(raw.get("who", ())), tuple(raw["cues"]), lines
                )
            )
        except (ValueError, TypeError, KeyError) as error:
            raise ModelError(f"{path.name}:{number}: {error}") from None
    return tuple(out)


def _line(name: str, raw: Sequence[Any]) -> Phrase:
    """A line ``[id, tactic, asks or null, [slots]]`` of the index."""
    suffix, asks, slots = str(raw[0]), raw[2], tuple(raw[3])
    tactic: Tactic = raw[1]
    role = ROLES[suffix[0]]
    return Phrase(f"{name}-{suffix}", name, tactic, _STAGES[role], "scene", asks=asks, slots=slots, role=role)
