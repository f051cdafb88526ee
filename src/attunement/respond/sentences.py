"""A streamed text cut into sentences as it comes; the pieces joined are the text, to the character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LONGEST: Final = 600
"""Characters that are held back at most."""
_END: Final = re.compile(
    r"(?:(?<![\s.(][A-Za-z])(?<!^[A-Za-z])(?<!\be\.g)(?<!\bi\.e)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bvs)"
    r"(?<!\d)\.|(?<=\d\d)\.(?=\s+[A-Z])|[!?…])[\"”’')\]*_]*(?=\s)|[。！？]|(?=\n)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text; ``prose`` may be judged, anything else (code, tables) goes as it is."""

    text: str
    prose: bool = True


class Sentences:
    """Collects pieces of text and gives sentences, each as soon as it is known to be complete."""

    def __init__(self) -> None:
        self._held = ""
        self._code = False

    def feed(self, text: str) -> list[Piece]:
        """The sentences that are complete with this text."""
        self._held += text
        return self._cut(final=False)

    def finish(self) -> list[Piece]:
        """What is still held."""
        pieces = self._cut(final=True)
        if self._held:
            pieces.append(self._piece(self._held))
            self._held = ""
        return pieces

    def _cut(self, final: bool) -> list[Piece]:
        pieces: list[Piece] = []
        while (end := self._end()) is not None:
            pieces.append(self._piece(self._held[:end]))
            self._held = self._held[end:]
        if not final and len(self._held) > _LONGEST:
            pieces.append(Piece(self._held, prose=False))
            self._held = ""
        return pieces

    def _end(self) -> int | None:
        """Where the first complete sentence ends; None where none is complete."""
        start = len(self._held) - len(self._held.lstrip())
        if self._code or self._held.startswith("```", start):
            line = self._held.find("\n", start)
            return None if line < 0 else line + 1
        for match in _END.finditer(self._held, start):
            if match.end() > start and self._held.count("`", 0, match.end()) % 2 == 0:
                return match.end()
        return None

    def _piece(self, text: str) -> Piece:
        """A piece of prose, or a line of a block of code; fences open and close blocks."""
        fence = text.lstrip().startswith("```")
        inside = self._code or fence
        if fence:
            self._code = not self._code
        table = text.lstrip().startswith("|")
        return Piece(text, prose=not (inside or table or not text.strip()))
