"""What a person's profile changes in a plan: how it is said, never what is true or safe."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from attunement.turn import Plan, Turn
from attunement.vocabulary import Tactic

_QUESTIONS: Final[frozenset[Tactic]] = frozenset({"explore", "clarify"})
_ADVICE: Final[frozenset[Tactic]] = frozenset({"suggest"})
_LOW: Final = 0.25
_HIGH: Final = 0.75


def with_style(turn: Turn, plan: Plan, function: str = "tell") -> Plan:
    """The plan as this person likes it; a crisis, and what was asked for, stay as they are.

    Args:
        turn: read and recalled.
        plan: of the planner.
        function: what the message does in the talk.
    """
    if turn.recall is None or not turn.recall.profile or plan.mode == "crisis":
        return plan
    traits = {k: float(v) for k, v in turn.recall.profile.items() if "." not in k}
    tactics, reasons = plan.tactics, list[str]()
    if traits.get("questions", 0.5) <= _LOW and len(tactics) > 1 and _QUESTIONS & set(tactics):
        tactics = tuple(t for t in tactics if t not in _QUESTIONS) or tactics[:1]
        reasons.append("style: this person wants few questions")
    asked = function in ("advice_ask", "just_tell_me", "decision_ask")
    if traits.get("advice", 0.5) <= _LOW and not asked and len(tactics) > 1 and _ADVICE & set(tactics):
        tactics = tuple(t for t in tactics if t not in _ADVICE) or tactics[:1]
        reasons.append("style: this person wants listening more than advice")
    if (traits.get("length", 0.5) <= 0.12 or traits.get("directness", 0.5) >= _HIGH) and len(tactics) > 2:
        tactics = (tactics[0], tactics[-1])
        reasons.append("style: this person likes it short")
    register = plan.register
    if "formality" in traits and register == "casual" and traits["formality"] >= 0.65:
        register = "neutral"
        reasons.append("style: this person writes formally")
    if not reasons:
        return plan
    return replace(plan, tactics=tactics, register=register, reasons=(*plan.reasons, *reasons))
