"""Preference learning on simulated persons: reward against the oracle, a change of mind, off-policy.

The first half of the persons gives the pooled prior, the second half is measured. Every figure is
the expected pleasure of the arms chosen, so that luck in single reactions does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from attunement.evaluate.run import Result, TaskOptions
from attunement.evaluate.simulated import SimulatedPerson, read_people
from attunement.plan.preferences import (
    ARMS,
    CONTEXTS,
    DIMENSIONS,
    TABLE,
    Array,
    Event,
    Prior,
    StyleLearner,
    doubly_robust,
    inverse_propensity,
    pooled_prior,
    reward_of,
)  # fmt: skip

TURNS: Final = 50
CHANGE: Final = 30
"""Turns before the persons change their mind."""
Chooser = Callable[[int, np.random.Generator], tuple[int, float]]
Learner = Callable[[Event], None]
Rows = npt.NDArray[np.float64]


def live(
    person: SimulatedPerson, choose: Chooser, learn: Learner, rng: np.random.Generator,
    turns: int = TURNS, changes: bool = True,
) -> tuple[list[Event], Rows]:  # fmt: skip
    """Let a person talk: the log, and per turn the pleasure of the arm chosen and of the best one."""
    log: list[Event] = []
    rows = np.zeros((turns, 2))
    for turn in range(turns):
        changed = changes and turn >= CHANGE
        context = person.context(rng)
        arm, propensity = choose(context, rng)
        pleased = person.pleased(context, ARMS[arm], changed)
        thumb, *signs = person.reacts(pleased, rng)
        reason = person.complains(context, ARMS[arm], changed, rng) if thumb is False else None
        event = Event(context, arm, propensity, reward_of(thumb, *signs), reason)
        learn(event)
        log.append(event)
        rows[turn] = pleased, max(person.pleased(context, a, changed) for a in ARMS)
    return log, rows


def _random(context: int, rng: np.random.Generator) -> tuple[int, float]:
    return int(rng.integers(len(ARMS))), 1 / len(ARMS)


class _Greedy:
    """Epsilon-greedy over the means of arms in each context."""

    def __init__(self, epsilon: float = 0.1) -> None:
        self._epsilon = epsilon
        self._sum = np.full((len(CONTEXTS), len(ARMS)), 0.5)
        self._count = np.ones((len(CONTEXTS), len(ARMS)))

    def choose(self, context: int, rng: np.random.Generator) -> tuple[int, float]:
        if rng.random() < self._epsilon:
            return int(rng.integers(len(ARMS))), self._epsilon / len(ARMS)
        mean = self._sum[context] / self._count[context]
        return int(rng.choice(np.flatnonzero(mean == mean.max()))), 1.0

    def learn(self, event: Event) -> None:
        self._sum[event.context, event.arm] += event.reward
        self._count[event.context, event.arm] += 1


def _nothing(_: Event) -> None:
    return


class Preferences:
    """Thompson sampling against a fixed policy, epsilon-greedy, and the oracle."""

    def run(self, options: TaskOptions) -> Result:
        """Measure on a file of simulated persons."""
        people = read_people(options.data, DIMENSIONS)[: options.limit]
        half = len(people) // 2
        rng = np.random.default_rng(7)
        logs = [live(p, _random, _nothing, rng, 60, False)[0] for p in people[:half]]
        prior = pooled_prior(logs)
        fixed = TABLE @ prior.mean
        measured = people[half:]

        def thompson() -> tuple[Chooser, Learner]:
            learner = StyleLearner(prior)
            return learner.choose, learner.learn

        def greedy() -> tuple[Chooser, Learner]:
            made = _Greedy()
            return made.choose, made.learn

        def always() -> tuple[Chooser, Learner]:
            return (lambda context, _: (int(fixed[context].argmax()), 1.0)), _nothing

        metrics: dict[str, Any] = {}
        for name, make in (("thompson", thompson), ("epsilon_greedy", greedy), ("fixed", always)):
            rows = np.array([live(p, *make(), rng)[1] for p in measured])
            metrics[name] = {
                "turns_21_30": _share(rows[:, 20:30]),
                "after_change_11_15": _share(rows[:, CHANGE + 10 : CHANGE + 15]),
                "turns_21_30_by_taste": {
                    taste: _share(rows[[p.group == taste for p in measured], 20:30])
                    for taste in sorted({p.group for p in measured})
                },
                "after_change_11_15_by_taste": {
                    taste: _share(rows[[p.group == taste for p in measured], CHANGE + 10 : CHANGE + 15])
                    for taste in sorted({p.group for p in measured})
                },
                "regret_30": round(float((rows[:, :30, 1] - rows[:, :30, 0]).sum(axis=1).mean()), 3),
            }
        metrics["share_of_oracle"] = metrics["thompson"]["turns_21_30"]
        metrics["off_policy"] = _off_policy(measured, prior, rng)
        return Result(len(measured), metrics)


def _share(rows: Rows) -> float:
    """Reward as a share of the oracle's."""
    return round(float(rows[..., 0].sum() / rows[..., 1].sum()), 4)


def _off_policy(people: Sequence[SimulatedPerson], prior: Prior, rng: np.random.Generator) -> dict[str, Any]:
    """Estimates of a changed policy from the learner's own logs, beside its true value."""
    events: list[Event] = []
    for person in people:
        learner = StyleLearner(prior, explore=0.2)
        events += live(person, learner.choose, learner.learn, rng, 40, False)[0]
    scores = TABLE @ prior.mean
    policy: Array = np.exp(12 * (scores - scores.max(axis=1, keepdims=True)))
    policy /= policy.sum(axis=1, keepdims=True)

    def drawn(context: int, rng: np.random.Generator) -> tuple[int, float]:
        arm = int(rng.choice(len(ARMS), p=policy[context]))
        return arm, float(policy[context, arm])

    truth = np.mean([e.reward for p in people for e in live(p, drawn, _nothing, rng, 400, False)[0]])
    out: dict[str, Any] = {"truth": round(float(truth), 4)}
    for name, estimate in (
        ("ips", inverse_propensity(events, policy)),
        ("dr", doubly_robust(events, policy)),
    ):
        out[name] = {
            "value": round(estimate.value, 4),
            "interval": [round(estimate.low, 4), round(estimate.high, 4)],
            "covers": bool(estimate.low <= truth <= estimate.high),
        }
    return out


def build() -> Preferences:
    """Build the task for the registry."""
    return Preferences()
