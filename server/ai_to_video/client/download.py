"""A finished render onto the disk: streamed in constant memory, resumed where a connection broke, without our token
on other people's hosts."""

import errno
import json
import re
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import anyio
import httpx
from anyio import to_thread

from ..errors import AiToVideoError, BackendFailed, BadArgument, NotFound, RateLimited, Unintelligible, Unreachable
from ..wire.bodies import RenderStatus, download_path, read_render
from .answer import understood
from .failures import translated
from .line import CONNECT, FRESH, READ, Line

PIECE = 1 << 20
TIMEOUT = httpx.Timeout(READ, connect=CONNECT, pool=CONNECT)
MOST_RESUMPTIONS = 2000
MOST_STUCK = 4
"""Resumptions in all, and in a row without a single new byte."""
STUCK_WAIT = 0.5
"""Seconds before the first try after one that brought nothing; doubled each time."""
_NO_FILE = re.compile(r"text/|application/(.*\+)?(json|xml)\b", re.IGNORECASE)

OnBytes = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is complete: its length, and what the service says it is."""

    bytes: int
    content_type: str


async def download(
    line: Line, render: RenderStatus, part: Path, on_bytes: OnBytes | None, *, deadline: float | None
) -> Download:
    """See Client.download. Tries the link of the render, then the service's own download route, then the link that
    route may answer with."""
    fetch = _Fetch(line, render, part, on_bytes or (lambda have, total: None))
    failures: list[AiToVideoError] = []
    try:
        with translated(), anyio.fail_after(None if deadline is None else max(0.0, deadline - line.clock())):
            places = [*filter(None, [render.url]), download_path(render.render_id)]
            await fetch.remember()
            for place in places:
                try:
                    return await fetch.all_of(place)
                except _Elsewhere as other:
                    if other.url not in places:
                        places.append(other.url)
                except AiToVideoError as error:
                    failures.append(error)
    except TimeoutError as late:
        raise Unreachable("The video did not arrive in time.", hint="It goes on where it stopped next time.") from late
    except OSError as error:
        raise _disk(error) from error
    raise next((one for one in failures if isinstance(one, Unreachable)), failures[-1] if failures else NotFound())


def forget(part: Path) -> None:
    """Remove a part that will not be finished, and what is remembered about it. Raises OSError."""
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)


class _Elsewhere(Exception):
    """The download route answered with a link instead of the file."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url


