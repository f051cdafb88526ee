"""Our own labelled messages, and labels of ours on the text of public sets."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from attunement.errors import DataError
from attunement.learn.data import read_dialogues, read_jsonl
from attunement.plan.situations import situations


@dataclass(frozen=True, slots=True)
class LabelledMessage:
    """One message with whatever labels it has; None where it has none."""

    text: str
    situation: str | None = None
    also: str | None = None
    need: str | None = None
    intent: str | None = None
    feel: str | None = None
    act: str | None = None
    risk: str | None = None
    source: str = "own"
    key: str = ""


def folder() -> Path:
    """Where the committed messages lie."""
    return Path(str(files("attunement.languages") / "en" / "messages"))


def own_messages(path: Path | None = None) -> list[LabelledMessage]:
    """The committed messages. Functions of the talk become ``act`` and leave the situation open."""
    out: list[LabelledMessage] = []
    table = situations()
    for file in sorted((path or folder()).glob("*.jsonl")):
        if file.stem in ("risk", "risk_more", "crisis"):
            continue
        for row in read_jsonl(file):
            out.append(_message(row, table, file.stem))
    return out


def _message(row: dict[str, Any], table: dict[str, Any], source: str) -> LabelledMessage:
    label = str(row["situation"])
    topical = label in table or label == "other"
    act = "tell" if topical else label
    if topical and row["need"] == "helped" and row["intent"] in ("request", "question"):
        act = "advice_ask" if label in table and table[label].domain == "life" else "tell"
    return LabelledMessage(
        text=str(row["text"]),
        situation=label if topical else None,
        need=row["need"],
        intent=row["intent"],
        feel=row["feel"],
        act=None if row.get("context") and act.startswith(("answer_", "deepen_")) else act,
        source=source,
    )


def phrase_cues(index: Path | None = None) -> list[LabelledMessage]:
    """The cues of the phrasebook: each is a message that its phrase's situation should be read in."""
    path = index or folder().parent / "phrases" / "index.jsonl"
    table = situations()
    return [
        LabelledMessage(str(r["cue"]), situation=str(r["group"]), source="cue")
        for r in read_jsonl(path)
        if r["group"] in table
    ]


def scene_cues(index: Path | None = None) -> list[LabelledMessage]:
    """The cues of the scenes, with the situation and the feeling that each scene is about."""
    path = index or folder().parent / "scenes" / "index.jsonl"
    return [
        LabelledMessage(
            str(cue), situation=str(r["situation"]), feel=None if r["feel"] == "any" else str(r["feel"]),
            source="scene",
        )
        for r in read_jsonl(path)
        for cue in r["cues"]  # pyright: ignore
    ]  # fmt: skip


def risk_messages(path: Path | None = None) -> list[LabelledMessage]:
    """Messages with kind and level of danger ("self_harm:2"), and harmless ones ("none:0")."""
    base = path or folder()
    rows = read_jsonl(base / "risk.jsonl") + read_jsonl(base / "risk_more.jsonl")
    return [
        LabelledMessage(str(r["text"]), risk=f"{r['kind']}:{r['level']}" if r["kind"] != "none" else "none:0")
        for r in rows
    ]


def annotated_dialogues(labels: Path, dialogues: Path) -> list[LabelledMessage]:
    """Our labels (by conversation id) on first utterances of EmpatheticDialogues.

    Raises:
        DataError: a label row is malformed or names an unknown conversation.
    """
    texts = {d.id: d.utterances[0] for d in read_dialogues(dialogues) if d.utterances}
    out: list[LabelledMessage] = []
    for number, line in enumerate(labels.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != 7 or cells[0] not in texts:
            raise DataError(f"{labels.name}:{number}: expected id and six labels of a known dialogue")
        key, situation, also, need, intent, feel, _ = cells
        help_wanted = need == "helped" and intent in ("request", "question")
        out.append(
            LabelledMessage(
                texts[key], situation, None if also == "-" else also, need, intent, feel,
                "advice_ask" if help_wanted else "tell", source="ed", key=key,
            )
        )  # fmt: skip
    return out


def need_exemplars(exemplars: Path) -> list[LabelledMessage]:
    """First messages of the exemplary replies with the need that was answered."""
    out: list[LabelledMessage] = []
    for name in ("first", "service"):
        path = exemplars / f"{name}.jsonl"
        if not path.is_file():
            continue
        for row in read_jsonl(path):
            context = row["context"]
            text = context if isinstance(context, str) else str(context[-1])  # pyright: ignore
            out.append(LabelledMessage(text, need=str(row["need"]), source="exemplar"))
    return out


def everyday_texts(data: Path, count: int = 3000) -> list[str]:
    """Everyday messages taken to be harmless, for the risk head's negatives."""
    talks = read_dialogues(data / "empathetic_dialogues" / "train.csv")
    rng = np.random.default_rng(3)
    picked = rng.choice(len(talks), size=count, replace=False)
    return [talks[i].utterances[0] for i in picked if talks[i].utterances]


def all_messages(data: Path) -> list[LabelledMessage]:
    """Our own messages, and our labels on the text of public sets in ``data``."""
    own, labels = own_messages(), folder() / "empathetic_dialogues.labels.tsv"
    if labels.is_file():
        own += annotated_dialogues(labels, data / "empathetic_dialogues" / "train.csv")
    return own
