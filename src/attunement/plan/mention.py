"""Whether, and how, the reply speaks of what is remembered.

Requests of the memory are answered alone. An event is asked about once, when it is over and the
moment is open; a painful one never in a merry moment; nothing in a crisis or while someone is in the
middle of something heavy. Consent is asked once, in a calm moment, in place of another question.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from attunement.recall.facts import fact_words
from attunement.recall.look import painful
from attunement.recall.tell import anniversary_slots, event_slots
from attunement.turn import Memory, Mention, Plan, Turn

_OPEN: Final = frozenset({"greeting", "check_in", "returning_after_days", "empty_message"})
"""Functions of a message that leave the floor to us."""
_AWAY: Final = 4 / 24
"""After this many days of silence a first message opens a new talk."""
_HEAVY: Final = 0.5
_MERRY: Final = 0.45
_PLAIN_ANSWERS: Final = {"accept": "memory_consented", "decline": "memory_declined"}


def with_mentions(turn: Turn, plan: Plan, function: str = "tell") -> Plan:
    """The plan with what it says of memory.

    Args:
        turn: read and recalled.
        plan: of the planner.
        function: what the message does in the talk ("greeting", "tell" ...).
    """
    if turn.recall is None or plan.mode == "crisis":
        return plan
    plan = _with_name(turn, plan)
    answer = _answer(turn)
    if answer:
        reasons = (*plan.reasons, *(m.reason for m in answer if m.reason))
        return replace(plan, mode="plain", tactics=("inform",), mentions=answer, reasons=reasons)
    mention = _of_a_day(turn, function) or _consent(turn, plan)
    if mention is None:
        return plan
    kept = tuple(t for t in plan.tactics if t not in ("explore", "clarify"))[:1]
    return replace(plan, tactics=kept, mentions=(mention,), reasons=(*plan.reasons, mention.reason))


def _with_name(turn: Turn, plan: Plan) -> Plan:
    """A relation that is spoken of without a name gets the name that was told before."""
    assert turn.recall is not None
    frame = turn.reading.frame if turn.reading else None
    name = turn.recall.profile.get(f"name.{frame.relation}") if frame and frame.relation else None
    if not frame or frame.name or not name or "who" not in plan.slots:
        return plan
    reason = f"{frame.who} was called {name} in an earlier talk"
    return replace(plan, slots={**plan.slots, "name": name}, reasons=(*plan.reasons, reason))


def _answer(turn: Turn) -> tuple[Mention, ...]:
    """The answer to a request of the memory, the whole reply."""
    recall = turn.recall
    assert recall is not None
    change = recall.change
    if change is None or change.request == "none":
        return ()
    if change.request in _PLAIN_ANSWERS:
        group = _PLAIN_ANSWERS[change.request]
        return (Mention(group, alone=True, reason=f"consent was answered: {change.request}"),)
    if change.request == "forget":
        done = bool(change.forget)
        reason = f"asked to forget: {len(change.forget)} records are deleted"
        return (Mention("memory_forgot" if done else "memory_forgot_nothing", alone=True, reason=reason),)
    if change.request == "correct":
        return (_corrected(recall.memories[:1]),)
    if not recall.memories:
        return (Mention("memory_none", alone=True, reason="asked for a memory; nothing fits"),)
    first, *more = recall.memories
    told = [Mention("memory_told", {}, (first.id,), True, _why(first))]
    told += [Mention("memory_more", {}, (m.id,), True, _why(m)) for m in more[:4]]
    return tuple(told)


def _corrected(memories: tuple[Memory, ...]) -> Mention:
    if not memories:
        return Mention(
            "memory_corrected_plain", alone=True, reason="a memory was called wrong and is struck out"
        )
    ids = tuple(m.id for m in memories)
    return Mention("memory_corrected", {}, ids, True, "a memory was corrected; the old one stays as history")


def _why(memory: Memory) -> str:
    said = memory.said_at[:10]
    return f"remembered from {said} ({memory.why}): {memory.words!r}"


def _of_a_day(turn: Turn, function: str) -> Mention | None:
    """An event that is over or close, or an anniversary, if the moment allows it."""
    reading, recall = turn.reading, turn.recall
    assert reading is not None and recall is not None and turn.now is not None
    opening = function in _OPEN or ((not recall.turns or recall.away_days >= _AWAY) and function == "tell")
    heavy = reading.polarity in ("neg", "mixed") and reading.intensity > _HEAVY
    if not opening or heavy or reading.risk.level or any(p.risk_level for p in recall.turns[-3:]):
        return None
    merry = reading.polarity == "pos" and reading.intensity > _MERRY
    for why in ("anniversary", "due", "ahead"):
        for memory in (m for m in recall.memories if m.why == why):
            hurts = painful(memory.kind, memory.attribute, memory.value, memory.feeling)
            if hurts and merry:
                continue
            if made := _MAKE[why](memory, turn.now):
                return made
    return None


def _follow(memory: Memory, now: datetime) -> Mention | None:
    tender = any(w in memory.value.lower() for w in fact_words()["painful"]["events"])
    group = "memory_follow_tender" if tender else "memory_follow"
    reason = f"follow-up: {memory.value!r} was due {memory.starts}, told {memory.said_at[:10]}"
    return Mention(group, event_slots(memory, now), (memory.id,), False, reason)


def _ahead(memory: Memory, now: datetime) -> Mention | None:
    reason = f"close: {memory.value!r} is on {memory.starts}, told {memory.said_at[:10]}"
    return Mention("memory_ahead", event_slots(memory, now), (memory.id,), False, reason)


def _anniversary(memory: Memory, now: datetime) -> Mention | None:
    glad = memory.attribute in fact_words()["painful"]["glad"]
    if not glad and memory.attribute != "died":
        return None
    years = now.year - date.fromisoformat(memory.starts or "").year
    group = "memory_anniversary_glad" if glad else "memory_anniversary"
    reason = f"anniversary: {memory.attribute} on {memory.starts}, told {memory.said_at[:10]}"
    return Mention(group, anniversary_slots(memory, years), (memory.id,), False, reason)


_MAKE: Final = {"anniversary": _anniversary, "due": _follow, "ahead": _ahead}


def _consent(turn: Turn, plan: Plan) -> Mention | None:
    """The one question for consent: when something worth keeping was told and nothing burns."""
    reading, recall = turn.reading, turn.recall
    assert reading is not None and recall is not None
    grave = reading.polarity in ("neg", "mixed") and reading.intensity > 0.8
    if not recall.may_ask or reading.risk.level or grave or plan.stage == "act":
        return None
    return Mention("memory_consent", reason="something worth keeping was told; consent is asked once")
