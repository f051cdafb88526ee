from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import attunement
from attunement.check.critics.promises import build as promises
from attunement.companion import as_reply
from attunement.errors import ModelError
from attunement.plan.situations import situations
from attunement.protocols import Draft
from attunement.respond.phrasebook import Phrasebook
from attunement.turn import Turn
from attunement.vocabulary import STAGES, TACTICS

FOLDER = Path(attunement.__file__).parent / "languages" / "en" / "phrases"
REACTIONS = {
    "acknowledge", "reflect_feeling", "reflect_meaning", "validate", "celebrate", "humour", "own", "apologise",
    "affirm", "normalise",
}  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Phrasebook:
    return Phrasebook(FOLDER, "en", None)


@pytest.fixture(scope="module")
def texts(book) -> dict[str, str]:
    return {p.id: book.text(p, {s: f"the {s}" for s in p.slots}) for p in book.phrases}


def test_every_phrase_has_its_words(book, texts):
    assert len(texts) == len(book.phrases) >= 1500
    assert [t for t in texts.values() if "{" in t or "}" in t or not t.strip()] == []


def test_conditions_come_from_the_closed_sets(book):
    for phrase in book.phrases:
        assert phrase.tactic in TACTICS and phrase.stage in STAGES and phrase.fit in ("broad", "narrow")
        assert phrase.feel in ("any", "neg", "pos", "mixed") and phrase.time in (
            "any",
            "past",
            "now",
            "future",
        )
        assert phrase.cue


def test_every_situation_can_be_answered(book):
    for name in situations():
        group = [book.phrases[i] for i in book.by_group[name]]
        plain = [
            p
            for p in group
            if p.tactic in REACTIONS and p.fit == "broad" and not p.slots and not p.capability
        ]
        assert len(group) >= 20, name
        assert len(plain) >= 5, name


def test_no_phrase_stands_twice_in_its_group(book, texts):
    counts = Counter((p.group, texts[p.id].lower()) for p in book.phrases)
    assert [k for k, n in counts.items() if n > 1] == []


def test_stock_openings_are_not_used(texts):
    stock = ("i'm sorry to hear", "that must be", "that sounds", "i understand", "i can imagine")
    assert [t for t in texts.values() if t.lower().startswith(stock)] == []


def test_only_capability_phrases_promise(book, texts):
    critic = promises()
    for phrase in book.phrases:
        if phrase.capability is None:
            verdict = critic.judge(Draft(Turn("t", "m"), as_reply(texts[phrase.id])), {})[0]
            assert verdict.value == 1.0, (phrase.id, texts[phrase.id], verdict.explanation)


def test_slots_are_filled(book):
    phrase = next(p for p in book.phrases if p.slots == ("who",))
    assert "Anna" in book.text(phrase, {"who": "Anna"})
    with pytest.raises(ModelError, match=phrase.id):
        book.text(phrase, {})


def test_damage_is_named(tmp_path):
    (tmp_path / "index.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(ModelError, match=r"index\.jsonl:1"):
        Phrasebook(tmp_path, "en", None)
