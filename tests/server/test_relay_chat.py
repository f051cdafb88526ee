"""Chat completions through an upstream: steered, untouched where they must be, and kept."""

from __future__ import annotations

import hashlib
import hmac
import json

import pytest

from attunement.fakes import FakePlanner, fake_parts
from attunement.turn import Message, Plan

CHAT = "/v1/chat/completions"
SAID = "I hear you. What happened?"
SYSTEM = {"role": "system", "content": "You work for a shop."}
USER = {"role": "user", "content": "my dog died"}
TALK = [SYSTEM, {"role": "user", "content": "hi"}, {"role": "assistant", "content": "Hello."}, USER]
TOOL = {"type": "function", "function": {"name": "look_up", "parameters": {"type": "object"}}}
CALL = {"id": "c1", "type": "function", "function": {"name": "look_up", "arguments": '{"order": 7}'}}


@pytest.fixture
def relay(make, model):
    return make(upstreams=[model.entry])


def ask(server, headers=None, **fields):
    body = {"model": "fake-model", "messages": [USER], **fields}
    response = server.post(CHAT, body, headers=headers)
    assert response.status_code == 200, response.text
    return response


def chunks(response):
    blocks = response.text.split("\n\n")
    assert response.headers["content-type"].startswith("text/event-stream")
    assert blocks[-1] == "" and blocks[-2] == "data: [DONE]"
    return [json.loads(b.removeprefix("data: ")) for b in blocks[:-2] if not b.startswith(":")]


def text_of(events):
    return "".join(e["choices"][0]["delta"].get("content") or "" for e in events if e["choices"])


def test_the_instructions_stand_beside_the_clients_own_messages(relay, model):
    ask(relay, messages=TALK)
    sent = model.requests[0]["messages"]
    assert [m["role"] for m in sent] == ["system", "system", "user", "assistant", "system", "user"]
    assert [m for m in sent if m in TALK] == TALK
    steady, changing = sent[1]["content"], sent[4]["content"]
    assert "Facts do not change with the mood" in steady and "my dog" not in steady + changing
    assert "ask one short open question" in changing


def test_the_steady_part_is_the_same_on_every_turn(relay, model):
    ask(relay, messages=TALK)
    ask(relay, messages=[*TALK, {"role": "assistant", "content": "Oh."}, {"role": "user", "content": "yes"}])
    first, second = (r["messages"] for r in model.requests)
    assert first[:4] == second[:4]


def test_instructions_may_be_merged_into_the_first_system_message(make, model):
    server = make(upstreams=[{**model.entry, "instructions": "merge"}])
    ask(server, messages=TALK)
    sent = model.requests[0]["messages"]
    assert [m["role"] for m in sent] == [m["role"] for m in TALK]
    assert sent[0]["content"].startswith(SYSTEM["content"] + "\n\n") and sent[1:] == TALK[1:]


def test_every_other_field_travels_untouched_both_ways(relay, model):
    model.extra = {"system_fingerprint": "fp", "x_new": [1, {"a": None}], "service_tier": "flex"}
    fields = {"temperature": 0.2, "logit_bias": {"1": 2}, "x_mine": {"deep": [None]}, "seed": 7, "top_k": 3}
    answer = ask(relay, **fields, attunement={"person": "p"}).json()
    sent = model.requests[0]
    assert {k: sent[k] for k in fields} == fields and "attunement" not in sent
    assert {k: answer[k] for k in model.extra} == model.extra
    assert answer["choices"][0]["message"]["content"] == SAID and "attunement" not in answer
    streamed = chunks(ask(relay, stream=True, **fields))
    assert all({k: e[k] for k in model.extra} == model.extra for e in streamed)


def test_a_stream_gives_the_models_text_as_it_came(relay, model):
    response = ask(relay, stream=True)
    events = chunks(response)
    assert text_of(events) == SAID
    assert len([e for e in events if e["choices"][0]["delta"].get("content")]) == 5
    assert all(e["choices"] and "usage" not in e for e in events)
    assert response.headers["x-attunement-upstream"] == "fake"


