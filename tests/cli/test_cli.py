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


@pytest.mark.parametrize("keep", [b"line t", b"id,text", b"\r\n1,fine"])
def test_a_torn_csv_goes_on_at_a_whole_row(attune, tmp_path, keep):
    source, output, part = tmp_path / "in.csv", tmp_path / "out.csv", tmp_path / "out.csv.part"
    source.write_bytes(b'id,text\r\n1,fine\r\n2,"line one\nline two"\r\n3,bye\r\n')
    assert attune("read", "--input", str(source), "--output", str(output))[0] == 0
    whole = output.read_bytes()
    cut = whole.index(b"\r\n") + 2 if keep == b"id,text" else whole.index(keep) + len(keep)
    part.write_bytes(whole[:cut])
    output.unlink()
    assert attune("read", "--input", str(source), "--output", str(output))[0] == 0
    with output.open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(r["id"], r["text"]) for r in rows] == [("1", "fine"), ("2", "line one\nline two"), ("3", "bye")]


def test_a_lone_surrogate_survives_a_bulk_read(attune, tmp_path):
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"text": "a\\ud800 b"}\n')
    assert attune("read", "--input", str(source), "--output", str(output))[0] == 0
    assert json.loads(output.read_text())["text"] == "a\ud800 b"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("in.csv", b"text\n" + b"a" * 140_000 + b"\n", "field"),
        ("in.csv", b"text,id\nhello\n,1,2\n", "columns"),
        ("in.csv", b"id\n1\n", "no column 'text'"),
        ("in.jsonl", b"[" * 100_000, "in.jsonl:1"),
        ("in.jsonl", b'{"text": 3}\n', "in.jsonl:1"),
        ("in.jsonl", b'{"text": "\xff"}\n', "not UTF-8"),
    ],
)
def test_an_unreadable_file_is_one_line_on_stderr(attune, tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    status, out, err = attune("read", "--input", str(tmp_path / name), "--output", str(tmp_path / "o.csv"))
    assert (status, out) == (1, "") and says in err and err.count("\n") == 1
    assert not (tmp_path / "o.csv").exists()


def test_bytes_that_are_no_text_end_with_one_line(attune, monkeypatch):
    status, _, err = attune("reply", "--person", "\udcff", "hi")
    assert status == 2 and "UTF-8" in err and err.count("\n") == 1


def test_a_person_may_forbid_keeping(attune):
    attune("person", "consent", "ana", "conversation", "off")
    attune("reply", "--person", "ana", "my sister got married")
    document = json.loads(attune("person", "show", "ana", "--json")[1])
    assert document["records"] == {} and document["consent"] == []


def test_the_time_given_is_the_time_kept(attune):
    attune("reply", "--person", "ana", "--now", "2026-03-01T10:00:00+00:00", "hello there")
    row = json.loads(attune("person", "export", "ana")[1])
    assert row["created_at"].startswith("2026-03-01T10:00")
    assert row["content"]["message"] == "hello there"
