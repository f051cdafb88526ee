from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from attunement.recall.facts import Assertion, settle

START = datetime(2026, 3, 1, tzinfo=UTC)


def said(kind="place", subject="user", attribute="lives", value="Lisbon", day=0, turn=None, **more):
    known = (START + timedelta(days=day)).isoformat()
    return Assertion(kind, subject, attribute, value, known_since=known, turn=turn or f"t{day}", **more)


ASSERTIONS = st.builds(
    said,
    kind=st.sampled_from(["place", "about", "event", "preference", "person"]),
    subject=st.sampled_from(["user", "sister"]),
    attribute=st.sampled_from(["lives", "job", "like", "mother", "friend", ""]),
    value=st.sampled_from(["Lisbon", "Berlin", "nurse", "interview", "jazz", ""]),
    day=st.integers(0, 20),
    valid_from=st.sampled_from([None, "2026-03-13", "2026-03-16"]),
    confidence=st.sampled_from([0.5, 0.8]),
)


def test_a_later_home_supersedes_and_the_first_stays_in_history():
    old, new = settle([said(value="Lisbon"), said(value="Berlin", day=9)])
    assert (old.said.value, old.current, old.said.valid_until) == ("Lisbon", False, "2026-03-10")
    assert (new.said.value, new.current, old.superseded_by) == ("Berlin", True, new.id)


def test_a_move_told_late_ends_the_old_home_when_it_happened():
    old, _ = settle([said(value="Lisbon"), said(value="Berlin", day=9, valid_from="2026-03-05")])
    assert old.said.valid_until == "2026-03-05"


def test_messages_out_of_order_give_the_same_history():
    a, b = said(value="Lisbon"), said(value="Berlin", day=9)
    assert settle([b, a]) == settle([a, b])


def test_a_moved_interview_replaces_its_date():
    first = said(
        "event", attribute="", value="job interview", valid_from="2026-03-13", valid_until="2026-03-13"
    )
    moved = replace(first, value="interview", valid_from="2026-03-16", valid_until="2026-03-16",
                    known_since=(START + timedelta(days=1)).isoformat(), turn="t9")  # fmt: skip
    facts = settle([first, moved])
    assert [f.said.valid_from for f in facts if f.current] == ["2026-03-16"]


def test_a_vague_time_is_made_exact_and_counts_as_the_same_event():
    vague = said("event", attribute="", value="interview", valid_from="2026-03-09", valid_until="2026-03-15",
                 precision="week")  # fmt: skip
    exact = said(
        "event", attribute="", value="interview", valid_from="2026-03-13", valid_until="2026-03-13", day=2
    )
    (fact,) = settle([vague, exact])
    assert fact.said.valid_from == "2026-03-13" and fact.sources == ("t0", "t2")


def test_two_sisters_stand_beside_each_other_but_one_mother_is_renamed():
    two = settle(
        [
            said("person", attribute="sister", value="Anna"),
            said("person", attribute="sister", value="Eve", day=1),
        ]
    )
    assert [f.current for f in two] == [True, True]
    one = settle(
        [
            said("person", attribute="mother", value="Agnes"),
            said("person", attribute="mother", value="Ana", day=1),
        ]
    )
    assert [f.current for f in one] == [False, True]


def test_taste_may_turn():
    facts = settle([said("preference", attribute="like", value="jazz"),
                    said("preference", attribute="dislike", value="jazz", day=3)])  # fmt: skip
    assert [(f.said.attribute, f.current) for f in facts] == [("like", False), ("dislike", True)]


def test_what_was_taken_back_never_held_and_does_not_block_what_came_before():
    home = said(value="Lisbon")
    wrong = said(value="Berlin", day=1)
    right = said("person", attribute="aunt", value="", day=2, retracts=wrong.id)
    facts = {f.said.value: f for f in settle([home, wrong, right])}
    assert facts["Lisbon"].current and not facts["Berlin"].current


@given(st.lists(ASSERTIONS, max_size=12), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(assertions, random):
    mixed = [*assertions, *assertions[:4]]
    random.shuffle(mixed)
    assert settle(mixed) == settle(assertions)


@given(st.lists(ASSERTIONS, max_size=12))
def test_every_statement_is_accounted_for_once_and_history_is_whole(assertions):
    facts = settle(assertions)
    assert {s for f in facts for s in f.sources} == {a.turn for a in assertions}
    assert len({f.id for f in facts}) == len(facts)
    for fact in facts:
        assert fact.current == (fact.superseded_by is None)
        assert 0 < fact.confidence < 1
        assert fact.known_until is None or fact.known_since <= fact.known_until


@given(st.lists(ASSERTIONS, max_size=8))
def test_assertions_survive_their_json(assertions):
    assert [Assertion.from_json(a.to_json()) for a in assertions] == assertions
