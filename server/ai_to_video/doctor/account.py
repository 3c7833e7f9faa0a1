"""What the service lets us do. The user's own token is tried out; an anonymous one is not fetched just for looking."""

from collections.abc import Iterator

import anyio
from mcp import Client

from ..app import build_server
from ..settings import Settings
from .finding import Finding

RIGHT = Finding("Export right", "unknown until the first export; looking for it would start one.")


def about_the_account(settings: Settings) -> Iterator[Finding]:
    if not settings.token:
        yield Finding("Token", "no NEMO_TOKEN; a free anonymous token is fetched when it is first needed.")
        yield Finding("Credits", "not asked without a token; generate_video tells them.")
    else:
        yield from anyio.run(asked, settings)
    yield RIGHT


async def asked(settings: Settings) -> tuple[Finding, ...]:
    async with Client(build_server(settings)) as client:
        result = await client.call_tool("get_credits", {})
    fields = result.structured_content or {}
    if result.is_error:
        hint = fields["hint"]
        return (Finding("Token", fields["message"].removesuffix(hint).strip(), hint),)
    accepted = Finding("Token", "NEMO_TOKEN is accepted.")
    if fields["available"] == 0:
        return accepted, Finding("Credits", "none are left.", "Top up, or wait for the next credits of your plan.")
    return accepted, Finding("Credits", f"{fields['available']:g} are available.")
