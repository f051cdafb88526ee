"""The thread of the talk: what this message does in it.

Pure functions of the Turn: is it an answer to our question, the same topic, a turn for the better; did
the person ask for no more questions; which situation is being talked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from attunement.plan.situations import gravity, situations
from attunement.turn import PastTurn, Polarity, Reading, Turn

_YES: Final = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|ya|sure|ok(?:ay)?|of course|definitely|absolutely|exactly|right|true|"
    r"i do|i did|i am|it is|it was|he is|she is|they are|they do)\b", re.IGNORECASE,
)  # fmt: skip
_NO: Final = re.compile(
    r"^\W*(?:no|nope|nah|not really|not yet|never|i don'?t|i didn'?t|i haven'?t|none|nobody)\b",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    r"^\W*(?:idk|i don'?t know|dunno|not sure|maybe|perhaps|no idea|kind of|kinda|i guess|hard to say|"
    r"it depends|depends)\b", re.IGNORECASE,
)  # fmt: skip
_NEW_TOPIC: Final = 0.8
"""How sure a new situation must be to replace the one being talked about."""
_WORDS: Final = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Thread:
    """Where the talk stands.

    Attributes:
        function: what the message does ("tell", "greeting", "advice_ask" ...).
        situation: the topic of this turn, carried on where the message has none of its own.
        answer: the group for answers to our question, None where it answers none.
        turned: "turn_better" or "turn_worse" where the mood changed on the same topic.
        continues: whether the topic of the last turn goes on.
        depth: turns already spent on the topic.
        questions_in_a_row: of our last replies, how many ended in a question.
        no_questions: the person asked us to stop asking.
        heavy: something grave was talked about.
        service: the talk is about a matter of service.
        in_crisis: an earlier turn of this talk was a danger that has not been cleared.
    """

    function: str
    situation: str
    answer: str | None = None
    turned: str | None = None
    continues: bool = False
    depth: int = 0
    questions_in_a_row: int = 0
    no_questions: bool = False
    heavy: bool = False
    service: bool = False
    in_crisis: bool = False
    crisis_kind: str = "self_harm"
    last_polarity: Polarity | None = None


def read_thread(turn: Turn) -> Thread:
    """The thread of a Turn that has been read and recalled."""
    reading = turn.reading
    assert reading is not None
    past = turn.recall.turns if turn.recall else ()
    function = talk_function(turn.message, reading)
    last = past[-1] if past else None
    asked = bool(last and last.reply.rstrip().endswith("?"))
    own = reading.situation.label
    words = len(_WORDS.findall(turn.message))
    if function == "empty_message" and asked:
        function = "silence_after_question"
    topical = function in ("tell", "none", "advice_ask", "just_tell_me", "reassure_seek", "decision_ask",
                           "pressure_to_agree")  # fmt: skip
    answer = _answer(turn.message, reading, words) if asked and topical and words <= 30 else None
    carried = _topic(past)
    continues = bool(last) and topical and (
        answer is not None or own == "other" or own == carried or words <= 6
        or (carried != "other" and reading.situation.probability < _NEW_TOPIC)
    )  # fmt: skip
    situation = carried if continues and carried != "other" and (own != carried) else own
    if answer and words > 14:
        answer = None
    depth = _depth(past, situation) if continues else 0
    turned = None
    if continues and last and not answer and last.polarity in ("neg", "mixed"):
        if reading.polarity == "pos":
            turned = "turn_better"
    return Thread(
        function=function,
        situation=situation if topical else own,
        answer=answer if continues else None,
        turned=turned,
        continues=continues,
        depth=depth,
        questions_in_a_row=_questions(past),
        no_questions=_no_questions(turn, past, function),
        heavy=any(gravity(p.situation) == "grave" or p.risk_level for p in past),
        service=carried in situations() and situations()[carried].domain == "service",
        in_crisis=_open_crisis(past, reading, function),
        crisis_kind=next((p.crisis_kind for p in reversed(past) if p.risk_level), "self_harm"),
        last_polarity=last.polarity if last else None,
    )


def talk_function(message: str, reading: Reading) -> str:
    """What the message does in the talk, from its form first and from the model otherwise."""
    letters = sum(c.isalpha() for c in message)
    if not any(c.isalnum() or ord(c) > 0x2190 for c in message):
        return "empty_message"
    if not letters and not any(c.isdigit() for c in message):
        return "emoji_only_pos" if reading.polarity in ("pos", "neutral") else "emoji_only_neg"
    if len(message) > 6000:
        return "too_long"
    if reading.language not in ("en", "und") and letters > 6 and reading.act.probability < 0.9:
        return "other_language"
    act = reading.act
    return act.label if act.probability >= 0.5 else "tell"


def _answer(message: str, reading: Reading, words: int) -> str | None:
    if _UNSURE.search(message) and words <= 8:
        return "answer_unsure"
    if words <= 4 and _YES.search(message):
        return "answer_yes"
    if words <= 4 and _NO.search(message):
        return "answer_no"
    if words <= 2 and reading.polarity == "neutral":
        return "answer_short"
    if reading.polarity == "neg":
        return "answer_neg"
    return "answer_pos" if reading.polarity == "pos" else "answer_neutral"


def _topic(past: tuple[PastTurn, ...]) -> str:
    for earlier in reversed(past):
        if earlier.situation in situations():
            return earlier.situation
    return "other"


def _depth(past: tuple[PastTurn, ...], situation: str) -> int:
    depth = 0
    for earlier in reversed(past):
        if earlier.situation not in (situation, "other"):
            break
        depth += 1
    return depth


def _questions(past: tuple[PastTurn, ...]) -> int:
    count = 0
    for earlier in reversed(past):
        if not earlier.reply.rstrip().endswith("?"):
            break
        count += 1
    return count


def _no_questions(turn: Turn, past: tuple[PastTurn, ...], function: str) -> bool:
    if function == "stop_asking":
        return True
    return any(any(p.startswith("stop_asking") for p in t.phrases) for t in past[-6:])


def _open_crisis(past: tuple[PastTurn, ...], reading: Reading, function: str) -> bool:
    """A danger stays open for three turns (six after a plan, means or act), unless the mood has lifted."""
    recent = [p for i, p in enumerate(reversed(past[-6:])) if p.risk_level >= (1 if i < 3 else 2)][::-1]
    if not recent or function in ("goodbye",):
        return bool(recent)
    return reading.polarity != "pos" or recent[-1].risk_level >= 2
