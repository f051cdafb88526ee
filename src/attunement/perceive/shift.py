"""The shift of person: what someone said, turned to be said to them.

"my boss fired me" becomes "your boss fired you". Agreement follows the subject that the parse gives;
quoted speech stays as it was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attunement.perceive.syntax import Word

_FIRST: Final = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "we": "you",
    "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves", "i'm": "you're",
    "im": "you're", "i've": "you've", "ive": "you've", "i'd": "you'd", "i'll": "you'll",
    "ill": "you'll", "we're": "you're", "we've": "you've", "weve": "you've", "we'd": "you'd",
    "we'll": "you'll", "let's": "let's", "am": "are", "imma": "you're gonna", "'m": "'re",
    "meself": "yourself", "id": "you'd", "amn't": "aren't",
}  # fmt: skip
_SECOND: Final = {
    "your": "my", "yours": "mine", "yourself": "myself", "you're": "I'm", "youre": "I'm",
    "you've": "I've", "youve": "I've", "you'd": "I'd", "you'll": "I'll", "youll": "I'll",
    "ur": "my", "u": "I", "ya": "me",
}  # fmt: skip
_SUBJECT_I: Final = {"i", "we"}
_WAS: Final = {"was": "were", "wasn't": "weren't", "wasnt": "weren't"}
_ARE_TO_AM: Final = {
    "are": "am", "were": "was", "aren't": "am not", "weren't": "wasn't", "arent": "am not",
    "werent": "wasn't",
}  # fmt: skip
_BARE: Final = {
    "dont": "don't", "cant": "can't", "wont": "won't", "didnt": "didn't", "isnt": "isn't",
    "doesnt": "doesn't", "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't",
    "havent": "haven't", "hasnt": "hasn't", "hadnt": "hadn't", "arent": "aren't",
    "wasnt": "wasn't", "werent": "weren't",
}  # fmt: skip
_ADVERBS: Final = frozenset(
    "really so just also always never still even already actually only both all not too now then "
    "almost probably honestly literally seriously".split()
)
_EXCLAIMED: Final = frozenset({"god", "gosh", "goodness", "lord", "gawd"})
_QUOTED: Final = re.compile(r"\"[^\"]*\"|“[^”]*”")
_CONTRACTED: Final = frozenset({"id", "ill", "ive", "im"})


def _subject(words: Sequence[Word], index: int) -> int | None:
    """Index of the subject of the verb at ``index``, by the parse, then by neighbourhood."""
    anchors = [index, words[index].head]
    seen: set[int] = set()
    while anchors:
        anchor = anchors.pop(0)
        if anchor < 0 or anchor in seen:
            continue
        seen.add(anchor)
        subjects = [
            i
            for i, w in enumerate(words)
            if w.head == anchor and w.relation in ("nsubj", "expl", "csubj") and i != index
        ]
        before = [i for i in subjects if i < index]
        if before:
            return before[-1]
        if subjects:
            return subjects[0]
        if words[anchor].relation == "conj":
            anchors.append(words[anchor].head)
    return None


def _neighbour(words: Sequence[Word], index: int, step: int) -> Word | None:
    """The nearest word that is no adverb, to the left (-1) or right (1)."""
    i = index + step
    while 0 <= i < len(words) and words[i].lower in _ADVERBS:
        i += step
    return words[i] if 0 <= i < len(words) else None


def _is_i_subject(words: Sequence[Word], index: int) -> bool:
    """Whether the subject of the verb at ``index`` is the speaker (alone or coordinated)."""
    left, right = _neighbour(words, index, -1), _neighbour(words, index, 1)
    if left and (left.lower in ("i", "we") or _after_aside(words, index)):
        return True
    if left and left.tag.startswith(("NN", "PRP", "DT", "WDT")) and left.lower not in ("me",):
        return left.lower == "myself"
    if right and right.lower in ("i", "we"):
        return True
    subject = _subject(words, index)
    if subject is None or words[subject].lower not in ("i", "im", "i'm", "ive", "i've", "we"):
        return False
    return not _has_verb(words, subject, index)


def _after_aside(words: Sequence[Word], index: int) -> bool:
    """Whether the verb goes on after an aside: "I, who never cry, was ..."."""
    commas = [i for i in range(index) if words[i].text == ","]
    if len(commas) < 2 or commas[-1] != index - 1 or not commas[-2]:
        return False
    return words[commas[-2] - 1].lower in ("i", "we")


def _has_verb(words: Sequence[Word], subject: int, index: int) -> bool:
    """Whether a subject has a verb already, so that the one at ``index`` is another's.

    "What I was afraid of was ...": no "and", comma or new clause stands between the two verbs.
    """
    between = words[subject + 1 : index]
    if any(w.tag in ("CC", ",", ":") or w.text in ",;:" for w in between):
        return False
    return any(w.tag in ("VBD", "VBP", "VBZ", "MD") for w in between)


def _you_is_subject(words: Sequence[Word], index: int) -> bool:
    """Whether "you" at ``index`` is a subject ("I" for the assistant) or an object ("me")."""
    left, right = _neighbour(words, index, -1), _neighbour(words, index, 1)
    if right is None or not right.text[0].isalnum():
        return bool(left and left.tag in ("MD",) and words[index].relation == "nsubj")
    if left and left.tag in ("IN", "TO") and words[index].relation != "nsubj":
        return False
    if words[index].relation in ("obj", "iobj", "obl", "nmod"):
        return bool(right.tag in ("MD", "VBP", "VBD") and not (left and left.tag.startswith("VB")))
    if words[index].relation.startswith(("nsubj", "expl")):
        return True
    return right.tag in ("MD", "VBP", "VBD", "VB", "RB")


def _case(original: str, new: str) -> str:
    """Keep shouting: "MY" becomes "YOUR"; a single capital "I" is not shouting."""
    letters = [c for c in original if c.isalpha()]
    return new.upper() if len(letters) > 1 and all(c.isupper() for c in letters) else new


def _turn_word(words: Sequence[Word], i: int, shouting: bool) -> str:
    word = words[i]
    lower = word.lower
    if lower in _WAS:
        return _case(word.text, _WAS[lower]) if _is_i_subject(words, i) else word.text
    if lower in _ARE_TO_AM and _subject_is_you(words, i):
        return _case(word.text, _ARE_TO_AM[lower])
    if lower == "you" or lower == "u":
        return "I" if _you_is_subject(words, i) else "me"
    if word.text == "US" and not shouting:
        return word.text
    if lower == "my" and i + 1 < len(words) and words[i + 1].lower in _EXCLAIMED:
        return word.text
    if lower == "mine" and i and words[i - 1].tag.startswith(("NN", "DT", "JJ")):
        return word.text
    if lower in _CONTRACTED and not _is_contraction(words, i):
        return word.text
    if lower in _FIRST:
        return _FIRST[lower].upper() if shouting else _case(word.text, _FIRST[lower])
    if lower in _SECOND:
        return _SECOND[lower]
    if lower in _BARE:
        return _case(word.text, _BARE[lower])
    return word.text


def _is_contraction(words: Sequence[Word], i: int) -> bool:
    """Whether a bare "im", "ive", "id", "ill" stands for "I am" and so on."""
    lower = words[i].lower
    if lower in ("im", "ive"):
        return True
    right = _neighbour(words, i, 1)
    left = words[i - 1].lower if i else ""
    if left in ("my", "an", "the", "your", "feel", "is", "was", "so", "very", "been"):
        return False
    return bool(right and right.tag in ("VB", "VBN", "VBP", "RB", "VBD"))


def _subject_is_you(words: Sequence[Word], index: int) -> bool:
    left, right = _neighbour(words, index, -1), _neighbour(words, index, 1)
    if left and left.lower in ("you", "u"):
        before = words.index(left)
        return not (before and words[before - 1].tag in ("IN",) and left.relation != "nsubj")
    return bool(right and right.lower in ("you", "u") and index == 0) or bool(
        right and right.lower in ("you", "u") and left and left.tag in ("WRB", "WP", "CC", ",")
    )


def shift_words(words: Sequence[Word], text: str, start: int = 0, end: int | None = None) -> str:
    """The words ``start`` to ``end`` of a text, turned, with the text's own spacing kept."""
    end = len(words) if end is None else end
    if start >= end:
        return ""
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    caps = [w for w in words if w.text.isalpha() and len(w.text) > 1]
    shouting = len(caps) > 1 and all(w.text.isupper() for w in caps)
    out: list[str] = []
    skip_to = -1
    for i in range(start, end):
        if i < skip_to:
            continue
        word = words[i]
        if i > start and word.start > words[i - 1].end:
            out.append(" ")
        if any(a < word.start and word.end < b for a, b in quoted):
            out.append(word.text)
            continue
        out.append(_turn_word(words, i, shouting))
    return _reorder(_tidy("".join(out)))


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


