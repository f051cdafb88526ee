"""Readers of smaller public sets: intents, tone, safety of replies, causes in dialogues.

Every reader raises ``DataError`` with file and row when a row cannot be read. Nothing here needs torch.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from attunement.errors import DataError
from attunement.learn.data import Scored, read_csv

T = TypeVar("T")


class Utterance(NamedTuple):
    """A text with the name of its intent; ``place`` is its file and row, for messages."""

    text: str
    intent: str
    place: str


def read_json(path: Path) -> Any:
    """One JSON document.

    Raises:
        DataError: the file is missing or not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; give the path of the data with --data") from None
    except json.JSONDecodeError as error:
        raise DataError(f"{path}:{error.lineno}: not JSON: {error.msg}") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 at byte {error.start}") from None


def numbered_json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield ``(line number, object)`` of a file with one JSON object a line; blank lines are skipped."""
    if not path.is_file():
        raise DataError(f"{path}: no such file; give the path of the data with --data")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row: Any = json.loads(line)
            except ValueError as error:
                raise DataError(f"{path}:{number}: not JSON: {error}") from None
            if not isinstance(row, dict):
                raise DataError(f"{path}:{number}: expected a JSON object")
            yield number, cast("dict[str, Any]", row)


def read_clinc(path: Path) -> dict[str, list[Utterance]]:
    """CLINC150's JSON: utterances by part; what is out of scope has the intent "oos".

    Raises:
        DataError: the file is missing, or a row is no pair of text and intent.
    """
    raw = read_json(path)
    if not isinstance(raw, dict):
        raise DataError(f"{path}: not a CLINC150 file (a JSON object of lists of [text, intent])")
    parts: dict[str, list[Utterance]] = {}
    for part, rows in cast("dict[str, Any]", raw).items():
        if not isinstance(rows, list):
            raise DataError(f"{path}: {part}: expected a list of [text, intent]")
        found = parts.setdefault(part, [])
        for number, row in enumerate(cast("list[Any]", rows), 1):
            match row:
                case [str(text), str(intent)]:
                    found.append(Utterance(text, intent, f"{path}: {part} row {number}"))
                case _:
                    raise DataError(f"{path}: {part} row {number}: expected [text, intent]")
    return parts


def read_banking(path: Path) -> list[Utterance]:
    """BANKING77's CSV with columns text and category."""
    rows = [
        Utterance(r["text"], r["category"], f"{path}:{n}") for n, r in read_csv(path, ("text", "category"))
    ]
    return _some(path, rows)


def read_tydip(path: Path) -> list[Scored]:
    """TyDiP's CSV with columns sentence and score (politeness, about -3 to 3)."""
    rows: list[Scored] = []
    for number, row in read_csv(path, ("sentence", "score")):
        try:
            rows.append(Scored(row["sentence"], (float(row["score"]),)))
        except ValueError:
            raise DataError(f"{path}:{number}: score must be a number") from None
    return _some(path, rows)


def read_isarcasm(path: Path) -> list[tuple[str, int]]:
    """The CSV of iSarcasmEval: texts (column tweet, in test files text) and 1 where sarcastic, else 0.

    Rows without a text are left out, as the publishers' own file has one.
    """
    rows: list[tuple[str, int]] = []
    for number, row in read_csv(path, ("sarcastic",)):
        text = row.get("tweet", row.get("text"))
        if text is None:
            raise DataError(f"{path}: column tweet (or text) is missing")
        if row["sarcastic"] not in ("0", "1"):
            raise DataError(f"{path}:{number}: sarcastic must be 0 or 1")
        if text:
            rows.append((text, int(row["sarcastic"])))
    return _some(path, rows)


@dataclass(frozen=True, slots=True)
class Pair:
    """A message, a reply to it, the kind of danger it was collected for, and whether the reply is unsafe."""

    context: str
    reply: str
    category: str
    unsafe: bool


def read_diasafety(path: Path) -> list[Pair]:
    """DiaSafety's JSON: a list of objects with context, response, category and label (Safe or Unsafe)."""
    raw = read_json(path)
    if not isinstance(raw, list):
        raise DataError(f"{path}: expected a JSON list of objects")
    rows: list[Pair] = []
    for number, row in enumerate(cast("list[Any]", raw), 1):
        match row:
            case {
                "context": str(context), "response": str(reply), "category": str(category),
                "label": ("Safe" | "Unsafe") as label,
            }:  # fmt: skip
                rows.append(Pair(context, reply, category, label == "Unsafe"))
            case _:
                raise DataError(
                    f"{path}: row {number}: expected context, response, category and a label Safe or Unsafe"
                )
    return _some(path, rows)


@dataclass(frozen=True, slots=True)
class CausePair:
    """An utterance that is a cause of a feeling, and the spans in it that say so.

    Attributes:
        text: the utterance that holds the cause.
        emotion: of the utterance whose feeling it caused.
        spans: code-point offsets; empty where the annotated words do not stand in the utterance.
        own: whether the feeling is that of the same utterance.
        place: file, dialogue and turn of the target.
    """

    text: str
    emotion: str
    spans: tuple[tuple[int, int], ...]
    own: bool
    place: str


def read_reccon(path: Path) -> list[CausePair]:
    """RECCON's JSON of dialogues: one row for each target with a feeling and each utterance that caused it.

    Causes that lie outside the dialogue ("b") have no words and are left out.
    """
    raw = read_json(path)
    if not isinstance(raw, dict):
        raise DataError(f"{path}: not a RECCON file (a JSON object of dialogues)")
    rows: list[CausePair] = []
    for key, talks in cast("dict[str, Any]", raw).items():
        try:
            for talk in talks:
                lines = {int(u["turn"]): str(u["utterance"]) for u in talk}
                for line in talk:
                    rows += _cause_pairs(line, lines, f"{path}: {key} turn {line['turn']}")
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(f"{path}: {key}: expected turn, utterance and emotion: {error!r}") from None
    return _some(path, rows)


def _cause_pairs(line: dict[str, Any], lines: dict[int, str], place: str) -> list[CausePair]:
    if line["emotion"] == "neutral":
        return []
    evidence = line.get("expanded emotion cause evidence", [])
    spans = line.get("expanded emotion cause span", [])
    if len(evidence) != len(spans):
        raise DataError(f"{place}: as many cause spans as pieces of evidence are expected")
    found: dict[int, list[tuple[int, int]]] = {}
    for number, words in zip(evidence, spans, strict=True):
        if not str(number).isdecimal():
            continue
        if int(number) not in lines:
            raise DataError(f"{place}: there is no turn {number} that could be its evidence")
        at = locate(str(words), lines[int(number)])
        found.setdefault(int(number), []).extend([at] if at else [])
    return [
        CausePair(lines[n], str(line["emotion"]), tuple(at), n == int(line["turn"]), place)
        for n, at in found.items()
    ]


def locate(words: str, text: str) -> tuple[int, int] | None:
    """Where some words stand in a text, whatever the spaces and the case; None where they do not."""
    parts = words.split()
    if not parts:
        return None
    match = re.search(r"\s*".join(re.escape(p) for p in parts), text, re.IGNORECASE)
    return match.span() if match else None


def _some(path: Path, rows: list[T]) -> list[T]:
    if not rows:
        raise DataError(f"{path}: the file has no rows")
    return rows