@pytest.mark.parametrize("stream", [False, True])
def test_what_was_said_is_kept_with_its_reading(relay, model, stream):
    model.text = "I hear `x = 1`.\n\n- One.\n- Two?"
    response = ask(relay, stream=stream, attunement={"conversation": "c", "person": "p"})
    (turn,) = relay.kept()
    assert turn.id == response.headers["x-attunement-turn"]
    assert (turn.message, turn.person, turn.reading.sentiment) == ("my dog died", "p", "negative")
    assert turn.extra["relay"]["text"] == model.text
    assert [s.text for s in turn.reply.sentences] == ["I hear `x = 1`.", "- One.", "- Two?"]
    assert turn.trace[-1].stage == "relay" and turn.trace[-1].note == "fake, steer"
    shown = relay.get(f"/v1/turns/{turn.id}").json()
    assert shown["reply"]["text"].startswith("I hear")


@pytest.mark.parametrize("stream", [False, True])
def test_resent_regenerated_and_edited_calls_make_no_doubled_turns(relay, stream):
    extension = {"conversation": "c"}
    for _ in range(3):
        ask(relay, stream=stream, attunement=extension)
    assert len(relay.kept()) == 1
    longer = [USER, {"role": "assistant", "content": SAID}, {"role": "user", "content": "yes"}]
    ask(relay, stream=stream, messages=longer, attunement=extension)
    ask(relay, stream=stream, messages=longer, attunement=extension)
    assert [t.message for t in relay.kept()] == ["my dog died", "yes"]
    edited = [{"role": "user", "content": "my cat died"}]
    ask(relay, stream=stream, messages=edited, attunement=extension)
    assert len(relay.kept()) == 3


def test_the_usage_chunk_comes_only_when_asked_for(relay, model):
    model.always = "usage"
    assert all("usage" not in e for e in chunks(ask(relay, stream=True)))
    *_, last = chunks(ask(relay, stream=True, stream_options={"include_usage": True}))
    assert last["choices"] == [] and last["usage"]["total_tokens"] == 12


def test_thoughts_are_kept_as_they_come(relay, model):
    model.text = lambda body: {"content": "Yes.", "reasoning_content": "Let me think."}
    assert ask(relay).json()["choices"][0]["message"]["reasoning_content"] == "Let me think."
    events = chunks(ask(relay, stream=True))
    assert "".join(e["choices"][0]["delta"].get("reasoning_content", "") for e in events) == "Let me think."


@pytest.mark.parametrize("mode", ["steer", "check"])
@pytest.mark.parametrize("stream", [False, True])
def test_calls_of_tools_pass_untouched_and_keep_no_turn(relay, model, mode, stream):
    model.text = lambda body: {"content": None, "tool_calls": [CALL]}
    fields = {"tools": [TOOL], "tool_choice": "auto", "attunement": {"mode": mode, "conversation": "c"}}
    response = ask(relay, stream=stream, **fields)
    assert model.requests[0]["tools"] == [TOOL]
    if stream:
        events = chunks(response)
        calls = [c for e in events for c in e["choices"][0]["delta"].get("tool_calls", ())]
        assert calls == [{"index": 0, **CALL}]
        assert events[-1]["choices"][0]["finish_reason"] == "tool_calls"
    else:
        assert response.json()["choices"][0]["message"]["tool_calls"] == [CALL]
    assert relay.kept() == []


def test_the_answer_after_a_tool_belongs_to_the_same_turn(relay, model):
    messages = [USER, {"role": "assistant", "content": None, "tool_calls": [CALL]},
                {"role": "tool", "tool_call_id": "c1", "content": "sent on 3 May"}]  # fmt: skip
    ask(relay, messages=messages, tools=[TOOL], attunement={"conversation": "c"})
    sent = model.requests[0]["messages"]
    assert [m["role"] for m in sent] == ["system", "system", "user", "assistant", "tool"]
    (turn,) = relay.kept()
    assert (turn.message, turn.history) == ("my dog died", ())


def test_an_answer_that_was_begun_is_read_up_to_the_persons_line(relay, model):
    begun = {"role": "assistant", "content": "I am"}
    ask(relay, messages=[*TALK, begun], attunement={"conversation": "c"})
    assert model.requests[0]["messages"][-1] == begun
    assert relay.kept()[0].history == (Message("user", "hi"), Message("assistant", "Hello."))


