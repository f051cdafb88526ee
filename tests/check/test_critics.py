from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attunement import Companion
from attunement.check.critics.promises import build as promises
from attunement.check.critics.repetition import build as repetition
from attunement.check.critics.repetition import longest_copied_run, words_of
from attunement.check.critics.wrong_valence import build as wrong_valence
from attunement.companion import as_reply
from attunement.fakes import FakeBackend, FakeCritic, fake_parts
from attunement.protocols import Draft
from attunement.turn import PastTurn as Past
from attunement.turn import Plan, Reading, Recall, Reply, Sentence, Turn


def judge(critic, text, *, message="hello", capabilities=(), **fields):
    turn = Turn("t", message, capabilities=tuple(capabilities), **fields)
    return critic.judge(Draft(turn, as_reply(text)), {})[0]


@pytest.mark.parametrize(
    "text",
    [
        "I've started your refund.", "I'll cancel the order right away.", "We have already escalated this.",
        "Let me book that for you.", "I'm going to call your bank.", "I have unlocked your account.",
        "I’ll notify your manager.", "I can't see it from here, so I'll refund you now.",
        "I've started your refund, is there anything else?",
    ],
)  # fmt: skip
def test_promises_of_acts_are_blocked(text):
    assert judge(promises(), text).value == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "I can't refund you from here.", "The shop can refund you.", "Have you called them?",
        "Someone promised you a refund.", "That call must have been long.", "I'll keep it short.",
        "I cannot cancel it.", "I'm not able to call you.", "I can not refund it.", "Can I book that for you?",
    ],
)  # fmt: skip
def test_plain_sentences_promise_nothing(text):
    assert judge(promises(), text).value == 1.0


def test_a_declared_capability_allows_its_promise():
    assert judge(promises(), "I'll refund it now.", capabilities=["refund"]).value == 1.0


def test_a_sentence_said_before_is_repetition():
    recall = Recall(turns=(Past("x", "hi", "What a day. Sit down.", "other", "neutral", 0.1),))
    assert judge(repetition(), "Sit down.", recall=recall).value < 0.5
    assert judge(repetition(), "Stand up.", recall=recall).value == 1.0


def test_parroting_the_message_is_repetition():
    message = "my boss told me to pack my things and leave"
    assert judge(repetition(), "So he told me to pack my things, then.", message=message).value < 0.5


@given(st.text(max_size=200))
def test_a_text_copies_itself_whole(text):
    assert longest_copied_run(text, text) == len(words_of(text))


@given(st.text(max_size=80), st.text(max_size=80))
def test_copying_is_symmetric(one, two):
    assert longest_copied_run(one, two) == longest_copied_run(two, one)


def test_celebrating_a_loss_is_wrong():
    turn = Turn("t", "my dog died", reading=Reading(polarity="neg"), plan=Plan(polarity="neg"))
    glad = Reply((Sentence("Hooray!", "celebrate"),))
    calm = Reply((Sentence("He was family.", "reflect_meaning"),))
    critic = wrong_valence()
    assert critic.judge(Draft(turn, glad), {})[0].value < 0.5
    assert critic.judge(Draft(turn, calm), {})[0].value == 1.0


def test_a_critic_that_crashes_costs_no_reply():
    broken = FakeCritic(error=RuntimeError("boom"))
    with Companion(parts=fake_parts(critics=(broken,))) as companion:
        turn = companion.reply("hello")
    assert turn.reply.text
    assert [(v.action, v.critic) for v in turn.verdicts] == [("failed", "fake")]
    assert "boom" not in turn.verdicts[0].explanation


def test_a_poor_reply_is_rewritten_once_and_the_better_is_kept():
    backend = FakeBackend("Poor.", "Better.", "Never.")
    with Companion(parts=fake_parts(backend=backend, critics=(FakeCritic(0.1, 0.9),))) as companion:
        assert companion.reply("hello").reply.text == "Better."
    assert backend.calls == 2
    backend = FakeBackend("Poor.", "Worse.")
    with Companion(parts=fake_parts(backend=backend, critics=(FakeCritic(0.2, 0.1),))) as companion:
        turn = companion.reply("hello")
    assert turn.reply.text == "Poor."
    assert turn.verdicts[0].action == "warned"


def test_one_declared_capability_does_not_allow_another():
    assert judge(promises(), "I'll cancel it now.", capabilities=["refund"]).value == 0.0


def test_the_one_bad_sentence_is_dropped_when_no_rewrite_helps():
    backend = FakeBackend("That was long. I'll refund it now.")
    with Companion(parts=fake_parts(backend=backend, critics=(promises(),))) as companion:
        turn = companion.reply("where is my money")
    assert turn.reply.text == "That was long."
    assert [v.action for v in turn.verdicts] == ["dropped", "none"]


def test_condoling_over_good_news_is_wrong():
    turn = Turn("t", "I won!", reading=Reading(polarity="pos"), plan=Plan(polarity="pos"))
    sorry = Reply((Sentence("I'm sorry.", "apologise"),))
    glad = Reply((Sentence("Hooray!", "celebrate"),))
    assert wrong_valence().judge(Draft(turn, sorry), {})[0].value < 0.5
    assert wrong_valence().judge(Draft(turn, glad), {})[0].value == 1.0


def test_a_reply_that_sounds_cheerful_over_a_loss_is_wrong():
    turn = Turn("t", "my dog died", reading=Reading(polarity="neg"))
    cheerful = wrong_valence(lambda text: Reading(valence=0.9, polarity="pos"))
    calm = wrong_valence(lambda text: Reading(valence=0.5, polarity="pos"))
    assert cheerful.judge(Draft(turn, as_reply("Lovely.")), {})[0].value < 0.5
    assert calm.judge(Draft(turn, as_reply("He was family.")), {})[0].value == 1.0


def test_stock_phrasing_of_other_bots_is_seen(companion):
    stock = companion.check("I failed my exam", "I'm so sorry to hear that. I'm here for you.")
    own = companion.check("I failed my exam", "All those evenings, and then that number on the screen.")
    value = {v.critic: v.value for v in stock}
    assert value["robotic"] < 0.5
    assert {v.critic: v.value for v in own}["robotic"] == 1.0
