from __future__ import annotations

import csv
import json

import pytest

from attunement import cli


@pytest.fixture
def attune(monkeypatch, capsys, tmp_path):
    """Run the command line in this process: (status, stdout, stderr)."""
    monkeypatch.setenv("ATTUNEMENT_STORE", str(tmp_path / "store.db"))

    def run(*arguments: str, stdin: str | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["attune", *arguments])
        if stdin is not None:
            import io

            stream = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
            monkeypatch.setattr("sys.stdin", stream)
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        return end.value.code or 0, out, err

    return run


def test_reply_prints_the_document_of_the_contract(attune):
    status, out, _ = attune("reply", "--json", "--person", "ana", "my dog died last night")
    document = json.loads(out)
    assert status == 0
    assert set(document) == {
        "schema", "turn_id", "conversation_id", "reply", "reading", "recall", "plan", "verdicts", "trace",
    }  # fmt: skip
    assert document["reading"]["situation"]["label"] == "pet_loss"
    assert document["reading"]["sentiment"] == "negative"
    assert {"text", "tactic", "phrase"} == set(document["reply"]["sentences"][0])
    assert [s["stage"] for s in document["trace"]] == ["perceive", "recall", "plan", "respond", "check"]


def test_a_talk_goes_on_for_a_person(attune):
    attune("reply", "--person", "ana", "my dog died last night")
    _, out, _ = attune("reply", "--json", "--person", "ana", "yes")
    assert len(json.loads(out)["recall"]["turns"]) == 1


def test_text_from_standard_input(attune):
    status, out, _ = attune("read", "-", "--json", stdin="I passed my exam!!")
    assert status == 0
    assert json.loads(out)["reading"]["sentiment"] == "positive"


def test_a_file_is_read_whole_and_goes_on_after_an_interruption(attune, tmp_path):
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = ["I love this", "I hate this", "what time is it", "my cat is ill", "hello"]
    source.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts)))
    assert attune("read", "--input", str(source), "--output", str(output))[0] == 0
    whole = output.read_text()
    assert [json.loads(line)["id"] for line in whole.splitlines()] == [0, 1, 2, 3, 4]
    part = tmp_path / "out.jsonl.part"
    lines = whole.splitlines(keepends=True)
    part.write_text(lines[0] + lines[1] + lines[2][:20])
    output.unlink()
    assert attune("read", "--input", str(source), "--output", str(output))[0] == 0
    assert [json.loads(line)["id"] for line in output.read_text().splitlines()] == [0, 1, 2, 3, 4]
    assert not part.exists()


def test_csv_gets_flat_columns(attune, tmp_path):
    source, output = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text('id,text\n1,"I am furious, again"\n2,lovely day\n')
    assert attune("read", "--input", str(source), "--output", str(output))[0] == 0
    with output.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [r["sentiment"] for r in rows] == ["negative", "positive"]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["read", "--input", "missing.jsonl", "--output", "x.jsonl"], 1, "no such file"),
        (["read", "--input", "a.txt", "--output", "x.jsonl"], 2, ".jsonl"),
        (["read"], 2, "either"),
        (["read", "hi", "--engine", "local", "--input", "x.csv"], 2, "either"),
        (["evaluate", "nonsense", "--data", "x"], 2, "unknown task"),
        (["evaluate", "goemotions", "--data", "missing.tsv"], 1, "no such file"),
        (["reply", "hi", "--now", "yesterday"], 2, "--now"),
        (["reply", "hi", "--locale", "?"], 2, "--locale"),
        (["reply", "hi", "--context", "nonsense"], 2, "--context"),
        (["feedback", "unknown", "up"], 2, "no turn"),
        (["person", "consent", "p", "everything", "on"], 2, "unknown consent"),
    ],
)
def test_mistakes_get_one_line_and_a_status(attune, arguments, status, says):
    found, out, err = attune(*arguments)
    assert (found, out) == (status, "")
    assert says in err and err.count("\n") == 1


def test_an_unreadable_row_is_named_and_nothing_is_left(attune, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"text": "fine"}\n{"text": \n')
    status, _, err = attune("read", "--input", str(source), "--output", str(tmp_path / "out.jsonl"))
    assert status == 1 and "in.jsonl:2" in err
    assert not (tmp_path / "out.jsonl").exists()


def test_a_person_sees_exports_and_erases(attune):
    attune("reply", "--person", "ana", "my sister got married")
    assert "1 of kind turn" in attune("person", "show", "ana")[1]
    assert "my sister got married" in attune("person", "export", "ana")[1]
    assert json.loads(attune("person", "consent", "ana", "memory", "on", "--json")[1])["consent"] == [
        "conversation", "memory",
    ]  # fmt: skip
    assert json.loads(attune("person", "erase", "ana", "--yes", "--json")[1])["erased"] == 1
    assert attune("person", "export", "ana")[1] == ""


def test_chat_says_what_it_is_and_obeys_its_commands(attune):
    lines = "I finally passed my exam!\n/why\n/good\n/me\n/forget\n/quit\n"
    status, out, _ = attune("chat", "--person", "zoe", stdin=lines)
    assert status == 0
    assert "not a person" in out.splitlines()[0]
    assert "Planned" in out and "Noted" in out and "1 turns, 1 other" in out and "Erased: 2" in out


def test_check_judges_anyones_reply(attune):
    status, out, _ = attune("check", "I've started your refund.", "--message", "where is my money", "--json")
    verdicts = {v["critic"]: v["value"] for v in json.loads(out)["verdicts"]}
    assert status == 0 and verdicts["promises"] == 0.0