@pytest.mark.parametrize(
    "fields",
    [
        {"response_format": {"type": "json_object"}},
        {"response_format": {"type": "json_schema", "json_schema": {"name": "a", "schema": {}}}},
        {"modalities": ["text", "audio"], "audio": {"voice": "alloy"}},
        {"attunement": {"plain": True}},
        {"attunement": {"mode": "plain", "conversation": "c"}},
        {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "data:x"}}]}]},
        {"messages": [{"role": "user", "content": [{"type": "input_audio", "input_audio": {"data": ""}}]}]},
        {"messages": [SYSTEM]},
        {"model": "bare"},
    ],
)
@pytest.mark.parametrize("stream", [False, True])
def test_what_is_no_free_text_passes_plain_and_out_of_memory(make, model, fields, stream):
    entry = {**model.entry, "models": ["fake-model", "bare"], "plain_models": ["bare"], "mode": "check"}
    server = make(upstreams=[entry])
    extension = {"conversation": "c"} | fields.get("attunement", {})
    ask(server, stream=stream, **{**fields, "attunement": extension})
    assert model.requests[0]["messages"] == fields.get("messages", [USER])
    assert server.kept() == []


def test_plain_can_be_asked_for_by_header(relay, model):
    for headers in ({"x-attunement-plain": "true"}, {"x-attunement-mode": "plain"}):
        ask(relay, headers=headers)
        assert model.requests[-1]["messages"] == [USER]


def test_images_beside_text_are_steered_and_left_in_place(relay, model):
    parts = [
        {"type": "text", "text": "she was so small"},
        {"type": "image_url", "image_url": {"url": "data:x"}},
    ]
    ask(relay, messages=[{"role": "user", "content": parts}], attunement={"conversation": "c"})
    assert model.requests[0]["messages"][-1]["content"] == parts
    assert relay.kept()[0].message == "she was so small"


def test_a_turn_that_wants_no_emotion_is_not_steered_but_kept(make, model):
    parts = fake_parts(planner=FakePlanner(Plan(mode="plain", tactics=("inform",))))
    server = make(parts, upstreams=[model.entry])
    ask(server, attunement={"conversation": "c"})
    assert model.requests[0]["messages"] == [USER]
    assert server.kept()[0].reply.text == SAID


TASKS = [
    "### Task:\nGenerate a concise, 3-5 word title with an emoji summarizing the chat history.\n### Guidelines:\n",
    "### Task:\nGenerate 1-3 broad tags categorizing the main themes of the chat history\n<chat_history>",
    "### Task:\nSuggest 3-5 relevant follow-up questions or prompts that the user might naturally ask next",
    "### Task:\nAnalyze the chat history to determine the necessity of generating search queries",
    "### Task:\nYou are an autocompletion system. Continue the text",
    "Provide a concise, 5-word-or-less title for the conversation, using title case conventions.",
    "Analyze this conversation and provide:\n1. The detected language of the conversation\n2. A concise title",
    "Ignore previous instructions. Summarize the most important facts and events in the story so far.",
    "[Pause your roleplay. Summarize the most important facts and events that have happened in the chat]",
]


@pytest.mark.parametrize("task", TASKS)
def test_background_tasks_of_clients_are_plain_and_out_of_memory(relay, model, task):
    headers = {"x-openwebui-chat-id": "c9", "x-openwebui-user-id": "ana"}
    ask(relay, headers=headers, messages=[{"role": "user", "content": task}])
    assert model.requests[0]["messages"] == [{"role": "user", "content": task}]
    assert relay.kept() == []
    ask(relay, headers=headers, messages=[{"role": "system", "content": task}, USER])
    assert relay.kept() == []


def test_a_question_with_retrieved_context_is_no_background_task(relay, model):
    text = "### Task:\nRespond to the user query using the provided context\n<user_query>why did she go"
    ask(relay, messages=[{"role": "user", "content": text}])
    assert len(model.requests[0]["messages"]) == 3


@pytest.mark.parametrize("trusted", [False, True])
def test_a_recognised_client_names_the_talk_and_the_person_if_trusted(make, model, trusted):
    server = make(upstreams=[model.entry], trust_client_headers=trusted)
    headers = {"x-openwebui-chat-id": "c9", "x-openwebui-user-id": "ana"}
    ask(server, headers=headers, user="u")
    (turn,) = server.kept()
    assert (turn.conversation, turn.person) == ("c9", "ana" if trusted else "u")
    ask(server, headers=headers, messages=[{"role": "user", "content": "my cat died"}])
    assert {t.branch for t in server.kept()} == {turn.branch}


