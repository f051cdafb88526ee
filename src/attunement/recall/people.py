"""People and pets a message mentions: their relation to the speaker, and their name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from attunement.perceive.lexicon import calendar_words, lexicon
from attunement.perceive.syntax import Word
from attunement.recall.facts import canonical, canonical_relations, fact_words

_NAME: Final = r"[A-Z][\w'’-]*[\w]"
_CALLED: Final = re.compile(
    r"^(?:['’]?s name (?:is|was)|(?:,? (?:is|was|who is|who's|whose name is))? ?(?:called|named)|"
    r",? whose name is) (?P<n>[A-Za-z][\w-]+)"
)
_AFTER: Final = re.compile(
    rf"^(?:\s+from [a-z]+)?(?P<comma>,)?\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?(?P<n>{_NAME})"
    rf"(?P<two> and (?P<m>{_NAME}))?(?=(?P<end>[\s.,!?;)]|$))"
)
_PRONOUN_NAME: Final = re.compile(
    r"(?i)\b(?:(?:she|he|it|they)(?:['’]s| is| are|['’]re)? called|(?:her|his|its) name(?:['’]s| is| was)) "
    r"(?P<n>[A-Za-z][\w-]+)"
)
_NAMED_THE: Final = re.compile(r"(?i)\bnamed (?:the|our|my) (?P<r>[\w ]+?) (?P<n>[A-Z][\w-]+)")
_ALONE: Final = re.compile(
    r"(?<![\w'] )(?<!\w)(?P<r>Mom|Mum|Dad|Grandma|Grandpa|Mama|Papa|Nana)(?='s|\s|,|$)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone in a message.

    Attributes:
        relation: canonical noun ("mother", "dog"); None for a bare name.
        name: their name, if it was said.
        pet: whether it is an animal.
        start, end: code points, relation and name together.
        owner_only: they only own what is spoken of ("my aunt's funeral").
    """

    relation: str | None
    name: str | None
    pet: bool
    start: int
    end: int
    owner_only: bool = False

    @property
    def subject(self) -> str:
        """How facts about them call them."""
        return self.relation or self.name or ""


@cache
def _nouns() -> dict[str, str]:
    """Relation nouns in the singular that may be owned, with their kind."""
    lex, words = lexicon(), fact_words()
    owned = set(words["people"]["owned"])
    kinds = {n: k for n, k in lex.kinds.items() if k != "stranger" or n in owned}
    for noun in canonical_relations():
        kinds.setdefault(noun, "family")
    return {n: k for n, k in kinds.items() if n not in lex.plural and n not in ("family", "relatives")}


@cache
def _owned() -> re.Pattern[str]:
    nouns = "|".join(re.escape(n) for n in sorted(_nouns(), key=len, reverse=True))
    between = "|".join(re.escape(w) for w in fact_words()["people_words"]["between"])
    return re.compile(
        rf"(?i)(?<![\w'])(?:my|our)\s+(?:(?:{between})\s+){{0,3}}(?P<r>{nouns})(?P<s>s?['’]s|s['’]|['’])?(?![\w-])"
    )


@cache
def _had() -> re.Pattern[str]:
    nouns = "|".join(re.escape(n) for n in sorted(_nouns(), key=len, reverse=True))
    have = "|".join(re.escape(w) for w in fact_words()["people_words"]["have"])
    between = "|".join(re.escape(w) for w in fact_words()["people_words"]["between"])
    return re.compile(
        r"(?i)(?:\bi|\bwe|\bive|\bjust|\bi've|\bi’ve|\bwe've)\s*['’]?(?:ve)?\s*(?:just |also |recently )?"
        rf"(?:{have})(?: got)?\s+(?:a|an|one|two|three|this|another)\s+(?:(?:{between})\s+){{0,3}}"
        rf"(?P<r>{nouns})(?P<p>e?s)?(?![\w'-])"
    )


