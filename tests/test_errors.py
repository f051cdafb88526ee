from __future__ import annotations

import inspect

import pytest

from attunement import cli, errors
from attunement.errors import AttunementError, MissingExtraError, StoreError, UsageError

CLASSES = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, AttunementError)]


def test_the_hierarchy_is_the_one_that_is_drawn():
    drawn = [line.split()[0] for line in (errors.__doc__ or "").splitlines() if line[:1].isupper()]
    assert {c.__name__ for c in CLASSES} == {name for name in drawn if name.endswith("Error")}


@pytest.mark.parametrize("kind", CLASSES)
def test_wrong_usage_is_status_2_and_all_else_1(kind):
    assert kind.exit_status == (2 if issubclass(kind, UsageError) else 1)


def test_a_missing_extra_gives_the_line_to_type():
    assert "pip install 'attunement[server]'" in str(MissingExtraError("attune serve", "server"))


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("say\nmore"), 2),
        (StoreError("the disk is full"), 1),
        (PermissionError(13, "Permission denied", "/x"), 1),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), 2),
    ],
)
def test_the_command_line_says_one_line_without_a_traceback(monkeypatch, capsys, error, status):
    def fails(**_):
        raise error

    monkeypatch.setattr("attunement.cli.app.app", fails)
    monkeypatch.setattr("sys.argv", ["attune", "chat"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    shown = capsys.readouterr().err
    assert end.value.code == status
    assert shown.startswith("attune: ") and shown.count("\n") == 1 and "Traceback" not in shown
    monkeypatch.setattr("sys.argv", ["attune", "--debug", "chat"])
    with pytest.raises(type(error)):
        cli.main()
