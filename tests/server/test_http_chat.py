"""``/v1/chat/completions``: what is answered, streamed and kept."""

from __future__ import annotations

import hashlib
import json

import pytest

from attunement.explain import turn_document
from attunement.fakes import FakeBackend, fake_parts
from attunement.turn import Message

REPLY = "That stays with you. I am here. What was it like?"
CHAT = "/v1/chat/completions"


def ask(text="my dog died", **fields):
    return {"model": "any", "messages": [{"role": "user", "content": text}], **fields}


def events_of(response):
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/event-stream")
    blocks = response.text.split("\n\n")
    assert blocks[-1] == "" and blocks[-2] == "data: [DONE]"
    assert all(b.startswith("data: ") for b in blocks[:-1])
    return [json.loads(b.removeprefix("data: ")) for b in blocks[:-2]]


def text_of(events):
    return "".join(e["choices"][0]["delta"].get("content", "") for e in events if e["choices"])


def test_a_completion_is_the_composers_reply(server):
    answer = server.say("my dog died", attunement={"conversation": "c"})
    (turn,) = server.kept()
    assert answer == {
        "id": f"chatcmpl-{turn.id}",
        "object": "chat.completion",
        "created": int(turn.now.timestamp()),
        "model": "attunement",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": REPLY, "refusal": None},
                "logprobs": None,
                "finish_reason": "stop",
            }
        ],
        "usage": {"prompt_tokens": 3, "completion_tokens": 11, "total_tokens": 14},
    }


def test_the_prefix_v1_may_be_left_out(server):
    short = server.post("/chat/completions", ask()).json()
    assert short["choices"] == server.say("my dog died")["choices"]


def test_usage_counts_the_words_of_every_message(server):
    messages = [
        {"role": "system", "content": "be kind  please"},
        {"role": "user", "content": [{"type": "text", "text": "two words"}, {"type": "image_url"}]},
    ]
    answer = server.post(CHAT, {"messages": messages}).json()
    assert answer["usage"]["prompt_tokens"] == 5


@pytest.mark.parametrize(
    "names", [["turn_id"], ["reply", "reading"], ["recall", "plan", "verdicts", "trace"]]
)
def test_exactly_what_is_asked_for_is_included(server, names):
    answer = server.say("my dog died", attunement={"conversation": "c", "include": names})
    document = json.loads(json.dumps(turn_document(server.kept()[0])))
    assert answer["attunement"] == {name: document[name] for name in names}


def test_the_reasons_are_included_when_asked_for(server):
    answer = server.say("my dog died", attunement={"include": ["why", "why"]})
    why = answer["attunement"].pop("why")
    assert answer["attunement"] == {}
    assert [line for line in why["read"] if line.startswith("emotion: sadness 80%")]
    assert why["checked"] == ["fake: 1.00, fake"]


@pytest.mark.parametrize("extension", [None, {}, {"include": []}, {"person": "p"}, {"colour": "later"}])
def test_nothing_is_included_unasked(server, extension):
    assert "attunement" not in server.say("hello", attunement=extension)


def test_a_stream_has_one_chunk_for_each_sentence_and_gives_the_same_text(server):
    plain = server.say("my dog died")
    events = events_of(server.post(CHAT, ask(stream=True)))
    first, *middle, last = events
    assert first["choices"][0]["delta"] == {"role": "assistant", "content": ""}
    assert [e["choices"][0]["delta"] for e in middle] == [
        {"content": "That stays with you."},
        {"content": " I am here."},
        {"content": " What was it like?"},
    ]
    assert last["choices"][0]["delta"] == {}
    assert [e["choices"][0]["finish_reason"] for e in events] == [None] * 4 + ["stop"]
    assert text_of(events) == plain["choices"][0]["message"]["content"] == REPLY
    assert {e["id"] for e in events} == {plain["id"]}
    assert {(e["object"], e["model"]) for e in events} == {("chat.completion.chunk", "attunement")}
    assert all("usage" not in e and "attunement" not in e for e in events)


def test_the_usage_chunk_comes_last_and_only_when_asked_for(server):
    response = server.post(CHAT, ask(stream=True, stream_options={"include_usage": True}))
    *before, last = events_of(response)
    assert last["choices"] == []
    assert last["usage"] == {"prompt_tokens": 3, "completion_tokens": 11, "total_tokens": 14}
    assert [e["usage"] for e in before] == [None] * 5
    for options in (None, {}, {"include_usage": False}):
        events = events_of(server.post(CHAT, ask(stream=True, stream_options=options)))
        assert all("usage" not in e and e["choices"] for e in events)


def test_a_stream_includes_what_was_asked_for_in_its_stop_chunk(server):
    *before, last = events_of(server.post(CHAT, ask(stream=True, attunement={"include": ["turn_id"]})))
    assert last["choices"][0]["finish_reason"] == "stop"
    assert last["attunement"] == {"turn_id": last["id"].removeprefix("chatcmpl-")}
    assert all("attunement" not in e for e in before)


def test_a_stream_is_ascii_so_that_no_client_breaks_a_line_in_it(make):
    text = "One\u2028two \x85 three é."
    server = make(fake_parts(backend=FakeBackend(text)))
    response = server.post(CHAT, ask(stream=True))
    assert response.content.isascii()
    assert text_of(events_of(response)) == server.say("my dog died")["choices"][0]["message"]["content"]


