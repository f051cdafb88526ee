"""Replies to dialogues: variety, copying, valence, questions, tactics and speed.

The data is a CSV of dialogues in the EmpatheticDialogues format. ``--turn N`` answers utterance N (1 or
3); the lines before it are the history of the call.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any, Final

import numpy as np

from attunement.check.critics.repetition import longest_copied_run
from attunement.companion import Companion
from attunement.errors import UsageError
from attunement.evaluate.metrics import entropy
from attunement.evaluate.run import Result, TaskOptions
from attunement.learn.data import Dialogue, read_dialogues
from attunement.perceive.perceiver import Perceiver
from attunement.settings import load_settings
from attunement.turn import Turn
from attunement.vocabulary import FEELING_POLARITY, FEELINGS

GLAD: Final = 0.68
GLOOMY: Final = 0.33
"""Reply valence (EmoBank scale as 0 to 1) that is out of place after bad and after good news."""


def wrong_valence(gold: int, turn: Turn, valence: float) -> bool:
    """Whether a reply celebrates an unpleasant feeling or condoles over a pleasant one."""
    tactics = {s.tactic for s in turn.reply.sentences} if turn.reply else set[str]()
    if gold < 0:
        return "celebrate" in tactics or valence > GLAD
    return gold > 0 and ("apologise" in tactics or valence < GLOOMY)


class Replies:
    """Answers every dialogue once with the built-in composer."""

    def run(self, options: TaskOptions) -> Result:
        """Answer and measure; writes the replies and the listener's lines where asked."""
        if options.turn not in (1, 3):
            raise UsageError("--turn is 1 or 3")
        talks = [t for t in read_dialogues(options.data) if len(t.utterances) >= options.turn]
        talks = talks[: options.limit]
        turns: list[Turn] = []
        times: list[float] = []
        with Companion(load_settings(store="memory", locale=options.locale)) as companion:
            companion.reply("warm up")
            for talk in talks:
                messages = [
                    {"role": "assistant" if i % 2 else "user", "content": text}
                    for i, text in enumerate(talk.utterances[: options.turn])
                ]
                started = time.perf_counter()
                turns.append(companion.reply(messages))
                times.append((time.perf_counter() - started) * 1000)
        metrics = self._measure(talks, turns)
        metrics |= _speed(talks, times, options.turn)
        if options.output:
            _write(options.output, talks, [_text(t) for t in turns], options.turn)
        if options.reference:
            kept = [t for t in talks if len(t.utterances) > options.turn]
            _write(options.reference, kept, [t.utterances[options.turn] for t in kept], options.turn)
        return Result(len(turns), metrics)

    @staticmethod
    def _measure(talks: list[Dialogue], turns: list[Turn]) -> dict[str, Any]:
        masked = [" ".join(s.masked or s.text for s in t.reply.sentences) if t.reply else "" for t in turns]
        counts = Counter(masked)
        sentences = Counter(s.masked or s.text for t in turns if t.reply for s in t.reply.sentences)
        tactics = Counter(s.tactic for t in turns if t.reply for s in t.reply.sentences)
        perceiver = Perceiver(threads=2)
        own = perceiver.read([_text(t) for t in turns])
        wrong = [
            wrong_valence(FEELING_POLARITY[FEELINGS[talk.feeling]], turn, reading.valence)
            for talk, turn, reading in zip(talks, turns, own, strict=True)
        ]
        n = len(turns)
        return {
            "distinct_template": round(sum(counts[m] == 1 for m in masked) / n, 4),
            "copied_run": round(sum(longest_copied_run(t.message, _text(t)) > 5 for t in turns) / n, 4),
            "wrong_valence": round(sum(wrong) / n, 4),
            "question_rate": round(sum("?" in _text(t) for t in turns) / n, 4),
            "tactic_entropy": round(entropy(list(tactics.values())), 3),
            "most_used_sentence": round(sentences.most_common(1)[0][1] / n, 4),
            "empty": sum(not _text(t) for t in turns),
            "words_mean": round(float(np.mean([len(_text(t).split()) for t in turns])), 2),
        }


def _text(turn: Turn) -> str:
    return turn.reply.text if turn.reply else ""


def _speed(talks: list[Dialogue], times: list[float], turn: int) -> dict[str, float]:
    """Whole-turn times beside one plain pass of the body over the same messages."""
    encoder = Perceiver(threads=1).encoder
    plain: list[float] = []
    for talk in talks[:200]:
        started = time.perf_counter()
        encoder.encode([talk.utterances[turn - 1]])
        plain.append((time.perf_counter() - started) * 1000)
    p50, p95 = (float(np.percentile(times, q)) for q in (50, 95))
    base = float(np.percentile(plain, 50))
    return {
        "ms_p50": round(p50, 2),
        "ms_p95": round(p95, 2),
        "ms_plain_pass": round(base, 2),
        "ratio_to_plain": round(p50 / base, 2),
    }


def _write(path: Path, talks: list[Dialogue], replies: list[str], turn: int) -> None:
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as out:
        for talk, reply in zip(talks, replies, strict=True):
            lines = talk.utterances[:turn]
            context = lines[0] if turn == 1 else list(lines)
            row = {"id": talk.id, "context": context, "reply": reply}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    part.replace(path)


def build() -> Replies:
    """Build the task for the registry."""
    return Replies()
