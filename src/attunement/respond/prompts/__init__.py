"""Prompts: one Markdown file each, with front matter that names it, its purpose and its fields."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from string import Template

from attunement.errors import ModelError


@cache
def prompt(name: str) -> Template:
    """The text of ``NAME.md`` without its front matter.

    Raises:
        ModelError: the file is missing.
    """
    try:
        text = (files(__name__) / f"{name}.md").read_text(encoding="utf-8")
    except OSError:
        raise ModelError(f"the prompt {name}.md is missing; reinstall") from None
    return Template(text.split("---\n", 2)[2].strip())


@cache
def words(name: str = "words") -> dict[str, Template]:
    """The lines "key: text" of a prompt file."""
    pairs = (line.split(": ", 1) for line in prompt(name).template.splitlines() if ": " in line)
    return {key: Template(text) for key, text in pairs}
