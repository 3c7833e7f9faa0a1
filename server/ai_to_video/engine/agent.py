"""The agent: one message in, a stream of events out, in the manner of the real one.

It calls tools, says when the raw video is there and again when it is finished, speaks of buttons, and leaves about
three edits in ten without a word. A run goes on when nobody listens any more; one session has one run at a time.
"""

import asyncio
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import anyio
from anyio import to_thread
from anyio.streams.memory import MemoryObjectSendStream

from ..timeline import VIDEO, Timeline, edit
from ..wire.draft import write_draft
from ..wire.events import encode_event, HEARTBEAT_BYTES
from . import replies
from .accounts import Accounts
from .brief import Brief, read_brief
from .director import direct, lay_out
from .plan import read_plan
from .reading import language_of, size
from .records import Conflict
from .edits import edit as retouch
from .edits import wants_undo
from .store import Project, Store
from .storyboard import Storyboard
from .terms import Terms

STALE = "The last_update_time provided in the session object is earlier than the update_time in storage."


class NoCredits(Exception):
    """Nothing left for this run."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a message turned out to ask for: a whole video, or a change to the one there is."""

    kind: str
    storyboard: Storyboard | None = None
    brief: Brief | None = None


class _Voice:
    """Writes one run's events to whoever listens; when nobody does, they are lost and the work goes on."""

    def __init__(self, send: MemoryObjectSendStream[bytes], clock: Callable[[], float], *, chatty: bool) -> None:
        self._send = send
        self._clock = clock
        self._chatty = chatty
        self._run = f"e-{uuid.uuid4()}"

    def event(self, **facts: Any) -> None:
        frame = encode_event(invocation_id=self._run, event_id=str(uuid.uuid4()), timestamp=self._clock(), **facts)
        self._put(frame)

    def beat(self) -> None:
        self._put(HEARTBEAT_BYTES)

    def tool(self, name: str, args: Mapping[str, Any], response: Mapping[str, Any]) -> None:
        self.event(calls={name: args})
        self.event(results={name: response})

    def say(self, text: str, state_delta: Mapping[str, Any] | None = None) -> None:
        """A message; some sessions get it in pieces first, as streaming models send it."""
        if self._chatty:
            for piece in _pieces(text):
                self.event(text=piece, partial=True)
        self.event(text=text, partial=False if self._chatty else None, state_delta=state_delta)

    def _put(self, frame: bytes) -> None:
        with suppress(anyio.BrokenResourceError, anyio.ClosedResourceError):
            self._send.send_nowait(frame)

    def close(self) -> None:
        self._send.close()


