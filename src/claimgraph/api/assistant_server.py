"""A server of the Model Context Protocol that only reads."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from claimgraph.api.assisting import Assistant, instructions
from claimgraph.errors import ClaimgraphError

P = ParamSpec("P")
R = TypeVar("R")
READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)


def with_our_errors(tool: Callable[P, R]) -> Callable[P, R]:
    """The tool, whose errors the model reads as ours say them."""

    @wraps(tool)
    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return tool(*args, **kwargs)
        except ClaimgraphError as error:
            raise ToolError(str(error)) from None

    return asked


def server(assistant: Assistant, version: str) -> MCPServer:
    """The server with its five tools; none of them can write, or read a file."""
    found = MCPServer(
        "claimgraph", instructions=instructions(), version=version, log_level="ERROR"
    )

    tools: list[Callable[..., object]] = [assistant.ask, assistant.find]
    tools += [assistant.show, assistant.search, assistant.report]
    for one in tools:
        found.add_tool(with_our_errors(one), annotations=READS)
    return found
