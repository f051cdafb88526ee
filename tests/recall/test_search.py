from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from attunement.errors import DataError
from attunement.evaluate.run import TaskOptions, run_task
from attunement.fakes import fake_encoding
from attunement.recall.search import Item, MemoryIndex, Query

TALK = Path(__file__).parent.parent / "data" / "memory_talk.json"
START = datetime(2026, 1, 5, 19, tzinfo=UTC)


def item(i, text, *, days=0, speaker="user", group="g"):
    return Item(str(i), text, START + timedelta(days=days), speaker, group)


def filled(*items, **more):
    index = MemoryIndex(**more)
    index.add(items, np.stack([fake_encoding(i.text).embed for i in items]))
    return index


def test_words_alone_find_a_memory_and_its_signals_are_shown():
    index = filled(item(1, "I adopted a greyhound"), item(2, "work was dull"), item(3, "rain again"))
    best = index.search(Query("what kind of greyhound", None, START))[0]
    assert best.item.id == "1" and best.signals["lexical"] == 1.0


def test_a_time_in_the_question_prefers_what_was_said_then():
    index = filled(item(1, "lunch with Eve", group="a"), item(2, "lunch with Eve", days=30, group="b"),
                   item(3, "nothing", days=31, group="c"))  # fmt: skip
    found = index.search(Query("who had lunch yesterday", None, START + timedelta(days=31)))
    assert found[0].item.id == "2"


def test_a_named_speaker_is_preferred():
    index = filled(
        item(1, "I love jazz", speaker="Ana"), item(2, "I love jazz", speaker="Ben"), item(3, "hm")
    )
    assert index.search(Query("does Ben love jazz", None, START))[0].item.id == "2"


def test_forgotten_items_are_found_no_more():
    index = filled(item(1, "a secret garden"), item(2, "a public garden"))
    assert index.remove(frozenset({"1"})) == 1 and index.remove(frozenset({"1"})) == 0
    assert [h.item.id for h in index.search(Query("secret garden", None, START))] == ["2"]


def test_the_index_is_bounded_and_the_oldest_leave_first():
    index = filled(*(item(i, f"line {i}") for i in range(8)), limit=5)
    assert [i.id for i in index.items] == ["3", "4", "5", "6", "7"]
    index.add([item(9, "line nine")], np.zeros((1, 384), dtype=np.float32))
    assert len(index) == 5 and index.items[-1].id == "9"


def test_an_empty_index_and_an_empty_question_find_nothing_amiss():
    assert MemoryIndex().search(Query("anything", None, START)) == []
    assert MemoryIndex().search_groups(Query("anything", None, START)) == []
    assert len(filled(item(1, "a"), item(2, "b")).search(Query("", None, START))) == 2


def test_ten_thousand_memories_are_searched_within_the_budget():
    rng = np.random.default_rng(1)
    words = [f"w{i}" for i in range(3000)]
    items = [
        item(i, " ".join(rng.choice(words, 12)), days=i // 20, group=str(i // 20)) for i in range(10_000)
    ]
    vectors = rng.standard_normal((10_000, 384)).astype(np.float32)
    index = MemoryIndex()
    index.add(items, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    spent = []
    for i in range(30):
        query = Query(
            f"what about w{i} and w{i * 7} last week", index._vectors[i], START + timedelta(days=500)
        )
        started = time.thread_time()
        index.search(query)
        spent.append(time.thread_time() - started)
    assert sorted(spent)[15] < 0.010


def test_the_written_talk_is_searched_better_than_by_words_alone(perceiver):
    raw = json.loads(TALK.read_text())
    items = [
        Item(
            f"{n}:{i}", t["text"], datetime.fromisoformat(s["date"]).replace(tzinfo=UTC), t["speaker"], str(n)
        )
        for n, s in enumerate(raw["sessions"], 1)
        for i, t in enumerate(s["turns"], 1)
    ]
    index = MemoryIndex()
    index.add(items, np.stack([e.embed for e in perceiver.encoder.encode([i.text for i in items])]))
    ours = words = 0.0
    for question in raw["questions"]:
        vector = perceiver.encoder.encode([question["question"]])[0].embed
        found = [h.item.id for h in index.search(Query(question["question"], vector, items[-1].at), 5)]
        order = np.argsort(-index.lexical(question["question"]))[:5]
        ours += bool(set(question["evidence"]) & set(found))
        words += bool(set(question["evidence"]) & {items[i].id for i in order})
    assert ours > words and ours / len(raw["questions"]) >= 0.6


def test_locomo_reads_the_publishers_format(tmp_path):
    lines = [
        {"speaker": "Ana", "dia_id": f"D1:{i}", "text": t}
        for i, t in enumerate(["I bought a kayak", "I fed the cat", "It rained"], 1)
    ]
    talk = {
        "speaker_a": "Ana", "speaker_b": "Ben", "session_1_date_time": "1:56 pm on 8 May, 2023", "session_1": lines,
        "qa": [{"question": "What did Ana buy?", "answer": "a kayak", "evidence": ["D1:1"], "category": 4}],
    }  # fmt: skip
    (tmp_path / "1.json").write_text(json.dumps(talk))
    result = run_task("locomo", TaskOptions(tmp_path))
    assert result.n == 1 and result.metrics["turn.recall_at_10"] == 1.0
    assert {"session.recall_at_10", "by_category", "random", "bm25", "dense"} <= set(result.metrics)
    (tmp_path / "1.json").write_text("[]")
    with pytest.raises(DataError, match=r"1\.json"):
        run_task("locomo", TaskOptions(tmp_path))
