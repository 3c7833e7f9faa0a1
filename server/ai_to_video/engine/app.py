"""The service's HTTP API on this machine: wire in, wire out. Every route of the contract, one function each."""

import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Any

import anyio
from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from ..errors import AiToVideoError
from ..timeline import Timeline
from ..wire.bodies import (
    ANONYMOUS_TOKEN,
    CLAIM_TOKEN,
    CLIENT_ID,
    CREDITS,
    RENDER,
    RUN_SSE,
    SESSION,
    SKILL_PLATFORM,
    SKILL_SOURCE,
    SKILL_VERSION,
    download_path,
    render_path,
    state_path,
    upload_path,
)
from ..wire.draft import read_draft
from ..wire.envelope import encode, encode_error
from ..wire.guess import file_name
from ..wire.media import EXPORT_FORMATS, MIME
from .accounts import Accounts, TooManyTokens
from .agent import Agent, NoCredits
from .contact_sheets import ContactSheets, link_of
from .exchange import address, json_body, loaded, message_text, pattern, told_file, told_render, word
from .gate import OnlyHere, Pace, Refused, bad_token, no_credits, no_session, unclear
from .intake import Fetch, examined, fetched, links_in, received
from .records import Conflict
from .renders import Renderer, Renders
from .renders import render as render_in_child
from .store import NoSession, Project, Store
from .terms import Terms
from .voice.narrator import Reader, available, read_aloud

Handler = Callable[[Request], Awaitable[Response]]
RESOLUTIONS = ("480p", "720p", "1080p")
CLAIM_SECONDS = 604_800


def create_app(
    folder: Path,
    *,
    terms: Terms | None = None,
    render: Renderer = render_in_child,
    read: Reader | None = None,
    fetch: Fetch | None = None,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
) -> Starlette:
    """An ASGI app that keeps everything under `folder`. Several of them, in any number of processes, may share it.

    `render` makes a file of a timeline, `read` reads lines aloud (by default the installed voice, if there is one),
    `fetch` gets what a link leads to; without it there are no uploads by link.
    """
    terms = terms or Terms()
    read = read or (read_aloud if available() else None)
    store = Store(folder, terms, clock)
    accounts = Accounts(folder, terms, clock)
    agent = Agent(store, accounts, terms, clock=clock, sleep=sleep, read=read)
    renders = Renders(folder, store, terms, clock=clock, render=render)
    sheets = ContactSheets(store, terms, render=render)
    desk = Desk(folder, terms, store, accounts, agent, renders, sheets, Pace(terms.requests_a_minute, clock), fetch)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await agent.close()
            await renders.close()
            await sheets.close()

    return Starlette(
        routes=desk.routes(),
        middleware=[Middleware(OnlyHere)],
        exception_handlers={Refused: _refuse, OSError: _no_disk, HTTPException: _no_route, Exception: _broken},
        lifespan=lifespan,
    )


async def _refuse(_: Request, refused: Exception) -> Response:
    return refused.response if isinstance(refused, Refused) else JSONResponse({}, 500)


async def _no_disk(_: Request, __: Exception) -> Response:
    return JSONResponse(encode_error(507, "The engine cannot use its disk; it may be full or read-only."), 507)


