"""The closed classes of one language, from its pack: relations, names, time expressions, things."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

Gender = Literal["he", "she"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The closed classes of one language, from its pack.

    Attributes:
        kinds: the class of each relation noun ("boss", "pet" ...).
        plural: the relation nouns that mean several; ``collective``: one noun for several ("family").
        gender: the pronoun that a relation noun implies; nouns that imply none are left out.
        given: given names, lower case; ``doubtful`` are those that are also words, places or brands.
        not_names: capitalised words that name nobody; ``brands`` are those that name a product.
        people: nouns for people that are no relation.
        met: verbs whose object is likely a person; ``says``: what a person does.
        vague, events, bare, modified, places, homes, measures: nouns, by what they may be in a
            message.
        idioms: an adjective and a noun that name no thing ("great job").
        derived: what a verb says happened ("the promotion"), with the pattern that says it.
        times: patterns of time expressions over lower-case text.
        raw: the rest of the pack.
    """

    kinds: dict[str, str]
    plural: frozenset[str]
    collective: frozenset[str]
    gender: dict[str, Gender]
    given: frozenset[str]
    doubtful: frozenset[str]
    not_names: frozenset[str]
    brands: frozenset[str]
    people: frozenset[str]
    met: frozenset[str]
    says: frozenset[str]
    vague: frozenset[str]
    events: frozenset[str]
    bare: frozenset[str]
    modified: frozenset[str]
    places: frozenset[str]
    homes: frozenset[str]
    measures: frozenset[str]
    idioms: frozenset[str]
    derived: tuple[tuple[str, re.Pattern[str]], ...]
    times: tuple[re.Pattern[str], ...]
    raw: dict[str, Any]


@cache
def lexicon(language: str = "en") -> Lexicon:
    """Load the relations, names and closed classes of a language pack."""
    relations, names, raw = (_read(language, part) for part in ("relations", "names", "lexicon"))
    brands, people, things = frozenset(raw["not_names"]["brands"]), raw["people"], raw["things"]
    events = _words(things["events"])
    since = rf"\bsince\s+(?:the|my|our|his|her|their)\s+(?:\w+\s+)?(?:{'|'.join(sorted(events))})\b"
    return Lexicon(
        kinds={noun: kind for kind, nouns in relations["kinds"].items() for noun in nouns},
        plural=frozenset(relations["plural"]["nouns"]),
        collective=frozenset(relations["plural"]["collective"]),
        gender={noun: cast("Gender", g) for g, nouns in relations["gender"].items() for noun in nouns},
        given=_words(names["given"]["census"] + " " + names["given"]["more"]),
        doubtful=_words(names["doubtful"]["words"]),
        not_names=frozenset(raw["not_names"]["words"]) | brands,
        brands=brands,
        people=_words(people["nouns"]),
        met=_words(people["verbs"]),
        says=_words(people["says"]),
        vague=_words(things["vague"]),
        events=events,
        bare=_words(things["bare"]),
        modified=_words(things["modified"]),
        places=_words(things["places"]),
        homes=_words(things["homes"]),
        measures=_words(things["measures"]),
        idioms=frozenset(things["idioms"]),
        derived=tuple((phrase, re.compile(p)) for phrase, p in things["derived"].items()),
        times=tuple(re.compile(p) for p in (*raw["time"]["expressions"], since)),
        raw=raw,
    )


def _read(language: str, part: str) -> dict[str, Any]:
    folder = files("attunement.languages") / language
    return tomllib.loads((folder / f"{part}.toml").read_text(encoding="utf-8"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def calendar_words() -> frozenset[str]:
    """Names of months and days, lower case."""
    months = "january february march april may june july august september october november december"
    days = "monday tuesday wednesday thursday friday saturday sunday"
    return frozenset(f"{months} {days}".split())
