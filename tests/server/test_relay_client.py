"""The official client, sync and async, against Attunement before a fake upstream, on loopback ports."""

from __future__ import annotations

import asyncio

import pytest

from attunement.companion import Companion
from attunement.fake_upstream import FakeUpstream
from attunement.fakes import FakeBackend, fake_parts
from attunement.server import create_app
from attunement.settings import RelaySettings, ServerSettings, Settings
from serving import serving

openai = pytest.importorskip("openai")
pytestmark = pytest.mark.extra

SAID = "I hear you. What happened?"
COMPOSED = "That stays with you. What was it like?"
USER = {"role": "user", "content": "my dog died"}
TOOL = {
    "type": "function",
    "name": "look_up",
    "parameters": {"type": "object", "properties": {}},
    "strict": False,
}
CALLS = [
    {"id": f"c{n}", "type": "function", "function": {"name": "look_up", "arguments": f'{{"order": {n}}}'}}
    for n in (1, 2)
]


@pytest.fixture(scope="module")
def served():
    fake = FakeUpstream(SAID)
    with serving(fake) as behind, Companion(parts=fake_parts(backend=FakeBackend(COMPOSED))) as companion:
        settings = Settings(
            store="memory", server=ServerSettings(api_key="k"),
            upstreams=[{"name": "fake", "url": f"{behind}/v1", "models": ["fake-model"]}],
            relay=RelaySettings(mode="check", first_s=1, idle_s=1, total_s=2, rest_s=0),
        )  # fmt: skip
        with serving(create_app(settings, companion)) as address:
            yield fake, f"{address}/v1"


@pytest.fixture
def fake(served):
    served[0].__init__(SAID)
    return served[0]


@pytest.fixture
def client(served):
    with openai.OpenAI(base_url=served[1], api_key="k", max_retries=0, timeout=20) as made:
        yield made


def test_chat_plain_and_streamed(client, fake):
    answer = client.chat.completions.create(model="fake-model", messages=[USER])
    assert answer.choices[0].message.content == SAID
    with client.chat.completions.stream(
        model="fake-model", messages=[USER], stream_options={"include_usage": True}
    ) as stream:
        final = stream.get_final_completion()
    assert (final.choices[0].message.content, final.choices[0].message.role) == (SAID, "assistant")
    assert final.usage.total_tokens == 12


def test_chat_tools_streamed(client, fake):
    fake.text = lambda body: {"content": None, "tool_calls": CALLS}
    tool = {"type": "function", "function": {k: v for k, v in TOOL.items() if k not in ("type", "strict")}}
    with client.chat.completions.stream(model="fake-model", messages=[USER], tools=[tool]) as stream:
        calls = stream.get_final_completion().choices[0].message.tool_calls
    assert [c.function.arguments for c in calls] == ['{"order": 1}', '{"order": 2}']


def test_errors_have_their_classes(client, fake):
    fake.always = "cut_mid"
    with (
        pytest.raises(openai.APIError) as caught,
        client.chat.completions.create(
            model="fake-model", messages=[USER], stream=True, extra_body={"attunement": {"mode": "steer"}}
        ) as stream,
    ):
        list(stream)
    assert caught.value.code == "upstream_cut"
    fake.always = "refuse_400"
    with pytest.raises(openai.BadRequestError) as caught:
        client.chat.completions.create(model="fake-model", messages=[USER])
    assert caught.value.param == "max_tokens"
    with pytest.raises(openai.NotFoundError):
        client.chat.completions.create(model="gpt-9", messages=[USER])


def test_the_client_tries_again_when_it_is_told_to(served, fake):
    fake.faults = ["error_503"] * 2
    with openai.OpenAI(base_url=served[1], api_key="k", max_retries=2, timeout=20) as client:
        answer = client.chat.completions.create(
            model="fake-model", messages=[USER], extra_body={"attunement": {"plain": True}}
        )
    assert answer.choices[0].message.content == SAID and len(fake.requests) == 3


@pytest.mark.parametrize("model", ["fake-model", "attunement"])
def test_a_response(client, fake, model):
    answer = client.responses.create(model=model, input="my dog died", instructions="Be kind.", store=False)
    assert answer.output_text == (SAID if model == "fake-model" else COMPOSED)
    assert (answer.status, answer.object, answer.error) == ("completed", "response", None)
    assert answer.usage.total_tokens == answer.usage.input_tokens + answer.usage.output_tokens
    if model == "fake-model":
        assert fake.requests[0]["messages"][0] == {"role": "system", "content": "Be kind."}


