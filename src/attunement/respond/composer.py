"""The offline composer: picks authored phrases for a plan and joins them into a reply.

For each tactic slot of the plan the eligible phrases are scored: closeness of the message to the
phrase's cue, fit of its conditions, the plan's preference for its group and tactic, and a little
seeded noise so that talks differ. A phrase used before in the conversation is not used again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from attunement.models.runtime import Encoded, Floats
from attunement.plan.situations import gravity, situations
from attunement.protocols import Scratch
from attunement.respond.phrasebook import Phrase, Phrasebook
from attunement.respond.scene_writer import SceneWriter
from attunement.respond.scenes import SceneBook
from attunement.turn import Plan, Reading, Reply, Sentence, Turn

NARROW: Final = 0.68
"""Closeness that a narrow phrase needs: cosine between the message and its cue."""
_NOISE: Final = 0.1
"""Scale of the noise on broad phrases, whose closeness says little; a quarter of it on narrow ones."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be used, with its score and closeness."""

    phrase: Phrase
    score: float
    closeness: float


class Composer:
    """A reply backend that needs no network and no language model."""

    def __init__(self, phrasebook: Phrasebook, scenes: SceneBook | None = None) -> None:
        self.book = phrasebook
        self._scenes = SceneWriter(scenes) if scenes else None

    def write(self, turn: Turn, scratch: Scratch) -> Reply:
        """Compose the reply of a planned Turn."""
        assert turn.plan is not None and turn.reading is not None
        query = message_vector(turn, scratch)
        used = _used(turn)
        banned = frozenset(scratch.get("banned_phrases", ()))
        chosen, sentences = self._from_scene(turn, scratch, query, used | banned)
        if not sentences:
            plain = _plainly(turn)
            chosen, sentences = self._compose(plain, scratch, query, used, banned)
        for again in (used, frozenset[str]()):  # what is used up: say less, then say it again
            if not sentences:
                chosen, sentences = self._compose(_with_fallback(turn), scratch, query, again, banned)
        scratch["asked"] = tuple(p.asks for p in chosen if p.asks)
        language = next((p.language for p in chosen if p.language), self.book.language)
        return Reply(tuple(sentences), language)

    def _from_scene(
        self, turn: Turn, scratch: Scratch, query: Floats | None, used: frozenset[str]
    ) -> tuple[list[Phrase], list[Sentence]]:
        """What a scene close to the message has to say, with advice from the phrasebook where it has none."""
        assert turn.plan is not None
        scratch.pop("scene", None)  # a rewrite may come from elsewhere
        if self._scenes is None or query is None or not wants_scene(turn):
            return [], []
        rng = np.random.default_rng(_seed(turn, len(used)))
        lines = self._scenes.write(turn, query, used, rng, scratch.get("context_vector"))
        scratch["considered"] = [[Candidate(p, s, s) for p, s in line.pool] for line in lines]
        if lines:
            scratch["scene"] = (lines[0].scene.scene.name, round(lines[0].scene.closeness, 3))
        chosen, sentences = [line.phrase for line in lines], [line.sentence for line in lines]
        if lines and "suggest" in turn.plan.tactics and not any(p.role == "advice" for p in chosen):
            pool = self._eligible(turn, _alternatives("suggest", turn.plan, 1), query, used, chosen, rng)
            if pool:
                phrase = pool[0].phrase
                chosen.insert(1, phrase)
                text = self.book.text(phrase, turn.plan.slots)
                masked = self.book.text(phrase, _Masked()) if phrase.slots else text
                sentences.insert(1, Sentence(text, phrase.tactic, phrase.id, masked))
        return chosen, sentences

    def _compose(
        self, turn: Turn, scratch: Scratch, query: Floats | None, used: frozenset[str],
        banned: frozenset[str],
    ) -> tuple[list[Phrase], list[Sentence]]:  # fmt: skip
        assert turn.plan is not None
        chosen: list[Phrase] = []
        sentences: list[Sentence] = []
        rng = np.random.default_rng(_seed(turn, len(banned)))
        for place, tactics in enumerate(turn.plan.tactics):
            wanted = _alternatives(tactics, turn.plan, place)
            pool = self._eligible(turn, wanted, query, used | banned, chosen, rng)
            if not pool:
                continue
            best, text = self._unsaid(turn, pool)
            scratch.setdefault("considered", []).append(pool[:4])
            chosen.append(best.phrase)
            masked = self.book.text(best.phrase, _Masked()) if best.phrase.slots else text
            sentences.append(Sentence(text, best.phrase.tactic, best.phrase.id, masked))
        return chosen, sentences

    def _unsaid(self, turn: Turn, pool: list[Candidate]) -> tuple[Candidate, str]:
        """The best candidate whose words do not stand in an earlier reply, and its text."""
        assert turn.plan is not None
        said = " ".join(p.reply for p in turn.recall.turns[-8:]) if turn.recall else ""
        for candidate in pool[:6]:
            text = self.book.text(candidate.phrase, turn.plan.slots)
            if text not in said:
                return candidate, text
        return pool[0], self.book.text(pool[0].phrase, turn.plan.slots)

    def _eligible(
        self, turn: Turn, tactics: Mapping[str, float], query: Floats | None, used: Iterable[str],
        chosen: list[Phrase], rng: np.random.Generator,
    ) -> list[Candidate]:  # fmt: skip
        plan, reading = turn.plan, turn.reading
        assert plan is not None and reading is not None
        used = frozenset(used)
        groups = _groups_for(plan, chosen)
        out: list[Candidate] = []
        for weight, group in groups:
            rows = [
                i
                for i in self.book.by_group.get(group, ())
                if _fits_slot(self.book.phrases[i], tactics, len(chosen))
                and self.book.phrases[i].id not in used
                and allowed(self.book.phrases[i], turn, chosen)
            ]
            if not rows:
                continue
            near = self.book.vectors[rows] @ query if query is not None else np.zeros(len(rows))
            noise = rng.gumbel(0.0, 1.0, len(rows))
            for i, close, luck in zip(rows, near, noise, strict=True):
                phrase = self.book.phrases[i]
                if phrase.fit == "narrow" and close < NARROW:
                    continue
                score = (
                    float(close)
                    - _VAGUE * _is_vague(phrase, float(close))
                    + _plain_bonus(phrase, plan)
                    + weight
                    + tactics.get(phrase.tactic, 0.0)
                    + _condition_bonus(phrase, plan, reading)
                    + float(luck) * _spread(phrase)
                )
                out.append(Candidate(phrase, score, float(close)))
        return sorted(out, key=lambda c: -c.score)


