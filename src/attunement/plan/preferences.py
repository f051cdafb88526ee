"""Learning how one person likes to be answered, from feedback: style alone.

Contextual Thompson sampling with a Bayesian linear model (Agrawal and Goyal, 2013) whose prior is
pooled over persons and to which it slowly returns, so that a change of mind is followed. Arms are
combinations of style levels; nothing here can reach safety, honesty or agreement, because no arm
names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

DIMENSIONS: Final = ("length", "questions", "advice", "directness")
"""Style traits that a reply can be turned on; each low (0) or high (1)."""
ARMS: Final[tuple[tuple[int, ...], ...]] = tuple(product((0, 1), repeat=len(DIMENSIONS)))
CONTEXTS: Final = ("down", "up", "task")
"""The mood of the message: unpleasant, pleasant or neutral, or something to be done."""
SIZE: Final = 1 + len(DIMENSIONS) * (1 + len(CONTEXTS))
_NOISE: Final = 0.3
_REASON: Final = -0.3
_REASON_NOISE: Final = 0.1
"""What a named reason says of a dimension's weight, and how surely."""
_DRAWS: Final = 256


@dataclass(frozen=True, slots=True)
class Event:
    """One turn as it was answered: context, arm, how likely it was chosen, and its reward 0 to 1.

    ``reason`` is the dimension that a thumbs-down named ("too long"), if any.
    """

    context: int
    arm: int
    propensity: float
    reward: float
    reason: int | None = None


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed of a person before the first turn: mean and precision, [SIZE] and [SIZE, SIZE]."""

    mean: Array
    precision: Array


def features(context: int, arm: int) -> Array:
    """A row of the linear model: 1, each dimension's level as -1 or 1, and the same within the context."""
    signs = np.array([2.0 * level - 1.0 for level in ARMS[arm]])
    row = np.zeros(SIZE)
    row[0] = 1.0
    row[1 : 1 + len(signs)] = signs
    start = 1 + len(signs) * (1 + context)
    row[start : start + len(signs)] = signs
    return row


TABLE: Final[Array] = np.array(
    [[features(c, a) for a in range(len(ARMS))] for c in range(len(CONTEXTS))]
)  # fmt: skip
"""Features of every arm in every context, [contexts, arms, SIZE]."""


def flat_prior() -> Prior:
    """Nothing is known: every style is middling, and habits differ more than contexts."""
    mean = np.zeros(SIZE)
    mean[0] = 0.5
    spread = np.full(SIZE, 0.05)
    spread[0], spread[1 : 1 + len(DIMENSIONS)] = 0.2, 0.15
    return Prior(mean, np.diag(1 / spread**2))


def pooled_prior(people: Iterable[Sequence[Event]]) -> Prior:
    """The prior from other persons' logs: their mean weights, and how far persons lie apart."""
    base = flat_prior()
    weights: list[Array] = []
    for events in people:
        learner = StyleLearner(base, forget=1.0)
        for event in events:
            learner.learn(event)
        weights.append(learner.mean)
    if len(weights) < 2:
        return base
    rows = np.array(weights)
    spread = np.maximum(rows.std(axis=0, ddof=1), np.where(np.arange(SIZE) <= len(DIMENSIONS), 0.12, 0.05))
    return Prior(rows.mean(axis=0), np.diag(1 / spread**2))


