"""Who, what and when of a message: the slots that phrases may use.

Built on the parse of ``syntax``; a slot that is not certain stays empty, because a wrong slot costs
more than a plain sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from attunement.perceive.lexicon import Lexicon, calendar_words, lexicon
from attunement.perceive.shift import shift_clause, shift_words
from attunement.perceive.syntax import Word
from attunement.turn import Frame, Time

_POSSESSIVE: Final = frozenset({"my", "our", "me", "mi"})
_NOMINAL: Final = frozenset({"det", "amod", "nmod:poss", "compound", "nummod", "flat", "cont", "appos"})
_VAGUE: Final = frozenset(
    "thing things something anything everything nothing lot bit way day days time times one ones year "
    "years week weeks month months night morning life people person someone everyone anyone part kind "
    "sort reason fact idea stuff place end rest moment today yesterday tomorrow tonight problem hour "
    "hours minute minutes world head heart mind eyes hand hands face body side feeling feelings point "
    "case matter name question answer weekend evening afternoon summer winter spring fall autumn "
    "guys god fun shit hell ass luck mood sense self turn couple opinion order home money work "
    "school bed love".split()
)
_NAMED: Final = frozenset({"named", "called"})


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person or animal in the message: word range, relation noun, name, rank (lower is better)."""

    first: int
    last: int
    noun: str | None
    name: str | None
    rank: float


