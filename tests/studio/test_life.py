"""Any order of wishes, faults, crashes and waits: no message twice, no job unreachable, every job comes to an end."""

import asyncio
import contextlib
import tempfile
from collections import Counter
from pathlib import Path

import anyio
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule
from tests.studio.fakes import FakeDesk, FakeReaders, FakeService, breaks, never_ends, refuses, says, video
from tests.studio.virtual import VirtualLoop, counted

from ai_to_video.errors import AiToVideoError, BackendFailed, SessionGone, Unreachable
from ai_to_video.studio import Ledger, Studio
from ai_to_video.studio.job import ENDED

STATES = {"planned", "permitted", "sent", "streaming", "heard", "uncertain", "recovering", "exporting"}
STATES |= {"submitting", "rendering", "fetching", *ENDED}

SCRIPTS = {
    "does it": lambda: says("Done.", draft=video("city", title="Hello")),
    "does it slowly": lambda: says("Soon.", "Done.", draft=video("city", music="Lo-fi"), pause=50),
    "does it silently": lambda: says(draft=video("lake")),
    "does nothing": lambda: says("I can do that."),
    "asks for a drag": lambda: says("Drag the music clip to the left."),
    "breaks off and does it": lambda: breaks(Unreachable(), "Working.", draft=video("hill"), later=20),
    "breaks off": lambda: breaks(Unreachable()),
    "never arrives": lambda: refuses(Unreachable(maybe_sent=False)),
    "is a proxy": lambda: refuses(BackendFailed()),
    "has lost the project": lambda: refuses(SessionGone()),
    "never ends": lambda: never_ends,
}
TROUBLE = [
    ("state", Unreachable()),
    ("state", SessionGone()),
    ("open_session", Unreachable()),
    ("credits", Unreachable()),
]
TROUBLE += [("submit_render", Unreachable()), ("render_status", BackendFailed()), ("download", Unreachable())]


class Server:
    """A studio in a task of its own, so that it can be ended from outside at any moment."""

    def __init__(self, home: Path, service: FakeService, desk: FakeDesk, clock) -> None:
        self._make = lambda: Studio(service, Ledger(home, clock=clock), inputs=FakeReaders(), outputs=desk)
        self._ready = asyncio.Event()
        self.task = asyncio.ensure_future(self._live())

    async def _live(self) -> None:
        async with self._make() as self.studio:
            self._ready.set()
            await anyio.sleep_forever()

    async def ready(self) -> Studio:
        await self._ready.wait()
        return self.studio

    async def die(self) -> None:
        self.task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self.task


