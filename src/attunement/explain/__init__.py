"""Why a reply was given: a pure function of the Turn's own trace."""

from __future__ import annotations

from attunement.explain.document import reading_document, turn_document
from attunement.explain.explanation import Explanation, explain

__all__ = ["Explanation", "explain", "reading_document", "turn_document"]
