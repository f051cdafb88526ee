"""Simulated persons who answer to style: written apart from the learner, and not linear as it is.

A person is pleased by the product of what each style dimension misses; they judge some turns with a
thumb and show the rest by staying, asking again, or leaving.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from attunement.errors import DataError


@dataclass(frozen=True, slots=True)
class SimulatedPerson:
    """One person.

    Attributes:
        likes: wished level 0 to 1, [dimensions][contexts].
        matter: how much a miss costs, [dimensions].
        mood: how often each context comes.
        thumbs: share of turns that are judged.
        flips: dimensions whose wish turns round when the person changes their mind.
        group: "clear" tastes, or "faint" ones that show little in few reactions.
    """

    likes: tuple[tuple[float, ...], ...]
    matter: tuple[float, ...]
    mood: tuple[float, ...]
    thumbs: float
    flips: tuple[int, ...]
    group: str = "clear"

    def pleased(self, context: int, levels: tuple[int, ...], changed: bool = False) -> float:
        """How likely they are pleased by a reply of these style levels."""
        out = 0.97
        for d, level in enumerate(levels):
            wish = self.likes[d][context]
            wish = 1 - wish if changed and d in self.flips else wish
            out *= 1 - 0.6 * self.matter[d] * abs(level - wish)
        return out

    def complains(
        self, context: int, levels: tuple[int, ...], changed: bool, rng: np.random.Generator
    ) -> int | None:
        """The dimension that bothers them most, which half of the thumbs-down name."""
        if rng.random() < 0.5:
            return None
        cost = [
            self.matter[d] * abs(level - (1 - w if changed and d in self.flips else w))
            for d, (level, w) in enumerate(zip(levels, (x[context] for x in self.likes), strict=True))
        ]
        return int(np.argmax(cost))

    def context(self, rng: np.random.Generator) -> int:
        """The mood of the next message."""
        p = np.array(self.mood)
        return int(rng.choice(len(p), p=p / p.sum()))

    def reacts(self, pleased: float, rng: np.random.Generator) -> tuple[bool | None, bool, bool, bool]:
        """Thumb if any, asked again, left, went on."""
        if rng.random() < self.thumbs:
            return bool(rng.random() < pleased), False, False, False
        again, left = rng.random() < 0.5 * (1 - pleased), rng.random() < 0.35 * (1 - pleased)
        return None, bool(again), bool(left), bool(rng.random() < 0.2 + 0.7 * pleased)


def read_people(path: Path, dimensions: tuple[str, ...]) -> list[SimulatedPerson]:
    """Read persons from their JSON file.

    Raises:
        DataError: the file has no such persons.
    """
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return [
            SimulatedPerson(
                tuple(tuple(float(x) for x in row["likes"][d]) for d in dimensions),
                tuple(float(row["matter"][d]) for d in dimensions),
                tuple(float(x) for x in row["mood"]),
                float(row["thumbs"]),
                tuple(dimensions.index(d) for d in row["change"]["flips"]),
                str(row["group"]),
            )
            for row in raw["people"]
        ]
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise DataError(f"{path}: no simulated persons: {error}") from None
