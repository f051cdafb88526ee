"""Who a message is mainly about: relation nouns, names, and the pronoun that fits them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from attunement.perceive.lexicon import Lexicon
from attunement.perceive.names import bare, name_after, name_before, standing_name, titled_name
from attunement.perceive.shift import shift_words
from attunement.perceive.syntax import Word
from attunement.turn import Pronoun

POSSESSIVE: Final = frozenset({"my", "our", "me", "mi"})
_ARTICLES: Final = frozenset({"a", "an", "the", "this", "that", "some", "these", "those"})
_BARE_RELATIONS: Final = frozenset(
    "mom mum dad mama papa mommy daddy grandma grandpa granny nana grandad granddad gramps".split()
)
_TITLED_KINDS: Final = frozenset({"family", "grandparent"})
_BE: Final = frozenset("am is are was were be been being i'm im he's she's become became".split())
_SHARED_KINDS: Final = frozenset(
    "friend coworker neighbour boss teacher roommate family sibling partner ex".split()
)
_HE: Final = frozenset({"he", "him", "his", "himself", "he's", "he'll", "he'd"})
_SHE: Final = frozenset({"she", "her", "hers", "herself", "she's", "she'll", "she'd"})
_IT: Final = frozenset({"its", "itself"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or animal in the message.

    ``first`` to ``last`` are the words of the phrase, ``end`` the last word of the name after it;
    ``rank`` orders mentions, lower is more central.
    """

    first: int
    last: int
    end: int
    noun: str | None
    name: str | None
    kind: str | None
    rank: float
    owner: str | None = None
    several: bool = False


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


def mentions(words: Sequence[Word], lex: Lexicon) -> list[Mention]:
    """All people and animals of a message, the most central first."""
    found: list[Mention] = []
    taken: set[int] = set()
    for i in range(len(words)):
        if i in taken:
            continue
        noun = _noun_at(words, i, lex)
        mention = _relation(words, i, noun[0], i + noun[1] - 1, lex) if noun else None
        if mention:
            taken.update(range(mention.first, mention.end + 1))
            found.append(mention)
    for i in range(len(words)):
        if i not in taken and (mention := _named(words, i, lex)):
            taken.update(range(mention.first, mention.end + 1))
            found.append(mention)
    return sorted(_coordinated(found, words), key=lambda m: m.rank)


def _named(words: Sequence[Word], i: int, lex: Lexicon) -> Mention | None:
    titled = titled_name(words, i)
    if titled:
        rank = _rank(words, i, titled[1], None, "friend") + 0.6
        return Mention(i, titled[1], titled[1], None, titled[0], None, rank)
    if words[i].lower.endswith("'s") and not _clitic(words, i):
        return None
    name = standing_name(words, i, lex)
    if name is None:
        return None
    return Mention(i, i, i, None, name, "friend", _rank(words, i, i, None, "friend") + 0.6)


def _clitic(words: Sequence[Word], i: int) -> bool:
    """Whether 's at word ``i`` is "is" or "has" ("Tom's leaving"), not a possessive."""
    return i + 1 < len(words) and words[i + 1].tag in ("VBG", "VBN", "DT", "RB", "JJ")


def _relation(words: Sequence[Word], i: int, noun: str, last: int, lex: Lexicon) -> Mention | None:
    """The mention whose relation noun stands at words ``i`` to ``last``; None if it is nobody's."""
    kind = lex.kinds[noun]
    first, owner = _left_edge(words, i)
    if _leads_on(words, last, owner, lex) or _predicate(words, i, first, owner) or _title(words, i, owner):
        return None
    if owner is None and first and words[first - 1].lower.endswith("'s"):
        before = first - 1
        first, owner = _left_edge(words, before)
        if owner is None and bare(words[before])[:1].isupper() and words[before].tag.startswith("NNP"):
            first, owner = before, "name"
    elif owner is None and first and words[first - 1].lower.removesuffix("s") in lex.kinds:
        edge, owner = _left_edge(words, first - 1)
        first = edge if owner else first
    name, end = name_after(words, last, lex)
    if owner is None and not _stands_alone(words, first, i, noun, kind, name):
        return None
    if kind == "stranger" and owner in POSSESSIVE and noun in ("man", "boy", "girl"):
        kind = "partner"
    several = noun in lex.plural
    if several and first >= 2 and words[first - 1].lower == "of" and words[first - 2].lower == "one":
        several, noun = False, _singular(noun)
    name = name or name_before(words, first, last)
    rank = _rank(words, i, last, owner, kind)
    return Mention(first, last, end, noun, name, kind, rank, owner, several)


