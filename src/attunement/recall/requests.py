"""What a person asks of the memory in plain words: forget, correct, accept, decline, tell.

Reading only; nothing is changed here. A correction keeps the old statement as one that was taken
back, so that history stays whole; forgetting deletes the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Final

from attunement.perceive.syntax import Word
from attunement.recall.extract import extract
from attunement.recall.facts import Assertion, Fact, canonical, canonical_relations, fact_words, stems
from attunement.recall.memory import Book
from attunement.recall.people import find_people
from attunement.recall.timex import find_times
from attunement.turn import PastTurn


@cache
def _asks(name: str) -> re.Pattern[str]:
    return re.compile(fact_words()["requests"][name], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: its kind, the new statements, and the facts concerned.

    ``everything`` marks a wish to forget all; ``topic`` holds the words of what to forget or to tell.
    """

    kind: str = "none"
    facts: tuple[Assertion, ...] = ()
    concerned: tuple[Fact, ...] = ()
    topic: str = ""
    everything: bool = False


def _plain(message: str) -> str:
    return message.strip().lower().replace("’", "'")


def read_consent(message: str, past: Sequence[PastTurn]) -> bool | None:
    """The answer to our question for consent; None where it was not asked or not answered."""
    last = past[-1] if past else None
    if last is None or not any(p.startswith("memory_consent-") for p in last.phrases):
        return None
    if _asks("no").search(message):
        return False
    return True if _asks("yes").search(message) and "no thanks" not in message.lower() else None


def read_request(
    message: str, at: datetime, book: Book, past: Sequence[PastTurn], words: Sequence[Word], turn: str
) -> Request:
    """What the message asks of the memory."""
    lower = _plain(message)
    if len(lower) > 240:
        return Request()
    if _asks("all").match(lower):
        return Request("forget", concerned=book.facts, everything=True)
    if _asks("that").match(lower):
        return Request("forget", concerned=_last_told(book, past))
    if about := _asks("about").match(lower):
        return Request("forget", concerned=about_topic(about["x"], book.facts), topic=about["x"])
    if past and (wrong := _asks("wrong").match(lower)):
        return _correction(message, wrong.end(), at, book, past, words, turn)
    if past and re.match(r"^it was my|^it's my|^i meant\b|^not my \w+", lower):
        return _correction(message, 0, at, book, past, words, turn)
    if _asks("tell").match(lower):
        current = tuple(f for f in book.facts if f.current)
        return Request("recollect", concerned=_answers(lower, current), topic=lower)
    return Request()


def _last_told(book: Book, past: Sequence[PastTurn]) -> tuple[Fact, ...]:
    """The facts of the latest turn that told any, of the last three; all of that turn's."""
    for earlier in reversed(past[-3:]):
        told = tuple(f for f in book.facts if earlier.id in f.sources)
        if told:
            return told
    return ()


