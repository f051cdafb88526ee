from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement.respond.sentences import Sentences

TEXT = st.text(st.sampled_from(list("ab AB1.!?…。\n`|*-\"') ")), max_size=120)


def cut(text, places=()):
    sentences, pieces, start = Sentences(), [], 0
    for place in [*sorted(places), len(text)]:
        pieces += sentences.feed(text[start:place])
        start = max(start, place)
    return pieces + sentences.finish()


@given(TEXT, st.lists(st.integers(0, 120), max_size=8))
def test_the_pieces_joined_are_the_text_wherever_it_is_cut(text, places):
    places = [p for p in places if p <= len(text)]
    assert "".join(p.text for p in cut(text, places)) == text


@given(TEXT)
def test_letter_by_letter_gives_the_same_pieces_as_at_once(text):
    assert cut(text, range(len(text))) == cut(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", " Two!", " Three?"]),
        ('He said "no." Then left.', ['He said "no."', " Then left."]),
        ("I met Dr. Who at 3.50 e.g. here. Yes.", ["I met Dr. Who at 3.50 e.g. here.", " Yes."]),
        ("これ。はい！", ["これ。", "はい！"]),
        ("- one\n- two", ["- one", "\n- two"]),
        ("Use `a. b` now. Ok", ["Use `a. b` now.", " Ok"]),
        ("Wait... what? Ok", ["Wait...", " what?", " Ok"]),
    ],
)
def test_where_sentences_end(text, expected):
    assert [p.text for p in cut(text)] == expected


def test_code_and_tables_are_no_prose():
    text = "Look:\n```py\nx = 1. Really\n```\n| a | b |\nDone."
    assert [p.text.strip() for p in cut(text) if p.prose] == ["Look:", "Done."]


def test_a_text_without_an_end_is_not_held_for_ever():
    sentences = Sentences()
    assert sentences.feed("word " * 200)
