"""The forms that a phrase needs to speak of ``who`` in a frame: pronouns, and verbs that agree.

Singular "they" takes the verbs of several ("they are"), while the person named takes those of one
("your friend is"); so there are forms after the pronoun and forms after ``who``.
"""

from __future__ import annotations

from typing import Final

from attunement.perceive.lexicon import lexicon
from attunement.turn import Frame, Pronoun

_FORMS: Final[dict[Pronoun, tuple[str, str]]] = {
    "he": ("him", "his"),
    "she": ("her", "her"),
    "it": ("it", "its"),
    "they": ("them", "their"),
}
_ONE: Final = {"is": "is", "was": "was", "has": "has", "s": "s"}
_SEVERAL: Final = {"is": "are", "was": "were", "has": "have", "s": ""}


FORM_SLOTS: Final = (
    "they", "them", "their", "They", "Their", *_ONE, *(f"who_{form}" for form in _ONE),
)  # fmt: skip
"""Names of the forms that a phrase may ask for."""


def pronoun_forms(frame: Frame, language: str = "en") -> dict[str, str]:
    """The forms of the pronoun and of the verbs beside it, for the ``who`` of a frame.

    Args:
        frame: the frame; without a pronoun the forms of "they" are given.
        language: the pack that knows which nouns mean several.

    Returns:
        ``they``, ``them``, ``their``, ``They``, ``Their``; ``is``, ``was``, ``has``, ``s`` as they stand
        after the pronoun ("she is", "they have"); ``who_is``, ``who_was``, ``who_has``, ``who_s`` as
        they stand after ``who`` ("your friend is", "your parents are"). ``s`` is the ending of a
        present tense ("she need{s}").
    """
    pronoun: Pronoun = frame.pronoun or "they"
    them, their = _FORMS[pronoun]
    after_pronoun = _SEVERAL if pronoun == "they" else _ONE
    after_who = _SEVERAL if means_several(frame, language) else _ONE
    return {
        "they": pronoun,
        "them": them,
        "their": their,
        "They": pronoun.capitalize(),
        "Their": their.capitalize(),
        **after_pronoun,
        **{f"who_{form}": word for form, word in after_who.items()},
    }


def means_several(frame: Frame, language: str = "en") -> bool:
    """Whether ``who`` means several ("your parents", "your mom and dad")."""
    if frame.pronoun not in (None, "they") or not frame.who:
        return False
    last = frame.who.rsplit(" ", 1)[-1].lower()
    return " and " in frame.who or not {last, frame.relation}.isdisjoint(lexicon(language).plural)
