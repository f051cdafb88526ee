"""Steer and check: sentences held, rewritten or replaced while the answer streams; drafts; budgets."""

from __future__ import annotations

import json
import random
import re
from typing import ClassVar

import pytest

from attunement.fakes import FakeBackend, FakeCritic, FakePerceiver, FakePlanner, fake_parts
from attunement.respond.facts import facts
from attunement.turn import Plan, Reading, Risk, Verdict

CHAT = "/v1/chat/completions"
USER = {"role": "user", "content": "my dog died"}
COMPOSED = "That stays with you. What was it like?"


class Words:
    """A critic of sentences that refuses a word."""

    name: ClassVar[str] = "words"
    scope: ClassVar[str] = "sentence"

    def __init__(self, word="bad", guards="tone"):
        self.word = word
        self.guards = guards

    def judge(self, draft, scratch):
        value = 0.0 if self.word in draft.reply.text else 1.0
        return (Verdict(self.name, value, f"it says {self.word}", "tests"),)


def is_rewrite(body):
    return body["messages"][0]["content"].startswith("Rewrite one sentence")


@pytest.fixture
def check(make, model):
    def build(*critics, rewrite=None, backend=None, plan=None, perceiver=None, **relay):
        parts = fake_parts(critics=critics or (Words(),), backend=backend or FakeBackend(COMPOSED))
        if plan is not None or perceiver is not None:
            parts = fake_parts(
                critics=critics or (Words(),), backend=backend or FakeBackend(COMPOSED),
                planner=FakePlanner(plan), perceiver=perceiver or FakePerceiver(),
            )  # fmt: skip
        said = model.text
        model.text = lambda body: (
            rewrite if is_rewrite(body) else (said if isinstance(said, str) else said(body))
        )
        return make(parts, upstreams=[model.entry], relay={"mode": "check", **relay})

    return build


def ask(server, stream, **fields):
    body = {"model": "fake-model", "messages": [USER], "stream": stream, **fields}
    body["attunement"] = {"conversation": "c", **fields.get("attunement", {})}
    response = server.post(CHAT, body)
    assert response.status_code == 200, response.text
    if not stream:
        return response.json()["choices"][0]["message"]["content"]
    return "".join(e["choices"][0]["delta"].get("content") or "" for e in events_of(response) if e["choices"])


def events_of(response):
    blocks = [b for b in response.text.split("\n\n") if b and not b.startswith(":")]
    assert blocks[-1] == "data: [DONE]"
    return [json.loads(b.removeprefix("data: ")) for b in blocks[:-1]]


BOTH = pytest.mark.parametrize("stream", [False, True])


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "I hear you. What happened?",
        "One.\n\n- Two\n- Three.\n```py\nbad = 1.  # kept\n```\n| bad | table |\n\nDone",
        "No end at all",
        "これ。はい！",
    ],
)
def test_what_passes_is_released_to_the_character(check, model, stream, text):
    model.text = text
    server = check()
    assert ask(server, stream) == text
    assert server.kept()[0].extra["relay"]["text"] == text
    assert len(model.requests) == 1


@BOTH
def test_a_failing_sentence_is_rewritten_once_by_the_model(check, model, stream):
    model.text = "I hear you. This is bad news. What happened?"
    server = check(rewrite="This is hard news.")
    assert ask(server, stream) == "I hear you. This is hard news. What happened?"
    assert len(model.requests) == 2
    asked = model.requests[1]["messages"][0]["content"]
    assert "it says bad" in asked and "The sentence: This is bad news." in asked
    (turn,) = server.kept()
    assert turn.reply.text == "I hear you. This is hard news. What happened?"
    assert [v.action for v in turn.verdicts] == ["rewrote"]


@BOTH
@pytest.mark.parametrize("rewrite", ["Still bad news.", "", "Two\nlines.", "It cost 40 euros.", "x " * 200])
def test_a_poor_rewrite_is_refused_and_the_composer_steps_in(check, model, stream, rewrite):
    model.text = "I hear you. This is bad news. What happened?"
    server = check(rewrite=rewrite)
    assert ask(server, stream) == "I hear you. That stays with you. What happened?"