def test_a_streamed_response(client, fake):
    fake.text = lambda body: {"content": SAID, "reasoning_content": "Let me think."}
    with client.responses.stream(model="fake-model", input=[USER]) as stream:
        kinds = [event.type for event in stream]
        final = stream.get_final_response()
    assert final.output_text == SAID and final.status == "completed"
    assert [item.type for item in final.output] == ["reasoning", "message"]
    assert final.output[0].content[0].text == "Let me think."
    assert kinds[:2] == ["response.created", "response.in_progress"] and kinds[-1] == "response.completed"
    assert kinds.count("response.output_text.delta") == 2


def test_tools_through_responses(client, fake):
    fake.text = lambda body: {"content": None, "tool_calls": CALLS}
    with client.responses.stream(model="fake-model", input=[USER], tools=[TOOL]) as stream:
        list(stream)
        final = stream.get_final_response()
    assert [(c.call_id, c.arguments) for c in final.output] == [
        ("c1", '{"order": 1}'),
        ("c2", '{"order": 2}'),
    ]
    fake.text = SAID
    items = [
        USER, *[c.model_dump(exclude={"parsed_arguments"}, exclude_none=True) for c in final.output],
        {"type": "function_call_output", "call_id": "c1", "output": "sent"},
        {"type": "function_call_output", "call_id": "c2", "output": "lost"},
    ]  # fmt: skip
    answer = client.responses.create(model="fake-model", input=items, tools=[TOOL])
    assert answer.output_text == SAID
    sent = [m for m in fake.requests[-1]["messages"] if m["role"] != "system"]
    assert [m["role"] for m in sent] == ["user", "assistant", "tool", "tool"]
    assert [c["id"] for c in sent[1]["tool_calls"]] == ["c1", "c2"]


def test_json_through_responses_is_left_plain(client, fake):
    fake.text = '{"a": 1}'
    form = {"format": {"type": "json_schema", "name": "a", "schema": {"type": "object"}}}
    answer = client.responses.create(model="fake-model", input="my dog died", text=form, max_output_tokens=50)
    assert answer.output_text == '{"a": 1}'
    sent = fake.requests[0]
    assert sent["response_format"]["json_schema"]["name"] == "a" and sent["max_completion_tokens"] == 50
    assert sent["messages"] == [USER]


def test_images_through_responses(client, fake):
    parts = [
        {"type": "input_text", "text": "she was so small"},
        {"type": "input_image", "image_url": "data:x"},
    ]
    client.responses.create(model="fake-model", input=[{"role": "user", "content": parts}])
    content = fake.requests[0]["messages"][-1]["content"]
    assert content[1] == {"type": "image_url", "image_url": {"url": "data:x"}}


def test_state_is_refused(client, fake):
    with pytest.raises(openai.BadRequestError) as caught:
        client.responses.create(model="fake-model", input="hi", previous_response_id="resp_1")
    assert caught.value.param == "previous_response_id"
    with pytest.raises(openai.BadRequestError) as caught:
        client.responses.create(model="attunement", input=[{"role": "assistant", "content": "hi"}])
    assert caught.value.param == "messages"
    with pytest.raises(openai.BadRequestError) as caught:
        client.responses.create(model="fake-model", input="hi", tools=[{"type": "web_search"}])
    assert caught.value.param == "tools"


def test_a_broken_stream_is_a_failed_response(client, fake):
    fake.always = "cut_mid"
    body = {"attunement": {"mode": "steer"}}
    with client.responses.create(model="fake-model", input="hi", stream=True, extra_body=body) as stream:
        *_, last = list(stream)
    assert last.type == "response.failed" and last.response.error.message


def test_the_async_client(served, fake):
    async def run():
        async with openai.AsyncOpenAI(base_url=served[1], api_key="k", max_retries=0, timeout=20) as client:
            text = ""
            async for chunk in await client.chat.completions.create(
                model="fake-model", messages=[USER], stream=True
            ):
                text += chunk.choices[0].delta.content or ""
            async with client.responses.stream(model="fake-model", input="my dog died") as stream:
                final = await stream.get_final_response()
            many = await asyncio.gather(
                *(client.responses.create(model="fake-model", input=f"line {n}") for n in range(20))
            )
            return text, final.output_text, {m.output_text for m in many}

    assert asyncio.run(run()) == (SAID, SAID, {SAID})
