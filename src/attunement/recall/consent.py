"""Consent by category: conversation is on by default, the rest off until accepted once."""

from __future__ import annotations

from typing import Final

from attunement.errors import UsageError
from attunement.protocols import Store

CATEGORIES: Final[dict[str, bool]] = {
    "conversation": True,
    "memory": False,
    "profile": False,
    "training": False,
}
"""Every category with its default."""


def granted(store: Store, tenant: str, person: str | None) -> tuple[str, ...]:
    """The categories that a person has granted, defaults applied."""
    decided = store.consent(tenant, person) if person else {}
    return tuple(c for c, default in CATEGORIES.items() if decided.get(c, default))


def check_category(category: str) -> str:
    """The category, if it exists.

    Raises:
        UsageError: unknown category.
    """
    if category not in CATEGORIES:
        raise UsageError(f"unknown consent category {category!r}; known: {', '.join(CATEGORIES)}")
    return category
