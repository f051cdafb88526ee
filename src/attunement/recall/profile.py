"""How a person likes to be talked to: traits learnt from their messages, settings that win.

Style only: no personality type, no diagnosis. A trait is a weighted mean of what single messages
show; its confidence grows with the weight and old evidence fades. Every trait names its evidence,
can be set by the person, and can be reset.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, Final

from attunement.errors import UsageError
from attunement.protocols import Record, Store
from attunement.recall.codec import Codec, IdentityCodec

TRAITS: Final[dict[str, str]] = {
    "formality": "casual to formal",
    "length": "short to long",
    "emoji": "never to always",
    "humour": "serious to playful",
    "directness": "gentle to blunt",
    "questions": "none to many",
    "advice": "listening to advice",
}
"""Every trait with what 0 and 1 mean."""
FADE: Final = 0.97
"""What one message leaves of the weight of those before it."""
_HALF: Final = 6.0
"""Weight at which a trait is half sure."""
_SAID: Final = 12.0
"""Weight of a wish that was said outright, in messages."""
_KEPT: Final = 5
_EMOJI: Final = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]|[:;]-?[)(DP]|<3")


@dataclass(frozen=True, slots=True)
class Trait:
    """One trait.

    Attributes:
        value: 0 to 1, see ``TRAITS``.
        weight: of the evidence, in messages.
        evidence: ids of the latest turns that showed it; "set" for a setting.
        by_person: whether the person set it.
    """

    value: float = 0.5
    weight: float = 0.0
    evidence: tuple[str, ...] = ()
    by_person: bool = False

    @property
    def confidence(self) -> float:
        """0 to 1."""
        return 1.0 if self.by_person else round(self.weight / (self.weight + _HALF), 3)


@dataclass(frozen=True, slots=True)
class Profile:
    """All traits of a person; those never seen are absent."""

    traits: Mapping[str, Trait] = field(default_factory=dict[str, Trait])

    def sure(self, least: float = 0.4) -> dict[str, Trait]:
        """Traits that may change a reply: confident enough."""
        return {name: t for name, t in self.traits.items() if t.confidence >= least}


@cache
def style_words(language: str = "en") -> dict[str, Any]:
    """The word lists of a language's ``style.toml``."""
    path = files("attunement.languages") / language / "style.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def observe(message: str) -> Iterator[tuple[str, float, float]]:
    """What one message shows: trait, value 0 to 1, weight in messages."""
    lower = message.lower().replace("’", "'")
    if not re.search(r"\w", lower) and not _EMOJI.search(message):
        return
    marks = style_words()["marks"]
    yield from _wishes(lower)
    words = re.findall(r"\w+(?:'\w+)*", lower)
    yield "length", min(1.0, len(words) / 50), 1.0
    yield "emoji", float(bool(_EMOJI.search(message))), 1.0
    yield "humour", float(_any(marks["laugh"], lower)), 0.5
    if len(words) >= 3:
        yield "formality", _formality(message, lower, marks), 1.0
    if _any(marks["blunt"], lower):
        yield "directness", 1.0, 2.0
    elif _any(marks["hedge"], lower):
        yield "directness", 0.25, 0.7
    if _any(marks["wants_advice"], lower):
        yield "advice", 0.9, 1.5
    elif _any(marks["wants_listening"], lower):
        yield "advice", 0.05, 3.0


def _wishes(lower: str) -> Iterator[tuple[str, float, float]]:
    for row in style_words()["said"]:
        if re.search(row["pattern"], lower):
            yield row["trait"], float(row["value"]), _SAID


def _any(phrases: list[str], lower: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(p)}(?!\w)", lower) for p in phrases)


def _formality(message: str, lower: str, marks: Mapping[str, list[str]]) -> float:
    score = 0.5
    score -= 0.25 * _any(marks["casual"], lower)
    score += 0.35 * _any(marks["formal"], lower)
    score -= 0.15 * message[:1].islower()
    score += 0.1 * message.rstrip().endswith((".", "?", "!")) - 0.1 * ("!!" in message or "??" in message)
    return min(1.0, max(0.0, score))


def learn(profile: Profile, message: str, turn: str) -> Profile:
    """The profile after one more message. The same turn counts once."""
    traits = dict(profile.traits)
    for name, value, weight in observe(message):
        old = traits.get(name, Trait())
        if old.by_person or (turn in old.evidence and weight < _SAID):
            continue
        faded = min(old.weight, 40.0) * (FADE if weight < _SAID else 0.3)
        total = faded + weight
        evidence = tuple(dict.fromkeys((*old.evidence, turn)))[-_KEPT:]
        traits[name] = Trait(
            round((old.value * faded + value * weight) / total, 4), round(total, 4), evidence
        )
    return Profile(traits)


def set_trait(profile: Profile, name: str, value: float | None) -> Profile:
    """A trait set by the person, or reset with None.

    Raises:
        UsageError: no such trait, or the value is not between 0 and 1.
    """
    if name not in TRAITS:
        raise UsageError(f"unknown trait {name!r}; known: {', '.join(TRAITS)}")
    traits = {k: v for k, v in profile.traits.items() if k != name}
    if value is not None:
        if not 0 <= value <= 1:
            raise UsageError(f"{name} lies between 0 and 1 ({TRAITS[name]})")
        traits[name] = Trait(value, 0.0, ("set",), True)
    return Profile(traits)


class Profiles:
    """Profiles in the store, one record each."""

    def __init__(self, store: Store, codec: Codec | None = None) -> None:
        self._store = store
        self._codec = codec or IdentityCodec()

    def load(self, tenant: str, person: str) -> Profile:
        """The person's profile; empty where none is kept."""
        record = self._store.get(tenant, profile_id(person))
        if record is None or record.person != person:
            return Profile()
        raw: dict[str, Any] = json.loads(self._codec.decode(tenant, person, record.payload))
        traits = {
            name: Trait(row["value"], row["weight"], tuple(row["evidence"]), row["by_person"])
            for name, row in raw["traits"].items()
        }
        return Profile(traits)

    def save(self, tenant: str, person: str, profile: Profile, at: datetime) -> None:
        """Keep a profile."""
        traits = {name: asdict(t) for name, t in profile.traits.items()}
        payload = json.dumps({"schema": 1, "traits": traits}).encode()
        self._store.put(
            Record(
                id=profile_id(person), tenant=tenant, kind="profile", created_at=at,
                payload=self._codec.encode(tenant, person, payload), person=person,
                consent_category="profile", key_id=self._codec.key_id,
            )
        )  # fmt: skip


def profile_id(person: str) -> str:
    """Id of a person's profile record."""
    return "p" + hashlib.sha256(person.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def as_mapping(profile: Profile) -> dict[str, str]:
    """Traits that may change a reply, as a Turn carries them: "0.80"."""
    return {name: f"{t.value:.2f}" for name, t in profile.sure().items()}


__all__ = [
    "TRAITS", "Profile", "Profiles", "Trait", "as_mapping", "learn", "observe", "set_trait",
]  # fmt: skip