@BOTH
def test_what_the_composer_cannot_replace_is_dropped(check, model, stream):
    model.text = "bad one. bad two. bad three. Fine."
    server = check(rewrite="bad", backend=FakeBackend("Only this."))
    assert ask(server, stream).split() == ["Only", "this.", "Fine."]
    assert [v.action for v in server.kept()[0].verdicts] == ["rewrote", "dropped", "dropped"]


@BOTH
def test_a_reply_of_which_nothing_is_left_is_composed(check, model, stream):
    model.text = "bad one."
    server = check(rewrite="bad", backend=FakeBackend("bad", "bad"))
    assert ask(server, stream) == "bad"  # the composer's own reply is the last resort
    assert server.kept()[0].reply.text == "bad"


@BOTH
@pytest.mark.parametrize(("guards", "kept"), [("tone", True), ("truth", False)])
def test_facts_outweigh_tone_but_not_truth(check, model, stream, guards, kept):
    model.text = "Ok. Take bad 20mg at 08:30. Bye."
    server = check(Words(guards=guards), rewrite="Take it when you like.")
    said = ask(server, stream)
    assert ("20mg at 08:30" in said) is kept
    assert {v.action for v in server.kept()[0].verdicts} == {"warned" if kept else "rewrote"}


def test_facts_are_unchanged_in_200_rewrites(check, model):
    """A model that rewrites badly, at random: whatever it does, the facts of the draft arrive."""
    rng = random.Random(5)
    pool = [
        "$1,200.50",
        "20mg",
        "08:30",
        "`x = 1`",
        "Priya",
        "[12]",
        "https://a.example/b",
        "4%",
        "NASA",
        "(Lee, 2020)",
    ]
    drafts = []

    def answer(body):
        if not is_rewrite(body):
            chosen = rng.sample(pool, rng.randint(1, 4))
            drafts.append(" so ".join(["This is bad and it was", *chosen]) + " today.")
            return drafts[-1]
        text = body["messages"][0]["content"].split("The sentence: ")[1]
        how = rng.randrange(5)
        words = text.replace("bad", "hard").split()
        if how == 1:
            words.pop(rng.randrange(5, len(words)))
        elif how == 2:
            words = [re.sub(r"\d", lambda m: str((int(m.group()) + 1) % 10), w) for w in words]
        elif how == 3:
            words.insert(3, rng.choice(["99", "Bob", "`y`"]))
        elif how == 4:
            rng.shuffle(words)
        return " ".join(words)

    model.text = answer
    server = check()
    model.text = answer
    for number in range(200):
        said = ask(server, number % 2 == 0, messages=[{"role": "user", "content": f"line {number}"}])
        assert facts(said) == facts(drafts[-1]), (said, drafts[-1])


@BOTH
def test_a_rewrite_that_does_not_come_in_time_is_done_without(check, model, stream):
    model.text = "Fine. bad."
    server = check(rewrite_s=0.2)
    body = {"model": "fake-model", "messages": [USER], "stream": stream}
    model.faults = ["ok", "slow_first"]
    response = server.post(CHAT, body)
    assert "That stays with you." in response.text


@BOTH
def test_a_critic_of_whole_replies_judges_for_the_record(check, model, stream):
    model.text = "I hear you. What happened?"
    server = check(FakeCritic(0.2))
    assert ask(server, stream) == model.text({"messages": [USER]})
    assert [(v.value, v.action) for v in server.kept()[0].verdicts] == [(0.2, "warned")]


@BOTH
def test_a_critic_that_can_judge_a_part_judges_the_first_sentence(check, model, stream):
    critic = FakeCritic(0.2, 1.0)
    critic.partial = True
    model.text = "Great news. What happened?"
    assert ask(check(critic, rewrite="Hard news."), stream) == "Hard news. What happened?"


@BOTH
def test_a_critic_that_crashes_costs_nothing(check, model, stream):
    critic = FakeCritic(error=ValueError("boom"))
    critic.scope = "sentence"
    model.text = "I hear you."
    assert ask(check(critic), stream) == "I hear you."


def test_checked_streaming_holds_one_sentence_at_most(check, model):
    model.text = "One two three. Four five six. Seven."
    response = check().post(CHAT, {"model": "fake-model", "messages": [USER], "stream": True})
    events = events_of(response)
    assert [e["choices"][0]["delta"].get("content") for e in events] == [
        "", "One two three.", " Four five six.", " Seven.", None,
    ]  # fmt: skip
    assert {e["id"] for e in events} == {"chatcmpl-fake"}
    assert events[-1]["choices"][0]["finish_reason"] == "stop"