class StyleLearner:
    """What one person likes.

    Args:
        prior: belief before the first turn.
        forget: share of the evidence that each turn leaves; 1 keeps all.
        explore: share of turns that are answered at random, which keeps every arm possible.
        scale: width of the draws; under 1 explores less.
    """

    def __init__(
        self, prior: Prior | None = None, forget: float = 0.95, explore: float = 0.01, scale: float = 0.1
    ) -> None:
        self._prior = prior or flat_prior()
        self._forget, self._explore, self._scale = forget, explore, scale
        self._precision = self._prior.precision.copy()
        self._shift = self._prior.precision @ self._prior.mean

    @property
    def mean(self) -> Array:
        """Expected weights, [SIZE]."""
        return np.asarray(np.linalg.solve(self._precision, self._shift), dtype=np.float64)

    def probabilities(self, context: int, rng: np.random.Generator) -> Array:
        """How likely each arm is to be chosen, [arms], by ``_DRAWS`` draws of the weights."""
        covariance = np.linalg.inv(self._precision)
        root = np.linalg.cholesky(covariance + 1e-12 * np.eye(SIZE))
        draws = self.mean + self._scale * rng.standard_normal((_DRAWS, SIZE)) @ root.T
        best = (draws @ TABLE[context].T).argmax(axis=1)
        share = np.bincount(best, minlength=len(ARMS)) / _DRAWS
        return (1 - self._explore) * share + self._explore / len(ARMS)

    def choose(self, context: int, rng: np.random.Generator) -> tuple[int, float]:
        """An arm and how likely it was."""
        p = self.probabilities(context, rng)
        arm = int(rng.choice(len(ARMS), p=p))
        return arm, float(p[arm])

    def learn(self, event: Event) -> None:
        """Take one reward into account."""
        row = TABLE[event.context][event.arm]
        keep = self._forget
        prior, pull = self._prior.precision, self._prior.precision @ self._prior.mean
        self._precision = keep * self._precision + (1 - keep) * prior + np.outer(row, row) / _NOISE**2
        self._shift = keep * self._shift + (1 - keep) * pull + row * event.reward / _NOISE**2
        if event.reason is not None:
            named = np.zeros(SIZE)
            places = (1 + event.reason, 1 + len(DIMENSIONS) * (1 + event.context) + event.reason)
            named[list(places)] = row[list(places)]
            self._precision += np.outer(named, named) / _REASON_NOISE**2
            self._shift += named * _REASON / _REASON_NOISE**2


def reward_of(
    thumb: bool | None = None, asked_again: bool = False, left: bool = False, went_on: bool = False
) -> float:
    """Explicit and implicit feedback as one reward, 0 to 1.

    Args:
        thumb: a judgement that was given; it outweighs everything implicit.
        asked_again: the same question came again.
        left: the talk broke off after the reply.
        went_on: the person went on with more of their own.
    """
    if thumb is not None:
        return 1.0 if thumb else 0.0
    return min(1.0, max(0.0, 0.4 + 0.4 * went_on - 0.5 * asked_again - 0.4 * left))


@dataclass(frozen=True, slots=True)
class Estimate:
    """Value of a policy, mean reward per turn, with its 95% interval."""

    value: float
    low: float
    high: float


def _interval(values: Array) -> Estimate:
    mean, half = float(values.mean()), 1.96 * float(values.std(ddof=1)) / max(1.0, len(values) ** 0.5)
    return Estimate(mean, mean - half, mean + half)


def inverse_propensity(events: Sequence[Event], policy: Array) -> Estimate:
    """Value of a policy ([contexts, arms] of probabilities) from logs of another one.

    Inverse propensity scoring (Horvitz and Thompson, 1952).
    """
    rows = [policy[e.context, e.arm] / e.propensity * e.reward for e in events]
    return _interval(np.array(rows))


def doubly_robust(events: Sequence[Event], policy: Array) -> Estimate:
    """As ``inverse_propensity``, around a model of the reward (Dudík, Langford and Li, 2011).

    The model is fitted on the other half of the logs (cross-fitting).
    """
    halves = [list(range(start, len(events), 2)) for start in (0, 1)]
    values = np.zeros(len(events))
    for part, other in (halves, halves[::-1]):
        model = StyleLearner(flat_prior(), forget=1.0)
        for i in other:
            model.learn(events[i])
        guess = TABLE @ model.mean
        for i in part:
            e = events[i]
            base = float(policy[e.context] @ guess[e.context])
            ratio = policy[e.context, e.arm] / e.propensity
            values[i] = base + ratio * (e.reward - guess[e.context, e.arm])
    return _interval(values)