def wants_scene(turn: Turn) -> bool:
    """Whether a message may be answered from a scene: it tells of something, and no protocol comes first."""
    plan, reading = turn.plan, turn.reading
    assert plan is not None and reading is not None
    if plan.mode != "empathic" or reading.language not in ("en", "und"):
        return False
    lead = plan.groups[0] if plan.groups else ""
    table = situations().get(lead)
    if lead in _SAY_LITTLE or lead.startswith("turn_") or (table and table.domain == "service"):
        return False
    return len(turn.message.split()) > 2


_SAY_LITTLE: Final = frozenset({"answer_yes", "answer_no", "answer_short", "answer_unsure"})
_LEANS: Final = 0.25
"""Under this lead of one pole a plain reaction takes no side."""
_PLAIN: Final = 0.3
"""What plain sentences gain where they are planned: only a close narrow phrase beats them."""
_VAGUE: Final = 0.2
"""What a broad reaction of a life situation loses: it was written to fit much, and says little."""


def _plain_bonus(phrase: Phrase, plan: Plan) -> float:
    """Plain sentences lead where they are planned; those of the feeling lead the general reactions."""
    if not phrase.group.startswith("plain_"):
        return 0.0
    return _PLAIN + (0.6 if phrase.group == plan.groups[0] and phrase.role == "reaction" else 0.0)


def _is_vague(phrase: Phrase, closeness: float) -> bool:
    table = situations().get(phrase.group)
    if phrase.fit != "broad" or phrase.asks or table is None or table.domain == "service":
        return False
    return phrase.tactic != "suggest" and closeness < NARROW


