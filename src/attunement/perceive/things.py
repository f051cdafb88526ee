"""The thing or event a message is about, as a phrase that reads well in "How did ... go?".

Only a noun phrase that is certain enough is given: what the person owns, did or met, never a vague
noun ("a chance"), a person, or the mere place where something was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from attunement.perceive.lexicon import Lexicon
from attunement.perceive.people import turned, with_apostrophe
from attunement.perceive.syntax import Word

_OWN: Final = frozenset({"my", "our"})
_THEIRS: Final = frozenset({"his", "her", "their", "its"})
_INDEFINITE: Final = frozenset({"a", "an", "this", "that", "these", "those", "some"})
_DETERMINERS: Final = _OWN | _THEIRS | _INDEFINITE | {"the"}
_OPEN: Final = frozenset({"for", "about", "on", "into", "to", "with", "of", "over", "during", "against"})
_IS: Final = frozenset("am is are was were be been being i'm im it's its that's such not".split())
_ROLES: Final = {"obj": 0.2, "nsubj": 0.35, "nsubj:pass": 0.35, "root": 0.5, "obl": 0.7}
_LIMIT: Final = 1.25


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A noun phrase: words ``first`` to ``last``, its determiner, and the word before it.

    ``exists`` says that it is only said to be there ("there was a spider").
    """

    first: int
    last: int
    owner: str | None
    before: str
    noun: str
    exists: bool = False


def read_thing(
    words: Sequence[Word], text: str, lex: Lexicon, when: tuple[int, int] | None, people: set[int]
) -> str | None:
    """The thing a message is about, turned ("your essay", "the concert", "surgery"), or None.

    Args:
        words: the parsed message.
        text: the message.
        lex: the closed classes of its language.
        when: code points of its time expression, which is never the thing.
        people: indices of words that name people or animals.
    """
    best: tuple[float, _Candidate] | None = None
    for i in range(len(words)):
        if i in people or not _is_thing(words, i, lex) or _in_time(words[i], when):
            continue
        if _goes_on(words, i, when):
            continue
        candidate = _candidate(words, i, people)
        rank = _rank(words, candidate, lex, bool(people))
        if rank < _LIMIT and (best is None or rank < best[0]):
            best = rank, candidate
    phrase = _phrase(words, text, best[1], lex) if best else None
    return phrase or _derived(text, lex) or _product(words, lex)


def _in_time(word: Word, when: tuple[int, int] | None) -> bool:
    return bool(when and when[0] <= word.start < when[1])


