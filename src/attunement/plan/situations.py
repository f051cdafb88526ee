"""The table of situations that plans and phrases share."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation: what it covers, its usual gravity and feeling, life or service."""

    id: str
    about: str
    gravity: str
    feel: str
    domain: str


@cache
def situations() -> dict[str, Situation]:
    """All situations by id."""
    raw = (files("attunement.plan") / "situations.toml").read_text(encoding="utf-8")
    return {key: Situation(key, **value) for key, value in tomllib.loads(raw).items()}


def gravity(label: str) -> str:
    """light, serious or grave; serious for what is not in the table."""
    found = situations().get(label)
    return found.gravity if found else "serious"
