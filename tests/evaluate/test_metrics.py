"""Metrics on numbers that can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from attunement.evaluate.metrics import (
    binary_f1,
    macro_f1_of_two,
    overlap_f1,
    ranks,
    risk_coverage,
    separation,
    spearman,
)
from attunement.evaluate.spans import covered, last_clause, span_f1, whole_utterance
from attunement.evaluate.tasks.calibration import calibration_metrics
from attunement.evaluate.tasks.clinc150 import intent_metrics
from attunement.evaluate.tasks.embed import nearest_right
from attunement.evaluate.tasks.faithfulness import drop_metrics, without, word_shares
from attunement.evaluate.tasks.speed import paired_times, time_metrics


def test_ranks_share_ties():
    assert ranks(np.array([3.0, 1.0, 3.0, 2.0], np.float32)).tolist() == [3.5, 1.0, 3.5, 2.0]


def test_spearman_sees_order_alone():
    x = np.array([1, 2, 3, 4], np.float32)
    assert spearman(x, np.exp(x)) == pytest.approx(1.0)
    assert spearman(x, -x) == pytest.approx(-1.0)
    assert spearman(x, np.array([1, 1, 2, 2], np.float32)) == pytest.approx(0.8944, abs=1e-4)
    assert spearman(x, np.ones(4, np.float32)) == 0.0


def test_f1_of_a_class_and_of_two():
    gold, found = np.array([1, 1, 0, 0], bool), np.array([1, 0, 1, 0], bool)
    assert binary_f1(gold, found) == 0.5
    assert macro_f1_of_two(gold, found) == 0.5
    assert binary_f1(np.zeros(2, bool), np.zeros(2, bool)) == 0.0


def test_separation_is_the_area_under_the_curve():
    low, high = np.array([0.1, 0.2], np.float32), np.array([0.3, 0.9], np.float32)
    assert separation(low, high) == 1.0
    assert separation(high, low) == 0.0
    assert separation(low, low) == 0.5


def test_risk_coverage_orders_by_confidence():
    curve = risk_coverage(np.array([0.2, 0.9, 0.5]), np.array([0.0, 1.0, 1.0]))
    assert curve.tolist() == pytest.approx([0.0, 0.0, 1 / 3])


def test_overlap_counts_two_empty_sets_as_right():
    assert overlap_f1(set(), set()) == 1.0
    assert overlap_f1({1, 2}, set()) == 0.0
    assert overlap_f1({1, 2}, {2, 3}) == 0.5


def test_spans_are_compared_by_words_without_marks():
    text = "I cried, because the landlord kept it."
    assert covered(text, [(0, 7)]) == {0, 1}
    assert span_f1(text, [(17, 38)], [(17, 37)]) == 1.0
    ((start, end),) = last_clause(text)
    assert text[start:end].strip() == "the landlord kept it."
    assert last_clause("hello") == whole_utterance("hello") == ((0, 5),)
    assert text[slice(*last_clause("stop!")[0])] == text[:5]


def test_calibration_of_a_perfect_reader_is_perfect():
    gold = np.eye(2, dtype=np.float32)[np.arange(80) % 2]
    found = calibration_metrics(gold, gold, gold, ("a", "b"))
    assert found["ece"] == 0 and found["brier_skill"] == 1 and found["coverage"] == 1
    assert found["set_size"] == 1 and found["risk_coverage_area"] == 0
    assert set(found["coverage_by_label"]) == {"a", "b"}


def test_calibration_leaves_rare_labels_out_and_sees_overconfidence():
    gold = np.zeros((60, 2), np.float32)
    gold[:50, 0] = gold[50:, 1] = 1
    p = np.tile(np.array([[0.99, 0.01]], np.float32), (60, 1))
    found = calibration_metrics(p, gold, (p > 0.5).astype(np.float32), ("often", "rare"))
    assert set(found["brier_skill_by_label"]) == {"often"}
    assert found["ece"] > 0.15
    assert found["coverage"] == pytest.approx(50 / 60, abs=1e-3)


def test_intents_out_of_scope_never_count_as_an_answer():
    labels = ["a", "b", "oos"]
    p = np.array([[0.7, 0.2, 0.1], [0.3, 0.2, 0.5], [0.1, 0.1, 0.8], [0.5, 0.4, 0.1]], np.float32)
    found = intent_metrics(p, np.array([0, 0, 2, 2]), labels, 0.4)
    assert found["accuracy"] == 1.0
    assert found["accuracy_kept"] == found["false_rejection"] == found["oos_recall"] == 0.5
    assert "oos_recall" not in intent_metrics(p[:2], np.array([0, 0]), labels, 0.4)


def test_nearest_neighbour_of_the_same_intent():
    index = np.eye(3, dtype=np.float32)
    right = nearest_right(index, index[[0, 2]], ["x", "y", "z"], ["x", "y"])
    assert right.tolist() == [1.0, 0.0]


def test_shares_of_word_pieces_add_up_and_cut_words_go():
    shares = np.array([0.5, 1.0, 2.0, 4.0], np.float32)
    offsets = [(0, 0), (0, 2), (2, 5), (6, 9)]
    assert word_shares(shares, offsets, [(0, 5), (6, 9), (10, 12)]).tolist() == [3.0, 4.0, 0.0]
    assert without("so very sad today", [(8, 11), (0, 2)]) == "very today"


def test_drops_are_compared_as_a_ratio():
    found = drop_metrics(np.full(4, 0.6, np.float32), np.full(4, 0.2, np.float32))
    assert found["ratio"] == pytest.approx(3.0)
    assert found["attributed_drop"] == pytest.approx(0.6)


def test_both_times_of_every_text_are_taken():
    seen = []
    times = paired_times(lambda t: seen.append(("read", t)), lambda t: seen.append(("plain", t)), ["x", "y"])
    assert seen == [("plain", "x"), ("read", "x"), ("read", "y"), ("plain", "y")]
    assert all(a >= 0 and b >= 0 for a, b in times)
    found = time_metrics([(3.0, 2.0), (3.0, 2.0), (6.0, 2.0)])
    assert found["ms_p50"] == 3.0 and found["ratio_to_plain"] == 1.5