def _is_thing(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether a noun may be the thing: concrete, no person, no proper noun on its own."""
    word, lower = words[i], words[i].lower
    if not word.tag.startswith("NN") or len(lower) < 2 or not lower.isalpha():
        return False
    single = lower.removesuffix("s")
    if {lower, single} & (lex.vague | lex.people | lex.kinds.keys()):
        return False
    if lower in lex.measures and i + 1 < len(words) and words[i + 1].lower == "of":
        return False
    if i and (f"{words[i - 1].lower} {lower}" in lex.idioms or words[i - 1].lower == "same"):
        return False
    if word.tag.startswith("NNP") and word.text[:1].isupper():
        at = i - 1 - (i > 1 and words[i - 1].tag == "JJ")
        return at >= 0 and words[at].lower in ("my", "our", "a", "an")
    return True


def _goes_on(words: Sequence[Word], i: int, when: tuple[int, int] | None) -> bool:
    """Whether the noun only leads to a longer one ("school" in "school play")."""
    if i + 1 >= len(words) or _in_time(words[i + 1], when):
        return False
    after = words[i + 1]
    if after.lower in ("yesterday", "today", "tomorrow", "tonight", "last", "next"):
        return False
    if after.text == "-" and after.start == words[i].end:
        return True
    proper = words[i].relation == "compound" or words[i].tag.startswith("NNP")
    return after.tag in ("NN", "NNS") or (proper and after.tag.startswith("NN"))


def _candidate(words: Sequence[Word], i: int, people: set[int]) -> _Candidate:
    first = i
    while first and i - first < 4 and first - 1 not in people and _belongs(words[first - 1]):
        first -= 1
    while first > 1 and words[first - 1].tag == "RB" and words[first].tag.startswith("JJ"):
        first -= 1
    owner = None
    if first and words[first - 1].lower in _DETERMINERS:
        first -= 1
        owner = words[first].lower
    elif first and words[first - 1].lower.endswith(("'s", "s'")):
        first, owner = _possessor(words, first - 1)
    at = first - 1
    while at >= 0 and words[at].lower in ("all", "both", "of", "half") and words[at].lower != "of":
        at -= 1
    before = words[at].lower if at >= 0 else ""
    exists = before.startswith("there") or (at > 0 and words[at - 1].lower == "there")
    return _Candidate(first, i, owner, before, words[i].lower, exists)


def _possessor(words: Sequence[Word], at: int) -> tuple[int, str | None]:
    """First word and determiner of "my late mother's" before a noun."""
    first = at
    while first and at - first < 3 and _belongs(words[first - 1]):
        first -= 1
    if first and words[first - 1].lower in _OWN | {"the"}:
        return first - 1, "my"
    return at, None


def _belongs(word: Word) -> bool:
    """Whether a word before a noun is part of its phrase."""
    if word.lower in _DETERMINERS or "'" in word.lower:
        return False
    return word.tag.startswith(("JJ", "NN", "CD", "VBN", "VBG")) or word.text == "-"


def _rank(words: Sequence[Word], c: _Candidate, lex: Lexicon, someone: bool) -> float:
    """How likely a phrase is the thing, lower is better; over ``_LIMIT`` it is not."""
    word = words[c.last]
    event = c.noun in lex.events
    bare = _bare(words, c, lex)
    place = c.noun in lex.places and not bare and not (event and c.owner in _OWN)
    rank = _ROLES.get(word.relation, 1.0) + _owner_rank(c, event, bare, someone)
    rank -= 0.35 * event
    rank += 0.45 * (word.relation in ("conj", "compound", "nmod", "appos"))
    rank += _place_rank(c, event, place) + (place and c.owner not in _OWN and c.noun not in lex.homes)
    return rank + 0.2 * _aside(words, c) + c.last / 100


def _owner_rank(c: _Candidate, event: bool, bare: bool, someone: bool) -> float:
    if c.owner in _OWN:
        return -0.6
    if c.owner in _THEIRS:
        return 0.2 if someone and c.owner != "its" else 2.0
    if c.owner == "some":
        return 0.1 if event else 2.0
    if c.owner in ("a", "an") and c.before in _IS and not event and not c.exists:
        return 2.0
    if c.owner in ("this", "that", "these", "those"):
        return 0.1 if event else 0.6
    if c.owner is not None:
        return 0.0
    return 0.2 if bare else 2.0


def _place_rank(c: _Candidate, event: bool, place: bool) -> float:
    """Penalty where a preposition makes the noun a mere place or circumstance."""
    if c.before in ("in", "at", "from", "outside", "inside", "near", "behind", "under", "between", "by",
                    "around", "off", "across", "as", "like", "without", "up", "down", "along",
                    "onto", "past", "toward", "towards", "until", "before", "after", "since"):  # fmt: skip
        return 0.15 if event and not place else (0.5 if c.owner in _OWN and not place else 2.0)
    if place and (c.before in _OPEN) and not (event or c.owner in _OWN):
        return 2.0 if c.before != "into" else 0.4
    if place and c.before in ("to", "on", "of"):
        return 2.0
    if c.before in ("of", "with", "to", "on") and not event and c.owner not in _OWN | _THEIRS:
        return 1.1
    return 0.1 if c.before in _OPEN else 0.0


def _bare(words: Sequence[Word], c: _Candidate, lex: Lexicon) -> bool:
    """Whether the phrase is an event that is said without an article ("surgery", "law school")."""
    if c.noun not in lex.bare:
        return False
    return c.first < c.last if c.noun in lex.modified else True


def _aside(words: Sequence[Word], c: _Candidate) -> bool:
    """Whether the phrase stands in a clause that only accompanies the main one."""
    word, head = words[c.last], words[c.last].head
    governor = words[head] if 0 <= head < len(words) else None
    return bool(governor and governor is not word and governor.relation in ("acl", "advcl", "acl:relcl"))


def _phrase(words: Sequence[Word], text: str, c: _Candidate, lex: Lexicon) -> str | None:
    if c.last - c.first > 5:
        return None
    phrase = with_apostrophe(turned(words, text, c.first, c.last), lex)
    if c.owner in _INDEFINITE:
        phrase = "the " + phrase.partition(" ")[2]
    elif c.owner is None and words[c.last].tag == "NNS" and c.first == c.last:
        phrase = "the " + phrase
    return phrase if 2 < len(phrase) < 40 else None


def _derived(text: str, lex: Lexicon) -> str | None:
    """What a verb says happened ("got promoted": the promotion)."""
    lower = text.lower()
    return next((phrase for phrase, pattern in lex.derived if pattern.search(lower)), None)


def _product(words: Sequence[Word], lex: Lexicon) -> str | None:
    """A product that is the subject of the message ("Netflix was down")."""
    if len(words) > 1 and words[0].lower in lex.brands and words[1].tag.startswith(("VB", "MD")):
        return words[0].text
    return None
