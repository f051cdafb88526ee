"""``attune mcp``: read, check, recall and remember as tools of the Model Context Protocol."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Annotated

import typer

from attunement.cli.common import companion
from attunement.errors import MissingExtraError


def mcp(
    store: Annotated[str | None, typer.Option(help="Store file, or 'memory'.")] = None,
) -> None:
    """Serve read, check, recall and remember to MCP clients, over standard input and output."""
    if find_spec("mcp") is None:
        raise MissingExtraError("attune mcp", "mcp")
    from attunement.server.mcp import mcp_server

    with companion(store) as attunement:
        mcp_server(attunement).run("stdio")
