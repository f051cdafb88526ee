"""Readers of the public data sets, in their publishers' formats.

Every reader raises ``DataError`` with file and row when a row cannot be read. The fitting rows are
the tenth of a training part with ``sha1("cal:" + text) % 10 == 0``: they fit thresholds, temperature
and conformal quantiles and never train weights.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from attunement.errors import DataError
from attunement.vocabulary import EMOTIONS, FEELINGS


def is_fitting(text: str) -> bool:
    """Whether a training row belongs to the tenth that fits thresholds and calibration."""
    return int(hashlib.sha1(f"cal:{text}".encode()).hexdigest(), 16) % 10 == 0


def is_dev(text: str) -> bool:
    """Whether a row of a set without a dev part belongs to the tenth that is read and never learnt from."""
    return int(hashlib.sha1(f"dev:{text}".encode()).hexdigest(), 16) % 10 == 0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its gold label ids (one or several) of one closed set."""

    text: str
    labels: tuple[int, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A text with gold scores (EmoBank: valence, arousal, dominance, each 1 to 5)."""

    text: str
    scores: tuple[float, ...]


def _open(path: Path) -> Path:
    if not path.is_file():
        raise DataError(f"{path}: no such file; give the path of the data with --data")
    return path


def read_goemotions(path: Path) -> list[Labelled]:
    """Read a GoEmotions TSV: text, comma-separated label ids (order of ``EMOTIONS``), comment id."""
    rows: list[Labelled] = []
    with _open(path).open(encoding="utf-8", newline="") as lines:
        for number, line in enumerate(lines, 1):
            parts = line.rstrip("\r\n").split("\t")
            try:
                ids = tuple(int(i) for i in parts[1].split(","))
                if any(i not in range(len(EMOTIONS)) for i in ids):
                    raise ValueError
            except (IndexError, ValueError):
                raise DataError(f"{path}:{number}: expected 'text<TAB>label ids 0-27<TAB>id'") from None
            rows.append(Labelled(parts[0], ids))
    if not rows:
        raise DataError(f"{path}: the file has no rows")
    return rows


def read_csv(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield ``(line number, row)`` of a CSV file that must have the named columns."""
    with _open(path).open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = [c for c in columns if c not in (reader.fieldnames or ())]
        if missing:
            raise DataError(f"{path}: column {', '.join(missing)} is missing")
        try:
            for row in reader:
                if any(row[c] is None for c in columns):
                    raise DataError(f"{path}:{reader.line_num}: the row has too few columns")
                yield reader.line_num, row
        except (csv.Error, UnicodeDecodeError) as error:
            raise DataError(f"{path}:{reader.line_num}: {error}") from None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One EmpatheticDialogues talk: its situation text, gold feeling id, and utterances in order."""

    id: str
    feeling: int
    situation: str
    utterances: tuple[str, ...]


def read_dialogues(path: Path) -> list[Dialogue]:
    """Read an EmpatheticDialogues CSV (``utterance_idx`` 0 is the situation)."""
    found: dict[str, tuple[int, dict[int, str]]] = {}
    for number, row in read_csv(path, ("conv_id", "emotion", "utterance_idx", "text")):
        if row["emotion"] not in FEELINGS:
            raise DataError(f"{path}:{number}: unknown emotion {row['emotion']!r}")
        if not row["utterance_idx"].isdecimal():
            raise DataError(f"{path}:{number}: utterance_idx is not a number")
        talk = found.setdefault(row["conv_id"], (FEELINGS.index(row["emotion"]), {}))
        talk[1][int(row["utterance_idx"])] = row["text"]
    if not found:
        raise DataError(f"{path}: the file has no rows")
    return [
        Dialogue(key, feeling, texts.get(0, ""), tuple(texts[i] for i in sorted(texts) if i))
        for key, (feeling, texts) in found.items()
    ]


def read_emobank(path: Path) -> list[Scored]:
    """Read an EmoBank CSV with columns V, A, D (1 to 5) and text."""
    rows: list[Scored] = []
    for number, row in read_csv(path, ("V", "A", "D", "text")):
        try:
            rows.append(Scored(row["text"], (float(row["V"]), float(row["A"]), float(row["D"]))))
        except ValueError:
            raise DataError(f"{path}:{number}: V, A and D must be numbers") from None
    if not rows:
        raise DataError(f"{path}: the file has no rows")
    return rows


@dataclass(frozen=True, slots=True)
class Tree:
    """One dependency tree: words, fine tags, head index (-1 for the root) and relation of each."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    text: str


def read_conllu(path: Path) -> list[Tree]:
    """Read Universal Dependencies trees (CoNLL-U); sub-typed relations keep their main type."""
    trees: list[Tree] = []
    text, rows = "", list[list[str]]()
    with _open(path).open(encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line[9:]
            elif line and not line.startswith("#"):
                cells = line.split("\t")
                if cells[0].isdecimal():
                    rows.append(cells)
            elif not line and rows:
                trees.append(
                    Tree(
                        tuple(r[1] for r in rows),
                        tuple(r[4] for r in rows),
                        tuple(int(r[6]) - 1 for r in rows),
                        tuple(r[7].split(":")[0] if r[7] != "nmod:poss" else r[7] for r in rows),
                        text,
                    )
                )
                rows = []
    if not trees:
        raise DataError(f"{path}: no trees found; is it a CoNLL-U file?")
    return trees


def read_jsonl(path: Path) -> list[dict[str, object]]:
    """Read one JSON object a line; blank lines are skipped."""
    rows: list[dict[str, object]] = []
    with _open(path).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise DataError(f"{path}:{number}: not JSON: {error}") from None
            if not isinstance(row, dict):
                raise DataError(f"{path}:{number}: expected a JSON object")
            rows.append(row)
    return rows
