"""A service, a desk and readers that do what a test tells them, in memory and in virtual time."""

import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import anyio

from ai_to_video.client.identity import Account
from ai_to_video.errors import NotFound, SessionGone
from ai_to_video.studio.answers import FileInfo
from ai_to_video.studio.files import LocalFile
from ai_to_video.timeline import Clip, Media, Timeline, Track
from ai_to_video.wire.bodies import Credits, ProjectState, RenderStatus, Session, Uploaded
from ai_to_video.wire.draft import fingerprint, read_draft, write_draft
from ai_to_video.wire.events import HEARTBEAT, AgentEvent

Script = Callable[["FakeService", str, str], AsyncIterator[AgentEvent]]


def video(*names: str, title: str = "", music: str = "") -> dict:
    """A draft: clips of 5 s, perhaps a title and music."""
    clips = tuple(Clip(5000 * i, 5000 * (i + 1), name=name) for i, name in enumerate(names))
    end = 5000 * len(clips)
    tracks = [Track("video", clips)]
    if music:
        tracks.append(Track("audio", (Clip(0, end, name=music, volume=35),)))
    if title:
        tracks.append(Track("text", (Clip(0, 3000, text=title),)))
    return write_draft(Timeline(tuple(tracks), duration_ms=end))


def says(*texts: str, draft: dict | None = None, pause: float = 1.0, tools: int = 0, error: str = "") -> Script:
    """The agent says this, one message after the other, and sets the draft before it closes."""

    async def script(service: "FakeService", session_id: str, message: str) -> AsyncIterator[AgentEvent]:
        for _ in range(tools):
            yield AgentEvent("tool_call", tool="edit")
        for text in texts:
            await anyio.sleep(pause)
            yield AgentEvent("text", text)
        await anyio.sleep(pause)
        if draft is not None:
            service.drafts[session_id] = draft
        if error:
            yield AgentEvent("error", error=error)

    return script


def breaks(
    error: Exception, *texts: str, heartbeat: bool = True, draft: dict | None = None, later: float = 0
) -> Script:
    """The stream breaks off with `error` after these words; the draft comes `later`, behind its back."""

    async def script(service: "FakeService", session_id: str, message: str) -> AsyncIterator[AgentEvent]:
        if heartbeat:
            yield HEARTBEAT
        for text in texts:
            yield AgentEvent("text", text)
        if draft is not None:
            service.later(later, lambda: service.drafts.__setitem__(session_id, draft))
        raise error

    return script


async def never_ends(service: "FakeService", session_id: str, message: str) -> AsyncIterator[AgentEvent]:
    while True:
        await anyio.sleep(20)
        yield HEARTBEAT


def refuses(error: Exception) -> Script:
    return breaks(error, heartbeat=False)


@dataclass
class Render:
    session_id: str
    draft: object
    fmt: str
    resolution: str
    began: float
    seconds: float = 20.0
    fails: bool = False
    url: str = "https://files.example/video.mp4"


