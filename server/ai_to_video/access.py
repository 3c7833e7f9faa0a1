"""Who may come in over HTTP, as this home and its settings say: keys, an OAuth issuer, the secret behind links."""

import json
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import BadArgument
from .settings import Settings

if TYPE_CHECKING:
    from .surface.caller import Verifier
    from .surface.http import Resource
    from .surface.keys import Keys
    from .surface.links import Links

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SECRET_LENGTH = 64
MOST_METADATA = 256 * 1024


def authentication(settings: Settings, host: str) -> tuple[list["Verifier"], "Resource | None"]:
    """Who decides who comes in: the keys of this home when there are any, and the OAuth issuer when one is set.

    Raises BadArgument for settings that leave that open, and where nobody decides though `host` can be reached by all.
    """
    from .surface.http import Resource
    from .surface.keys import Keys, KeyVerifier

    verifiers: list[Verifier] = []
    resource = None
    if Keys.read(keys_text(settings)).keys:
        verifiers.append(KeyVerifier(lambda: keys_text(settings), settings.oauth_scopes))
    if settings.oauth_issuer:
        from .surface.oauth import OAuthVerifier

        audience = settings.oauth_audience or (settings.public_url and f"{settings.public_url}/mcp")
        if not audience:
            raise BadArgument(
                "AI_TO_VIDEO_OAUTH_ISSUER is set, but not what its tokens are for.",
                hint="Set AI_TO_VIDEO_OAUTH_AUDIENCE to the address of this server, such as https://example.com/mcp.",
            )
        resource = Resource(audience, settings.oauth_issuer, settings.oauth_scopes)
        verifiers.append(OAuthVerifier(settings.oauth_issuer, audience, fetch_json))
    elif settings.oauth_audience or settings.oauth_scopes:
        raise BadArgument(
            "OAuth is set up only in part: there is no issuer whose tokens would be let in.",
            hint="Set AI_TO_VIDEO_OAUTH_ISSUER too, or remove the other AI_TO_VIDEO_OAUTH settings.",
        )
    if not verifiers and host not in LOOPBACK:
        raise BadArgument(
            f"Serving on {host} would open this server to everybody on the network.",
            hint="Make a key first with: ai-to-video key add NAME, or set AI_TO_VIDEO_OAUTH_ISSUER.",
        )
    return verifiers, resource


def keys_file(settings: Settings) -> Path:
    return settings.home / "keys.json"


def keys_text(settings: Settings) -> str:
    """Raises BadArgument when there is a file that cannot be read: that is not the same as none."""
    try:
        return keys_file(settings).read_text("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError):
        raise BadArgument(
            "The file with the keys cannot be read, so nobody can be let in.",
            hint=f"Make {keys_file(settings)} readable by the user who starts the server.",
        ) from None


def change_keys(settings: Settings, change: "Callable[[Keys], Keys]") -> None:
    """One change at a time, also from two terminals. Raises what `change` raises, and BadArgument for a closed disk."""
    import anyio

    from .client.vault import locked, write_private
    from .surface.keys import Keys

    async def work() -> None:
        async with locked(settings.home / "keys.lock", anyio.sleep):
            write_private(keys_file(settings), change(Keys.read(keys_text(settings))).text())

    try:
        anyio.run(work)
    except OSError:
        raise BadArgument(
            f"The keys cannot be kept in {settings.home}.", hint="Set AI_TO_VIDEO_HOME to a folder of your own."
        ) from None


def own_limit(settings: Settings) -> Callable[[str], Awaitable[float]]:
    """From an owner to the credits a day that came with its key; 0 where there is no such limit."""
    from anyio import to_thread

    from .surface.keys import Keys

    def look(owner: str) -> float:
        key = Keys.read(keys_text(settings)).of(owner)
        return key.daily_credits if key else 0

    async def limit(owner: str) -> float:
        return await to_thread.run_sync(look, owner) if owner else 0

    return limit


def links(settings: Settings) -> "Links":
    """The same secret for all processes of one home, made on first need."""

    from .client.vault import create_private
    from .surface.links import Links

    try:
        secret = create_private(settings.home / "links.key", secrets.token_hex(32))
    except OSError:
        secret = ""
    if (
        len(secret) != SECRET_LENGTH
    ):  # another process is writing it, or the disk is closed; links end with this process
        secret = secrets.token_hex(32)
    return Links(secret.encode())


async def fetch_json(url: str) -> dict[str, Any]:
    """An object that an OAuth issuer publishes. Raises for everything else, and follows nobody elsewhere."""
    import httpx

    async with httpx.AsyncClient(timeout=10, follow_redirects=False) as http, http.stream("GET", url) as answer:
        answer.raise_for_status()
        body = b""
        async for piece in answer.aiter_bytes():
            body += piece
            if len(body) > MOST_METADATA:
                raise ValueError("too long")
    told = json.loads(body)
    if not isinstance(told, dict):
        raise TypeError("not an object")
    return told
