from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement.errors import DataError
from attunement.turn import (
    Cause,
    Choice,
    Frame,
    Message,
    PastTurn,
    Plan,
    Reading,
    Recall,
    Reply,
    Risk,
    Score,
    Sentence,
    Span,
    Step,
    Turn,
    Verdict,
)  # fmt: skip

GOLDEN = Path(__file__).parent / "golden" / "turn_v1.json"


def full_turn() -> Turn:
    return Turn(
        id="abc", message="my dog Rex died on Friday", person="p", conversation="c", branch="b",
        history=(Message("user", "hi"), Message("assistant", "Hello.")), context={"user_name": "Ana"},
        capabilities=("refund",), now=datetime(2026, 1, 2, 3, 4, tzinfo=UTC), seed=3,
        reading=Reading(
            emotions=(Score("grief", 0.8, True, (Span(11, 15),)),), feelings=(Score("sad", 0.7),),
            sentiment="negative", polarity="neg", intent=Choice("statement", 0.9),
            cause=Cause("died", Span(11, 15)), risk=Risk("none", 0, 0.01),
            frame=Frame(who="your dog", relation="dog", kind="pet", name="Rex", when="on Friday", time="past"),
        ),
        recall=Recall(turns=(PastTurn("x", "hi", "Hello.", "other", "neutral", 0.1),)),
        plan=Plan(tactics=("reflect_meaning", "explore"), groups=("pet_loss",), slots={"name": "Rex"}),
        reply=Reply((Sentence("Rex was family.", "reflect_meaning", "pet_loss-001", "<name> was family."),)),
        verdicts=(Verdict("relevance", 0.9, "close", "cosine"),),
        trace=(Step("perceive", 3.2, ("reading",)),), extra={"considered": ((("a", 0.5),),)},
    )  # fmt: skip


def test_the_golden_file_of_version_1_loads_for_ever():
    assert Turn.from_json(GOLDEN.read_text(encoding="utf-8")) == full_turn()


def test_a_newer_version_is_refused():
    raw = json.loads(full_turn().to_json()) | {"schema": 99}
    with pytest.raises(DataError, match="upgrade"):
        Turn.from_json(json.dumps(raw))


@pytest.mark.parametrize("text", ["", "[]", "{}", "nonsense", '{"schema": "1"}'])
def test_what_is_no_turn_is_refused(text: str):
    with pytest.raises(DataError):
        Turn.from_json(text)


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.dictionaries(st.text(max_size=5), st.text(max_size=9)),
)
def test_any_message_survives_the_round_trip(message: str, context: dict[str, str]):
    context = {k: v for k, v in context.items() if v.isprintable() and k.isprintable()}
    turn = Turn("id", message, context=context)
    assert Turn.from_json(turn.to_json()) == turn
