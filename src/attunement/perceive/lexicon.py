"""The closed classes of one language, from its pack: relations, time expressions, calendar words."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The closed classes of one language, from its pack."""

    kinds: dict[str, str]
    plural: frozenset[str]
    times: tuple[re.Pattern[str], ...]
    raw: dict[str, Any]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """Load the relations and closed classes of a language pack."""
    folder = files("attunement.languages") / language
    relations = tomllib.loads((folder / "relations.toml").read_text(encoding="utf-8"))
    raw = tomllib.loads((folder / "lexicon.toml").read_text(encoding="utf-8"))
    return Lexicon(
        {noun: kind for kind, nouns in relations["kinds"].items() for noun in nouns},
        frozenset(relations["plural"]["nouns"]),
        tuple(re.compile(p) for p in raw["time"]["expressions"]),
        raw,
    )


@cache
def calendar_words() -> frozenset[str]:
    """Names of months and days, lower case."""
    months = "january february march april may june july august september october november december"
    days = "monday tuesday wednesday thursday friday saturday sunday"
    return frozenset(f"{months} {days}".split())
