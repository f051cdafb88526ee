"""Promising or reporting acts that no declared capability performs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import ClassVar, Final, Literal

from attunement.protocols import Draft, Scratch
from attunement.turn import Verdict

_SOURCE: Final = "first-person commitments against the declared capabilities"
_COMMIT: Final = (
    r"\b(?:(?:i|we)\s*(?:'ve|have|just|already|had|'ll|will|'m going to|am going to|are going to|"
    r"'re going to|am|'m|are|'re|can|could)|let me|allow me to)\s+"
    r"(?:(?:just|already|now|go ahead and|gladly|immediately|right away|be|been|certainly|personally)\s+)*"
)


_OBJECT: Final = r"\s+(?:your|you|the|it|this|that|them|everything)\b"


@cache
def _patterns(language: str = "en") -> tuple[tuple[str, re.Pattern[str]], ...]:
    path = files("attunement.languages") / language / "promises.toml"
    table: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    starters = "|".join(_forms(v) for v in table["starters"]["verbs"])
    out: list[tuple[str, re.Pattern[str]]] = []
    for capability, nouns in table["nouns"].items():
        text = rf"{_COMMIT}(?:{starters})\s+(?:\w+\s+){{0,3}}(?:{'|'.join(nouns)})\b"
        out.append((capability, re.compile(text, re.IGNORECASE)))
    for capability, words in table["verbs"].items():
        forms = "|".join(_forms(v) for v in words)
        text = rf"{_COMMIT}(?:{forms})\b|\b(?:i|we)\s+(?:{forms}){_OBJECT}"
        out.append((capability, re.compile(text, re.IGNORECASE)))
    return tuple(out)


def _forms(verb: str) -> str:
    stem = verb.removesuffix("e")
    double = rf"|{verb}{verb[-1]}(?:ed|ing)" if verb[-1] in "plg" else ""
    irregular = {
        "pay": "|paid", "buy": "|bought", "ring": "|rang|rung", "send": "|sent", "make": "|made",
        "begin": "|began|begun",
    }.get(verb, "")  # fmt: skip
    y = rf"|{verb[:-1]}ied" if verb.endswith("y") else ""
    return rf"{verb}|{stem}(?:ed|ing){double}{irregular}{y}"


def _stated(text: str, start: int) -> bool:
    """Whether the clause at ``start`` states something: in a question, only one that begins there does."""
    return not text.endswith("?") or text[:start].rstrip()[-1:] in ("", ",", ";", ":", "—")


class Promises:
    """Blocks sentences in which the speaker commits to an act it cannot perform."""

    name: ClassVar[str] = "promises"
    scope: ClassVar[Literal["sentence", "reply"]] = "sentence"
    guards: ClassVar[Literal["truth", "tone"]] = "truth"

    def judge(self, draft: Draft, scratch: Scratch) -> Sequence[Verdict]:
        """One verdict: 0 where an undeclared act is promised or reported."""
        for sentence in draft.reply.sentences:
            text = sentence.text.replace("’", "'")
            for capability, pattern in _patterns():
                found = pattern.search(text)
                if found and capability not in draft.turn.capabilities and _stated(text, found.start()):
                    why = f"{found.group(0).strip()!r} needs the capability {capability!r}"
                    return (Verdict(self.name, 0.0, why, _SOURCE),)
        return (Verdict(self.name, 1.0, "nothing is promised", _SOURCE),)


def build() -> Promises:
    """Build the critic for the registry."""
    return Promises()
