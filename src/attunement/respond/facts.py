"""What a text states, as far as a rewrite must not touch it: numbers, names, code, citations.

Tone and facts are separate: a rewrite that loses, changes or adds a fact is refused. The extraction errs
on the side of finding too much, because a refused rewrite costs little and a changed dose or name much.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Final

_CODE: Final = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_LINK: Final = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+|[\w.+-]+@[\w-]+\.[\w.]+|\bdoi:\s?\S+", re.I)
_CITATION: Final = re.compile(
    r"\[[\w\s.,:;–-]{1,60}\]|\((?:[^()]{0,80}\b)?(?:1[5-9]|20)\d\d[a-z]?(?:,[^()]{0,40})?\)"
)
_QUOTE: Final = re.compile(r"“[^”]+”|«[^»]+»|„[^“”]+[“”]|\"[^\"\n]+\"")
_NUMBER: Final = re.compile(r"[$€£¥₹+-]?\d+(?:[.,:/\u00a0’'-]\d+)*(?:\s?%|°[CF]?)?(?:[A-Za-zµ]{1,4}\b)?")
_WORD: Final = re.compile(r"[^\W\d_][\w’'.&-]*[\w]|[^\W\d_]", re.UNICODE)
_START: Final = re.compile(r"(?:^|[.!?:;…。！？\n]|[-*•]\s|[\"“«(])\s*$")


_NEVER: Final = frozenset({"i", "i'm", "i've", "i'd", "i'll"})
_LIKE_A_NAME: Final = re.compile(r"\s+(?:is|was|has|had|said|says|will|would|did|does)\b")
_BEFORE_VERBS: Final = frozenset(
    "he she it that this there what who which where when how why nobody everybody someone everyone "
    "nothing something everything anything one all both neither either each life death grief loss love "
    "work home sleep time today tomorrow yesterday tonight here losing being having getting feeling "
    "saying going doing".split()
)


def facts(text: str, language: str = "en") -> Counter[str]:
    """How often each fact stands in a text, as it is written."""
    found: Counter[str] = Counter()
    rest = text
    for kind in (_CODE, _LINK, _CITATION, _QUOTE):
        for match in kind.finditer(rest):
            found[match.group().rstrip(".,;:!?")] += 1
        rest = kind.sub(lambda m: " " * len(m.group()), rest)
    for match in _NUMBER.finditer(rest):
        found["".join(match.group().split())] += 1
    for match in _WORD.finditer(rest):
        if _is_name(match, rest, language):
            found[match.group().removesuffix("'s").removesuffix("’s")] += 1
    return found


def kept(before: str, after: str, allowed: str = "", language: str = "en") -> bool:
    """Whether ``after`` has the facts of ``before``: none lost or changed, none added.

    Args:
        before: the draft.
        after: its rewrite.
        allowed: a text whose facts the rewrite may take up: the person's message.
        language: of both.
    """
    was, now = facts(before, language), facts(after, language)
    if any(now[fact] < 1 for fact in was):
        return False
    known = was.keys() | facts(allowed, language).keys()
    return all(fact in known for fact in now)


def _is_name(match: re.Match[str], text: str, language: str) -> bool:
    """Whether a word is a name: it has a capital that no rule of sentences asks for.

    A word that begins a sentence is none if it is a common word, unless it is used like a name:
    with a possessive, before a verb, or before another capital ("Mark's", "Grace was", "Hope Street").
    """
    word = match.group()
    if any(c.isupper() for c in word[1:]) and not word.lower().startswith(("i'", "i’")):
        return True
    if not word[0].isupper():
        return False
    plain = word.lower().replace("’", "'")
    if not _START.search(text[: match.start()]):
        return plain.split("'")[0] != "i"
    if plain in _NEVER:
        return False
    bare = plain.removesuffix("'s")
    if bare not in _common(language) and plain not in _common(language):
        return True
    return bool(_LIKE_A_NAME.match(text[match.end() :])) and bare not in _BEFORE_VERBS


@cache
def _common(language: str) -> frozenset[str]:
    """Words that are used without a capital; made from the authored phrases and messages of the language."""
    path = files("attunement.languages") / language / "common.txt"
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()
