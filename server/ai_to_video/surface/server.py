"""The MCP server around the five tools: arguments checked, failures told plainly, progress passed on.

Nothing is opened here. The lifespan hands over a Reception, and that opens the Studio when a tool first needs it.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Protocol

from mcp.server import CacheHint, MCPServer
from mcp.server.context import CallNext, HandlerResult, ServerMiddleware, ServerRequestContext
from mcp.server.extension import Extension
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.mcpserver import Context
from mcp.shared.exceptions import MCPError
from mcp.types import (
    INVALID_PARAMS,
    CallToolResult,
    GetPromptResult,
    InputRequiredResult,
    Prompt,
    ResourceTemplate,
    Tool,
)
from pydantic import AnyUrl

from ..errors import AiToVideoError, BackendFailed
from . import apps, prompts, resources
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
    """An MCPServer whose tools, prompts and project resources are written by hand; the rest comes from extensions."""

    def __init__(self, lifespan: Lifespan, *, version: str, extensions: Sequence[Extension] = ()) -> None:
        listed = CacheHint(ttl_ms=HOUR_MS, scope="private")
        super().__init__(
            "ai-to-video",
            title="AI to Video",
            version=version,
            instructions=INSTRUCTIONS,
            lifespan=lifespan,
            subscriptions=False,
            extensions=extensions,
            middleware=[fitting(extensions)],
            cache_hints={"tools/list": listed, "prompts/list": listed, "resources/templates/list": listed},
        )
        self._tools = [offer.definition() for offer in OFFERS]

    async def list_tools(self) -> list[Tool]:
        return [*self._tools, *await super().list_tools()]

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Reception, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        if name not in HANDLERS or context is None:
            return await super().call_tool(name, arguments, context)

        async def tell(done: float, message: str) -> None:
            await context.report_progress(done, 100, message)  # sent only to a client that gave a progress token

        return await answer(name, arguments, context.request_context.lifespan_context, tell)

    async def list_prompts(self) -> list[Prompt]:
        return prompts.listed()

    async def get_prompt(
        self, name: str, arguments: dict[str, Any] | None = None, context: Context[Reception, Any] | None = None
    ) -> GetPromptResult | InputRequiredResult:
        try:
            return prompts.spoken(name, arguments or {})
        except KeyError as missing:
            raise MCPError(INVALID_PARAMS, f"There is no prompt or argument {missing}.") from None

    async def list_resource_templates(self) -> list[ResourceTemplate]:
        return [*resources.templates(), *await super().list_resource_templates()]

    async def read_resource(
        self, uri: AnyUrl | str, context: Context[Reception, Any] | None = None
    ) -> Iterable[ReadResourceContents] | InputRequiredResult:
        address = resources.ADDRESS.fullmatch(str(uri))
        if address is None or context is None:
            return await super().read_resource(uri, context)
        return [await resources.read(context.request_context.lifespan_context, *address.groups())]


def fitting(extensions: Sequence[Extension]) -> ServerMiddleware[Reception]:
    """Answers that fit the client: the SDK tells clients of the handshake era nothing about extensions, though most of
    them work there too; and a page beside the answers is offered only to a client that can show it."""
    told = {extension.identifier: extension.settings() for extension in extensions}

    async def fit(ctx: ServerRequestContext[Reception, Any], call_next: CallNext) -> HandlerResult:
        result = await call_next(ctx)
        if ctx.method == "initialize" and isinstance(result, dict) and told:
            return {**result, "capabilities": {**result["capabilities"], "extensions": told}}
        if ctx.method == "tools/list" and isinstance(result, dict) and apps.Viewer.identifier in told:
            return apps.pointed(result, ctx)
        return result

    return fit


async def answer(name: str, arguments: Mapping[str, Any], desk: Reception, progress: "Progress") -> CallToolResult:
    """Always a result: a foreseen failure is told in its own words, any other one is logged and told in ours."""
    try:
        checked = check(name, arguments)
        return await HANDLERS[name](Call(await desk.studio(name), checked, progress))
    except AiToVideoError as error:
        return failed(error)
    except Exception:
        log.exception("%s failed unexpectedly", name)
        return failed(
            BackendFailed(
                "Something inside ai-to-video went wrong.", hint="Try again; the server's log has the details."
            )
        )
