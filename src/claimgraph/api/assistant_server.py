"""A server of the Model Context Protocol that only reads."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, InputRequiredResult, ToolAnnotations

from claimgraph.api.assisting import Assistant, instructions
from claimgraph.errors import ClaimgraphError

P = ParamSpec("P")
R = TypeVar("R")
# where what belongs to a question or a report is to stand
INSIDE = {
    "ask": "; what the question takes goes into `arguments`",
    "report": "; what the report takes goes into `options`",
}
READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)


class StrictServer(MCPServer):
    """Refuses arguments that a tool does not take: the package passes them over."""

    async def call_tool(
        self,
        name: str,
        arguments: dict[str, Any],
        context: Context[Any, Any] | None = None,
    ) -> CallToolResult | InputRequiredResult:
        """Calls a tool; ToolError with what it takes for any other argument."""
        for tool in await self.list_tools():
            known = tool.input_schema["properties"]
            for given in arguments if tool.name == name else ():
                if given not in known:
                    hint = f"it takes {', '.join(known)}{INSIDE.get(name, '')}"
                    raise ToolError(f"{name} has no argument {given!r}: {hint}")
        return await super().call_tool(name, arguments, context)


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
    found = StrictServer(
        "claimgraph", instructions=instructions(), version=version, log_level="ERROR"
    )

    tools: list[Callable[..., object]] = [assistant.ask, assistant.find]
    tools += [assistant.show, assistant.search, assistant.report]
    for one in tools:
        found.add_tool(with_our_errors(one), annotations=READS)
    return found
