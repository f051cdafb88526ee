from __future__ import annotations

import pytest

from attunement.perceive.shift import shift_clause
from attunement.perceive.syntax import parse


def turned(perceiver, text):
    return shift_clause(parse(perceiver.heads["syntax"], perceiver.encoder.encode([text])[0], text), text)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        # agreement follows the subject, not the nearest word
        ("He was late and I was cold", "he was late and you were cold"),
        ("She told me that I was right", "she told you that you were right"),
        ("Why was I so rude to her?", "why were you so rude to her"),
        # contractions, with and without their apostrophes
        ("I'd love to see our old house", "you'd love to see your old house"),
        ("We're finally home", "you're finally home"),
        ("i dont know what im doing", "you don't know what you're doing"),
        ("my id card is gone", "your id card is gone"),
        # the assistant as subject and as object
        ("can you help me", "can I help you"),
        ("You make me laugh", "I make you laugh"),
        ("I think you are wrong", "you think I am wrong"),
        ("were you listening to me?", "was I listening to you"),
        # asides and clauses that have a verb of their own
        ("I, who never cry, was crying", "you, who never cry, were crying"),
        ("What I was afraid of was my own father", "what you were afraid of was your own father"),
        ("oh my gosh, I won", "oh my gosh, you won"),
        ("thank you for helping me", "thank me for helping you"),
        # politeness, shouting, third persons
        ("my brother and I were stuck in the rain", "you and your brother were stuck in the rain"),
        ("MY DOG ATE MY SHOES", "YOUR DOG ATE YOUR SHOES"),
        ("they gave us their old car", "they gave you their old car"),
        ("Her sister lost her keys.", "her sister lost her keys"),
    ],
)
def test_a_clause_is_turned_to_the_person_who_said_it(perceiver, said, wanted):
    assert turned(perceiver, said) == wanted


def test_no_first_person_is_left_over(perceiver):
    for said in ("I told my boss about our trip and he gave me mine back", "we blamed ourselves, me most"):
        left = turned(perceiver, said).lower().replace(",", "").split()
        assert not {"i", "me", "my", "mine", "we", "us", "our", "ourselves"} & set(left), left
