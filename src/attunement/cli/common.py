"""What several commands share."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from attunement.errors import UsageError

if TYPE_CHECKING:
    from attunement.companion import Companion

_MOST: Final = 2_000_000


def text_argument(text: str) -> str:
    """The text of a command; "-" reads standard input.

    Raises:
        UsageError: the text is longer than two million characters.
    """
    if text == "-":
        text = sys.stdin.buffer.read(_MOST * 4 + 1).decode("utf-8", errors="replace")
        text = text.removesuffix("\n")
    if len(text) > _MOST:
        raise UsageError(f"the text is over {_MOST:,} characters; split it or use --input")
    return os.fsencode(text).decode("utf-8", errors="replace")


def moment(now: str | None) -> datetime | None:
    """The time given with ``--now`` (ISO 8601; local zone where none is given).

    Raises:
        UsageError: it is no time.
    """
    if now is None:
        return None
    try:
        found = datetime.fromisoformat(now)
    except ValueError:
        raise UsageError(f"--now {now!r} is no time; write it like 2026-11-24T09:30") from None
    return found if found.tzinfo else found.astimezone()


def locale_or_system(locale: str | None) -> str:
    """The locale given, else the system's (its region decides the crisis lines), else "en"."""
    if locale:
        parts = locale.replace("_", "-").split("-")
        if not (2 <= len(parts[0]) <= 3 and parts[0].isalpha()):
            raise UsageError(f"--locale {locale!r} is no language tag; write it like en-GB")
        return "-".join(parts)
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
    tag = system.split(".")[0].replace("_", "-")
    return tag if tag not in ("C", "POSIX", "") else "en"


def companion(store: str | None = None, **settings: object) -> Companion:
    """A Companion with the settings of the environment, and those that are given."""
    from attunement.companion import Companion
    from attunement.settings import load_settings

    return Companion(load_settings(store=store, **settings))


def emit(document: Any) -> None:
    """Print one JSON document on one line."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def say(text: str, end: str = "\n") -> None:
    """Print text; characters that the terminal cannot show are replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding) + end)
    sys.stdout.flush()
