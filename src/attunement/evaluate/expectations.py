"""What a behaviour test expects of a Reading, in the style of CheckList (Ribeiro et al., 2020).

A case is a JSON object with ``text``, perhaps ``text_b``, and ``expect``. Its keys: sentiment,
not_sentiment, top_emotion_in, not_top_emotion, need, intent (each a label or a list of them), risk (the
level), and for pairs same (aspects that must be equal) and intensity ("b>a", "b>=a").
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import numpy as np

from attunement.errors import DataError
from attunement.evaluate.metrics import bootstrap
from attunement.learn.sets import numbered_json_lines
from attunement.turn import Reading

_ASPECTS: Final[dict[str, Callable[[Reading], str | int]]] = {
    "sentiment": lambda r: r.sentiment,
    "top_emotion": lambda r: r.emotions[0].label if r.emotions else "",
    "need": lambda r: r.need.label,
    "intent": lambda r: r.intent.label,
    "risk": lambda r: r.risk.level,
}
_KEYS: Final[dict[str, tuple[str, bool]]] = {
    "sentiment": ("sentiment", True),
    "not_sentiment": ("sentiment", False),
    "top_emotion_in": ("top_emotion", True),
    "not_top_emotion": ("top_emotion", False),
    "need": ("need", True),
    "intent": ("intent", True),
    "risk": ("risk", True),
}
"""Each key's aspect, and whether it must be among what is named (or must not)."""
_ORDERS: Final[dict[str, Callable[[float, float], bool]]] = {
    "b>a": operator.gt,
    "b>=a": operator.ge,
    "b<a": operator.lt,
    "b<=a": operator.le,
}


@dataclass(frozen=True, slots=True)
class Case:
    """One behaviour test: a text, perhaps another beside it or lines before it, and what is expected."""

    text: str
    expect: dict[str, Any]
    text_b: str | None = None
    history: tuple[dict[str, str], ...] = ()
    capability: str = "all"


def read_cases(path: Path) -> list[Case]:
    """Read behaviour tests, one JSON object a line.

    Raises:
        DataError: a row lacks its text or expects what cannot be checked; names file and row.
    """
    cases: list[Case] = []
    for number, row in numbered_json_lines(path):
        place = f"{path}:{number}"
        match row:
            case {"text": str(text), "expect": dict()}:
                expect = cast("dict[str, Any]", row["expect"])
            case _:
                raise DataError(f"{place}: expected an object with text and expect")
        beside = row.get("text_b")
        if not isinstance(beside, str | None):
            raise DataError(f"{place}: text_b must be a text")
        _check_keys(expect, beside is not None, place)
        history = _history(row.get("history", []), place)
        cases.append(Case(text, expect, beside, history, str(row.get("capability", "all"))))
    if not cases:
        raise DataError(f"{path}: the file has no rows")
    return cases


def _check_keys(expect: dict[str, Any], paired: bool, place: str) -> None:
    for key, wanted in expect.items():
        if key in _KEYS:
            continue
        if key not in ("same", "intensity"):
            raise DataError(
                f"{place}: unknown expectation {key!r}; known: {', '.join(_KEYS)}, same, intensity"
            )
        if not paired:
            raise DataError(f"{place}: {key!r} needs a text_b to compare with")
        known = wanted in _ORDERS if key == "intensity" else set(_many(wanted)) <= set(_ASPECTS)
        if not known:
            raise DataError(f"{place}: {key!r} cannot be {wanted!r}")


def _history(lines: Any, place: str) -> tuple[dict[str, str], ...]:
    out: list[dict[str, str]] = []
    for line in lines:
        match line:
            case {"role": ("user" | "assistant") as role, "text": str(text)}:
                out.append({"role": str(role), "content": text})
            case _:
                raise DataError(f"{place}: a line of the history has role (user or assistant) and text")
    return tuple(out)


def _many(value: Any) -> list[Any]:
    return cast("list[Any]", value) if isinstance(value, list) else [value]


def judge(expect: dict[str, Any], a: Reading, b: Reading | None = None) -> dict[str, bool]:
    """Whether each expectation holds, by its key; ``b`` is the reading of the text beside."""
    out: dict[str, bool] = {}
    for key, wanted in expect.items():
        if key in _KEYS:
            aspect, among = _KEYS[key]
            out[key] = (_ASPECTS[aspect](a) in _many(wanted)) == among
        elif b is not None and key == "intensity":
            out[key] = _ORDERS[wanted](b.intensity, a.intensity)
        elif b is not None:
            out[key] = all(_ASPECTS[k](a) == _ASPECTS[k](b) for k in _many(wanted))
    return out


def found_of(reading: Reading) -> dict[str, Any]:
    """The aspects of a reading that expectations speak of, for lists of what failed."""
    return {k: aspect(reading) for k, aspect in _ASPECTS.items()} | {"intensity": reading.intensity}


def pass_rates(judged: Iterable[tuple[Case, dict[str, bool]]]) -> dict[str, Any]:
    """Share of cases whose every expectation holds: over all, by capability, and by kind of expectation."""
    passed: list[float] = []
    by_capability: dict[str, list[bool]] = defaultdict(list)
    by_key: dict[str, list[bool]] = defaultdict(list)
    for case, checks in judged:
        good = all(checks.values())
        passed.append(float(good))
        by_capability[case.capability].append(good)
        for key, held in checks.items():
            by_key[key].append(held)
    rows = np.array(passed)
    return {
        "pass_rate": round(float(rows.mean()), 4),
        "pass_rate_interval": bootstrap(lambda i: float(rows[i].mean()), len(rows)),
        "by_capability": {k: round(sum(v) / len(v), 4) for k, v in sorted(by_capability.items())},
        "by_expectation": {k: round(sum(v) / len(v), 4) for k, v in sorted(by_key.items())},
    }
