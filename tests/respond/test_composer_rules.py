"""The rules of the composer on the whole phrasebook, without a model."""

from __future__ import annotations

from pathlib import Path

import pytest

import attunement
from attunement.plan.situations import situations
from attunement.respond.composer import Composer
from attunement.respond.phrasebook import Phrasebook
from attunement.turn import Frame, PastTurn, Plan, Reading, Recall, Turn

FOLDER = Path(attunement.__file__).parent / "languages" / "en" / "phrases"
TACTICS = ("acknowledge", "validate", "explore")


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(Phrasebook(FOLDER, "en", None))


def turn_of(group, number=0, *, past=(), polarity="neg", tactics=TACTICS, slots=None, frame=None, **fields):
    return Turn(
        f"{group}-{number}", "message", reading=Reading(polarity=polarity, frame=frame or Frame(time="past")),
        recall=Recall(turns=tuple(past)),
        plan=Plan(tactics=tactics, groups=(group,), polarity=polarity, slots=slots or {}), **fields,
    )  # fmt: skip


def as_past(turn, reply, asked=()):
    return PastTurn(
        turn.id, turn.message, reply.text, "x", "neg", 0.5,
        phrases=tuple(s.phrase for s in reply.sentences if s.phrase), asked=tuple(asked),
    )  # fmt: skip


@pytest.mark.parametrize("group", ["bereavement", "late_parcel", "job_loss", "small_talk"])
def test_no_phrase_comes_twice_in_ten_turns(composer, group):
    past, seen = [], []
    for number in range(10):
        turn = turn_of(group, number, past=past, tactics=("acknowledge",))
        reply = composer.write(turn, {})
        past.append(as_past(turn, reply))
        seen += [s.phrase for s in reply.sentences]
    assert len(seen) >= 5
    assert len(seen) == len(set(seen))


def written(composer, *, capabilities=(), slots=None):
    """Phrases that twelve seeds of every service situation bring."""
    by_id = {p.id: p for p in composer.book.phrases}
    found = []
    for group in (s.id for s in situations().values() if s.domain == "service"):
        for seed in range(12):
            for tactics in (("own", "inform"), ("acknowledge", "suggest"), ("inform",), ("suggest",)):
                turn = turn_of(
                    group, tactics=tactics, seed=seed, slots=slots or {}, capabilities=tuple(capabilities)
                )
                found += [by_id[s.phrase] for s in composer.write(turn, {}).sentences]
    return found


def test_what_the_deployment_cannot_do_is_never_said(composer):
    facts = {"order_number": "A1", "user_name": "Ana"}
    assert {p.capability for p in written(composer, slots=facts)} == {None}
    every = {p.capability for p in composer.book.phrases if p.capability}
    able = {p.capability for p in written(composer, capabilities=every, slots=facts)}
    assert len(able - {None}) >= 3
    assert {p.capability for p in written(composer, capabilities=["refund"], slots=facts)} <= {None, "refund"}


def test_slots_are_filled_with_what_was_said(composer):
    by_id = {p.id: p for p in composer.book.phrases}
    frame = Frame(who="your uncle Tom", kind="family", time="past")
    found = 0
    for group in situations():
        for seed in range(20):
            turn = turn_of(group, slots={"who": "your uncle Tom"}, frame=frame, seed=seed)
            for sentence in composer.write(turn, {}).sentences:
                slots = by_id[sentence.phrase].slots
                assert set(slots) <= {"who"}, "a slot without a value must not be used"
                assert ("your uncle tom" in sentence.text.lower()) == bool(slots), sentence
                assert ("<who>" in sentence.masked.lower()) == bool(slots)
                found += bool(slots)
    assert found >= 5


def test_a_question_that_was_answered_or_asked_is_not_asked_again(composer):
    by_id = {p.id: p for p in composer.book.phrases}

    def asks(group, *, past=(), answered=()):
        frame = Frame(time="past", answered=tuple(answered))
        out = set()
        for seed in range(30):
            scratch = {}
            turn = turn_of(group, tactics=("explore",), past=past, frame=frame, seed=seed)
            reply = composer.write(turn, scratch)
            own = {by_id[s.phrase].asks for s in reply.sentences} - {None}
            assert set(scratch["asked"]) == own
            out |= own
        return out

    for group in ("job_loss", "bereavement", "breakup"):
        free = asks(group)
        assert len(free) >= 2, group
        one = sorted(free)[0]
        assert one not in asks(group, answered=[one])
        assert one not in asks(group, past=[PastTurn("p", "m", "Why?", "x", "neg", 0.5, asked=(one,))])


def test_a_rewrite_uses_no_banned_phrase(composer):
    turn = turn_of("bereavement")
    first = composer.write(turn, {})
    banned = tuple(s.phrase for s in first.sentences)
    second = composer.write(turn, {"banned_phrases": banned})
    assert second.sentences and not set(banned) & {s.phrase for s in second.sentences}
