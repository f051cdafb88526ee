"""The Turn: one exchange and everything known about it, as frozen values.

Stages map a Turn to the next Turn with ``dataclasses.replace``. Values are tuples, ids and scalars;
arrays live in the scratch of one run. ``to_json`` and ``from_json`` keep a version number, and older
versions load for ever (golden files in the tests).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from attunement.errors import DataError
from attunement.remembered import Memory, MemoryChange, Mention
from attunement.vocabulary import RiskKind, Sentiment, Stage, Tactic

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA: Final = 1

Polarity = Literal["neg", "pos", "mixed", "neutral"]
Time = Literal["past", "now", "future"]
Pronoun = Literal["he", "she", "it", "they"]
Mode = Literal["empathic", "plain", "crisis"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in the original message."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Message:
    """One line of the conversation so far."""

    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """A label with its calibrated probability; ``in_set`` marks the conformal prediction set."""

    label: str
    probability: float
    in_set: bool = False
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A single-label decision with its calibrated probability."""

    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Tone:
    """Tone of the message, each 0 to 1; None where no model reads it yet."""

    politeness: float | None = None
    sarcasm: float | None = None
    hostility: float | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """What brought the feeling about, in the person's words."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Risk:
    """Danger to someone: its kind, level 0 (none) to 3 (immediate), and its probability."""

    kind: RiskKind = "none"
    level: int = 0
    probability: float = 0.0


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Whether the reading is doubtful, and why."""

    value: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What the sentence says, turned towards the person it is said to ("your boss let you go").

    Attributes:
        who: the person or animal it is mainly about, as a phrase for the reply.
        relation: the noun of that relation ("boss", "dog").
        kind: the class of relation the phrasebook asks for ("family", "pet", ...).
        name: a name that was said.
        when: the time expression as said.
        thing: the thing or event it is about, as a phrase for the reply.
        clause: the main clause, turned; None where it could not be turned safely.
        time: whether it has happened, goes on, or lies ahead.
        answered: which questions the message already answers ("when", "who", ...).
        about_other: whether someone else, not the speaker, is its subject.
        pronoun: the pronoun for ``who``; "they" for several and where it is not known.
    """

    who: str | None = None
    relation: str | None = None
    kind: str | None = None
    name: str | None = None
    when: str | None = None
    thing: str | None = None
    clause: str | None = None
    time: Time = "now"
    answered: tuple[str, ...] = ()
    about_other: bool = False
    pronoun: Pronoun | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was perceived in one message.

    ``positive`` and ``negative`` are how sure the polarity is, each 0 to 1, from three heads together.
    """

    language: str = "en"
    emotions: tuple[Score, ...] = ()
    feelings: tuple[Score, ...] = ()
    sentiment: Sentiment = "neutral"
    polarity: Polarity = "neutral"
    positive: float = 0.0
    negative: float = 0.0
    valence: float = 0.5
    arousal: float = 0.5
    dominance: float = 0.5
    intensity: float = 0.0
    tone: Tone = Tone()
    intent: Choice = Choice("statement", 0.0)
    need: Choice = Choice("chat", 0.0)
    act: Choice = Choice("tell", 0.0)
    situation: Choice = Choice("other", 0.0)
    situations: tuple[Choice, ...] = ()
    cause: Cause | None = None
    risk: Risk = Risk()
    ambiguous: Ambiguity = Ambiguity()
    frame: Frame = Frame()