async def _no_route(_: Request, error: Exception) -> Response:
    """What Starlette itself refuses: no such path, or not by this method."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    words = {404: "There is no such address here.", 405: "This address does not take that method."}
    told = encode_error(status, words.get(status, "The request cannot be answered."))
    return JSONResponse(told, status, headers=getattr(error, "headers", None))


async def _broken(_: Request, __: Exception) -> Response:
    return JSONResponse(encode_error(500, "The engine failed at this request."), 500)


class Desk:
    """What the routes do. Each method answers one endpoint, or raises Refused."""

    def __init__(
        self,
        folder: Path,
        terms: Terms,
        store: Store,
        accounts: Accounts,
        agent: Agent,
        renders: Renders,
        sheets: ContactSheets,
        pace: Pace,
        fetch: Fetch | None,
    ) -> None:
        self._folder = folder
        self._terms = terms
        self._store = store
        self._accounts = accounts
        self._agent = agent
        self._renders = renders
        self._sheets = sheets
        self._pace = pace
        self._fetch = fetch

    def routes(self) -> list[Route]:
        session, render = "{session_id:str}", "{render_id:str}"
        return [
            Route(ANONYMOUS_TOKEN, self.anonymous_token, methods=["POST"]),
            Route(SESSION, self.open_session, methods=["POST"]),
            Route(CLAIM_TOKEN, self.claim_token, methods=["POST"]),
            Route(RUN_SSE, self.run, methods=["POST"]),
            Route(pattern(upload_path, session), self.upload, methods=["POST"]),
            Route(CREDITS, self.credits, methods=["GET"]),
            Route(pattern(state_path, session), self.state, methods=["GET"]),
            Route(RENDER, self.submit, methods=["POST"]),
            Route(pattern(render_path, render), self.poll, methods=["GET"]),
            Route(pattern(render_path, render) + "/cancel", self.cancel, methods=["POST"]),
            Route(pattern(download_path, render), self.download, methods=["GET"]),
            Route("/files/render/{name:str}/{key:str}/{file:str}", self.film, methods=["GET"]),
            Route("/files/sheet/{session_id:str}/{key:str}/{file:str}", self.sheet, methods=["GET"]),
            Route("/files/{session_id:str}/{key:str}/{file:str}", self.uploaded, methods=["GET"]),
        ]

    # --- accounts and sessions --------------------------------------------------------------------------------------

    async def anonymous_token(self, request: Request) -> Response:
        client_id = request.headers.get(CLIENT_ID, "").strip()
        if not client_id:
            raise Refused(400, 400, "The header X-Client-Id is missing.")
        self._slow(client_id)
        try:
            issued = await to_thread.run_sync(self._accounts.issue, client_id[:200])
        except TooManyTokens:
            raise Refused(429, 429, "This client had its tokens of the week.", retry_after=3600) from None
        return JSONResponse(
            encode(
                {
                    "token": issued.token,
                    "user_id": issued.user_id,
                    "expires_at": issued.expires_at,
                    "credits": issued.credits,
                }
            )
        )

    async def open_session(self, request: Request) -> Response:
        user_id = await self._user(request)
        body = await json_body(request, may_be_empty=True)
        name, language = word(body, "task_name") or "project", word(body, "language")
        project = await to_thread.run_sync(lambda: self._store.create(user_id, name=name, language=language))
        state = project.state
        return JSONResponse(encode({"task_id": state["task_id"], "session_id": project.session_id, "user_id": user_id}))

    async def claim_token(self, request: Request) -> Response:
        user_id = await self._user(request)
        project = await self._project(word(await json_body(request), "session_id", "sessionId"), user_id)
        claim = {"claim_token": "clm_" + str(project.state["key"]), "expires_in": CLAIM_SECONDS}
        return JSONResponse(encode(claim))

    async def credits(self, request: Request) -> Response:
        available, frozen = await to_thread.run_sync(self._accounts.balance, await self._user(request))
        return JSONResponse(encode({"available": available, "frozen": frozen, "total": available + frozen}))

    async def state(self, request: Request) -> Response:
        project = await self._project(request.path_params["session_id"], await self._user(request))
        stored = project.state
        shown = {
            "video_infos": [told_file(info, request) for info in stored["video_infos"]],
            "generated_media": stored["generated_media"],
        }
        if stored.get("draft"):
            shown |= {"draft": stored["draft"], "canvas_config": stored["canvas_config"]}
            if link := await to_thread.run_sync(link_of, project):
                shown["contact_sheet"] = address(request, link)
        task_name = stored.get("title") or stored["task_name"]
        facts = {"session_id": project.session_id, "task_id": stored["task_id"], "task_name": task_name}
        return JSONResponse(encode({**facts, "user_id": stored["user_id"], "state": shown}))

    async def sheet(self, request: Request) -> Response:
        """The contact sheet, to whoever holds the link."""
        asked = request.path_params
        try:
            picture = await self._sheets.sheet(asked["session_id"], asked["key"], asked["file"])
        except AiToVideoError:
            raise Refused(500, 500, "The contact sheet could not be drawn.") from None
        if picture is None:
            raise Refused(404, 404, "There is no such contact sheet.")
        return Response(picture, media_type=MIME["jpg"])

    # --- the agent --------------------------------------------------------------------------------------------------

    async def run(self, request: Request) -> Response:
        user_id = await self._user(request)
        body = await json_body(request)
        message = body.get("new_message", body.get("newMessage"))
        session_id = word(body, "session_id", "sessionId")
        if not session_id:
            raise unclear("The body needs a session_id.")
        project = await self._project(session_id, user_id)
        text = message_text(message)
        if not text.strip():
            raise unclear("The message has no text.")
        if len(text) > self._terms.message_characters:
            raise unclear("The message is too long.")
        try:
            events = await self._agent.run(project, text)
        except NoCredits:
            raise no_credits() from None
        return StreamingResponse(events, media_type="text/event-stream", headers={"cache-control": "no-cache"})

    # --- uploads ----------------------------------------------------------------------------------------------------

    async def upload(self, request: Request) -> Response:
        project = await self._project(request.path_params["session_id"], await self._user(request))
        listed = []
        if request.headers.get("content-type", "").lower().startswith("multipart/"):
            async with received(request, self._terms) as files:
                for file in files:
                    project, info = await self._take(project, file.file, file.filename or "upload")
                    listed.append(info)
        else:
            for link in links_in(await json_body(request)):
                content = await fetched(self._fetch, link, self._terms)
                project, info = await self._take(project, content, file_name(link) or "upload")
                listed.append(info)
        await to_thread.run_sync(self._store.tidy)
        shown = [told_file(info, request) for info in listed]
        return JSONResponse(encode({"files": shown, "session_state_applied": True}))

    async def _take(self, project: Project, content: IO[bytes], name: str) -> tuple[Project, Mapping[str, Any]]:
        keep = self._store.keep_upload
        async with examined(content, name, self._folder / "incoming", self._terms) as (path, extension, facts):
            while True:
                try:
                    return await to_thread.run_sync(keep, project, path, facts, name, extension)
                except Conflict:
                    project = await self._project(project.session_id, project.user_id)

    async def uploaded(self, request: Request) -> Response:
        asked = request.path_params
        path = await to_thread.run_sync(self._store.upload_file, asked["session_id"], asked["key"], asked["file"])
        if path is None:
            raise Refused(404, 404, "There is no such file.")
        return FileResponse(path, media_type=MIME.get(path.suffix[1:], "application/octet-stream"))

    # --- renders ----------------------------------------------------------------------------------------------------

    async def submit(self, request: Request) -> Response:
        user_id = await self._user(request)
        if not all(request.headers.get(name, "").strip() for name in (SKILL_SOURCE, SKILL_VERSION, SKILL_PLATFORM)):
            raise Refused(402, 402, "Export needs the three skill attribution headers.")
        body = await json_body(request)
        render_id = word(body, "id")
        if not 0 < len(render_id) <= 200 or "/" in render_id:
            raise unclear("The body needs an id for the render: at most 200 characters, no slash.")
        project = await self._project(word(body, "sessionId", "session_id"), user_id)
        draft = body.get("draft") or project.state.get("draft")
        draft = loaded(draft) or draft if isinstance(draft, str) else draft
        self._renderable(await to_thread.run_sync(read_draft, draft))
        output = body.get("output")
        output = output if isinstance(output, dict) else {}
        fmt, resolution = word(output, "format").lower() or "mp4", word(output, "resolution").lower() or "1080p"
        if fmt not in EXPORT_FORMATS:
            raise unclear(f"The export format must be one of {', '.join(EXPORT_FORMATS)}.")
        if resolution not in RESOLUTIONS:
            raise unclear(f"The resolution must be one of {', '.join(RESOLUTIONS)}.")
        state = await self._renders.submit(user_id, render_id, project.session_id, draft, fmt, resolution)
        return JSONResponse(told_render(state, request))

    def _renderable(self, timeline: Timeline) -> None:
        if not any(track.clips for track in timeline.tracks) or not timeline.lasts_ms:
            raise unclear("The draft has no clip to render; generate a video first.")
        if sum(len(track.clips) for track in timeline.tracks) > self._terms.render_clips:
            raise unclear(f"The draft has too many clips; a video can have at most {self._terms.render_clips:,}.")
        if timeline.lasts_ms > self._terms.render_seconds * 1000:
            raise unclear(
                f"The draft is too long; a video can last at most {self._terms.render_seconds // 60} minutes."
            )

    async def poll(self, request: Request) -> Response:
        user_id = await self._user(request)
        state = await self._renders.status(user_id, request.path_params["render_id"])
        if state is None:
            raise Refused(404, 404, "There is no such render.")
        return JSONResponse(told_render(state, request))

    async def cancel(self, request: Request) -> Response:
        user_id = await self._user(request)
        state = await self._renders.cancel(user_id, request.path_params["render_id"])
        if state is None:
            raise Refused(404, 404, "There is no such render.")
        return JSONResponse(told_render(state, request))

    async def download(self, request: Request) -> Response:
        user_id = await self._user(request)
        state = await self._renders.status(user_id, request.path_params["render_id"])
        if state is None or state["status"] != "completed":
            raise Refused(404, 404, "There is no finished video under this id.")
        return await self._film(state["name"], state["key"])

    async def film(self, request: Request) -> Response:
        """The finished file, to whoever holds the link; ranges as HTTP has them."""
        return await self._film(request.path_params["name"], request.path_params["key"])

    async def _film(self, name: str, key: str) -> Response:
        found = await self._renders.film(name, key) if re.fullmatch(r"[0-9a-f]{32}", name) else None
        if found is None:
            raise Refused(404, 404, "There is no such video.")
        path, fmt = found
        return FileResponse(path, media_type=MIME.get(fmt, "application/octet-stream"), filename=f"video.{fmt}")

    # --- shared -----------------------------------------------------------------------------------------------------

    async def _user(self, request: Request) -> str:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        user_id = await to_thread.run_sync(self._accounts.who, token.strip()) if scheme.lower() == "bearer" else None
        if user_id is None:
            raise bad_token()
        self._slow(user_id)
        return user_id

    def _slow(self, caller: str) -> None:
        wait = self._pace.wait(caller)
        if wait:
            raise Refused(429, 429, "Too many requests; wait a little.", retry_after=wait)

    async def _project(self, session_id: str, user_id: str) -> Project:
        try:
            return await to_thread.run_sync(self._store.load, session_id, user_id)
        except NoSession:
            raise no_session(session_id) from None
