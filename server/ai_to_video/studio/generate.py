"""The life of a generation, from a planned row to an answer. May be entered again at any point after a crash.

Only the holder of a turn's permit sends; everybody else finds out from the project's state what became of it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

import anyio
import anyio.to_thread

from ..client import Account
from ..errors import AiToVideoError, BackendFailed, OutOfCredits, SessionGone, SpendLimit, Unreachable
from ..wire.bodies import Session
from . import policy
from .answers import Generation
from .estimate import CLIP, EDIT, looked_back, sentence
from .job import ALIVE, EXPORTING, FAILED, HEARD, PLANNED, RECOVERING, SETTLED, UNCERTAIN, UNSENT, Job, Turn
from .language import language_of
from .ledger import LedgerFault
from .overview import drawn
from .purse import Bank, Purse, spending, warning
from .reading import Seen, StateSource, after_loss, after_silence, after_words
from .seam import Journal
from .shelf import Project, Shelf
from .stored import credits_from, credits_to, error_to, generation_from, generation_to, state_from, state_to
from .story import Story, is_hop, message_with, own_number
from .talk import Agent, Heard, error_in_stream, only_excuse, send

PREPARING = 150.0  # seconds for everything before the message: token, session, state, credits
LINK = 5.0  # seconds for the link to the browser, a nicety
ASK_AGAIN = "Call generate_video again if you still want it."
STOPPED = "The server stopped before this request was sent to the video service; nothing was charged."


class Service(Agent, StateSource, Bank, Protocol):
    def account(self) -> Account: ...

    async def open_session(self, language: str = "") -> Session: ...

    async def claim_link(self, session: Session) -> str: ...


@dataclass(frozen=True, slots=True)
class Generating:
    """Drives generations. `language` is what replies should be in, empty to follow the prompt.

    `export` gives the export that belongs to a generation, started when it was not yet.
    """

    service: Service
    journal: Journal
    shelf: Shelf
    purse: Purse
    execution: str
    export: Callable[[Job], Awaitable[Job]]
    language: str = ""

    async def drive(self, job: Job) -> None:
        """Bring the job to its end, or as far as it gets before this process ends."""
        if job.state == PLANNED:
            await self._begin(job)
        elif job.state == EXPORTING:
            await self._await_file(job)
        else:
            await self._resume(job)

    async def _begin(self, job: Job) -> None:
        if job.born != self.execution:
            return await self._end(job, UNSENT, BackendFailed(STOPPED, hint=ASK_AGAIN))
        await self.journal.in_line(job.job_id, "Waiting for {}; one request at a time per project.")
        try:
            with anyio.fail_after(PREPARING):
                turn = await self._prepare(job, 1)
        except LedgerFault:
            raise
        except AiToVideoError as error:
            return await self._end(job, UNSENT, error)
        except TimeoutError:
            silent = Unreachable("The video service did not answer in time; nothing was sent.", maybe_sent=False)
            return await self._end(job, UNSENT, silent)
        await self._say(job, turn)

    async def _resume(self, job: Job) -> None:
        """Go on with a message that may have been sent, by reading only."""
        turn = await self.journal.turn(job.job_id, job.turn)
        while turn is not None and not turn.permit and turn.number > 1:
            turn = await self.journal.turn(job.job_id, turn.number - 1)
        if turn is None or not turn.permit:
            await self._end(job, UNSENT, BackendFailed(STOPPED, hint=ASK_AGAIN))
        elif job.state == HEARD:
            await self._settle(job, turn, await self._look(job, turn))
        else:
            await self._recover(job, turn, alive=job.state in ALIVE or bool(job.facts.get("alive")))

    async def _prepare(self, job: Job, number: int) -> Turn:
        """Session, snapshot and balance: everything that must be known before the message leaves."""
        made = drawn(await self.shelf.get(job.project_id)).tracks
        expected = await self.purse.expect(job.owner, EDIT if made else CLIP)
        await self.purse.reserve(job, expected)
        project = await self._project(job)
        try:
            before = await self.service.state(project.session_id)
        except SessionGone:
            await self._remark(job, lost_project(project))
            project = await self._new_session(job, project)
            before = await self.service.state(project.session_id)
        balance = await self.purse.look()
        if little := warning(balance):
            await self._remark(job, little)
        message = await self._message(job)
        told = sentence(expected, balance)
        facts = {"credits": credits_to(balance), "sort": expected.sort}
        facts |= {"expects": told, "expected": looked_back(expected)}
        await self.journal.note(job.job_id, progress=6, note=told, facts=facts)
        return await self.journal.plan_turn(
            Turn(job.job_id, number, message, project.session_id, state_to(before), permit="")
        )

    async def _project(self, job: Job) -> Project:
        project = await self.shelf.get(job.project_id)
        assert project is not None  # noqa: S101 - a project outlives its open jobs
        return project if project.session_id else await self._new_session(job, project)

    async def _new_session(self, job: Job, project: Project) -> Project:
        session = await self.service.open_session(self.language or language_of(str(job.facts["prompt"])))
        return await self.shelf.set_session(
            project.project_id, project.session_id, session.session_id, session.task_id, session.user_id
        )

    async def _message(self, job: Job) -> str:
        documents = await self.shelf.take_documents(job.project_id, job.job_id)
        message, remark = message_with(str(job.facts["prompt"]), documents)
        if remark:
            await self._remark(job, remark)
        return message

    async def _say(self, job: Job, turn: Turn) -> None:
        """Take the permit and send, or learn that somebody else had it and only read."""
        if not await self.journal.take_permit(job.job_id, turn.number, self.execution):
            return await self._recover(job, turn, alive=False)
        heard = await send(self.service, self.journal, turn)
        if heard.refused is not None:
            await self._refused(job, turn, heard.refused)
        elif heard.lost:
            await self.journal.note(job.job_id, state=UNCERTAIN, facts=self._facts(heard))
            await self._recover(job, turn, alive=heard.alive, answered=heard.answered)
        else:
            await self.journal.note(job.job_id, state=HEARD, progress=75, facts=self._facts(heard))
            await self._settle(job, turn, await self._look(job, turn))

    def _facts(self, heard: Heard) -> dict[str, Any]:
        return facts_of(heard, self.service.account().top_up_url)

    async def _refused(self, job: Job, turn: Turn, error: AiToVideoError) -> None:
        """The service surely did not take the message. A vanished session is replaced once, with a permit of its own."""
        if is_hop(job, turn):
            await self._remark(
                job, f"The service asked for an edit by hand; it could not be sent as a command: {error}"
            )
            seen = Seen(state_from(turn.before or {}), False)
            return await self._settle(job, replace(turn, number=turn.number - 1), seen, hop=False)
        if isinstance(error, SessionGone) and turn.number == 1:
            project = await self._project(job)
            await self._remark(job, lost_project(project))
            await self.journal.note(job.job_id, facts={"fresh": True})
            try:
                await self._new_session(job, project)
                again = await self._prepare(job, turn.number + 1)
            except LedgerFault:
                raise
            except AiToVideoError as failed:
                return await self._end(job, UNSENT, failed)
            return await self._say(await self._now(job), again)
        await self._end(job, UNSENT, error)

    async def _look(self, job: Job, turn: Turn) -> Seen:
        """The state after a run that ended by itself."""
        before = state_from(turn.before or {})
        messages = [told.raw for told in await self.journal.told(job.job_id) if told.turn == turn.number]
        words = await anyio.to_thread.run_sync(policy.translated, messages)
        expects_change = not words.text or (await self._now(job)).facts.get("tools")
        look = after_silence if expects_change else after_words
        try:
            return await look(self.service, turn.session_id, before)
        except SessionGone:
            return Seen(None, False)

    async def _recover(self, job: Job, turn: Turn, *, alive: bool, answered: bool = False) -> None:
        async def on_look(sentence: str) -> None:
            await self.journal.note(job.job_id, note=sentence)

        words = (
            "The connection was lost; looking at the project until it is clear what happened. Nothing is sent again."
        )
        await self.journal.note(job.job_id, state=RECOVERING, note=words, facts={"alive": alive})
        try:
            seen = await after_loss(
                *(self.service, turn.session_id, state_from(turn.before or {})),
                alive=alive,
                answered=answered,
                on_look=on_look,
            )
        except SessionGone as error:
            return await self._end(job, FAILED, error)
        if seen.changed:
            await self._remark(
                job, "The connection broke off on the way, but the work was done; nothing was sent twice."
            )
            return await self._settle(job, turn, seen, hop=False)
        if is_hop(job, turn):
            await self._remark(job, "The connection broke off while the edit was sent, and nothing has changed since.")
            return await self._settle(job, turn, seen, hop=False)
        await self._end(job, *unchanged(alive, answered), story=await self._story(job, turn, seen))

    async def _settle(self, job: Job, turn: Turn, seen: Seen, *, hop: bool = True) -> None:
        """Tell the story of the job; first the one edit that the agent left to a person who has no editor."""
        story = await self._story(job, turn, seen)
        job = story.job
        if hop and story.wants_hop and job.born == self.execution:
            if await self._hop(job, turn, seen, story):
                return
            story = await self._story(job, turn, seen)
        if story.failure is not None:
            return await self._end(job, FAILED, story.failure, story=story)
        generation = await self._tell(story)
        if job.facts.get("export") and story.exportable:
            await self.journal.note(
                job.job_id, state=EXPORTING, progress=80, facts={"generation": generation_to(generation)}
            )
            return await self._await_file(await self._now(job))
        if job.facts.get("export"):
            why = "Answer the question first." if story.needs_input else "There is no timeline yet."
            generation = replace(generation, notes=(*generation.notes, f"Nothing was exported. {why}"))
        await self._finish(job, generation)

    async def _hop(self, job: Job, turn: Turn, seen: Seen, story: Story) -> bool:
        """Send the edit as a command of its own: once per job, told, within the daily limit."""
        so_far = spending(credits_from(job.facts.get("credits")), await self.purse.look())
        try:
            await self.purse.reserve(job, await self.purse.expect(job.owner, EDIT), so_far.spent)
        except SpendLimit as error:
            await self._remark(job, f"The edit was not sent: {error}")
            return False
        before = state_to(seen.state) if seen.state is not None else turn.before
        following = Turn(job.job_id, turn.number + 1, story.edit, turn.session_id, before, permit="")
        await self._say(await self._now(job), await self.journal.plan_turn(following))
        return True

    async def _story(self, job: Job, turn: Turn, seen: Seen) -> Story:
        now = await self._now(job)
        first = await self.journal.turn(job.job_id, own_number(now))
        told = await self.journal.told(job.job_id)
        await anyio.to_thread.run_sync(policy.translated, [one.raw for one in told])  # ready for the story to look up
        return Story(now, first or turn, turn, told, seen)

    async def _tell(self, story: Story) -> Generation:
        """The answer, with the readings that it promises."""
        job = story.job
        after = await self.purse.look()
        project = await self._project(job)
        link = ""
        with anyio.move_on_after(LINK):
            link = await self.service.claim_link(Session(project.session_id, project.task_id, project.user_id))
        if story.seen.state is not None:
            await self.shelf.saw(job.project_id, story.seen.state)
        return story.generation(
            spending=spending(credits_from(job.facts.get("credits")), after), known_timeline=project.timeline, link=link
        )

    async def _await_file(self, job: Job) -> None:
        """Wait for the export that belongs to this generation, then tell both."""
        child = await self.export(job)
        told = 80.0
        while True:
            moment = self.journal.moment
            child = await self.journal.get(child.job_id) or child
            if not child.open:
                break
            share = 80 + child.progress * 0.19
            if share >= told + 1:
                told = share
                await self.journal.note(job.job_id, progress=share, note=child.note)
            await self.journal.changed(moment, patience=5)
        generation = generation_from(job.facts["generation"])
        await self._finish(job, Story.with_export(generation, child), poster=await self.journal.poster(child.job_id))

    async def _finish(self, job: Job, generation: Generation, poster: bytes = b"") -> None:
        result = generation_to(generation)
        await self.journal.finish(job.job_id, SETTLED, result=result, spent=generation.credits.spent, poster=poster)

    async def _end(self, job: Job, state: str, error: AiToVideoError, *, story: Story | None = None) -> None:
        """End without success; the words that came are kept."""
        result: dict[str, Any] | None = None
        spent = -1.0
        if story is not None:
            before = credits_from(job.facts.get("credits"))
            cost = spending(before, await self.purse.look())
            spent = cost.spent
            result = generation_to(story.generation(spending=cost, known_timeline="", link=""))
        await self.journal.finish(job.job_id, state, result=result, error=error_to(error), spent=spent)

    async def _remark(self, job: Job, sentence: str) -> None:
        """A sentence that the answer must hold, whoever gives it."""
        now = await self._now(job)
        await self.journal.note(job.job_id, facts={"notes": [*now.facts.get("notes", ()), sentence]})

    async def _now(self, job: Job) -> Job:
        return await self.journal.get(job.job_id) or job


def facts_of(heard: Heard, top_up_url: str) -> dict[str, Any]:
    """What the stream told beside its messages. Credits that ran out lead to `top_up_url`."""
    error = error_in_stream(heard.reply)
    if isinstance(error, OutOfCredits):
        error = OutOfCredits(str(error), link=top_up_url)
    return {
        "alive": heard.alive,
        "answered": heard.answered,
        "tools": len(heard.reply.tools),
        "question": bool(heard.reply.question),
        "excuse": only_excuse(heard.reply),
        "error": error_to(error) if error else None,
    }


def unchanged(alive: bool, answered: bool) -> tuple[str, AiToVideoError]:
    """How a job ends that left no trace in its project."""
    if answered:
        words = "The video service answered with an error, and nothing has changed in the project."
    elif alive:
        words = "The connection was lost while the service was working, and nothing has changed in the project since."
    else:
        words = "The request does not seem to have reached the video service; nothing has changed in the project."
    hint = "Look with get_state first; asking again with generate_video sends a new request, which may cost credits."
    return (FAILED if alive or answered else UNSENT), BackendFailed(words, hint=hint)


def lost_project(project: Project) -> str:
    was = f" Its timeline was: {project.timeline}" if project.timeline else ""
    return f"The project was gone at the video service, so it was started anew; its old timeline is lost.{was}"