def test_thoughts_and_tool_calls_pass_while_text_is_checked(check, model):
    call = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    model.text = lambda body: {"content": "bad. Wait", "reasoning_content": "bad idea.", "tool_calls": [call]}
    server = check(rewrite="Well.")
    events = events_of(server.post(CHAT, {"model": "fake-model", "messages": [USER], "stream": True}))
    deltas = [e["choices"][0]["delta"] for e in events]
    assert "".join(d.get("reasoning_content", "") for d in deltas) == "bad idea."
    assert "".join(d.get("content") or "" for d in deltas) == "Well. Wait"
    order = [k for d in deltas for k in d if k in ("content", "tool_calls") and d[k]]
    assert order[-1] == "tool_calls"


def test_probabilities_of_tokens_are_never_torn_from_their_text(check, model):
    model.text = "bad."
    assert ask(check(), False, logprobs=True) == "bad."


CRISIS = Plan(
    mode="crisis", stage="act", tactics=("acknowledge", "inform"), hand_over=True,
    slots={"line_name": "Samaritans", "line_phone": "116 123", "emergency": "999"},
)  # fmt: skip
DANGER = FakePerceiver(default=Reading(risk=Risk("self_harm", 2, 0.99)))


@BOTH
@pytest.mark.parametrize("mode", ["steer", "check"])
def test_someone_in_danger_gets_the_line_of_help(check, model, stream, mode):
    model.text = "I am here with you."
    server = check(plan=CRISIS, perceiver=DANGER)
    said = ask(server, stream, attunement={"mode": mode})
    assert said == "I am here with you.\n\nSamaritans, 116 123"
    assert "Samaritans, 116 123" in json.dumps(model.requests[0]["messages"])
    assert server.kept()[0].reply.text.endswith("Samaritans, 116 123")


@BOTH
def test_the_line_of_help_is_not_said_twice(check, model, stream):
    model.text = "Please call 116 123 now."
    assert ask(check(plan=CRISIS, perceiver=DANGER), stream) == model.text({"messages": [USER]})


@BOTH
def test_of_several_drafts_the_critics_choose(make, model, stream):
    drafts = iter(["bad one.", "Good one.", "bad three."])
    model.text = lambda body: next(drafts)
    parts = fake_parts(critics=(Words(),))
    server = make(parts, upstreams=[model.entry], relay={"mode": "candidates", "drafts": 3})
    assert ask(server, stream) == "Good one."
    assert len(model.requests) == 3 and not any(r["stream"] for r in model.requests)


@BOTH
def test_drafts_that_fail_are_left_out(make, model, stream):
    model.faults = ["refuse_400", "key_401"]
    model.text = "Good one."
    server = make(fake_parts(critics=(Words(),)), upstreams=[model.entry], relay={"mode": "candidates"})
    assert ask(server, stream) == "Good one."


@BOTH
@pytest.mark.parametrize(
    ("budget", "asked", "said", "skipped"),
    [
        (60_000, 4, "Good.", ()),
        (900, 2, "Good.", ("drafts",)),
        (400, 1, "That stays with you.", ("drafts", "rewrite")),
    ],
)
def test_stages_give_way_to_the_budget_in_their_order(make, model, stream, budget, asked, said, skipped):
    model.text = lambda body: "Good." if is_rewrite(body) else "bad."
    parts = fake_parts(critics=(Words(),), backend=FakeBackend(COMPOSED))
    server = make(parts, upstreams=[model.entry], relay={"mode": "candidates"})
    assert ask(server, stream, attunement={"budget_ms": budget}) == said
    assert len(model.requests) == asked
    note = server.kept()[0].trace[-1].note
    assert [f"skipped {part}: budget" in note for part in skipped] == [True] * len(skipped)
    assert note.count("skipped") == len(skipped)


@BOTH
def test_a_model_slower_than_the_budget_leaves_the_word_to_the_composer(make, model, stream):
    model.first_s = 3.0
    server = make(
        fake_parts(backend=FakeBackend(COMPOSED)), upstreams=[model.entry], relay={"budget_ms": 300}
    )
    assert ask(server, stream) == COMPOSED
    (turn,) = server.kept()
    assert "composer, after upstream_timeout" in turn.trace[-1].note
