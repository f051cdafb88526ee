"""``/v1/models``, ``/v1/read``, ``/v1/check``, ``/v1/turns`` and the probes."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from attunement.explain import explain, reading_document, turn_document
from attunement.fakes import FakeCritic, FakePerceiver, fake_parts
from attunement.turn import Reading, Score, Span, Verdict

USER = {"role": "user", "content": "I was fired"}
HAPPY = Reading(emotions=(Score("joy", 0.9, True, (Span(0, 3),)),), sentiment="positive", valence=0.9)


def as_json(value):
    return json.loads(json.dumps(value))


def test_there_is_one_model(server):
    listed = server.get("/v1/models").json()
    assert listed["object"] == "list"
    (model,) = listed["data"]
    assert model["id"] == "attunement" and model["object"] == "model"
    assert server.get("/v1/models/attunement").json() == model == server.get("/models/attunement").json()


def test_a_text_is_read_as_the_command_line_reads_it(make):
    server = make(fake_parts(perceiver=FakePerceiver({"yay": HAPPY})))
    found = server.post("/v1/read", {"input": "yay"}).json()
    assert found == {"object": "list", "data": [as_json(reading_document(HAPPY))]}
    assert found["data"][0]["emotions"] == [
        {"label": "joy", "probability": 0.9, "in_set": True, "spans": [[0, 3]]}
    ]


def test_many_texts_are_read_in_order_and_in_bounded_batches(make):
    perceiver = FakePerceiver({"yay": HAPPY})
    server = make(fake_parts(perceiver=perceiver))
    texts = [f"text {i}" for i in range(99)] + ["yay"]
    readings = server.post("/read", {"input": texts}).json()["data"]
    assert [r["sentiment"] for r in readings] == ["negative"] * 99 + ["positive"]
    assert [t for batch in perceiver.calls for t in batch] == texts
    assert max(map(len, perceiver.calls)) <= 32
    assert server.parts.store.records == {}


@pytest.mark.parametrize("given", [None, 5, [], [5], ["a", None], {"a": "b"}, ["x"] * 2049])
def test_what_is_no_text_is_not_read(server, error_of, given):
    response = server.post("/v1/read", {"input": given})
    assert response.status_code == 400
    assert error_of(response)["param"] == "input"
    assert server.parts.perceiver.calls == []


def test_a_draft_is_judged_and_nothing_kept(make):
    server = make(fake_parts(critics=(FakeCritic(0.2), FakeCritic(error=ValueError("boom")))))
    body = {"messages": [USER], "draft": "Cheer up!", "conversation": "c", "person": "p", "locale": "en-GB"}
    found = server.post("/v1/check", body).json()
    expected = (
        Verdict("fake", 0.2, "fake", "fakes"),
        Verdict("fake", 0.5, "the critic failed: ValueError", "runner", "failed"),
    )
    assert found == {"schema": 1, "draft": "Cheer up!", "verdicts": [asdict(v) for v in expected]}
    assert server.parts.store.records == {}


def test_a_draft_is_judged_in_its_conversation(make):
    seen = []

    class Seeing(FakeCritic):
        def judge(self, draft, scratch):
            seen.append(draft)
            return ()

    server = make(fake_parts(critics=(Seeing(),)))
    messages = [{"role": "system", "content": "s"}, {"role": "assistant", "content": "Hi."}, USER]
    body = {"messages": messages, "draft": "I see. Why?", "context": {"user_name": "Ana"}}
    response = server.post("/v1/check", body, headers={"x-attunement-person": "p"})
    assert response.json()["verdicts"] == []
    (draft,) = seen
    assert [s.text for s in draft.reply.sentences] == ["I see.", "Why?"]
    assert draft.turn.message == "I was fired" and [m.text for m in draft.turn.history] == ["Hi."]
    assert draft.turn.person == "p" and dict(draft.turn.context) == {"user_name": "Ana"}


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"draft": "x"}, "messages"),
        ({"messages": [], "draft": "x"}, "messages"),
        ({"messages": [USER, {"role": "assistant", "content": "x"}], "draft": "x"}, "messages"),
        ({"messages": [USER]}, "draft"),
        ({"messages": [USER], "draft": " "}, "draft"),
        ({"messages": [USER], "draft": 5}, "draft"),
        ({"messages": [USER], "draft": "x", "locale": "?"}, "locale"),
        ({"messages": [USER], "draft": "x", "person": "x" * 129}, "person"),
        ({"messages": [USER], "draft": "x", "context": ["a"]}, "context"),
    ],
)
def test_a_wrong_check_names_the_field(server, error_of, body, param):
    response = server.post("/v1/check", body)
    assert response.status_code == 400
    assert error_of(response)["param"] == param


def test_a_kept_turn_can_be_seen_with_its_reasons(server):
    answer = server.say("my dog died", attunement={"conversation": "c", "person": "p"})
    (turn,) = server.kept()
    expected = as_json(turn_document(turn)) | {"message": "my dog died"}
    for id in (turn.id, answer["id"]):
        assert server.get(f"/v1/turns/{id}").json() == expected
    why = server.get(f"/turns/{turn.id}/why").json()
    assert why == {"schema": 1, "turn_id": turn.id, "why": as_json(asdict(explain(turn)))}


def test_feedback_is_kept_with_its_turn(server):
    answer = server.say("my dog died", attunement={"conversation": "c", "person": "p"})
    path = f"/v1/turns/{answer['id']}/feedback"
    noted = server.post(path, {"value": "down", "reason": "too cold"}).json()
    turn_id = answer["id"].removeprefix("chatcmpl-")
    id = noted.pop("feedback_id")
    assert noted == {"schema": 1, "turn_id": turn_id, "value": "down", "reason": "too cold"}
    record = server.parts.store.records["local", id]
    assert (record.kind, record.parent, record.person, record.conversation) == ("feedback", turn_id, "p", "c")
    kept = json.loads(record.payload)
    assert (kept["value"], kept["reason"]) == ("down", "too cold")
    assert server.post(path, {"value": "up"}).json()["reason"] is None


def test_feedback_on_nothing_or_of_another_value_is_refused(server, error_of):
    response = server.post("/v1/turns/none/feedback", {"value": "up"})
    assert response.status_code == 404
    assert error_of(response)["code"] == "turn_not_found"
    id = server.say("my dog died", attunement={"conversation": "c"})["id"]
    for body, param in (
        ({"value": "sideways"}, "value"), ({}, "value"), ({"value": "up", "reason": "x" * 4001}, "reason"),
    ):  # fmt: skip
        response = server.post(f"/v1/turns/{id}/feedback", body)
        assert response.status_code == 400
        assert error_of(response)["param"] == param
    assert len(server.parts.store.records) == 1


def test_feedback_is_no_turn(server, error_of):
    id = server.say("my dog died", attunement={"conversation": "c"})["id"]
    noted = server.post(f"/v1/turns/{id}/feedback", {"value": "up"}).json()["feedback_id"]
    response = server.get(f"/v1/turns/{noted}")
    assert response.status_code == 404
    error_of(response)


def test_the_probes(make, error_of):
    server = make()
    assert server.get("/healthz").json() == {"status": "ok"}
    assert server.get("/readyz").json() == {"status": "ready"}
    assert server.send("HEAD", "/healthz").status_code == server.send("HEAD", "/readyz").status_code == 200

    class Broken(FakePerceiver):
        def read(self, batch, scratch=None):
            raise RuntimeError("no model")

    broken = make(fake_parts(perceiver=Broken()))
    response = broken.get("/readyz")
    assert response.status_code == 500
    error_of(response)
    assert broken.get("/healthz").status_code == 200


def test_the_description_lists_each_address_once(server):
    described = server.get("/openapi.json").json()
    assert set(described["paths"]) == {
        "/healthz", "/readyz", "/v1/chat/completions", "/v1/responses", "/v1/models", "/v1/models/{id}", "/v1/read",
        "/v1/check", "/v1/turns/{id}", "/v1/turns/{id}/why", "/v1/turns/{id}/feedback",
    }  # fmt: skip
    chat = described["paths"]["/v1/chat/completions"]["post"]
    assert chat["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/ChatRequest")
