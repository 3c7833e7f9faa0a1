"""The agent: one message in, a stream of events out, in the manner of the real one.

It calls tools, says when the raw video is there and again when it is finished, speaks of buttons, and leaves about
three edits in ten without a word. A run goes on when nobody listens any more; one session has one run at a time.
"""

import asyncio
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import anyio
from anyio import to_thread

from ..errors import RenderFailed
from ..timeline import VIDEO, Timeline
from ..wire.draft import write_draft
from ..wire.events import HEARTBEAT_BYTES, encode_event
from . import replies
from .accounts import Accounts
from .director import lay_out
from .edits.message import Edited
from .intent import Ask, Change, Generate, Intent, Undo, understand
from .records import Conflict
from .store import Project, Store
from .storyboard import Remark, Storyboard
from .terms import Terms
from .voice.narrator import Reader, narrated

STALE = "The last_update_time provided in the session object is earlier than the update_time in storage."


class NoCredits(Exception):
    """Nothing left for this run."""


class _Voice:
    """Writes one run's events to whoever listens; when nobody does, they are lost and the work goes on."""

    def __init__(self, clock: Callable[[], float], *, chatty: bool) -> None:
        self._frames: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._clock = clock
        self._chatty = chatty
        self._run = f"e-{uuid.uuid4()}"

    def tool(self, name: str, args: Mapping[str, Any], response: Mapping[str, Any]) -> None:
        self._event(calls={name: args})
        self._event(results={name: response})

    def ask(self, title: str, question: str) -> None:
        asked = {"title": title, "questions": [{"id": "text", "prompt": question, "options": []}]}
        self._event(calls={"ask_question": asked})

    def say(self, text: str, state_delta: Mapping[str, Any] | None = None) -> None:
        """A message; some sessions get it in pieces first, as streaming models send it."""
        if self._chatty:
            third = max(1, len(text) // 3)
            for at in range(0, len(text), third):
                self._event(text=text[at : at + third], partial=True)
        self._event(text=text, partial=False if self._chatty else None, state_delta=state_delta)

    def tell(self, state_delta: Mapping[str, Any]) -> None:
        """Something changed, and not a word about it."""
        self._event(state_delta=state_delta)

    def fail(self, code: str, words: str) -> None:
        self._event(error_code=code, error_message=words)

    def beat(self) -> None:
        self._frames.put_nowait(HEARTBEAT_BYTES)

    def close(self) -> None:
        self._frames.put_nowait(None)

    async def frames(self) -> AsyncIterator[bytes]:
        """What is said, until it is closed."""
        while (frame := await self._frames.get()) is not None:
            yield frame

    def _event(self, **facts: Any) -> None:  # noqa: ANN401 handed on to encode_event, which knows their types
        now, name = self._clock(), str(uuid.uuid4())
        frame = encode_event(invocation_id=self._run, event_id=name, timestamp=now, **facts)
        self._frames.put_nowait(frame)


class Agent:
    def __init__(
        self,
        store: Store,
        accounts: Accounts,
        terms: Terms,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
        read: Reader | None = None,
    ) -> None:
        self._read = read
        self._store = store
        self._accounts = accounts
        self._terms = terms
        self._clock = clock
        self._sleep = sleep
        self._busy: set[str] = set()
        self._runs: set[asyncio.Task[None]] = set()

    async def run(self, project: Project, message: str) -> AsyncIterator[bytes]:
        """The events of one run, as bytes of a stream. Raises NoCredits before the first of them."""
        voice = _Voice(self._clock, chatty=int(project.session_id) % 3 == 0)
        if project.session_id in self._busy:
            voice.fail("StaleSessionError", STALE)
            voice.close()
            return voice.frames()
        self._busy.add(project.session_id)
        try:
            voice.beat()
            intent = await to_thread.run_sync(_understand, project, message)
            run, price = uuid.uuid4().hex, self._price(intent)
            if price and not await to_thread.run_sync(self._accounts.freeze, project.user_id, run, price):
                raise NoCredits
        except BaseException:
            self._busy.discard(project.session_id)
            raise
        work = asyncio.create_task(self._work(project, message, intent, voice, run if price else ""))
        self._runs.add(work)
        work.add_done_callback(self._runs.discard)
        return voice.frames()

    async def close(self) -> None:
        """Stop what is still running; what was saved stays saved."""
        runs = tuple(self._runs)
        for run in runs:
            run.cancel()
        if runs:
            await asyncio.wait(runs)

    def _price(self, intent: Intent) -> int:
        match intent:
            case Generate():
                return self._terms.generation
            case Change(edited) if edited.changed:
                return self._terms.edit
        return 0

    async def _work(self, project: Project, message: str, intent: Intent, voice: _Voice, run: str) -> None:
        tongue = replies.tongue(message, project.language)
        done = False
        pulse = asyncio.create_task(self._pulse(voice))
        try:
            match intent:
                case Generate():
                    await self._generate(project, message, intent, voice, tongue)
                case Change(edited):
                    await self._change(project, message, edited, voice, tongue)
                case Undo():
                    await self._undo(project, voice, tongue)
                case Ask("text"):
                    voice.ask(replies.LACKING[tongue], replies.ASK[tongue])
                case Ask("plan", remarks):
                    voice.say(replies.sentences(remarks, tongue))
                case Ask(lack):
                    voice.say(replies.MISSING[lack][tongue])
            done = True
        except Conflict:
            voice.fail("StaleSessionError", STALE)
        except OSError:
            voice.fail("StorageError", "The project could not be saved; the disk may be full.")
        finally:
            pulse.cancel()
            self._busy.discard(project.session_id)
            with anyio.CancelScope(shield=True):
                if run:
                    await to_thread.run_sync(lambda: self._accounts.settle(project.user_id, run, spent=done))
            voice.close()

    async def _pulse(self, voice: _Voice) -> None:
        while True:
            await asyncio.sleep(self._terms.heartbeat)
            voice.beat()

    # --- the things it does -----------------------------------------------------------------------------------------

    async def _generate(self, project: Project, message: str, intent: Generate, voice: _Voice, tongue: str) -> None:
        """First the bare pictures, then music, title and captions: two states, two messages."""
        board = intent.storyboard
        if board.voice and self._read is not None:
            board = await to_thread.run_sync(_unhurried, board)
        whole, remarks = await self._narrated(project, lay_out(board))
        board = replace(board, remarks=(*board.remarks, *remarks))
        first = replace(whole, tracks=tuple(track for track in whole.tracks if track.kind == VIDEO))
        plan = {"scenes": len(board.scenes), "seconds": board.duration_ms / 1000}
        voice.tool("plan_storyboard", {"language": board.language, "aspect": board.aspect}, {"status": "ok", **plan})
        await self._sleep(self._terms.pace)
        before = {"before": project.version if project.state.get("draft") else None}
        project, delta = await self._save(project, first, {"prompt": intent.prompt[:200_000], **before})
        voice.tool("generate_video", {"seconds": plan["seconds"]}, {"status": "ok"})
        voice.say(replies.raw(board, tongue), delta)
        await self._sleep(self._terms.pace)
        added = [str(track.metadata.get("role") or track.kind) for track in whole.tracks if track.kind != VIDEO]
        project, delta = await self._save(project, whole)
        voice.tool("edit_multitrack", {"add": added}, {"status": "ok", "tracks": len(whole.tracks)})
        chance = replies.chance(project.session_id, message)
        voice.say(replies.ready(board, message, tongue, chance), delta)

    async def _change(self, project: Project, message: str, edited: Edited, voice: _Voice, tongue: str) -> None:
        if not edited.changed:
            voice.say(edited.said)
            return
        await self._sleep(self._terms.pace)
        chance = replies.chance(project.session_id, message, str(project.version))
        timeline, remarks = await self._narrated(project, edited.timeline)
        _, delta = await self._save(project, timeline, {"before": project.version})
        voice.tool("edit_timeline", {"operations": list(edited.verbs)}, {"status": "ok"})
        said = replies.joined((edited.said, replies.sentences(remarks, tongue)), tongue)
        if edited.whole and not remarks and chance % 1000 < self._terms.silent * 1000:
            voice.tell(delta)
        else:
            voice.say(replies.edited(said, tongue, chance // 1000), delta)

    async def _undo(self, project: Project, voice: _Voice, tongue: str) -> None:
        earlier = await to_thread.run_sync(self._store.earlier, project)
        if earlier is None:
            voice.say(replies.NOTHING_TO_UNDO[tongue])
            return
        kept = {key: earlier.state.get(key) for key in ("draft", "canvas_config", "title", "before", "prompt")}
        await to_thread.run_sync(self._store.save, project, kept)
        voice.tool("edit_timeline", {"operations": ["undo"]}, {"status": "ok"})
        voice.say(replies.UNDONE[tongue], {"draft": kept["draft"], "canvas_config": kept["canvas_config"]})

    async def _narrated(self, project: Project, timeline: Timeline) -> tuple[Timeline, tuple[Remark, ...]]:
        """The timeline read aloud where a voice was asked for and is there; else as it is, and why."""
        if not timeline.metadata.get("voice"):
            return timeline, ()
        if self._read is None:
            return timeline, (Remark("no_voice"),)
        try:
            folder = self._store.voice_folder(project.session_id)
            return await narrated(timeline, folder, self._read), ()
        except RenderFailed:
            return timeline, (Remark("voice_failed"),)

    async def _save(
        self, project: Project, timeline: Timeline, more: Mapping[str, Any] | None = None
    ) -> tuple[Project, dict[str, Any]]:
        """Write a timeline into the project; the second value is what the stream tells of it. Raises Conflict."""
        draft = write_draft(timeline, shape=project.shape)
        canvas = {"width": timeline.width, "height": timeline.height, "ratio": timeline.metadata.get("aspect", "")}
        told = {"draft": draft, "canvas_config": canvas}
        saved = await to_thread.run_sync(self._store.save, project, {**told, "title": timeline.title, **(more or {})})
        return saved, told


def _unhurried(board: Storyboard) -> Storyboard:
    from .voice.pace import paced  # brings the dictionaries of the voice

    return paced(board)


def _understand(project: Project, message: str) -> Intent:
    """Takes up to a second for a long text, so it belongs in a thread."""
    return understand(
        message,
        project.timeline,
        project.media,
        prompt=str(project.state.get("prompt") or ""),
        language=project.language,
        take=project.version,
    )
