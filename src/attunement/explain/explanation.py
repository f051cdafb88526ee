"""Turn -> Explanation: what was read, planned, chosen and checked, in plain sentences.

Nothing is invented here: every line restates a field of the Turn.
"""

from __future__ import annotations

from dataclasses import dataclass

from attunement.turn import Score, Turn


@dataclass(frozen=True, slots=True)
class Explanation:
    """Sections of plain lines, in the order of the stages."""

    read: tuple[str, ...]
    recalled: tuple[str, ...]
    planned: tuple[str, ...]
    wrote: tuple[str, ...]
    checked: tuple[str, ...]
    took: tuple[str, ...]

    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Titles with their lines; empty sections are left out."""
        pairs = (
            ("Read", self.read),
            ("Recalled", self.recalled),
            ("Planned", self.planned),
            ("Wrote", self.wrote),
            ("Checked", self.checked),
            ("Took", self.took),
        )
        return tuple((title, lines) for title, lines in pairs if lines)


def explain(turn: Turn) -> Explanation:
    """Explain a Turn from its own fields."""
    return Explanation(
        read=_read(turn),
        recalled=_recalled(turn),
        planned=_planned(turn),
        wrote=_wrote(turn),
        checked=tuple(
            f"{v.critic}: {v.value:.2f}, {v.explanation}" + (f" ({v.action})" if v.action != "none" else "")
            for v in turn.verdicts
        ),
        took=tuple(
            f"{s.stage}: {s.ms:.1f} ms" + (f" ({s.note})" if s.note else "")
            for s in turn.trace
            if s.ms >= 0.05
        ),
    )


def _words(turn: Turn, score: Score) -> str:
    shown = [turn.message[s.start : s.end] for s in score.spans]
    return f" (from {', '.join(repr(w) for w in shown)})" if shown else ""


def _read(turn: Turn) -> tuple[str, ...]:
    reading = turn.reading
    if reading is None:
        return ()
    lines = [
        f"emotion: {s.label} {s.probability:.0%}{_words(turn, s)}"
        for s in reading.emotions[:3]
        if s.probability >= 0.1
    ]
    lines += [f"feeling: {s.label} {s.probability:.0%}" for s in reading.feelings[:2]]
    lines.append(
        f"sentiment: {reading.sentiment}; valence {reading.valence:.2f}, arousal "
        f"{reading.arousal:.2f}, intensity {reading.intensity:.2f}"
    )
    lines.append(
        f"intent: {reading.intent.label} {reading.intent.probability:.0%}; "
        f"need: {reading.need.label} {reading.need.probability:.0%}"
    )
    lines.append(f"situation: {reading.situation.label} {reading.situation.probability:.0%}")
    frame = reading.frame
    parts = {"who": frame.who, "name": frame.name, "when": frame.when, "thing": frame.thing}
    said = [f"{k} = {v}" for k, v in parts.items() if v]
    if said:
        lines.append("said: " + "; ".join(said))
    if reading.cause:
        lines.append(f"cause: {reading.cause.text!r}")
    if reading.risk.level:
        lines.append(
            f"risk: {reading.risk.kind}, level {reading.risk.level} ({reading.risk.probability:.0%})"
        )
    if reading.ambiguous.value:
        lines.append(f"in doubt: {reading.ambiguous.reason}")
    return tuple(lines)


def _recalled(turn: Turn) -> tuple[str, ...]:
    if turn.recall is None:
        return ()
    lines: list[str] = []
    if turn.recall.turns:
        lines.append(f"{len(turn.recall.turns)} earlier turns of this talk")
    if turn.recall.open_question:
        lines.append(f"open question: {turn.recall.open_question!r}")
    for memory in turn.recall.memories:
        when = f", {memory.starts}" if memory.starts else ""
        lines.append(f"memory ({memory.why}), told {memory.said_at[:10]}{when}: {memory.words!r}")
    if turn.recall.change and turn.recall.change.facts:
        facts = turn.recall.change.facts
        lines += [f"heard: {f['kind']} {f['subject']} {f['attribute']} {f['value']}".rstrip() for f in facts]
    return tuple(lines)


def _planned(turn: Turn) -> tuple[str, ...]:
    if turn.plan is None:
        return ()
    plan = turn.plan
    lines = [*plan.reasons, f"stage: {plan.stage}; tactics: {', '.join(plan.tactics) or 'none'}"]
    if plan.hand_over:
        lines.append("a human should take over")
    return tuple(lines)


def _wrote(turn: Turn) -> tuple[str, ...]:
    if turn.reply is None:
        return ()
    considered: tuple[tuple[tuple[str, float], ...], ...] = turn.extra.get("considered", ())
    lines: list[str] = []
    if "scene" in turn.extra:
        name, closeness = turn.extra["scene"]
        lines.append(f"from the scene {name} (closeness {closeness:.2f})")
    for sentence in turn.reply.sentences:
        others = next(
            ([i for i, _ in pool if i != sentence.phrase] for pool in considered
             if any(i == sentence.phrase for i, _ in pool)), [],
        )  # fmt: skip
        beside = f"; beside {', '.join(others[:2])}" if others else ""
        lines.append(f"{sentence.tactic}: {sentence.text!r} [{sentence.phrase}{beside}]")
    return tuple(lines)
