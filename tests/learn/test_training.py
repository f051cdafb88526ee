"""Training for real, on a few made-up rows (extra ``train``)."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest

from attunement.errors import DataError
from attunement.learn.data import is_fitting, read_conllu, read_dialogues, read_emobank, read_goemotions
from attunement.models.runtime import Encoder
from attunement.vocabulary import FEELINGS

SAD, GLAD = "I lost my keys and cried {}", "we won the cup and danced {}"


@pytest.fixture
def data(tmp_path):
    (tmp_path / "goemotions").mkdir()
    rows = [(SAD if i % 2 else GLAD).format(i) for i in range(120)]
    lines = [f"{t}\t{25 if 'cried' in t else 17}\tid{i}\n" for i, t in enumerate(rows)]
    (tmp_path / "goemotions" / "train.tsv").write_text("".join(lines))
    (tmp_path / "empathetic_dialogues").mkdir()
    with (tmp_path / "empathetic_dialogues" / "train.csv").open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["conv_id", "emotion", "utterance_idx", "speaker", "text"])
        for i, text in enumerate(rows[:60]):
            feeling = "sad" if "cried" in text else "joyful"
            writer.writerows(
                [[f"c{i}", feeling, 0, "none", text], [f"c{i}", feeling, 1, "speaker", text + "!"]]
            )
    return tmp_path


def test_readers_name_the_row(tmp_path):
    bad = tmp_path / "bad.tsv"
    bad.write_text("fine\t3\tx\nbroken\t99\ty\n")
    with pytest.raises(DataError, match=r"bad\.tsv:2"):
        read_goemotions(bad)
    table = tmp_path / "bad.csv"
    table.write_text("V,A,D,text\n1,2,3,hi\n1,x,3,ho\n")
    with pytest.raises(DataError, match=r"bad\.csv:3"):
        read_emobank(table)
    table.write_text("a,b\n1,2\n")
    with pytest.raises(DataError, match="column"):
        read_dialogues(table)
    with pytest.raises(DataError, match="no such file"):
        read_conllu(tmp_path / "missing")


def test_dialogues_keep_order_and_feeling(data):
    talks = read_dialogues(data / "empathetic_dialogues" / "train.csv")
    assert len(talks) == 60
    assert FEELINGS[talks[1].feeling] == "sad" and talks[1].utterances == (talks[1].situation + "!",)


def test_about_a_tenth_fits():
    share = np.mean([is_fitting(f"text {i}") for i in range(5000)])
    assert 0.08 < share < 0.12


@pytest.mark.extra
@pytest.mark.filterwarnings("ignore")
def test_a_body_learns_and_its_int8_export_agrees(data, tmp_path):
    import torch

    from attunement.learn import body as training
    from attunement.learn.export import export_body
    from attunement.learn.joint import Schedule, pad

    quick = Schedule(epochs=3, batch=8)
    recipe = training.BodyRecipe(teachers=1, folds=2, teacher=Schedule(epochs=1, batch=8), student=quick)
    out = tmp_path / "run"
    body = training.train_body(data, out, recipe)
    assert (out / "teachers" / "teacher-0.npz").is_file()
    heads = torch.load(out / "heads.pt", weights_only=True)
    texts = [SAD.format("again"), GLAD.format("again")]
    tokenizer = training.load_tokenizer(None, 64)
    with torch.no_grad():
        mean = body(*pad([tuple(tokenizer.encode(t).ids) for t in texts]))[2]
    scores = mean @ heads["linear.emotions.weight"].T + heads["linear.emotions.bias"]
    assert scores[0, 25] > scores[0, 17] and scores[1, 17] > scores[1, 25]
    export_body(body, tmp_path / "model", name="tiny", version="0", base=None)
    encoded = Encoder(tmp_path / "model").encode(texts)
    for row, state in zip(mean.numpy(), encoded, strict=True):
        assert np.corrcoef(row, state.mean)[0, 1] > 0.95
        assert abs(float(np.linalg.norm(state.embed)) - 1) < 1e-3
    assert json.loads((tmp_path / "model" / "manifest.json").read_text())["name"] == "tiny"


@pytest.mark.extra
@pytest.mark.filterwarnings("ignore")
def test_soft_targets_come_from_teachers_that_never_saw_the_row(tmp_path):
    import numpy

    from attunement.learn.joint import Row, Schedule, Task
    from attunement.learn.teachers import cross_fit, fold_of

    texts = [f"words {i}" for i in range(24)]
    rows = [Row((101, 1000 + i, 102), {"emotions": (i % 2,)}, {}, fold_of(t, 2)) for i, t in enumerate(texts)]
    soft = cross_fit(rows, {"emotions": Task("multi", 2)}, Schedule(epochs=1, batch=8), tmp_path, teachers=1)
    known = numpy.array([r.fold == 0 for r in rows])
    assert soft["emotions"].shape == (24, 2)
    assert (soft["emotions"][known] != soft["emotions"][~known][0]).any()
    with numpy.load(tmp_path / "teacher-0.npz") as kept:
        assert len(kept["emotions"]) == known.sum()


@pytest.mark.extra
@pytest.mark.filterwarnings("ignore")
def test_solvers_find_what_is_there():
    from attunement.learn import fit

    rng = np.random.default_rng(0)
    x = rng.standard_normal((600, 5)).astype(np.float32)
    y = (x[:, 0] + 0.1 * rng.standard_normal(600) > 0).astype(np.int64)
    weight, bias = fit.logistic(x, y, 2)
    assert ((x @ weight.T + bias).argmax(1) == y).mean() > 0.95
    gold = np.stack([y, 1 - y], axis=1).astype(np.float32)
    p = np.stack([0.7 * y + 0.1, 0.8 - 0.7 * y], axis=1).astype(np.float32)
    cut = fit.coverage_cut(p, gold, 0.1)
    assert (((p >= cut) * gold).sum(1) / gold.sum(1)).mean() >= 0.9
