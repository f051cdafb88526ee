"""The phrasebook of one language: an index of what each phrase is for, and its Fluent text.

``index.jsonl`` holds conditions per stable id; ``GROUP.ftl`` holds text alone and is parsed when a
phrase of the group is first used; ``cues.npz`` holds one vector per phrase, tied to the body by its
sha256.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from attunement.errors import ModelError
from attunement.models.runtime import Floats
from attunement.respond.fluent import FluentTexts
from attunement.vocabulary import Stage, Tactic


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one phrase is for.

    Attributes:
        id: stable id; also the Fluent message id.
        group: situation or function that it belongs to, and name of its file.
        fit: "broad" fits nearly every message of the group, "narrow" only those near its cue.
        feel, time, who, intensity, register: conditions, "any" where there is none.
        asks: what a question asks for, None for other sentences.
        slots: names of the slots in its text.
        capability: the declared act that its words promise, if any.
        language: of its text, when it differs from the book's.
        role: place in the reply ("reaction", "second", "question", "advice", "close") where it is not
            the usual one of its tactic.
    """

    id: str
    group: str
    tactic: Tactic
    stage: Stage
    fit: str
    feel: str = "any"
    time: str = "any"
    who: str = "any"
    intensity: str = "any"
    register: str = "any"
    asks: str | None = None
    slots: tuple[str, ...] = ()
    capability: str | None = None
    language: str | None = None
    role: str | None = None
    status: str = "draft"
    source: str = "author"
    cue: str = ""


class Phrasebook:
    """Phrases of one language.

    Args:
        folder: the language's ``phrases`` folder.
        body_sha256: the body whose vectors rank the cues; None to use no vectors.
        index: name of the index file; groups that are chosen by id have one of their own.

    Raises:
        ModelError: the index is missing or damaged, or the vectors fit another body.
    """

    def __init__(
        self, folder: Path, language: str, body_sha256: str | None, index: str = "index.jsonl"
    ) -> None:
        self.language = language
        self._folder = folder
        self._texts = FluentTexts(folder, language)
        self.phrases = _read_index(folder / index)
        self.by_group: dict[str, list[int]] = {}
        for i, phrase in enumerate(self.phrases):
            self.by_group.setdefault(phrase.group, []).append(i)
        self._body = body_sha256

    @cached_property
    def vectors(self) -> Floats:
        """Cue vectors, float32 [phrases, 384], unit length, in the order of ``phrases``."""
        path = self._folder / "cues.npz"
        try:
            with np.load(path, allow_pickle=False) as data:
                ids, sha = [str(i) for i in data["ids"]], str(data["body_sha256"])
                table, scale = data["table"], data["scale"]
        except (OSError, KeyError, ValueError):
            raise ModelError("the phrase vectors are missing; run 'attune train phrases'") from None
        if self._body is not None and sha != self._body:
            raise ModelError("the phrase vectors fit another body; run 'attune train phrases'")
        if ids != [p.id for p in self.phrases]:
            raise ModelError("the phrase vectors are older than the index; run 'attune train phrases'")
        return table.astype(np.float32) * scale[:, None]

    def text(self, phrase: Phrase, slots: Mapping[str, str]) -> str:
        """The sentence of a phrase with its slots filled, first letter upper case.

        Raises:
            ModelError: the Fluent file lacks the phrase or a slot has no value.
        """
        return self._texts.text(phrase.group, phrase.id, slots)


def _read_index(path: Path) -> tuple[Phrase, ...]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise ModelError(f"the phrase index {path.name} is missing; reinstall") from None
    out: list[Phrase] = []
    for number, line in enumerate(lines, 1):
        try:
            row: Any = json.loads(line)
            row["slots"] = tuple(row.get("slots", ()))
            out.append(Phrase(**row))
        except (ValueError, TypeError) as error:
            raise ModelError(f"{path.name}:{number}: {error}") from None
    return tuple(out)
