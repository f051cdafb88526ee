"""Errors that Attunement raises.

AttunementError            everything below; its message says what to do
UsageError               the call or the command line is wrong (exit status 2)
SettingsError            a setting cannot be used
DataError                a file of data cannot be read; names file and row
ModelError               a model is missing, damaged or does not fit
StoreError               the store cannot be read or written
PipelineError            stages do not fit together, or one broke its contract
UpstreamError            a language model's server failed; says whether trying again may help
MissingExtraError        an optional part is not installed; gives the install line
"""

from __future__ import annotations


class AttunementError(Exception):
    """Base of all errors of the package; the message is one line that says what to do."""

    exit_status = 1


class UsageError(AttunementError):
    """The caller asked for something that does not exist or does not go together."""

    exit_status = 2


class SettingsError(UsageError):
    """A setting is unknown or has a value that cannot be used."""


class DataError(AttunementError):
    """A data file is missing or unreadable; the message names the file and the row."""


class ModelError(AttunementError):
    """A model file is missing, damaged (sha256) or made for another body."""


class StoreError(AttunementError):
    """The store cannot be opened, read or written."""


class PipelineError(AttunementError):
    """Stages are in an impossible order, or a stage wrote what it did not declare."""


class UpstreamError(AttunementError):
    """The server of a language model failed, or refused a request.

    Args:
        message: one line; it holds no key and no words of a conversation.
        status: the status that a client is told.
        code: a word for programs.
        again: whether the same request may succeed later.
        after_s: seconds to wait before it, where the server said so.
        refused: whether the request itself was refused, so that no other server would take it.
        detail: the upstream's own error object, for a refused request.
    """

    def __init__(
        self, message: str, *, status: int = 502, code: str = "upstream_error", again: bool = True,
        after_s: float | None = None, refused: bool = False, detail: dict[str, object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(message)
        self.status = status
        self.code = code
        self.again = again
        self.after_s = after_s
        self.refused = refused
        self.detail = detail


class MissingExtraError(AttunementError):
    """An optional dependency is missing."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra '{extra}': pip install 'attunement[{extra}]'")
