"""Facts survive any rewrite: nothing lost, changed or added passes."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from attunement.respond.facts import facts, kept

NUMBERS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.integers(1, 100).map(lambda n: f"{n}%"),
    st.integers(1, 9999).map(lambda n: f"${n:,}"),
    st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda t: f"{t[0]:02}:{t[1]:02}"),
    st.integers(1, 900).map(lambda n: f"{n}mg"),
    st.dates().map(str),
)
NAMES = st.sampled_from(
    ["Priya", "Zürich", "O'Neill", "Jean-Luc", "McAllister", "iPhone", "NASA", "Łódź", "Warfarin", "K2-18b"]
)
CODE = st.text(string.ascii_lowercase + "()=+[] .", min_size=1, max_size=12).map(lambda c: f"`{c}`")
CITATIONS = st.sampled_from(
    [
        "[12]",
        "[3, 7]",
        "(Smith, 2019)",
        "(2021)",
        "https://example.org/a?b=1",
        "doi:10.1000/xyz",
        "“Dune”",
        '"yes"',
    ]
)
FACT = st.one_of(NUMBERS, NAMES, CODE, CITATIONS)
WORD = st.sampled_from("and the with near by for to it was so kind of late over here again then".split())
BARE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)


def sentence(found, fillers):
    parts = ["it is"]
    for fact, filler in zip(found, fillers, strict=False):
        parts += [filler, fact]
    return " ".join([*parts, "today."])


SOME = st.lists(FACT, min_size=1, max_size=4, unique=True)
FILLERS = st.lists(BARE, min_size=4, max_size=4)


@given(SOME, FILLERS, FILLERS, st.randoms())
def test_a_rewrite_with_the_same_facts_passes(found, one, two, random):
    before = sentence(found, one)
    shuffled = random.sample(found, len(found))
    assert kept(before, sentence(shuffled, two))


@given(SOME, FILLERS, FILLERS, st.data())
def test_a_rewrite_that_loses_a_fact_is_refused(found, one, two, data):
    lost = data.draw(st.sampled_from(found))
    rest = [f for f in found if f != lost]
    after = sentence(rest, two)
    assume(lost not in after)
    assert not kept(sentence(found, one), after)


@given(SOME, FACT, FILLERS, FILLERS)
def test_a_rewrite_that_adds_a_fact_is_refused_unless_the_person_said_it(found, more, one, two):
    found = found[:3]
    before = sentence(found, one)
    assume(more not in before)
    after = sentence([*found, more], two)
    assert not kept(before, after)
    assert kept(before, after, allowed=f"it was {more} then.")


@given(SOME, FILLERS, st.data())
def test_a_changed_number_is_refused(found, fillers, data):
    number = data.draw(st.integers(10, 10**6))
    before = sentence([str(number), *found[:3]], fillers)
    changed = data.draw(st.integers(10, 10**6).filter(lambda n: n != number))
    after = before.replace(f" {number} ", f" {changed} ", 1)
    assume(str(changed) not in before)
    assert not kept(before, after)


@given(st.text(max_size=80))
def test_any_text_keeps_its_own_facts(text):
    assert kept(text, text)
    assert sum(facts(text).values()) >= 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm sorry. That sounds hard. What happened?", set()),
        ("Take 20mg of Warfarin at 08:30.", {"20mg", "Warfarin", "08:30"}),
        ("Max was lucky. Losing Max hurts.", {"Max"}),
        ("Run `pip install x` on your MacBook.", {"`pip install x`", "MacBook"}),
        ("See [3] and (Rogers, 1957).", {"[3]", "(Rogers, 1957)"}),
        ("In May it cost €1,200.50, up 4%.", {"May", "€1,200.50", "4%"}),
        ("Call 116 123 or write to help@x.org.", {"116", "123", "help@x.org"}),
    ],
)
def test_what_counts_as_a_fact(text, expected):
    found = set(facts(text))
    assert expected <= found
    assert found - expected <= {"Losing", "Call", "Max"}
