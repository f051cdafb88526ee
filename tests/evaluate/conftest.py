"""Running a task with made-up heads."""

from __future__ import annotations

import importlib

import pytest
from made_up import WordPerceiver

from attunement.evaluate.run import TaskOptions


@pytest.fixture
def run_task(monkeypatch):
    """Runs one task with the given heads in place of the shipped model."""

    def run(task, data, *heads, **options):
        by_name = {h.name: h for h in heads}
        module = importlib.import_module(f"attunement.evaluate.tasks.{task}")
        monkeypatch.setattr(module, "Perceiver", lambda threads=1: WordPerceiver(by_name))
        if hasattr(module, "named_head"):
            monkeypatch.setattr(module, "named_head", lambda name, encoder: by_name[name])
        return module.build().run(TaskOptions(data, **options))

    return run
