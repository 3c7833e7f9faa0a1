"""Who asks: whoever shares this machine, or somebody whom the door for HTTP has let in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from mcp.server.auth.provider import AccessToken

if TYPE_CHECKING:
    from ..studio.answers import FileInfo, Overview


class Visitor(AccessToken):
    """A caller who has shown a valid key or token. `owner` is what projects, jobs and files are kept under."""

    owner: str


class Verifier(Protocol):
    """Tells visitors by what they show."""

    async def verify_token(self, token: str) -> Visitor | None: ...

    async def still(self, owner: str) -> bool:
        """Whether a visitor of that name could come in today: what was promised to others is over."""
        ...


@dataclass(frozen=True, slots=True)
class Caller:
    """`owner` is empty for whoever shares this machine; `link` turns the id of a job into the address of its file."""

    owner: str = ""
    link: Callable[[str], str] | None = None

    def reach(self, file: "FileInfo | None", job_id: str) -> "FileInfo | None":
        """The file with an address that this caller can open; as it is for a caller who shares the disk."""
        return replace(file, url=self.link(job_id)) if file and self.link else file

    def reach_all(self, seen: "Overview") -> "Overview":
        if self.link is None:
            return seen
        return replace(seen, jobs=tuple(replace(view, file=self.reach(view.file, view.job_id)) for view in seen.jobs))


Identify = Callable[[Any], Caller]
"""From the HTTP request a message came with, None on stdio, to who sent it."""


def neighbour(_: object) -> Caller:
    """Whoever can reach a server without a door shares its machine."""
    return Caller()