def find_people(text: str, words: Sequence[Word] = ()) -> tuple[Mention, ...]:
    """Everyone the message mentions as the speaker's own, in order.

    Args:
        text: the message.
        words: its parse, which recognises names in lower case.
    """
    tags = {w.start: w.tag for w in words}
    found: list[Mention] = []
    for match in _owned().finditer(text):
        before = text[: match.start()].lower().rstrip()
        if before.endswith(("you're", "you are", "you’re", "like")):
            continue
        found += _named(match, text, tags, bool(match["s"]))
    taken = [(m.start, m.end) for m in found]
    for match in _had().finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            found += _had_one(match, text, tags)
    for match in _NAMED_THE.finditer(text):
        noun = match["r"].lower()
        if noun in _nouns():
            found.append(_mention(noun, match["n"], *match.span()))
    for match in _ALONE.finditer(text):
        if not any(m.start <= match.start() < m.end for m in found):
            owner = text[match.end() : match.end() + 2] == "'s"
            found.append(replace(_mention(match["r"].lower(), None, *match.span()), owner_only=owner))
    found.sort(key=lambda m: m.start)
    return tuple(_with_pronoun_names(found, text))


def _mention(noun: str, name: str | None, start: int, end: int) -> Mention:
    pet = _nouns().get(noun) == "pet"
    return Mention(canonical(noun), name, pet, start, end)


def _named(match: re.Match[str], text: str, tags: dict[int, str], owner: bool) -> list[Mention]:
    noun, end = match["r"].lower(), match.end("r")
    tail = text[end:]
    called = _CALLED.match(tail)
    if called and _may_name(called["n"]):
        return [_mention(noun, _capital(called["n"]), match.start(), end + called.end())]
    if owner:
        return [replace(_mention(noun, None, match.start(), match.end()), owner_only=True)]
    name, length = _name_after(tail, end, tags)
    return [_mention(noun, name, match.start(), end + length)]


def _name_after(tail: str, offset: int, tags: dict[int, str]) -> tuple[str | None, int]:
    """The name that follows a relation, and how far it reaches."""
    after = _AFTER.match(tail)
    if after and _may_name(after["n"]):
        closed = after["end"] != " " or tail[after.end() :].lstrip().startswith("and ")
        if not after["comma"] or closed:
            return after["n"], after.end("n")
    small = re.match(r"\s(?P<n>[a-z]{3,})\b", tail)
    if small and tags.get(offset + 1) == "NNP" and _may_name(small["n"].capitalize()):
        return small["n"].capitalize(), small.end()
    return None, 0


def _had_one(match: re.Match[str], text: str, tags: dict[int, str]) -> list[Mention]:
    noun, end = match["r"].lower(), match.end()
    called = _CALLED.match(text[end:])
    if called and _may_name(called["n"]):
        return [_mention(noun, _capital(called["n"]), match.start("r"), end + called.end())]
    after = _AFTER.match(text[end:])
    if match["p"]:
        if after and after["m"] and _may_name(after["n"]) and _may_name(after["m"]):
            return [
                _mention(noun, after["n"], match.start("r"), end),
                _mention(noun, after["m"], match.start("r"), end),
            ]
        return []
    return [_mention(noun, after["n"] if after and _may_name(after["n"]) else None, match.start("r"), end)]


def _with_pronoun_names(found: list[Mention], text: str) -> list[Mention]:
    """A sentence like "she's called Biscuit" names the last one mentioned without a name."""
    for match in _PRONOUN_NAME.finditer(text):
        for i in range(len(found) - 1, -1, -1):
            mention = found[i]
            if mention.end <= match.start() and mention.name is None and _may_name(_capital(match["n"])):
                found[i] = replace(mention, name=_capital(match["n"]))
                break
    return found


def _capital(name: str) -> str:
    return name[0].upper() + name[1:]


def _may_name(name: str) -> bool:
    lower = name.lower().removesuffix("'s").removesuffix("’s")
    return (
        len(name) > 1
        and not re.match(r"i['’]", lower)
        and lower not in lexicon().raw["not_names"]["words"]
        and lower not in calendar_words()
        and lower not in lexicon().kinds
        and lower not in _NEVER
    )


_NEVER: Final = frozenset(
    "i i'm i've i'll and but so the a an is was has my our his her their he she they it we you not who "
    "that this because just when if im ive for to of in on at with from after all today tomorrow".split()
)
