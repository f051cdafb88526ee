from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement.errors import DataError
from attunement.evaluate.run import TaskOptions, run_task
from attunement.plan.preferences import (
    ARMS,
    CONTEXTS,
    DIMENSIONS,
    Event,
    StyleLearner,
    doubly_robust,
    inverse_propensity,
    reward_of,
)  # fmt: skip
from attunement.recall.profile import TRAITS

PEOPLE = Path(__file__).parent.parent / "data" / "simulated_people.json"


def test_arms_name_style_and_nothing_else():
    assert set(DIMENSIONS) <= set(TRAITS)
    assert len(set(ARMS)) == len(ARMS) == 2 ** len(DIMENSIONS)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 2), st.integers(0, 15), st.floats(0, 1), st.one_of(st.none(), st.integers(0, 3))
        ),
        max_size=40,
    )
)
def test_choices_stay_probabilities_after_any_feedback(rows):
    learner = StyleLearner()
    for context, arm, reward, reason in rows:
        learner.learn(Event(context, arm, 0.1, reward, reason))
    rng = np.random.default_rng(1)
    for context in range(len(CONTEXTS)):
        p = learner.probabilities(context, rng)
        assert p.sum() == pytest.approx(1) and p.min() > 0
        arm, propensity = learner.choose(context, rng)
        assert 0 <= arm < len(ARMS) and 0 < propensity <= 1


def test_a_named_reason_turns_that_dimension_alone():
    learner, length = StyleLearner(), DIMENSIONS.index("length")
    long_arm = next(i for i, arm in enumerate(ARMS) if arm == (1, 0, 0, 0))
    for _ in range(3):
        learner.learn(Event(0, long_arm, 0.1, 0.0, length))
    weights = learner.mean[1 : 1 + len(DIMENSIONS)]
    assert weights[length] == weights.min() < -0.05


def test_explicit_feedback_outweighs_signs():
    assert reward_of(True, asked_again=True, left=True) == 1.0 and reward_of(False, went_on=True) == 0.0
    assert reward_of(went_on=True) > reward_of() > reward_of(asked_again=True)


def test_estimates_of_the_logging_policy_itself_are_its_mean():
    rng = np.random.default_rng(3)
    uniform = np.full((3, len(ARMS)), 1 / len(ARMS))
    log = [
        Event(int(rng.integers(3)), int(rng.integers(16)), 1 / 16, float(rng.random())) for _ in range(400)
    ]
    mean = np.mean([e.reward for e in log])
    assert inverse_propensity(log, uniform).value == pytest.approx(mean)
    robust = doubly_robust(log, uniform)
    assert robust.low <= mean <= robust.high


def test_it_learns_faster_than_epsilon_greedy_and_a_fixed_style():
    metrics = run_task("preferences", TaskOptions(PEOPLE)).metrics
    ours = metrics["thompson"]
    assert ours["turns_21_30"] >= 0.75
    for other in ("epsilon_greedy", "fixed"):
        assert ours["turns_21_30"] > metrics[other]["turns_21_30"] + 0.1
        assert ours["after_change_11_15"] > metrics[other]["after_change_11_15"]
        assert ours["regret_30"] < metrics[other]["regret_30"]
    assert metrics["off_policy"]["dr"]["covers"] and metrics["off_policy"]["ips"]["covers"]


def test_a_file_without_persons_is_named(tmp_path):
    (tmp_path / "p.json").write_text("{}")
    with pytest.raises(DataError, match=r"p\.json"):
        run_task("preferences", TaskOptions(tmp_path / "p.json"))
