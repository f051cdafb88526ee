"""Replies from scenes: which scene a message belongs to, and which of its sentences are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from attunement.models.runtime import Floats
from attunement.perceive.forms import FORM_SLOTS, pronoun_forms
from attunement.respond.phrasebook import Phrase
from attunement.respond.scenes import Match, SceneBook
from attunement.turn import Plan, Reading, Sentence, Turn

CLOSE: Final = 0.77
"""Closeness from which a scene is believed. In a first blind comparison the reply was preferred in 55% of the
pairs over 0.78 and in 13 to 20% of those under it, where it presumed what was not said."""
LATER: Final = 0.77
"""The same for later messages of a talk, which often only add to what was said."""
_NEAR: Final = 0.01
"""Scale of the noise on a scene's worth: scenes that are equally near take turns."""
_ANSWERS: Final = 0.15
"""Weight of the relevance of a scene's best reaction beside its closeness."""
_LUCK: Final = 0.08
"""Scale of the noise on a line's relevance, so that talks differ."""
_SURE: Final = 0.1
"""A message's own leaning over which a scene of the other polarity is out of the question."""
_ROLE_OF: Final = {
    "validate": "second", "normalise": "second", "affirm": "second", "close": "second",
    "explore": "question", "clarify": "question", "suggest": "advice", "inform": "advice",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that was chosen, with what it was chosen over."""

    phrase: Phrase
    sentence: Sentence
    scene: Match
    pool: tuple[tuple[Phrase, float], ...]


class SceneWriter:
    """Composes from one scene, where one is close enough."""

    def __init__(self, book: SceneBook) -> None:
        self.book = book

    def find(self, turn: Turn, query: Floats, rng: np.random.Generator) -> Match | None:
        """The scene to answer from; None where none is close enough or fits the feeling."""
        assert turn.plan is not None and turn.reading is not None
        past = turn.recall.turns if turn.recall else ()
        cut = LATER if past else CLOSE
        found = [
            Match(m.scene, m.closeness + _bonus(m, turn.reading), m.place)
            for m in self.book.match(query)
            if _feels(m.scene.feel, turn.plan, turn.reading)
        ]
        close = [(self._worth(m, query, rng), m) for m in found if m.closeness >= cut]
        return max(close, key=lambda c: c[0])[1] if close else None

    def _worth(self, match: Match, query: Floats, rng: np.random.Generator) -> float:
        """Closeness, how well the scene's best reaction answers the message, and a little noise."""
        fits = self.book.relevance(query, match.place)
        best = max(float(f) for f, p in zip(fits, match.scene.lines, strict=True) if p.role == "reaction")
        return match.closeness + _ANSWERS * best + _NEAR * float(rng.standard_normal())

    def write(
        self, turn: Turn, query: Floats, used: frozenset[str], rng: np.random.Generator,
        context: Floats | None = None,
    ) -> list[Line]:  # fmt: skip
        """A reaction, and what else the plan asks for; empty where no scene fits.

        Where the talk is in the same scene already (by ``context``, the vector of the message before), it
        goes on with a second sentence instead of reacting once more.
        """
        match = self.find(turn, query, rng)
        if match is None:
            return []
        assert turn.plan is not None
        wanted = roles(turn.plan)
        if context is not None and self.continues(match, used, context):
            wanted = ["second", *(r for r in wanted if r in ("question", "advice"))]
        relevance = self.book.relevance(query, match.place)
        slots = scene_slots(turn, match)
        said = " ".join(p.reply for p in turn.recall.turns[-8:]) if turn.recall else ""
        lines: list[Line] = []
        for role in wanted:
            pool: list[tuple[float, Phrase, str]] = []
            for phrase, fits in zip(match.scene.lines, relevance, strict=True):
                if phrase.role != role or phrase.id in used or not _allowed(phrase, turn, slots):
                    continue
                text = self.book.text(match.scene, phrase, slots)
                if text not in said:
                    score = float(fits) + 0.04 * bool(phrase.slots) + _LUCK * float(rng.gumbel())
                    pool.append((score, phrase, text))
            if pool:
                pool.sort(key=lambda c: -c[0])
                _, phrase, text = pool[0]
                masked = self.book.text(match.scene, phrase, _MASKS) if phrase.slots else text
                sentence = Sentence(text, phrase.tactic, phrase.id, masked)
                lines.append(Line(phrase, sentence, match, tuple((p, score) for score, p, _ in pool[:4])))
            elif not lines:
                return []
        return lines

    def continues(self, match: Match, used: frozenset[str], context: Floats) -> bool:
        """Whether the talk was in this scene before."""
        name = f"{match.scene.name}-"
        if any(phrase.startswith(name) for phrase in used):
            return True
        before = self.book.match(context, most=1)[0]
        return before.place == match.place and before.closeness >= CLOSE


def roles(plan: Plan) -> list[str]:
    """The roles of a scene's sentences that a plan asks for, a reaction first."""
    out = ["reaction"]
    for tactic in plan.tactics[1:]:
        role = _ROLE_OF.get(tactic)
        if role and role not in out:
            out.append(role)
    return out


def scene_slots(turn: Turn, match: Match) -> Mapping[str, str]:
    """Slot values for a scene: those that name a person only where that person is of its kinds."""
    assert turn.plan is not None and turn.reading is not None
    frame = turn.reading.frame
    slots = {k: v for k, v in turn.plan.slots.items() if k in ("when", "thing")}
    if frame.who and frame.kind in match.scene.who:
        slots["who"] = frame.who
        slots |= pronoun_forms(frame)
        if frame.name:
            slots["name"] = frame.name
    return slots


def _allowed(phrase: Phrase, turn: Turn, slots: Mapping[str, str]) -> bool:
    assert turn.reading is not None
    if any(not slots.get(slot) for slot in phrase.slots):
        return False
    if phrase.asks and phrase.asks in turn.reading.frame.answered:
        return False
    if phrase.tactic == "celebrate" and turn.plan and "celebrate" not in turn.plan.openers:
        return False
    asked = {a for t in (turn.recall.turns[-4:] if turn.recall else ()) for a in t.asked}
    return not (phrase.asks and phrase.asks in asked - {"detail", "feeling"})


def _feels(feel: str, plan: Plan, reading: Reading) -> bool:
    leaning = reading.positive - reading.negative
    if feel == "any" or (plan.polarity in ("mixed", feel) and (feel != "pos" or leaning > -_SURE)):
        return True
    if feel == "pos":
        return leaning > -_SURE
    return leaning < _SURE if feel == "neg" else True


def _bonus(match: Match, reading: Reading) -> float:
    """A little for the situation and the feeling that the heads read as well."""
    scene = match.scene
    bonus = 0.03 * any(c.label == scene.situation and c.probability > 0.2 for c in reading.situations)
    leaning = reading.positive - reading.negative
    return bonus + 0.04 * (leaning if scene.feel == "pos" else -leaning if scene.feel == "neg" else 0.0)


_MASKS: Final = {k: f"<{k}>" for k in ("who", "name", "thing", "when", *FORM_SLOTS)}
