"""What someone likes, wants and fears, who they are and where they live, from one clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from attunement.perceive.syntax import Word
from attunement.recall.clauses import Clause
from attunement.recall.facts import Assertion, Kind, fact_words
from attunement.recall.timex import words_of_time

_LONGEST: Final = 9
_NAME_RUN: Final = re.compile(r"[A-Z][\w'’-]*(?:\s+(?:of\s+|de\s+|la\s+)?[A-Z][\w'’-]*)*")
_PRONOUN: Final = frozenset({"him", "her", "them", "it"})


@cache
def _identity(name: str) -> re.Pattern[str]:
    return re.compile(fact_words()["identity"][name])


_RESOLVED: Final = re.compile(r"\b(?:always wanted|decided|promised|planned)\b")
"""Verbs of the past that still name a goal."""


@cache
def compiled(name: str) -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    """The patterns of one table of the word list, with their other columns."""
    return tuple((re.compile(row["pattern"]), row) for row in fact_words()[name])


@cache
def _ends() -> re.Pattern[str]:
    at = "|".join(re.escape(w) for w in sorted(fact_words()["trim"]["at"], key=len, reverse=True))
    return re.compile(
        rf"(?:^|\s+|,\s*)(?:{at})(?![\w'])|[,;:()\x00]|\s-+\s|\s—\s|\bi(?:'m| am| can| have|'ve)\b"
    )


def trim(value: str) -> str:
    """A value without what trails after it: reasons, fillers, a new clause."""
    cut = _ends().search(value, 1)
    value = (value[: cut.start()] if cut else value).strip(" .!?,'\"")
    value = re.sub(r"^(?:also|just|really|the fact that|that)\s+", "", value)
    value = re.sub(r"\s+(?:at|on|in|for|to|of|with|about|by)$", "", value)
    return " ".join(value.split()[:_LONGEST])


def _vague(value: str) -> bool:
    lower = value.lower().strip()
    return not re.search(r"[^\W\d_]", lower) or lower in fact_words()["trim"]["vague"]


def leanings(clause: Clause) -> Iterator[Assertion]:
    """Preferences, goals and worries that a clause tells of the speaker."""
    if clause.subject == "user" and not clause.asked:
        yield from _from("preferences", "preference", clause, clause.rest)
        yield from _from("goals", "goal", clause, clause.rest)
        yield from _from("worries", "worry", clause, clause.rest)
    bare = clause.lower.strip(" .!?,\n")
    if not clause.asked:
        yield from _from("loose_preferences", "preference", clause, bare)
        yield from _from("loose_goals", "goal", clause, bare)
    if not clause.asked or bare.startswith("what if"):
        yield from _from("loose_worries", "worry", clause, bare)


def _from(table: str, kind: Kind, clause: Clause, text: str) -> Iterator[Assertion]:
    for pattern, row in compiled(table):
        match = pattern.search(text) if table.startswith("loose_") else pattern.match(text)
        if match is None or (table == "goals" and clause.past and not _RESOLVED.search(text)):
            continue
        value = _value(kind, trim(match["v"]), clause)
        if value and not _unwanted(kind, value, clause):
            sure = 0.75 if kind == "preference" else 0.8
            yield Assertion(kind, "user", row.get("attribute", ""), value, confidence=sure)
            return


def _value(kind: Kind, value: str, clause: Clause) -> str:
    """The value; of a worry, a lone pronoun is replaced by whom it means."""
    if kind == "worry" and value in _PRONOUN:
        meant = next((m for m in reversed(clause.people)), None)
        return f"my {meant.subject}" if meant else ""
    return value


def _unwanted(kind: Kind, value: str, clause: Clause) -> bool:
    words = fact_words()
    if _vague(value):
        return True
    if kind == "preference":
        named = {m.relation for m in clause.people} | {m.name for m in clause.people if m.name}
        heads = {w.lower() for w in re.findall(r"[\w-]+", value)}
        return bool(re.match(r"(?:my|our|this|that|her|his|you|your)\b(?! (?:garden|own))", value)) or any(
            n and n.lower() in heads for n in named
        )
    barred = words["goal" if kind == "goal" else "worry"]["not"]
    return any(value == b or value.startswith(b + " ") for b in barred)


def identity(clause: Clause, mentioned: Sequence[str] = ()) -> Iterator[Assertion]:
    """Name, age, trade, studies and home of the speaker or of someone of theirs."""
    if clause.asked or not (
        clause.subject
        or clause.lower.strip().startswith(("my name", "call me", "people", "you can", "everyone", "friends"))
    ):
        return
    yield from _named(clause)
    if clause.subject:
        yield from _age(clause)
        yield from _trade(clause)
        yield from _home(clause)


def _named(clause: Clause) -> Iterator[Assertion]:
    bare = clause.lower.strip(" .!?,\n")
    for pattern, row in compiled("about"):
        match = pattern.search(bare)
        if match and (clause.subject in ("user", "") or row["attribute"] == "name"):
            value = match["v"]
            where = clause.lower.find(value, clause.lower.find(match.group().strip()[:6]))
            shown = clause.text[where : where + len(value)] if row["attribute"] == "name" else value
            if row["attribute"] != "name" or value not in fact_words()["names"]["not"]:
                yield Assertion(
                    "about", "user", row["attribute"], shown[:1].upper() + shown[1:], confidence=0.9
                )
    said = re.match(r"^\s*(?:hi,? |hello,? |hey,? )?I['’]?(?: a)?m ([A-Z][\w-]+)\s*[.!,]?\s*$", clause.text)
    if (
        said
        and said.group(1).lower() not in fact_words()["names"]["not"]
        and _proper(clause.words, said.group(1))
    ):
        yield Assertion("about", "user", "name", said.group(1), confidence=0.7)


def _proper(words: Sequence[Word], text: str) -> bool:
    return any(w.text == text and (not w.tag or w.tag.startswith("NNP")) for w in words)


def _age(clause: Clause) -> Iterator[Assertion]:
    match = _identity("age").match(clause.rest)
    if match and clause.subject != "user" and not clause.when:
        yield Assertion("about", clause.subject, "age", _digits(match["v"]), confidence=0.8)
    elif match and clause.subject != "user" and clause.past:
        yield Assertion("about", clause.subject, "age", _digits(match["v"]), confidence=0.8)


def _digits(number: str) -> str:
    found = words_of_time()["numbers"].get(number)
    return str(round(found)) if found else number


def _trade(clause: Clause) -> Iterator[Assertion]:
    jobs = fact_words()["jobs"]["words"]
    match = _identity("job").match(clause.rest)
    if match:
        value = trim(match["w"] or match["v"])
        head = re.split(r"\s+(?:at|in|on|for|with|of|who|from)\s+", value)[0]
        if match["w"] or any(head == j or head.endswith(" " + j) for j in jobs):
            if head and not _vague(head):
                yield Assertion("about", clause.subject, "job", head, confidence=0.85)
    if taught := re.match(
        r"^(?:teach|teaches) (?P<v>(?!me\b|my\b|him\b|her\b|us\b|you\b)[\w ]+)$", clause.rest
    ):
        yield Assertion("about", clause.subject, "job", f"teach {taught['v']}", confidence=0.75)
    for attribute, pattern in (("employer", _identity("employer")), ("studies", _identity("studies"))):
        if found := pattern.match(clause.rest):
            value = re.split(r"\s+(?:at|as|with|on)\s+", trim(found["v"]))[0]
            if value and not _vague(value):
                yield Assertion(
                    "about", clause.subject, attribute, _as_written(value, clause), confidence=0.8
                )


def _as_written(value: str, clause: Clause) -> str:
    where = clause.lower.find(value)
    return clause.text[where : where + len(value)] if where >= 0 else value


def _home(clause: Clause) -> Iterator[Assertion]:
    when = next((t for t in clause.times if t.bound in ("at", "since")), None)
    lives = _identity("lives").match(clause.rest)
    came = (
        _identity("from").match(clause.rest) if re.search(r"\b(?:from|grew up|born)\b", clause.rest) else None
    )
    parts = [("lives", lives), ("from", came)]
    if came and (also := re.search(r"\bbut (?:i |we )?(?:now )?live in (?P<v>.+)", clause.rest)):
        parts.append(("lives", also))
    for attribute, match in parts:
        place = _place(match["v"], clause) if match else None
        if place:
            begun = when.start.isoformat() if when and attribute == "lives" else None
            yield Assertion(
                "place", clause.subject, attribute, place, begun,
                precision=when.precision if when and begun else "day", confidence=0.85,
            )  # fmt: skip


def _place(value: str, clause: Clause) -> str | None:
    """The name of a place in a value: its first run of proper nouns."""
    value = re.split(r"\s+(?:but|and|with|where)\s+", value)[0]
    where = clause.lower.rfind(value.split(" ")[0])
    shown = clause.text[where : where + len(value)] if where >= 0 else value
    run = _NAME_RUN.search(shown)
    if run and run.group().lower() not in ("i", "i'm"):
        return run.group()
    names = [w for w in clause.rest_words if w.tag.startswith("NNP") and w.lower in value.split()]
    return " ".join(w.text.capitalize() for w in names) or None
