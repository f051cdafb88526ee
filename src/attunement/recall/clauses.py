"""Clauses of a message with their subject, tense and times: the ground that facts are taken from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final

from attunement.perceive.syntax import Word, split_words
from attunement.recall.facts import fact_words
from attunement.recall.people import Mention, find_people
from attunement.recall.timex import When, find_times
from attunement.turn import Span

_SENTENCE: Final = re.compile(r"(?:[^.!?;\n]|\.(?=\d)|(?<=\b[DM]r)\.|(?<=\bMrs)\.|(?<=\bMs)\.)+[.!?;\n]*")
_JOINT: Final = re.compile(
    r"(?:,?\s+(?:and|but|so|because|cause|bc|while|though|although)\s+|,\s+|\s+-+\s+|\s+—\s+)"
    r"(?=(?:i|i'm|im|i've|i'd|i'll|we|we're|we've|he|he's|she|she's|they|they're|it|it's|my|our|his|her|"
    r"not)\b)"
)
_QUOTED: Final = re.compile(r"[\"“][^\"”]*[\"”]|(?<!\w)'[^']{3,}'(?!\w)")
_FIRST: Final = re.compile(r"(?<![\w'])(?:i|we|im|ive)(?=$|[\s']|,)")
_OTHER: Final = re.compile(r"(?<![\w'])(?:he|she|they|it|you|there|this|that|who)(?=$|[\s'])")
_ASKED_BY_FORM: Final = re.compile(r"^(?:and |but |so )?(?:who|what|when|where|why|how|which|whose)\b")
_PAST_WORDS: Final = frozenset("was were had did went got lost died broke fell met told ran won".split())
_FUTURE: Final = re.compile(r"(?:\bwill\b|'ll\b|\bgoing to\b|\bgonna\b|\bwon't\b)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause.

    Attributes:
        text: as written.
        lower: in lower case with straight apostrophes; same length.
        start: its place in the message.
        subject: "user", a relation, a name; "" where it is neither.
        rest: lower-case text after the subject, without its time expressions.
        rest_words: the words of the part after the subject that are no time, with their tags.
        past: whether it tells of the past.
        asked: whether its sentence is a question.
        times: its time expressions.
        people: whom it mentions.
        sentence: the whole sentence.
    """

    text: str
    lower: str
    start: int
    subject: str
    rest: str
    rest_words: tuple[Word, ...]
    words: tuple[Word, ...]
    past: bool
    asked: bool
    times: tuple[When, ...]
    people: tuple[Mention, ...]
    sentence: str

    @property
    def when(self) -> When | None:
        """The first expression that says when it happens."""
        return next((t for t in self.times if t.bound == "at"), None)


@cache
def guard(name: str) -> re.Pattern[str]:
    """A pattern of sentences that tell nothing of the person."""
    return re.compile(fact_words()["guards"][name])


def _straight(text: str) -> str:
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")


def read_clauses(text: str, at: datetime, words: Sequence[Word] = ()) -> tuple[Clause, ...]:
    """The clauses of a message that may tell facts.

    Orders to the program, fiction, quotations, reports and suppositions are left out.

    Args:
        text: the message.
        at: when it was written.
        words: its parse; without one, tense is judged from the words alone.
    """
    parsed = tuple(words) or tuple(Word(w, s, e) for w, s, e in split_words(text))
    hidden = _QUOTED.sub(lambda m: " " * len(m.group()), text)
    people = find_people(hidden, parsed)
    out: list[Clause] = []
    for match in _SENTENCE.finditer(hidden):
        start, end = match.start(), match.end()
        begun = guard("told").match(_straight(hidden[start:end]).lstrip())
        lead = len(hidden[start:end]) - len(hidden[start:end].lstrip())
        start += lead + (begun.end() if begun else 0)
        sentence = _straight(hidden[start:end]).strip()
        if any(guard(name).search(sentence) for name in ("directive", "fiction")):
            continue
        asked = "?" in sentence or bool(_ASKED_BY_FORM.match(sentence))
        supposed = bool(guard("suppose").search(sentence))
        for a, b in _pieces(hidden, start, end, parsed):
            out.append(_clause(hidden, a, b, parsed, people, at, (asked or supposed), sentence))
    return tuple(out)


