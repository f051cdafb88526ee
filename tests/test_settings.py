from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from attunement.errors import SettingsError
from attunement.settings import ServerSettings, load_settings


@pytest.fixture(autouse=True)
def bare(monkeypatch, tmp_path):
    import os

    for name in [n for n in os.environ if n.startswith("ATTUNEMENT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def test_the_store_lies_in_the_persons_data_folder(tmp_path):
    assert load_settings().store_path == tmp_path / "attunement" / "attunement.db"


def test_memory_has_no_path_and_a_tilde_is_home():
    assert load_settings(store="memory").store_path is None
    assert load_settings(store="~/x.db").store_path == Path.home() / "x.db"


def test_the_environment_is_read_and_overridden(monkeypatch):
    monkeypatch.setenv("ATTUNEMENT_TENANT", "shop")
    monkeypatch.setenv("ATTUNEMENT_SEED", "7")
    monkeypatch.setenv("ATTUNEMENT_CAPABILITIES", '["refund", "handover"]')
    monkeypatch.setenv("ATTUNEMENT_SERVER_PORT", "9000")
    found = load_settings(tenant="bank", locale=None)
    assert (found.tenant, found.seed, found.locale) == ("bank", 7, "en")
    assert found.capabilities == ("refund", "handover")
    assert found.server.port == 9000


@pytest.mark.parametrize(
    ("values", "name"),
    [({"threads": 0}, "threads"), ({"seed": "many"}, "seed"), ({"colour": "red"}, "colour")],
)
def test_a_wrong_setting_is_named(values, name):
    with pytest.raises(SettingsError, match=f"setting {name}: ") as caught:
        load_settings(**values)
    assert caught.value.exit_status == 2 and "\n" not in str(caught.value)


@pytest.mark.parametrize("port", [0, 65536, -1])
def test_a_port_is_a_port(port):
    with pytest.raises(ValidationError):
        ServerSettings(port=port)


def test_nobody_outside_reaches_the_server_by_default():
    assert ServerSettings().host == "127.0.0.1"
