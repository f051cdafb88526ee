"""Taking facts from a message without a language model: in well under a millisecond per clause.

Clauses are read from the parse, patterns and word lists from the language pack. Orders to the
program ("remember that you must ...") give no facts: they are words that were said, nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Final

from attunement.perceive.syntax import Word
from attunement.recall.clauses import Clause, guard, read_clauses
from attunement.recall.facts import Assertion, canonical, fact_words
from attunement.recall.leanings import compiled, identity, leanings
from attunement.recall.people import Mention, find_people
from attunement.recall.timex import When

_MODIFIERS: Final = ("NN", "JJ", "CD", "VBG", "NNP")
_DETERMINERS: Final = frozenset("my our a an the his her their your this that".split())
_AUX: Final = re.compile(
    r"^(?:(?:'m|'re|'s|am|are|is|'ll|will|gonna|going to|have to|has to|'ve got to|have|got to|need to|be|"
    r"also|finally|just|still|actually|probably|supposed to|about to|both|all)\s+)*"
)
_LONGEST: Final = 7


def extract(
    text: str, at: datetime, words: Sequence[Word] = (), turn: str = "", feeling: str = "neutral"
) -> tuple[Assertion, ...]:
    """Everything a message states, in order, each statement once.

    Args:
        text: the message.
        at: when it was written; times are resolved against it.
        words: its parse.
        turn: id of the turn, kept as the source.
        feeling: polarity of the message.
    """
    found: list[tuple[Clause | None, Assertion]] = []
    clauses = read_clauses(text, at, words)
    seen = {m for c in clauses for m in c.people if not guard("suppose").search(c.sentence)}
    for mention in sorted(seen, key=lambda m: m.start):
        if mention.relation:
            found.append((_clause_of(mention, clauses), _person(mention)))
    for clause in clauses:
        found += [(clause, a) for a in _from_clause(clause)]
    out: dict[tuple[str, ...], Assertion] = {}
    for clause, said in found:
        whole = replace(
            said, known_since=at.isoformat(), turn=turn, feeling=feeling,
            words=" ".join((clause.text if clause else text).split())[:300],
        )  # fmt: skip
        key = (
            said.kind,
            said.subject,
            said.attribute,
            "" if said.kind == "milestone" else said.value.lower(),
        )
        if key not in out or (out[key].valid_from is None and whole.valid_from):
            out[key] = whole
    return tuple(out.values())


def _clause_of(mention: Mention, clauses: Iterable[Clause]) -> Clause | None:
    return next((c for c in clauses if mention in c.people), None)


def _person(mention: Mention) -> Assertion:
    kind = "pet" if mention.pet else "person"
    sure = 0.9 if mention.name else 0.7
    return Assertion(kind, "user", mention.relation or "", mention.name or "", confidence=sure)


def _from_clause(clause: Clause) -> Iterator[Assertion]:
    yield from leanings(clause)
    if clause.asked:
        return
    yield from identity(clause)
    milestone = _milestone(clause)
    if milestone is not None:
        yield milestone
    event = _named_event(clause)
    if event is None and milestone is None:
        event = _verb_event(clause)
    if event is not None and not (milestone is not None and milestone.attribute in _OVER):
        yield event


_OVER: Final = frozenset(
    {"married", "passed", "died", "won", "graduated", "recovered", "new_job", "lost_job"}
)
"""Milestones that already say what an event of the same clause would."""


def _dated(said: Assertion, when: When | None) -> Assertion:
    if when is None:
        return said
    return replace(
        said, valid_from=when.start.isoformat(), valid_until=when.end.isoformat(),
        precision=when.precision, hour=when.hour,
    )  # fmt: skip


def _milestone(clause: Clause) -> Assertion | None:
    bare = clause.lower.strip(" .!?,\n")
    for pattern, row in compiled("milestones"):
        text = clause.rest if clause.subject else bare
        anywhere = row["pattern"].startswith(".*") or "|.*" in row["pattern"]
        match = pattern.match(text) or (pattern.search(bare) if anywhere else None)
        if match is None or (not clause.subject and not anywhere):
            continue
        subject: str | None = clause.subject or "user"
        groups = match.groupdict()
        if row.get("object"):
            subject = _lost(groups.get("o") or groups.get("o2") or "", clause)
        if subject is None:
            continue
        value = (groups.get("v") or "").strip(" .!?,")
        value = re.split(r"\s+(?:and|but|because|so|with|after|when)\s+|,", value)[0] if value else ""
        past = next((t for t in clause.times if t.bound == "at"), None)
        return _dated(Assertion("milestone", subject, row["type"], value, confidence=0.85), past)
    return None


def _lost(phrase: str, clause: Clause) -> str | None:
    """Who was lost: someone of the speaker's, never keys or a job."""
    noun = canonical(phrase.strip().split(" and ")[0])
    for mention in clause.people:
        if mention.relation and (noun == mention.relation or noun.startswith(mention.relation)):
            return mention.relation
    return None


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(fact_words()["events"]["nouns"])