_AND_YOU: Final = re.compile(r"\b((?:your|the|a|an) (?:\w+ ){0,2}?\w+|[A-Z]\w+) and (you)\b(?!r)", re.UNICODE)


def _reorder(text: str) -> str:
    """Politeness: "your wife and you" reads better as "you and your wife"."""
    return _AND_YOU.sub(_you_first, text)


def _you_first(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip()
    if before.endswith(",") or _VERBS & set(match.group(1).lower().split()):
        return match.group(0)
    return f"you and {match.group(1)}"


_VERBS: Final = frozenset("is was are were has had have did does do said got went left".split())


def shift_clause(words: Sequence[Word], text: str) -> str:
    """A whole sentence turned: no final punctuation, lower-case start unless a name or "I"."""
    end = len(words)
    while end and not any(c.isalnum() for c in words[end - 1].text):
        if words[end - 1].text in "\"”'" or not words[end - 1].text.isascii():
            break
        end -= 1
    out = shift_words(words, text, 0, end)
    if out and words and not words[0].tag.startswith("NNP") and not _keeps_capital(out):
        out = out[0].lower() + out[1:]
    return out


def _keeps_capital(text: str) -> bool:
    first = text.split(" ", 1)[0]
    return first.split("'")[0] == "I" or (len(first) > 1 and first.isupper())
