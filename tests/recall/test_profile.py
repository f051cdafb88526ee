from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement.errors import UsageError
from attunement.recall.profile import TRAITS, Profile, learn, set_trait

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def after(*messages):
    profile = Profile()
    for i, message in enumerate(messages):
        profile = learn(profile, message, f"t{i}")
    return profile.traits


def test_casual_and_formal_writers_part():
    casual = after(*["lol yeah im gonna be late", "idk haha", "omg u wont believe it"] * 4)
    formal = after(*["Could you please tell me more about it?", "I would appreciate your view on this."] * 6)
    assert casual["formality"].value < 0.35 < 0.65 < formal["formality"].value
    assert casual["humour"].value > formal["humour"].value


def test_confidence_grows_with_messages_and_evidence_is_named():
    few, many = after("a word or two here"), after(*["a word or two here"] * 15)
    assert few["length"].confidence < 0.2 < 0.6 < many["length"].confidence
    assert many["length"].evidence == ("t10", "t11", "t12", "t13", "t14")


def test_a_wish_said_outright_counts_at_once_and_can_be_changed():
    traits = after(
        *["I had soup again today, and it rained."] * 10, "please stop asking me so many questions"
    )
    assert traits["questions"].value < 0.1 and traits["questions"].confidence > 0.5
    turned = after("no emojis please", "actually i love emojis")
    assert turned["emoji"].value > 0.6


def test_a_setting_wins_and_can_be_reset():
    profile = set_trait(Profile(), "directness", 0.8)
    profile = learn(profile, "maybe, I guess, kind of", "t1")
    assert profile.traits["directness"].value == 0.8 and profile.traits["directness"].confidence == 1.0
    assert "directness" not in set_trait(profile, "directness", None).traits
    with pytest.raises(UsageError, match="charisma"):
        set_trait(profile, "charisma", 0.5)
    with pytest.raises(UsageError, match="between 0 and 1"):
        set_trait(profile, "humour", 3)


@given(st.lists(st.text(max_size=120), max_size=20))
def test_traits_stay_in_their_bounds_whatever_is_written(messages):
    for name, trait in after(*messages).items():
        assert name in TRAITS and 0 <= trait.value <= 1 and 0 <= trait.confidence < 1


@given(st.lists(st.text(max_size=60), max_size=6))
def test_the_same_turn_twice_counts_once(messages):
    profile = Profile()
    for i, message in enumerate(messages):
        profile = learn(profile, message, f"t{i}")
        if not any(t.weight >= 12 for t in profile.traits.values()):
            assert learn(profile, message, f"t{i}") == profile


def test_a_profile_is_learnt_only_with_consent_and_changes_the_plan(companion):
    store, person = companion.parts.store, "style"

    def says(text):
        return companion.reply(text, person=person, conversation="style", now=NOW)

    says("please stop asking me so many questions")
    assert not companion.parts.remember.profiles.load("local", person).traits
    store.set_consent("local", person, "profile", True, NOW)
    says("please stop asking questions, i mean it")
    turns = [
        says(t)
        for t in ("my week was long", "my boss shouted at me on Tuesday", "and then again", "so tired")
    ]
    assert float(turns[0].recall.profile["questions"]) < 0.2
    assert not any("explore" in t.plan.tactics for t in turns if len(t.plan.tactics) > 1)
    store.erase("local", person)
    assert not companion.parts.remember.profiles.load("local", person).traits


def test_the_command_line_shows_sets_and_resets(monkeypatch, capsys, tmp_path):
    from attunement import cli

    monkeypatch.setenv("ATTUNEMENT_STORE", str(tmp_path / "s.db"))

    def attune(*arguments):
        monkeypatch.setattr("sys.argv", ["attune", *arguments])
        with pytest.raises(SystemExit) as end:
            cli.main()
        return end.value.code or 0, capsys.readouterr().out

    assert json.loads(attune("person", "set", "ana", "directness=0.8", "emoji=0", "--json")[1])["set"] == {
        "directness": 0.8, "emoji": 0.0,
    }  # fmt: skip
    assert (
        "directness 0.80 (gentle to blunt), 100% sure, set by the person"
        in attune("person", "show", "ana")[1]
    )
    shown = json.loads(attune("person", "show", "ana", "--json")[1])
    assert shown["profile"]["emoji"]["by_person"] and shown["facts"] == []
    attune("person", "set", "ana", "directness=auto")
    assert "directness" not in attune("person", "show", "ana")[1]
    for wrong in ("directness", "directness=high", "charm=0.5", "humour=7"):
        assert attune("person", "set", "ana", wrong)[0] == 2
    assert attune("person", "erase", "ana", "--yes")[0] == 0
    assert "style" not in attune("person", "show", "ana")[1]
