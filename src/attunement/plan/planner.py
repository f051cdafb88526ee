"""The built-in planner: what kind of turn this is, then stage, then tactics."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import numpy as np

from attunement.plan.crisis import country, crisis_slots, says_minor
from attunement.plan.situations import gravity, situations
from attunement.plan.tactics import REACTION, shape
from attunement.plan.thread import Thread, read_thread
from attunement.turn import Plan, Polarity, Reading, Turn
from attunement.vocabulary import Stage, Tactic

_TALK_ONLY: Final = frozenset(
    "greeting goodbye thanks about_assistant_human about_assistant_feelings about_assistant_can "
    "about_assistant_memory about_assistant_love insult nonsense empty_message emoji_only_pos "
    "emoji_only_neg too_long other_language factual_question code_question medical_question "
    "legal_question math_question prompt_injection political_bait capability_missing secret_request "
    "joke_told joke_request check_in apology_by_person disagree_with_reply stop_asking "
    "vent_permission silence_after_question returning_after_days bragging".split()
)
"""Functions of the talk itself: answered from their own group alone."""
_LEVELS: Final[dict[int, Literal["low", "mid", "high"]]] = {1: "low", 2: "mid", 3: "high"}
_OTHER_SURE: Final = 0.99
"""How sure a new kind of danger must be within a talk about another."""
_CARRY: Final = 0.6
"""Under this lead of one pole, a message on the same topic keeps the feeling of the turn before."""
_SURE_GLAD: Final = 0.68
"""How much surer pleasant than unpleasant must be before a reply celebrates."""
_WITH_TOPIC: Final = frozenset("reassure_seek advice_ask decision_ask just_tell_me pressure_to_agree".split())
"""Functions that need the topic beside them."""
_FEELING_GROUP: Final = {
    "sadness": "feel_sad", "grief": "feel_sad", "anger": "feel_angry", "annoyance": "feel_angry",
    "disapproval": "feel_angry", "fear": "feel_afraid", "nervousness": "feel_afraid",
    "embarrassment": "feel_ashamed", "remorse": "feel_guilty", "disappointment": "feel_disappointed",
    "disgust": "feel_disgusted", "joy": "feel_joyful", "excitement": "feel_excited",
    "pride": "feel_proud", "gratitude": "feel_grateful", "optimism": "feel_hopeful",
    "love": "feel_loving", "caring": "feel_loving", "surprise": "feel_surprised",
    "amusement": "feel_amused", "relief": "feel_content", "approval": "feel_content",
    "admiration": "feel_joyful", "confusion": "feel_confused", "desire": "feel_hopeful",
    "curiosity": "feel_neutral", "realization": "feel_neutral", "neutral": "feel_neutral",
}  # fmt: skip
_FEELING32_GROUP: Final = {
    "afraid": "feel_afraid", "angry": "feel_angry", "annoyed": "feel_angry",
    "anticipating": "feel_excited", "anxious": "feel_afraid", "apprehensive": "feel_afraid",
    "ashamed": "feel_ashamed", "caring": "feel_loving", "confident": "feel_confident",
    "content": "feel_content", "devastated": "feel_sad", "disappointed": "feel_disappointed",
    "disgusted": "feel_disgusted", "embarrassed": "feel_ashamed", "excited": "feel_excited",
    "faithful": "feel_loving", "furious": "feel_angry", "grateful": "feel_grateful",
    "guilty": "feel_guilty", "hopeful": "feel_hopeful", "impressed": "feel_joyful",
    "jealous": "feel_jealous", "joyful": "feel_joyful", "lonely": "feel_lonely",
    "nostalgic": "feel_nostalgic", "prepared": "feel_confident", "proud": "feel_proud",
    "sad": "feel_sad", "sentimental": "feel_nostalgic", "surprised": "feel_surprised",
    "terrified": "feel_afraid", "trusting": "feel_loving",
}  # fmt: skip


@dataclass(slots=True)
class _Draft:
    """The plan while it is being made."""

    tactics: tuple[Tactic, ...] = ()
    openers: dict[str, float] = field(default_factory=dict[str, float])
    groups: list[str] = field(default_factory=list[str])
    stage: Stage = "explore"
    mode: Literal["empathic", "plain", "crisis"] = "empathic"
    polarity: Polarity = "neutral"
    reasons: list[str] = field(default_factory=list[str])


class RulePlanner:
    """Plans from the reading, the thread of the talk, and the shares of the exemplary replies."""

    def plan(self, turn: Turn) -> Plan:
        """The plan for a Turn that has been read and recalled."""
        reading = turn.reading
        assert reading is not None
        thread = read_thread(turn)
        rng = np.random.default_rng(_seed(turn))
        draft = _Draft(polarity=_polarity(reading, thread))
        level: Literal["low", "mid", "high"] = (
            "low" if reading.intensity < 0.3 else "high" if reading.intensity > 0.68 else "mid"
        )
        crisis = max(reading.risk.level, 0)
        if (
            thread.in_crisis
            and reading.risk.kind == "harm_to_others"
            and reading.risk.probability < _OTHER_SURE
        ):
            crisis = 0  # inside a talk about one danger, another kind must be sure
            reading = replace(reading, risk=replace(reading.risk, kind="none", level=0))
        kind = reading.risk.kind if crisis else thread.crisis_kind
        if crisis or thread.in_crisis:
            self._crisis(draft, turn, reading, thread)
        elif thread.function in _TALK_ONLY:
            self._talk(draft, thread, rng)
        else:
            self._topic(draft, turn, reading, thread, rng)
        return Plan(
            mode=draft.mode,
            stage=draft.stage,
            tactics=draft.tactics,
            openers=draft.openers,
            groups=tuple(dict.fromkeys(draft.groups)),
            polarity=draft.polarity,
            register="casual" if _casual(turn.message) else "neutral",
            intensity=_LEVELS[max(1, crisis)] if draft.mode == "crisis" else level,
            slots=_slots(turn, reading, kind if draft.mode == "crisis" else None),
            hand_over=draft.mode == "crisis" and crisis >= 2,
            reasons=tuple(draft.reasons),
        )

    def _crisis(self, draft: _Draft, turn: Turn, reading: Reading, thread: Thread) -> None:
        draft.mode, draft.stage, draft.polarity = "crisis", "act", "neg"
        kind = reading.risk.kind if reading.risk.level else thread.crisis_kind
        level = reading.risk.level or 1
        draft.groups = [_crisis_group(kind, reading)]
        draft.reasons.append(f"danger read: {kind}, level {level}; the crisis protocol comes first")
        past = [t.message for t in turn.recall.turns] if turn.recall else []
        if says_minor([turn.message, *past], turn.context) and kind in ("self_harm", "abuse"):
            draft.groups.insert(0, "crisis_minor")
            draft.reasons.append("the person has said to be under 18")
        if thread.in_crisis and not reading.risk.level:
            leaving = thread.function in ("goodbye", "thanks")
            draft.groups.insert(0, "crisis_farewell" if leaving else "crisis_follow")
            draft.tactics = ("acknowledge", "clarify")
            draft.reasons.append("the danger of an earlier turn is still open")
        elif level >= 2:
            draft.tactics = ("acknowledge", "clarify", "inform")
        else:
            draft.tactics = ("acknowledge", "clarify", "suggest")

    def _talk(self, draft: _Draft, thread: Thread, rng: np.random.Generator) -> None:
        function = thread.function
        draft.groups = [function]
        draft.mode = "plain"
        draft.reasons.append(f"the message is about the talk itself: {function}")
        if thread.heavy and function in ("goodbye", "thanks"):
            draft.polarity = "neg"
        if thread.service and function == "thanks":
            draft.groups.insert(0, "service_thanks_done")
        asks = not thread.no_questions and rng.random() < (
            0.6 if function in ("greeting", "empty_message", "disagree_with_reply") else 0.35
        )
        if function in ("goodbye", "stop_asking", "insult"):
            asks = False
        draft.tactics = ("acknowledge", "explore") if asks else ("acknowledge",)
        if function in ("other_language", "factual_question", "capability_missing"):
            draft.tactics = ("acknowledge", "inform")

    def _topic(
        self, draft: _Draft, turn: Turn, reading: Reading, thread: Thread, rng: np.random.Generator
    ) -> None:
        label = thread.situation
        grave = gravity(label) == "grave"
        service = label in situations() and situations()[label].domain == "service"
        if service and not _wants_service(reading):
            label, service, thread = "other", False, replace(thread, situation="other")
        draft.groups = _topic_groups(replace(reading, polarity=draft.polarity), thread)
        if service and thread.depth:
            draft.groups.insert(0, "service_follow")
        draft.reasons.append(_why_topic(reading, thread, label))
        draft.stage = self._stage(draft, reading, thread)
        advice = draft.stage == "act"
        question = self._asks(thread, rng, advice, service)
        reactions = dict(REACTION["service" if service and draft.polarity != "pos" else draft.polarity])
        if reading.positive - reading.negative < _SURE_GLAD:
            reactions.pop("celebrate", None)
        if _may_joke(reading, label, draft.polarity):
            reactions["humour"] = 0.02
        else:
            reactions.pop("humour", None)
        draft.openers = reactions
        opener: Tactic = max(reactions, key=lambda k: reactions[k])  # pyright: ignore
        if thread.function in _WITH_TOPIC:
            draft.groups = [thread.function, *draft.groups]
            draft.reasons.append(f"asked for: {thread.function}")
            if thread.function == "just_tell_me":
                draft.tactics, draft.mode = ("suggest",), "plain"
                return
            if thread.function == "advice_ask":
                draft.tactics = (opener, "suggest")
                return
            draft.tactics = (opener, "explore") if question else (opener,)
            return
        if service and reading.need.label != "celebrated":
            tail: tuple[Tactic, ...] = ("inform", "clarify") if question else ("inform",)
        else:
            tail = shape(rng, first=not thread.depth, question=question, advice=advice, grave=grave)
        draft.tactics = (opener, *tail)

    def _stage(self, draft: _Draft, reading: Reading, thread: Thread) -> Stage:
        wants = reading.need.label in ("helped", "informed") and reading.intent.label in (
            "request", "question",
        )  # fmt: skip
        if wants and thread.function in ("advice_ask", "just_tell_me", "tell", "none"):
            draft.reasons.append("help is asked for, so a step is offered after the reflection")
            return "act"
        if draft.polarity == "neg" and thread.depth >= 3 and thread.depth % 3 == 0:
            draft.reasons.append("heard for several turns: one possible step")
            return "act"
        if draft.polarity in ("neg", "mixed") and thread.depth >= 1:
            draft.reasons.append("already explored: comfort")
            return "comfort"
        return "explore"

    @staticmethod
    def _asks(thread: Thread, rng: np.random.Generator, advice: bool, service: bool) -> bool:
        if thread.no_questions or advice:
            return False
        share = 0.68 if not thread.depth else 0.5
        if thread.questions_in_a_row >= 2:
            share = 0.1
        return bool(rng.random() < (0.8 if service and not thread.depth else share))


def _crisis_group(kind: str, reading: Reading) -> str:
    """The phrase group of a danger; someone else's danger has its own words."""
    if kind == "harm_to_others":
        return "crisis_harm_others"
    other = reading.frame.kind not in (None, "ex") and reading.frame.about_other
    return "crisis_self_harm_other" if kind == "self_harm" and other else f"crisis_{kind}"