def _spread(phrase: Phrase) -> float:
    """Scale of the noise: the less closeness says about a phrase, the more chance decides."""
    if phrase.fit == "narrow":
        return _NOISE / 4
    return 2.5 * _NOISE if phrase.group.startswith("feel_") else 1.2 * _NOISE


_PLAIN_FOR: Final = {
    f"feel_{name}": f"plain_{name}"
    for name in (
        "sad", "lonely", "angry", "afraid", "ashamed", "guilty", "disgusted", "jealous", "disappointed",
        "overwhelmed", "excited", "proud", "grateful", "nostalgic", "loving", "hopeful", "confident",
        "surprised", "content",
    )
}  # fmt: skip


def _plainly(turn: Turn) -> Turn:
    """A first message of no known scene: a short reaction and an open question, and nothing presumed.

    Only sentences that are close to the message itself, or fit any message, are left to choose from.
    """
    plan = turn.plan
    assert plan is not None
    if not wants_scene(turn) or (turn.recall and turn.recall.turns) or "suggest" in plan.tactics:
        return turn
    kind = "neg" if plan.polarity == "mixed" else plan.polarity
    assert turn.reading is not None
    leaning = turn.reading.positive - turn.reading.negative
    if abs(leaning) < _LEANS or (kind == "neg") != (leaning < 0):
        kind = "neutral"
    felt = next((_PLAIN_FOR[g] for g in plan.groups if g in _PLAIN_FOR), None)
    if kind == "neg" and gravity(turn.reading.situation.label) == "grave":
        felt = "plain_sad"
    own = [felt] if felt and kind != "neutral" else []
    groups = (*own, f"plain_{kind}", *(g for g in plan.groups if not g.startswith("feel_")))
    tactics = (plan.tactics[0] if plan.tactics else "acknowledge", "explore")
    return turn.write(plan=replace(plan, tactics=tactics, groups=groups))


def _with_fallback(turn: Turn) -> Turn:
    """The Turn with the plainest plan there is: one sentence that fits its feeling."""
    assert turn.plan is not None
    group = {"neg": "feel_sad", "pos": "feel_joyful", "mixed": "feel_mixed"}.get(
        turn.plan.polarity, "feel_neutral"
    )
    groups = tuple(dict.fromkeys((*turn.plan.groups, group, "feel_neutral", "feel_confused")))
    return turn.write(plan=replace(turn.plan, tactics=("acknowledge",), openers={}, groups=groups))


def message_vector(turn: Turn, scratch: Scratch) -> Floats | None:
    """The retrieval vector of the message, with a share of the turn before when it is short."""
    encoded: list[Encoded] | None = scratch.get("encoded")
    if not encoded:
        return None
    vector = encoded[0].embed
    context: Floats | None = scratch.get("context_vector")
    if context is not None:
        words = len(turn.message.split())
        share = 0.5 if words <= 4 else 0.3 if words <= 12 else 0.15
        vector = (1 - share) * vector + share * context
        vector = (vector / np.linalg.norm(vector)).astype(np.float32)
    return vector


class _Masked(dict[str, str]):
    """Slot values that show only the slot's name, for counting templates."""

    def __init__(self) -> None:
        super().__init__({k: f"<{k}>" for k in _ALL_SLOTS})


_ALL_SLOTS: Final = (
    "who", "name", "thing", "when", "clause", "user_name", "order_number", "line_name", "line_phone",
    "emergency", "line_hours",
)  # fmt: skip


_ROLE_SLOT: Final = {
    "reaction": "acknowledge", "second": "validate", "question": "explore", "advice": "suggest",
    "close": "close",
}  # fmt: skip


def _fits_slot(phrase: Phrase, tactics: Mapping[str, float], place: int) -> bool:
    """Whether a phrase may stand in a slot: by its role where it has one, else by its tactic."""
    if phrase.role is None:
        return phrase.tactic in tactics
    if phrase.role == "reaction" and phrase.tactic == "celebrate" and "celebrate" not in tactics:
        return False
    slot = _ROLE_SLOT[phrase.role]
    return (slot in tactics) if slot != "acknowledge" else place == 0 and "explore" not in tactics


