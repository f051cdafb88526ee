from __future__ import annotations

import asyncio

import pytest

from attunement import Companion
from attunement.check.critics.promises import build as promises
from attunement.companion import split_messages
from attunement.errors import UsageError
from attunement.fakes import FakeBackend, FakeCritic, FakeStore, fake_parts
from attunement.recall.stage import Remember
from attunement.recall.stores.sqlite import SqliteStore


def test_a_talk_goes_on_after_a_restart(tmp_path):
    path = tmp_path / "talk.db"
    for expected in (0, 1, 2):
        store = SqliteStore(path)
        with Companion(parts=fake_parts(store=store, remember=Remember(store))) as companion:
            turn = companion.reply(f"line {expected}", person="p", conversation="c")
            assert [t.message for t in turn.recall.turns] == [f"line {i}" for i in range(expected)]


def test_the_same_call_is_the_same_turn_and_an_edit_is_another_branch():
    history = [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "Hello."}]
    last = {"role": "user", "content": "my dog died"}
    with Companion(parts=fake_parts()) as companion:
        one, two = (companion.reply([*history, last], conversation="c") for _ in range(2))
        edited = companion.reply([{"role": "user", "content": "hey"}, history[1], last], conversation="c")
        kept = companion.parts.store.conversation("local", "c", 10)
    assert one.id == two.id
    assert one.branch != edited.branch and one.id != edited.id
    assert len(kept) == 2


def test_without_a_conversation_nothing_is_kept():
    with Companion(parts=fake_parts()) as companion:
        turn = companion.reply("hello", person="p")
        assert companion.turn(turn.id) is None


def test_without_consent_nothing_is_kept():
    store = FakeStore()
    with Companion(parts=fake_parts(store=store, remember=Remember(store))) as companion:
        store.set_consent("local", "p", "conversation", False, companion.parts.clock())
        turn = companion.reply("hello", person="p", conversation="c")
        assert companion.turn(turn.id) is None


def test_the_stream_gives_the_same_turn_and_is_kept_before_the_last_sentence():
    with Companion(parts=fake_parts()) as companion:
        whole = companion.reply("hello", conversation="a")
        stream = companion.stream("hello", conversation="b")
        seen = []
        for sentence in stream:
            seen.append(sentence.text)
            if len(seen) == len(whole.reply.sentences):
                assert companion.turn(stream.turn.id) is not None
    assert " ".join(seen) == whole.reply.text


def test_what_was_released_is_the_reply_when_the_listener_leaves():
    with Companion(parts=fake_parts(backend=FakeBackend("One. Two. Three."))) as companion:
        stream = companion.stream("hello", conversation="c")
        for _ in stream:
            break
        stream.close()
        assert companion.turn(stream.turn.id).reply.text == "One."


def test_sync_calls_work_inside_a_running_loop():
    async def inside() -> str:
        with Companion(parts=fake_parts()) as companion:
            return companion.reply("hello").reply.text

    assert asyncio.run(inside())


def test_guide_gives_instructions_and_keeps_nothing():
    with Companion(parts=fake_parts()) as companion:
        guidance = companion.guide("my dog died", conversation="c")
        assert "ask one short open question" in guidance.instructions
        assert guidance.turn.reply is None
        assert companion.parts.store.conversation("local", "c", 5) == []


def test_feedback_is_kept_with_its_turn():
    with Companion(parts=fake_parts()) as companion:
        turn = companion.reply("hello", person="p", conversation="c")
        companion.feedback(turn.id, "down", "too short")
        kinds = [r.kind for r in companion.parts.store.person("local", "p")]
        assert kinds == ["turn", "feedback"]
        with pytest.raises(UsageError, match="no turn"):
            companion.feedback("unknown", "up")
        with pytest.raises(UsageError):
            companion.feedback(turn.id, "great")


def test_lone_surrogates_and_parts_are_taken():
    with Companion(parts=fake_parts()) as companion:
        turn = companion.reply([{"role": "user", "content": [{"type": "text", "text": "a\ud800b"}]}])
    assert turn.message == "a\ufffdb"


@pytest.mark.parametrize(
    "messages",
    [[], [{"role": "system", "content": "x"}], [{"role": "assistant", "content": "x"}], [{"role": "king"}]],
)
def test_there_must_be_a_message_to_answer(messages):
    with pytest.raises(UsageError):
        split_messages(messages)


def test_the_clients_own_messages_are_no_part_of_the_talk():
    history, message = split_messages(
        [
            {"role": "system", "content": "be kind"},
            {"role": "user", "content": "hi"},
            {"role": "tool", "content": "{}"},
            {"role": "assistant", "content": None},
            {
                "role": "user",
                "content": [{"type": "text", "text": "a"}, {"type": "image_url"}, {"text": "b"}],
            },
        ]
    )
    assert [(m.role, m.text) for m in history] == [("user", "hi"), ("assistant", "")]
    assert message == "a\nb"


def test_a_listener_who_leaves_before_the_first_sentence_leaves_nothing():
    with Companion(parts=fake_parts()) as companion:
        stream = companion.stream("hello", conversation="c")
        stream.close()
        assert companion.turn(stream.turn.id) is None


def test_a_judged_draft_is_not_kept_and_is_judged_by_every_critic():
    critics = (FakeCritic(0.25), promises())
    with Companion(parts=fake_parts(critics=critics)) as companion:
        found = companion.check("where is my money", "I'll refund it now.", conversation="c")
        assert [(v.critic, v.value) for v in found] == [("fake", 0.25), ("promises", 0.0)]
        assert companion.parts.store.conversation("local", "c", 5) == []


def test_an_abandoned_branch_is_not_recalled():
    """The talk is edited after two turns, then goes on from the store."""
    line = [{"role": "user", "content": "one"}, {"role": "assistant", "content": "Ah."}]
    with Companion(parts=fake_parts()) as companion:
        companion.reply("one", conversation="c")
        companion.reply("two", conversation="c")
        edited = companion.reply([*line, {"role": "user", "content": "other"}], conversation="c")
        assert [t.message for t in edited.recall.turns] == ["one"]
        later = companion.reply("three", conversation="c")
        assert "two" not in [t.message for t in later.recall.turns]
        assert later.recall.turns[-1].message == "other"


def test_closing_releases_the_store():
    store = FakeStore()
    companion = Companion(parts=fake_parts(store=store, remember=Remember(store)))
    companion.reply("hello")
    companion.close()
    assert store.closed
