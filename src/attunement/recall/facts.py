"""Facts a person has told: bi-temporal, never overwritten, derived again from what was said.

Every statement is kept as an ``Assertion`` with two times: when it holds in the world (``valid_from``,
``valid_until``) and since when it is known (``known_since``). ``settle`` derives from any set of
assertions, in any order and however often repeated, what holds now and what was superseded
(Snodgrass, Developing Time-Oriented Database Applications in SQL, 2000).
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

Kind = Literal["person", "pet", "place", "about", "event", "preference", "goal", "worry", "milestone"]
KINDS: Final[tuple[Kind, ...]] = (
    "person", "pet", "place", "about", "event", "preference", "goal", "worry", "milestone",
)  # fmt: skip
_SINGLE: Final = frozenset(
    {("place", "lives"), ("place", "from"), ("about", "name"), ("about", "age"), ("about", "job"),
     ("about", "employer"), ("about", "studies")}
)  # fmt: skip
"""Attributes that have one value at a time."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that was said.

    Attributes:
        kind: what sort of fact it is.
        subject: "user", or the relation or name of someone the person speaks of.
        attribute: which property ("lives", "sister", "died", "like"); "" where the kind says it all.
        value: the words of the value; a name, a place, an event.
        valid_from: ISO date from which it holds, or on which an event begins; None where unknown.
        valid_until: ISO date until which it holds, or on which an event ends.
        precision: how exactly the time was said.
        hour: hour of the day of an event.
        known_since: ISO time of the message.
        confidence: 0 to 1.
        turn: id of the turn that said it.
        words: the sentence it was taken from, in the person's words.
        feeling: polarity of the message that said it.
        retracts: id of an assertion that this one takes back; a correction keeps its own value too.
    """

    kind: Kind
    subject: str
    attribute: str = ""
    value: str = ""
    valid_from: str | None = None
    valid_until: str | None = None
    precision: str = "day"
    hour: float | None = None
    known_since: str = ""
    confidence: float = 0.8
    turn: str = ""
    words: str = ""
    feeling: str = "neutral"
    retracts: str | None = None

    @property
    def id(self) -> str:
        """Stable id: the same statement of the same turn is the same assertion."""
        parts = (self.turn, self.kind, self.subject, self.attribute, plain(self.value), self.valid_from or "")
        return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:24]

    def to_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return asdict(self)

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> Assertion:
        """Read one; unknown fields of later versions are passed over."""
        known = {k: v for k, v in raw.items() if k in cls.__dataclass_fields__}
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Fact:
    """What holds, or held, according to everything that was said.

    Attributes:
        said: the latest assertion of it.
        known_since: ISO time of its first mention.
        known_until: ISO time at which it was superseded or taken back; None while it stands.
        confidence: grows with every mention from another turn.
        sources: ids of the turns that said it, in order of time.
        superseded_by: id of the assertion that replaced it.
    """

    said: Assertion
    known_since: str
    known_until: str | None = None
    confidence: float = 0.8
    sources: tuple[str, ...] = ()
    superseded_by: str | None = None

    @property
    def current(self) -> bool:
        """Whether it still stands."""
        return self.known_until is None

    @property
    def id(self) -> str:
        """Id of its latest assertion."""
        return self.said.id


@cache
def fact_words(language: str = "en") -> dict[str, Any]:
    """The lists and patterns of a language's ``facts.toml``."""
    path = files("attunement.languages") / language / "facts.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def canonical_relations() -> dict[str, str]:
    """Every relation noun with the one it stands for ("mum": "mother")."""
    return {word: noun for noun, words in fact_words()["canon"].items() for word in words}


def canonical(relation: str) -> str:
    """The noun that stands for a relation, however it was said."""
    lower = relation.lower().strip()
    return canonical_relations().get(lower, lower)


_WORD: Final = re.compile(r"\w+", re.UNICODE)


@cache
def _stop() -> frozenset[str]:
    return frozenset(fact_words()["stop"]["words"])


def stems(text: str) -> frozenset[str]:
    """Content words of a text, lower case, without common endings; all words where none is content."""
    words = [w.lower() for w in _WORD.findall(text)]
    content = [w for w in words if w not in _stop()] or words
    return frozenset(_stem(w) for w in content)


