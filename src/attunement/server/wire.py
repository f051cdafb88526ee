"""What travels: the types of requests and responses.

Chat completions follow the OpenAI API reference ("Create chat completion", "The chat completion chunk
object"); unknown fields of a request are ignored. What is Attunement's own is in one object,
``attunement``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, Final, Literal, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, WithJsonSchema

from attunement.companion import text_of
from attunement.settings import RelayMode

MODEL: Final = "attunement"
Part = Literal["turn_id", "reply", "reading", "recall", "plan", "verdicts", "trace", "why"]
"""What of the Turn may be asked for."""

_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_LONGEST_ID: Final = 128
_MOST_FACTS: Final = 64
_LONGEST_FACT: Final = 2000


def _id(value: str | None) -> str | None:
    if not value:
        return None
    if len(value) > _LONGEST_ID or not value.isprintable():
        raise ValueError(f"an id is up to {_LONGEST_ID} printable characters")
    return value


def _locale(value: str | None) -> str | None:
    if not value:
        return None
    tag = value.replace("_", "-")
    if len(tag) > 35 or not _LANGUAGE_TAG.fullmatch(tag):
        raise ValueError("this is no language tag; write it like en-GB")
    return tag


def _facts(value: dict[str, Any] | None) -> dict[str, str]:
    if value is None:
        return {}
    if len(value) > _MOST_FACTS:
        raise ValueError(f"there are over {_MOST_FACTS} facts")
    facts: dict[str, str] = {}
    for key, fact in value.items():
        if isinstance(fact, bool):
            fact = "true" if fact else "false"
        if not isinstance(fact, str | int | float):
            raise ValueError("a fact is a text, a number, true or false")
        facts[key] = str(fact)
        if len(facts[key]) > _LONGEST_FACT or len(key) > _LONGEST_ID:
            raise ValueError(f"a fact is over {_LONGEST_FACT} characters")
    return facts


def _content(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(p, dict) for p in cast("list[Any]", value)):
        return cast("list[Any]", value)
    raise ValueError("a message's content is text or a list of parts")


Id = Annotated[str | None, AfterValidator(_id)]
Locale = Annotated[str | None, AfterValidator(_locale)]
Facts = Annotated[dict[str, Any] | None, AfterValidator(_facts)]
Content = Annotated[
    Any,
    AfterValidator(_content),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"type": "object"}},
                {"type": "null"},
            ]
        }
    ),
]


class WireMessage(BaseModel):
    """One message; those of roles other than user and assistant are the app's own."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Content = None

    @property
    def text(self) -> str:
        """The text of the content, parts joined by line breaks; parts that are no text are left out."""
        return text_of(self.content)


def _some(messages: list[WireMessage]) -> list[WireMessage]:
    if not messages:
        raise ValueError("there is no message to answer: the list is empty")
    return messages


def _answerable(messages: list[WireMessage]) -> list[WireMessage]:
    """Messages whose last line of the talk is the person's, and has text."""
    if reason := unanswerable(_some(messages)):
        raise ValueError(reason)
    return messages


def unanswerable(messages: Sequence[WireMessage]) -> str | None:
    """Why the composer has nothing to answer; None where it has."""
    talk = [m for m in messages if m.role in ("user", "assistant")]
    if not talk or talk[-1].role != "user":
        return "there is no message to answer: the last one must have the role 'user'"
    if not isinstance(talk[-1].content, str) and not talk[-1].text:
        return "the last message has no text; only text can be answered"
    return None


Messages = Annotated[list[WireMessage], AfterValidator(_answerable)]
AnyMessages = Annotated[list[WireMessage], AfterValidator(_some)]


class Extension(BaseModel):
    """The object ``attunement`` of a request."""

    person: Id = None
    conversation: Id = None
    locale: Locale = None
    context: Facts = None
    include: list[Part] = Field(default_factory=list[Part])
    mode: RelayMode | None = None
    plain: bool | None = None
    budget_ms: int | None = Field(default=None, ge=1, le=3_600_000)


class StreamOptions(BaseModel):
    """The object ``stream_options`` of a request."""

    include_usage: bool | None = False


class ChatRequest(BaseModel):
    """``POST /v1/chat/completions``. Fields that are not named here go to the model's server untouched.

    Without upstreams any model name is taken, and the composer answers.
    """

    model: str | None = None
    messages: AnyMessages
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: int | None = Field(1, ge=1)
    response_format: Any = None
    tool_choice: Any = None
    user: str | None = None
    safety_identifier: str | None = None
    attunement: Extension | None = None


class ResponsesRequest(BaseModel):
    """``POST /v1/responses``. Fields that are not named here go to the model's server untouched."""

    model: str | None = None
    input: str | list[dict[str, Any]]
    instructions: str | None = None
    stream: bool | None = False
    attunement: Extension | None = None


def _texts(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class ReadRequest(BaseModel):
    """``POST /v1/read``: a text, or up to 2048 of them."""

    input: Annotated[
        list[str],
        Field(min_length=1, max_length=2048),
        BeforeValidator(_texts, json_schema_input_type=str | list[str]),
    ]


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("there is nothing to judge")
    return text


class CheckRequest(BaseModel):
    """``POST /v1/check``: a draft in its conversation."""

    messages: Messages
    draft: Annotated[str, AfterValidator(_not_blank)]
    person: Id = None
    conversation: Id = None
    locale: Locale = None
    context: Facts = None


class FeedbackRequest(BaseModel):
    """``POST /v1/turns/{id}/feedback``."""

    value: Literal["up", "down"]
    reason: Annotated[str, Field(max_length=4000)] | None = None


class Usage(BaseModel):
    """Counts of words, which stand where token counts are expected.

    The composer has no tokens. A word is what stands between white space.
    """

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class AnswerMessage(BaseModel):
    """The reply."""

    role: Literal["assistant"]
    content: str
    refusal: str | None


class Answer(BaseModel):
    """The one choice of a completion."""

    index: int
    message: AnswerMessage
    logprobs: None
    finish_reason: Literal["stop"]


class Completion(BaseModel):
    """A chat completion; ``attunement`` is set only where something was asked for."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[Answer]
    usage: Usage
    attunement: dict[str, Any] = Field(default_factory=dict[str, Any])


class Delta(BaseModel):
    """What a chunk adds."""

    role: Literal["assistant"] = "assistant"
    content: str = ""


class ChunkChoice(BaseModel):
    """The one choice of a chunk."""

    index: int
    delta: Delta
    logprobs: None
    finish_reason: Literal["stop"] | None


class Chunk(BaseModel):
    """One event of a streamed completion; the one with the usage has no choices."""

    id: str
    object: Literal["chat.completion.chunk"]
    created: int
    model: str
    choices: list[ChunkChoice]
    usage: Usage | None = None
    attunement: dict[str, Any] = Field(default_factory=dict[str, Any])


class Model(BaseModel):
    """One model."""

    id: str
    object: Literal["model"] = "model"
    created: int
    owned_by: str


class ModelList(BaseModel):
    """``GET /v1/models``."""

    object: Literal["list"] = "list"
    data: list[Model]
