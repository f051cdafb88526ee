"""Limits that keep the code readable, and the names that others import."""

from __future__ import annotations

import ast
import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import pytest

import attunement

SOURCE = Path(attunement.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))


def relative(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def test_modules_stay_under_400_lines():
    lines = {relative(p): p.read_text(encoding="utf-8").count("\n") for p in MODULES}
    assert len(lines) > 50
    assert {name: n for name, n in lines.items() if n >= 400} == {}


def test_classes_have_fewer_than_15_public_methods():
    counts = {
        f"{relative(path)}:{node.name}": sum(
            isinstance(m, ast.FunctionDef | ast.AsyncFunctionDef) and not m.name.startswith("_")
            for m in node.body
        )
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert counts["companion.py:Companion"] >= 5
    assert {name: n for name, n in counts.items() if n >= 15} == {}


@pytest.mark.parametrize("name", attunement.__all__)
def test_every_public_name_can_be_imported(name):
    assert getattr(attunement, name) is not None


def test_unknown_public_names_are_refused():
    with pytest.raises(AttributeError, match="Nonsense"):
        attrgetter("Nonsense")(attunement)


def test_importing_the_package_loads_no_heavy_library():
    code = "import sys, attunement, attunement.cli\nprint(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"numpy", "onnxruntime", "sqlalchemy", "pydantic", "torch", "fastapi"} & set(out.split())
