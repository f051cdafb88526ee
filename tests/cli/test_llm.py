"""The command line before a language model's server."""

from __future__ import annotations

import pytest

from attunement import cli
from attunement.companion import Companion
from attunement.fake_upstream import FakeUpstream
from attunement.fakes import FakeBackend, fake_parts
from attunement.settings import load_settings
from serving import serving

pytestmark = pytest.mark.extra


@pytest.fixture(scope="module")
def served():
    fake = FakeUpstream("I hear you. What happened?")
    with serving(fake) as address:
        yield fake, f"{address}/v1"


@pytest.fixture
def talk(monkeypatch, capsys):
    """Run ``attune chat`` with lines and options: (status, stdout); and the Companion it used."""
    made = []

    def companion(store=None, **settings):
        from dataclasses import replace

        parts = replace(
            fake_parts(backend=FakeBackend("Composed.")), settings=load_settings(store="memory", **settings)
        )
        made.append(Companion(parts=parts))
        return made[-1]

    def run(lines, *options):
        import io

        monkeypatch.setattr("attunement.cli.chat.companion", companion)
        monkeypatch.setattr("sys.argv", ["attune", "chat", *options])
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        with pytest.raises(SystemExit) as end:
            cli.main()
        return end.value.code or 0, capsys.readouterr().out, made[-1]

    return run


def test_a_talk_with_a_model(served, talk):
    fake, address = served
    fake.requests.clear()
    status, out, companion = talk(
        ["my dog died", "yes", "/new", "hi"], "--llm", address, "--model", "fake-model"
    )
    assert status == 0 and out.count("I hear you. What happened?") == 3
    assert f"a language model at {address}; what you write is sent there" in out
    lines = [[m["content"] for m in r["messages"] if m["role"] != "system"] for r in fake.requests]
    assert lines == [["my dog died"], ["my dog died", "I hear you. What happened?", "yes"], ["hi"]]
    assert [r["model"] for r in fake.requests] == ["fake-model"] * 3
    turns = [r for r in companion.parts.store.records.values() if r.kind == "turn"]
    assert len(turns) == 3


def test_a_model_that_is_down_leaves_the_talk_to_the_composer(talk):
    status, out, _ = talk(
        ["my dog died"], "--llm", "http://127.0.0.1:9/v1", "--model", "m", "--mode", "check"
    )
    assert status == 0 and "Composed." in out


def test_a_refusal_is_said_and_the_talk_goes_on(served, talk):
    fake, address = served
    fake.faults = ["refuse_400"]
    status, out, _ = talk(["one", "two"], "--llm", address, "--model", "fake-model")
    assert status == 0 and "(max_tokens is too large)" in out and "I hear you." in out


@pytest.mark.parametrize(
    ("options", "says"),
    [(["--llm", "nonsense"], "setting llm"), (["--model", "m"], "without the address"),
     (["--llm", "http://x/v1", "--mode", "loud"], "mode")],
)  # fmt: skip
def test_wrong_options_are_one_line(monkeypatch, capsys, options, says):
    monkeypatch.setattr("sys.argv", ["attune", "chat", "--store", "memory", *options])
    with pytest.raises(SystemExit) as end:
        cli.main()
    err = capsys.readouterr().err
    assert end.value.code == 2 and says in err and err.count("\n") == 1
