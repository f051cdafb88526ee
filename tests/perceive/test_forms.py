from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement.perceive.forms import pronoun_forms
from attunement.perceive.lexicon import lexicon
from attunement.turn import Frame


@pytest.mark.parametrize(
    ("pronoun", "forms"),
    [
        ("he", ("he", "him", "his", "He", "His", "is", "was", "has", "s")),
        ("she", ("she", "her", "her", "She", "Her", "is", "was", "has", "s")),
        ("it", ("it", "it", "its", "It", "Its", "is", "was", "has", "s")),
        ("they", ("they", "them", "their", "They", "Their", "are", "were", "have", "")),
        (None, ("they", "them", "their", "They", "Their", "are", "were", "have", "")),
    ],
)
def test_forms_of_each_pronoun(pronoun, forms):
    found = pronoun_forms(Frame(who="your cat", relation="cat", pronoun=pronoun))
    keys = ("they", "them", "their", "They", "Their", "is", "was", "has", "s")
    assert tuple(found[k] for k in keys) == forms


@pytest.mark.parametrize(
    ("who", "relation", "pronoun", "forms"),
    [
        ("your friend", "friend", "they", ("is", "was", "has", "s")),
        ("your brother", "brother", "he", ("is", "was", "has", "s")),
        ("your parents", "parents", "they", ("are", "were", "have", "")),
        ("your mom and dad", "mom", "they", ("are", "were", "have", "")),
        ("your family", "family", "they", ("is", "was", "has", "s")),
        ("Marcus", None, "they", ("is", "was", "has", "s")),
        (None, None, None, ("is", "was", "has", "s")),
    ],
)
def test_verbs_after_who_agree_with_the_noun(who, relation, pronoun, forms):
    found = pronoun_forms(Frame(who=who, relation=relation, pronoun=pronoun))
    assert tuple(found[f"who_{k}"] for k in ("is", "was", "has", "s")) == forms


@given(
    pronoun=st.sampled_from([None, "he", "she", "it", "they"]),
    noun=st.sampled_from(sorted(lexicon().kinds)),
)
def test_forms_always_agree(pronoun, noun):
    found = pronoun_forms(Frame(who=f"your {noun}", relation=noun, pronoun=pronoun))
    agreement = {("is", "was", "has", "s"), ("are", "were", "have", "")}
    after_pronoun = tuple(found[k] for k in ("is", "was", "has", "s"))
    after_who = tuple(found[f"who_{k}"] for k in ("is", "was", "has", "s"))
    assert {after_pronoun, after_who} <= agreement
    assert (after_pronoun[0] == "are") == (found["they"] == "they")
    assert after_who[0] == "is" or found["they"] == "they"
    assert found["They"].lower() == found["they"] and found["Their"].lower() == found["their"]


def test_every_gendered_or_plural_noun_is_a_relation():
    lex = lexicon()
    assert set(lex.gender) | lex.plural | lex.collective <= set(lex.kinds) | {"policeman", "exes"}
    assert not lex.plural & set(lex.gender)
