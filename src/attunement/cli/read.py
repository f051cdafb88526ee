"""``attune read``: one message, or a whole file."""

from __future__ import annotations

import csv
import importlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Final, cast

import typer

from attunement.cli.common import emit, say, text_argument
from attunement.errors import DataError, MissingExtraError, UsageError
from attunement.turn import Reading

_BATCH: Final = 256
_FLAT: Final = (
    "language", "sentiment", "emotion", "emotion_probability", "feeling", "situation", "need", "intent",
    "valence", "arousal", "dominance", "intensity", "risk_kind", "risk_level",
)  # fmt: skip


def read(
    text: Annotated[str | None, typer.Argument(help="The message, or - for standard input.")] = None,
    source: Annotated[Path | None, typer.Option("--input", help="File: .jsonl, .csv, .parquet.")] = None,
    output: Annotated[Path | None, typer.Option("--output", help="File to write.")] = None,
    column: Annotated[str, typer.Option(help="Column or key that holds the text.")] = "text",
    engine: Annotated[str, typer.Option(help="local or ray.")] = "local",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Read feeling, need, situation and risk in a message or a file."""
    if (text is None) == (source is None):
        raise UsageError("give either a text or --input FILE")
    if source is not None:
        if output is None:
            raise UsageError("--input needs --output FILE")
        _bulk(source, output, column, engine)
        return
    assert text is not None
    from attunement.explain import reading_document
    from attunement.perceive.perceiver import Perceiver

    message = text_argument(text)
    reading = Perceiver().read([message])[0]
    if as_json:
        emit({"schema": 1, "text": message, "reading": reading_document(reading)})
        return
    _print(reading, message)


def _print(reading: Reading, message: str) -> None:
    from attunement.explain import explain
    from attunement.turn import Turn

    for line in explain(Turn("read", message, reading=reading)).read:
        say(line)


def _bulk(source: Path, output: Path, column: str, engine: str) -> None:
    if engine == "ray":
        raise MissingExtraError("--engine ray", "ray")
    if engine != "local":
        raise UsageError(f"unknown engine {engine!r}; known: local, ray")
    kinds = (source.suffix, output.suffix)
    if any(k not in (".jsonl", ".csv", ".parquet") for k in kinds):
        raise UsageError("--input and --output must end in .jsonl, .csv or .parquet")
    if not source.is_file():
        raise DataError(f"{source}: no such file")
    if output.resolve() == source.resolve():
        raise UsageError("--output must not be the input file")
    from attunement.perceive.perceiver import Perceiver

    rows = _rows(source, column)
    perceiver = Perceiver(threads=os.cpu_count() or 1)
    part = output.with_name(output.name + ".part")
    if output.suffix == ".parquet":
        _write_parquet(output, part, _read_all(rows, perceiver, column, 0))
        return
    done = _finished_rows(part)
    total = sum(1 for _ in _rows(source, column))
    try:
        with part.open("a", encoding="utf-8", errors="backslashreplace", newline="") as out:
            writer = _Writer(out, output.suffix, header=out.tell() == 0)
            for number, (row, reading) in enumerate(
                _read_all(islice(rows, done, None), perceiver, column, done), done + 1
            ):
                writer.write(row, reading)
                _progress(number, total)
    except OSError as error:
        raise DataError(
            f"{part}: {error.strerror}; what was read is kept, run the same command again to go on"
        ) from None
    os.replace(part, output)


def _read_all(
    rows: Iterable[dict[str, Any]], perceiver: Any, column: str, start: int
) -> Iterator[tuple[dict[str, Any], Reading]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, _BATCH)):
        yield from zip(batch, perceiver.read([str(r[column]) for r in batch]), strict=True)


def _rows(source: Path, column: str) -> Iterator[dict[str, Any]]:
    if source.suffix == ".parquet":
        yield from _parquet_rows(source, column)
        return
    try:
        with source.open(encoding="utf-8-sig", newline="") as lines:
            if source.suffix == ".csv":
                reader = csv.DictReader(lines)
                if column not in (reader.fieldnames or ()):
                    raise DataError(f"{source}: there is no column {column!r}; choose one with --column")
                for row in reader:
                    if None in row or row[column] is None:
                        raise DataError(f"{source}:{reader.line_num}: wrong number of columns")
                    yield row
                return
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _json_row(source, number, line, column)
    except UnicodeDecodeError as error:
        raise DataError(f"{source}: not UTF-8 at byte {error.start}") from None
    except csv.Error as error:
        raise DataError(f"{source}: {error}; long texts fit in .jsonl") from None


def _json_row(source: Path, number: int, line: str, column: str) -> dict[str, Any]:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DataError(f"{source}:{number}: not JSON: {error}") from None
    if not isinstance(row, dict) or not isinstance(cast("dict[str, Any]", row).get(column), str):
        raise DataError(f"{source}:{number}: expected an object with a text under {column!r}")
    return cast("dict[str, Any]", row)


def _parquet() -> Any:
    try:
        return importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise MissingExtraError(".parquet files", "data") from None


def _parquet_rows(source: Path, column: str) -> Iterator[dict[str, Any]]:
    parquet = _parquet()
    try:
        file = parquet.ParquetFile(source)
    except Exception as error:
        raise DataError(f"{source}: not a readable parquet file: {error}") from None
    if column not in file.schema_arrow.names:
        raise DataError(f"{source}: there is no column {column!r}; choose one with --column")
    for batch in file.iter_batches():
        yield from batch.to_pylist()


def _write_parquet(output: Path, part: Path, rows: Iterator[tuple[dict[str, Any], Reading]]) -> None:
    parquet = _parquet()
    table: Any = importlib.import_module("pyarrow").Table.from_pylist(
        [{**row, **flat(reading, row)} for row, reading in rows]
    )
    parquet.write_table(table, part)
    os.replace(part, output)


def flat(reading: Reading, row: dict[str, Any] | None = None) -> dict[str, Any]:
    """The chief values of a Reading as flat columns; a name that the row has gets "read_" before it."""
    emotion = reading.emotions[0]
    values = (
        reading.language, reading.sentiment, emotion.label, emotion.probability,
        reading.feelings[0].label, reading.situation.label, reading.need.label, reading.intent.label,
        reading.valence, reading.arousal, reading.dominance, reading.intensity, reading.risk.kind,
        reading.risk.level,
    )  # fmt: skip
    named = dict(zip(_FLAT, values, strict=True))
    return {f"read_{k}" if row and k in row else k: v for k, v in named.items()}


class _Writer:
    """Writes rows with their readings as JSON lines or CSV."""

    def __init__(self, out: Any, suffix: str, header: bool) -> None:
        self._out = out
        self._json = suffix == ".jsonl"
        self._csv: csv.DictWriter[str] | None = None
        self._header = header

    def write(self, row: dict[str, Any], reading: Reading) -> None:
        """Write one row whole."""
        if self._json:
            from attunement.explain import reading_document

            line = json.dumps({**row, "reading": reading_document(reading)}, ensure_ascii=False)
            self._out.write(line + "\n")
            return
        values = flat(reading, row)
        if self._csv is None:
            self._csv = csv.DictWriter(self._out, [*row, *values])
            if self._header:
                self._csv.writeheader()
        self._csv.writerow({**row, **values})


def _finished_rows(part: Path) -> int:
    """Whole rows that an interrupted run left; a torn last line is cut off."""
    if not part.is_file():
        return 0
    data = part.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    while part.name.endswith(".csv.part") and whole.count(b'"') % 2:  # a line break inside a text
        whole = whole[: whole.rfind(b"\n", 0, -1) + 1]
    if len(whole) != len(data):
        part.write_bytes(whole)
    if part.name.endswith(".csv.part"):
        with part.open(encoding="utf-8", newline="") as lines:
            return max(0, sum(1 for _ in csv.reader(lines)) - 1)
    return whole.count(b"\n")


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() and (done % _BATCH == 0 or done == total):
        filled = int(30 * done / max(1, total))
        end = "\n" if done == total else ""
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}{end}")
