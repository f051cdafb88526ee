"""Fixtures that several tests share: the real model is loaded once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from attunement import Companion, Settings
from attunement.perceive.perceiver import Perceiver


@pytest.fixture(scope="session")
def perceiver() -> Perceiver:
    return Perceiver()


@pytest.fixture(scope="session")
def companion() -> Iterator[Companion]:
    with Companion(Settings(store="memory")) as made:
        yield made
