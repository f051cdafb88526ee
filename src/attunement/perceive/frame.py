"""Who, what and when of a message: the slots that phrases may use.

Built on the parse of ``syntax``; a slot that is not certain stays empty, because a wrong slot costs
more than a plain sentence. The parts are read in ``people``, ``names``, ``things`` and ``when``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attunement.perceive.lexicon import Lexicon, lexicon
from attunement.perceive.people import mentions, pronoun_of, who_phrase
from attunement.perceive.shift import shift_clause
from attunement.perceive.syntax import Word
from attunement.perceive.things import read_thing
from attunement.perceive.when import find_when, read_time, when_phrase
from attunement.turn import Frame

_SHORT: Final = {
    "bf": "boyfriend", "gf": "girlfriend", "hubby": "husband", "mil": "mother-in-law",
    "first born": "child", "first-born": "child", "year old": "child", "yr old": "child",
    "month old": "child", "year-old": "child", "month-old": "child",
}  # fmt: skip
_LONGEST: Final = 24
_ANYONE: Final = re.compile(
    r"\b(?:when|whenever|if|once|unless|until|makes?|made|where|time) (?:you|u|your|you're)\b"
    r"|\byou (?:know|never know|guys)\b|\bthank you\b",
    re.IGNORECASE,
)
"""Where "you" means anyone, or nobody is addressed, so that it must not become "I"."""


def read_frame(words: Sequence[Word], text: str, language: str = "en") -> Frame:
    """The frame of one message from its parse."""
    lex = lexicon(language)
    lower = text.lower().replace("’", "'")
    found = mentions(words, lex)
    phrased = ((m, who_phrase(m, words, text, lex)) for m in found)
    main, who = next(((m, w) for m, w in phrased if w), (None, None))
    span = find_when(lower, lex)
    when = when_phrase(text, span)
    people = {i for m in found for i in range(m.first, m.end + 1)}
    values: dict[str, str | None] = {
        "who": who,
        "name": main.name if main else None,
        "when": when,
        "place": _place(words),
    }
    return Frame(
        who=who,
        relation=_SHORT.get(main.noun, main.noun) if main and main.noun else None,
        kind=main.kind if main else None,
        name=values["name"],
        when=when,
        thing=read_thing(words, text, lex, span, people),
        clause=_clause(words, text),
        time=read_time(words, lower, lex, when.lower() if when else None),
        answered=_answered(values, lower, lex),
        about_other=_about_other(words, lower, main is not None),
        pronoun=pronoun_of(main, found, words, lex) if main else None,
    )


def _clause(words: Sequence[Word], text: str) -> str | None:
    """The message as one turned clause, where it is short, one sentence, and "you" means the listener."""
    whole = 0 < len(words) <= _LONGEST and not any(w.text in ".!?;" for w in words[:-1])
    return (shift_clause(words, text) or None) if whole and not _ANYONE.search(text) else None


def _answered(frame: dict[str, str | None], lower: str, lex: Lexicon) -> tuple[str, ...]:
    raw, found = lex.raw, set[str]()
    found.update(slot for slot in ("when", "who", "name") if frame[slot])
    if re.search(raw["duration"]["expression"], lower):
        found.add("how_long")
    if re.search(raw["duration"]["age"], lower):
        found.add("age")
    if re.search(raw["duration"]["cost"], lower):
        found.add("cost")
    for slot in ("reason", "plan", "outcome"):
        if any(re.search(rf"\b{re.escape(w)}\b", lower) for w in raw[slot]["words"]):
            found.add(slot)
    if "reason" in found:
        found.add("why")
    if len(lower.split()) > 25:
        found.add("what_happened")
    if re.search(r"\b(?:in|at|to|near) (?:the )?[a-z]+", lower) and frame.get("place"):
        found.add("where")
    return tuple(sorted(found))


def _about_other(words: Sequence[Word], lower: str, mentioned: bool) -> bool:
    """Whether the first subject is someone else, or a third person is said to do it to themselves."""
    if re.search(r"\b(?:herself|himself|themselves|themself|her life|his life|their life)\b", lower):
        return True
    first = next((w for w in words if w.relation.startswith("nsubj")), None)
    return (
        mentioned
        and first is not None
        and not first.lower.startswith(("i", "we"))
        and (first.lower not in ("it", "this", "that"))
    )


def _place(words: Sequence[Word]) -> str | None:
    for i, word in enumerate(words[1:], 1):
        if words[i - 1].lower in ("in", "at", "to", "near", "from") and word.tag.startswith("NNP"):
            return word.text
    return None