@dataclass
class FakeService:
    """`sent` is what reached the agent. `trouble` holds exceptions to raise, by method; `hangs` methods that do not return."""

    balance: float = 100
    cost: float = 10
    scripts: list[Script] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    drafts: dict[str, object] = field(default_factory=dict)
    media: dict[str, list[Media]] = field(default_factory=dict)
    renders: dict[str, Render] = field(default_factory=dict)
    sheets: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    render_seconds: float = 20.0
    render_plan: list[Callable[[Render], Render]] = field(default_factory=list)
    polls: list[float] = field(default_factory=list)
    trouble: dict[str, list[Exception]] = field(default_factory=dict)
    hangs: set[str] = field(default_factory=set)
    slow: dict[str, float] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    movie: bytes = b"movie" * 2000
    group: anyio.abc.TaskGroup | None = None

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        async def run() -> None:
            await anyio.sleep(seconds)
            act()

        assert self.group is not None
        self.group.start_soon(run)

    async def _call(self, name: str) -> None:
        self.calls.append(name)
        if name in self.hangs:
            await anyio.sleep_forever()
        if self.trouble.get(name):
            raise self.trouble[name].pop(0)
        await anyio.sleep(self.slow.get(name, 0.01))

    def within(self, seconds: float) -> "FakeService":
        return self

    def account(self) -> Account:
        return Account("anonymous", "2026-12-01T00:00:00Z", "anon_1", "https://nemovideo.com/register?bind=anon_1")

    async def credits(self) -> Credits:
        await self._call("credits")
        return Credits(self.balance, 0, self.balance)

    async def open_session(self, language: str = "") -> Session:
        await self._call("open_session")
        self.languages.append(language)
        session_id = f"s{len(self.languages)}"
        self.drafts[session_id] = {}
        return Session(session_id, f"task_{session_id}", "anon_1")

    async def claim_link(self, session: Session) -> str:
        await self._call("claim_link")
        return f"https://nemovideo.com/workspace/claim?ct=clm_{session.session_id}"

    async def state(self, session_id: str) -> ProjectState:
        await self._call("state")
        if session_id not in self.drafts:
            raise SessionGone
        draft, media = self.drafts[session_id], tuple(self.media.get(session_id, ()))
        return ProjectState(
            draft=draft,
            timeline=read_draft(draft),
            media=media,
            fingerprint=fingerprint(draft, [m.name for m in media]),
            contact_sheet=self.sheets.get(session_id, ""),
        )

    async def run(self, session_id: str, message: str) -> AsyncIterator[AgentEvent]:
        await self._call("run")
        if session_id not in self.drafts:
            raise SessionGone
        script = self.scripts.pop(0) if self.scripts else says("Your video is ready.", draft=video("city"))
        self.sent.append((session_id, message))
        self.balance -= self.cost
        async for event in script(self, session_id, message):
            yield event

    async def picture(self, link: str) -> bytes:
        await self._call("picture")
        return self.pictures.get(link, b"")

    async def upload_file(self, session_id: str, path: Path, *, name: str, mime: str) -> Uploaded:
        await self._call("upload_file")
        media = Media(name, "video", f"https://files.example/{name}")
        self.media.setdefault(session_id, []).append(media)
        return Uploaded((media,), True)

    async def upload_urls(self, session_id: str, urls) -> Uploaded:
        await self._call("upload_urls")
        return Uploaded((), False)

    async def submit_render(self, render_id: str, session_id: str, draft, *, fmt: str, resolution: str) -> RenderStatus:
        await self._call("submit_render unheard")
        render = Render(session_id, draft, fmt, resolution, anyio.current_time(), self.render_seconds)
        if self.render_plan:
            render = self.render_plan.pop(0)(render)
        self.renders[render_id] = render
        await self._call("submit_render")
        return RenderStatus(render_id)

    async def render_status(self, render_id: str) -> RenderStatus:
        self.polls.append(anyio.current_time())
        await self._call("render_status")
        if render_id not in self.renders:
            raise NotFound
        render = self.renders[render_id]
        share = (anyio.current_time() - render.began) / render.seconds
        if share < 1:
            return RenderStatus(render_id, "processing", round(100 * share))
        return (
            RenderStatus(render_id, "failed") if render.fails else RenderStatus(render_id, "completed", 100, render.url)
        )

    async def download(self, render: RenderStatus, part: Path, *, on_bytes=None) -> None:
        await self._call("download")
        await anyio.Path(part).write_bytes(self.movie)


@dataclass
class FakeDesk:
    folder: Path
    finishes: int = 0

    def of(self, owner: str) -> "FakeDesk":
        return self

    async def reserve(
        self, filename: str, fmt: str, *, title: str = "", job_id: str = "", expected_bytes: int = 0
    ) -> Path:
        return self.folder / f"{filename or job_id}.{fmt}"

    def part(self, target: Path) -> Path:
        return target.with_name(target.name + ".part")

    async def finish(
        self, part: Path, target: Path, *, expected_ms: int = 0, fmt: str, expected_bytes: int = 0
    ) -> FileInfo:
        self.finishes += 1
        await anyio.Path(part).rename(target)
        found = await self.finished(target, fmt=fmt)
        assert found is not None
        return found

    async def finished(self, target: Path, *, fmt: str) -> FileInfo | None:
        if not await anyio.Path(target).exists():
            return None
        data = await anyio.Path(target).read_bytes()
        return FileInfo(str(target), bytes=len(data), sha256=hashlib.sha256(data).hexdigest(), seconds=10)

    async def release(self, target: Path) -> None:
        await anyio.Path(self.part(target)).unlink(missing_ok=True)

    async def poster(self, path: Path) -> bytes:
        return b"\xff\xd8poster"


@dataclass
class FakeReaders:
    """`files` by the name a caller gives."""

    files: dict[str, LocalFile] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def text(self, name: str, words: str) -> str:
        digest = hashlib.sha256(words.encode()).hexdigest()
        self.files[name] = LocalFile(Path("/in") / name, name, "text", "text/plain", len(words), digest)
        self.texts[f"/in/{name}"] = words
        return name

    def clip(self, name: str, digest: str = "1") -> str:
        self.files[name] = LocalFile(Path("/in") / name, name, "video", "video/mp4", 1000, digest, 4000, 640, 360)
        return name

    async def check_all(self, sources):
        return tuple(self.files[source] for source in sources)

    async def confirm(self, file: LocalFile) -> None:
        return None

    async def read_text(self, source) -> str:
        return self.texts[str(source)]


__all__ = [
    "FakeDesk",
    "FakeReaders",
    "FakeService",
    "Render",
    "breaks",
    "never_ends",
    "refuses",
    "replace",
    "says",
    "video",
]
