"""The MCP server around the five tools: arguments checked, failures told plainly, progress passed on.

Nothing is opened here. The lifespan hands over a Reception, and that opens the Studio when a tool first needs it.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import anyio
from mcp.server import CacheHint, MCPServer
from mcp.server.context import CallNext, HandlerResult, ServerMiddleware, ServerRequestContext
from mcp.server.extension import Extension
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.mcpserver import Context
from mcp.server.stdio import stdio_server
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

from ..errors import AiToVideoError, BackendFailed, Busy, OutOfCredits
from . import apps, prompts, resources
from .caller import Caller, Identify, neighbour
from .hearing import Hearing
from .schemas import INPUTS, check
from .tools import HANDLERS, INSTRUCTIONS, OFFERS, Call, failed
from .topup import TopUp

if TYPE_CHECKING:
    from ..studio import Studio
    from ..studio.answers import Progress

log = logging.getLogger(__name__)
HOUR_MS = 3_600_000
PAID = "generate_video"
DEFAULT_WAIT = INPUTS[PAID]["properties"]["wait_seconds"]["default"]
GRACE = 1.0
"""Seconds in which calls may still end by themselves when the server has to leave."""


class Reception(Protocol):
    """Who lets a tool in: opens the Studio, or raises the AiToVideoError that says why this tool cannot work."""

    async def studio(self, tool: str) -> "Studio": ...


Lifespan = Callable[[MCPServer[Reception]], AbstractAsyncContextManager[Reception]]


class VideoServer(MCPServer[Reception]):
    """An MCPServer whose tools, prompts and project resources are written by hand; the rest comes from extensions."""

    def __init__(
        self,
        lifespan: Lifespan,
        *,
        version: str,
        extensions: Sequence[Extension] = (),
        identify: Identify = neighbour,
        leaving: anyio.Event | None = None,
    ) -> None:
        """`identify` tells who sent a request; calls that still wait soon after `leaving` is set are told so."""
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
        self._identify = identify
        self._leaving = leaving

    async def run_stdio_async(self) -> None:
        """As the SDK's own, but half characters in a text do not make a request go unheard."""
        async with stdio_server() as (heard, said):
            options = self._lowlevel_server.create_initialization_options()
            await self._lowlevel_server.run(Hearing(heard), said, options)

    async def list_tools(self) -> list[Tool]:
        return [*self._tools, *await super().list_tools()]

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Reception, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        if name not in HANDLERS or context is None:
            return await super().call_tool(name, arguments, context)

        async def tell(done: float, message: str) -> None:
            await context.report_progress(done, 100, message)  # sent only to a client that gave a progress token

        here = context.request_context
        desk, caller = here.lifespan_context, self._identify(here.request)
        work: Awaitable[CallToolResult | InputRequiredResult]
        if name == PAID:
            look = partial(answer, "get_credits", {}, desk, tell, caller)
            work = TopUp(context, look, until(arguments)).around(partial(attempt, name, arguments, desk, tell, caller))
        else:
            work = answer(name, arguments, desk, tell, caller)
        return await (unless_leaving(work, self._leaving) if self._leaving else work)

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
        here = context.request_context
        return [await resources.read(here.lifespan_context, self._identify(here.request), *address.groups())]


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


async def answer(
    name: str, arguments: Mapping[str, Any], desk: Reception, progress: "Progress", caller: Caller
) -> CallToolResult:
    """Always a result: a foreseen failure is told in its own words, any other one is logged and told in ours."""
    try:
        return await attempt(name, arguments, desk, progress, caller)
    except OutOfCredits as error:
        return failed(error)


async def attempt(
    name: str, arguments: Mapping[str, Any], desk: Reception, progress: "Progress", caller: Caller
) -> CallToolResult:
    """The same, but raises OutOfCredits, which the person can do something about."""
    try:
        checked = check(name, arguments)
        return await HANDLERS[name](Call(await desk.studio(name), checked, progress, caller))
    except OutOfCredits:
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


def until(arguments: Mapping[str, Any]) -> float:
    """When a call has lasted as long as its caller wants to wait, on the loop's clock."""
    wait = arguments.get("wait_seconds", DEFAULT_WAIT)
    return anyio.current_time() + (wait if isinstance(wait, int | float) else 0)


async def unless_leaving(
    work: Awaitable[CallToolResult | InputRequiredResult], leaving: anyio.Event
) -> CallToolResult | InputRequiredResult:
    """What `work` answers, or in time that it cannot be waited for: the waiting ends with this process, the job not."""
    result: CallToolResult | InputRequiredResult = failed(
        Busy(
            "This server is being stopped or restarted, and a job that was started goes on when it is back.",
            hint="Wait a few seconds, then call get_state without arguments to find the job; do not start it again.",
        )
    )

    async def end() -> None:
        await leaving.wait()
        await anyio.sleep(GRACE)
        group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(end)
        result = await work
        group.cancel_scope.cancel()
    return result