@pytest.mark.parametrize(
    ("fields", "person"),
    [
        ({"safety_identifier": "s", "user": "u"}, "s"), ({"user": "u"}, "u"),
        ({"metadata": {"user_id": "m"}}, "m"), ({"attunement": {"person": "b"}, "user": "u"}, "b"), ({}, None),
    ],
)  # fmt: skip
def test_who_is_spoken_with(relay, fields, person):
    ask(relay, headers={"x-attunement-conversation": "c"}, **fields)
    assert relay.kept()[0].person == person


def test_with_a_secret_only_a_signed_person_counts(make, model, error_of):
    secret = "a-long-secret"
    server = make(upstreams=[model.entry], identity_secret=secret)
    signature = hmac.new(secret.encode(), b"ana", hashlib.sha256).hexdigest()
    good = {
        "x-attunement-person": "ana",
        "x-attunement-signature": signature,
        "x-attunement-conversation": "c",
    }
    ask(server, headers=good, attunement={"person": "bob"})
    assert server.kept()[0].person == "ana"
    for bad in ({**good, "x-attunement-person": "bob"}, {"x-attunement-person": "ana"}):
        response = server.post(CHAT, {"messages": [USER]}, headers=bad)
        assert response.status_code == 401
        assert error_of(response)["code"] == "invalid_signature"


def test_models_of_the_upstreams_and_the_composer(make, model, error_of):
    other = {**model.entry, "name": "other", "models": ()}
    model.models = ["fake-model", "llama"]
    server = make(upstreams=[model.entry, other])
    listed = server.get("/v1/models").json()["data"]
    assert [(m["id"], m["owned_by"]) for m in listed] == [
        ("attunement", "attunement"), ("fake-model", "fake"), ("llama", "other"),
    ]  # fmt: skip
    assert server.get("/v1/models/llama").json()["id"] == "llama"
    composed = server.post(CHAT, {"model": "attunement", "messages": [USER]}).json()
    assert composed["model"] == "attunement" and model.requests == []


@pytest.mark.parametrize("stream", [False, True])
def test_an_unknown_model_is_a_404(relay, error_of, stream):
    response = relay.post(CHAT, {"model": "gpt-9", "messages": [USER], "stream": stream})
    assert response.status_code == 404
    assert error_of(response)["code"] == "model_not_found"
    assert response.headers["x-should-retry"] == "false"


def test_no_model_means_the_first_one(relay, model):
    assert relay.post(CHAT, {"messages": [USER]}).status_code == 200
    assert model.requests[0]["model"] == "fake-model"


def test_the_clients_own_key_and_headers_go_no_further(make, model, monkeypatch):
    monkeypatch.setenv("FAKE_KEY", "upstream-key")
    server = make(upstreams=[{**model.entry, "key_env": "FAKE_KEY", "forward_headers": ["openai-beta"]}],
                  api_key="our-key")  # fmt: skip
    headers = {
        "authorization": "Bearer our-key",
        "x-stainless-os": "Linux",
        "cookie": "a=b",
        "openai-beta": "x",
    }
    ask(server, headers=headers)
    seen = model.headers[0]
    assert seen["authorization"] == "Bearer upstream-key" and seen["openai-beta"] == "x"
    assert not [h for h in seen if h.startswith(("x-stainless", "cookie", "x-attunement"))]


@pytest.mark.parametrize("stream", [False, True])
def test_what_is_asked_for_of_the_turn_is_included(relay, stream):
    response = ask(relay, stream=stream, attunement={"include": ["turn_id", "reading"]})
    found = chunks(response)[-1]["attunement"] if stream else response.json()["attunement"]
    assert set(found) == {"turn_id", "reading"}


def test_several_choices_pass_as_they_are(relay, model):
    answer = ask(relay, n=3, attunement={"mode": "check", "conversation": "c"}).json()
    assert [c["message"]["content"] for c in answer["choices"]] == [SAID] * 3
    assert relay.kept()[0].reply.text == SAID


@pytest.mark.parametrize("extension", [{"mode": "loud"}, {"budget_ms": 0}, {"plain": "perhaps"}])
def test_a_wrong_extension_is_named(relay, error_of, extension):
    response = relay.post(CHAT, {"messages": [USER], "attunement": extension})
    assert response.status_code == 400
    assert error_of(response)["param"] == f"attunement.{next(iter(extension))}"
    response = relay.post(CHAT, {"messages": [USER]}, headers={"x-attunement-budget-ms": "soon"})
    assert error_of(response)["param"] == "x-attunement-budget-ms"
