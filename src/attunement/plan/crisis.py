"""The registry of crisis lines: what to give whom, with source and date read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

_AGE: Final = re.compile(
    r"\b(?:i['’]?m|i am|im)\s+(?:only\s+|just\s+|turning\s+)?(?:[7-9]|1[0-7])\b(?!\s*(?:%|weeks|days|"
    r"months|minutes|hours|miles|km|points|dollars|pounds|kg|lbs))", re.IGNORECASE,
)  # fmt: skip


def says_minor(texts: Iterable[str], context: Mapping[str, str]) -> bool:
    """Whether the person has said to be under 18, in the talk or through the app."""
    age = context.get("age", "")
    return (age.isdecimal() and int(age) < 18) or any(_AGE.search(t) for t in texts)


@cache
def registry() -> Mapping[str, Any]:
    """The registry by ISO 3166 country code, as it stands in ``crisis_lines.toml``."""
    text = (files("attunement.plan") / "crisis_lines.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def country(locale: str, context: Mapping[str, str]) -> str | None:
    """The country to give lines for: the app's own word first, then the region of the locale."""
    said = context.get("country", "").upper()
    if len(said) == 2:
        return said
    for part in locale.replace("_", "-").split("-")[1:]:
        if len(part) == 2 and part.isalpha():
            return part.upper()
    return None


def crisis_slots(code: str | None, kind: str) -> dict[str, str]:
    """Slots for crisis phrases: the verified line for this kind, and the emergency number.

    A country without a verified source gives no slot, so that only neutral phrases fit.
    A line of one region only is not given, because the region is not known.
    """
    entry = registry().get(code or "")
    if not entry:
        return {}
    slots: dict[str, str] = {}
    if entry.get("emergency"):
        slots["emergency"] = str(entry["emergency"])
    wanted = {"self_harm": "self_harm", "abuse": "abuse"}.get(kind)
    for line in entry.get("lines", ()):
        kinds = line.get("kinds", ())
        if wanted in kinds and "child" not in kinds and line.get("phone") and not line.get("region"):
            slots["line_name"], slots["line_phone"] = str(line["name"]), str(line["phone"])
            if line.get("hours", "unknown") != "unknown":
                slots["line_hours"] = str(line["hours"])
            break
    return slots