def _seed(turn: Turn) -> int:
    digest = hashlib.sha1(f"plan:{turn.seed}:{turn.id}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def _polarity(reading: Reading, thread: Thread) -> Polarity:
    """The feeling to answer: the message's own, else the topic's usual one, else the thread's."""
    found = reading.polarity
    leaning = reading.positive - reading.negative
    if thread.continues and thread.last_polarity in ("neg", "pos") and abs(leaning) < _CARRY:
        return thread.last_polarity
    grieving = thread.continues and thread.last_polarity in ("neg", "mixed") and found == "pos"
    if grieving and gravity(thread.situation) == "grave":
        return "mixed"  # a fond memory in a talk about a loss is no news to celebrate
    table = situations().get(thread.situation)
    if found == "pos" and table and table.feel == "neg" and reading.positive - reading.negative < 0.6:
        return "neg" if reading.negative > 0.15 else "mixed"
    if found == "neg" and table and table.feel == "pos" and reading.negative - reading.positive < 0.3:
        return "mixed"
    if found != "neutral":
        return found
    if table and table.feel in ("neg", "pos"):
        return "neg" if table.feel == "neg" else "pos"
    if thread.continues and thread.last_polarity:
        return thread.last_polarity
    return "neutral"


def _wants_service(reading: Reading) -> bool:
    """Whether something is asked of us, or praised; a story about a parcel is a story."""
    return (
        reading.intent.label in ("request", "complaint", "question", "thanks")
        or reading.need.label in ("helped", "informed")
        or reading.situation.label == "praise_service"
    )


def _may_joke(reading: Reading, label: str, polarity: Polarity) -> bool:
    if polarity == "pos":
        return gravity(label) != "grave"
    if polarity == "neutral":
        return True
    return gravity(label) == "light" and reading.intensity < 0.75


def _topic_groups(reading: Reading, thread: Thread) -> list[str]:
    groups: list[str] = []
    if thread.answer:
        groups.append(thread.answer)
    if thread.situation != "other":
        groups.append(thread.situation)
    if thread.continues and thread.depth >= 1:
        deepen = {"pos": "deepen_pos", "neutral": "answer_neutral"}.get(reading.polarity, "deepen_neg")
        groups.insert(1 if thread.answer else 0, deepen)
    if thread.turned:
        groups.insert(0, thread.turned)
    if thread.continues and thread.depth >= 1:
        return groups  # what goes on is followed, not read afresh: short messages say little by themselves
    groups.append(_feel_group(reading))
    groups += _second_feel(reading, groups[-1])
    return groups


def _feel_group(reading: Reading) -> str:
    if reading.polarity == "mixed":
        return "feel_mixed"
    emotion = next((e for e in reading.emotions if e.label != "neutral"), None)
    feeling = reading.feelings[0] if reading.feelings else None
    if reading.polarity == "neutral":
        return "feel_neutral"
    wanted = 1 if reading.polarity == "pos" else -1
    if feeling and _fits(feeling.label, wanted) and feeling.probability >= 0.2:
        return _FEELING32_GROUP[feeling.label]
    if emotion and emotion.probability >= 0.25 and _fits_emotion(emotion.label, wanted):
        return _FEELING_GROUP[emotion.label]
    return "feel_joyful" if wanted > 0 else "feel_sad"


def _second_feel(reading: Reading, first: str) -> list[str]:
    """The group of the next feeling of the same polarity, where there is one."""
    wanted = {"pos": 1, "neg": -1}.get(reading.polarity)
    if wanted is None:
        return []
    found = [_FEELING32_GROUP[f.label] for f in reading.feelings if _fits(f.label, wanted)]
    return [g for g in found if g != first][:1]


def _fits(label: str, wanted: int) -> bool:
    from attunement.vocabulary import FEELING_POLARITY

    return FEELING_POLARITY[label] in (wanted, 0)


def _fits_emotion(label: str, wanted: int) -> bool:
    from attunement.vocabulary import SENTIMENT_GROUPS

    return label in SENTIMENT_GROUPS["positive" if wanted > 0 else "negative"]


def _why_topic(reading: Reading, thread: Thread, label: str) -> str:
    if thread.answer:
        return f"an answer to the last question; still about {label}"
    if label == "other":
        return "no known situation is sure enough: answered from the feeling"
    return f"about {label} ({reading.situation.probability:.0%} sure)"


def _casual(message: str) -> bool:
    letters = [c for c in message if c.isalpha()]
    return bool(letters) and (message[:1].islower() or not any(c in ".?!" for c in message))


def _slots(turn: Turn, reading: Reading, kind: str | None) -> dict[str, str]:
    frame = reading.frame
    danger = crisis_slots(country(turn.locale, turn.context), kind) if kind else {}
    found = {
        "who": frame.who, "name": frame.name, "thing": frame.thing, "when": frame.when,
        "clause": frame.clause,
    }  # fmt: skip
    slots = {k: v for k, v in found.items() if v}
    if "who" not in slots:
        slots.pop("name", None)
    return {**slots, **{k: v for k, v in turn.context.items() if v}, **danger}
