from __future__ import annotations

import pytest

from attunement.errors import UsageError
from attunement.plan.crisis import country, crisis_slots, registry
from attunement.plan.planner import RulePlanner
from attunement.plan.situations import situations
from attunement.recall.consent import check_category
from attunement.turn import Choice, Frame, PastTurn, Reading, Recall, Risk, Turn


def planned(message="text", past=(), seed=0, locale="en", **reading):
    base = {
        "polarity": "neg",
        "intensity": 0.5,
        "situation": Choice("job_loss", 0.9),
        "need": Choice("heard", 0.9),
    }
    turn = Turn(
        f"t{seed}", message, reading=Reading(**(base | reading)), recall=Recall(turns=tuple(past)), seed=seed,
        locale=locale,
    )  # fmt: skip
    return RulePlanner().plan(turn)


def past(reply="Ah.", situation="job_loss", **fields):
    return PastTurn("p", "I lost my job", reply, situation, "neg", 0.6, **fields)


def test_no_advice_on_a_first_disclosure():
    for seed in range(40):
        plan = planned(seed=seed)
        assert plan.stage == "explore"
        assert "suggest" not in plan.tactics


def test_advice_on_request_follows_a_reflection():
    plan = planned("what should I do?", need=Choice("helped", 0.9), intent=Choice("question", 0.9))
    assert plan.stage == "act"
    assert plan.tactics.index("suggest") > 0


def test_a_step_comes_only_after_turns_of_being_heard():
    for depth in range(7):
        talk = [past(f"Ah {i}.") for i in range(depth)]
        plans = [planned(past=talk, seed=s) for s in range(20)]
        offered = any("suggest" in p.tactics for p in plans)
        assert offered == (depth in (3, 6)), depth
        assert all(p.tactics[0] != "suggest" for p in plans)


def test_good_news_is_not_consoled_and_a_loss_not_celebrated():
    for seed in range(30):
        glad = planned(polarity="pos", situation=Choice("new_job", 0.9), seed=seed)
        sad = planned(polarity="neg", situation=Choice("bereavement", 0.9), seed=seed)
        assert "apologise" not in glad.openers and "apologise" not in glad.tactics
        assert not {"celebrate", "humour"} & {*sad.openers, *sad.tactics}


def test_the_same_turn_has_the_same_plan():
    assert planned(seed=5) == planned(seed=5)
    assert len({planned(seed=s).tactics for s in range(30)}) > 1


def test_danger_comes_before_everything():
    plan = planned(risk=Risk("self_harm", 3, 0.9), act=Choice("goodbye", 0.99))
    assert (plan.mode, plan.hand_over, plan.groups[0]) == ("crisis", True, "crisis_self_harm")
    assert "clarify" in plan.tactics


def test_the_danger_of_a_turn_before_stays_open():
    plan = planned("yes", past=[past(risk_level=3, crisis_kind="self_harm")])
    assert plan.mode == "crisis"
    assert plan.groups[0] == "crisis_follow"


def test_someone_elses_danger_has_its_own_words():
    frame = Frame(who="your friend", kind="friend", about_other=True)
    assert planned(risk=Risk("self_harm", 2, 0.9), frame=frame).groups == ("crisis_self_harm_other",)


def test_nobody_is_asked_who_said_stop():
    for seed in range(20):
        plan = planned("please stop asking me things", seed=seed, act=Choice("stop_asking", 0.99))
        assert plan.groups == ("stop_asking",) and "explore" not in plan.tactics
        later = planned("it just hurts", past=[past(phrases=("stop_asking-003",))], seed=seed)
        assert not {"explore", "clarify"} & set(later.tactics)


def test_goodbye_gets_no_question():
    assert all(
        "explore" not in planned("bye", seed=s, act=Choice("goodbye", 0.99)).tactics for s in range(20)
    )


def test_a_short_answer_keeps_the_topic():
    plan = planned(
        "no", past=[past("Did they give a reason?")], polarity="neutral", situation=Choice("other", 0.9)
    )
    assert plan.groups[0] == "answer_no" and "job_loss" in plan.groups[:3]


def test_questions_do_not_go_on_for_ever():
    talk = [past(f"And then {i}?") for i in range(4)]
    asked = sum(bool({"explore"} & set(planned(past=talk, seed=s).tactics)) for s in range(60))
    assert asked <= 12


def test_every_line_of_the_registry_has_its_source():
    assert len(registry()) >= 25
    for code, entry in registry().items():
        assert len(code) == 2 and entry["emergency"] and entry["emergency_source"].startswith("http")
        for line in entry.get("lines", ()):
            assert line["source"].startswith("http") and line["title"] and line["read"] >= "2026"
            assert line["kinds"] and (line.get("phone") or line.get("text"))


def test_a_country_without_a_source_gets_no_number():
    assert crisis_slots("XX", "self_harm") == {}
    assert crisis_slots(None, "self_harm") == {}
    assert crisis_slots("US", "self_harm")["line_phone"] == "988"


def test_the_app_knows_the_country_better_than_the_locale():
    assert country("en-US", {"country": "gb"}) == "GB"
    assert country("pt-BR", {}) == "BR"
    assert country("en", {}) is None
    assert country("zh-Hant-TW", {}) == "TW"


def test_the_table_of_situations_is_complete():
    assert len(situations()) >= 50
    assert {s.gravity for s in situations().values()} == {"light", "serious", "grave"}


def test_unknown_consent_is_refused():
    with pytest.raises(UsageError, match="conversation"):
        check_category("everything")
