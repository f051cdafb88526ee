"""Readers of the public sets: what they accept, and that errors name file and row."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from attunement.errors import DataError, ModelError, UsageError
from attunement.evaluate.expectations import read_cases
from attunement.evaluate.parts import choose, gold_places, named_head, texts_of
from attunement.evaluate.run import TaskOptions
from attunement.evaluate.tasks.fairness import read_descriptors
from attunement.evaluate.tasks.risk import read_risk
from attunement.learn.causes import read_causes
from attunement.learn.data import is_dev, is_fitting
from attunement.learn.sets import (
    locate,
    read_banking,
    read_clinc,
    read_diasafety,
    read_isarcasm,
    read_reccon,
    read_tydip,
)


def written(folder, name, content):
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("reader", "name", "content", "message"),
    [
        (read_clinc, "c.json", {"val": [["hi", "greeting"], ["alone"]]}, r"c\.json: val row 2"),
        (read_clinc, "c.json", {"val": 3}, r"c\.json: val"),
        (read_clinc, "c.json", [1], r"c\.json: not a CLINC150"),
        (read_clinc, "c.json", '{"val":\n oops}', r"c\.json:2: not JSON"),
        (read_banking, "b.csv", "text,label\nhi,x\n", r"b\.csv: column category"),
        (read_banking, "b.csv", "text,category\n", r"b\.csv: the file has no rows"),
        (read_tydip, "t.csv", "sentence,score\nplease,1.5\nnow,high\n", r"t\.csv:3: score"),
        (read_isarcasm, "i.csv", "tweet,sarcastic\nfine,1\nsure,maybe\n", r"i\.csv:3: sarcastic"),
        (read_isarcasm, "i.csv", "words,sarcastic\nfine,1\n", r"i\.csv: column tweet"),
        (read_diasafety, "d.json", [{"context": "a", "response": "b", "category": "c", "label": "Bad"}], "row 1"),
        (read_diasafety, "d.json", {}, "expected a JSON list"),
        (read_reccon, "r.json", {"va_1": [[{"turn": 1, "emotion": "anger"}]]}, "va_1"),
        (read_reccon, "r.json", [], "not a RECCON file"),
        (read_cases, "l.jsonl", '\n{"text": "a"}\n', r"l\.jsonl:2: expected an object"),
        (read_cases, "l.jsonl", '{"text": "a", "expect": {"mood": "x"}}\n', "unknown expectation 'mood'"),
        (read_cases, "l.jsonl", '{"text": "a", "expect": {"intensity": "b>a"}}\n', "needs a text_b"),
        (read_cases, "l.jsonl", '{"text": "a", "text_b": "b", "expect": {"intensity": "up"}}\n', "cannot be 'up'"),
        (read_cases, "l.jsonl", '{"text": "a", "expect": {}, "history": [{"role": "cat"}]}\n', "of the history"),
        (read_risk, "k.jsonl", '{"text": "a", "kind": "none", "level": 0}\n', r"k\.jsonl:1: expected"),
        (read_risk, "k.jsonl", '{"text": "a", "kind": "none", "level": 2, "family": "x"}\n', "no danger we know"),
        (read_risk, "k.jsonl", "[]\n", r"k\.jsonl:1: expected a JSON object"),
        (read_descriptors, "h.json", {"age": {"old": [{"word": "old"}]}}, "age, old, row 1"),
    ],
)  # fmt: skip
def test_errors_name_file_and_row(tmp_path, reader, name, content, message):
    with pytest.raises(DataError, match=message):
        reader(written(tmp_path, name, content))


@pytest.mark.parametrize("reader", [read_clinc, read_banking, read_reccon, read_risk, read_cases])
def test_missing_files_are_named(tmp_path, reader):
    with pytest.raises(DataError, match="gone"):
        reader(tmp_path / "gone")


def test_isarcasm_reads_both_of_its_formats_and_skips_empty_rows(tmp_path):
    assert read_isarcasm(written(tmp_path, "a.csv", "tweet,sarcastic\nsure,1\n,0\n")) == [("sure", 1)]
    assert read_isarcasm(written(tmp_path, "b.csv", "text,sarcastic\nsure,0\n")) == [("sure", 0)]


def test_reccon_joins_spans_of_one_utterance_and_leaves_outside_causes(tmp_path):
    talk = [
        {"turn": 1, "utterance": "I lost my job . My car broke too .", "emotion": "neutral"},
        {"turn": 2, "utterance": "Oh no !", "emotion": "sadness",
         "expanded emotion cause evidence": [1, 1, "b", 2],
         "expanded emotion cause span": ["I lost my job .", "My car broke", "b", "gone words"]},
    ]  # fmt: skip
    first, second = read_reccon(written(tmp_path, "r.json", {"va_1": [talk]}))
    assert [first.text[a:b] for a, b in first.spans] == ["I lost my job .", "My car broke"]
    assert not first.own and first.emotion == "sadness" and first.place.endswith("va_1 turn 2")
    assert second.own and second.spans == ()


def test_evidence_must_be_a_turn_of_the_talk(tmp_path):
    line = {"turn": 1, "utterance": "x", "emotion": "anger", "expanded emotion cause evidence": [7],
            "expanded emotion cause span": ["x"]}  # fmt: skip
    with pytest.raises(DataError, match="va_1 turn 1: there is no turn 7"):
        read_reccon(written(tmp_path, "r.json", {"va_1": [[line]]}))


def test_words_are_found_whatever_the_spaces_and_case():
    assert locate("my  Car", "It is my car .") == (6, 12)
    assert locate("boat", "my car") is None
    assert locate(" ", "my car") is None


def test_descriptors_take_their_article_and_the_newest_version(tmp_path):
    for version, word in (("v1.0", "old"), ("v1.1", {"descriptor": "US-born", "article": "a"})):
        (tmp_path / version).mkdir()
        written(tmp_path / version, "descriptors.json", {"nationality": {"us": [word, "Italian"]}})
    born, italian = read_descriptors(tmp_path)
    assert born.phrase == "a US-born person" and italian.phrase == "an Italian person"
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match=r"no descriptors\.json"):
        read_descriptors(tmp_path / "empty")


def test_annotations_with_a_bad_span_name_the_row(tmp_path):
    for folder in ("empathetic_dialogues", "goemotions"):
        (tmp_path / folder).mkdir()
    written(tmp_path / "empathetic_dialogues", "train.csv",
            "conv_id,emotion,utterance_idx,text\nc1,sad,0,s\nc1,sad,1,My dog died\n")  # fmt: skip
    written(tmp_path / "goemotions", "train.tsv", "I won\t17\tx1\n")
    good = written(tmp_path, "a.tsv", "# head\ned:c1\t0:11\t-\t0:2\t0:2\nge:x1\t0:5\t0:5\t-\t-\n")
    first, second = read_causes(good, tmp_path)
    assert first.text == "My dog died" and first.causes == ((0, 11), None)
    assert second.who == (None, None)
    with pytest.raises(DataError, match=r"b\.tsv:1: a span"):
        read_causes(written(tmp_path, "b.tsv", "ed:c1\tx\t-\t-\t-\n"), tmp_path)
    with pytest.raises(DataError, match=r"b\.tsv:1: expected a known key"):
        read_causes(written(tmp_path, "b.tsv", "ed:c9\t-\t-\t-\t-\n"), tmp_path)


def test_training_files_are_read_in_a_part_of_their_own(tmp_path):
    rows = [f"text {i}" for i in range(300)]
    train = TaskOptions(tmp_path / "train.csv")
    dev, name = choose(rows, str, train)
    assert name == "dev" and dev == [r for r in rows if is_dev(r)]
    fitting, name = choose(rows, str, train, on_train="fitting")
    assert name == "fitting" and fitting == [r for r in rows if is_fitting(r)]
    assert choose(rows, str, TaskOptions(tmp_path / "test.csv", limit=7)) == (rows[:7], "all")
    with pytest.raises(UsageError, match="unknown --split"):
        choose(rows, str, TaskOptions(tmp_path / "train.csv", split="half"))
    with pytest.raises(DataError, match="no rows"):
        choose([], str, train)


def test_messages_come_from_three_formats(tmp_path):
    assert texts_of(written(tmp_path, "a.tsv", "I won\t17\tx\n")) == ["I won"]
    table = "conv_id,emotion,utterance_idx,text\nc,sad,0,s\nc,sad,1,Oh\n"
    assert texts_of(written(tmp_path, "a.csv", table)) == ["Oh"]
    assert texts_of(written(tmp_path, "a.jsonl", '{"text": "hi"}\n\n')) == ["hi"]
    with pytest.raises(DataError, match=r"b\.jsonl:1"):
        texts_of(written(tmp_path, "b.jsonl", '{"words": "hi"}\n'))


def test_a_head_that_is_trained_on_demand_says_how(tmp_path):
    with pytest.raises(ModelError, match="attune train perception --data FOLDER --heads banking77"):
        named_head("banking77", None, tmp_path)


def test_unknown_intents_name_their_row(tmp_path):
    rows = read_banking(written(tmp_path, "b.csv", "text,category\nhi,a\nho,z\n"))
    with pytest.raises(DataError, match=r"b\.csv:3: the head knows no intent 'z'"):
        gold_places(rows, ["a", "b"])


def test_evaluation_needs_no_torch():
    code = (
        "import sys\n"
        "from attunement.registry import build, names\n"
        "[build('task', n) for n in names('task')]\n"
        "print(*sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "attunement.evaluate.tasks.embed" in out.split()
    assert not {"torch", "transformers", "scipy"} & set(out.split())