def _pieces(text: str) -> list[str]:
    third = max(1, len(text) // 3)
    return [text[at : at + third] for at in range(0, len(text), third)]


class Agent:
    def __init__(
        self,
        store: Store,
        accounts: Accounts,
        terms: Terms,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> None:
        self._store = store
        self._accounts = accounts
        self._terms = terms
        self._clock = clock
        self._sleep = sleep
        self._busy: set[str] = set()
        self._runs: set[asyncio.Task[None]] = set()

    async def run(self, project: Project, message: str) -> AsyncIterator[bytes]:
        """The events of one run, as bytes of a stream. Raises NoCredits before the first of them."""
        user_id, run = str(project.state["user_id"]), uuid.uuid4().hex
        send, receive = anyio.create_memory_object_stream[bytes](10_000)
        voice = _Voice(send, self._clock, chatty=int(project.session_id) % 3 == 0)
        if project.session_id in self._busy:
            voice.event(error_code="StaleSessionError", error_message=STALE)
            voice.close()
            return receive
        self._busy.add(project.session_id)
        try:
            task = await self._working(voice, lambda: understand(project, message))
            price = {"generate": self._terms.generation, "edit": self._terms.edit, "undo": self._terms.edit}.get(task.kind, 0)
            if not await to_thread.run_sync(self._accounts.freeze, user_id, run, price):
                raise NoCredits
        except BaseException:
            self._busy.discard(project.session_id)
            voice.close()
            raise
        worker = asyncio.create_task(self._work(project, message, task, voice, user_id, run))
        self._runs.add(worker)
        worker.add_done_callback(self._runs.discard)
        return receive

    async def close(self) -> None:
        for worker in tuple(self._runs):
            worker.cancel()
        if self._runs:
            await asyncio.wait(self._runs)

    async def _work(self, project: Project, message: str, task: Task, voice: _Voice, user_id: str, run: str) -> None:
        spent = False
        try:
            match task.kind:
                case "generate":
                    spent = await self._generate(project, message, task, voice)
                case "undo":
                    spent = await self._undo(project, message, voice)
                case "ask" | "mute":
                    self._ask(project, message, task, voice)
                case _:
                    spent = await self._edit(project, message, voice)
        except Conflict:
            voice.event(error_code="StaleSessionError", error_message=STALE)
        except OSError:
            voice.event(error_code="STORAGE", error_message="The engine could not save the project; the disk may be full.")
        finally:
            self._busy.discard(project.session_id)
            voice.close()
            with anyio.CancelScope(shield=True):
                await to_thread.run_sync(lambda: self._accounts.settle(user_id, run, spent=spent))

    async def _working(self, voice: _Voice, think: Callable[[], Any]) -> Any:
        """Think in a thread, with a sign of life now and every few seconds."""

        async def beat() -> None:
            while True:
                voice.beat()
                await anyio.sleep(self._terms.heartbeat)

        pulse = asyncio.create_task(beat())
        try:
            return await to_thread.run_sync(think)
        finally:
            pulse.cancel()

    # --- the three things it does -----------------------------------------------------------------------------------

    async def _generate(self, project: Project, message: str, task: Task, voice: _Voice) -> bool:
        storyboard = task.storyboard
        assert storyboard is not None
        tongue = replies.tongue(message, str(project.state.get("language", "")))
        whole = await self._working(voice, lambda: lay_out(storyboard))
        first = replace(whole, tracks=tuple(track for track in whole.tracks if track.kind == VIDEO))
        plan = {"scenes": len(storyboard.scenes), "seconds": storyboard.duration_ms / 1000}
        voice.tool("plan_storyboard", {"language": storyboard.language, "aspect": storyboard.aspect}, {"status": "ok", **plan})
        await self._sleep(self._terms.pace)
        project, delta = await self._save(project, first, {**_remembered(message, task)})
        voice.tool("generate_video", {"seconds": plan["seconds"]}, {"status": "ok"})
        voice.say(replies.raw(storyboard, tongue), delta)
        await self._sleep(self._terms.pace)
        made = [track.metadata.get("role", track.kind) for track in whole.tracks if track.kind != VIDEO]
        project, delta = await self._save(project, whole, {"before": project.state.get("before")})
        voice.tool("edit_multitrack", {"add": made}, {"status": "ok", "tracks": len(whole.tracks)})
        luck = replies.chance(project.session_id, message)
        voice.say(replies.ready(storyboard, message, tongue, luck), delta)
        return True

    async def _edit(self, project: Project, message: str, voice: _Voice) -> bool:
        edited = await self._working(voice, lambda: retouch(message, project.timeline, project.media, str(project.state.get("language", ""))))
        tongue = replies.tongue(message, str(project.state.get("language", "")))
        luck = replies.chance(project.session_id, message, str(project.version))
        if not edited.changed:
            voice.say(edited.said)
            return False
        await self._sleep(self._terms.pace)
        project, delta = await self._save(project, edited.timeline, {"before": project.version})
        voice.tool("edit_timeline", {"operations": list(edited.verbs)}, {"status": "ok"})
        if edited.whole and luck % 1000 < self._terms.silent * 1000:
            voice.event(state_delta=delta)
            return True
        voice.say(replies.edited(edited.said, tongue, luck // 1000), delta)
        return True

    async def _undo(self, project: Project, message: str, voice: _Voice) -> bool:
        tongue = replies.tongue(message, str(project.state.get("language", "")))
        earlier = await to_thread.run_sync(self._store.earlier, project)
        if earlier is None:
            voice.say(replies.NOTHING_TO_UNDO[tongue])
            return False
        kept = {key: earlier.state.get(key) for key in ("draft", "canvas_config", "title", "before", "prompt")}
        project = await to_thread.run_sync(self._store.save, project, kept)
        voice.tool("edit_timeline", {"operations": ["undo"]}, {"status": "ok"})
        voice.say(replies.UNDONE[tongue], {"draft": kept["draft"]})
        return True

    def _ask(self, project: Project, message: str, task: Task, voice: _Voice) -> None:
        tongue = replies.tongue(message, str(project.state.get("language", "")))
        if task.kind == "mute":
            voice.say(replies.NO_WORDS[tongue])
            return
        question = {"id": "text", "prompt": replies.ASK[tongue], "options": []}
        voice.event(calls={"ask_question": {"title": replies.ASK[tongue], "questions": [question]}})

    async def _save(self, project: Project, timeline: Timeline, more: Mapping[str, Any]) -> tuple[Project, dict[str, Any]]:
        """Write a timeline into the project; the second value is what the stream tells of it. Raises Conflict."""
        draft = write_draft(timeline, shape=project.shape)
        canvas = {"width": timeline.width, "height": timeline.height, "ratio": timeline.metadata.get("aspect", "")}
        changes = {"draft": draft, "canvas_config": canvas, "title": timeline.title, **more}
        saved = await to_thread.run_sync(self._store.save, project, changes)
        return saved, {"draft": draft, "canvas_config": canvas}


def _remembered(message: str, task: Task) -> dict[str, Any]:
    again = task.brief is not None and task.brief.again
    return {} if again else {"prompt": message[:200_000]}


def understand(project: Project, message: str) -> Task:
    """Is this a new video, the last one anew, a change, or nothing to work with? Pure but for speed."""
    there = bool(edit.length(project.timeline))
    if there and wants_undo(message):
        return Task("undo")
    planned = read_plan(message, project.media)
    if planned:
        return Task("generate", planned)
    brief = read_brief(message, [item.name for item in project.media])
    if there and not (brief.again or _is_new(brief, message)):
        return Task("edit", brief=brief)
    take = 0
    if brief.again and project.state.get("prompt"):
        take = project.version
        old = read_brief(str(project.state["prompt"]), [item.name for item in project.media])
        brief = replace(old, wishes=brief.wishes.over(old.wishes), remarks=brief.remarks, again=True)
    storyboard = direct(brief, project.media, take=take)
    if storyboard.scenes:
        return Task("generate", storyboard, brief)
    return Task("mute" if any(remark.kind == "no_words" for remark in storyboard.remarks) else "ask", brief=brief)


def _is_new(brief: Brief, message: str) -> bool:
    """Beside a finished timeline only a text, or an order for another video, makes a new one."""
    amount = size(brief.text, language_of(brief.text)) if brief.text else 0
    if amount >= (25 if brief.commanded else 60):
        return True
    return brief.fresh and bool(brief.text or brief.topic)
