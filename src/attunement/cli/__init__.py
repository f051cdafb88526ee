"""The command ``attune``: one command per file."""

from __future__ import annotations

import sys

from attunement.errors import AttunementError


def main() -> None:
    """Run the command line; errors become one line and an exit status (1 failed, 2 wrong usage)."""
    from attunement.cli.app import app

    debug = "--debug" in sys.argv
    arguments = [a for a in sys.argv[1:] if a != "--debug"]
    try:
        app(args=arguments, prog_name="attune", standalone_mode=True)
    except AttunementError as error:
        if debug:
            raise
        _fail(str(error), error.exit_status)
    except (BrokenPipeError, KeyboardInterrupt):
        sys.stderr.close()
        sys.exit(1)
    except UnicodeError as error:
        if debug:
            raise
        _fail(f"an argument or the input is not valid UTF-8: {error}", 2)
    except OSError as error:
        if debug:
            raise
        where = f" ({error.filename})" if error.filename else ""
        _fail(f"{error.strerror or error}{where}", 1)


def _fail(message: str, status: int) -> None:
    line = " ".join(message.split())
    sys.stderr.write(f"attune: {line}\n")
    sys.exit(status)
