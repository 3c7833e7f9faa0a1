"""The front door: Settings become an MCP server with a Studio behind it. The only file that knows every room.

Nothing is opened before a tool needs it, and the rooms behind the surface are imported only then, so that a host sees
the tools at once. Local or cloud is which transport the HTTP client gets: the engine in this process, or the network.
"""

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .errors import BadArgument
from .settings import Settings
from .skill import Skill
from .surface import FrontDesk, Skills, Tasks, VideoServer, Viewer, front_desk

if TYPE_CHECKING:
    from .engine.intake import Fetch
    from .studio import Studio
    from .studio.purse import OwnLimit
    from .surface.http import Gatehouse

CHATTY = ("httpx", "httpx2", "httpcore", "httpcore2", "mcp", "sse_starlette", "PIL", "asyncio")
"""They log addresses and headers, and an address may carry a signature."""

LOCAL_PARTS = ("cv2", "numpy", "pysbd", "rjieba", "starlette", "uvicorn")
ENGINE_URL = "http://engine.localhost"
"""Never dialled: the engine answers in this process."""


def configure_logging(level: str) -> None:
    """To stderr only, because stdout is the protocol. Comes before MCPServer(), which would otherwise set it up."""
    logging.basicConfig(level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


def build_server(settings: Settings, gatehouse: "Gatehouse | None" = None) -> VideoServer:
    """An MCP server for any transport; each lifespan opens and closes its own Studio. HTTP comes with a gatehouse."""
    skill = Skill.read()
    if gatehouse is None:
        return VideoServer(
            lambda _: desk(settings),
            version=__version__,
            extensions=[Skills(skill.name, skill.description, skill.text), Tasks(), Viewer()],
        )
    return VideoServer(
        gatehouse.lifespan,
        version=__version__,
        extensions=[Skills(skill.name, skill.description, skill.text), Tasks(gatehouse.identify), Viewer()],
        identify=gatehouse.identify,
        leaving=gatehouse.leaving,
    )


def desk(
    settings: Settings, *, elsewhere: bool = False, own_limit: "OwnLimit | None" = None
) -> AbstractAsyncContextManager[FrontDesk]:
    """Where tools get the Studio, which is opened on first need. `elsewhere`: callers do not share this disk."""

    def admit(tool: str) -> None:
        settings.require(tool)
        if settings.local:
            require_local_parts()

    return front_desk(admit, lambda: build_studio(settings, elsewhere=elsewhere, own_limit=own_limit))


@asynccontextmanager
async def build_studio(
    settings: Settings, *, elsewhere: bool = False, own_limit: "OwnLimit | None" = None
) -> AsyncIterator["Studio"]:
    """The Studio with everything it needs, opened and closed together.

    Callers from `elsewhere` may have files read from this disk only below folders that were named for it, and
    `own_limit` tells what each may spend a day.
    """
    if settings.database_url:
        raise BadArgument(
            "This version keeps its jobs in a file on this machine and knows no shared ledger.",
            hint="Remove AI_TO_VIDEO_DATABASE_URL from the settings and start the server again.",
        )
    from .client import Client, Identity, InProcessTransport, RedactingFilter, build_http
    from .studio import Ledger, Studio
    from .studio.files import Inputs, Outputs
    from .wire.bodies import SKILL_PLATFORM, SKILL_SOURCE, SKILL_VERSION

    for handler in logging.getLogger().handlers:
        if not any(isinstance(one, RedactingFilter) for one in handler.filters):
            handler.addFilter(RedactingFilter())
    skill = Skill.read()
    home = settings.home / "local" if settings.local else settings.home
    identity = Identity(
        home,
        token="" if settings.local else settings.token,
        client_id=settings.client_id,
        client_id_file=home / "client_id" if settings.local else Path.home() / ".config" / "nemovideo" / "client_id",
        attribution={
            SKILL_SOURCE: skill.name,
            SKILL_VERSION: skill.version,
            SKILL_PLATFORM: settings.skill_source or skill.platform(),
        },
    )
    transport = None
    if settings.local:
        from .engine import create_app

        transport = InProcessTransport(create_app(home / "engine", fetch=fetcher()))
    http = build_http(transport=transport, record=settings.record, user_agent=f"{skill.name}/{skill.version}")
    api_url, web_url = (ENGINE_URL, "") if settings.local else (settings.api_url, settings.web_url)
    async with (
        Client(http, identity, base_url=api_url, web_url=web_url) as client,
        Studio(
            client,
            Ledger(home),
            inputs=Inputs(
                () if elsewhere and not settings.input_dirs_given else settings.input_dirs, settings.max_upload_bytes
            ),
            outputs=Outputs(settings.output_dir),
            language=settings.language,
            daily_credits=settings.daily_credits,
            own_limit=own_limit,
        ) as studio,
    ):
        yield studio


def fetcher() -> "Fetch":
    """How the local engine gets what a link leads to: by the rules that hold for every address here."""
    from .client.fetch import Fetcher

    return Fetcher().fetch


def export_formats() -> tuple[str, ...]:
    from .wire.media import EXPORT_FORMATS

    return EXPORT_FORMATS


def local_parts_missing() -> str:
    """The sentence with the line that installs the local engine, empty when it is there."""
    if all(map(find_spec, LOCAL_PARTS)):
        return ""
    checkout = Skill.read().checkout
    line = f'uv sync --directory "{checkout}" --extra local' if checkout else 'pip install "ai-to-video[local]"'
    return f"Install it with this line: {line}"


def require_local_parts() -> None:
    if missing := local_parts_missing():
        raise BadArgument("The local video engine is not installed here.", hint=missing)


def serve_stdio(settings: Settings) -> None:
    """Until stdin closes."""
    configure_logging(settings.log_level)
    build_server(settings).run("stdio")
