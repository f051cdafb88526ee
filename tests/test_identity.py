"""Calls sent again, regenerated and edited, as real clients send them."""

from __future__ import annotations

import asyncio

from attunement.companion import Companion, Request
from attunement.fakes import FakeBackend, fake_parts
from attunement.turn import Turn


def user(text):
    return {"role": "user", "content": text}


def said(text):
    return {"role": "assistant", "content": text}


class Talk:
    """A server's view: every call may be one sent again."""

    def __init__(self):
        self.companion = Companion(parts=fake_parts(backend=FakeBackend("Ah.")))

    def send(self, *messages, **fields):
        request = Request(list(messages), conversation="c", person="p", resent=True, **fields)
        return asyncio.run(self.companion.run(request))

    def kept(self):
        records = self.companion.parts.store.conversation("local", "c", 99)
        return [(Turn.from_json(r.payload).message, r.id, r.parent) for r in records]


def test_the_same_first_message_again_is_the_same_turn():
    talk = Talk()
    assert talk.send(user("hello")).id == talk.send(user("hello")).id
    assert [m for m, *_ in talk.kept()] == ["hello"]


def test_a_client_that_sends_the_whole_talk_makes_a_chain():
    talk = Talk()
    one = talk.send(user("one"))
    two = talk.send(user("one"), said("Ah."), user("two"))
    three = talk.send(user("one"), said("Ah."), user("two"), said("Ah."), user("three"))
    assert [parent for _, _, parent in talk.kept()] == [None, one.id, two.id]
    again = talk.send(user("one"), said("Ah."), user("two"), said("Ah."), user("three"))
    assert again.id == three.id and len(talk.kept()) == 3


def test_a_regenerated_answer_goes_on_from_the_same_turn():
    talk = Talk()
    talk.send(user("one"))
    two = talk.send(user("one"), said("Ah."), user("two"))
    assert talk.send(user("one"), said("Ah."), user("two")).id == two.id
    three = talk.send(user("one"), said("Ah."), user("two"), said("Another answer."), user("three"))
    assert {i: p for _, i, p in talk.kept()}[three.id] == two.id


def test_an_edited_message_is_a_branch_and_the_left_one_is_not_recalled():
    talk = Talk()
    one = talk.send(user("one"))
    talk.send(user("one"), said("Ah."), user("two"))
    edited = talk.send(user("one"), said("Ah."), user("deux"))
    assert {i: p for _, i, p in talk.kept()}[edited.id] == one.id
    request = Request("three", conversation="c", person="p")
    recalled = asyncio.run(talk.companion.plan(request)).recall.turns
    assert [t.message for t in recalled] == ["one", "deux"]


def test_an_edited_first_message_begins_anew():
    talk = Talk()
    talk.send(user("one"))
    talk.send(user("one"), said("Ah."), user("two"))
    edited = talk.send(user("un"))
    assert edited.recall.turns == ()
    after = talk.send(user("un"), said("Ah."), user("deux"))
    assert {i: p for _, i, p in talk.kept()}[after.id] == edited.id
    whole = Talk()
    whole.send(user("one"), whole=True)
    edited = whole.send(user("un"), whole=True)
    assert edited.recall.turns == () and len({i for _, i, _ in whole.kept()}) == 2


def test_a_client_that_sends_only_the_last_message_goes_on():
    talk = Talk()
    one = talk.send(user("one"))
    two = talk.send(user("two"))
    again = talk.send(user("two"))
    assert again.id == two.id and [t.id for t in again.recall.turns] == [one.id]
    three = talk.send(user("three"))
    assert [t.message for t in three.recall.turns] == ["one", "two"]


def test_a_person_at_the_terminal_may_say_the_same_twice():
    talk = Talk()
    ids = {asyncio.run(talk.companion.run(Request("yes", conversation="c"))).id for _ in range(3)}
    assert len(ids) == 3


def test_another_tenant_conversation_or_history_is_another_turn():
    talk = Talk()
    base = talk.send(user("one"))
    others = [
        asyncio.run(talk.companion.run(Request([user("one")], conversation="d", resent=True))),
        asyncio.run(talk.companion.run(Request([user("one")], conversation="c", tenant="t", resent=True))),
        talk.send(user("zero"), said("Ah."), user("one")),
    ]
    assert len({base.id, *(t.id for t in others)}) == 4
