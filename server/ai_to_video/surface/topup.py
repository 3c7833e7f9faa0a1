"""Credits ran out: the page that gives more is offered to whoever can open one, and named in the text to everybody.

Offering pays for nothing: a round that comes back with the person's answer reads the balance and sends no message, so
however often a client repeats it, a video is made only by a new call.
"""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import anyio
from mcp.server.mcpserver import Context
from mcp.shared.exceptions import MCPError
from mcp.types import CallToolResult, ElicitRequest, ElicitRequestURLParams, ElicitResult, InputRequiredResult

from ..errors import OutOfCredits
from . import words
from .tools import failed

MODERN = "2026-07-28"
ASKED = "top_up"
WORDS = "The credits ran out. Open the page to get more?"

Step = Callable[[], Awaitable[CallToolResult]]


@dataclass(frozen=True, slots=True)
class TopUp:
    """Around one call: `look` is what get_credits answers, `deadline`, on the loop's clock, ends a live question."""

    context: Context[Any, Any]
    look: Step
    deadline: float

    async def around(self, work: Step) -> CallToolResult | InputRequiredResult:
        """The answer of `work`, or the offer where it raises OutOfCredits. A round after an offer never works."""
        if self.context.input_responses is not None or self.context.request_state is not None:
            reply = (self.context.input_responses or {}).get(ASKED)
            return await self._outcome(isinstance(reply, ElicitResult) and reply.action == "accept")
        try:
            return await work()
        except OutOfCredits as error:
            return await self._offer(error) if error.link and self._opens_pages else failed(error)

    @property
    def _opens_pages(self) -> bool:
        declared = self.context.client_capabilities
        return bool(declared and declared.elicitation and declared.elicitation.url is not None)

    async def _offer(self, error: OutOfCredits) -> CallToolResult | InputRequiredResult:
        name = secrets.token_hex(8)
        if self.context.protocol_version == MODERN:
            page = ElicitRequestURLParams(message=WORDS, url=error.link, elicitation_id=name)
            return InputRequiredResult(input_requests={ASKED: ElicitRequest(params=page)}, request_state=ASKED)
        if self.context.session.can_send_request:
            with anyio.CancelScope(deadline=self.deadline):
                try:
                    reply = await self.context.elicit_url(WORDS, error.link, name)
                except MCPError:
                    return failed(error)
                return await self._outcome(reply.action == "accept", error.job_id)
        return failed(error)

    async def _outcome(self, opened: bool, job_id: str = "") -> CallToolResult:
        """What is told after the offer; only the balance is read."""
        balance = await self.look()
        if balance.is_error or balance.structured_content is None:
            return balance
        left, page = balance.structured_content["available"], str(balance.structured_content["top_up_url"])
        if not opened:
            return failed(OutOfCredits(job_id=job_id, link=page))
        told = (
            f"The page for more credits was opened; {words.figure(left)} credits are available now, and nothing was"
            " sent again."
        )
        hint = f"When there are enough{page and f' (more at {page})'}, call generate_video with the same arguments."
        return failed(OutOfCredits(told, hint=hint, job_id=job_id, link=page))
