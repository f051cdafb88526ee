"""Every error as one envelope: ``{"error": {"message", "type", "param", "code"}}``.

The shape and the types are those of the OpenAI API reference ("Error object"). What is sent never holds
a traceback, a value that was sent in, or the words of an internal error.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, cast

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from attunement.errors import AttunementError, StoreError, UsageError

_log: Final = logging.getLogger("attunement.server")
_CODES: Final[dict[int, str]] = {
    400: "invalid_request",
    401: "invalid_api_key",
    404: "not_found",
    405: "method_not_allowed",
    413: "body_too_large",
    415: "unsupported_media_type",
    500: "internal_error",
    503: "unavailable",
}
_LONGEST: Final = 400
_PLACES: Final = 8


class ApiError(Exception):
    """An answer other than success.

    Args:
        status: HTTP status.
        message: one line that says what to do; it is sent.
        param: the field that is wrong, dotted ("attunement.person"), or the header.
        code: a word for programs; by default one for the status.
    """

    def __init__(
        self, status: int, message: str, *, param: str | None = None, code: str | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.param = param
        self.code = code

    def response(self, headers: Mapping[str, str] | None = None) -> Response:
        """The envelope. It is ASCII, so that any text of a message can be sent."""
        error = {
            "message": self.message[:_LONGEST],
            "type": "server_error" if self.status >= 500 else "invalid_request_error",
            "param": self.param,
            "code": self.code or _CODES.get(self.status),
        }
        return Response(json.dumps({"error": error}), self.status, headers, media_type="application/json")


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
