"""The server package costs nothing until the server is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import attunement.server

IMPORTING = """
import sys
import attunement.server
early = {"fastapi", "starlette", "uvicorn"} & set(sys.modules)
from attunement.server import create_app, serve
late = {"fastapi", "uvicorn"} - set(sys.modules)
print(sorted(early), sorted(late), create_app.__name__, serve.__name__)
"""


def test_the_libraries_are_imported_only_when_asked_for():
    done = subprocess.run([sys.executable, "-c", IMPORTING], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] [] create_app serve"


def test_another_name_is_no_attribute():
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = attunement.server.nothing_here
