from __future__ import annotations

import pytest

from attunement.perceive.frame import read_frame
from attunement.perceive.syntax import parse


def frame_of(perceiver, text):
    return read_frame(parse(perceiver.heads["syntax"], perceiver.encoder.encode([text])[0], text), text)


@pytest.mark.parametrize(
    ("text", "who", "kind", "name", "when", "time"),
    [
        ("my boss fired me yesterday", "your boss", "boss", None, "yesterday", "past"),
        ("My dog Max died this morning", "your dog", "pet", "Max", "this morning", "past"),
        ("our neighbours play loud music every night", "your neighbours", "neighbour", None, "every night", "now"),
        ("my 6 year old son starts school next week", "your 6 year old son", "child", None, "next week", "future"),
        ("My grandma will visit us in June", "your grandma", "grandparent", None, "in June", "future"),
        ("My best friend moved to Spain two years ago", "your best friend", "friend", None, "two years ago", "past"),
        ("a man shouted at me on the bus", "the man", "stranger", None, None, "past"),
        ("my ex-husband sold our house", "your ex-husband", "ex", None, None, "past"),
        ("we got a kitten called luna", "the kitten", "pet", "Luna", None, "past"),
        ("I bought a new bike last weekend", None, None, None, "last weekend", "past"),
        ("it rains", None, None, None, None, "now"),
        ("I feel sad", None, None, None, None, "now"),
    ],
)  # fmt: skip
def test_who_name_and_when(perceiver, text, who, kind, name, when, time):
    frame = frame_of(perceiver, text)
    assert (frame.who, frame.kind, frame.name, frame.when, frame.time) == (who, kind, name, when, time)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("my phone broke", "your phone"),
        ("I bought a new bike last weekend", "the new bike"),
        ("my ex-husband sold our house", "your house"),
        ("my boss fired me yesterday", None),
        ("I miss her", None),
        ("my dad has surgery tomorrow", "surgery"),
        ("I got promoted today", "the promotion"),
        ("my brother took my moms car", "your mom's car"),
        ("I made a great job of it", None),
        ("it happened in the kitchen", None),
        ("I used to be scared of the dark", None),
        ("my wife is in a play on Friday", "the play"),
        ("I was fired by a policeman", None),
        ("my brother broke the old TV", "the old TV"),
        ("there was a wasp in my room", "the wasp"),
    ],
)
def test_the_thing_is_turned_or_left_empty(perceiver, text, thing):
    assert frame_of(perceiver, text).thing == thing


@pytest.mark.parametrize(
    ("text", "answered", "open"),
    [
        ("I waited for three weeks because they lost my passport", {"how_long", "reason"}, {"who", "age"}),
        ("my 6 year old son starts school next week", {"who", "age", "when"}, {"reason", "name"}),
        ("My dog Max died this morning", {"who", "name", "when"}, {"reason", "age"}),
        ("my phone broke", set(), {"when", "who", "reason", "how_long"}),
    ],
)
def test_what_was_said_need_not_be_asked(perceiver, text, answered, open):
    found = set(frame_of(perceiver, text).answered)
    assert answered <= found and not open & found


@pytest.mark.parametrize(
    "text", ["Netflix was down on Monday", "I live in Paris", "God, what a day", "Thanks!", "LOL OK"]
)
def test_capitals_alone_make_nobody(perceiver, text):
    frame = frame_of(perceiver, text)
    assert (frame.who, frame.name, frame.pronoun) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "who", "name"),
    [
        ("Hannah and I broke up", "Hannah", "Hannah"),
        ("my neighbor ahmed fixed my bike", "your neighbor", "Ahmed"),
        ("Aunt Rosa moved in with us", "your aunt", "Rosa"),
        ("Mr. Okafor gave me more time", "Mr. Okafor", "Mr. Okafor"),
        ("Bella, our dog, ran away", "your dog", "Bella"),
        ("Austin told me he was leaving", "Austin", "Austin"),
        ("Austin was too hot for me", None, None),
        ("I flew to Charlotte", None, None),
        ("my best friend's mom is in the hospital", "your best friend's mom", None),
        ("my sister's new boyfriend is mean", "your sister's new boyfriend", None),
        ("One of my cats is ill", "your cat", None),
        ("A friend of mine is moving away", "your friend", None),
        ("I was shy as a kid", None, None),
        ("my neighbors dog barks all night", "your neighbor's dog", None),
        ("I have to pay my student debt", None, None),
        ("I have a doctor's appointment", None, None),
        ("my 3 year old will not sleep", "your 3 year old", None),
        ("MY BROTHER IS HOME", "your brother", None),
    ],
)
def test_who_and_names_need_more_than_a_capital(perceiver, text, who, name):
    frame = frame_of(perceiver, text)
    assert (frame.who, frame.name) == (who, name)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("my sister is ill", "she"),
        ("my sister's boyfriend left", "he"),
        ("my friend is upset because she lost her job", "she"),
        ("my friend is upset", "they"),
        ("my friend and his wife moved away", "he"),
        ("my boss fired my brother and he cried", "they"),
        ("my parents are here", "they"),
        ("my mom and dad are here", "they"),
        ("my family loves me", "they"),
        ("my dog died, he was old", "he"),
        ("my dog died", "they"),
        ("my turtle hurt its leg", "it"),
        ("my partner lost their ring", "they"),
        ("I feel sad", None),
    ],
)
def test_the_pronoun_comes_from_the_noun_or_from_what_is_said(perceiver, text, pronoun):
    assert frame_of(perceiver, text).pronoun == pronoun


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("my son starts school in September", "future"),
        ("I'm leaving on Friday", "future"),
        ("I will never forget how he left", "past"),
        ("It's been so long", "now"),
    ],
)
def test_time_ahead_and_behind(perceiver, text, time):
    assert frame_of(perceiver, text).time == time


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("he left me on my birthday", "on your birthday"),
        ("we have not talked since the wedding", "since the wedding"),
        ("my exam is tommorow", "tomorrow"),
        ("it is the last day of school", None),
        ("he called on Valentine's Day", "on Valentine's Day"),
    ],
)
def test_when_is_turned_and_spelt(perceiver, text, when):
    assert frame_of(perceiver, text).when == when


@pytest.mark.parametrize("text", ["I feel bad when you lose a friend", "Thank you, that helped me"])
def test_a_clause_is_left_out_where_you_means_anyone(perceiver, text):
    assert frame_of(perceiver, text).clause is None