def _pieces(text: str, start: int, end: int, words: Sequence[Word]) -> list[tuple[int, int]]:
    """The sentence cut where a new subject begins, if what stands before has a verb."""
    lower, cuts, first = _straight(text[start:end]), [start], start
    for joint in _JOINT.finditer(lower):
        before = [w for w in words if first <= w.start < start + joint.start()]
        if any(w.tag.startswith("VB") or "'" in w.lower for w in before) or (
            len(before) >= 3 and not any(w.tag for w in before)
        ):
            cuts += [start + joint.start(), start + joint.end()]
            first = start + joint.end()
    cuts.append(end)
    return list(zip(cuts[::2], cuts[1::2], strict=True))


def _clause(
    text: str, start: int, end: int, parsed: Sequence[Word], people: Sequence[Mention], at: datetime,
    asked: bool, sentence: str,
) -> Clause:  # fmt: skip
    part = text[start:end]
    lower = _straight(part)
    words = tuple(w for w in parsed if start <= w.start < end)
    here = tuple(m for m in people if start <= m.start < end)
    subject, after = _subject(lower, start, words, here)
    past = _past(words, lower)
    times = find_times(part, at, lambda _: past)
    keep = [True] * len(lower)
    for when in times:
        if when.bound != "every":
            keep[when.span.start : when.span.end] = [False] * (when.span.end - when.span.start)
    rest = "".join(c if k else "\x00" for c, k in zip(lower[after:], keep[after:], strict=True))
    rest = re.sub(r"\s*\x00+\s*", " ", rest)
    rest = re.sub(r"\s+", " ", rest).strip(" .!?;,\n").lstrip(" ")
    kept = tuple(w for w in words if w.start - start >= after and keep[min(w.start - start, len(keep) - 1)])
    moved = tuple(
        When(t.start, t.end, t.precision, Span(t.span.start + start, t.span.end + start), t.bound, t.hour)
        for t in times
    )
    return Clause(part, lower, start, subject, rest, kept, words, past, asked, moved, here, sentence)


def _subject(lower: str, start: int, words: Sequence[Word], people: Sequence[Mention]) -> tuple[str, int]:
    """Who the clause is about, and where the rest begins (offset within the clause)."""
    first, other = _FIRST.search(lower), _OTHER.search(lower)
    verb = next((w for w in words if w.tag.startswith(("VB", "MD")) and "'" not in w.text[:2]), None)
    limit = verb.start - start if verb else len(lower)
    whom = next((m for m in people if not m.owner_only and m.start - start <= limit), None)
    places = [
        (first.start() if first else 9999, "user"),
        (whom.start - start if whom else 9999, "person"),
        (other.start() if other else 9999, "other"),
    ]
    where, which = min(places)
    if which == "person" and first and whom and first.start() <= whom.end - start + 6:
        where, which = first.start(), "user"  # "my partner Alex and I"
    if where > 40 or where == 9999:
        return _without_subject(lower, words)
    if which == "user" and first:
        short = {"im": -1, "ive": -2}.get(first.group(), 0)
        return "user", first.end() + short
    if which == "person" and whom:
        if lower[:where].rstrip().endswith("me and"):
            return "user", whom.end - start
        return whom.subject, whom.end - start
    return "", other.end() if other else 0


def _without_subject(lower: str, words: Sequence[Word]) -> tuple[str, int]:
    """In "got my results today" the speaker, where the first word is a verb of the past."""
    leads = fact_words()["ellipsis"]["words"]
    head = lower.strip().split(" ", 1)[0] if lower.strip() else ""
    told = words and (words[0].tag in ("VBD", "VBN") or head in leads)
    return ("user", len(lower) - len(lower.lstrip())) if told else ("", 0)


def _past(words: Sequence[Word], lower: str) -> bool:
    if _FUTURE.search(lower):
        return False
    if any(w.tag for w in words):
        verbs = [w for w in words if w.tag == "VBD" and w.lower != "got"]
        got = any(w.lower == "got" and w.tag == "VBD" for w in words)
        ahead = re.search(r"\bgot (?:a|an|my|our|another) (?:[\w-]+ )?(?:[\w-]+)\b", lower)
        done = re.search(r"\b(?:'ve|have|has) (?:just |finally |already )?(?:been|had|done|gone)\b", lower)
        return bool(verbs) or bool(done) or (got and not (ahead and _event_in(ahead.group())))
    found = set(re.findall(r"[a-z']+", lower))
    return bool(found & _PAST_WORDS) or any(w.endswith("ed") and len(w) > 4 for w in found)


def _event_in(text: str) -> bool:
    return any(noun in text.split() for noun in fact_words()["events"]["nouns"])
