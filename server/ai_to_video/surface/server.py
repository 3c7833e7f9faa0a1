"""The MCP server around the five tools: arguments checked, failures told plainly, progress passed on.

Nothing is opened here. The lifespan hands over a Reception, and that opens the Studio when a tool first needs it.
"""

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Protocol

from mcp.server import CacheHint, MCPServer
from mcp.server.mcpserver import Context
from mcp.shared.exceptions import MCPError
from mcp.types import CallToolResult, InputRequiredResult, Tool

from ..errors import AiToVideoError, BackendFailed
from .schemas import check
from .tools import HANDLERS, INSTRUCTIONS, OFFERS, Call, failed

if TYPE_CHECKING:
    from ..studio import Studio
    from ..studio.answers import Progress

log = logging.getLogger(__name__)
HOUR_MS = 3_600_000


class Reception(Protocol):
    """Who lets a tool in: opens the Studio, or raises the AiToVideoError that says why this tool cannot work."""

    async def studio(self, tool: str) -> "Studio": ...


Lifespan = Callable[[MCPServer[Reception]], AbstractAsyncContextManager[Reception]]


class VideoServer(MCPServer[Reception]):
    """An MCPServer whose five tools carry hand-written schemas; anything else it serves comes from extensions."""

    def __init__(self, lifespan: Lifespan, *, version: str) -> None:
        super().__init__(
            "ai-to-video",
            title="AI to Video",
            version=version,
            instructions=INSTRUCTIONS,
            lifespan=lifespan,
            subscriptions=False,
            cache_hints={"tools/list": CacheHint(ttl_ms=HOUR_MS, scope="public")},
        )
        self._five = [offer.definition() for offer in OFFERS]

    async def list_tools(self) -> list[Tool]:
        return [*self._five, *await super().list_tools()]

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Reception, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        if name not in HANDLERS or context is None:
            return await super().call_tool(name, arguments, context)
        return await answer(name, arguments, context)


async def answer(name: str, arguments: Mapping[str, Any], context: Context[Reception, Any]) -> CallToolResult:
    """Always a result: a foreseen failure is told in its own words, any other one is logged and told in ours."""
    try:
        checked = check(name, arguments)
        studio = await context.request_context.lifespan_context.studio(name)
        return await HANDLERS[name](Call(studio, checked, progress_of(context)))
    except MCPError:
        raise
    except AiToVideoError as error:
        return failed(error)
    except Exception:
        log.exception("%s failed unexpectedly", name)
        return failed(
            BackendFailed(
                "Something inside ai-to-video went wrong.", hint="Try again; the server's log has the details."
            )
        )


def progress_of(context: Context[Reception, Any]) -> "Progress":
    """Nothing is sent to a client that gave no progress token."""

    async def tell(done: float, message: str) -> None:
        await context.report_progress(done, 100, message)

    return tell