def test_a_streamed_turn_is_kept_like_a_plain_one(make):
    plain, streamed = make(), make()
    plain.say("my dog died", attunement={"conversation": "c", "person": "p"})
    streamed.post(CHAT, ask(stream=True, attunement={"conversation": "c", "person": "p"}))
    (one,), (two,) = plain.kept(), streamed.kept()
    assert one.write(trace=()) == two.write(trace=())


def test_a_reply_without_sentences_is_an_empty_text(make):
    server = make(fake_parts(backend=FakeBackend(" ")))
    assert server.say("hello")["choices"][0]["message"]["content"] == ""
    assert text_of(events_of(server.post(CHAT, ask(stream=True)))) == ""


def test_the_apps_own_messages_and_calls_of_tools_are_no_lines_of_the_talk(server):
    messages = [
        {"role": "system", "content": "one"},
        {"role": "developer", "content": [{"type": "text", "text": "two"}]},
        {"role": "user", "content": "hi"},
        {"role": "assistant", "content": None, "tool_calls": [{"id": "1", "type": "function"}]},
        {"role": "tool", "content": "42", "tool_call_id": "1"},
        {"role": "assistant", "content": "Hello."},
        {"role": "system", "content": "three"},
        {"role": "user", "content": [{"type": "text", "text": "my dog"}, {"type": "text", "text": "died"}]},
        {"role": "system", "content": "four"},
    ]
    body = {"messages": messages, "attunement": {"conversation": "c"}}
    assert server.post(CHAT, body).status_code == 200
    (turn,) = server.kept()
    assert turn.message == "my dog\ndied"
    assert turn.history == (Message("user", "hi"), Message("assistant", "Hello."))


def test_unknown_fields_and_tools_are_taken_and_tools_not_called(server):
    tool = {"type": "function", "function": {"name": "look_up", "parameters": {}}}
    answer = server.say(
        "look up my order", tools=[tool], tool_choice="auto", temperature=0.3, max_tokens=5, n=1,
        response_format={"type": "text"}, logit_bias={"1": 2}, x_unknown={"deep": [1, {"a": None}]},
    )  # fmt: skip
    assert answer["choices"][0]["finish_reason"] == "stop"
    assert "tool_calls" not in answer["choices"][0]["message"]


@pytest.mark.parametrize(
    ("body", "headers", "person"),
    [
        ({"user": "u"}, {}, "u"),
        ({"user": "u"}, {"x-attunement-person": "h"}, "h"),
        ({"user": "u", "attunement": {"person": "b"}}, {"x-attunement-person": "h"}, "b"),
        ({"attunement": {"person": ""}, "user": ""}, {}, None),
        ({"user": "u" * 500}, {}, "user-" + hashlib.sha256(b"u" * 500).hexdigest()),
        ({}, {"x-attunement-person": "Žofie".encode()}, "Žofie"),
    ],
)
def test_who_is_spoken_with(server, body, headers, person):
    server.say("hello", headers={"x-attunement-conversation": "c", **headers}, **body)
    (turn,) = server.kept()
    assert turn.person == person


@pytest.mark.parametrize(
    ("body", "headers", "locale"),
    [
        ({"locale": "en_GB"}, {}, "en-GB"),
        ({}, {"x-attunement-locale": "de-AT"}, "de-AT"),
        ({"locale": "fr"}, {"x-attunement-locale": "de-AT"}, "fr"),
        ({}, {}, "en"),
    ],
)
def test_the_locale_comes_from_the_body_the_header_or_the_settings(server, body, headers, locale):
    server.say("hello", headers=headers, attunement={"conversation": "c", **body})
    assert server.kept()[0].locale == locale


def test_facts_of_the_app_reach_the_turn_as_texts(server):
    facts = {"user_name": "Ana", "order_number": 12345, "vip": True, "total": 9.5}
    server.say("hello", attunement={"conversation": "c", "context": facts})
    expected = {"user_name": "Ana", "order_number": "12345", "vip": "true", "total": "9.5"}
    assert dict(server.kept()[0].context) == expected


def test_a_conversation_goes_on_over_calls_and_without_one_nothing_is_kept(server):
    server.say("hello")
    assert server.parts.store.records == {}
    include = {"conversation": "c", "include": ["turn_id", "recall"]}
    first = server.say("my dog died", attunement=include)["attunement"]
    second = server.say("yes", headers={"x-attunement-conversation": "c"}, attunement={"include": ["recall"]})
    assert first["recall"]["turns"] == []
    assert second["attunement"]["recall"]["turns"] == [first["turn_id"]]


def test_an_emoji_cut_in_half_is_answered(server):
    body = (
        rb'{"messages":[{"role":"user","content":"so sad \ud83d"}],"attunement":{"conversation":"a\ud83d"}}'
    )
    assert server.raw(CHAT, body).status_code == 200
    (turn,) = server.kept()
    assert (turn.message, turn.conversation) == ("so sad \ufffd", "a\ufffd")
    whole = (
        rb'{"messages":[{"role":"user","content":"\ud83d\ude22 \ud83d"}],"attunement":{"conversation":"b"}}'
    )
    assert server.raw(CHAT, whole).status_code == 200
    assert server.kept()[1].message == "\U0001f622 \ufffd"
