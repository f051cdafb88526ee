"""Fluent files whose messages are parsed one at a time, when they are first shown.

Parsing a whole file costs a third of a millisecond a message; a reply needs two or three. So a file is
split at its message names, and only the entries that are shown go through the Fluent parser. A file
with terms is given to the parser whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Final, cast

from attunement.errors import ModelError

_ENTRY: Final = re.compile(r"^([a-zA-Z][\w-]*)[ \t]*=", re.MULTILINE)
_TERM: Final = re.compile(r"^-[a-zA-Z]", re.MULTILINE)


class FluentTexts:
    """The messages of one language, by file (without ``.ftl``) and id.

    Args:
        folder: where the ``.ftl`` files lie.
        language: BCP 47, for plurals and numbers.
    """

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._lock = Lock()
        self._raw: dict[str, dict[str, tuple[int, str]]] = {}
        self._bundles: dict[str, Any] = {}

    def text(self, file: str, id: str, slots: Mapping[str, str]) -> str:
        """The sentence with its slots filled, first letter upper case.

        Raises:
            ModelError: the file or the message is missing or broken, or a slot has no value.
        """
        with self._lock:
            pattern = self._pattern(file, id)
            out, errors = cast(
                "tuple[str, list[Exception]]", self._bundles[file].format_pattern(pattern, dict(slots))
            )
        if errors:
            raise ModelError(f"phrase {id}: {errors[0]}")
        return out[:1].upper() + out[1:]

    def ids(self, file: str) -> tuple[str, ...]:
        """The ids in a file, in order."""
        with self._lock:
            return tuple(self._entries(file))

    def _entries(self, file: str) -> dict[str, tuple[int, str]]:
        if file not in self._raw:
            path = self._folder / f"{file}.ftl"
            try:
                source = path.read_text(encoding="utf-8")
            except OSError:
                raise ModelError(f"phrase file {path.name} is missing; reinstall") from None
            starts = list(_ENTRY.finditer(source))
            ends = [m.start() for m in starts[1:]] + [len(source)]
            self._raw[file] = {
                m.group(1): (source.count("\n", 0, m.start()) + 1, source[m.start() : end])
                for m, end in zip(starts, ends, strict=True)
            }
            self._bundles[file] = self._bundle(source if _TERM.search(source) else "")
        return self._raw[file]

    def _bundle(self, source: str) -> Any:
        from fluent.runtime import FluentBundle, FluentResource

        bundle = FluentBundle([self._language], use_isolating=False)
        if source:
            bundle.add_resource(FluentResource(source))
        return bundle

    def _pattern(self, file: str, id: str) -> Any:
        entry = self._entries(file).get(id)
        if entry is None:
            raise ModelError(f"{file}.ftl has no phrase {id}")
        bundle = self._bundles[file]
        if not bundle.has_message(id):
            from fluent.runtime import FluentResource

            bundle.add_resource(FluentResource(entry[1]))
        if not bundle.has_message(id):
            raise ModelError(f"{file}.ftl:{entry[0]}: phrase {id} is not valid Fluent")
        return bundle.get_message(id).value
