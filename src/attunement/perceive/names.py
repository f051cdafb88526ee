"""Which words of a message are the name of a person or an animal.

A capital alone names nobody: places, brands and the first words of sentences have one too. A name needs
a known given name, or what the rest of the message says of it ("Jessica and I", "... told me").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attunement.perceive.lexicon import Lexicon, calendar_words
from attunement.perceive.syntax import Word

TITLES: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "mister"})
_NAMED: Final = frozenset({"named", "called"})
_PLACED: Final = frozenset(
    "in at to from into onto near on of by through across around via the a an this that my our his her its "
    "their your hurricane storm saint st lake mount".split()
)
_ME: Final = frozenset({"i", "me", "us"})
_THIRD: Final = frozenset({"he", "she", "him", "her", "hers", "his", "himself", "herself", "he's", "she's"})


def bare(word: Word) -> str:
    """The text of a word without a possessive ending."""
    return re.sub(r"['’]s?$", "", word.text)


def plain(lower: str, lex: Lexicon) -> bool:
    """Whether a word names nobody: a day, a brand, a nationality, a relation, a thing."""
    return lower in lex.not_names or lower in calendar_words() or lower in lex.kinds or lower in lex.people


def _capital(text: str) -> bool:
    return len(text) > 1 and text[0].isupper() and text[1:].replace("-", "").isalpha() and not text.isupper()


def _known(lower: str, lex: Lexicon) -> bool:
    return lower in lex.given and lower not in lex.doubtful


def _capitalise(text: str) -> str:
    return text[0].upper() + text[1:]


def standing_name(words: Sequence[Word], i: int, lex: Lexicon) -> str | None:
    """The name at word ``i`` when no relation noun leads to it ("Jessica and I broke up")."""
    word, text = words[i], bare(words[i])
    lower = text.lower()
    before = words[i - 1].lower if i else ""
    if plain(lower, lex) or before in _PLACED or len(text) < 2 or _joined(words, i):
        return None
    if not _capital(text):
        small = text.islower() and len(text) > 2 and _known(lower, lex) and word.tag.startswith("NN")
        return _capitalise(text) if small and _has_role(words, i, lex) else None
    if not word.tag.startswith(("NN", "MD", "VB", "UH", "FW", "JJ")):
        return None
    if not _known(lower, lex) and not _spoken_of(words, i, lex):
        return None
    return text if _has_role(words, i, lex) else None


def _joined(words: Sequence[Word], i: int) -> bool:
    """Whether another capitalised word or a hyphen makes a longer proper noun of it."""
    after = words[i + 1] if i + 1 < len(words) else None
    if i and (words[i - 1].text in ("-", "'", "#", "@", "&") or _run_of_capitals(words, i)):
        return True
    return bool(
        after
        and (after.text in ("-", "'", "&") or (_capital(after.text) and after.tag.startswith("NN")))
        and after.lower not in calendar_words()
    )


def _run_of_capitals(words: Sequence[Word], i: int) -> bool:
    previous = words[i - 1]
    return _capital(previous.text) and previous.tag.startswith("NNP") and i > 1


def _has_role(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether a word stands where a person would: as subject, beside "I", or met by somebody."""
    before = words[i - 1].lower if i else ""
    after = words[i + 1] if i + 1 < len(words) else None
    if before in lex.met or before in ("with", "about", "for", "poor"):
        return True
    if after is None:
        return False
    if after.lower == "and" and i + 2 < len(words) and words[i + 2].lower in _ME:
        return True
    return after.tag.startswith(("VB", "MD")) or (
        after.tag.startswith("RB") and i + 2 < len(words) and words[i + 2].tag.startswith(("VB", "MD"))
    )


def _spoken_of(words: Sequence[Word], i: int, lex: Lexicon) -> bool:
    """Whether the message itself says that an unknown or doubtful name is a person's."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after and after.lower in lex.says:
        return True
    if after and after.lower == "and" and i + 2 < len(words) and words[i + 2].lower == "i":
        return True
    if any(w.lower in _THIRD for w in words[:i]):
        return False
    return any(w.lower in _THIRD for w in words[i + 1 :])


def name_after(words: Sequence[Word], last: int, lex: Lexicon) -> tuple[str | None, int]:
    """The name right after a relation noun, and the index of its last word.

    "sister Anna", "dog, Max,", "cat named Miso", "teacher Mr. Okafor"; None and ``last`` where there is none.
    """
    i = last + 1
    comma = i < len(words) and words[i].text == ","
    i += comma
    if i + 1 < len(words) and words[i].lower in _NAMED and words[i + 1].tag.startswith(("NN", "FW", "JJ")):
        text = bare(words[i + 1])
        return (_capitalise(text), i + 1) if text.isalpha() else (None, last)
    if i >= len(words):
        return None, last
    titled = titled_name(words, i)
    if titled:
        return titled
    text = bare(words[i])
    lower = text.lower()
    if plain(lower, lex) or not text.isalpha() or (i > last + 1 and not comma):
        return None, last
    if comma:
        ends = i + 1 >= len(words) or words[i + 1].text in ",.!?;:" or words[i + 1].tag == "CC"
        return (text, i) if ends and _capital(text) and not _spoken(words[i]) else (None, last)
    if _capital(text) and (words[i].tag.startswith("NN") or _known(lower, lex)):
        return text, i
    small = len(text) > 2 and text.islower() and words[i].tag.startswith(("NN", "FW", "JJ"))
    if small and (words[i].tag == "NNP" or _known(lower, lex)) and not _compound(words, i):
        return _capitalise(text), i
    return None, last


def _spoken(word: Word) -> bool:
    """Whether a capitalised word after a comma opens a new clause instead of naming."""
    return word.tag.startswith(("PRP", "DT", "IN", "RB", "VB", "MD", "CC", "W", "UH"))


def _compound(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].tag == "NNS" and words[i + 1].head == i


def titled_name(words: Sequence[Word], i: int) -> tuple[str, int] | None:
    """A name with its title ("Mr. Okafor") that starts at word ``i``, and its last word."""
    if i >= len(words) or words[i].lower not in TITLES or not words[i].text[0].isupper():
        return None
    dot = i + 1 < len(words) and words[i + 1].text == "."
    at = i + 1 + dot
    if at >= len(words) or not _capital(bare(words[at])):
        return None
    return f"{words[i].text}{'.' if dot else ''} {bare(words[at])}", at


def name_before(words: Sequence[Word], first: int, last: int) -> str | None:
    """The name that a relation explains after it ("Rosie, our cat, had kittens")."""
    closed = last + 1 < len(words) and words[last + 1].text == ","
    if not closed or first < 2 or words[first - 1].text != ",":
        return None
    name = words[first - 2]
    opens = first == 2 or words[first - 3].text in ".!?;," or words[first - 3].tag in ("CC", "IN")
    return name.text if opens and _capital(name.text) and name.tag.startswith("NN") else None
