import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import attunement
from attunement.errors import ModelError
from attunement.perceive.forms import FORM_SLOTS
from attunement.plan.situations import situations
from attunement.respond.scenes import SceneBook, pack, unpack
from attunement.vocabulary import TACTICS

FOLDER = Path(attunement.__file__).parent / "languages" / "en" / "scenes"
SLOTS = {"who", "name", "when", "thing", *FORM_SLOTS}


@pytest.fixture(scope="module")
def book():
    return SceneBook(FOLDER, "en", None)


@pytest.fixture(scope="module")
def texts(book):
    """Every line as said, parsed once."""
    return {
        line.id: book.text(scene, line, dict.fromkeys(line.slots, "x"))
        for scene in book.scenes
        for line in scene.lines
    }


def test_there_are_many_scenes_with_all_roles(book):
    assert len(book.scenes) >= 1500
    for scene in book.scenes:
        roles = Counter(line.role for line in scene.lines if not line.slots)
        assert roles["reaction"] >= 1 and roles["question"] >= 1, scene.name
        assert len(scene.cues) >= 4
        assert scene.situation in situations() or scene.situation == "other"
        assert scene.feel in ("neg", "pos", "mixed", "any")


def test_every_line_can_be_said(book, texts):
    seen: Counter[str] = Counter()
    for scene in book.scenes:
        for line in scene.lines:
            assert set(line.slots) <= SLOTS, line.id
            assert line.tactic in TACTICS
            text = texts[line.id]
            assert text[0].isupper() or not text[0].isalpha()
            assert "{" not in text and "  " not in text
            assert len(text.split()) <= 26, text
            assert ("?" in text) or line.role != "question"
            if not line.slots:
                seen[text] += 1
    assert max(seen.values()) == 1, seen.most_common(3)


STOCK = re.compile(
    r"sorry to hear|must be (?:so )?hard|i understand how|here for you|thank you for sharing|make you feel\?|"
    r"\bme too\b|when i was|my (?:own )?(?:family|body|life|mother|father)\b", re.IGNORECASE,
)  # fmt: skip


def test_no_stock_phrase_and_no_human_life(texts):
    for text in texts.values():
        assert not STOCK.search(text), text


def test_slots_that_name_someone_need_kinds(book):
    for scene in book.scenes:
        if any(set(line.slots) - {"when", "thing"} for line in scene.lines):
            assert scene.who, scene.name


def test_a_broken_index_is_named(tmp_path):
    (tmp_path / "index.jsonl").write_text(json.dumps({"name": "x"}) + "\n")
    with pytest.raises(ModelError, match=r"index\.jsonl:1"):
        SceneBook(tmp_path, "en", None)
    with pytest.raises(ModelError, match="missing"):
        SceneBook(tmp_path / "none", "en", None)


@given(st.lists(st.lists(st.floats(-1, 1, width=32), min_size=4, max_size=4), min_size=1, max_size=5))
def test_packing_keeps_rows_nearly(rows):
    table = np.array(rows, dtype=np.float32)
    back = unpack(*pack(table))
    assert np.allclose(back, table, atol=np.abs(table).max() / 127 + 1e-6)
