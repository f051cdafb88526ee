"""Heads of public sets, fitted on a few made-up rows and read back (extra ``train``)."""

from __future__ import annotations

import csv
import json

import pytest
from made_up import WordEncoder

from attunement.evaluate.parts import named_head, outputs
from attunement.learn.data import is_dev
from attunement.models.heads import load_head

pytestmark = [pytest.mark.extra, pytest.mark.filterwarnings("ignore")]


class Recording(WordEncoder):
    def __init__(self):
        self.seen = []

    def encode(self, texts, batch=32, vectors=False):
        self.seen += texts
        return super().encode(texts, batch, vectors)


@pytest.fixture
def fitter(tmp_path):
    from attunement.learn.perception import Fitter

    return Fitter(Recording(), tmp_path / "heads", tmp_path)


def test_banking77_leaves_the_dev_tenth_out(tmp_path, fitter):
    from attunement.learn.tone_heads import fit_banking77

    rows = [(f"{w} number {i}", w) for i in range(60) for w in ("card", "refund")]
    (tmp_path / "banking77").mkdir()
    with (tmp_path / "banking77" / "train.csv").open("w", newline="") as out:
        csv.writer(out).writerows([("text", "category"), *rows])
    fit_banking77(fitter)
    assert fitter.encoder.seen and not any(is_dev(t) for t in fitter.encoder.seen)
    head = named_head("banking77", fitter.encoder, tmp_path)
    found = outputs(head, fitter.encoder, ["card number 999", "refund number 998"]).argmax(axis=1)
    assert [head.labels[i] for i in found] == ["card", "refund"]


def test_clinc150_keeps_a_cut_for_what_is_out_of_scope(tmp_path, fitter):
    from attunement.learn.tone_heads import fit_clinc

    parts = {
        "train": [[f"{w} thing {i}", w] for i in range(40) for w in ("pay", "play")],
        "oos_train": [[f"odd thing {i}", "oos"] for i in range(30)],
    }
    (tmp_path / "clinc150").mkdir()
    (tmp_path / "clinc150" / "train_val.json").write_text(json.dumps(parts))
    fit_clinc(fitter)
    head = load_head(tmp_path / "heads" / "clinc150.npz", fitter.encoder.body_sha256)
    assert head.labels == ("oos", "pay", "play") and 0 < float(head.arrays["cut"]) <= 1


def test_safety_leaves_dev_contexts_out(tmp_path, fitter):
    from attunement.learn.tone_heads import fit_safety

    rows = [
        {"context": f"hello {i}", "response": f"{w} you {i}", "category": "Risk Ignorance", "label": label}
        for i in range(60)
        for w, label in (("harm", "Unsafe"), ("help", "Safe"))
    ]
    (tmp_path / "diasafety").mkdir()
    (tmp_path / "diasafety" / "train.json").write_text(json.dumps(rows))
    fit_safety(fitter)
    assert not any(t.startswith("hello") and is_dev(t) for t in fitter.encoder.seen)
    head = load_head(tmp_path / "heads" / "safety.npz", fitter.encoder.body_sha256)
    assert head.labels == ("safe", "Risk Ignorance") and 0.5 <= float(head.arrays["cut"]) <= 0.95