@dataclass(slots=True)
class _Fetch:
    """One part file on its way: `have` bytes of `total` (0: unknown), `tag` the validator of that version."""

    line: Line
    render: RenderStatus
    part: Path
    on_bytes: OnBytes
    have: int = 0
    total: int = 0
    tag: str = ""

    async def remember(self) -> None:
        """Go on with a part only when it is known to be of this very render."""

        def read() -> tuple[int, dict[str, str]]:
            with suppress(OSError, ValueError):
                note = json.loads(_note(self.part).read_text("utf-8"))
                if note["render"] == self.render.render_id:
                    return self.part.stat().st_size, note
            return 0, {}

        self.have, note = await to_thread.run_sync(read)
        if self.have:
            self.total, self.tag = int(note.get("total", 0)), str(note.get("tag", ""))

    async def all_of(self, place: str) -> Download:
        """The whole file from one address, which may be relative to the service, over as many connections as it takes
        while each brings something new."""
        with translated():
            url = httpx.URL(self.line.base_url).join(place)
        stuck, best = 0, self.have
        for _ in range(MOST_RESUMPTIONS):
            try:
                return await self._rest_of(url)
            except (Unreachable, BackendFailed, RateLimited) as error:
                stuck = 0 if self.have > best else stuck + 1
                best = max(best, self.have)
                if stuck >= MOST_STUCK:
                    raise
                if stuck:
                    wait = STUCK_WAIT * 2.0 ** (stuck - 1)
                    await self.line.sleep(max(wait, min(error.retry_after or 0.0, 30.0)))
        raise Unreachable("The download breaks again and again.")

    async def _rest_of(self, url: httpx.URL) -> Download:
        async with AsyncExitStack() as stack:
            asked = {"Accept-Encoding": "identity"}
            if self.have:
                asked |= {"Range": f"bytes={self.have}-"} | ({"If-Range": self.tag} if self.tag else {})

            async def opened(headers: dict[str, str]) -> httpx.Response:
                answer = await stack.enter_async_context(
                    self.line.http.stream(
                        "GET",
                        url,
                        headers={**headers, **asked},
                        timeout=TIMEOUT,
                        follow_redirects=True,
                        extensions=FRESH,
                    )
                )
                if not answer.is_success and answer.status_code != 416:
                    await understood(answer, lambda payload: None, "download")
                return answer

            if self.line.owns(url):
                answer = await self.line.ask("download", opened)
            else:
                with translated():
                    answer = await opened({})
            with translated():
                return await self._taken(answer)

    async def _taken(self, answer: httpx.Response) -> Download:
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if answer.status_code == 416:
            if _total(answer) == self.have:
                return await self._finished("")
            return await self._again()
        if _NO_FILE.match(kind) or answer.headers.get("content-encoding", "identity").lower() != "identity":
            found = await understood(answer, lambda payload: read_render(payload, self.render.render_id), "download")
            if found.url:
                raise _Elsewhere(found.url)
            raise Unintelligible("The service gave a page instead of the video.", hint="Call export_video again.")
        if answer.status_code == 206:
            if _start(answer) != self.have or (self.total and _total(answer) not in {0, self.total}):
                return await self._again()
            self.total = self.total or _total(answer)
        else:
            self.have, self.total, self.tag = 0, int(answer.headers.get("content-length") or 0), _validator(answer)
        await self._drink(answer)
        expected = self.total or self.render.bytes
        if not self.have:
            raise Unintelligible("The service gave an empty file.", hint="Call export_video again.")
        if expected and self.have != expected:
            raise Unreachable("The download ended too early.")
        return await self._finished(kind)

    async def _drink(self, answer: httpx.Response) -> None:
        """Append the body to the part. What came before a break is kept."""
        with anyio.CancelScope(shield=True):  # or nobody would close what the thread has opened
            file = await to_thread.run_sync(self._opened)
        buffer = bytearray()

        async def flush() -> None:
            with anyio.CancelScope(shield=True):
                await to_thread.run_sync(_write, file, bytes(buffer))
            self.have += len(buffer)
            buffer.clear()
            self.on_bytes(self.have, self.total)

        try:
            async for piece in answer.aiter_raw():
                if not self.have and not buffer and piece.lstrip()[:1] in (b"<", b"{"):
                    raise Unintelligible(
                        "The service gave a page instead of the video.", hint="Call export_video again."
                    )
                buffer += piece
                if len(buffer) >= PIECE:
                    await flush()
        finally:
            try:
                if buffer:
                    await flush()
            finally:
                file.close()

    def _opened(self) -> IO[bytes]:
        """The part, ready to take byte number `have`; what is being fetched is noted first."""
        if not self.have:
            note = {"render": self.render.render_id, "total": self.total, "tag": self.tag}
            _note(self.part).write_text(json.dumps(note), "utf-8")
        file = self.part.open("r+b" if self.have else "wb")
        file.seek(self.have)
        return file

    async def _again(self) -> Download:
        """What we have does not fit what the service has: begin from the beginning."""
        self.have, self.total, self.tag = 0, 0, ""
        raise Unreachable("The file at the service has changed.")

    async def _finished(self, kind: str) -> Download:
        await to_thread.run_sync(lambda: _note(self.part).unlink(missing_ok=True))
        return Download(self.have, kind)


def _write(file: IO[bytes], data: bytes) -> None:
    file.write(data)
    file.flush()


def _note(part: Path) -> Path:
    """Where it is noted which render and which version a part belongs to."""
    return part.with_name(f"{part.name}.json")


def _validator(answer: httpx.Response) -> str:
    """What If-Range may hold: a strong ETag, else a date, else nothing."""
    tag: str = answer.headers.get("etag", "")
    return tag if tag.startswith('"') else answer.headers.get("last-modified", "")


def _start(answer: httpx.Response) -> int:
    found = re.match(r"bytes (\d+)-", answer.headers.get("content-range", ""))
    return int(found[1]) if found else -1


def _total(answer: httpx.Response) -> int:
    found = re.search(r"/(\d+)$", answer.headers.get("content-range", ""))
    return int(found[1]) if found else 0


def _disk(error: OSError) -> AiToVideoError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BadArgument("There is no space left for the video.", hint="Free some disk space, then export again.")
    return BadArgument("The video cannot be written to the output folder.", hint="Check AI_TO_VIDEO_OUTPUT_DIR.")
