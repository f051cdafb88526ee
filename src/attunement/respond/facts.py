"""What a text states, as far as a rewrite must not touch it: numbers, names, code, citations.

Tone and facts are separate: a rewrite that loses, changes or adds a fact is refused. The extraction errs
on the side of finding too much, because a refused rewrite costs little and a changed dose or name much.
"""

from __future__ import annotations

import re
import tomllib
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
    """Whether a word is a name: it has a capital that no rule of sentences asks for."""
    word = match.group()
    if any(c.isupper() for c in word[1:]) and not word.lower().startswith(("i'", "i’")):
        return True
    if not word[0].isupper():
        return False
    plain = word.lower().replace("’", "'")
    if not _START.search(text[: match.start()]):
        return plain.split("'")[0] != "i"
    return plain not in _openers(language) and plain.removesuffix("'s") not in _openers(language)


@cache
def _openers(language: str) -> frozenset[str]:
    path = files("attunement.languages") / language / "facts.toml"
    if not path.is_file():
        return frozenset({"i"})
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["openers"].split())
