"""Running a benchmark by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from attunement.errors import DataError
from attunement.registry import build


@dataclass(frozen=True, slots=True)
class TaskOptions:
    """What the command line gives a task."""

    data: Path
    split: str | None = None
    limit: int | None = None
    turn: int = 1
    locale: str = "en"
    output: Path | None = None
    reference: Path | None = None
    also: Path | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How many rows were read, and the metrics by name."""

    n: int
    metrics: dict[str, Any]


class Task(Protocol):
    """One benchmark."""

    def run(self, options: TaskOptions) -> Result:
        """Measure."""
        ...


def run_task(name: str, options: TaskOptions) -> Result:
    """Run the benchmark ``name``.

    Raises:
        UsageError: no such benchmark.
        DataError: the data is missing or unreadable.
    """
    task: Task = build("task", name)
    if not options.data.exists():
        raise DataError(f"{options.data}: no such file or folder; give the data with --data")
    return task.run(options)
