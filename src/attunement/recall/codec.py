"""How words become the ``payload`` of a record. The identity codec writes plain JSON bytes."""

from __future__ import annotations

from typing import Protocol


class Codec(Protocol):
    """Encodes and decodes payloads; ``key_id`` names the key that a payload needs."""

    key_id: str

    def encode(self, tenant: str, person: str | None, data: bytes) -> bytes:
        """Bytes to keep."""
        ...

    def decode(self, tenant: str, person: str | None, data: bytes) -> bytes:
        """Bytes as they were given."""
        ...


class IdentityCodec:
    """Keeps payloads as they are."""

    key_id: str = "none"

    def encode(self, tenant: str, person: str | None, data: bytes) -> bytes:
        """Return ``data``."""
        return data

    def decode(self, tenant: str, person: str | None, data: bytes) -> bytes:
        """Return ``data``."""
        return data