def _leads_on(words: Sequence[Word], last: int, owner: str | None, lex: Lexicon) -> bool:
    """Whether the noun only leads to the one meant ("my sister's new boyfriend", "pet rabbit")."""
    i = last + 1
    if not words[last].lower.endswith(("'s", "s'")):
        if i >= len(words) or not words[i].tag.startswith("NN"):
            return False
        thing = words[i].tag in ("NN", "NNS") and words[i].text.islower() and words[i].lower not in lex.given
        compound = thing and words[last].relation == "compound" and _verb_elsewhere(words)
        return compound or words[last].lower == "old" or _noun_at(words, i, lex) is not None
    if owner in ("a", "an"):
        return True
    while i < len(words) and words[i].tag.startswith("JJ") and i < last + 3:
        i += 1
    return i < len(words) and _noun_at(words, i, lex) is not None


def _verb_elsewhere(words: Sequence[Word]) -> bool:
    """Whether any word was read as a verb; else a verb may have been taken for a noun ("dog barks")."""
    return any(w.tag.startswith(("VB", "MD")) for w in words)


def _predicate(words: Sequence[Word], i: int, first: int, owner: str | None) -> bool:
    """Whether the noun says what someone is ("as a kid", "I am a teacher"), not who is meant."""
    before = words[first - 1].lower if first else ""
    if owner in ("a", "an") or owner is None:
        if words[i].lower in ("mother", "father", "mom", "dad", "parent") and owner and first == i - 1:
            return True
        return before in _BE or before in ("as", "like", "just") or before.endswith(("'m", "n't"))
    return before == "like" and first > 1 and words[first - 2].lower in _BE


def _title(words: Sequence[Word], i: int, owner: str | None) -> bool:
    """Whether the noun is part of a proper noun ("the new Super Smash Brothers game")."""
    proper = i > 0 and words[i].text.istitle() and words[i - 1].text.istitle()
    return proper and owner not in POSSESSIVE and words[i - 1].tag.startswith("NNP")


def _stands_alone(words: Sequence[Word], first: int, i: int, noun: str, kind: str, name: str | None) -> bool:
    """Whether a relation without "my" still means one certain person ("Dad called", "Uncle Sanjay")."""
    if first < i:
        return False
    before = words[i - 1].lower if i else ""
    if before in ("his", "her", "their", "your", "no", "any", "another", "each", "every", "these", "those"):
        return False
    if kind in _TITLED_KINDS and noun != "family" and name is not None:
        return True
    return noun in _BARE_RELATIONS


def _left_edge(words: Sequence[Word], i: int) -> tuple[int, str | None]:
    """First word of the noun phrase that ends at ``i``, and its determiner."""
    first = i
    while first and i - first < 5 and _modifies(words, first - 1, i):
        first -= 1
    if first and words[first - 1].lower in POSSESSIVE | _ARTICLES:
        return first - 1, words[first - 1].lower
    return first, None


def _modifies(words: Sequence[Word], i: int, noun: int) -> bool:
    word = words[i]
    if word.lower in POSSESSIVE | _ARTICLES or word.lower.endswith("'s"):
        return False
    if word.tag.startswith(("JJ", "CD")) or word.relation == "compound" or word.text == "-":
        return True
    return word.tag in ("VBN", "NN") and word.head == noun


def _rank(words: Sequence[Word], i: int, last: int, owner: str | None, kind: str) -> float:
    relation = words[last].relation
    rank = {"nsubj": 0.0, "root": 0.3, "obj": 0.5, "conj": 1.0, "obl": 0.9, "nmod": 1.2}.get(relation, 1.0)
    if words[i].lower.endswith(("'s", "s'")) or relation == "nmod:poss":
        rank = 1.1
    if owner in POSSESSIVE:
        rank -= 0.6
    if kind == "stranger":
        rank += 0.5
    return rank + i / 200


def _coordinated(found: list[Mention], words: Sequence[Word]) -> list[Mention]:
    """Two mentions joined by "and" as one ("my mom and dad")."""
    ordered = sorted(found, key=lambda m: m.first)
    out: list[Mention] = []
    for mention in ordered:
        last = out[-1] if out else None
        if last and last.noun and mention.noun and _joined(last, mention, words):
            out[-1] = replace(last, last=mention.last, end=mention.end, name=None, several=True)
        else:
            out.append(mention)
    return out


def _joined(a: Mention, b: Mention, words: Sequence[Word]) -> bool:
    if b.first != a.end + 2 or words[a.end + 1].lower not in ("and", "&"):
        return False
    if a.owner not in POSSESSIVE | {None} or b.owner not in POSSESSIVE | {None} or a.kind == "stranger":
        return False
    opens = a.first == 0 or words[a.first - 1].text in ",.!?;" or words[a.first - 1].tag in ("CC", "IN")
    verb_follows = b.end + 1 < len(words) and words[b.end + 1].tag.startswith(("VB", "MD"))
    return opens if verb_follows else words[b.last].relation == "conj"


