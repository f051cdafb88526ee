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
        ("I bought a new bike last weekend", "a new bike"),
        ("my ex-husband sold our house", "your house"),
        ("my boss fired me yesterday", None),
        ("I miss her", None),
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
    assert (frame.who, frame.name) == (None, None)
