"""Server-sent events, as language models' servers send them.

The format is the WHATWG HTML standard, section "Interpreting an event stream"; of its fields only ``data``
matters here. No input or output of its own: bytes go in, payloads come out.
"""

from __future__ import annotations

from typing import Final

from attunement.errors import UpstreamError

MOST: Final = 8_000_000
"""Bytes of one event; more is no event of a language model."""


class Decoder:
    """Puts payloads together from pieces of a stream, cut anywhere."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[bytes] = []

    def feed(self, piece: bytes) -> list[bytes]:
        """The payloads that are complete with this piece.

        Raises:
            UpstreamError: an event is too large.
        """
        lines = (self._rest + piece).split(b"\n")
        self._rest = lines.pop()
        if len(self._rest) > MOST or sum(map(len, self._data)) > MOST:
            raise UpstreamError("the model's server sent an event of over 8 MB", code="upstream_garbage")
        done: list[bytes] = []
        for line in lines:
            self._line(line.removesuffix(b"\r"), done)
        return done

    def finish(self) -> list[bytes]:
        """What a stream that ended without a blank line still holds."""
        done: list[bytes] = []
        self._line(self._rest.removesuffix(b"\r"), done)
        self._rest = b""
        self._line(b"", done)
        return done

    def _line(self, line: bytes, done: list[bytes]) -> None:
        if not line:
            if self._data:
                done.append(b"\n".join(self._data))
                self._data = []
        elif line.startswith(b"data:"):
            self._data.append(line[5:].removeprefix(b" "))


def event(payload: bytes) -> bytes:
    """One event with a payload that holds no line break."""
    return b"data: " + payload + b"\n\n"


DONE: Final = b"[DONE]"
"""The payload that ends a stream (OpenAI API reference, "Streaming")."""
