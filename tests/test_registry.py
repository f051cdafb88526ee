from __future__ import annotations

from types import SimpleNamespace

import pytest

from attunement import registry
from attunement.check.critics.promises import Promises
from attunement.errors import UsageError
from attunement.recall.stores.sqlite import SqliteStore


def test_built_ins_are_found_by_their_file(tmp_path):
    assert isinstance(registry.build("critic", "promises"), Promises)
    store = registry.build("store", "sqlite", path=tmp_path / "s.db")
    assert isinstance(store, SqliteStore) and (tmp_path / "s.db").exists()
    store.close()


@pytest.mark.parametrize("kind", sorted(registry.FOLDERS))
def test_every_built_in_has_a_build_function(kind):
    from importlib import import_module

    for name in registry.names(kind):
        module = import_module(f"{registry.FOLDERS[kind]}.{name.replace('-', '_')}")
        assert callable(module.build), module.__name__


def test_the_names_of_the_tasks_that_others_measure_with():
    assert {"goemotions", "empathetic-dialogues", "emobank", "replies"} <= set(registry.names("task"))


def test_a_stranger_adds_a_part_by_entry_point(monkeypatch):
    def points(group):
        made = SimpleNamespace(name="echo", load=lambda: lambda **args: ("echo", args))
        return [made] if group == "attunement.critic" else []

    monkeypatch.setattr("importlib.metadata.entry_points", points)
    assert registry.build("critic", "echo", loud=True) == ("echo", {"loud": True})
    assert "echo" in registry.names("critic") and "echo" not in registry.names("store")
    assert isinstance(registry.build("critic", "promises"), Promises)


@pytest.mark.parametrize("name", ["nothing", "", "_private", "../sqlite", "os.path", "migrations"])
def test_unknown_names_say_what_is_known(name):
    with pytest.raises(UsageError, match="sqlite"):
        registry.build("store", name)


def test_unknown_kinds_say_what_is_known():
    with pytest.raises(UsageError, match="backend, critic, store, task"):
        registry.build("weather", "sunny")


def test_a_part_that_lacks_its_own_import_is_not_called_unknown(monkeypatch):
    def broken(name):
        raise ModuleNotFoundError("No module named 'torch'", name="torch")

    monkeypatch.setattr(registry.importlib, "import_module", broken)
    with pytest.raises(ModuleNotFoundError, match="torch"):
        registry.build("critic", "promises")
