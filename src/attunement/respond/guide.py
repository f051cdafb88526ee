"""Guidance: a Turn's reading and plan as instructions for the caller's own model call."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template
from typing import Final

from attunement.turn import Turn

_DO: Final = {
    "acknowledge": "show that it arrived",
    "reflect_feeling": "reflect the feeling without naming it",
    "reflect_meaning": "reflect what it means to them",
    "restate": "say it back in other words",
    "validate": "validate the feeling, not the conclusion",
    "normalise": "say that others would feel so too",
    "explore": "ask one short open question",
    "clarify": "ask one short question to be sure",
    "affirm": "name something good in what they did",
    "celebrate": "celebrate with them",
    "humour": "answer lightly",
    "suggest": "offer one small step",
    "inform": "give the fact they need",
    "apologise": "apologise once, plainly",
    "own": "take responsibility",
    "close": "close warmly, without a question",
}
_NEED: Final = {
    "heard": "heard", "helped": "helped", "informed": "informed", "celebrated": "celebrated with",
    "chat": "chatted with",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guidance:
    """Instructions for a model call (a system message), and the Turn that they come from."""

    instructions: str
    turn: Turn


@cache
def _template() -> Template:
    text = (files("attunement.respond") / "prompts" / "guide.md").read_text(encoding="utf-8")
    return Template(text.split("---\n", 2)[2].strip())


def render(turn: Turn) -> Guidance:
    """Render the instructions of a planned Turn."""
    reading, plan = turn.reading, turn.plan
    assert reading is not None and plan is not None
    rules: list[str] = []
    if not {"explore", "clarify"} & set(plan.tactics):
        rules.append("Ask no question this time.")
    if plan.stage != "act":
        rules.append("Give no advice yet.")
    if plan.mode == "plain":
        rules.append("This turn wants a plain answer without emotion.")
    crisis = ""
    if plan.mode == "crisis":
        line = plan.slots.get("line_name")
        where = (
            f"{line}, {plan.slots.get('line_phone', '')}"
            if line
            else plan.slots.get("emergency", "the local emergency number")
        )
        crisis = (
            f"There are signs of danger ({reading.risk.kind}). Stay calm, ask directly, do not argue, "
            f"and give this help: {where}. Offer a human."
        )
    feeling = reading.feelings[0].label if reading.feelings else reading.sentiment
    text = _template().substitute(
        situation=reading.situation.label.replace("_", " "),
        feeling=f"{feeling} ({reading.sentiment})",
        need=_NEED[reading.need.label],
        stage=plan.stage,
        tactics="; then ".join(_DO[t] for t in plan.tactics) or "answer",
        rules=" ".join(rules),
        crisis=crisis,
    )
    return Guidance("\n".join(line for line in text.splitlines() if line.strip()), turn)