def _stem(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def plain(value: str) -> str:
    """A value for comparison: its content stems in order of the alphabet."""
    return " ".join(sorted(stems(value)))


def same_value(a: str, b: str) -> bool:
    """Whether two values speak of the same thing: half of their content words are shared."""
    x, y = stems(a), stems(b)
    if not x or not y:
        return x == y
    return 2 * len(x & y) / (len(x) + len(y)) >= 0.5


def topic_key(said: Assertion) -> tuple[str, ...]:
    """What a statement is about; of two statements with one key, the later one replaces the other."""
    subject = canonical(said.subject)
    if (said.kind, said.attribute) in _SINGLE:
        return said.kind, subject, said.attribute
    if said.kind == "person":
        many = said.attribute in fact_words()["many"]["relations"]
        return said.kind, said.attribute, plain(said.value) if many else ""
    if said.kind == "preference":
        return said.kind, subject, plain(said.value)
    if said.kind == "event":
        return said.kind, subject, " ".join(sorted(stems(_head(said.value))))
    return said.kind, subject, said.attribute, plain(said.value)


def _head(value: str) -> str:
    """The noun of an event's name: "job interview" and "interview" are one."""
    words = value.split()
    nouns = set(fact_words()["events"]["nouns"])
    return next((w for w in reversed(words) if w.lower() in nouns), value)


def settle(assertions: Iterable[Assertion]) -> tuple[Fact, ...]:
    """What holds and what held, oldest knowledge first.

    The result depends on the set of assertions alone: order, repetition and splitting do not matter.
    """
    ledger = Ledger()
    ledger.state(assertions)
    return ledger.facts


class Ledger:
    """Statements with what follows from them; a new statement settles its own topic again, no other.

    Attributes:
        stated: every statement, by id.
    """

    def __init__(self) -> None:
        self.stated: dict[str, Assertion] = {}
        self._topics: dict[tuple[str, ...], dict[str, Assertion]] = {}
        self._settled: dict[tuple[str, ...], list[Fact]] = {}
        self._taken_back: dict[str, Assertion] = {}
        self._facts: tuple[Fact, ...] | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What holds and what held, oldest knowledge first."""
        if self._facts is None:
            rows = [f for facts in self._settled.values() for f in facts]
            self._facts = tuple(sorted(rows, key=lambda f: (f.known_since, _order(f.said))))
        return self._facts

    def of(self, *kinds: Kind) -> list[Fact]:
        """The facts of some kinds, by time of the first mention; the rest is not looked at."""
        rows = [f for key, facts in self._settled.items() if key[0] in kinds for f in facts]
        return sorted(rows, key=lambda f: (f.known_since, _order(f.said)))

    def state(self, assertions: Iterable[Assertion]) -> None:
        """Add statements; the same one again, or an earlier form of it, changes nothing."""
        changed: set[tuple[str, ...]] = set()
        for said in assertions:
            id = said.id
            if id in self.stated and _order(self.stated[id]) >= _order(said):
                continue
            self.stated[id] = said
            key = topic_key(said)
            self._topics.setdefault(key, {})[id] = said
            changed.add(key)
            if said.retracts and said.retracts in self.stated:
                changed.add(topic_key(self.stated[said.retracts]))
            if said.retracts:
                before = self._taken_back.get(said.retracts)
                if before is None or _order(before) < _order(said):
                    self._taken_back[said.retracts] = said
        for key in changed:
            self._settled[key] = _settle_topic(list(self._topics[key].values()), self._taken_back)
        self._facts = None if changed else self._facts


def _order(said: Assertion) -> tuple[str, ...]:
    """A total order of statements: by time, then by what they say."""
    return (
        said.known_since, said.turn, said.kind, said.subject, said.attribute, said.value,
        said.valid_from or "", said.valid_until or "", said.precision, str(said.hour),
        str(said.confidence), said.words, said.feeling, said.retracts or "",
    )  # fmt: skip


def _settle_topic(said: list[Assertion], taken_back: dict[str, Assertion]) -> list[Fact]:
    facts: list[Fact] = []
    for one in sorted(said, key=_order):
        withdrawal = taken_back.get(one.id)
        if withdrawal is not None:
            facts.append(
                Fact(one, one.known_since, withdrawal.known_since, one.confidence, (one.turn,), withdrawal.id)
            )
            continue
        standing = next((i for i, f in enumerate(facts) if f.current), None)
        if standing is None:
            facts.append(Fact(one, one.known_since, None, one.confidence, (one.turn,)))
        elif _agree(facts[standing].said, one):
            facts[standing] = _strengthen(facts[standing], one)
        else:
            old = facts[standing]
            until = one.valid_from if one.kind in ("place", "about") and one.valid_from else None
            ended = replace(old.said, valid_until=old.said.valid_until or until or one.known_since[:10])
            closed = old.said if one.kind == "event" else ended
            facts[standing] = replace(old, said=closed, known_until=one.known_since, superseded_by=one.id)
            facts.append(Fact(one, one.known_since, None, one.confidence, (one.turn,)))
    return facts


def _agree(a: Assertion, b: Assertion) -> bool:
    """Whether a later statement says the same as an earlier one, or less."""
    if a.attribute != b.attribute:
        return False
    if b.valid_from and a.valid_from and a.kind == "event" and not _same_time(a, b):
        return False
    if (a.kind, a.attribute) in _SINGLE or a.kind == "person":
        return not a.value or not b.value or plain(a.value) == plain(b.value)
    return True


def _same_time(a: Assertion, b: Assertion) -> bool:
    """Whether the spans of two events touch: a vague time contains an exact one."""
    first, last = (
        (a.valid_from or "", a.valid_until or a.valid_from or ""),
        (b.valid_from or "", b.valid_until or ""),
    )
    return first[0] <= (last[1] or last[0]) and last[0] <= first[1]


def _strengthen(fact: Fact, said: Assertion) -> Fact:
    if said.turn in fact.sources:
        sure, sources = max(fact.confidence, said.confidence), fact.sources
    else:
        sure = 1 - (1 - fact.confidence) * (1 - said.confidence)
        sources = (*fact.sources, said.turn)
    old = fact.said
    merged = replace(
        said,
        value=max((old.value, said.value), key=len) if said.kind != "about" else said.value or old.value,
        valid_from=_finer(old, said).valid_from,
        valid_until=_finer(old, said).valid_until,
        precision=_finer(old, said).precision,
        hour=said.hour if said.hour is not None else old.hour,
    )
    return replace(fact, said=merged, confidence=min(sure, 0.999), sources=sources)


_FINENESS: Final = ("day", "about", "week", "month", "season", "year")


def _finer(a: Assertion, b: Assertion) -> Assertion:
    if a.valid_from is None or b.valid_from is None:
        return b if a.valid_from is None else a
    return a if _FINENESS.index(a.precision) < _FINENESS.index(b.precision) else b