def _seed(turn: Turn, retry: int) -> int:
    text = f"{turn.seed}:{turn.id}:{retry}"
    return int.from_bytes(hashlib.sha1(text.encode()).digest()[:8], "big")


def _used(turn: Turn) -> frozenset[str]:
    turns = turn.recall.turns if turn.recall else ()
    return frozenset(p for t in turns for p in t.phrases)


def _alternatives(tactic: str, plan: Plan, place: int) -> dict[str, float]:
    """Tactics that may fill a slot of the plan, with the preference for each."""
    from attunement.plan.tactics import FAMILIES

    if place == 0 and plan.openers and tactic in plan.openers:
        return dict(plan.openers)
    family = dict(FAMILIES.get(tactic, {}))
    return {**family, tactic: 0.3 if plan.mode == "crisis" else max(0.04, family.get(tactic, 0.0))}


def _groups_for(plan: Plan, chosen: list[Phrase]) -> list[tuple[float, str]]:
    """Groups with their weight; once a sentence is chosen, its group leads."""
    groups = [(-0.12 * rank, group) for rank, group in enumerate(plan.groups)]
    if chosen:
        lead = chosen[0].group
        groups = [(0.1 if g == lead else w - 0.1, g) for w, g in groups]
    return groups


def allowed(phrase: Phrase, turn: Turn, chosen: list[Phrase]) -> bool:
    """Whether the conditions of a phrase hold for this Turn."""
    plan, reading = turn.plan, turn.reading
    assert plan is not None and reading is not None
    frame = reading.frame
    if phrase.capability and phrase.capability not in turn.capabilities:
        return False
    if any(not plan.slots.get(slot) for slot in phrase.slots):
        return False
    if phrase.feel != "any" and not _feel_fits(phrase.feel, plan.polarity):
        return False
    if phrase.time != "any" and phrase.time != frame.time:
        return False
    if phrase.who not in ("any", "self") and phrase.who != frame.kind:
        return False
    if phrase.register != "any" and phrase.register != plan.register:
        return False
    if plan.mode == "crisis":
        return phrase.intensity in ("any", plan.intensity) and phrase.id not in {p.id for p in chosen}
    if phrase.intensity != "any" and not _intensity_fits(phrase.intensity, plan.intensity):
        return False
    if phrase.asks and phrase.asks in frame.answered:
        return False
    if phrase.asks and turn.recall and phrase.asks in _asked(turn):
        return False
    if phrase.language and phrase.language != reading.language:
        return False
    return phrase.id not in {p.id for p in chosen}


def _asked(turn: Turn) -> frozenset[str]:
    """What was asked in the last turns of this talk; older questions may come again."""
    turns = turn.recall.turns[-4:] if turn.recall else ()
    return frozenset(a for t in turns for a in t.asked)


def _feel_fits(feel: str, polarity: str) -> bool:
    if polarity == "mixed":
        return feel in ("mixed", "neg")
    if polarity == "neutral":
        return feel in ("neutral", "pos")
    return feel == polarity


def _intensity_fits(wanted: str, found: str) -> bool:
    order = ("low", "mid", "high")
    return abs(order.index(wanted) - order.index(found)) <= (0 if "high" in (wanted, found) else 1)


def _condition_bonus(phrase: Phrase, plan: Plan, reading: Reading) -> float:
    bonus = 0.0
    bonus += 0.05 * (phrase.time != "any")
    bonus += 0.06 * (phrase.who not in ("any", "self"))
    bonus += 0.03 * (phrase.feel == plan.polarity)
    bonus += 0.04 * (phrase.stage == plan.stage)
    bonus += 0.03 * bool(phrase.slots)
    bonus += 0.02 * (phrase.intensity == plan.intensity)
    bonus += 0.06 * (phrase.fit == "narrow")
    bonus += 0.2 * (phrase.language == reading.language and phrase.language is not None)
    return bonus