@dataclass(frozen=True, slots=True)
class PastTurn:
    """What later turns need to know of an earlier one."""

    id: str
    message: str
    reply: str
    situation: str
    polarity: Polarity
    intensity: float
    tactics: tuple[Tactic, ...] = ()
    phrases: tuple[str, ...] = ()
    risk_level: int = 0
    crisis_kind: str = "none"
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recall:
    """What was brought back for this turn."""

    turns: tuple[PastTurn, ...] = ()
    open_question: str | None = None
    consent: tuple[str, ...] = ("conversation",)
    profile: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    persona: str = "attunement"
    away_days: float = 0.0
    memories: tuple[Memory, ...] = ()
    change: MemoryChange | None = None
    may_ask: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """How to respond: the stage, the tactics in order, and where the phrases come from.

    ``openers`` are the tactics that may open the reply, with the preference for each; ``groups`` are
    phrase groups in order of preference; ``reasons`` are the sentences that ``--why``
    prints.
    """

    mode: Mode = "empathic"
    stage: Stage = "explore"
    tactics: tuple[Tactic, ...] = ()
    openers: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    groups: tuple[str, ...] = ()
    polarity: Polarity = "neutral"
    register: Literal["casual", "neutral"] = "neutral"
    intensity: Literal["low", "mid", "high"] = "mid"
    slots: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    budget_ms: int | None = None
    hand_over: bool = False
    reasons: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the reply with its tactic and the phrase it came from."""

    text: str
    tactic: Tactic
    phrase: str | None = None
    masked: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply: its sentences in order, and their language (BCP 47)."""

    sentences: tuple[Sentence, ...] = ()
    language: str = "en"

    @property
    def text(self) -> str:
        """The sentences joined as they are shown."""
        return " ".join(s.text for s in self.sentences)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement of a check.

    ``value`` is 0 (bad) to 1 (good); ``action`` says what followed from it.
    """

    critic: str
    value: float
    explanation: str
    source: str
    action: Literal["none", "warned", "rewrote", "dropped", "failed"] = "none"


@dataclass(frozen=True, slots=True)
class Step:
    """What one stage did: milliseconds, the fields it wrote, and notes."""

    stage: str
    ms: float
    wrote: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: the message in, the reply out, and everything known in between."""

    id: str
    message: str
    tenant: str = "local"
    person: str | None = None
    conversation: str | None = None
    branch: str = ""
    history: tuple[Message, ...] = ()
    locale: str = "en"
    context: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    capabilities: tuple[str, ...] = ()
    now: datetime | None = None
    seed: int = 0
    reading: Reading | None = None
    recall: Recall | None = None
    plan: Plan | None = None
    reply: Reply | None = None
    verdicts: tuple[Verdict, ...] = ()
    trace: tuple[Step, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    schema: int = SCHEMA

    def write(self, **values: Any) -> Turn:
        """A copy of the Turn with some fields written."""
        return replace(self, **values)

    def to_json(self) -> str:
        """The Turn as one JSON document."""
        return _adapter().dump_json(self, fallback=dict, warnings=False).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> Turn:
        """Read a Turn of this or an older schema version.

        Raises:
            DataError: the text is no Turn, or of a newer version than this package knows.
        """
        import pydantic_core

        try:
            raw = pydantic_core.from_json(text)
            version = raw["schema"]
            if not isinstance(version, int) or not 1 <= version <= SCHEMA:
                raise DataError(f"turn schema {version!r} is newer than this package; upgrade it")
            for number in range(version, SCHEMA):
                raw = _UPGRADES[number](raw)
            raw["extra"] = _freeze(raw.get("extra", {}))
            return _adapter().validate_python(raw, strict=False)
        except (ValueError, KeyError, TypeError) as error:
            first = str(error).splitlines()[0]
            raise DataError(f"not a serialised turn: {first}") from None


def _freeze(value: Any) -> Any:
    """Lists as tuples, all the way down, because values of a Turn are frozen."""
    if isinstance(value, list):
        return tuple(_freeze(v) for v in cast("list[Any]", value))
    if isinstance(value, dict):
        return {k: _freeze(v) for k, v in cast("dict[str, Any]", value).items()}
    return value


_UPGRADES: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""From schema version n to n + 1; empty while there is one version."""


@cache
def _adapter() -> TypeAdapter[Turn]:
    from pydantic import TypeAdapter

    return TypeAdapter(Turn)


__all__ = [
    "SCHEMA", "Ambiguity", "Cause", "Choice", "Frame", "Memory", "MemoryChange", "Mention", "Message", "Mode",
    "PastTurn", "Plan", "Polarity", "Reading", "Recall", "Reply", "Risk", "Score", "Sentence", "Span", "Step",
    "Time", "Tone", "Turn", "Verdict",
]  # fmt: skip
