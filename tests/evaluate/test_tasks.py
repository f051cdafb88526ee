"""Every task from its file to its metrics, with made-up heads and the shipped fakes."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import numpy as np
import pytest
from made_up import keyword_head, word_vector

from attunement import Companion
from attunement.errors import DataError
from attunement.evaluate.run import TaskOptions
from attunement.fakes import FakePerceiver, fake_parts
from attunement.models.heads import Head
from attunement.registry import build
from attunement.turn import Choice, Risk, Score
from attunement.vocabulary import EMOTIONS

PLAIN = FakePerceiver().default


def lines(path, rows):
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


def table(path, head, rows):
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([head, *rows])
    return path


def emotion_head(**changes):
    words = {e: ("sorrow" if e == "sadness" else "cheer" if e == "joy" else "zzz" + e) for e in EMOTIONS}
    return keyword_head("emotions", words | {"neutral": ""}, task="multilabel", **changes)


def test_clinc150_reads_val_or_what_is_named(tmp_path, run_task):
    data = tmp_path / "clinc.json"
    data.write_text(json.dumps({"val": [["pay bill", "pay"], ["play song", "music"]],
                                "oos_val": [["who knows", "oos"]]}))  # fmt: skip
    head = keyword_head(
        "clinc150", {"music": "song", "oos": "", "pay": "bill"}, inputs=("mean", "low", "embed")
    )
    result = run_task("clinc150", data, head)
    assert result.n == 3 and result.metrics["oos_rows"] == 1
    assert result.metrics["accuracy"] == 1.0 and result.metrics["oos_recall"] == 1.0
    assert result.metrics["false_rejection"] == 0.0
    with pytest.raises(DataError, match="no part 'test'; it has: val, oos_val"):
        run_task("clinc150", data, head, split="test")


def test_banking77(tmp_path, run_task):
    data = table(tmp_path / "test.csv", ["text", "category"], [["my card", "card"], ["a top up", "top"]])
    result = run_task("banking77", data, keyword_head("banking77", {"card": "card", "top": "up"}))
    assert result.metrics["accuracy"] == 1.0 and result.metrics["part"] == "all"
    assert result.metrics["coverage"] == 1.0


def test_tydip_ranks(tmp_path, run_task):
    head = keyword_head("politeness", {"politeness": "please"})
    rows = [["please please go", "2"], ["please go", "1"], ["go now", "-1"], ["x go please y z", "0.5"]]
    result = run_task("tydip", table(tmp_path / "test.csv", ["sentence", "score"], rows), head)
    assert result.metrics["spearman"] == 1.0 and result.n == 4


def test_isarcasm_scores_the_sarcastic_class(tmp_path, run_task):
    head = keyword_head("sarcasm", {"plain": "", "sarcastic": "great"})
    rows = [["great day", 1], ["great job", 0], ["a tree", 0], ["what bliss indeed", 1]]
    found = run_task("isarcasm", table(tmp_path / "en.csv", ["text", "sarcastic"], rows), head).metrics
    assert found["f1_sarcastic"] == found["precision"] == found["recall"] == 0.5


def test_diasafety_by_category(tmp_path, run_task):
    rows = [
        {"context": "hello", "response": r, "category": c, "label": label}
        for r, c, label in [("do harm", "Risk Ignorance", "Unsafe"), ("be well", "Risk Ignorance", "Safe"),
                            ("no harm", "Biased Opinion", "Safe"), ("nice", "Biased Opinion", "Safe")]
    ]  # fmt: skip
    data = tmp_path / "test.json"
    data.write_text(json.dumps(rows))
    weight = np.zeros((2, 1920), np.float32)
    weight[1, 768:1152] = word_vector("harm") * 40
    arrays = {"weight": weight, "bias": np.array([5, 0], np.float32), "temperature": np.float32(1), "cut": np.float32(0.9)}  # fmt: skip
    head = Head("safety", {"labels": ("safe", "Risk Ignorance"), "inputs": (), "task": "pair"}, arrays)
    found = run_task("diasafety", data, head).metrics
    assert found["macro_f1.Risk Ignorance"] == 1.0
    assert found["macro_f1"] == pytest.approx((2 / 3 + 4 / 5) / 2, abs=1e-3)
    assert found["critic.unsafe_found"] == 1.0


def cause_head():
    """Likes "because" as a lead and the words near "lost"."""
    hidden = np.zeros((1, 3 * 768), np.float32)
    for place in range(3):
        hidden[0, place * 768 : place * 768 + 384] = word_vector("lost")
    arrays = {
        "hidden_weight": hidden, "hidden_bias": np.zeros(1, np.float32), "cut": np.float32(0.0),
        "weight": np.array([[10.0], [-1.0]], np.float32), "bias": np.array([-5.0, -1.0], np.float32),
    }  # fmt: skip
    return Head("cause", {"task": "spans", "labels": ("cause", "who"), "inputs": ()}, arrays)


def test_reccon_beside_its_baselines(tmp_path, run_task):
    talk = [
        {"turn": 1, "utterance": "Well , I lost it . Tell me more .", "emotion": "neutral"},
        {"turn": 2, "utterance": "Too bad", "emotion": "sadness", "expanded emotion cause evidence": [1, 2],
         "expanded emotion cause span": ["I lost it", "Too bad"]},
    ]  # fmt: skip
    data = tmp_path / "r.json"
    data.write_text(json.dumps({"va_1": [talk]}))
    result = run_task("reccon", data, cause_head())
    assert result.n == 2 and result.metrics["unlocated"] == 0
    assert result.metrics["token_f1"] == 1.0
    assert result.metrics["nothing_found"] == result.metrics["token_f1_found_only"] == 0.5
    assert result.metrics["baseline.whole_utterance"] < 1 and result.metrics["baseline.last_clause"] == 0.5


def test_cause_against_two_annotators(tmp_path, run_task, monkeypatch):
    from attunement.evaluate.tasks import cause
    from attunement.learn.causes import Annotated

    rows = [
        Annotated("oh , I lost it , so", ((5, 14), (5, 14)), ((5, 6), None)),
        Annotated("nice day today", (None, (0, 4)), (None, None)),
    ]
    monkeypatch.setattr(cause, "read_causes", lambda labels, data: rows)
    monkeypatch.setattr(cause, "is_fitting", lambda text: True)
    found = run_task("cause", tmp_path, cause_head()).metrics
    assert found["token_f1.a"] == 1.0 and found["token_f1.b"] == 0.5
    assert found["agreement"] == 0.5 and found["agreement_on_presence"] == 0.5
    assert found["who.agreement"] == 0.5 and found["who.token_f1"] == 0.75


def test_calibration_of_both_sets_of_a_folder(tmp_path, run_task):
    for folder in ("goemotions", "empathetic_dialogues"):
        (tmp_path / folder).mkdir()
    rows = [f"sorrow here\t25\tx{i}\n" for i in range(40)]
    (tmp_path / "goemotions" / "dev.tsv").write_text("".join(rows))
    talks = [[f"c{i}", "sad", 0, "gloom now"] for i in range(30)]
    table(
        tmp_path / "empathetic_dialogues" / "valid.csv",
        ["conv_id", "emotion", "utterance_idx", "text"],
        talks,
    )
    from attunement.vocabulary import FEELINGS

    feelings = keyword_head("feelings", {f: "gloom" if f == "sad" else "q" + f for f in FEELINGS}, cut=0.2)
    result = run_task("calibration", tmp_path, emotion_head(cut=0.4), feelings)
    assert result.n == 70
    assert result.metrics["emotions.coverage"] == result.metrics["feelings.coverage"] == 1.0
    assert set(result.metrics["emotions.coverage_by_label"]) == {"sadness"}
    with pytest.raises(DataError, match="neither"):
        run_task("calibration", tmp_path / "goemotions", emotion_head())


def test_faithfulness_of_a_head_that_reads_one_word(tmp_path, run_task):
    rows = [{"text": f"there was sorrow in house number {i} of this town"} for i in range(30)]
    found = run_task("faithfulness", lines(tmp_path / "a.jsonl", rows), emotion_head()).metrics
    assert found["attributed_drop"] > 0.2
    assert found["ratio"] > 2
    calm = lines(tmp_path / "b.jsonl", [{"text": "nothing much to say today"}])
    assert run_task("faithfulness", calm, emotion_head()).n == 0


def test_embed_finds_neighbours_of_the_same_intent(tmp_path, run_task):
    parts = {
        "train": [["pay bill", "pay"], ["play song", "music"]],
        "val": [["bill", "pay"], ["song", "pay"]],
    }
    (tmp_path / "clinc150").mkdir()
    (tmp_path / "clinc150" / "train_val.json").write_text(json.dumps(parts))
    found = run_task("embed", tmp_path, split="own")
    assert found.n == 2 and found.metrics["clinc150.accuracy_at_1"] == 0.5
    assert found.metrics["clinc150.original"] is None
    with pytest.raises(DataError, match="too few rows"):
        run_task("embed", table(tmp_path / "train.csv", ["text", "category"], [["a", "b"]]), split="own")


def test_checklist_of_pairs_and_singles(tmp_path):
    glad = replace(PLAIN, sentiment="positive", emotions=(Score("joy", 0.9, True),), intensity=0.9)
    perceiver = FakePerceiver({"I won": glad})
    rows = [
        {"text": "I won", "capability": "x", "expect": {"sentiment": "positive", "top_emotion_in": ["joy"], "risk": 0}},
        {"text": "oh", "capability": "x", "expect": {"not_sentiment": "negative", "need": ["heard", "chat"]}},
        {"text": "oh", "text_b": "I won", "capability": "y", "expect": {"intensity": "b>a", "same": ["intent"]}},
        {"text": "oh", "text_b": "I won", "capability": "y", "expect": {"intensity": "b<a", "same": ["sentiment"]}},
        {"text": "oh", "capability": "z", "expect": {"not_top_emotion": ["joy"], "intent": "statement"}},
    ]  # fmt: skip
    task = build("task", "checklist", perceiver=perceiver)
    found = task.run(TaskOptions(lines(tmp_path / "c.jsonl", rows), split="wrong")).metrics
    assert found["pass_rate"] == 0.6
    assert found["by_capability"] == {"x": 0.5, "y": 0.5, "z": 1.0}
    assert found["by_expectation"]["intensity"] == 0.5 and found["by_expectation"]["need"] == 1.0
    assert [set(w["failed"]) for w in found["wrong"]] == [{"not_sentiment"}, {"intensity", "same"}]


def test_context_goes_through_a_companion_with_its_history(tmp_path):
    rows = [
        {"history": [{"role": "user", "text": "I lost."}, {"role": "assistant", "text": "Oh."}], "text": "great",
         "expect": {"sentiment": "negative"}},
        {"history": [{"role": "assistant", "text": "Better?"}], "text": "no", "expect": {"need": "chat"}},
    ]  # fmt: skip
    with Companion(parts=fake_parts()) as companion:
        task = build("task", "context", companion=companion)
        found = task.run(TaskOptions(lines(tmp_path / "c.jsonl", rows), split="wrong")).metrics
    assert found["pass_rate"] == found["pass_rate_without_history"] == 0.5
    assert found["changed_by_history"] == 0.0
    assert found["wrong"][0]["text"] == "no"


def test_risk_counts_any_level(tmp_path):
    passive = replace(PLAIN, risk=Risk("self_harm", 1, 0.8))
    grave = replace(PLAIN, risk=Risk("self_harm", 3, 0.9))
    perceiver = FakePerceiver(
        {"end it": grave, "not wake": passive, "plan": passive, "this kills me": passive}
    )
    rows = [
        {"text": "end it", "kind": "self_harm", "level": 3, "family": "means"},
        {"text": "plan", "kind": "medical", "level": 2, "family": "plan", "also_kind": ["self_harm"]},
        {"text": "hidden", "kind": "self_harm", "level": 2, "family": "plan"},
        {"text": "not wake", "kind": "self_harm", "level": 1, "family": "passive"},
        {"text": "this kills me", "kind": "none", "level": 0, "family": "idiom"},
        {"text": "dying of laughter", "kind": "none", "level": 0, "family": "idiom"},
        {"text": "sad", "kind": "none", "level": 0, "family": "sad"},
    ]
    everyday = table(tmp_path / "e.csv", ["conv_id", "emotion", "utterance_idx", "text"],
                     [["a", "sad", 1, "fine"], ["b", "sad", 1, "end it"]])  # fmt: skip
    task = build("task", "risk", perceiver=perceiver)
    options = TaskOptions(lines(tmp_path / "r.jsonl", rows), split="wrong", also=everyday)
    found = task.run(options).metrics
    assert found["recall.serious"] == pytest.approx(2 / 3, abs=1e-4) and found["recall.passive"] == 1.0
    assert found["false_alarms.idiom"] == 0.5 and found["false_alarms.sad"] == 0.0
    assert found["false_alarms.everyday"] == 0.5 and found["false_alarms.everyday_n"] == 2
    assert found["kind_accuracy"] == 1.0 and found["read_too_low"] == 0.5
    assert {w["text"] for w in found["wrong"]} == {"hidden", "this kills me", "end it"}


def test_fairness_sees_what_a_descriptor_changes(tmp_path):
    glad = replace(PLAIN, sentiment="positive", intensity=0.9, intent=Choice("statement", 0.9))
    perceiver = FakePerceiver({"I'm an old person.": glad})
    data = tmp_path / "descriptors.json"
    data.write_text(
        json.dumps({"age": {"old": ["old"]}, "religion": {"all": ["Sikh"]}, "nonce": {"all": ["doaxy"]}})
    )
    result = build("task", "fairness", perceiver=perceiver).run(TaskOptions(data))
    found = result.metrics
    assert result.n == 21 and found["descriptors"] == 3
    assert found["by_axis"]["religion"]["sentiment_flips"] == 0.0
    assert found["by_axis"]["age"]["sentiment_flips"] == pytest.approx(1 / 7, abs=1e-4)
    assert found["by_sentence"]["told"]["intensity_moved"] == 0.0
    assert found["intensity_gap_between_axes"] == pytest.approx(0.3 / 7, abs=1e-3)
    assert found["most_changed"][0] == "old"
    with pytest.raises(DataError, match="no descriptor of an identity axis"):
        data.write_text(json.dumps({"nonce": {"all": ["doaxy"]}}))
        build("task", "fairness", perceiver=perceiver).run(TaskOptions(data))


def test_speed_reports_both_paths(tmp_path, run_task, monkeypatch):
    from made_up import WordEncoder

    from attunement.evaluate.tasks import speed

    class Timed(FakePerceiver):
        def __init__(self, threads=1):
            super().__init__()
            self.encoder = WordEncoder()

    monkeypatch.setattr(speed, "Perceiver", Timed)
    data = lines(tmp_path / "s.jsonl", [{"text": f"message {i}"} for i in range(8)])
    found = speed.build().run(TaskOptions(data)).metrics
    assert found["bulk_messages_per_second"] > 0 and found["words_mean"] == 2.0
    assert {"ms_p50", "ms_p95", "ratio_to_plain", "ms_plain_p50"} <= set(found)
