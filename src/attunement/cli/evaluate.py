"""``attune evaluate``: measure on a benchmark's data."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Any

import typer

from attunement.cli.common import emit, say


def evaluate(
    task: Annotated[str, typer.Argument(help="The benchmark's name.")],
    data: Annotated[Path, typer.Option(help="Its file or folder.")],
    split: Annotated[str | None, typer.Option(help="Part of the data, where it has parts.")] = None,
    limit: Annotated[int | None, typer.Option(help="Only the first N rows.", min=1)] = None,
    turn: Annotated[int, typer.Option(help="replies: the row answered, 1 or 3.")] = 1,
    locale: Annotated[str, typer.Option(help="replies: language tag.")] = "en",
    output: Annotated[Path | None, typer.Option(help="replies: file for the replies.")] = None,
    reference: Annotated[Path | None, typer.Option(help="replies: file for the listener's lines.")] = None,
    also: Annotated[Path | None, typer.Option(help="risk: file of everyday messages (.csv, .tsv).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> None:
    """Measure on a benchmark's data; nothing is tuned on it."""
    from attunement.evaluate.run import TaskOptions, run_task

    options = TaskOptions(data, split, limit, turn, locale, output, reference, also)
    started = time.monotonic()
    result = run_task(task, options)
    document: dict[str, Any] = {
        "task": task,
        "n": result.n,
        "metrics": result.metrics,
        "seconds": round(time.monotonic() - started, 2),
    }
    if as_json:
        emit(document)
        return
    say(f"{task}: {result.n} rows, {document['seconds']} s")
    for name, value in result.metrics.items():
        say(f"  {name:32} {value}")
