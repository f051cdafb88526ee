"""Our own annotations of causes and experiencers: every message twice and apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from attunement.errors import DataError
from attunement.learn.data import read_dialogues

Offsets = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A message with the spans that two annotators gave: cause and experiencer of each."""

    text: str
    causes: tuple[Offsets, Offsets]
    who: tuple[Offsets, Offsets]


def read_causes(labels: Path, data: Path) -> list[Annotated]:
    """Read ``causes.tsv`` (keys and offsets) with the texts of the public sets in ``data``.

    Raises:
        DataError: a row is malformed or names an unknown text.
    """
    texts = {
        f"ed:{t.id}": t.utterances[0]
        for t in read_dialogues(data / "empathetic_dialogues" / "train.csv")
        if t.utterances
    }
    comments = data / "goemotions" / "train.tsv"
    if not comments.is_file():
        raise DataError(f"{comments}: no such file; give the folder of the public sets with --data")
    for line in comments.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        texts[f"ge:{cells[-1]}"] = cells[0]
    out: list[Annotated] = []
    for number, line in enumerate(labels.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 5 or cells[0] not in texts:
            raise DataError(f"{labels.name}:{number}: expected a known key and four spans")
        try:
            a, b, c, d = (_offsets(cell) for cell in cells[1:])
        except ValueError:
            raise DataError(f"{labels.name}:{number}: a span is written start:end, or -") from None
        out.append(Annotated(texts[cells[0]], (a, b), (c, d)))
    return out


def _offsets(cell: str) -> Offsets:
    if cell == "-":
        return None
    start, _, end = cell.partition(":")
    return int(start), int(end)