def _named_event(clause: Clause) -> Assertion | None:
    """An event that a noun names: "job interview on Friday", "my aunt's funeral"."""
    words = clause.words
    for i, word in enumerate(words):
        two = f"{words[i - 1].lower} {word.lower}" if i else ""
        noun = two if two in _event_nouns() else word.lower.removesuffix("'s")
        if (
            noun not in _event_nouns()
            or (word.tag == "VBG" and noun == word.lower)
            or word.tag in ("VB", "VBP")
        ):
            continue
        if i + 1 < len(words) and words[i + 1].lower in _event_nouns() and words[i + 1].tag.startswith("NN"):
            continue
        first = _left_edge(words, i - (noun == two), clause)
        if not _is_event(noun, first, clause):
            continue
        value = (
            clause.text[words[first].start - clause.start : word.end - clause.start] if first <= i else noun
        )
        value = _with_place(value, i, clause)
        said = Assertion(
            "event", _owner(first, clause), "", value.strip(), confidence=0.85 if clause.when else 0.7
        )
        return _dated(said, clause.when)
    return None


def _left_edge(words: Sequence[Word], i: int, clause: Clause) -> int:
    """First word of the noun phrase, without its owner and determiner."""
    first = i
    owners = [(m.start, m.end) for m in clause.people]
    times = [(t.span.start, t.span.end) for t in clause.times]
    while first:
        before = words[first - 1]
        covered = any(a <= before.start < b for a, b in (*owners, *times))
        if covered or not before.tag.startswith(_MODIFIERS) or before.lower in _DETERMINERS:
            break
        if before.lower.endswith(("'s", "s'")) or before.lower in (
            "first",
            "last",
            "next",
            "big",
            "whole",
            "other",
        ):
            break
        if (
            before.tag == "VBG"
            and first - 1
            and words[first - 2].tag.startswith(("PRP", "VB"))
            and words[first - 2].tag != "PRP$"
        ):
            break
        first -= 1
    return first


_HAVING: Final = re.compile(
    r"(?:\b(?:have|has|had|having|got|going to|gonna|there's|there is|it's|attending|hosting)\b|'ve got|'ve)"
)


def _is_event(noun: str, first: int, clause: Clause) -> bool:
    before = clause.words[first - 1].lower if first else ""
    if re.search(
        r"\b(?:don't|didn't|no|never|without|like|love|hate|enjoy|for a|want|'d)\b", clause.rest[:30]
    ):
        return bool(clause.when) and not re.search(r"\b(?:like|love|hate|enjoy|want)\b", clause.rest[:12])
    if clause.when:
        return True
    if noun in fact_words()["events"]["weak"]:
        return False
    mine = before in ("my", "our") or before.endswith(("'s", "s'"))
    having = bool(_HAVING.search(clause.lower)) and before in ("a", "an", "my", "our", "another", "the")
    return bool(clause.subject) and (
        having or (mine and bool(re.search(r"\b(?:coming up|soon|worried|nervous|scared)\b", clause.lower)))
    )


def _owner(first: int, clause: Clause) -> str:
    """Whose event it is: its owner, else the subject of the clause, else the speaker."""
    start = clause.words[first].start
    for mention in clause.people:
        if mention.start < start and start - mention.end <= 2:
            return mention.subject
    for mention in clause.people:
        if mention.owner_only and clause.text[: mention.start - clause.start].rstrip().endswith(" of"):
            return mention.subject
    return clause.subject or "user"


def _with_place(value: str, i: int, clause: Clause) -> str:
    """The event with where it goes or whose it is: "flight to Oslo", "anniversary of my dad's death"."""
    tail = clause.text[clause.words[i].end - clause.start :]
    match = re.match(r"\s+(?:to|of|with|for) (?:(?:my|the|our|his|her) )?[\w'’]+(?: [\w'’]+)?", tail)
    if match is None:
        return value
    kept = match.group()
    reach = clause.words[i].end + len(kept)
    for when in clause.times:
        if when.span.start < reach:
            kept = kept[: max(0, when.span.start - clause.words[i].end)]
    small = re.match(r"\s+(?:to|with) [A-Z][\w]+|\s+of (?:my|our) [\w'’]+ [\w]+", kept)
    return value + small.group() if small else value


def _verb_event(clause: Clause) -> Assertion | None:
    """Something done at a time: ahead with any verb of doing, behind with a verb of the list."""
    when = clause.when
    if when is None or not clause.subject:
        return None
    rest = _AUX.sub("", clause.rest)
    rest = re.split(r"\s+(?:and|but|because|so|which|if|when)\s+|,", rest)[0].strip(" .!?")
    words = rest.split()
    if not words or len(words) > 14 or (len(words) == 1 and clause.subject == "user"):
        return None
    if clause.past:
        if not any(rest.startswith(v) for v in fact_words()["events"]["verbs"]) or when.precision == "year":
            return None
    elif not _doing(words, rest, clause) or when.end.isoformat() < _today(clause, when):
        return None
    said = Assertion("event", clause.subject, "", " ".join(words[:_LONGEST]), confidence=0.7)
    return _dated(said, when)


def _today(clause: Clause, when: When) -> str:
    return when.start.isoformat()


def _doing(words: Sequence[str], rest: str, clause: Clause) -> bool:
    states = fact_words()["events"]["states"]
    if words[0] in states or "n't" in clause.rest.split(" ")[0] or " not " in f" {clause.rest} "[:12]:
        return False
    if rest.startswith(("so ", "too ", "very ", "really ")):
        return False
    tag = next((w.tag for w in clause.rest_words if w.lower == words[0]), "")
    return tag.startswith("VB") and tag != "VBN" if tag else words[0].endswith("ing")


__all__ = ["extract", "find_people"]
