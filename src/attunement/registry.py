"""Building parts by kind and name: a file of that name first, then entry points.

A built-in part of kind ``k`` is a module in the folder of that kind; its ``build(**args)`` makes it.
A stranger's part is the entry point ``name`` in the group ``attunement.k``, a callable like ``build``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any, Final, cast

from attunement.errors import UsageError

FOLDERS: Final[dict[str, str]] = {
    "critic": "attunement.check.critics",
    "store": "attunement.recall.stores",
    "backend": "attunement.respond.backends",
    "task": "attunement.evaluate.tasks",
}
"""Where the built-ins of each kind live."""


def _entry_points(kind: str) -> dict[str, Callable[[], Any]]:
    from importlib.metadata import entry_points

    return {point.name: point.load for point in entry_points(group=f"attunement.{kind}")}


def names(kind: str) -> tuple[str, ...]:
    """All names that can be built for a kind, sorted."""
    folder = importlib.import_module(_folder(kind))
    modules = pkgutil.iter_modules(folder.__path__)
    own = {m.name for m in modules if not (m.ispkg or m.name.startswith("_"))}
    return tuple(sorted(name.replace("_", "-") for name in own | _entry_points(kind).keys()))


def build(kind: str, name: str, **args: Any) -> Any:
    """Build the part ``name`` of ``kind``.

    Raises:
        UsageError: no such kind or name.
    """
    module = f"{_folder(kind)}.{name.replace('-', '_')}"
    if name.replace("-", "_").isidentifier() and not name.startswith("_"):
        try:
            found = importlib.import_module(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
        else:
            if hasattr(found, "build"):
                return cast(Callable[..., Any], found.build)(**args)
    point = _entry_points(kind).get(name)
    if point is None:
        raise UsageError(f"unknown {kind} {name!r}; known: {', '.join(names(kind))}")
    return point()(**args)


def _folder(kind: str) -> str:
    if kind not in FOLDERS:
        raise UsageError(f"unknown kind {kind!r}; known: {', '.join(sorted(FOLDERS))}")
    return FOLDERS[kind]
