"""One message to the agent: sent once, heard to its end, every finished sentence kept at once.

The only place in the program that sends a message. It is called by the holder of the permit and by nobody else.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Protocol

import anyio
import anyio.to_thread

from ..client.remedy import surely_unsent
from ..errors import AiToVideoError, BackendFailed, Unreachable
from ..wire.envelope import error_of
from ..wire.events import AgentEvent
from ..wire.reply import Reply, ReplyFold
from .job import SENT, STREAMING, Turn
from .policy import translation_of
from .seam import Journal

QUIET = 600.0  # seconds of nothing but heartbeats after which the run counts as lost
LONGEST = 900.0  # seconds a run may take in all
SHOWN = 300  # letters of a message that fit a progress line

log = logging.getLogger(__name__)


class Agent(Protocol):
    def run(self, session_id: str, message: str) -> AsyncIterator[AgentEvent]: ...


@dataclass(frozen=True, slots=True)
class Heard:
    """What the stream told. `lost`: it broke off, or nobody knows whether the message arrived; only the state can tell.

    `answered`: the doubt comes from an answer that was an error. `refused`: the message surely did nothing.
    """

    reply: Reply
    lost: bool = False
    alive: bool = False
    answered: bool = False
    refused: AiToVideoError | None = None


async def send(agent: Agent, journal: Journal, turn: Turn) -> Heard:
    """Send the message of a turn whose permit the caller has just taken, and listen."""
    listener = _Listener(journal, turn)
    lost = answered = False
    began = anyio.current_time()
    with anyio.move_on_after(QUIET) as patience:
        try:
            async with aclosing(agent.run(turn.session_id, turn.message)) as events:  # type: ignore[type-var]
                async for event in events:
                    if event.kind not in ("heartbeat", "other"):
                        patience.deadline = min(began + LONGEST, anyio.current_time() + QUIET)
                    await listener.hear(event)
                    if event.kind == "end":
                        break
        except AiToVideoError as error:
            if surely_unsent(error) and not listener.alive:
                return Heard(listener.fold.reply(), refused=error)
            lost, answered = True, not listener.alive and not isinstance(error, Unreachable)
    if patience.cancelled_caught:
        lost = True
    return Heard(await listener.end(), lost=lost, alive=listener.alive, answered=answered)


class _Listener:
    def __init__(self, journal: Journal, turn: Turn) -> None:
        self.fold = ReplyFold()
        self.alive = False
        self._state = ""
        self._journal = journal
        self._turn = turn
        self._kept: list[str] = []

    async def hear(self, event: AgentEvent) -> None:
        self.alive = True
        state = SENT if event.kind == "heartbeat" else STREAMING
        if state != self._state and self._state != STREAMING:
            self._state = state
            await self._try(state=state, progress=10)
        message = self.fold.add(event)
        if message:
            await self._keep(message)

    async def end(self) -> Reply:
        reply = self.fold.reply()
        for message in reply.messages:
            if message not in self._kept:
                await self._keep(message)
        return reply

    async def _keep(self, message: str) -> None:
        self._kept.append(message)
        text = (await anyio.to_thread.run_sync(translation_of, message)).text
        try:
            await self._journal.say(self._turn.job_id, self._turn.number, message, text)
        except AiToVideoError as error:
            log.warning("A message could not be kept: %s", error)
        await self._try(note=shown(text), progress=min(10 + 10 * len(self._kept), 70))

    async def _try(self, *, state: str = "", note: str = "", progress: float = -1) -> None:
        """A full disk must not close the stream: the run behind it is paid for."""
        try:
            await self._journal.note(self._turn.job_id, state=state, note=note, progress=progress)
        except AiToVideoError as error:
            log.warning("A step could not be written down: %s", error)


def shown(text: str) -> str:
    """One line of at most SHOWN letters."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"


def only_excuse(reply: Reply) -> bool:
    """True when the agent's "temporary issue" line is all it said."""
    return bool(reply.messages) and all("i encountered a temporary issue" in words.lower() for words in reply.messages)


def error_in_stream(reply: Reply) -> AiToVideoError | None:
    """The failure that the agent reported inside the stream, in our words; None where there was none."""
    if reply.error and not reply.hiccup:
        return error_of(0, 200, reply.error)
    return BackendFailed("The video service reported a temporary issue.") if only_excuse(reply) else None
