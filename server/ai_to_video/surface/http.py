"""MCP over HTTP for others: who may come in, by which name, and where a caller's finished files are fetched.

Host, Origin ──▶ /health           anybody: that the process lives, nothing else
            ├──▶ /files/...        whoever holds a signed link
            ├──▶ /.well-known/...  where tokens come from (RFC 9728)
            └──▶ key or token ──▶ /mcp, no session kept between requests, both protocol eras
"""

import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import anyio
from mcp.server.auth.middleware.auth_context import AuthContextMiddleware
from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser, BearerAuthBackend, RequireAuthMiddleware
from mcp.server.auth.provider import AccessToken
from mcp.server.auth.routes import build_resource_metadata_url, create_protected_resource_routes
from mcp.server.transport_security import TransportSecuritySettings
from pydantic import AnyHttpUrl
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from ..errors import AiToVideoError, Forbidden
from .caller import Caller, Verifier, Visitor
from .http_door import Door
from .http_files import Files
from .links import Links

if TYPE_CHECKING:
    from .desk import FrontDesk
    from .server import VideoServer

log = logging.getLogger(__name__)

MOST_BODY = 1024 * 1024
"""Bytes of one request; the longest prompt is a tenth of it."""


@dataclass(frozen=True, slots=True)
class Resource:
    """What OAuth tokens are for: this server's `url`, the `issuer` that gives them, the `scopes` they need."""

    url: str
    issuer: str
    scopes: tuple[str, ...] = ()


class AnyOf:
    """Lets in whom any of several verifiers knows."""

    def __init__(self, verifiers: Sequence[Verifier]) -> None:
        self._verifiers = verifiers

    async def verify_token(self, token: str) -> AccessToken | None:
        for verifier in self._verifiers:
            if visitor := await verifier.verify_token(token):
                return visitor
        return None

    async def still(self, owner: str) -> bool:
        for verifier in self._verifiers:
            if await verifier.still(owner):
                return True
        return not self._verifiers and not owner


class Gatehouse:
    """One server over HTTP: knows its callers, keeps its desk, and tells calls in flight when it has to leave.

    Without `verifiers` whoever reaches the server is taken for somebody on this machine. `public_url` is what callers
    have before /mcp, empty where the address of the request itself will do.
    """

    def __init__(
        self,
        open_desk: Callable[[], AbstractAsyncContextManager["FrontDesk"]],
        links: Links,
        *,
        verifiers: Sequence[Verifier] = (),
        resource: Resource | None = None,
        public_url: str = "",
    ) -> None:
        self._open_desk = open_desk
        self._links = links
        self._guarded = bool(verifiers)
        self._verifier = AnyOf(verifiers)
        self._resource = resource
        self._public_url = public_url
        self._desk: FrontDesk | None = None
        self.leaving = anyio.Event()

    @asynccontextmanager
    async def lifespan(self, _: object) -> AsyncIterator["FrontDesk"]:
        """The desk, open for all requests of one life, and soon with its studio: jobs of an earlier life go on."""
        async with self._open_desk() as desk:
            self._desk = desk
            desk.open_soon()
            yield desk

    def identify(self, request: Request | None) -> Caller:
        """Raises Forbidden for a request that came past the door, which none does."""
        if request is None:
            raise Forbidden
        owner = ""
        if self._guarded:
            user = request.scope.get("user")
            token = user.access_token if isinstance(user, AuthenticatedUser) else None
            if not isinstance(token, Visitor) or not token.owner:
                raise Forbidden
            owner = token.owner
        base = self._public_url or str(request.base_url)
        return Caller(owner, lambda job_id: self._links.sign(base, job_id, owner))

    def app(self, server: "VideoServer", *, host: str, version: str) -> Starlette:
        inner = server.streamable_http_app(
            stateless_http=True,
            max_request_body_size=MOST_BODY,
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),  # the Door's work
        )

        async def health(_: Request) -> JSONResponse:
            return JSONResponse({"status": "ok", "version": version})

        routes: list[BaseRoute] = [
            Route("/health", health),
            Route("/files/{name}", Files(self._links, self._verifier.still, self._studio).serve),
            *self._documents(),
            Mount("/", self._behind_keys(without_streams(inner))),
        ]

        @asynccontextmanager
        async def life(_: Starlette) -> AsyncIterator[None]:
            async with inner.router.lifespan_context(inner):
                yield

        door = Middleware(Door, host=host, public_url=self._public_url)
        return Starlette(routes=routes, middleware=[door], lifespan=life)

    def _behind_keys(self, inner: ASGIApp) -> ASGIApp:
        if not self._guarded:
            return inner
        scopes = list(self._resource.scopes) if self._resource else []
        about = build_resource_metadata_url(AnyHttpUrl(self._resource.url)) if self._resource else None
        guarded = RequireAuthMiddleware(AuthContextMiddleware(inner), scopes, about)
        return AuthenticationMiddleware(guarded, backend=BearerAuthBackend(self._verifier))

    def _documents(self) -> Sequence[BaseRoute]:
        if self._resource is None:
            return ()
        return create_protected_resource_routes(
            AnyHttpUrl(self._resource.url),
            [AnyHttpUrl(self._resource.issuer)],
            list(self._resource.scopes) or None,
            resource_name="AI to Video",
        )

    async def _studio(self) -> Any:  # noqa: ANN401 - a Studio, which is imported when it is opened
        if self._desk is None:
            raise AiToVideoError
        return await self._desk.studio("get_state")


def without_streams(inner: ASGIApp) -> ASGIApp:
    """Refuses GET, as the protocol allows: without sessions nothing would ever come on such a stream, and open ones
    would hold up a server that has to leave."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and scope["path"] == "/mcp":
            refusal = PlainTextResponse("Send messages with POST.", 405, {"allow": "POST"})
            await refusal(scope, receive, send)
        else:
            await inner(scope, receive, send)

    return serve
