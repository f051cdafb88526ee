"""A Turn and a Reading as the JSON documents that the command line and the server print."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from attunement.turn import Reading, Score, Turn

SCHEMA: Final = 1


def reading_document(reading: Reading) -> dict[str, Any]:
    """A Reading with the names of the command-line contract."""
    return {
        "language": reading.language,
        "emotions": [_score(s) for s in reading.emotions if s.probability >= 0.02 or s.in_set],
        "feelings": [_score(s) for s in reading.feelings],
        "sentiment": reading.sentiment,
        "valence": reading.valence,
        "arousal": reading.arousal,
        "dominance": reading.dominance,
        "intensity": reading.intensity,
        "tone": asdict(reading.tone),
        "intent": reading.intent.label,
        "need": reading.need.label,
        "act": asdict(reading.act),
        "situation": asdict(reading.situation),
        "cause": asdict(reading.cause) if reading.cause else None,
        "risk": {"kind": reading.risk.kind, "level": reading.risk.level},
        "ambiguous": asdict(reading.ambiguous),
        "frame": asdict(reading.frame),
    }


def turn_document(turn: Turn) -> dict[str, Any]:
    """A finished Turn as ``attune reply --json`` prints it."""
    reply = turn.reply
    return {
        "schema": SCHEMA,
        "turn_id": turn.id,
        "conversation_id": turn.conversation,
        "reply": {
            "text": reply.text,
            "language": reply.language,
            "sentences": [{"text": s.text, "tactic": s.tactic, "phrase": s.phrase} for s in reply.sentences],
        }
        if reply
        else None,
        "reading": reading_document(turn.reading) if turn.reading else None,
        "recall": _recall(turn),
        "plan": _plan(turn),
        "verdicts": [asdict(v) for v in turn.verdicts],
        "trace": [
            {"stage": s.stage, "ms": s.ms, "wrote": list(s.wrote)} | ({"note": s.note} if s.note else {})
            for s in turn.trace
        ],
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "label": score.label,
        "probability": score.probability,
        "in_set": score.in_set,
        "spans": [[s.start, s.end] for s in score.spans],
    }


def _recall(turn: Turn) -> dict[str, Any] | None:
    if turn.recall is None:
        return None
    return {
        "turns": [p.id for p in turn.recall.turns],
        "open_question": turn.recall.open_question,
        "consent": list(turn.recall.consent),
        "memories": [asdict(m) for m in turn.recall.memories],
        "heard": [dict(f) for f in turn.recall.change.facts] if turn.recall.change else [],
    }


def _plan(turn: Turn) -> dict[str, Any] | None:
    if turn.plan is None:
        return None
    plan = turn.plan
    return {
        "mode": plan.mode,
        "stage": plan.stage,
        "tactics": list(plan.tactics),
        "groups": list(plan.groups),
        "polarity": plan.polarity,
        "hand_over": plan.hand_over,
        "reasons": list(plan.reasons),
    }
