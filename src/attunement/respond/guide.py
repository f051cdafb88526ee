"""Guidance: a Turn's reading and plan as instructions for a language model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from attunement.respond.prompts import prompt, words
from attunement.turn import Plan, Turn


@dataclass(frozen=True, slots=True)
class Guidance:
    """Instructions for a model call, and the Turn that they come from.

    Attributes:
        steady: the part that never changes; it stands first, so that caches of the prefix hold.
        changing: the part for this turn.
        turn: what was read and planned.
    """

    steady: str
    changing: str
    turn: Turn

    @property
    def instructions(self) -> str:
        """Both parts as one system message."""
        return f"{self.steady}\n{self.changing}"


def render(turn: Turn) -> Guidance:
    """Render the instructions of a planned Turn."""
    reading, plan = turn.reading, turn.plan
    assert reading is not None and plan is not None
    feeling = reading.feelings[0].label if reading.feelings else reading.sentiment
    text = prompt("turn").substitute(
        situation=reading.situation.label.replace("_", " "),
        feeling=f"{feeling} ({reading.sentiment})",
        need=_word(f"need_{reading.need.label}"),
        stage=plan.stage,
        tactics="; then ".join(_word(t) for t in plan.tactics) or _word("answer"),
        rules=" ".join(_word(rule) for rule in _rules(plan)),
        known=_known(turn),
        crisis=_word("crisis", kind=reading.risk.kind, help=help_line(turn)) if plan.mode == "crisis" else "",
    )
    changing = "\n".join(line for line in text.splitlines() if line.strip())
    return Guidance(prompt("steady").template, changing, turn)


def help_line(turn: Turn) -> str:
    """The help to give in danger: a line with its number, or the emergency number."""
    slots = turn.plan.slots if turn.plan else {}
    if "line_name" in slots:
        return f"{slots['line_name']}, {slots.get('line_phone', '')}".rstrip(", ")
    return slots.get("emergency") or _word("emergency")


def beside(messages: Sequence[Any], guidance: Guidance, style: str = "split") -> list[Any]:
    """The client's messages with the instructions among them; none of the client's is changed or moved.

    "split": the steady part behind the leading system messages, the changing part before the person's
    last message, so that everything between them stays the same from turn to turn. "merge": both at
    the end of the first system message, for templates that take only one.
    """
    lead = 0
    while lead < len(messages) and messages[lead].get("role") in ("system", "developer"):
        lead += 1
    if style == "merge":
        return _merged(messages, lead, guidance.instructions)
    last = max((i for i, m in enumerate(messages) if m.get("role") == "user"), default=len(messages))
    steady = {"role": "system", "content": guidance.steady}
    changing = {"role": "system", "content": guidance.changing}
    return [*messages[:lead], steady, *messages[lead:last], changing, *messages[last:]]


def _merged(messages: Sequence[Any], lead: int, instructions: str) -> list[Any]:
    if not lead:
        return [{"role": "system", "content": instructions}, *messages]
    first = messages[0]
    content = first.get("content")
    if isinstance(content, list):
        joined: Any = [*content, {"type": "text", "text": instructions}]
    else:
        joined = f"{content or ''}\n\n{instructions}".lstrip()
    return [{**first, "content": joined}, *messages[1:]]


def _word(name: str, **fields: str) -> str:
    return words()[name].substitute(fields)


def _rules(plan: Plan) -> list[str]:
    rules: list[str] = []
    if not {"explore", "clarify"} & set(plan.tactics):
        rules.append("no_question")
    if plan.stage != "act":
        rules.append("no_advice")
    if plan.mode == "plain":
        rules.append("plain")
    return rules


def _known(turn: Turn) -> str:
    """What the app, the profile and the persona add; the person's own words are never among it."""
    lines: list[str] = []
    if turn.recall and turn.recall.persona != "attunement":
        lines.append(_word("persona", persona=turn.recall.persona))
    if turn.recall and turn.recall.profile:
        lines.append(_word("preferences", preferences=_pairs(turn.recall.profile)))
    if turn.context:
        lines.append(_word("facts", facts=_pairs(turn.context)))
    return " ".join(lines)


def _pairs(values: Any) -> str:
    return "; ".join(f"{key.replace('_', ' ')}: {' '.join(str(v).split())}" for key, v in values.items())
