"""Every error as one envelope: ``{"error": {"message", "type", "param", "code"}}``.

The shape and the types are those of the OpenAI API reference ("Error object"). What is sent never holds
a traceback, a value that was sent in, or the words of an internal error.
"""

from __future__ import annotations

import json
import logging
import math
import traceback
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, cast

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from attunement.errors import AttunementError, StoreError, UpstreamError, UsageError

_log: Final = logging.getLogger("attunement.server")
_CODES: Final[dict[int, str]] = {
    400: "invalid_request",
    401: "invalid_api_key",
    404: "not_found",
    405: "method_not_allowed",
    413: "body_too_large",
    415: "unsupported_media_type",
    429: "rate_limit_exceeded",
    500: "internal_error",
    502: "upstream_error",
    503: "unavailable",
    504: "upstream_timeout",
}
_AGAIN: Final = frozenset({408, 409, 425, 429, 502, 503, 504})
"""Statuses after which the same request may succeed."""
_LONGEST: Final = 400
_PLACES: Final = 8


class ApiError(Exception):
    """An answer other than success.

    Args:
        status: HTTP status.
        message: one line that says what to do; it is sent.
        param: the field that is wrong, dotted ("attunement.person"), or the header.
        code: a word for programs; by default one for the status.
        again: whether the same request may succeed later; by default it depends on the status.
        after_s: seconds to wait before that.
    """

    def __init__(
        self, status: int, message: str, *, param: str | None = None, code: str | None = None,
        again: bool | None = None, after_s: float | None = None,
    ) -> None:  # fmt: skip
        super().__init__(message)
        self.status = status
        self.message = message
        self.param = param
        self.code = code
        self.again = status in _AGAIN if again is None else again
        self.after_s = after_s

    @property
    def error(self) -> dict[str, Any]:
        """What stands in the envelope."""
        kind = "server_error" if self.status >= 500 else "invalid_request_error"
        return {
            "message": self.message[:_LONGEST],
            "type": "rate_limit_error" if self.status == 429 else kind,
            "param": self.param,
            "code": self.code or _CODES.get(self.status),
        }

    def response(self, headers: Mapping[str, str] | None = None) -> Response:
        """The envelope. It is ASCII, so that any text of a message can be sent."""
        sent = {"x-should-retry": "true" if self.again else "false", **(headers or {})}
        if self.after_s is not None:
            sent["retry-after"] = str(math.ceil(self.after_s))
        content = json.dumps(envelope(self.error))
        return Response(content, self.status, sent, media_type="application/json")


def envelope(error: Mapping[str, Any]) -> dict[str, Any]:
    """The envelope of every error (OpenAI API reference, "Error object")."""
    return {"error": dict(error)}


def from_upstream(error: UpstreamError) -> ApiError:
    """What a client is told of a model's server: nothing of its address or key."""
    detail = error.detail if error.refused and error.detail else {}
    param = detail.get("param")
    return ApiError(
        error.status, " ".join(str(error).split()), code=error.code, again=error.again,
        after_s=error.after_s, param=param if isinstance(param, str) else None,
    )  # fmt: skip


def report(error: Exception, request_id: str) -> None:
    """Log where an error arose: its class and places in the code, and never its words.

    Messages of exceptions may quote what a person wrote; lines of code do not.
    """
    places = "".join(traceback.format_tb(error.__traceback__, limit=-_PLACES)).rstrip()
    _log.error("request %s failed: %s\n%s", request_id, type(error).__name__, places)


def problem(errors: Sequence[Any]) -> ApiError:
    """The first of pydantic's errors; the value that was sent is left out."""
    first = cast("Mapping[str, Any]", errors[0])
    kind, found = first["type"], tuple(first["loc"])
    if kind == "json_invalid":
        reason = first.get("ctx", {}).get("error", "malformed")
        return ApiError(400, f"the body is no valid JSON: {reason}", code="invalid_json")
    location = found[1:] if found[:1] == ("body",) else found
    if not location:
        return ApiError(400, "the body must be a JSON object")
    path, names = "", list[str]()
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}"
    for part in location:
        if isinstance(part, int):
            break
        names.append(str(part))
    said = str(first["msg"]).removeprefix("Value error, ")
    return ApiError(400, f"{path.lstrip('.')}: {said}", param=".".join(names) or None)


async def _api(_: Request, error: ApiError) -> Response:
    return error.response()


async def _invalid(_: Request, error: RequestValidationError) -> Response:
    return problem(error.errors()).response()


async def _http(_: Request, error: HTTPException) -> Response:
    phrase = HTTPStatus(error.status_code).phrase.lower()
    said = {
        400: "the body cannot be read as JSON",
        404: "there is nothing at this address",
        405: "this address does not take this method",
    }
    answer = ApiError(error.status_code, said.get(error.status_code, phrase))
    return answer.response(error.headers)


async def _ours(request: Request, error: AttunementError) -> Response:
    if isinstance(error, UsageError):
        return ApiError(400, str(error)).response()
    if isinstance(error, UpstreamError):
        code = "upstream_refused" if error.refused else error.code  # a refusal's code is the upstream's
        _log.warning("request %s: %s", request.state.request_id, code)
        return from_upstream(error).response()
    report(error, request.state.request_id)
    if isinstance(error, StoreError):
        message = "the store cannot be read or written now; try again later"
        return ApiError(503, message, code="store_unavailable").response()
    return internal().response()


def internal() -> ApiError:
    """What is said of an error that nobody foresaw."""
    return ApiError(500, "something failed here; the log has the place under this x-request-id")


def handlers() -> dict[Any, Any]:
    """The handler of each class of exception."""
    return {
        ApiError: _api,
        RequestValidationError: _invalid,
        HTTPException: _http,
        AttunementError: _ours,
    }
