"""When it happens or happened: the time expression as said, and past, present or future."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attunement.perceive.lexicon import Lexicon
from attunement.perceive.syntax import Word
from attunement.turn import Time

_LOWERED: Final = frozenset(
    "on this next last in at for since by until the yesterday today tomorrow tonight every after before "
    "about a an one two three recently all around till over just each late early".split()
)
_MISSPELT: Final = re.compile(r"\b(?:tommorr?ow|tomorow|tmrw|yesturday)\b", re.IGNORECASE)
_AHEAD: Final = re.compile(r"(?:on|this|by|at|until) |in (?!the |(?:19|20)\d\d)")
_OWN: Final = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_NEVER: Final = re.compile(r"\b(?:will|'ll) (?:never forget|always remember|never get over|be honest)\b")


def _arranged(words: Sequence[Word], when: str | None) -> bool:
    """Whether a present tense is said of a time ahead ("she starts in June", "I'm leaving on Friday")."""
    if not when or not _AHEAD.match(when):
        return False
    return when.startswith("in ") or any(w.tag == "VBG" for w in words)


def find_when(lower: str, lex: Lexicon) -> tuple[int, int] | None:
    """Where the longest time expression of a lower-case text stands."""
    best: tuple[int, int] | None = None
    for pattern in lex.times:
        match = pattern.search(lower)
        if match and (best is None or match.end() - match.start() > best[1] - best[0]):
            best = match.span()
    return best


def when_phrase(text: str, span: tuple[int, int] | None) -> str | None:
    """The time expression as said to the person ("on your birthday")."""
    if span is None:
        return None
    when = _OWN.sub("your", text[span[0] : span[1]].strip())
    when = _MISSPELT.sub(lambda m: "yesterday" if m.group()[0] in "yY" else "tomorrow", when)
    when = re.sub(r"\s+", " ", when)
    return when[0].lower() + when[1:] if when.split()[0].lower() in _LOWERED else when


def read_time(words: Sequence[Word], lower: str, lex: Lexicon, when: str | None) -> Time:
    """Whether the message is about the past, the present or the future."""
    raw = lex.raw["time"]
    if when:
        if any(re.search(rf"\b{w}\b", when) for w in raw["past"]):
            return "past"
        if any(re.search(rf"\b{w}\b", when) for w in raw["future"]):
            return "future" if "tonight" not in when or "will" in lower else "now"
    past = sum(w.tag in ("VBD", "VBN") and w.lower != "been" for w in words)
    present = sum(w.tag in ("VBZ", "VBP") for w in words)
    ahead = _NEVER.sub(" ", lower)
    if any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", ahead) for w in raw["verbs"]["future"]):
        if not past or "wait" in ahead or "will" in ahead:
            return "future"
    if not past and (re.search(r"\b(?:soon|upcoming)\b", lower) or _arranged(words, when)):
        return "future"
    root = next((w for w in words if w.head == -1 and w.relation == "root"), None)
    if root is not None and root.tag in ("VBD",):
        return "past"
    first = next((w.tag for w in words if w.tag in ("VBD", "VBZ", "VBP")), "")
    return "past" if past > present or (past == present and first == "VBD") else "now"
