"""``attune train``: models and heads from data (extra ``train``)."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from attunement.cli.common import say
from attunement.errors import MissingExtraError, UsageError

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Data = Annotated[Path, typer.Option(help="Folder of the public data sets.")]


def _ready() -> None:
    if find_spec("torch") is None or find_spec("transformers") is None:
        raise MissingExtraError("attune train", "train")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")


@app.command()
def perception(
    data: Data,
    out: Annotated[Path, typer.Option(help="Folder for checkpoints.")] = Path("runs/perception"),
    model: Annotated[Path | None, typer.Option(help="Model folder to write; the package's own.")] = None,
    base: Annotated[str | None, typer.Option(help="Base encoder: folder or Hugging Face name.")] = None,
    exemplars: Annotated[Path | None, typer.Option(help="Folder of exemplary replies.")] = None,
    seed: Annotated[int, typer.Option(help="Random seed.")] = 1,
    heads: Annotated[str, typer.Option(help="Only these heads, comma-separated; the body stays.")] = "",
    limit: Annotated[int, typer.Option(help="Train on so many texts only (0: all).")] = 0,
    epochs: Annotated[float, typer.Option(help="Passes of each teacher and of the body.")] = 3.0,
    teachers: Annotated[int, typer.Option(help="Cross-fitted teachers, 0 to 3.")] = 2,
) -> None:
    """Train the body, export it as int8, fit every head."""
    _ready()
    from attunement.learn.body import BodyRecipe
    from attunement.learn.joint import Schedule
    from attunement.learn.perception import train_perception
    from attunement.perceive.perceiver import default_folder

    if not data.is_dir():
        raise UsageError(f"--data {data}: no such folder")
    recipe = BodyRecipe(
        base=base, limit=limit, teachers=teachers,
        teacher=Schedule(seed=seed, epochs=max(0.5, epochs - 0.5)),
        student=Schedule(seed=seed, epochs=epochs),
    )  # fmt: skip
    target = model or default_folder()
    only = tuple(h for h in heads.split(",") if h)
    train_perception(data, out, target, recipe, exemplars=exemplars, only=only)
    say(f"written to {target}; now run 'attune train phrases'")


@app.command()
def phrases(
    model: Annotated[Path | None, typer.Option(help="Model folder; the package's own.")] = None,
) -> None:
    """Compute the phrase vectors for the current body (needs no extra)."""
    from importlib.resources import files

    from attunement.learn.phrases import embed_phrases, embed_scenes
    from attunement.models.runtime import Encoder
    from attunement.perceive.perceiver import default_folder

    folder = Path(str(files("attunement.languages"))) / "en"
    model = model or default_folder()
    encoder = Encoder(model, threads=2)
    count = embed_phrases(encoder, folder / "phrases", "en")
    scenes = embed_scenes(encoder, folder / "scenes", "en", model / "heads")
    say(f"vectors of {count} phrases and {scenes} scenes written")