def _is_name(word: Word, words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    if not word.tag.startswith("NNP") or not word.text[:1].isupper() or len(word.text) < 2:
        return False
    lower = word.lower.removesuffix("'s")
    if lower in lex.raw["not_names"]["words"] or lower in lex.kinds or lower in calendar_words():
        return False
    if i and words[i - 1].lower in _NOT_BEFORE_NAMES:
        return False
    if word.relation in ("obj", "obl", "nmod") and not _about_people(words, i):
        return False
    if i + 1 < len(words) and words[i + 1].tag.startswith("NNP"):
        return words[i + 1].relation in ("flat",) and False
    if word.relation == "compound":
        return False
    return word.text[1:].islower() or (word.text.isalpha() and not word.text.isupper())


_NOT_BEFORE_NAMES: Final = frozenset(
    "in at to from the on of near a an my our his her their hurricane storm saint st lake mount by".split()
)
_PEOPLE_VERBS: Final = frozenset(
    "miss missed love loved like met meet married marry hate told tell asked ask called call saw see "
    "hugged trust lost kissed thanked helped invited texted visit visited dumped left".split()
)


def _about_people(words: Sequence[Word], i: int) -> bool:
    """Whether a capitalised object is likely a person: "I miss Anna", "talked with Sam"."""
    before = words[i - 1].lower if i else ""
    return before in ("with", "about", "for") or (
        before in _PEOPLE_VERBS - {"visit", "visited", "left", "saw", "see", "like", "love", "loved"}
    )


def _noun_at(words: Sequence[Word], i: int, lex: Lexicon) -> tuple[str, int] | None:
    """The relation noun that starts at word ``i`` and how many words it has."""
    for count in (5, 3, 2, 1):
        part = words[i : i + count]
        if len(part) < count:
            continue
        noun = " ".join(w.lower for w in part).replace(" - ", "-")
        noun = noun.removesuffix("'s").removesuffix("s'")
        if noun in lex.kinds:
            return noun, count
    return None


def _mentions(words: Sequence[Word], lex: Lexicon) -> list[_Mention]:
    found: list[_Mention] = []
    taken: set[int] = set()
    for i in range(len(words)):
        if i in taken:
            continue
        noun = _noun_at(words, i, lex)
        if noun is None:
            continue
        text, count = noun
        last = i + count - 1
        kind = lex.kinds[text]
        owned = words[last].lower.endswith("'s")
        if owned and last + 1 < len(words) and _noun_at(words, last + 1, lex):
            continue
        first, owner = _left_edge(words, i)
        if i and words[i - 1].lower.endswith("'s") and owner is None:
            first, owner = _left_edge(words, i - 1)
        titled = i + 1 < len(words) and words[i].text[:1].isupper() and words[i + 1].text[:1].isupper()
        if owner is None and text not in ("mom", "mum", "dad", "mama", "papa", "grandma", "grandpa"):
            if kind != "pet" and not (first < i) and not titled:
                continue
        if kind == "stranger" and owner in _POSSESSIVE and text in ("man", "boy", "girl"):
            kind = "partner"
        name, end = _name_after(words, last, lex)
        taken.update(range(i, end + 1))
        found.append(_Mention(first, last, text, name, _rank(words, i, last, owner, kind)))
    for i, word in enumerate(words):
        if i in taken or not _is_name(word, words, i, lex):
            continue
        if word.relation in ("nsubj", "obj", "iobj", "obl", "root", "conj", "nsubj:pass", "nmod"):
            rank = _rank(words, i, i, None, "friend") + 0.6
            found.append(_Mention(i, i, None, word.text.removesuffix("'s"), rank))
    return sorted(found, key=lambda m: m.rank)


def _left_edge(words: Sequence[Word], i: int) -> tuple[int, str | None]:
    """First word of the noun phrase that ends at ``i``, and its determiner."""
    first = i
    while first and (
        words[first - 1].tag.startswith(("JJ", "CD")) or words[first - 1].relation == "compound"
        or (words[first - 1].tag in ("VBN", "NN") and words[first - 1].head == i)
    ):  # fmt: skip
        first -= 1
        if i - first > 3:
            break
    if first and words[first - 1].lower in _POSSESSIVE | {"a", "an", "the", "this", "that", "some"}:
        return first - 1, words[first - 1].lower
    return first, None


def _name_after(words: Sequence[Word], last: int, lex: Lexicon) -> tuple[str | None, int]:
    """The name right after a relation noun ("sister Anna", "dog, Max", "cat named Miso")."""
    i = last + 1
    if i < len(words) and words[i].text == ",":
        i += 1
        comma = True
    else:
        comma = False
    called = i + 1 < len(words) and words[i].lower in _NAMED and words[i + 1].tag.startswith("NN")
    if called:
        i += 1
    if i >= len(words):
        return None, last
    word = words[i]
    text = word.text.removesuffix("'s").removesuffix("’s")
    lower = text.lower()
    plain = lower in lex.raw["not_names"]["words"] or lower in calendar_words() or lower in lex.kinds
    if called and text.isalpha():
        return text[0].upper() + text[1:], i
    capital = text[:1].isupper() and text[1:].islower() and len(text) > 1 and not plain
    if word.text in ("Mr", "Mrs", "Ms", "Dr") and i + 2 < len(words):
        return _name_after(words, i + (words[i + 1].text == "."), lex)
    if capital and not comma:
        return text, i
    if capital and (i + 1 >= len(words) or words[i + 1].text in ",.!?;:" or words[i + 1].tag == "CC"):
        return text, i
    if word.tag == "NNP" and not comma and text.isalpha() and len(text) > 2 and not plain:
        return text[0].upper() + text[1:], i
    return None, last


def _rank(words: Sequence[Word], i: int, last: int, owner: str | None, kind: str) -> float:
    relation = words[last].relation
    rank = {"nsubj": 0.0, "root": 0.3, "obj": 0.5, "conj": 1.0, "obl": 0.9, "nmod": 1.2}.get(relation, 1.0)
    if words[i].lower.endswith(("'s", "s'")) or relation == "nmod:poss":
        rank = 1.1
    if owner in _POSSESSIVE:
        rank -= 0.6
    if kind == "stranger":
        rank += 0.5
    return rank + i / 200


def _turned(words: Sequence[Word], text: str, first: int, last: int) -> str:
    phrase = shift_words(words, text, first, last + 1)
    phrase = phrase.removesuffix("'s").removesuffix("’s").removesuffix("'")
    head = words[first]
    if phrase and not head.tag.startswith("NNP") and not head.text.isupper():
        phrase = phrase[0].lower() + phrase[1:]
    return phrase.lower() if phrase.isupper() else phrase


def _who(mention: _Mention, words: Sequence[Word], text: str) -> str | None:
    if mention.noun is None:
        return mention.name
    phrase = _turned(words, text, mention.first, mention.last)
    determiner = words[mention.first].lower
    if determiner in ("a", "an", "some"):
        return "the " + phrase.split(" ", 1)[1] if " " in phrase else None
    if determiner not in _POSSESSIVE | {"the", "this", "that"}:
        if mention.noun in ("mom", "mum", "dad", "mama", "papa", "grandma", "grandpa"):
            return "your " + mention.noun
        return None
    return phrase


def _when(lower: str, lex: Lexicon) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    for pattern in lex.times:
        match = pattern.search(lower)
        if match and (best is None or match.end() - match.start() > best[1] - best[0]):
            best = match.span()
    return best


def _thing(
    words: Sequence[Word], text: str, lex: Lexicon, when: tuple[int, int] | None, who: set[int]
) -> str | None:
    """The concrete noun phrase the message is about: owned things first, then objects."""
    best: tuple[float, int, int] | None = None
    for i, word in enumerate(words):
        if not word.tag.startswith("NN") or i in who:
            continue
        if word.tag.startswith("NNP") and not (i and words[i - 1].lower in ("my", "a", "an", "our")):
            continue
        lower = word.lower
        if lower in _VAGUE or lower.removesuffix("s") in _VAGUE or lower in lex.kinds:
            continue
        if (when and when[0] <= word.start < when[1]) or "'" in lower or len(lower) < 3:
            continue
        if word.relation == "compound" or (i + 1 < len(words) and words[i + 1].tag in ("NN", "NNS")):
            continue
        first, owner = _noun_phrase(words, i)
        rank = {"obj": 0.2, "nsubj": 0.4, "root": 0.6, "obl": 0.8}.get(word.relation, 1.2)
        rank += _OWNERS.get(owner or "", 1.0)
        if word.relation in ("conj", "compound", "nmod"):
            rank += 0.5
        rank += i / 100
        if owner is not None and rank < 1.3 and (best is None or rank < best[0]):
            best = (rank, first, i)
    if best is None or best[2] - best[1] > 4:
        return None
    phrase = _turned(words, text, best[1], best[2])
    return phrase if len(phrase) < 40 else None


_OWNERS: Final = {
    "my": -0.6,
    "our": -0.5,
    "a": 0.0,
    "an": 0.0,
    "the": 0.0,
    "his": 0.3,
    "her": 0.3,
    "their": 0.3,
}


def _noun_phrase(words: Sequence[Word], i: int) -> tuple[int, str | None]:
    first = i
    while first and (
        (words[first - 1].tag.startswith(("JJ", "NN", "CD", "VBN")) and words[first - 1].relation in _NOMINAL)
        or (words[first - 1].text == "-" and first > 1)
    ):
        first -= 1
    if first and words[first - 1].lower in _OWNERS:
        return first - 1, words[first - 1].lower
    return first, None


def _time(words: Sequence[Word], lower: str, lex: Lexicon, when: str | None) -> Time:
    raw = lex.raw["time"]
    if when:
        if any(re.search(rf"\b{w}\b", when) for w in raw["past"]):
            return "past"
        if any(re.search(rf"\b{w}\b", when) for w in raw["future"]):
            return "future" if "tonight" not in when or "will" in lower else "now"
    past = sum(w.tag in ("VBD", "VBN") for w in words)
    present = sum(w.tag in ("VBZ", "VBP") for w in words)
    if any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", lower) for w in raw["verbs"]["future"]):
        if not past or "wait" in lower or "will" in lower:
            return "future"
    root = next((w for w in words if w.head == -1 and w.relation == "root"), None)
    if root is not None and root.tag in ("VBD",):
        return "past"
    return "past" if past > present else "now"


def _answered(frame: dict[str, str | None], lower: str, lex: Lexicon) -> tuple[str, ...]:
    raw, found = lex.raw, set[str]()
    if frame["when"]:
        found.add("when")
    if frame["who"]:
        found.add("who")
    if frame["name"]:
        found.add("name")
    if re.search(raw["duration"]["expression"], lower):
        found.add("how_long")
    if re.search(raw["duration"]["age"], lower):
        found.add("age")
    if re.search(raw["duration"]["cost"], lower):
        found.add("cost")
    for key, slot in (("reason", "reason"), ("plan", "plan"), ("outcome", "outcome")):
        if any(re.search(rf"\b{re.escape(w)}\b", lower) for w in raw[key]["words"]):
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


def read_frame(words: Sequence[Word], text: str, language: str = "en") -> Frame:
    """The frame of one message from its parse."""
    lex = lexicon(language)
    lower = text.lower().replace("’", "'")
    mentions = _mentions(words, lex)
    main = next((m for m in mentions if m.noun or m.name), None)
    who = _who(main, words, text) if main else None
    span = _when(lower, lex)
    when = text[span[0] : span[1]].strip() if span else None
    when = when[0].lower() + when[1:] if when and when.split()[0].lower() in _LOWERED else when
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    values: dict[str, str | None] = {
        "who": who,
        "name": main.name if main else None,
        "when": when,
        "place": _place(words),
    }
    clause = shift_clause(words, text) if 0 < len(words) <= 24 and _one_sentence(words) else None
    return Frame(
        who=who,
        relation=_SHORT.get(main.noun or "", main.noun) if main else None,
        kind=lex.kinds.get(main.noun) if main and main.noun else ("friend" if who else None),
        name=values["name"],
        when=when,
        thing=_thing(words, text, lex, span, taken),
        clause=clause or None,
        time=_time(words, lower, lex, when.lower() if when else None),
        answered=_answered(values, lower, lex),
        about_other=_about_other(words, lower, bool(main)),
    )


_LOWERED: Final = frozenset(
    "on this next last in at for since by until the yesterday today tomorrow tonight every after "
    "about a an one two three recently".split()
)


_SHORT: Final = {"bf": "boyfriend", "gf": "girlfriend", "hubby": "husband", "mil": "mother-in-law"}


def _one_sentence(words: Sequence[Word]) -> bool:
    return not any(w.text in ".!?;" for w in words[:-1])
