"""Errors that Attunement raises.

AttunementError            everything below; its message says what to do
UsageError               the call or the command line is wrong (exit status 2)
SettingsError            a setting cannot be used
DataError                a file of data cannot be read; names file and row
ModelError               a model is missing, damaged or does not fit
StoreError               the store cannot be read or written
PipelineError            stages do not fit together, or one broke its contract
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


class MissingExtraError(AttunementError):
    """An optional dependency is missing."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra '{extra}': pip install 'attunement[{extra}]'")