def turned(words: Sequence[Word], text: str, first: int, last: int) -> str:
    """The words ``first`` to ``last`` as a phrase said to the person: turned, in small letters."""
    phrase = shift_words(words, text, first, last + 1)
    phrase = re.sub(r"['’]s?$", "", phrase) if words[last].lower.endswith(("'s", "s'")) else phrase
    if not phrase:
        return phrase
    head, _, rest = phrase.partition(" ")
    if words[first].lower in POSSESSIVE | _ARTICLES:
        head = head.lower()
    elif not words[first].tag.startswith("NNP") and not words[first].text.isupper():
        head = head[0].lower() + head[1:]
    phrase = f"{head} {rest}" if rest else head
    return phrase.lower() if _shouted(words[first : last + 1]) else phrase


def _shouted(words: Sequence[Word]) -> bool:
    """Whether a phrase is all in capitals, and more than an abbreviation ("MY BROTHER", not "a TV")."""
    texts = [w.text for w in words if w.text.isalpha()]
    return all(t.isupper() for t in texts) and sum(map(len, texts)) > 4


def with_apostrophe(phrase: str, lex: Lexicon) -> str:
    """The phrase with the apostrophe that was left out of "moms car"."""
    *before, noun = phrase.split(" ")
    if "and" in before:
        return phrase
    owned = [f"{w[:-1]}'s" if w.endswith("s") and w[:-1] in lex.kinds else w for w in before]
    return " ".join([*owned, noun])


def who_phrase(mention: Mention, words: Sequence[Word], text: str, lex: Lexicon) -> str | None:
    """The mention as a phrase for the reply ("your best friend"), or None where none is safe."""
    if mention.noun is None:
        return mention.name
    phrase = with_apostrophe(_small(turned(words, text, mention.first, mention.last), mention), lex)
    rest = phrase.partition(" ")[2]
    determiner = words[mention.first].lower
    if determiner in POSSESSIVE | {"the"} or mention.owner == "name":
        whole = phrase
    elif determiner in _ARTICLES:
        whole = f"{_article(mention)} {rest}" if rest else None
    elif mention.owner is None:
        whole = "your " + phrase.lower()
    else:
        whole = None
    if whole and not mention.several and whole.endswith("s") and mention.noun + "s" == whole.split()[-1]:
        return whole[:-1]
    return whole


def _small(phrase: str, mention: Mention) -> str:
    """The phrase with its relation noun in small letters ("your Mother in Law")."""
    at = phrase.lower().rfind(mention.noun or "")
    return phrase if at < 0 else phrase[:at] + phrase[at:].lower()


def _article(mention: Mention) -> str:
    return "your" if mention.kind in _SHARED_KINDS and not mention.several else "the"


def _singular(noun: str) -> str:
    special = {"children": "child", "puppies": "puppy", "in-laws": "in-law", "grandchildren": "grandchild"}
    return special.get(noun, noun.removesuffix("s"))


def pronoun_of(mention: Mention, others: Sequence[Mention], words: Sequence[Word], lex: Lexicon) -> Pronoun:
    """The pronoun for a mention: from its noun, else from the pronouns said of it, else "they"."""
    if mention.several or mention.noun in lex.collective:
        return "they"
    by_noun = lex.gender.get(mention.noun or "")
    if by_noun:
        return by_noun
    after = {w.lower for w in words[mention.end + 1 :]}
    before = {w.lower for w in words[: mention.first]}
    said = _pronouns(after)
    rivals = _pronouns(before)
    for other in others:
        said_of = other.first > 0 and words[other.first - 1].lower in _BE
        if other is not mention and not said_of:
            rivals |= _could_be(other, lex)
    if len(said) == 1 and not said & rivals:
        return said.pop()
    if not said and mention.kind == "pet" and after & _IT:
        return "it"
    return "they"


def _pronouns(said: set[str]) -> set[Pronoun]:
    found: set[Pronoun] = set()
    if said & _HE:
        found.add("he")
    if said & _SHE:
        found.add("she")
    return found


def _could_be(mention: Mention, lex: Lexicon) -> set[Pronoun]:
    """The singular pronouns that may stand for a mention."""
    if mention.several or mention.noun in lex.collective:
        return set()
    by_noun = lex.gender.get(mention.noun or "")
    return {by_noun} if by_noun else {"he", "she"}