class JobLife(RuleBasedStateMachine):
    jobs = Bundle("jobs")
    projects = Bundle("projects")

    def __init__(self) -> None:
        super().__init__()
        self._stack = contextlib.ExitStack()
        self._stack.enter_context(counted())
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        self._loop = VirtualLoop()
        self._later: set[asyncio.Task] = set()
        self.service = FakeService()
        self.service.later = self._do_later
        (self._folder / "videos").mkdir()
        self.desk = FakeDesk(self._folder / "videos")
        self.servers: list[Server] = []
        self.accepted: set[str] = set()
        self.words = 0

    def run(self, work):
        return self._loop.run_until_complete(work)

    def _do_later(self, seconds, act) -> None:
        async def do() -> None:
            await anyio.sleep(seconds)
            act()

        task = self._loop.create_task(do())
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _any(self) -> Studio:
        if not self.servers:
            self.servers.append(
                Server(self._folder / "home", self.service, self.desk, lambda: 1_800_000_000 + self._loop.time())
            )
        return await self.servers[-1].ready()

    @initialize()
    def a_server_starts(self) -> None:
        self.run(self._any())

    @rule()
    def another_server_starts(self) -> None:
        if len(self.servers) < 3:
            first, self.servers = self.servers, []
            self.run(self._any())
            self.servers = [*first, *self.servers]

    @rule(which=st.integers(0, 2))
    def a_server_dies(self, which) -> None:
        if self.servers:
            self.run(self.servers.pop(which % len(self.servers)).die())

    @rule(target=jobs, script=st.sampled_from(sorted(SCRIPTS)), after=st.sampled_from([0.01, 0.03, 0.05, 1.5, 8, 60]))
    def a_server_dies_over_a_wish(self, script, after):
        self.service.scripts.insert(0, SCRIPTS[script]())
        self.words += 1
        wished = self._wish(f"wish {self.words}", "", 0, True)
        self.run(asyncio.sleep(after))
        self.a_server_dies(len(self.servers) - 1)
        return wished

    @rule(script=st.sampled_from(sorted(SCRIPTS)))
    def the_agent_will(self, script) -> None:
        self.service.scripts.append(SCRIPTS[script]())

    @rule(trouble=st.sampled_from(TROUBLE))
    def a_call_will_fail(self, trouble) -> None:
        name, error = trouble
        self.service.trouble.setdefault(name, []).append(error)

    @rule(target=jobs, wait=st.sampled_from([0, 1, 30]), export=st.booleans())
    def a_new_project_is_wished(self, wait, export):
        self.words += 1
        return self._wish(f"wish {self.words}", "", wait, export)

    @rule(target=jobs, job=jobs, wait=st.sampled_from([0, 5]), export=st.booleans())
    def a_project_is_wished_otherwise(self, job, wait, export):
        self.words += 1
        return self._wish(f"wish {self.words}", job[1], wait, export)

    @rule(target=jobs, job=jobs, wait=st.sampled_from([0, 5]))
    def the_same_is_wished_again(self, job, wait):
        return self._wish(job[2], "", wait, False)

    @rule(job=jobs, wait=st.sampled_from([0, 5]))
    def an_export_is_wished(self, job, wait) -> None:
        async def wish() -> None:
            answer = await (await self._any()).export(project_id=job[1], wait_seconds=wait)
            self.accepted.add(answer.job_id)

        self._accepting(wish())

    @rule(seconds=st.sampled_from([0.05, 1, 20, 130]))
    def time_passes(self, seconds) -> None:
        self.run(asyncio.sleep(seconds))

    @invariant()
    def nothing_was_sent_without_a_permit_of_its_own(self) -> None:
        async def permits(db):
            return await db.read(
                lambda c: c.execute(
                    "SELECT message, count(*) FROM turns WHERE permit != '' GROUP BY message"
                ).fetchall()
            )

        sent = Counter(message for _, message in self.service.sent)
        if sent:
            ledger = Ledger(self._folder / "home")
            permitted = dict(map(tuple, self.run(permits(ledger))))
            self.run(ledger.close())
            assert all(times <= permitted.get(message, 0) for message, times in sent.items())

    @invariant()
    def every_job_can_be_looked_at(self) -> None:
        async def look() -> None:
            studio = await self._any()
            for job_id in self.accepted:
                job = await studio._journal.get(job_id)
                assert job is not None
                assert job.state in STATES
                await studio.state(job_id=job_id)

        if self.accepted:
            self.run(look())

    def teardown(self) -> None:
        """The storm is over: what is still open comes to its end."""

        async def calm() -> None:
            self.service.trouble.clear()
            studio = await self._any()
            for _ in range(60):
                if not (await studio.state()).jobs:
                    break
                await asyncio.sleep(30)
            assert not (await studio.state()).jobs
            for server in self.servers:
                await server.die()

        try:
            self.run(calm())
        finally:
            for task in self._later:
                task.cancel()
            self.run(asyncio.sleep(0))
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()
            self._stack.close()

    def _wish(self, words, project_id, wait, export):
        found = []

        async def wish() -> None:
            answer = await (await self._any()).generate(words, project_id=project_id, wait_seconds=wait, export=export)
            self.accepted.add(answer.job_id)
            found.append((answer.job_id, answer.project_id, words))

        self._accepting(wish())
        return found[0] if found else multiple()

    def _accepting(self, work) -> None:
        """A failure that names its job, or says why there is none, is an answer too."""
        try:
            self.run(work)
        except AiToVideoError as error:
            if error.job_id:
                self.accepted.add(error.job_id)


JobLife.TestCase.settings = settings(
    max_examples=18,
    stateful_step_count=14,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestJobLife = JobLife.TestCase
