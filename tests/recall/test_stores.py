"""One conformance suite for every store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from attunement.errors import StoreError
from attunement.fakes import FakeStore
from attunement.protocols import Record
from attunement.recall.stores.sqlite import SqliteStore

START = datetime(2026, 1, 1, tzinfo=UTC)


def record(id, minutes=0, *, tenant="t", person="p", conversation="c", kind="turn", payload=b"{}"):
    return Record(
        id,
        tenant,
        kind,
        START + timedelta(minutes=minutes),
        payload,
        person=person,
        conversation=conversation,
    )


@pytest.fixture(params=["fake", "memory", "file"])
def store(request, tmp_path):
    made = {
        "fake": FakeStore,
        "memory": SqliteStore,
        "file": lambda: SqliteStore(tmp_path / "s.db"),
    }[request.param]()
    yield made
    made.close()


def test_put_get_and_replace(store):
    store.put(record("a", payload=b"1"))
    store.put(record("a", payload=b"2"))
    assert store.get("t", "a").payload == b"2"
    assert store.get("t", "b") is None


def test_conversations_come_oldest_first_and_are_cut_at_the_old_end(store):
    for i in (2, 0, 1):
        store.put(record(f"r{i}", i))
    store.put(record("f", 5, kind="feedback"))
    assert [r.id for r in store.conversation("t", "c", 2)] == ["r1", "r2"]


def test_tenants_do_not_meet(store):
    store.put(record("a"))
    assert store.get("other", "a") is None
    assert store.person("other", "p") == []
    assert store.erase("other", "p") == 0
    assert store.get("t", "a") is not None


def test_last_conversation_is_that_of_the_latest_turn(store):
    store.put(record("a", 0, conversation="old"))
    store.put(record("b", 1, conversation="new"))
    assert store.last_conversation("t", "p") == "new"
    assert store.last_conversation("t", "nobody") is None


def test_erase_takes_everything_of_one_person(store):
    store.put(record("a"))
    store.put(record("b", kind="feedback"))
    store.put(record("c", person="q"))
    store.set_consent("t", "p", "memory", True, START)
    assert store.erase("t", "p") == 2
    assert store.person("t", "p") == [] and store.consent("t", "p") == {}
    assert [r.id for r in store.person("t", "q")] == ["c"]


def test_consent_is_the_last_decision(store):
    store.set_consent("t", "p", "memory", True, START)
    store.set_consent("t", "p", "memory", False, START)
    assert store.consent("t", "p") == {"memory": False}


def test_threads_may_share_a_store(store):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda i: store.put(record(f"r{i}", i)), range(200)))
    assert len(store.person("t", "p")) == 200


def test_erased_words_are_gone_from_every_byte(tmp_path):
    secret = b"the green heron in my grandmother's garden"
    kept = SqliteStore(tmp_path / "s.db")
    kept.put(record("a", payload=secret))
    kept.erase("t", "p")
    kept.close()
    assert [f for f in tmp_path.iterdir() if secret in f.read_bytes()] == []


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "s.db"
    path.write_bytes(b"this is not a database, " * 100)
    with pytest.raises(StoreError, match=r"s\.db"):
        SqliteStore(path)
    assert path.read_bytes().startswith(b"this is not")


def test_a_store_of_a_newer_package_is_refused(tmp_path):
    import sqlite3

    SqliteStore(tmp_path / "s.db").close()
    with sqlite3.connect(tmp_path / "s.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreError, match="upgrade the package"):
        SqliteStore(tmp_path / "s.db")


def test_what_was_put_is_there_when_the_file_is_opened_again(tmp_path):
    path = tmp_path / "deep" / "er" / "s.db"
    put = Record(
        "a", "t", "turn", START, b"\x00\xff words", person="p", conversation="c", branch="b", parent="z",
        idempotency_key="k", key_id="key-1", payload_version=3,
    )  # fmt: skip
    first = SqliteStore(path)
    first.put(put)
    first.set_consent("t", "p", "memory", True, START)
    first.close()
    again = SqliteStore(path)
    found = again.get("t", "a")
    assert found is not None and found.created_at == START
    for name in ("payload", "branch", "parent", "idempotency_key", "key_id", "payload_version"):
        assert getattr(found, name) == getattr(put, name), name
    assert again.consent("t", "p") == {"memory": True}
    again.close()


def test_times_keep_their_zone(store):
    store.put(record("a"))
    assert store.get("t", "a").created_at == START
    later = START.astimezone(timezone(timedelta(hours=-9))) + timedelta(minutes=1)
    store.put(Record("b", "t", "turn", later, b"{}", person="p", conversation="c"))
    assert store.get("t", "b").created_at == later
    assert [r.id for r in store.conversation("t", "c", 5)] == ["a", "b"]
    assert [r.id for r in store.person("t", "p")] == ["a", "b"]


def test_erased_words_are_gone_while_the_store_is_still_open(tmp_path):
    secret = b"the green heron in my grandmother's garden"
    kept = SqliteStore(tmp_path / "s.db")
    for i in range(50):
        kept.put(record(f"a{i}", i, payload=secret * 200))
        kept.put(record(f"b{i}", i, person="q", payload=b"another person"))
    planted = b"".join(f.read_bytes() for f in tmp_path.iterdir())
    assert secret in planted
    kept.erase("t", "p")
    files = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
    assert [name for name, data in files.items() if secret in data] == []
    assert len(kept.person("t", "q")) == 50
    kept.close()


def test_a_database_of_something_else_is_left_alone(tmp_path):
    import sqlite3

    with sqlite3.connect(tmp_path / "s.db") as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.close()
    before = (tmp_path / "s.db").read_bytes()
    with pytest.raises(StoreError, match="something else"):
        SqliteStore(tmp_path / "s.db")
    assert (tmp_path / "s.db").read_bytes()[100:] == before[100:]


def test_records_of_one_kind_and_a_stamp_that_follows_changes(store):
    stamps = [store.stamp("t", "p")]
    store.put(record("a"))
    stamps.append(store.stamp("t", "p"))
    store.put(record("m", 1, kind="memory"))
    stamps.append(store.stamp("t", "p"))
    assert [r.id for r in store.person("t", "p", "memory")] == ["m"]
    assert store.delete("t", ["m", "unknown"]) == 1 and store.delete("t", []) == 0
    stamps.append(store.stamp("t", "p"))
    assert len({*stamps[:3]}) == 3 and stamps[3] == stamps[1]
    assert store.delete("other", ["a"]) == 0 and store.get("t", "a") is not None


def test_deleted_words_are_gone_while_the_store_is_open(tmp_path):
    secret = b"the green heron in my grandmother's garden"
    kept = SqliteStore(tmp_path / "s.db")
    for i in range(30):
        kept.put(record(f"a{i}", i, payload=secret * 100))
    kept.delete("t", [f"a{i}" for i in range(30)])
    assert [f for f in tmp_path.iterdir() if secret in f.read_bytes()] == []
    kept.close()