def about_topic(topic: str, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts whose words, subject or name share the topic's content words."""
    wanted = _topic_stems(topic)
    return tuple(f for f in facts if wanted and wanted <= _fact_stems(f))


def _topic_stems(topic: str) -> frozenset[str]:
    """Stems of the content words, relations by the noun that stands for them."""
    words = re.findall(r"\w+", topic.lower())
    content = [w for w in words if w not in fact_words()["stop"]["words"]]
    return frozenset(s for w in content for s in stems(canonical(w)))


def _fact_stems(fact: Fact) -> frozenset[str]:
    said = fact.said
    text = " ".join((said.words, said.value, said.subject, said.attribute))
    return _topic_stems(text)


def mentions_topic(topic: str, text: str) -> bool:
    """Whether a text speaks of a topic: all content words of the topic stand in it."""
    wanted = _topic_stems(topic)
    return bool(wanted) and wanted <= _topic_stems(text)


def _correction(
    message: str, begin: int, at: datetime, book: Book, past: Sequence[PastTurn], words: Sequence[Word],
    turn: str,
) -> Request:  # fmt: skip
    """A statement put right: whose it is, when it is, or what the name is."""
    tail = message[begin:].strip()
    concerned = _last_told(book, past)
    if not tail:
        return Request("correct", concerned=concerned) if concerned and begin > 3 else Request()
    if not _asks("instead").match(_plain(tail)):
        return Request()
    named = re.search(r"(?i)(?:name(?:'s| is| was)|called|named|spelled)\s+(?P<n>[\w-]+)", tail)
    people = [m for m in find_people(tail, words) if m.relation]
    denied = _denied(_plain(tail))
    right = next((m for m in people if m.relation not in denied), None)
    if named and (target := _named_target(concerned or book.facts, right.relation if right else None)):
        name = named["n"][0].upper() + named["n"][1:]
        return _replaced([target], {"value": name}, message, at, turn)
    if right is not None:
        if concerned and not denied:
            denied = {_who_was_told(concerned)}
        wrong = [f for f in (concerned or book.facts) if f.current and (_who(f) in denied)]
        if wrong:
            return _rerelated(wrong, right.relation or "", right.name, message, at, turn)
    times = [t for t in find_times(tail, at) if t.bound == "at"]
    event = next((f for f in reversed(concerned or book.facts) if f.said.kind == "event" and f.current), None)
    if times and event is not None:
        new = {
            "valid_from": times[0].start.isoformat(), "valid_until": times[0].end.isoformat(),
            "precision": times[0].precision, "hour": times[0].hour,
        }  # fmt: skip
        return _replaced([event], new, message, at, turn)
    return Request()


def _denied(lower: str) -> set[str]:
    """Relations that a correction rejects: "not my sister"."""
    nouns = "|".join(re.escape(n) for n in sorted(canonical_relations(), key=len, reverse=True))
    found = re.findall(rf"\bnot (?:my |the )?({nouns}|\w+)", lower)
    return {canonical(n) for n in found}


def _who(fact: Fact) -> str:
    said = fact.said
    return canonical(said.attribute if said.kind in ("person", "pet") else said.subject)


def _who_was_told(facts: Sequence[Fact]) -> str:
    """Of whom the corrected turn spoke: the first one who is not the speaker."""
    return next((_who(f) for f in facts if _who(f) not in ("user", "")), "")


def _named_target(facts: Sequence[Fact], relation: str | None) -> Fact | None:
    kinds = ("person", "pet")
    return next(
        (
            f
            for f in reversed(facts)
            if f.said.kind in kinds and f.current and relation in (None, f.said.attribute)
        ),
        None,
    )


def _replaced(
    facts: Sequence[Fact], new: Mapping[str, object], message: str, at: datetime, turn: str
) -> Request:
    made = tuple(
        replace(
            f.said, **new, known_since=at.isoformat(), turn=turn, confidence=0.95,
            words=" ".join(message.split())[:300], retracts=f.said.id,
        )  # pyright: ignore[reportArgumentType]
        for f in facts
    )  # fmt: skip
    return Request("correct", made, tuple(facts))


def _rerelated(
    facts: Sequence[Fact], relation: str, name: str | None, message: str, at: datetime, turn: str
) -> Request:
    made: list[Assertion] = []
    for fact in facts:
        field = "attribute" if fact.said.kind in ("person", "pet") else "subject"
        new = {field: relation} | ({"value": name} if name and field == "attribute" else {})
        made += _replaced([fact], new, message, at, turn).facts
    return Request("correct", tuple(made), tuple(facts))


_ATTRIBUTES: Final = {
    "name": ("name",), "live": ("lives",), "work": ("job", "employer"), "job": ("job", "employer"),
    "old": ("age",), "age": ("age",), "from": ("from",), "study": ("studies",), "like": ("like",),
    "favourite": ("like",), "favorite": ("like",), "hate": ("dislike",), "called": ("name",),
}  # fmt: skip


def _answers(lower: str, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts that answer a question, best first; all for "what do you know about me"."""
    if re.search(r"\b(?:about me|told you|know of me|remember of me)\b", lower):
        return _varied(facts)
    wanted = _topic_stems(
        re.sub(r"^.*?\b(?:remember|know|is|'s|was|does|do i|am i)\b", "", lower)
    ) or _topic_stems(lower)
    asked = {a for word, names in _ATTRIBUTES.items() if re.search(rf"\b{word}", lower) for a in names}
    mine = bool(re.search(r"\b(?:i|am i|my name|my age|my job)\b", lower))
    scored: list[tuple[float, Fact]] = []
    for fact in facts:
        shared = len(wanted & _fact_stems(fact))
        whom = canonical(fact.said.subject)
        score = float(shared) + 1.0 * (fact.said.attribute in asked and (mine or whom != "user"))
        score += 1.5 * (fact.said.kind in ("person", "pet") and stems(fact.said.attribute) <= wanted)
        score += 1.5 * (fact.said.value.lower() in re.findall(r"\w+", lower) and bool(fact.said.value))
        if "when" in lower.split(" ")[0] and fact.said.kind == "event":
            score += 1.0
        if score >= 1.5 or (shared and len(wanted) == shared) or (score and mine):
            scored.append((score, fact))
    best = max((s for s, _ in scored), default=0.0)
    return tuple(f for s, f in sorted(scored, key=lambda p: -p[0]) if s >= 0.75 * best)


def _varied(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """All facts, the surest of every kind first, then the next of every kind."""
    kinds: dict[str, list[Fact]] = {}
    for fact in sorted(facts, key=lambda f: (-f.confidence, f.known_since)):
        kinds.setdefault(fact.said.kind, []).append(fact)
    most = max((len(v) for v in kinds.values()), default=0)
    return tuple(row[i] for i in range(most) for row in kinds.values() if i < len(row))


__all__ = ["Request", "about_topic", "extract", "mentions_topic", "read_consent", "read_request"]
