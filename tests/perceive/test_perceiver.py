from __future__ import annotations

import shutil

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attunement.errors import ModelError
from attunement.perceive.frame import read_frame
from attunement.perceive.perceiver import Perceiver, default_folder
from attunement.perceive.shift import shift_clause
from attunement.perceive.syntax import parse, split_words
from attunement.vocabulary import EMOTIONS, FEELINGS, INTENTS, NEEDS


def parsed(perceiver, text):
    return parse(perceiver.heads["syntax"], perceiver.encoder.encode([text])[0], text)


@pytest.mark.parametrize(
    ("said", "turned"),
    [
        ("my boss fired me", "your boss fired you"),
        ("I was so tired.", "you were so tired"),
        ("My sister was there for me", "your sister was there for you"),
        ("I'm not sure", "you're not sure"),
        ("we moved to Leeds", "you moved to Leeds"),
        ("I hurt myself", "you hurt yourself"),
        ("this one is mine", "this one is yours"),
        ('she said "I hate you"', 'she said "I hate you"'),
    ],
)
def test_the_person_is_turned(perceiver, said, turned):
    assert shift_clause(parsed(perceiver, said), said) == turned


def test_the_frame_holds_who_name_and_when(perceiver):
    text = "My sister Anna is getting married on Saturday"
    frame = read_frame(parsed(perceiver, text), text)
    assert (frame.relation, frame.name, frame.kind) == ("sister", "Anna", "sibling")
    assert frame.when == "on Saturday"


def test_nothing_is_made_up_where_nothing_was_said(perceiver):
    frame = read_frame(parsed(perceiver, "it is what it is"), "it is what it is")
    assert (frame.who, frame.name, frame.when, frame.thing) == (None, None, None, None)


def test_a_reading_is_whole(perceiver):
    reading = perceiver.read(["I am so angry that they cancelled my flight!"])[0]
    assert {s.label for s in reading.emotions} == set(EMOTIONS)
    assert reading.feelings[0].label in FEELINGS
    assert reading.need.label in NEEDS and reading.intent.label in INTENTS
    assert reading.polarity == "neg" and reading.sentiment == "negative"
    for value in (reading.valence, reading.arousal, reading.dominance, reading.intensity):
        assert 0 <= value <= 1


def test_evidence_points_at_words(perceiver):
    text = "I am terrified of the exam tomorrow"
    top = next(s for s in perceiver.read([text])[0].emotions if s.label == "fear")
    assert "terrified" in [text[s.start : s.end] for s in top.spans]


def test_a_batch_reads_as_single_messages_do(perceiver):
    texts = ["I love it", "my grandmother is in hospital and I cannot visit her", "ok"]
    for one, many in zip((perceiver.read([t])[0] for t in texts), perceiver.read(texts), strict=True):
        assert one.sentiment == many.sentiment
        a = {s.label: s.probability for s in one.emotions}
        assert max(abs(a[s.label] - s.probability) for s in many.emotions) < 0.15


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "...",
        "🙂🙂🙂",
        "\x00\x07",
        "\ud800",
        "<script>alert(1)</script>",
        "a" * 1_000_000,
        "?!" * 9000,
    ],
)
def test_odd_input_is_read(perceiver, text):
    reading = perceiver.read([text])[0]
    assert all(0 <= s.start < s.end <= len(text) for e in reading.emotions for s in e.spans)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_any_text_is_read_and_spans_lie_inside(perceiver, text):
    reading = perceiver.read([text])[0]
    assert all(0 <= s.start < s.end <= len(text) for e in reading.emotions for s in e.spans)


@given(st.text(max_size=200))
def test_words_are_where_they_say(text):
    assert all(text[start:end] == word for word, start, end in split_words(text))


def test_a_damaged_body_is_refused(tmp_path):
    shutil.copytree(default_folder(), tmp_path / "m")
    body = tmp_path / "m" / "body.onnx"
    body.write_bytes(body.read_bytes()[:-1] + b"\x00")
    with pytest.raises(ModelError, match="sha256"):
        Perceiver(tmp_path / "m")


def test_a_head_of_another_body_is_refused(tmp_path):
    shutil.copytree(default_folder(), tmp_path / "m")
    path = tmp_path / "m" / "heads" / "need.npz"
    with np.load(path) as data:
        arrays = dict(data)
    arrays["meta"] = np.array(str(arrays["meta"]).replace('"body_sha256": "', '"body_sha256": "0'))
    np.savez_compressed(path, **arrays)
    with pytest.raises(ModelError, match="another body"):
        Perceiver(tmp_path / "m")


def test_a_missing_model_is_said(tmp_path):
    with pytest.raises(ModelError, match="manifest"):
        Perceiver(tmp_path)
